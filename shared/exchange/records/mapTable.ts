import type { Initiative, PortfolioRecords } from '../../domain/records.ts';
import { partOf, type Steps } from '../../steps.ts';
import { nameNote } from '../columns/nameNote.ts';
import { roundedIdsNote } from '../columns/roundedIds.ts';
import type { ImportPlan, ImportReason, ImportReport, Refresh, SkipReason, SumReason } from '../contract.ts';
import { type ImportField, nameColumns } from '../importFields.ts';
import { currencyNote } from '../plan/currencyNote.ts';
import { moneyFields } from '../plan/detectPlan.ts';
import { datesLeftNote, moneyLeftNote, onePartNote, oneYearNote, unitNote } from '../plan/moneyNotes.ts';
import { findSummaries } from '../plan/outlineRows.ts';
import { rowNumbersNote } from '../plan/rowNumbers.ts';
import { createRowReader } from '../reading/readRow.ts';
import { NO_SUMMARIES } from '../rows/groupRows.ts';
import { findParentRows, NO_PARENTS } from '../rows/parentRows.ts';
import { bodyEnd, findRowKinds } from '../rows/rowKinds.ts';
import { SumTally } from '../rows/sumTally.ts';
import type { SourceNote, SourceNoteKind } from '../sources.ts';
import { isBlank, matchKey, tidyLine } from '../table/cellText.ts';
import { lookThrough } from '../table/distinctCells.ts';
import { footnotesBelow } from '../table/footnoteMarks.ts';
import { type ColumnNames, type Table, tableWidth } from '../table/table.ts';
import { Tally } from '../tally.ts';
import { openDays } from '../values/dateOrders.ts';
import { tidyName } from '../values/splitNames.ts';
import { createInitiativeTarget } from './initiativeTarget.ts';
import { createMatchReport } from './matchReport.ts';
import { matchRowSteps, type RowKey } from './matchRows.ts';
import type { ImportChanges, MapContext, RowTarget, TakenRow, TargetParts } from './rowTarget.ts';
import { createSubjectTarget } from './subjectTarget.ts';

export interface ImportOutcome {
  readonly changes: ImportChanges;
  readonly report: ImportReport;
  /** How a list was read, and the names of its columns; absent for files that have none. */
  readonly mapped?: { readonly plan: ImportPlan; readonly headers: readonly string[] };
  /** What the list calls its records beside their names, as in `Aliases`; absent for initiatives and other files. */
  readonly called?: ReadonlyMap<string, string>;
  /** A document of our own: nothing was read into it, and it must come in as it went out, so no report joins it. */
  readonly asItWas?: true;
}

/** A list on its way into records: call `map` for slices of rows in order, then `finish`. */
export interface TableMapping {
  /** Rows below the header. */
  readonly rows: number;
  map(from: number, to: number): void;
  finish(): ImportOutcome;
  /** Notes below the table, found by then. */
  readonly footnotes: readonly string[];
  /** What rows became, for a preview: the first ones, and the first with problems. */
  readonly shownRows: readonly ShownRow[];
  /** How the list lies on the records that are there, once every row is mapped; null where there are none. */
  refresh(): Refresh | null;
}

/** A row as it would come in, beside its cells. */
export interface ShownRow {
  readonly row: number;
  /** Our fields as text; null for a row that is refused. */
  readonly values: Readonly<Partial<Record<ImportField, string>>> | null;
  readonly problems: Readonly<Partial<Record<ImportField, ImportReason>>>;
  readonly cells: readonly string[];
  /** True when it is a record of ours. */
  readonly known: boolean;
}

/** Rows mapped between two steps. */
const SLICE = 500;

/** Maps every row of a list, and says after each slice how many are done. */
export function* mapSlices(mapping: TableMapping): Generator<number, void, void> {
  for (let from = 0; from < mapping.rows; from += SLICE) {
    mapping.map(from, from + SLICE);
    yield Math.min(mapping.rows, from + SLICE);
  }
}

/** Fields whose cells are looked up by their text, row by row; those of one line are looked through in one turn. */
const readByText: readonly (readonly ImportField[])[] = [
  ['startDate', 'endDate', 'parent'],
  ['owner', 'capabilities', 'partners'],
];

