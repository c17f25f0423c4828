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
import type { ImportIssue, ImportReason, Refresh, RowMatch, TableReport } from '../contract.ts';
import type { ImportOutcome } from '../records/mapTable.ts';
import type { RecordLists } from '../records/rowTarget.ts';
import type { SourceNote } from '../sources.ts';
import { isBlank, matchKey, tidyLine } from '../table/cellText.ts';
import { commaIsDecimal } from '../values/moneyText.ts';
import { type TypedTable, typedTables } from '../writing/typedTables.ts';
import { type CellStyle, ownReader, saysTheSame } from './ownCells.ts';
import type { OwnTable } from './ownTables.ts';

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

/** What became of the rows of one table. */
interface Taken {
  readonly own: OwnTable;
  created: number;
  updated: number;
  unchanged: number;
  skipped: { readonly row: number; readonly reason: 'blank' | 'duplicate' }[];
  readonly refused: { readonly row: number; readonly column: string; readonly reason: ImportReason }[];
  readonly unreadable: ImportIssue[];
  readonly seen: Set<string>;
}

const typedBy = new WeakMap<PortfolioRecords, Map<string, readonly TypedTable[]>>();
function typedOf(
  { table, language }: Pick<OwnTable, 'table' | 'language'>,
  records: PortfolioRecords,
): TypedTable {
  const byLanguage = typedBy.get(records) ?? new Map<string, readonly TypedTable[]>();
  typedBy.set(records, byLanguage);
  const all = byLanguage.get(language) ?? typedTables(records, language);
  byLanguage.set(language, all);
  const typed = all.find((each) => each.table === table);
  if (!typed) throw new Error(`no table ${table}`);
  return typed;
}

