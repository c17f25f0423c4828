import type { Initiative, Portfolio, PortfolioRecords, RecordOf, TableName } from '../domain/records.ts';
import { isBlank, tidyLine } from './cellText.ts';
import type { ImportField, ImportPlan, ImportReport, ListField, Refresh, SkipReason } from './contract.ts';
import { moneyFields } from './detectPlan.ts';
import { createGoalLinks } from './linkedGoals.ts';
import { createLinks } from './linkedRecords.ts';
import { createMatchReport, type NewLinks } from './matchReport.ts';
import { matchRows, type RowKey } from './matchRows.ts';
import { clearable, createInitiative, mergeRow, sameInitiative } from './mergeRow.ts';
import { createRowReader, type RowValues } from './readRow.ts';
import { createSkipper } from './rowKinds.ts';
import { SumTally } from './sumTally.ts';
import { type ColumnNames, type Table, tableWidth } from './table.ts';
import { Tally } from './tally.ts';

/** Records to write, by table; a table without any is absent. */
export type RecordLists = { readonly [T in TableName]?: readonly RecordOf<T>[] };

/** What an import wants written. Every record satisfies its table's schema, and refers only to records that exist or are added. */
export interface ImportChanges {
  /** True when it is certain that no text holds half a surrogate pair; else whoever writes them must look. */
  readonly wellFormed?: boolean;
  readonly add: RecordLists;
  readonly update: RecordLists;
}

export interface ImportOutcome {
  readonly changes: ImportChanges;
  readonly report: ImportReport;
  /** How a list was read, and the names of its columns; absent for files that have none. */
  readonly mapped?: { readonly plan: ImportPlan; readonly headers: readonly string[] };
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
  /** Null for a row that is refused. */
  readonly values: RowValues | null;
  readonly cells: readonly string[];
  /** True when it is a record of ours. */
  readonly known: boolean;
}

const FIRST_ROWS = 40;
const PROBLEM_ROWS = 60;
/** The key of every row while nothing is known that it could be. */
const NEW_ROW: RowKey = { externalId: null, name: '' };

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
 * Maps a list as its plan says. The same table, plan and records always give the same counts, so a preview is a run
 * whose records are thrown away. `newId` makes ids. The plan must name a column for `name`.
 */
