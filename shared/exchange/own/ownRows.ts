import { newInitiative } from '../../domain/defaults.ts';
import {
  type AnyRecord,
  type PortfolioRecords,
  recordSchemas,
  type TableName,
} from '../../domain/records.ts';
import { findRecord, references } from '../../domain/references.ts';
import { isoDay } from '../../domain/time.ts';
import { HIDDEN_AMOUNT } from '../../text/format.ts';
import type { ImportIssue, ImportReason, RowMatch } from '../contract.ts';
import { isBlank, matchKey, tidyLine } from '../table/cellText.ts';
import { commaIsDecimal } from '../values/decimalSign.ts';
import type { TypedCell, TypedColumn, TypedTable } from '../writing/typedTables.ts';
import { type CellStyle, ownReader, type ReadOwn, saysTheSame } from './ownCells.ts';
import { idColumn, type OwnTable, typedOf } from './ownTables.ts';

type Difference = RowMatch['differences'][number];

/** What became of the rows of one table. */
export interface TakenTable {
  readonly own: OwnTable;
  readonly created: readonly AnyRecord[];
  readonly updated: readonly AnyRecord[];
  /** What was changed in each of the records that were updated, in their order. */
  readonly matches: readonly RowMatch[];
  /** How many rows say what their records say. */
  readonly unchanged: number;
  readonly skipped: readonly { readonly row: number; readonly reason: 'blank' }[];
  readonly refused: readonly {
    readonly row: number;
    readonly column: string;
    readonly reason: ImportReason;
  }[];
  readonly unreadable: readonly ImportIssue[];
  /** Cells that somebody emptied, and cells whose amount is hidden, as people find them. */
  readonly emptied: readonly string[];
  readonly masked: readonly string[];
  /** Ids of the records that have a row. */
  readonly seen: ReadonlySet<string>;
}

/** What the rows of one table are read with. */
interface RowReader {
  readonly own: OwnTable;
  readonly records: PortfolioRecords;
  readonly typed: TypedTable;
  /** Place of the ids among the columns of the file. */
  readonly ids: number;
  /** Place of each record in the table that was exported. */
  readonly indexOf: ReadonlyMap<string, number>;
  readonly read: ReadOwn;
  /** The tables that fields refer to. */
  readonly targets: ReadonlyMap<string, TableName>;
  readonly idOfName: (target: TableName, name: string) => string | null;
  /** By columns of the file. */
  readonly styles: readonly CellStyle[];
  readonly isFilled: readonly boolean[];
}

function rowReader(own: OwnTable, records: PortfolioRecords): RowReader {
  return {
    own,
    records,
    typed: typedOf(own, records),
    ids: idColumn(own, records),
    indexOf: new Map(Object.keys(records[own.table]).map((id, at) => [id, at])),
    read: ownReader(own.table, own.language, records),
    targets: new Map(references[own.table].map(({ field, to }) => [field, to])),
    idOfName: idsByName(records),
    styles: own.places.map((_, at) => columnStyle(own, at)),
    isFilled: own.places.map((_, at) => own.rows.some((cells) => !isBlank(cells[at]))),
  };
}

/** How a column of a file is written; its decimal sign is looked for when a cell asks for it. */
function columnStyle({ rows, daysFrom1904 }: OwnTable, at: number): CellStyle {
  let comma: boolean | null = null;
  return {
    get comma() {
      comma ??= commaIsDecimal(rows.map((cells) => cells[at] ?? ''));
      return comma;
    },
    daysFrom1904,
  };
}

/** Finds the id of the one record of a name; null where there are several or none. */
function idsByName(records: PortfolioRecords): RowReader['idOfName'] {
  const byTable = new Map<TableName, ReadonlyMap<string, string | null>>();
  const namesOf = (table: TableName): ReadonlyMap<string, string | null> => {
    const known = new Map<string, string | null>();
    for (const record of Object.values<AnyRecord>(records[table])) {
      const key = 'name' in record ? matchKey(record.name) : '';
      known.set(key, known.has(key) ? null : record.id);
    }
    return known;
  };
  return (table, name) => {
    const known = byTable.get(table) ?? namesOf(table);
    byTable.set(table, known);
    return known.get(matchKey(name)) ?? null;
  };
}

/** The fields that a row changes, and what was found in its cells. */
interface Patch {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly differences: readonly Difference[];
  readonly unreadable: readonly ImportIssue[];
  readonly emptied: readonly string[];
  readonly masked: readonly string[];
}

