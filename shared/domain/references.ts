import type { AnyRecord, PortfolioRecords, TableName } from './records.ts';
import { tableNames } from './records.ts';

/** A field that holds the id of another record, and what happens to its record when that one is removed. */
export interface Reference {
  readonly field: string;
  readonly to: TableName;
  /** `remove`: it belongs to the other record and goes with it. `clear`: the field becomes unknown. */
  readonly whenRemoved: 'remove' | 'clear';
}

/** Every reference between tables, by the table that holds it. */
export const references: { readonly [T in TableName]: readonly Reference[] } = {
  portfolio: [],
  team: [],
  partner: [],
  capability: [
    { field: 'parentId', to: 'capability', whenRemoved: 'remove' },
    { field: 'ownerTeamId', to: 'team', whenRemoved: 'clear' },
  ],
  initiative: [{ field: 'teamId', to: 'team', whenRemoved: 'clear' }],
  phase: [
    { field: 'initiativeId', to: 'initiative', whenRemoved: 'remove' },
    { field: 'teamId', to: 'team', whenRemoved: 'clear' },
  ],
  release: [{ field: 'initiativeId', to: 'initiative', whenRemoved: 'remove' }],
  scopeItem: [{ field: 'initiativeId', to: 'initiative', whenRemoved: 'remove' }],
  contribution: [
    { field: 'initiativeId', to: 'initiative', whenRemoved: 'remove' },
    { field: 'capabilityId', to: 'capability', whenRemoved: 'remove' },
  ],
  engagement: [
    { field: 'initiativeId', to: 'initiative', whenRemoved: 'remove' },
    { field: 'partnerId', to: 'partner', whenRemoved: 'remove' },
  ],
  dependency: [
    { field: 'fromInitiativeId', to: 'initiative', whenRemoved: 'remove' },
    { field: 'toInitiativeId', to: 'initiative', whenRemoved: 'remove' },
  ],
  teamMember: [{ field: 'teamId', to: 'team', whenRemoved: 'remove' }],
  segment: [],
  outcome: [
    { field: 'segmentId', to: 'segment', whenRemoved: 'clear' },
    { field: 'ownerTeamId', to: 'team', whenRemoved: 'clear' },
  ],
  outcomeReading: [{ field: 'outcomeId', to: 'outcome', whenRemoved: 'remove' }],
  outcomeLink: [
    { field: 'initiativeId', to: 'initiative', whenRemoved: 'remove' },
    { field: 'outcomeId', to: 'outcome', whenRemoved: 'remove' },
  ],
  segmentLink: [
    { field: 'initiativeId', to: 'initiative', whenRemoved: 'remove' },
    { field: 'segmentId', to: 'segment', whenRemoved: 'remove' },
  ],
  allocation: [
    { field: 'teamId', to: 'team', whenRemoved: 'remove' },
    { field: 'initiativeId', to: 'initiative', whenRemoved: 'remove' },
  ],
  // What was waited and forgotten stays true when a team or a phase goes; its names stay in the row.
  handoff: [
    { field: 'initiativeId', to: 'initiative', whenRemoved: 'remove' },
    { field: 'fromTeamId', to: 'team', whenRemoved: 'clear' },
    { field: 'toTeamId', to: 'team', whenRemoved: 'clear' },
    { field: 'phaseId', to: 'phase', whenRemoved: 'clear' },
    { field: 'fromPartnerId', to: 'partner', whenRemoved: 'clear' },
    { field: 'toPartnerId', to: 'partner', whenRemoved: 'clear' },
  ],
  tranche: [{ field: 'initiativeId', to: 'initiative', whenRemoved: 'remove' }],
  overheadWork: [
    { field: 'teamId', to: 'team', whenRemoved: 'clear' },
    { field: 'initiativeId', to: 'initiative', whenRemoved: 'clear' },
  ],
  savedView: [],
  // What stands on a scenario that was dropped stands on the plan.
  scenario: [{ field: 'parentId', to: 'scenario', whenRemoved: 'clear' }],
  scenarioStep: [{ field: 'scenarioId', to: 'scenario', whenRemoved: 'remove' }],
  // A decision stays on record when what it was about is gone.
  decision: [
    { field: 'initiativeId', to: 'initiative', whenRemoved: 'clear' },
    { field: 'capabilityId', to: 'capability', whenRemoved: 'clear' },
    { field: 'scenarioId', to: 'scenario', whenRemoved: 'clear' },
  ],
  decisionOption: [
    { field: 'decisionId', to: 'decision', whenRemoved: 'remove' },
    { field: 'scenarioId', to: 'scenario', whenRemoved: 'clear' },
  ],
  actionItem: [{ field: 'decisionId', to: 'decision', whenRemoved: 'clear' }],
  parkingItem: [{ field: 'decisionId', to: 'decision', whenRemoved: 'clear' }],
  intention: [],
  ranking: [{ field: 'decisionId', to: 'decision', whenRemoved: 'remove' }],
  guardrail: [],
  waiver: [{ field: 'guardrailId', to: 'guardrail', whenRemoved: 'remove' }],
  storyboard: [],
  storyboardPage: [{ field: 'storyboardId', to: 'storyboard', whenRemoved: 'remove' }],
  meeting: [{ field: 'storyboardId', to: 'storyboard', whenRemoved: 'clear' }],
  pressRelease: [{ field: 'initiativeId', to: 'initiative', whenRemoved: 'remove' }],
  importReport: [],
};

/** The references that point at a table: who holds them, and how. */
export function referencesTo(target: TableName): readonly (readonly [TableName, Reference])[] {
  return tableNames.flatMap((table) =>
    references[table]
      .filter((reference) => reference.to === target)
      .map((reference) => [table, reference] as const),
  );
}

/** The id in a reference field, or null where it points nowhere. */
export function referredId(record: AnyRecord, reference: Reference): string | null {
  return (record as unknown as Readonly<Record<string, string | null>>)[reference.field] ?? null;
}

/** A record by table and id, or undefined; safe for ids that are names of `Object.prototype`. */
export function findRecord(records: PortfolioRecords, table: TableName, id: string): AnyRecord | undefined {
  const map = records[table] as Readonly<Record<string, AnyRecord>>;
  return Object.hasOwn(map, id) ? map[id] : undefined;
}
