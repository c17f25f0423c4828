import type {
  Contribution,
  Engagement,
  Initiative,
  PortfolioRecords,
} from '../../../shared/domain/records.ts';
import { capabilityNames } from '../../state/capabilityNames.ts';
import { contributionsByInitiative, engagementsByInitiative } from '../../state/selectors.ts';

/** One initiative with the names that the table shows beside it. */
export interface InitiativeRow {
  readonly id: string;
  readonly initiative: Initiative;
  readonly teamName: string | null;
  readonly capabilityNames: readonly string[];
  readonly partnerNames: readonly string[];
}

const none: readonly never[] = [];
interface Known {
  readonly records: PortfolioRecords;
  readonly rows: readonly InitiativeRow[];
  readonly byId: ReadonlyMap<string, InitiativeRow>;
}
let known: Known | null = null;
const linkTables = ['contribution', 'engagement', 'capability', 'partner', 'team'] as const;

/**
 * The table's rows in order of insertion. A row keeps its identity while nothing that it shows changed, so that
 * after an edit only the rows concerned are drawn again.
 */
export function initiativeRows(records: PortfolioRecords): readonly InitiativeRow[] {
  if (known?.records === records) return known.rows;
  const contributions = contributionsByInitiative(records);
  const engagements = engagementsByInitiative(records);
  const names = capabilityNames(records.capability);
  const before = known;
  // An edit mostly touches initiatives alone: the names beside the untouched ones then need no second look.
  const sameNames = linkTables.every((table) => before?.records[table] === records[table]);
  const rows: InitiativeRow[] = [];
  const byId = new Map<string, InitiativeRow>();
  for (const id in records.initiative) {
    const initiative = records.initiative[id];
    if (!initiative) continue;
    const old = before?.byId.get(id);
    if (sameNames && old?.initiative === initiative) {
      rows.push(old);
      byId.set(id, old);
      continue;
    }
    const served: readonly Contribution[] = contributions.get(id) ?? none;
    const engaged: readonly Engagement[] = engagements.get(id) ?? none;
    const next: InitiativeRow = {
      id,
      initiative,
      teamName: initiative.teamId === null ? null : (records.team[initiative.teamId]?.name ?? null),
      capabilityNames:
        served.length === 0 ? none : served.map((each) => names.get(each.capabilityId) ?? each.capabilityId),
      partnerNames:
        engaged.length === 0
          ? none
          : unique(engaged.map((each) => records.partner[each.partnerId]?.name ?? each.partnerId)),
    };
    const row = old && same(old, next) ? old : next;
    rows.push(row);
    byId.set(id, row);
  }
  known = { records, rows, byId };
  return rows;
}

function same(a: InitiativeRow, b: InitiativeRow): boolean {
  return (
    a.initiative === b.initiative &&
    a.teamName === b.teamName &&
    equalLists(a.capabilityNames, b.capabilityNames) &&
    equalLists(a.partnerNames, b.partnerNames)
  );
}

function equalLists(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((each, index) => each === b[index]));
}

function unique(names: readonly string[]): readonly string[] {
  return names.length < 2 ? names : [...new Set(names)];
}

const prepared = new WeakMap<InitiativeRow, string>();

/** Text in the form in which it is searched: compatible characters made one, case folded. */
export const searchable = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Everything in a row that a search looks at, prepared once. */
export function searchText(row: InitiativeRow): string {
  let text = prepared.get(row);
  if (text === undefined) {
    const { name, owner, status, externalId, description } = row.initiative;
    text = searchable(
      [
        name,
        owner,
        row.teamName,
        status,
        externalId,
        ...row.capabilityNames,
        ...row.partnerNames,
        description.slice(0, 400),
      ]
        .filter((part) => part !== null && part !== '')
        .join('\n'),
    );
    prepared.set(row, text);
  }
  return text;
}
