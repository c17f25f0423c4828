import type { Initiative } from '../../domain/records.ts';
import { readHeader } from '../columns/fieldNames.ts';
import type { ImportPlan } from '../contract.ts';
import { dateFields, moneyFields } from '../plan/detectPlan.ts';
import { type CellCheck, moveBack } from '../rows/shiftedRow.ts';
import type { SumTally } from '../rows/sumTally.ts';
import { cutText, isBlank, tidyLine } from '../table/cellText.ts';
import { withoutMarks } from '../table/footnoteMarks.ts';
import type { ColumnNames, Table } from '../table/table.ts';
import type { Tally } from '../tally.ts';
import { foreignRows, saysCurrency } from '../values/currencies.ts';
import { saysNotGiven } from '../values/unknownWords.ts';
import { dateReader, moneyReader, OTHER_CURRENCY, type ReadCell, unknownWords } from './readCells.ts';
import { createWordReader } from './readWordCells.ts';
import { createCellTaker, MAX_NAME, putExtra, type RowValues } from './rowValues.ts';

export interface RowReader {
  /**
   * The cells as they stand, or moved back when the row is shifted, the name without marks of footnotes; cells past the
   * table's width stay at the end.
   */
  straighten(row: readonly string[], line: number): readonly string[];
  /** Reads a row that has a name; `existing` is the initiative that it will update. */
  row(cells: readonly string[], line: number, existing: Initiative | null): RowValues;
  /** An id as it is kept: null when it only says "not known" or is too long to be one. */
  externalIdOf(text: string): string | null;
  amountsRead(): number;
  /** The amounts of a row that does not come in, by field in the order of `moneyFields`; null where none can be read. */
  amountsOf(cells: readonly string[]): readonly (number | null)[];
}

/** Under which name a footnote is kept beside the initiative whose name had its mark. */
const FOOTNOTE = 'footnote';
const MAX_ID = 200;

/** The amount in a cell, below zero where it says so; null where none can be read as the plan's money. */
function amountIn(cell: string, read: (cell: string) => ReadCell<number>): number | null {
  if (isBlank(cell)) return null;
  const result = read(cell);
  if (result.value !== null) return result.value;
  if (result.reason !== 'negative_amount') return null;
  const positive = read(cell.normalize('NFKC').replace(/[()\u2212-]/g, '')).value;
  return positive === null ? null : -positive;
}