const FIRST_ROWS = 40;
const PROBLEM_ROWS = 60;

/** True when some amount in the portfolio would change its meaning with another currency. */
export function holdsMoney(records: PortfolioRecords): boolean {
  const portfolio = records.portfolio.portfolio;
  if (portfolio?.dayRate) return true;
  const any = <T>(
    map: Readonly<Record<string, T>>,
    amounts: (record: T) => readonly (number | null)[],
  ): boolean =>
    Object.values(map).some((record) => amounts(record).some((amount) => amount !== null && amount !== 0));
  return (
    any(records.initiative, (i) => [i.budget, i.spent, i.valuePerMonth, i.penaltyPerMonth, i.teamDayRate]) ||
    any(records.phase, (p) => [p.cost, p.dayRate]) ||
    any(records.release, (r) => [r.plannedValuePerMonth, r.measuredValuePerMonth]) ||
    any(records.capability, (c) => [c.neededMoney]) ||
    any(records.engagement, (e) => [e.amount]) ||
    any(records.tranche, (t) => [t.amount]) ||
    any(records.outcome, (o) => [o.neededMoney])
  );
}

/**
 * Gets ready to map a list as its plan says, and finds which of its rows are known. The same table, plan and records always give the same counts, so a preview is a run
 * whose records are thrown away. `newId` makes ids. The plan must name a column that says what rows are called.
 */