export function mapTable(
  table: Table,
  plan: ImportPlan,
  names: ColumnNames,
  context: {
    readonly fileName: string;
    readonly records: PortfolioRecords;
    readonly portfolio: Portfolio;
    readonly newId: () => string;
    /** True to keep what a preview shows: rows, and what would change in which record. */
    readonly explain?: boolean;
  },
): TableMapping {
  const { records, portfolio, newId } = context;
  const firstRow = plan.headerRow + 1;
  const total = Math.max(0, table.rows.length - firstRow);
  const width = tableWidth(table, plan.headerRow);
  const nameColumn = plan.columns.name ?? -1;
  const tally = new Tally();
  const sums = new SumTally(
    moneyFields.flatMap((field) => {
      const column = plan.columns[field];
      return column === undefined ? [] : [{ field, header: names.names[column] ?? field }];
    }),
  );
  const currencyFree = plan.currency === portfolio.currency || !holdsMoney(records);
  const skip = createSkipper(table, firstRow, width, nameColumn);
  const read = createRowReader(table, plan, names, {
    tally,
    sums,
    width,
    moneyAccepted: currencyFree,
    fiscalStartMonth: portfolio.fiscalYearStartMonth,
  });
  const separatorOf = (field: ImportField): string =>
    plan.separators?.[String(plan.columns[field] ?? -1)] ?? plan.listSeparator;
  const links = createLinks(
    records,
    { capabilities: separatorOf('capabilities'), partners: separatorOf('partners') },
    newId,
  );
  const goals = createGoalLinks(
    records,
    { outcomes: separatorOf('outcomes'), segments: separatorOf('segments') },
    newId,
  );
  const add: Initiative[] = [];
  const update: Initiative[] = [];
  const footnotes: string[] = [];
  const shownRows: ShownRow[] = [];
  let problemRows = 0;
  const clearing = plan.emptyClears
    ? (Object.keys(clearable) as (keyof typeof clearable)[]).flatMap((field) => {
        const column = plan.columns[field];
        return column === undefined ? [] : [{ field, column, ours: clearable[field] }];
      })
    : [];

  if (names.duplicates > 0)
    tally.repair(
      'duplicateHeader',
      names.names.filter((n) => / \(\d+\)$/.test(n)).join(', '),
      names.duplicates,
    );
  if (table.replacedCharacters > 0) tally.repair('encoding', plan.encoding, table.replacedCharacters);
  for (const line of table.unquotedLines) tally.repair('quotes', `row ${line}`);

  // Which rows are known already is decided over the whole list, before the first row is mapped.
  const cells: (readonly string[] | SkipReason)[] = [];
  const keys: (RowKey | null)[] = [];
  const initiatives = Object.values(records.initiative);
  const anyKnown = initiatives.length > 0;
  const keyOf = (row: readonly string[]): RowKey => {
    const id = tidyLine(row[plan.columns.externalId ?? -1] ?? '').text;
    return {
      externalId: id === '' ? null : read.externalIdOf(id),
      name: tidyLine(row[nameColumn] ?? '').text,
    };
  };
  for (let index = 0; index < total; index += 1) {
    const raw = table.rows[firstRow + index] ?? [];
    const reason = skip(firstRow + index, raw);
    const row = reason ?? read.straighten(raw, table.lines[firstRow + index] ?? 0);
    cells.push(row);
    if (typeof row === 'string' || isBlank(row[nameColumn])) keys.push(null);
    else keys.push(anyKnown ? keyOf(row) : NEW_ROW);
  }
  const detailOf = (index: number): { owner: string | null; description: string } => {
    const row = cells[index];
    if (row === undefined || typeof row === 'string') return { owner: null, description: '' };
    const owner = tidyLine(row[plan.columns.owner ?? -1] ?? '').text;
    return { owner: owner === '' ? null : owner, description: row[plan.columns.description ?? -1] ?? '' };
  };
  const rowAt = new Map(
    (plan.decisions ?? []).length === 0
      ? []
      : cells.map((_, index) => [table.lines[firstRow + index] ?? 0, index] as const),
  );
  const decided = new Map(
    (plan.decisions ?? []).flatMap((decision) => {
      const index = rowAt.get(decision.row);
      return index === undefined || keys[index] === null ? [] : [[index, decision] as const];
    }),
  );
  const matched = matchRows(keys, initiatives, detailOf, decided);
  const report = createMatchReport(initiatives, matched, {
    lineOf: (index) => table.lines[firstRow + index] ?? 0,
    nameOf: (index) => keys[index]?.name ?? '',
    retire: new Set(plan.retire ?? []),
    currency: plan.currency,
    explain: context.explain === true,
  });

  /** Ties an initiative to what its cells name; answers what it was not tied to before, by field. */
  const linkCells = (initiativeId: string, values: RowValues): readonly NewLinks[] => {
    const found: NewLinks[] = [];
    const note = (field: ListField, names: readonly string[]): void => {
      if (names.length > 0) found.push({ field, names });
    };
    if (values.capabilities !== null)
      note('capabilities', links.linkCapabilities(initiativeId, values.capabilities));
    if (values.partners !== null) note('partners', links.linkPartners(initiativeId, values.partners));
    if (values.outcomes !== null) note('outcomes', goals.linkOutcomes(initiativeId, values.outcomes));
    if (values.segments !== null) note('segments', goals.linkSegments(initiativeId, values.segments));
    return found;
  };
  const left = (row: readonly string[], why: SkipReason | 'no_name'): void => {
    const amounts = read.amountsOf(row);
    if (why === 'total') sums.state(amounts);
    else for (const [at, amount] of amounts.entries()) if (amount !== null) sums.differs(at, why, amount);
  };

  const mapRow = (index: number): void => {
    const line = table.lines[firstRow + index] ?? 0;
    const row = cells[index];
    if (row === undefined) return;
    if (typeof row === 'string') {
      tally.skipped.push({ row: line, reason: row });
      if (row !== 'blank') left(table.rows[firstRow + index] ?? [], row);
      if (row === 'footnote')
        footnotes.push(
          (table.rows[firstRow + index] ?? [])
            .filter((cell) => !isBlank(cell))
            .map((cell) => tidyLine(cell).text)
            .join(' '),
        );
      return;
    }
    if (keys[index] === null) {
      tally.refused.push({ row: line, column: names.names[nameColumn] ?? 'name', reason: 'no_name' });
      left(row, 'no_name');
      if (context.explain) show(line, null, row, false);
      return;
    }
    const match = matched.rows[index] ?? null;
    const existing = match?.known ?? null;
    const values = read.row(row, line, existing);
    if (context.explain) show(line, values, row, existing !== null);
    tally.budget += values.fields.budget ?? 0;
    const teamId = values.team === null ? null : links.teamOf(values.team);
    if (existing === null) {
      const initiative = createInitiative(newId(), values, teamId, plan.defaultMode);
      add.push(initiative);
      tally.created += 1;
      linkCells(initiative.id, values);
      report.asNew(index, (other) => mergeRow(other, values, null));
      return;
    }
    const cleared = clearing.flatMap(({ field, column, ours }) =>
      isBlank(row[column]) && values.problems[field] === undefined ? [ours] : [],
    );
    const merged = mergeRow(existing, values, teamId, cleared);
    const linked = linkCells(existing.id, values);
    const changed = !sameInitiative(existing, merged);
    report.asKnown(index, existing, merged, linked);
    if (changed) update.push(merged);
    if (changed || linked.length > 0) tally.updated += 1;
    else tally.unchanged += 1;
  };

  const show = (row: number, values: RowValues | null, cells: readonly string[], known: boolean): void => {
    const first = shownRows.length - problemRows < FIRST_ROWS;
    const problem =
      !first && problemRows < PROBLEM_ROWS && (values === null || Object.keys(values.problems).length > 0);
    if (!first && !problem) return;
    if (problem) problemRows += 1;
    shownRows.push({ row, values, cells, known });
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
      const retired = report.retired();
      const switchCurrency = plan.currency !== portfolio.currency && currencyFree && read.amountsRead() > 0;
      return {
        mapped: { plan, headers: names.names },
        changes: {
          // Texts are well-formed as read, and cut between characters; only a strange separator could tear one apart.
          wellFormed: plan.delimiter.isWellFormed() && plan.listSeparator.isWellFormed(),
          add: {
            team: links.team,
            partner: links.partner,
            capability: links.capability,
            initiative: add,
            contribution: links.contribution.add,
            engagement: links.engagement,
            segment: goals.segment,
            outcome: goals.outcome,
            outcomeLink: goals.outcomeLink.add,
            segmentLink: goals.segmentLink.add,
          },
          update: {
            ...(switchCurrency ? { portfolio: [{ ...portfolio, currency: plan.currency }] } : {}),
            initiative: [...update, ...retired],
            contribution: links.contribution.update,
            outcomeLink: goals.outcomeLink.update,
            segmentLink: goals.segmentLink.update,
          },
        },
        report: {
          ...tally.report(context.fileName, total, plan.currency),
          sumChecks: sums.checks(),
          ...report.summary(),
        },
      };
    },
  };
}