/** A reader for all rows of one table; it keeps what it learnt of every column. */
export function createRowReader(
  table: Table,
  plan: ImportPlan,
  { names }: ColumnNames,
  options: {
    readonly tally: Tally;
    readonly sums: SumTally;
    readonly width: number;
    readonly moneyAccepted: boolean;
    readonly fiscalStartMonth: number;
    /** What lines below the table say of marks behind names, by mark. */
    readonly footnotes: ReadonlyMap<string, string>;
  },
): RowReader {
  const { tally, sums, width, footnotes } = options;
  /** What is said of the names of rows, by line. */
  const saidOf = new Map<number, readonly string[]>();
  const { columns } = plan;
  const sayUnknown = unknownWords(plan);
  const firstRow = plan.headerRow + 1;
  const cellTaker = createCellTaker(tally, names);
  const { header, take, tidied } = cellTaker;
  const readWords = createWordReader(plan, tally, cellTaker, sayUnknown);

  const money = moneyFields
    .flatMap((field) => {
      const column = columns[field];
      if (column === undefined) return [];
      const read = moneyReader(table, column, firstRow, plan, options.moneyAccepted);
      return [{ field, column, read, saysOwn: saysCurrency(readHeader(header(column)).currency) }];
    })
    .map((reader, at) => ({ ...reader, at }));
  const dates = dateFields.flatMap((field) => {
    const column = columns[field];
    if (column === undefined) return [];
    const side = field === 'startDate' ? 'start' : 'end';
    return [
      { field, column, read: dateReader(table, column, firstRow, plan, side, options.fiscalStartMonth) },
    ];
  });
  // What names records knows our own words for "not known": only those of the plan are asked for here.
  const isUnknown = (plan.unknownWords ?? []).length === 0 ? null : sayUnknown;
  const linkedCell = (cells: readonly string[], column: number | undefined): string | null => {
    const cell = column === undefined ? '' : (cells[column] ?? '');
    return isBlank(cell) || (isUnknown !== null && isUnknown(tidyLine(cell).text) === 'token') ? null : cell;
  };
  const isForeign = foreignRows(names, table, firstRow, plan.currency);
  const used = new Set(Object.values(columns));
  const spare = Array.from({ length: width }, (_, column) => column)
    .filter((column) => !used.has(column))
    .map((column) => ({ column, key: header(column) }));

  const checks = new Map<number, CellCheck>();
  for (const { column, read } of [...money, ...dates])
    checks.set(column, (cell) => {
      if (isBlank(cell)) return 'silent';
      const { value, reason } = read(cell);
      return value !== null
        ? 'fits'
        : reason === 'not_a_date' || reason === 'not_an_amount'
          ? 'wrong'
          : 'silent';
    });

  let amounts = 0;

  /** The schema has no end before its start: the start stays, the end becomes unknown and its words are kept. */
  function orderDates(
    cells: readonly string[],
    line: number,
    existing: Initiative | null,
    values: RowValues,
  ): void {
    const { fields } = values;
    const drop = (field: 'startDate' | 'endDate'): void => {
      const column = columns[field] ?? -1;
      const cell = cells[column] ?? '';
      fields[field] = null;
      values.problems[field] = 'end_before_start';
      putExtra(values.extra, header(column), cell);
      tally.unreadable.push({ row: line, column: header(column), reason: 'end_before_start', value: cell });
      tally.repair('endBeforeStart', `row ${line}: ${cell}`);
    };
    const start = fields.startDate ?? existing?.startDate ?? null;
    if (fields.endDate !== null && start !== null && fields.endDate < start) drop('endDate');
    const end = fields.endDate ?? existing?.endDate ?? null;
    if (fields.startDate !== null && end !== null && end < fields.startDate) drop('startDate');
  }

  return {
    amountsRead: () => amounts,
    externalIdOf: (text) => (text.length > MAX_ID || sayUnknown(text) === 'token' ? null : text),
    amountsOf: (cells) => money.map(({ column, read }) => amountIn(cells[column] ?? '', read)),
    straighten(row, line) {
      const moved = checks.size < 2 ? null : moveBack(row, width, columns.name ?? 0, checks);
      if (moved) tally.repair('shiftedRow', `row ${line}`);
      const straight = moved ?? row;
      const name = footnotes.size === 0 ? undefined : straight[columns.name ?? -1];
      const found = name === undefined ? null : withoutMarks(name, footnotes);
      if (found === null) return straight;
      tally.repair('footnoteMark', name ?? '');
      saidOf.set(line, found.notes);
      return straight.map((cell, column) => (column === columns.name ? found.name : cell));
    },
    row(cells, line, existing) {
      const rawName = cells[columns.name ?? -1] ?? '';
      const name = tidied(tidyLine(rawName), rawName);
      const extra: Record<string, string> = {};
      for (const { column, key } of spare) {
        const cell = cells[column];
        if (cell !== undefined && cell !== '' && !isBlank(cell)) putExtra(extra, key, cell);
      }
      const values: RowValues = {
        fields: {
          name: cutText(name, MAX_NAME).trim(),
          externalId: null,
          description: null,
          mode: null,
          stage: null,
          status: null,
          owner: null,
          startDate: null,
          endDate: null,
          budget: null,
          spent: null,
          valuePerMonth: null,
          collaborationGroup: null,
          teamPeople: null,
          funded: null,
          overhead: null,
          retired: null,
        },
        capabilities: linkedCell(cells, columns.capabilities),
        partners: linkedCell(cells, columns.partners),
        team: linkedCell(cells, columns.team),
        outcomes: linkedCell(cells, columns.outcomes),
        segments: linkedCell(cells, columns.segments),
        extra,
        problems: {},
      };
      const said = footnotes.size === 0 ? undefined : saidOf.get(line);
      if (said !== undefined) putExtra(extra, FOOTNOTE, said.join('\n'));
      if (name.length > MAX_NAME) {
        putExtra(extra, header(columns.name ?? 0), rawName);
        tally.keep(line, header(columns.name ?? 0), 'too_long', name);
      }
      if (columns.externalId !== undefined) {
        const cell = cells[columns.externalId] ?? '';
        const { text } = tidyLine(cell);
        values.fields.externalId = text === '' ? null : this.externalIdOf(text);
        if (text.length > MAX_ID) {
          putExtra(extra, header(columns.externalId), cell);
          tally.keep(line, header(columns.externalId), 'too_long', cell);
        }
      }
      readWords(cells, line, values);
      for (const { at, field, column, read, saysOwn } of money) {
        const cell = cells[column] ?? '';
        if (cell === '') continue;
        const amount = read(cell);
        const result = amount.value !== null && !saysOwn && isForeign(cells) ? OTHER_CURRENCY : amount;
        const notGiven =
          result.value === 0 &&
          (saysNotGiven(cells[column + 1] ?? '') || saysNotGiven(cells[column + 2] ?? ''));
        if (notGiven) {
          tally.repair('unknownWord', cell);
          sums.differs(at, 'not_given', 0);
          continue;
        }
        if (result.value !== null) {
          amounts += 1;
          sums.came(at, result.value);
        } else if (result.reason !== null) sums.differs(at, result.reason, amountIn(cell, read));
        else if (result.repairs[0] === 'zeroUnknown') sums.differs(at, 'zero_unknown', 0);
        values.fields[field] = take(result, field, column, cell, line, values);
      }
      for (const { field, column, read } of dates) {
        const cell = cells[column] ?? '';
        if (cell !== '') values.fields[field] = take(read(cell), field, column, cell, line, values);
      }
      orderDates(cells, line, existing, values);
      for (let column = width; column < cells.length; column += 1) {
        const cell = cells[column] ?? '';
        if (isBlank(cell)) continue;
        putExtra(extra, `column ${column + 1}`, cell);
        tally.keep(line, `column ${column + 1}`, 'beyond_header', cell);
      }
      return values;
    },
  };
}
