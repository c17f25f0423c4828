import type { Portfolio, PortfolioRecords } from '../../../shared/domain/records.ts';
import type { ImportPlan, Refresh, TableReport } from '../../../shared/exchange/contract.ts';
import type { OtherSubject } from '../../../shared/exchange/importFields.ts';
import { joinSteps } from '../../../shared/exchange/joining/joinTables.ts';
import type { FurtherSource } from '../../../shared/exchange/joining/otherTable.ts';
import {
  choiceOf,
  goneFromAll,
  inCurrency,
  namedOnly,
  ownReport,
  withTie,
} from '../../../shared/exchange/joining/ownReport.ts';
import { withReleases, withSource } from '../../../shared/exchange/joining/sourceReport.ts';
import { type OwnList, splitTables } from '../../../shared/exchange/joining/splitTables.ts';
import type { WordedTable } from '../../../shared/exchange/joining/tableValues.ts';
import { afterImport } from '../../../shared/exchange/records/afterImport.ts';
import { foldChanges } from '../../../shared/exchange/records/foldChanges.ts';
import {
  holdsMoney,
  type ImportOutcome,
  mapTableSteps,
  type TableMapping,
} from '../../../shared/exchange/records/mapTable.ts';
import type { ImportChanges } from '../../../shared/exchange/records/rowTarget.ts';
import type { FurtherTable } from '../../../shared/exchange/sources.ts';
import type { ColumnNames, Table } from '../../../shared/exchange/table/table.ts';
import { mapAll, takeTurns } from './mapSlices.ts';
import type { TableSource } from './openSource.ts';

