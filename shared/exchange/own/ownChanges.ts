import type { AnyRecord, PortfolioRecords, TableName } from '../../domain/records.ts';
import type { Refresh, TableReport } from '../contract.ts';
import type { ImportOutcome } from '../records/mapTable.ts';
import type { RecordLists } from '../records/rowTarget.ts';
import type { SourceNote } from '../sources.ts';
import { tidyLine } from '../table/cellText.ts';
import { type TakenTable, takeTable } from './ownRows.ts';
import { idColumn, type OwnTable } from './ownTables.ts';

/** What tables of an export become where rows of other lists do; all others are `records`. */
const roles: { readonly [T in TableName]?: TableReport['role'] } = {
  phase: 'activities',
  engagement: 'suppliers',
  release: 'releases',
  contribution: 'links',
  outcomeLink: 'links',
  segmentLink: 'links',
  capability: 'capabilities',
  outcome: 'outcomes',
  segment: 'segments',
  partner: 'partners',
};
const EXAMPLES = 5;
const MOST_SHOWN = 200;

/** True where most of the records in tables are of this portfolio: then they are its own, given back. */
export function areGivenBack(tables: readonly OwnTable[], records: PortfolioRecords): boolean {
  let [known, all] = [0, 0];
  for (const table of tables) {
    // The settings of every portfolio have the same id.
    if (table.table === 'portfolio') continue;
    const at = idColumn(table, records);
    for (const cells of table.rows) {
      const id = tidyLine(cells[at] ?? '').text;
      if (id === '') continue;
      all += 1;
      if (Object.hasOwn(records[table.table], id)) known += 1;
    }
  }
  return known > 0 && known * 2 >= all;
}

/**
 * What somebody changed in tables that this portfolio was exported to. Rows are known by their ids; only a cell that says
 * something else than the record is taken, into that field alone. An empty cell and a hidden amount change nothing, and a
 * row that is gone removes nothing: both are counted. A row without an id in the list of initiatives is a new one; any
 * other id that is not there is refused.
 */
export function ownChanges(
  tables: readonly OwnTable[],
  records: PortfolioRecords,
  fileName: string,
  newId: () => string,
): { readonly outcome: ImportOutcome; readonly refresh: Refresh } {
  const all = tables.map((own) => takeTable(own, records, newId));
  const main = all.find(({ own }) => own.table === 'initiative');
  const others = all.filter((each) => each !== main);
  const gone = main
    ? Object.values(records.initiative).filter(({ id, retired }) => !retired && !main.seen.has(id))
    : [];
  const emptied = all.flatMap((each) => each.emptied);
  const masked = all.flatMap((each) => each.masked);
  const notes: readonly SourceNote[] = [
    { what: 'ownEmptied', count: emptied.length, examples: emptied.slice(0, EXAMPLES) },
    { what: 'ownHidden', count: masked.length, examples: masked.slice(0, EXAMPLES) },
  ];
  const [add, update] = [recordLists(all, 'created'), recordLists(all, 'updated')];
  const budgets = [...(add.initiative ?? []), ...(update.initiative ?? [])];
  return {
    outcome: {
      changes: { add, update },
      report: {
        fileName,
        rows: main?.own.rows.length ?? 0,
        created: main?.created.length ?? 0,
        updated: main?.updated.length ?? 0,
        unchanged: main?.unchanged ?? 0,
        skipped: [...(main?.skipped ?? [])],
        refused: [...(main?.refused ?? [])],
        unreadable: [...(main?.unreadable ?? [])],
        repaired: [],
        sums: {
          budget: budgets.reduce((sum, { budget }) => sum + (budget ?? 0), 0),
          currency: records.portfolio.portfolio?.currency ?? 'USD',
        },
        notes: notes.filter(({ count }) => count > 0),
        tables: others.map(tableReport),
        ...(main ? { vanished: gone.map(({ id, name }) => ({ id, name, retired: false })) } : {}),
      },
    },
    refresh: {
      counts: {
        sure: (main?.updated.length ?? 0) + (main?.unchanged ?? 0),
        ...{ doubtful: 0, new: main?.created.length ?? 0, vanished: gone.length },
      },
      rows: all.flatMap(({ matches }) => matches).slice(0, MOST_SHOWN),
      vanished: gone.map(({ id, name, owner }) => ({ id, name, owner })),
      compared: true,
    },
  };
}

/** The records that tables create or update, by table. */
function recordLists(all: readonly TakenTable[], what: 'created' | 'updated'): RecordLists {
  const lists: Partial<Record<TableName, readonly AnyRecord[]>> = {};
  for (const { own, [what]: records } of all)
    if (records.length > 0) lists[own.table] = [...(lists[own.table] ?? []), ...records];
  return lists as RecordLists;
}

function tableReport(taken: TakenTable): TableReport {
  const { own, created, updated, unchanged, skipped, refused, unreadable } = taken;
  const issues = [...refused.map((each) => ({ ...each, value: '' })), ...unreadable];
  return {
    fileName: own.title,
    role: roles[own.table] ?? 'records',
    join: null,
    taken: true,
    ...{ rows: own.rows.length, created: created.length, updated: updated.length, unchanged },
    skipped: skipped.length,
    refused: refused.length,
    ...{ unjoined: 0, unjoinedIds: [], sum: 0 },
    issues: issues.sort((a, b) => a.row - b.row),
  };
}
