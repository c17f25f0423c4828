import { portfolioIndex } from '../../../shared/analysis/portfolioIndex.ts';
import { builtOnce } from '../../../shared/builtOnce.ts';
import type {
  Contribution,
  Engagement,
  Initiative,
  PortfolioRecords,
} from '../../../shared/domain/records.ts';
import { capabilityNames } from '../../state/capabilityNames.ts';

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
}
let known: Known | null = null;
const linkTables = ['contribution', 'engagement', 'capability', 'partner', 'team'] as const;

/**
 * The table's rows in order of insertion. A row keeps its identity while nothing that it shows changed, so that
 * after an edit only the rows concerned are drawn again; so does the list while all of its rows do.
 */
export function initiativeRows(records: PortfolioRecords): readonly InitiativeRow[] {
  if (known?.records === records) return known.rows;
  const before = known;
  // An edit mostly touches initiatives alone: the names beside the untouched ones then need no second look.
  const sameNames = linkTables.every((table) => before?.records[table] === records[table]);
  if (before && sameNames && before.records.initiative === records.initiative) {
    known = { records, rows: before.rows };
    return before.rows;
  }
  const { contributions, engagements } = portfolioIndex(records);
  const names = capabilityNames(records.capability);
  const rowBefore = rowsById(before?.rows ?? none);
  const rows: InitiativeRow[] = [];
  for (const id in records.initiative) {
    const initiative = records.initiative[id];
    if (!initiative) continue;
    const old = rowBefore(id, rows.length);
    if (sameNames && old?.initiative === initiative) {
      rows.push(old);
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
    rows.push(old && same(old, next) ? old : next);
  }
  known = { records, rows: before && equalLists(before.rows, rows) ? before.rows : rows };
  return known.rows;
}

/** Finds rows by their id, at first where they are expected: most edits move none, and an index costs as much as they do. */
function rowsById(
  rows: readonly InitiativeRow[],
): (id: string, expected: number) => InitiativeRow | undefined {
  let index: ReadonlyMap<string, InitiativeRow> | null = null;
  return (id, expected) => {
    const there = rows[expected];
    if (there?.id === id) return there;
    index ??= new Map(rows.map((row) => [row.id, row]));
    return index.get(id);
  };
}

function same(a: InitiativeRow, b: InitiativeRow): boolean {
  return (
    a.initiative === b.initiative &&
    a.teamName === b.teamName &&
    equalLists(a.capabilityNames, b.capabilityNames) &&
    equalLists(a.partnerNames, b.partnerNames)
  );
}

function equalLists<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((each, index) => each === b[index]));
}

function unique(names: readonly string[]): readonly string[] {
  return names.length < 2 ? names : [...new Set(names)];
}

/** Text in the form in which it is searched: compatible characters made one, case folded. */
export const searchable = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Everything in a row that a search looks at, prepared once. */
export const searchText = builtOnce(
  ({ initiative, teamName, capabilityNames, partnerNames }: InitiativeRow): string => {
    const { name, owner, status, externalId, description } = initiative;
    const texts = [name, owner, teamName, status, externalId, ...capabilityNames, ...partnerNames];
    return searchable(
      [...texts, description.slice(0, 400)].filter((part) => part !== null && part !== '').join('\n'),
    );
  },
);
