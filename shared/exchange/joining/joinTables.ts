import { emptyRecords } from '../../domain/defaults.ts';
import type { Initiative, Portfolio, PortfolioRecords } from '../../domain/records.ts';
import { partOf } from '../../steps.ts';
import type { ImportPlan, TableReport } from '../contract.ts';
import type { ImportField } from '../importFields.ts';
import { detectPlan } from '../plan/detectPlan.ts';
import { afterImport } from '../records/afterImport.ts';
import type { Aliases } from '../records/aliases.ts';
import { foldChanges } from '../records/foldChanges.ts';
import { type ImportOutcome, mapSlices, mapTableSteps } from '../records/mapTable.ts';
import type { ImportChanges } from '../records/rowTarget.ts';
import { type FurtherTable, isOwnList, type JoinedRole, type SourceNoteKind } from '../sources.ts';
import { matchKey, tidyLine } from '../table/cellText.ts';
import { columnNames, tableWidth } from '../table/table.ts';
import { joinColumn, joinShares } from './chooseTables.ts';
import { actualHeaders, dayIn, plannedColumn } from './joinDays.ts';
import { createLinker, type Linker } from './joinLinks.ts';
import { readMore } from './joinMore.ts';
import { existingBy, type JoinedLists, type JoinedRow, keysOf, putRow } from './joinRecords.ts';
import { wordColumns, wordReader } from './joinWords.ts';
import { headerWords, roleOf, roleWords } from './listNames.ts';
import { type FurtherSource, type OtherTable, ownNotes } from './otherTable.ts';
import { type Tie, tiesOf } from './ownTies.ts';
import type { OwnList } from './splitTables.ts';
import { isLinks, tellsMore } from './tableRoles.ts';
import type { WordedTable } from './tableValues.ts';

const CONTRACT =
  /\b(?:contract|agreement|order|po)\b(?!.*\b(?:size|value|amount|date|start|end|expiry|expiration|until)\b)|合同(?!.*(?:金额|日期|到期|开始|结束))/i;
type Issue = NonNullable<TableReport['issues']>[number];

/** What says something of initiatives alone: rows of other tables are known by those that they belong to. */
const OF_INITIATIVES: ReadonlySet<SourceNoteKind> = new Set([
  'rowNumbersLeft',
  'idsRounded',
  'namedBy',
  'unitOpen',
]);

const IDS = 5;
const JOINS = 8;

const lists = (): JoinedLists => ({ partner: [], phase: [], release: [], engagement: [] });

interface Joined {
  readonly outcome: ImportOutcome;
  readonly tables: readonly FurtherTable[];
  readonly ties: readonly Tie[];
  /** The tables that came in, with the columns of theirs that hold words of ours. */
  readonly worded: readonly WordedTable[];
}

/** Rows put in their place between two steps. */
const SLICE = 500;

/**
 * Adds the rows of further tables to the initiatives of an outcome: activities as phases, suppliers as partners with
 * their engagements, releases as releases, links as what the initiatives serve, and rows that say more of the initiatives
 * themselves as what the list leaves open. Rows that are there already, by their own id or else their name, are brought
 * up to date. `choices` says which column joins a table; what it leaves out is found. Nothing is guessed for rows whose
 * initiative is not there: they are counted. `tables` are the choices that were made. Each step says how many rows of
 * all tables are done. `own` are lists that came in before: rows of theirs that name initiatives are tied to them.
 */