/** What somebody did to one cell. */
type CellChange =
  | { readonly what: 'nothing' | 'emptied' | 'masked' }
  | { readonly what: 'unreadable'; readonly reason: ImportReason }
  | { readonly what: 'changed'; readonly field: string; readonly value: unknown };

const nothing: CellChange = { what: 'nothing' };
const unreadable = (reason: ImportReason): CellChange => ({ what: 'unreadable', reason });

/** The fields that a row changes in the record of an index, or fills in a new one (null). */
function patchOf(reader: RowReader, row: number, cells: readonly string[], index: number | null): Patch {
  const { own, typed } = reader;
  const shown = index === null ? null : typed.row(index);
  const fields: Record<string, unknown> = {};
  const differences: Difference[] = [];
  const issues: ImportIssue[] = [];
  const [emptied, masked]: [string[], string[]] = [[], []];
  for (const [at, place] of own.places.entries()) {
    const column = place === null ? undefined : typed.columns[place];
    if (place === null || !column || column.field === 'id') continue;
    const cell = cells[at] ?? '';
    const before = shown?.[place] ?? null;
    const header = own.headers[at] ?? '';
    const change = cellChange(reader, column, at, cell, before, { isNew: shown === null, fields });
    switch (change.what) {
      case 'emptied':
        emptied.push(`${own.title}: ${header} (${row})`);
        break;
      case 'masked':
        masked.push(`${own.title}: ${header} (${row})`);
        break;
      case 'unreadable':
        issues.push({ row, column: header, reason: change.reason, value: cell });
        break;
      case 'changed':
        fields[change.field] = change.value;
        differences.push({ field: header, ours: textOf(before), theirs: tidyLine(cell).text });
    }
  }
  return { fields, differences, unreadable: issues, emptied, masked };
}

/** What somebody did to a cell; `fields` are those that the cells before it change. */
function cellChange(
  reader: RowReader,
  { field, holds }: TypedColumn,
  at: number,
  cell: string,
  before: TypedCell,
  { isNew, fields }: { readonly isNew: boolean; readonly fields: Patch['fields'] },
): CellChange {
  const style = reader.styles[at]!;
  if (isBlank(cell)) {
    // With hidden amounts, what is kept word for word is left out of every row: nobody emptied it.
    const isLeftOut = before?.kind === 'json' && !reader.isFilled[at];
    const saidMore = before !== null && String(before.value) !== '' && holds === 'value' && !isLeftOut;
    return saidMore ? { what: 'emptied' } : nothing;
  }
  if (saysTheSame(cell, before, style)) return nothing;
  if (field === null || holds === 'other' || field === 'currency')
    return isNew ? nothing : unreadable('kept_as_is');
  if (cell.includes(HIDDEN_AMOUNT)) return { what: 'masked' };
  const target = reader.targets.get(field);
  const isName = target !== undefined && holds === 'name';
  // The id beside a name says more, where that was changed too.
  if (isName && field in fields) return nothing;
  const found = isName ? { value: reader.idOfName(target, cell) } : reader.read(field, cell, style);
  if (typeof found === 'string') return unreadable(found);
  const { value } = found;
  if (target && (typeof value !== 'string' || !findRecord(reader.records, target, value)))
    return unreadable('not_a_choice');
  return { what: 'changed', field, value };
}

/** A cell that was exported, as people read it. */
const textOf = (cell: TypedCell): string | null =>
  cell === null ? null : cell.kind === 'date' ? isoDay(cell.value) : String(cell.value);

/** A patch without dates of which the end would stand before the start; these are then an issue of their own. */
function withDatesInOrder(patch: Patch, record: object, { own, typed }: RowReader, row: number): Patch {
  const { startDate, endDate, ...fields } = patch.fields;
  const isDated = startDate !== undefined || endDate !== undefined;
  if (!isDated || !endsBeforeStart({ ...record, ...patch.fields })) return patch;
  const end = typed.columns.findIndex(({ field }) => field === 'endDate');
  const column = own.headers[own.places.indexOf(end)] ?? '';
  const issue = { row, column, reason: 'end_before_start', value: String(endDate ?? '') } as const;
  return { ...patch, fields, unreadable: [...patch.unreadable, issue] };
}