export function* mapTableSteps(
  table: Table,
  plan: ImportPlan,
  names: ColumnNames,
  context: MapContext,
): Steps<TableMapping> {
  const { records, portfolio } = context;
  const firstRow = plan.headerRow + 1;
  const total = Math.max(0, table.rows.length - firstRow);
  const width = tableWidth(table, plan.headerRow);
  const nameAt = nameColumns(plan.columns);
  const nameColumn = nameAt[0] ?? -1;
  const subject = plan.rows ?? 'initiatives';
  const tally = new Tally(subject === 'initiatives');
  const sums = new SumTally(
    moneyFields.flatMap((field) => {
      const column = plan.columns[field];
      return column === undefined ? [] : [{ field, header: names.names[column] ?? field }];
    }),
  );
  const currencyFree = plan.currency === portfolio.currency || !(context.moneyHeld ?? holdsMoney(records));
  const isGrouped = subject === 'initiatives';
  const money = moneyFields.flatMap((field) => plan.columns[field] ?? []);
  for (const fields of readByText) {
    lookThrough(
      table,
      fields.flatMap((field) => plan.columns[field] ?? []),
      firstRow,
    );
    yield 0.05;
  }
  const parents = isGrouped ? findParentRows(table, plan, names) : NO_PARENTS;
  const kinds = findRowKinds(table, plan.headerRow, width, nameAt, isGrouped, (isHeading) =>
    isGrouped
      ? findSummaries(table, plan, names, bodyEnd(table, firstRow, width), money, parents, isHeading)
      : NO_SUMMARIES,
  );
  yield 0.1;
  const read = createRowReader(table, plan, names, {
    tally,
    sums,
    width,
    moneyAccepted: currencyFree,
    fiscalStartMonth: portfolio.fiscalYearStartMonth,
    footnotes: footnotesBelow(table, bodyEnd(table, firstRow, width)),
  });
  const target = createTarget({
    table,
    plan,
    names,
    read,
    tally,
    context,
    parents,
    groupOf: (index) => kinds.groups.groupOf(firstRow + index),
  });
  const footnotes: string[] = [];
  const shownRows: ShownRow[] = [];
  let problemRows = 0;

  if (names.duplicates > 0)
    tally.repair(
      'duplicateHeader',
      names.names.filter((n) => / \(\d+\)$/.test(n)).join(', '),
      names.duplicates,
    );
  if (table.replacedCharacters > 0) tally.repair('encoding', plan.encoding, table.replacedCharacters);
  for (const line of table.unquotedLines) tally.repair('quotes', `row ${line}`);

  /** The cells of a row, or why it is skipped; asked for in order, once for each. */
  const cellsAt = (index: number): readonly string[] | SkipReason => {
    const raw = table.rows.at(firstRow + index) ?? [];
    return kinds.skip(firstRow + index, raw) ?? read.straighten(raw, table.lines[firstRow + index] ?? 0);
  };
  // Which rows are known already is decided over the whole list, before the first row is mapped. Where none can be, a
  // row is looked at when its turn comes: twice through a long list takes longer, and holds everything else up.
  const cells: (readonly string[] | SkipReason)[] = [];
  for (let index = 0; target.seesAll && index < total; index += 1) {
    if (index % SLICE === 0) yield 0.2 + (0.3 * index) / total;
    cells.push(cellsAt(index));
  }
  const keys = target.keys(cells);
  const keyAt = (index: number): RowKey | null => {
    const key = keys[index];
    return key === undefined || key === null || 'reason' in key ? null : key;
  };
  const detailOf = (index: number): { owner: string | null; description: string } => {
    const row = cells[index];
    if (row === undefined || typeof row === 'string') return { owner: null, description: '' };
    // As it is kept: words for "not known" are no owner.
    return {
      owner: tidyName(row[plan.columns.owner ?? -1] ?? ''),
      description: row[plan.columns.description ?? -1] ?? '',
    };
  };
  const rowAt = new Map(
    (plan.decisions ?? []).length === 0
      ? []
      : cells.map((_, index) => [table.lines[firstRow + index] ?? 0, index] as const),
  );
  const decided = new Map(
    (plan.decisions ?? []).flatMap((decision) => {
      const index = rowAt.get(decision.row);
      return index === undefined || keyAt(index) === null ? [] : [[index, decision] as const];
    }),
  );
  const anyKnown = target.known.length > 0;
  yield 0.5;
  const claims = keys.map((_, index) => keyAt(index));
  const matched = yield* partOf(matchRowSteps(claims, target.known, detailOf, decided), 0.5, 1);
  if (target.seesAll) target.matched(matched.rows);
  const report = createMatchReport(target.known, matched, {
    lineOf: (index) => table.lines[firstRow + index] ?? 0,
    nameOf: (index) => keyAt(index)?.name ?? '',
    retire: new Set(plan.retire ?? []),
    explain: context.explain === true,
  });

  const left = (row: readonly string[], why: SumReason): void => {
    const amounts = read.amountsOf(row);
    if (why === 'total') sums.state(amounts, kinds.isPart(row));
    // What a heading sums stands in the rows below it.
    else if (why !== 'group' && why !== 'header')
      for (const [at, amount] of amounts.entries()) if (amount !== null) sums.differs(at, why, amount);
  };

  const mapRow = (index: number): void => {
    const line = table.lines[firstRow + index] ?? 0;
    const row = target.seesAll ? (cells[index] ?? []) : cellsAt(index);
    if (typeof row === 'string') {
      tally.skipped.push({ row: line, reason: row });
      if (row !== 'blank') left(table.rows.at(firstRow + index) ?? [], row);
      if (row === 'footnote')
        footnotes.push(
          (table.rows.at(firstRow + index) ?? [])
            .filter((cell) => !isBlank(cell))
            .map((cell) => tidyLine(cell).text)
            .join(' '),
        );
      return;
    }
    const key = (target.seesAll ? keys[index] : target.keys([row])[0]) ?? null;
    if (key === null || 'reason' in key) {
      const { reason, column } = key ?? { reason: 'no_name' as const, column: nameColumn };
      tally.refused.push({ row: line, column: names.names[column] ?? 'name', reason });
      left(row, reason);
      if (context.explain) show(line, row, false, null, reason);
      return;
    }
    const known = matched.rows[index]?.known ?? null;
    const state = target.take(row, line, index, known?.id ?? null);
    if (context.explain) show(line, row, known !== null, target.shown());
    if (state === 'created') report.asNew(index, target.differences);
    else report.asKnown(index, () => target.differences(known?.id ?? ''));
    tally[state] += 1;
  };

  const show = (
    row: number,
    cells: readonly string[],
    known: boolean,
    taken: TakenRow | null,
    reason?: ImportReason,
  ): void => {
    const first = shownRows.length - problemRows < FIRST_ROWS;
    const problems = taken?.problems ?? { name: reason ?? 'no_name' };
    const problem = !first && problemRows < PROBLEM_ROWS && Object.keys(problems).length > 0;
    if (!first && !problem) return;
    if (problem) problemRows += 1;
    shownRows.push({ row, values: taken?.values() ?? null, problems, cells, known });
  };

  return {
    rows: total,
    footnotes,
    shownRows,
    refresh: () => (anyKnown ? report.refresh() : null),
    map(from, to) {
      for (let index = from; index < Math.min(to, total); index += 1) mapRow(index);
    },
    finish() {
      const { add, update, notes, called } = target.finish(report.retired());
      const checks = sums.checks();
      const said = [
        ...namesNote(
          'headingsRead',
          kinds.groups.headings.filter((each) => !kinds.summed.includes(each)),
        ),
        ...namesNote('summariesLeft', kinds.summed),
        ...namesNote('uppersCounted', kinds.counted),
        ...namesNote('rowsRepeat', repeatedNames(add.initiative ?? [])),
        ...openDays(table, plan, names),
        ...currencyNote(table, plan, names, portfolio.currency),
        ...(isGrouped
          ? [
              ...unitNote(plan, checks),
              ...moneyLeftNote(table, plan, names),
              ...datesLeftNote(table, plan, names),
              ...oneYearNote(plan, names),
              ...onePartNote(plan, names),
            ]
          : []),
        ...(subject === 'initiatives' ? nameNote(names.names[nameColumn]) : []),
        ...(plan.columns.externalId === undefined
          ? [rowNumbersNote, roundedIdsNote].flatMap((note) =>
              note(table, names, Object.values(plan.columns), firstRow),
            )
          : []),
      ];
      const switchCurrency = plan.currency !== portfolio.currency && currencyFree && read.amountsRead() > 0;
      return {
        mapped: { plan, headers: names.names },
        ...(called === undefined ? {} : { called }),
        changes: {
          // Texts are well-formed as read, and cut between characters; only a strange separator could tear one apart.
          wellFormed: plan.delimiter.isWellFormed() && plan.listSeparator.isWellFormed(),
          add,
          update: {
            ...(switchCurrency ? { portfolio: [{ ...portfolio, currency: plan.currency }] } : {}),
            ...update,
          },
        },
        report: {
          ...tally.report(context.fileName, total, plan.currency),
          ...(subject === 'initiatives' ? {} : { of: subject }),
          ...(said.length + notes.length === 0 ? {} : { notes: [...said, ...notes] }),
          sumChecks: checks,
          ...report.summary(),
        },
      };
    },
  };
}