export function* joinSteps(
  outcome: ImportOutcome,
  others: readonly FurtherSource[],
  choices: readonly FurtherTable[],
  context: {
    readonly records: PortfolioRecords;
    readonly portfolio: Portfolio;
    readonly currency: string;
    readonly newId: () => string;
    readonly aliases?: Aliases;
    /** Lists of their own that came in, whose rows may name initiatives. */
    readonly own?: readonly OwnList[];
  },
): Generator<number, Joined, void> {
  const { own = [] } = context;
  if (others.length === 0 && own.length === 0) return { outcome, tables: [], ties: [], worded: [] };
  const { records, newId } = context;
  const updated = new Map((outcome.changes.update.initiative ?? []).map((each) => [each.id, each]));
  const initiatives = [
    ...Object.values(records.initiative).map((each) => updated.get(each.id) ?? each),
    ...(outcome.changes.add.initiative ?? []),
  ];
  const keys = keysOf(initiatives);
  const [add, update] = [lists(), lists()];
  const existing = existingBy(records, outcome, context.aliases?.partners);
  const tables: FurtherTable[] = [];
  const worded: WordedTable[] = [];
  let linker: Linker | null = null;
  /** What tables say of initiatives beside the list, and the records with all of it. */
  let more: ImportChanges | null = null;
  let imported: PortfolioRecords | null = null;
  /** The records with what the list itself brought. */
  const withList = (): PortfolioRecords => (imported ??= afterImport(records, outcome.changes));
  let now: PortfolioRecords | null = null;
  /** What tables brought as budgets of initiatives, beside those of the list. */
  let budget = 0;
  let done = 0;
  // What says "not known" is one question for all tables of an import.
  const unknownWords = outcome.mapped?.plan.unknownWords;
  function* take(other: FurtherSource): Generator<number, TableReport, void> {
    yield done;
    const choice = choices.find(({ file }) => file === other.file);
    const given = {
      ...(choice?.columns ? { columns: choice.columns as ImportPlan['columns'] } : {}),
      ...(choice?.translations ? { translations: choice.translations } : {}),
      ...(unknownWords ? { unknownWords } : {}),
    };
    const found = detectPlan(other.table, { ...given, rows: 'initiatives' }, other, context.currency).plan;
    const { headerRow } = found;
    const headers = columnNames(other.table.rows.at(headerRow) ?? [], tableWidth(other.table, headerRow));
    const ids = new Set(keys.keys());
    const column = choice ? choice.join : joinColumn(other.table, headerRow, ids);
    const role =
      choice && !isOwnList(choice.role)
        ? choice.role
        : isLinks(other.fileName, headers.names, found, column)
          ? 'links'
          : tellsMore(other, headers.names, found, column)
            ? 'initiatives'
            : roleOf(other.fileName, headers.names);
    tables.push({ ...choice, file: other.file, role, join: column });
    yield done;
    const plan = planWithout(other, column, { ...given, headerRow }, role, headers.names, context.currency);
    const empty = {
      fileName: other.fileName,
      role,
      join: null,
      rows: 0,
      created: 0,
      updated: 0,
      unchanged: 0,
      file: other.file,
      headers: [...headers.names],
      joins: joinShares(other.table, headerRow, ids).slice(0, JOINS),
      columns: plan.columns,
    };
    if (column !== null && role === 'initiatives') {
      const taken = outcome.mapped?.plan.columns ?? {};
      worded.push({ source: other, plan: withoutFields(found, taken), names: headers, taken: true });
      const told = yield* ahead(
        readMore(other, found, column, keys, {
          ...context,
          portfolio: { ...context.portfolio, currency: context.currency },
          records: now ?? withList(),
          taken,
        }),
        done,
      );
      now = afterImport(now ?? withList(), told.changes);
      more = more === null ? told.changes : foldChanges(more, told.changes);
      budget += told.budget;
      return { ...empty, ...told.report, join: headers.names[column] ?? null };
    }
    if (column === null || role === 'initiatives')
      return { ...empty, skipped: 0, refused: 0, unjoined: 0, unjoinedIds: [], sum: 0 };
    if (role === 'links') {
      linker ??= createLinker(withList(), keys, newId, context.aliases);
      const { unjoined, ...linked } = linker.take(other.table, plan, column, headers.names);
      return {
        ...empty,
        ...linked,
        join: headers.names[column] ?? null,
        unjoined: unjoined.length,
        unjoinedIds: [...new Set(unjoined)].slice(0, IDS),
        sum: 0,
      };
    }
    yield done;
    const relationship = wordColumns(role, headers.names).get('relationship');
    if (relationship !== undefined)
      worded.push({
        source: other,
        plan: { ...plan, columns: { relationship } },
        names: headers,
        taken: true,
      });
    const reading = readRows(other, plan, column, headers.names, keys, { ...context, role });
    const { rows, report, unjoined, issues } = yield* ahead(reading, done);
    const notes = ownNotes(other, [...(other.table.notes ?? []), ...(report.notes ?? [])]).filter(
      ({ what }) => !OF_INITIATIVES.has(what),
    );
    const before = [add, update].map(countOf);
    let kept = 0;
    for (const [index, row] of sorted(rows).entries()) {
      if (index % SLICE === 0) yield done + report.rows;
      if (!putRow(role, row, existing, add, update, newId)) kept += 1;
    }
    const [created, changed] = [add, update].map((all, index) => countOf(all) - (before[index] ?? 0));
    return {
      ...empty,
      join: headers.names[column] ?? null,
      rows: report.rows,
      created: created ?? 0,
      updated: changed ?? 0,
      unchanged: kept,
      skipped: report.skipped.length,
      refused: report.refused.length,
      unjoined: unjoined.length,
      unjoinedIds: [...new Set(unjoined)].slice(0, IDS),
      sum: rows.reduce((sum, { fields }) => sum + (fields.budget ?? 0), 0),
      issues: [...issues].sort((a, b) => a.row - b.row),
      ...(notes.length === 0 ? {} : { notes: [...notes] }),
    };
  }
  const reports: TableReport[] = [];
  for (const other of others) {
    reports.push(yield* take(other));
    done += other.table.rows.length;
  }
  const ties: Tie[] = [];
  for (const list of own) {
    yield done;
    const tie = tiesOf(list, new Set(keys.keys()));
    if (tie === null) continue;
    linker ??= createLinker(withList(), keys, newId, context.aliases);
    const { unjoined } = linker.take(list.source.table, tie.plan, tie.column, tie.headers);
    ties.push({ file: list.source.file, column: list.names.names[tie.column] ?? '', unjoined });
  }
  const { report } = outcome;
  const wellFormed = outcome.changes.wellFormed === true;
  const joined = foldChanges(outcome.changes, { wellFormed, add: { ...add }, update: { ...update } });
  const linked = (linker as Linker | null)?.changes();
  const tied = linked ? foldChanges(joined, { wellFormed, ...linked }) : joined;
  const changes = more === null ? tied : foldChanges(tied, more);
  const sums = { ...report.sums, budget: report.sums.budget + budget };
  const said = others.length === 0 ? report : { ...report, sums, tables: reports };
  return { tables, ties, worded, outcome: { ...outcome, changes, report: said } };
}