function endsBeforeStart(record: object): boolean {
  const { startDate, endDate } = record as { readonly startDate?: unknown; readonly endDate?: unknown };
  return typeof startDate === 'string' && typeof endDate === 'string' && endDate < startDate;
}

/** What becomes of a row: a record, or the reason why there is none; with what was found in its cells. */
interface RowFound {
  readonly became:
    | { readonly what: 'unchanged' }
    | { readonly what: 'created'; readonly record: AnyRecord }
    | { readonly what: 'updated'; readonly record: AnyRecord; readonly match: RowMatch }
    | { readonly what: 'refused'; readonly reason: ImportReason };
  readonly patch: Patch | null;
}

const refused = (reason: ImportReason, patch: Patch | null = null): RowFound => ({
  became: { what: 'refused', reason },
  patch,
});

/** A row without an id in the list of initiatives is a new one, if it has a name; any other one is refused. */
function newRow(
  reader: RowReader,
  row: number,
  cells: readonly string[],
  id: string,
  newId: () => string,
): RowFound {
  if (id !== '') return refused('id_unknown');
  if (reader.own.table !== 'initiative') return refused('no_name');
  const patch = patchOf(reader, row, cells, null);
  const { name } = patch.fields;
  if (typeof name !== 'string') return refused('no_name', patch);
  const parsed = recordSchemas.initiative.safeParse({
    ...newInitiative(newId(), name, 'project'),
    ...patch.fields,
  });
  if (!parsed.success) return refused('not_a_choice', patch);
  return { became: { what: 'created', record: parsed.data }, patch };
}

/** A row of a record that is there. */
function knownRow(
  reader: RowReader,
  row: number,
  cells: readonly string[],
  id: string,
  index: number,
): RowFound {
  const { own, records } = reader;
  const record = findRecord(records, own.table, id) as AnyRecord;
  const patch = withDatesInOrder(patchOf(reader, row, cells, index), record, reader, row);
  // Nearly every row says what is there already, which nobody need check again.
  if (Object.keys(patch.fields).length === 0) return { became: { what: 'unchanged' }, patch };
  const parsed = recordSchemas[own.table].safeParse({ ...record, ...patch.fields });
  if (!parsed.success) return refused('not_a_choice', patch);
  const match: RowMatch = {
    row,
    name: 'name' in record ? record.name : own.title,
    ...{ sure: 'sure', taken: id, chosen: false, candidates: [], differences: [...patch.differences] },
  };
  return { became: { what: 'updated', record: parsed.data as AnyRecord, match }, patch };
}

/** Takes what somebody changed in the rows of one table; of rows with the same id only the first counts. */
export function takeTable(own: OwnTable, records: PortfolioRecords, newId: () => string): TakenTable {
  const reader = rowReader(own, records);
  const taken = {
    created: [] as AnyRecord[],
    updated: [] as AnyRecord[],
    matches: [] as RowMatch[],
    unchanged: 0,
    skipped: [] as { row: number; reason: 'blank' }[],
    refused: [] as { row: number; column: string; reason: ImportReason }[],
    unreadable: [] as ImportIssue[],
    emptied: [] as string[],
    masked: [] as string[],
  };
  const seen = new Set<string>();
  for (const [n, cells] of own.rows.entries()) {
    const row = own.lines[n] ?? 0;
    if (cells.every(isBlank)) {
      taken.skipped.push({ row, reason: 'blank' });
      continue;
    }
    const id = tidyLine(cells[reader.ids] ?? '').text;
    const index = reader.indexOf.get(id);
    const { became, patch } = seen.has(id)
      ? refused('id_twice')
      : index === undefined
        ? newRow(reader, row, cells, id, newId)
        : knownRow(reader, row, cells, id, index);
    if (index !== undefined) seen.add(id);
    taken.unreadable.push(...(patch?.unreadable ?? []));
    taken.emptied.push(...(patch?.emptied ?? []));
    taken.masked.push(...(patch?.masked ?? []));
    switch (became.what) {
      case 'refused':
        taken.refused.push({ row, column: own.headers[reader.ids] ?? '', reason: became.reason });
        break;
      case 'unchanged':
        taken.unchanged += 1;
        break;
      case 'created':
        taken.created.push(became.record);
        break;
      case 'updated':
        taken.updated.push(became.record);
        taken.matches.push(became.match);
    }
  }
  return { own, ...taken, seen };
}