/** The column of the file with the ids. */
function idColumn(own: OwnTable, records: PortfolioRecords): number {
  const place = typedOf(own, records).columns.findIndex(({ field }) => field === 'id');
  return own.places.indexOf(place);
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
  const add: AnyRecord[] = [];
  const update = new Map<TableName, AnyRecord[]>();
  const matches: RowMatch[] = [];
  const emptied: string[] = [];
  const masked: string[] = [];
  const takeTable = (own: OwnTable): Taken => {
    const taken: Taken = {
      ...{ own, created: 0, updated: 0, unchanged: 0 },
      ...{ skipped: [], refused: [], unreadable: [], seen: new Set<string>() },
    };
    const typed = typedOf(own, records);
    const ids = idColumn(own, records);
    const indexOf = new Map(Object.keys(records[own.table]).map((id, at) => [id, at]));
    const read = ownReader(own.table, own.language, records);
    const targets = new Map(references[own.table].map(({ field, to }) => [field, to]));
    const named = new Map<TableName, Map<string, string | null>>();
    // With hidden amounts, what is kept word for word is left out of every row: nobody emptied it.
    const isFilled = own.places.map((_, at) => own.rows.some((cells) => !isBlank(cells[at])));
    const styles = own.places.map((_, at) => columnStyle(own, at));
    /** The id of the one record of that name; null where there are several or none. */
    const idOfName = (target: TableName, name: string): string | null => {
      let known = named.get(target);
      if (!known) {
        known = new Map();
        for (const record of Object.values<AnyRecord>(records[target])) {
          const key = 'name' in record ? matchKey(record.name) : '';
          known.set(key, known.has(key) ? null : record.id);
        }
        named.set(target, known);
      }
      return known.get(matchKey(name)) ?? null;
    };

    /** The fields that a row changes in a record, or fills in a new one. */
    const patchOf = (row: number, cells: readonly string[], index: number | null) => {
      const shown = index === null ? [] : typed.row(index);
      const patch: Record<string, unknown> = {};
      const differences: { field: string; ours: string | null; theirs: string | null }[] = [];
      for (const [at, place] of own.places.entries()) {
        const column = place === null ? undefined : typed.columns[place];
        const [cell, style] = [cells[at] ?? '', styles[at]];
        if (place === null || !column || !style || column.field === 'id') continue;
        const before = shown[place] ?? null;
        const header = own.headers[at] ?? '';
        if (isBlank(cell)) {
          const isLeftOut = before?.kind === 'json' && !isFilled[at];
          if (before !== null && String(before.value) !== '' && column.holds === 'value' && !isLeftOut)
            emptied.push(`${own.title}: ${header} (${row})`);
          continue;
        }
        if (saysTheSame(cell, before, style)) continue;
        const refuse = (reason: ImportReason): void => {
          taken.unreadable.push({ row, column: header, reason, value: cell });
        };
        const { field, holds } = column;
        if (field === null || holds === 'other' || field === 'currency') {
          if (index !== null) refuse('kept_as_is');
          continue;
        }
        if (cell.includes(HIDDEN_AMOUNT)) {
          masked.push(`${own.title}: ${header} (${row})`);
          continue;
        }
        const target = targets.get(field);
        let value: unknown;
        if (target && holds === 'name') {
          // The id beside it says more, where that was changed too.
          if (field in patch) continue;
          value = idOfName(target, cell);
        } else {
          const found = read(field, cell, style);
          if (typeof found === 'string') {
            refuse(found);
            continue;
          }
          ({ value } = found);
        }
        if (target && (typeof value !== 'string' || !findRecord(records, target, value))) {
          refuse('not_a_choice');
          continue;
        }
        patch[field] = value;
        differences.push({
          field: header,
          ours: before === null ? null : before.kind === 'date' ? isoDay(before.value) : String(before.value),
          theirs: tidyLine(cell).text,
        });
      }
      return { patch, differences };
    };

    for (const [n, cells] of own.rows.entries()) {
      const row = own.lines[n] ?? 0;
      const refuse = (reason: ImportReason, column = own.headers[ids] ?? ''): void => {
        taken.refused.push({ row, column, reason });
      };
      if (cells.every(isBlank)) {
        taken.skipped.push({ row, reason: 'blank' });
        continue;
      }
      const id = tidyLine(cells[ids] ?? '').text;
      const index = indexOf.get(id) ?? null;
      if (taken.seen.has(id)) {
        refuse('id_twice');
        continue;
      }
      if (index === null) {
        const made = id === '' && own.table === 'initiative' ? patchOf(row, cells, null).patch : null;
        const name = made?.name;
        if (typeof name !== 'string') {
          refuse(id === '' ? 'no_name' : 'id_unknown');
          continue;
        }
        const parsed = recordSchemas.initiative.safeParse({
          ...newInitiative(newId(), name, 'project'),
          ...made,
        });
        if (!parsed.success) refuse('not_a_choice');
        else {
          add.push(parsed.data);
          taken.created += 1;
        }
        continue;
      }
      taken.seen.add(id);
      const record = findRecord(records, own.table, id) as AnyRecord;
      const { patch, differences } = patchOf(row, cells, index);
      if (('startDate' in patch || 'endDate' in patch) && endsBeforeStart({ ...record, ...patch })) {
        const column =
          own.headers[own.places.indexOf(typed.columns.findIndex(({ field }) => field === 'endDate'))];
        taken.unreadable.push({
          row,
          column: column ?? '',
          reason: 'end_before_start',
          value: String(patch.endDate ?? ''),
        });
        delete patch.startDate;
        delete patch.endDate;
      }
      // Nearly every row says what is there already, which nobody need check again.
      if (Object.keys(patch).length === 0) {
        taken.unchanged += 1;
        continue;
      }
      const parsed = recordSchemas[own.table].safeParse({ ...record, ...patch });
      if (!parsed.success) {
        refuse('not_a_choice');
        continue;
      }
      taken.updated += 1;
      const list = update.get(own.table) ?? [];
      list.push(parsed.data as AnyRecord);
      update.set(own.table, list);
      if (matches.length < MOST_SHOWN)
        matches.push({
          ...{ row, name: 'name' in record ? record.name : own.title, sure: 'sure', taken: id },
          ...{ chosen: false, candidates: [], differences },
        });
    }
    return taken;
  };
  const all = tables.map(takeTable);
  const main = all.find(({ own }) => own.table === 'initiative');
  const others = all.filter((each) => each !== main);
  const gone = main
    ? Object.values(records.initiative).filter(({ id, retired }) => !retired && !main.seen.has(id))
    : [];
  const notes: readonly SourceNote[] = [
    { what: 'ownEmptied', count: emptied.length, examples: emptied.slice(0, EXAMPLES) },
    { what: 'ownHidden', count: masked.length, examples: masked.slice(0, EXAMPLES) },
  ];
  const changed = Object.fromEntries(update) as RecordLists;
  const budgets = [...(add as { budget?: number | null }[]), ...(changed.initiative ?? [])];
  return {
    outcome: {
      changes: { add: add.length > 0 ? ({ initiative: add } as RecordLists) : {}, update: changed },
      report: {
        fileName,
        rows: main?.own.rows.length ?? 0,
        created: main?.created ?? 0,
        updated: main?.updated ?? 0,
        unchanged: main?.unchanged ?? 0,
        skipped: main?.skipped ?? [],
        refused: main?.refused ?? [],
        unreadable: main?.unreadable ?? [],
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
        sure: (main?.updated ?? 0) + (main?.unchanged ?? 0),
        ...{ doubtful: 0, new: main?.created ?? 0, vanished: gone.length },
      },
      rows: matches,
      vanished: gone.map(({ id, name, owner }) => ({ id, name, owner })),
      compared: true,
    },
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

function tableReport({ own, created, updated, unchanged, skipped, refused, unreadable }: Taken): TableReport {
  const issues = [...refused.map((each) => ({ ...each, value: '' })), ...unreadable];
  return {
    fileName: own.title,
    role: roles[own.table] ?? 'records',
    join: null,
    taken: true,
    ...{ rows: own.rows.length, created, updated, unchanged },
    skipped: skipped.length,
    refused: refused.length,
    ...{ unjoined: 0, unjoinedIds: [], sum: 0 },
    issues: issues.sort((a, b) => a.row - b.row),
  };
}

function endsBeforeStart(record: object): boolean {
  const { startDate, endDate } = record as { readonly startDate?: unknown; readonly endDate?: unknown };
  return typeof startDate === 'string' && typeof endDate === 'string' && endDate < startDate;
}