const EXAMPLES = 5;

function namesNote(what: SourceNoteKind, names: readonly string[]): readonly SourceNote[] {
  return names.length === 0 ? [] : [{ what, count: names.length, examples: names.slice(0, EXAMPLES) }];
}

/** The names of initiatives that came in more than once: of one id and name, or of one owner and name where they have no ids. */
function repeatedNames(initiatives: readonly Initiative[]): readonly string[] {
  // Ids and owners first, and a group only for those that share one: in a long list nearly none do.
  const first = new Map<string, Initiative>();
  const alike = new Map<string, Initiative[]>();
  for (const initiative of initiatives) {
    const key = initiative.externalId ?? `\n${initiative.owner ?? ''}`;
    const group = alike.get(key);
    const before = first.get(key);
    if (group) group.push(initiative);
    else if (before) alike.set(key, [before, initiative]);
    else first.set(key, initiative);
  }
  return [...alike.values()]
    .flatMap((group) => [...Map.groupBy(group, ({ name }) => matchKey(name)).values()])
    .flatMap(([one, ...others]) => (one && others.length > 0 ? [one.name] : []));
}

/** What takes the rows in, by what they are. */
function createTarget(parts: TargetParts): RowTarget {
  const subject = parts.plan.rows ?? 'initiatives';
  return subject === 'initiatives' ? createInitiativeTarget(parts) : createSubjectTarget(subject, parts);
}
