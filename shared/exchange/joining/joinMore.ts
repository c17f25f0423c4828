import type { Initiative, Portfolio, PortfolioRecords } from '../../domain/records.ts';
import { partOf } from '../../steps.ts';
import type { ImportPlan, TableReport } from '../contract.ts';
import type { ImportField } from '../importFields.ts';
import type { Aliases } from '../records/aliases.ts';
import { mapSlices, mapTableSteps } from '../records/mapTable.ts';
import type { ImportChanges } from '../records/rowTarget.ts';
import { totalOf } from '../rows/totalRows.ts';
import { isBlank, matchKey, tidyLine } from '../table/cellText.ts';
import { columnNames, tableWidth } from '../table/table.ts';
import { type FurtherSource, ownNotes } from './otherTable.ts';

const IDS = 5;
/** Over the column with the names of the list, beside those that a table has itself. */
const CALLED = 'Initiative name';

/** What became of a table that says more of initiatives, in the words of its report. */
type MoreReport = Pick<
  TableReport,
  | 'rows'
  | 'created'
  | 'updated'
  | 'unchanged'
  | 'skipped'
  | 'refused'
  | 'unjoined'
  | 'unjoinedIds'
  | 'issues'
  | 'notes'
  | 'repaired'
  | 'columns'
  | 'sum'
>;

/**
 * Brings in what a table says of initiatives that are there: a sheet of money beside one of how projects do. `taken` are
 * the fields that the list itself fills: those of the table stay texts beside the initiative. Rows of initiatives that
 * are not there are counted, and make none. Each step says how many rows are done.
 */
export function* readMore(
  other: FurtherSource,
  plan: ImportPlan,
  join: number,
  keys: ReadonlyMap<string, Initiative>,
  context: {
    readonly records: PortfolioRecords;
    readonly portfolio: Portfolio;
    readonly newId: () => string;
    readonly aliases?: Aliases;
    readonly taken: Readonly<Partial<Record<ImportField, number>>>;
  },
): Generator<
  number,
  { readonly changes: ImportChanges; readonly report: MoreReport; readonly budget: number },
  void
> {
  const { records, portfolio, newId, aliases, taken } = context;
  const columns: Partial<Record<ImportField, number>> = Object.fromEntries(
    Object.entries(plan.columns).filter(
      ([field, column]) => column === join || !Object.hasOwn(taken, field) || field === 'externalId',
    ),
  );
  const own = plan.columns.name;
  const width = tableWidth(other.table, plan.headerRow);
  // Rows that are known by their ids are called as the list calls them, in a column of its own.
  columns.name = columns.externalId === join ? width : join;
  const unjoined: string[] = [];
  const rows = Array.from(other.table.rows, (row, index) => {
    const cell = row[join] ?? '';
    if (index === plan.headerRow && columns.name === width)
      return [...Array.from({ length: width }, (_, column) => row[column] ?? ''), CALLED];
    if (index <= plan.headerRow || isBlank(cell)) return row;
    const initiative = keys.get(matchKey(cell));
    if (initiative !== undefined) {
      const { name } = initiative;
      if (columns.name === join) return row.with(join, name);
      const cells = Array.from({ length: width }, (_, column) => row[column] ?? '');
      // Said again, a name is no further text.
      if (own !== undefined && own !== join && matchKey(cells[own] ?? '') === matchKey(name)) cells[own] = '';
      return [...cells, name];
    }
    if (totalOf(row, row.find((each) => !isBlank(each)) ?? '', true) !== null) return row;
    unjoined.push(tidyLine(cell).text);
    return [];
  });
  const table = { ...other.table, rows };
  const names = columnNames(rows[plan.headerRow] ?? [], Math.max(width, columns.name + 1));
  // No row is taken yet: the list can be left all the same.
  const mapping = yield* partOf(
    mapTableSteps(table, { ...plan, columns }, names, {
      fileName: other.fileName,
      records,
      portfolio,
      newId,
      moneyHeld: true,
      ...(aliases === undefined ? {} : { aliases }),
    }),
    0,
    0,
  );
  yield* mapSlices(mapping);
  const { changes, report } = mapping.finish();
  const notes = ownNotes(other, [...(other.table.notes ?? []), ...(report.notes ?? [])]);
  const issues = [...report.refused.map((each) => ({ ...each, value: '' })), ...report.unreadable];
  return {
    changes,
    budget: report.sums.budget,
    report: {
      rows: report.rows,
      created: report.created,
      updated: report.updated,
      unchanged: report.unchanged,
      skipped: report.skipped.length - unjoined.length,
      refused: report.refused.length,
      unjoined: unjoined.length,
      unjoinedIds: [...new Set(unjoined)].slice(0, IDS),
      issues: issues.sort((a, b) => a.row - b.row),
      ...(report.repaired.length === 0 ? {} : { repaired: report.repaired }),
      ...(notes.length === 0 ? {} : { notes: [...notes] }),
      columns: Object.fromEntries(Object.entries(columns).filter(([, column]) => column < width)),
      // What was spent is part of a budget: both are not added up.
      sum: report.sumChecks?.[0]?.came ?? 0,
    },
  };
}