/** A plan without the fields that a list fills itself: those of a table beside it stay texts. */
const withoutFields = (plan: ImportPlan, taken: ImportPlan['columns']): ImportPlan => ({
  ...plan,
  columns: Object.fromEntries(Object.entries(plan.columns).filter(([field]) => !Object.hasOwn(taken, field))),
});

/** Steps of one table among others: `before` rows were done when it began. */
function* ahead<T>(steps: Generator<number, T, void>, before: number): Generator<number, T, void> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield before + step.value;
  }
}

const countOf = (all: JoinedLists): number => all.phase.length + all.release.length + all.engagement.length;

function sorted(rows: readonly JoinedRow[]): readonly JoinedRow[] {
  return [...rows].sort((a, b) => (a.fields.startDate ?? '9').localeCompare(b.fields.startDate ?? '9'));
}

/** How a table is read beside the column that joins it, which fills no field of its own rows. */
function planWithout(
  other: OtherTable,
  join: number | null,
  given: Partial<ImportPlan>,
  role: JoinedRole,
  headers: readonly string[],
  currency: string,
): ImportPlan {
  const rows = Array.from(other.table.rows, (row) =>
    row.map((cell, column) => (column === join ? '' : cell)),
  );
  const { plan, profiles } = detectPlan(
    { ...other.table, rows },
    { ...given, rows: 'initiatives' },
    other,
    currency,
  );
  const columns = { ...plan.columns };
  const planned = plannedColumn(headers, profiles, join);
  const hasDays = columns.endDate !== undefined || columns.startDate !== undefined;
  if (given.columns === undefined && planned !== -1 && !hasDays) columns.endDate = planned;
  const words = new Set(wordColumns(role, headers).values());
  for (const [field, column] of Object.entries(columns) as [ImportField, number][])
    if (words.has(column)) delete columns[field];
  // In a table of suppliers it is the supplier that has the name.
  if (role === 'suppliers' && columns.partners !== undefined) {
    columns.name = columns.partners;
    delete columns.partners;
  }
  const free = (pattern: RegExp): number => {
    const used = new Set([join, ...words, ...Object.values(columns)]);
    return headers.findIndex((header, column) => !used.has(column) && pattern.test(headerWords(header)));
  };
  // A table of links has no names of its own: what looks like one is a weight or a comment.
  if (role === 'links') delete columns.name;
  const contract = free(CONTRACT);
  if (role === 'suppliers' && columns.externalId === undefined && contract !== -1)
    columns.externalId = contract;
  const named = free(roleWords(role));
  if (role !== 'links' && columns.name === undefined && named !== -1) columns.name = named;
  return { ...plan, columns };
}