export interface TogetherRequest {
  /** The list that the import is about. */
  readonly main: {
    readonly source: TableSource;
    readonly fileName: string;
    readonly plan: ImportPlan;
    readonly names: ColumnNames;
  };
  readonly others: readonly FurtherSource[];
  /** What was chosen of the others; what is not there is found. */
  readonly choices: readonly FurtherTable[];
  readonly records: PortfolioRecords;
  readonly portfolio: Portfolio;
  readonly newId: () => string;
  /** True where the person chose the sheet of the list. */
  readonly sheetChosen?: boolean;
  /** True for a preview: the mapping of the list then tells its rows. */
  readonly explain?: boolean;
  /** Hears how many rows of all lists are mapped, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly isCancelled?: () => boolean;
}

/** A list and what came with it, as one import. */
export interface MappedTogether {
  readonly mapping: TableMapping;
  readonly outcome: ImportOutcome;
  /** The choices that were made of the other tables. */
  readonly tables: readonly FurtherTable[];
  /** Lists of their own among them. */
  readonly own: readonly OwnList[];
  /** The others, with the columns of theirs that hold words of ours. */
  readonly worded: readonly WordedTable[];
}

/**
 * Maps a list and the tables that came with it into one set of changes: first lists of capabilities, outcomes and the
 * like, so that the initiatives find what they name; then the list itself; then what belongs to its initiatives.
 * Decisions of rows and what is retired are the list's alone. Throws `cancelled`.
 */
export async function mapTogether(request: TogetherRequest): Promise<MappedTogether> {
  const { main, others, choices, records, portfolio, newId } = request;
  const { onProgress = () => undefined, isCancelled = () => false } = request;
  const { source, fileName, plan, names } = main;
  const held = holdsMoney(records);
  const currency = plan.currency === portfolio.currency || !held ? plan.currency : portfolio.currency;
  const { own, joined } = splitTables({ table: source.table, plan }, others, choices, {
    initiatives: Object.values(records.initiative),
    currency,
    sheetChosen: request.sheetChosen === true,
  });
  const isUpper = ({ subject }: OwnList): boolean => subject !== plan.rows;
  const [before, after] = [own.filter(isUpper), own.filter((list) => !isUpper(list))];
  const rowsOf = (table: Table, { headerRow }: ImportPlan): number =>
    Math.max(0, table.rows.length - headerRow - 1);
  const joinedRows = joined.reduce((sum, { table }) => sum + table.rows.length, 0);
  const total = own.reduce(
    (sum, list) => (list.taken ? sum + rowsOf(list.source.table, list.plan) : sum),
    rowsOf(source.table, plan) + joinedRows,
  );
  let done = 0;
  const prepare = (...list: Parameters<typeof mapTableSteps>): Promise<TableMapping> =>
    takeTurns(mapTableSteps(...list), () => onProgress(done, total), isCancelled, list[3].fileName);
  const map = async (mapping: TableMapping, name: string): Promise<ImportOutcome> => {
    const outcome = await mapAll(mapping, (rows) => onProgress(done + rows, total), isCancelled, name);
    done += mapping.rows;
    return outcome;
  };

  const aliases: Partial<Record<OtherSubject, Map<string, string>>> = {};
  const reports = new Map<number, TableReport>();
  const listed: ImportOutcome[] = [];
  let now = records;
  /** Brings a list of its own in over what is there by then. */
  const take = async (list: OwnList): Promise<ImportChanges | null> => {
    const { source: of, subject, plan: own } = list;
    if (!list.taken) {
      reports.set(of.file, ownReport(list, null));
      return null;
    }
    const mapping = await prepare(of.table, own, list.names, {
      fileName: of.fileName,
      records: now,
      portfolio: { ...portfolio, currency },
      newId,
      aliases,
      // The list that the import is about says in which currency it comes in.
      moneyHeld: true,
    });
    const outcome = await map(mapping, of.fileName);
    const { called = new Map<string, string>(), changes, report } = outcome;
    aliases[subject] = new Map([...called, ...(aliases[subject] ?? [])]);
    reports.set(of.file, ownReport(list, withSource(report, of.table, own, list.names)));
    listed.push(outcome);
    now = afterImport(now, changes);
    return changes;
  };

  let first: ImportChanges | null = null;
  for (const list of before) first = foldNext(first, await take(list));
  const mapping = await prepare(source.table, plan, names, {
    fileName,
    records: now,
    portfolio,
    newId,
    aliases,
    moneyHeld: held,
    explain: request.explain === true,
    // Tables that come together with it need its initiatives.
    countOnly: request.explain === true && others.length === 0,
  });
  const mapped = await map(mapping, fileName);
  const released = withReleases(
    mapped,
    source.releases,
    Object.values(records.release),
    Object.values(records.initiative),
    newId,
  );
  const whole = await takeTurns(
    joinSteps(released, joined, choices, {
      records: now,
      portfolio,
      currency,
      newId,
      aliases,
      own: plan.rows === undefined ? before.filter(({ taken }) => taken) : [],
    }),
    (rows) => onProgress(Math.min(done + rows, total), total),
    isCancelled,
    fileName,
  );
  done += joinedRows;
  const joinedTables = whole.outcome.report.tables ?? [];
  const made = whole.outcome.changes;
  if (own.length === 0) {
    const changes = inCurrency(made, portfolio, currency, [], joinedTables);
    return {
      mapping,
      outcome: { ...whole.outcome, changes },
      tables: whole.tables,
      own,
      worded: whole.worded,
    };
  }

  for (const table of joinedTables) reports.set(table.file ?? 0, table);
  for (const tie of whole.ties) {
    const report = reports.get(tie.file);
    if (report) reports.set(tie.file, withTie(report, tie));
  }
  now = afterImport(now, made);
  const lists = listed.length;
  let changes = foldNext(first, made) ?? made;
  for (const list of after) changes = foldNext(changes, await take(list)) ?? changes;
  const gone = goneFromAll(listed.slice(lists));
  const report = gone.report(whole.outcome.report);
  const named = namedOnly(
    made,
    before.flatMap(({ taken, subject }) => (taken ? [subject] : [])),
  );
  const byFile = (a: { readonly file?: number | undefined }, b: { readonly file?: number | undefined }) =>
    (a.file ?? 0) - (b.file ?? 0);
  const refresh = (): Refresh | null => {
    const found = mapping.refresh();
    return found && gone.refresh(found);
  };
  return {
    mapping: { ...mapping, refresh },
    outcome: {
      ...whole.outcome,
      changes: inCurrency(changes, portfolio, currency, listed, joinedTables),
      report: {
        ...report,
        notes: [...(report.notes ?? []), ...named],
        tables: [...reports.values()].sort(byFile),
      },
    },
    tables: [...whole.tables, ...own.map(choiceOf)].sort(byFile),
    own,
    worded: whole.worded,
  };
}

const foldNext = (first: ImportChanges | null, then: ImportChanges | null): ImportChanges | null =>
  first === null ? then : then === null ? first : foldChanges(first, then);