function* readRows(
  other: OtherTable,
  plan: ImportPlan,
  column: number,
  headers: readonly string[],
  keys: ReadonlyMap<string, Initiative>,
  context: { readonly portfolio: Portfolio; readonly currency: string; readonly role: JoinedRole },
): Generator<
  number,
  {
    readonly rows: readonly JoinedRow[];
    readonly report: ImportOutcome['report'];
    readonly unjoined: string[];
    readonly issues: Issue[];
  },
  void
> {
  const names = columnNames(
    other.table.rows.at(plan.headerRow) ?? [],
    tableWidth(other.table, plan.headerRow),
  );
  let n = 0;
  // No row is taken yet: the list can be left all the same.
  const mapping = yield* partOf(
    mapTableSteps(other.table, plan, names, {
      fileName: other.fileName,
      records: emptyRecords(),
      portfolio: { ...context.portfolio, currency: context.currency },
      // Amounts in another currency than the list's are refused.
      moneyHeld: true,
      newId: () => {
        n += 1;
        return `row-${n}`;
      },
    }),
    0,
    0,
  );
  yield* mapSlices(mapping);
  const { changes, report } = mapping.finish();
  const rows: JoinedRow[] = [];
  const unjoined: string[] = [];
  const issues: Issue[] = [
    ...report.refused.map((each) => ({ ...each, value: '' })),
    ...report.unreadable.map((each) => ({ ...each })),
  ];
  // What was read are the rows that were neither passed over nor refused, in their order.
  const left = new Set([...report.skipped, ...report.refused].map(({ row }) => row));
  const lines = other.table.lines.slice(plan.headerRow + 1).filter((line) => !left.has(line));
  const header = headers[column] ?? '';
  const { startHeader, endHeader } = actualHeaders(other.table, plan, headers);
  const words = wordColumns(context.role, headers);
  const wordsOf = wordReader(plan);
  for (const [index, fields] of (changes.add.initiative ?? []).entries()) {
    if (index % SLICE === 0) yield mapping.rows;
    const id = fields.extra[header] ?? '';
    const initiative = keys.get(matchKey(id));
    if (!initiative) unjoined.push(tidyLine(id).text);
    else
      rows.push({
        initiative,
        fields,
        actualStart: dayIn(fields.extra[startHeader ?? ''], 'start', plan),
        actualEnd: dayIn(fields.extra[endHeader ?? ''], 'end', plan),
        words: wordsOf(
          (field) => fields.extra[headers[words.get(field) ?? -1] ?? ''] ?? '',
          (cell) => dayIn(cell, 'end', plan),
          (field, reason, value) =>
            issues.push({
              row: lines[index] ?? 0,
              column: headers[words.get(field) ?? -1] ?? field,
              reason,
              value,
            }),
        ),
        told: (field, value) =>
          issues.push({ row: lines[index] ?? 0, column: field, reason: 'end_before_start', value }),
      });
  }
  return { rows, report, unjoined, issues };
}
