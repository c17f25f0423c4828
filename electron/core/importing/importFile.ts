import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Failure } from '../../../shared/contract/result.ts';
import { newPortfolio } from '../../../shared/domain/defaults.ts';
import type { Portfolio, PortfolioRecords } from '../../../shared/domain/records.ts';
import type { ImportPlan, ImportPreview } from '../../../shared/exchange/contract.ts';
import { namesRows } from '../../../shared/exchange/importFields.ts';
import { currencyBeside } from '../../../shared/exchange/joining/currencyBeside.ts';
import { knownNames } from '../../../shared/exchange/joining/knownNames.ts';
import type { FurtherSource } from '../../../shared/exchange/joining/otherTable.ts';
import { withFailedCells, withSource } from '../../../shared/exchange/joining/sourceReport.ts';
import { tableValues } from '../../../shared/exchange/joining/tableValues.ts';
import { fromExchange, readExchange } from '../../../shared/exchange/json.ts';
import { ownChanges } from '../../../shared/exchange/own/ownChanges.ts';
import type { OwnTable } from '../../../shared/exchange/own/ownTables.ts';
import { type DetectedPlan, detectPlan } from '../../../shared/exchange/plan/detectPlan.ts';
import { planOutcome } from '../../../shared/exchange/projects/planRecords.ts';
import { holdsMoney, type ImportOutcome } from '../../../shared/exchange/records/mapTable.ts';
import { mergeExchange } from '../../../shared/exchange/records/mergeExchange.ts';
import { previewTable } from '../../../shared/exchange/records/previewTable.ts';
import { columnNames, type Table, tableWidth } from '../../../shared/exchange/table/table.ts';
import { decodeBytes, readBytes } from './decode.ts';
import { mapTogether } from './mapTogether.ts';
import { openOwn } from './openOwn.ts';
import { forgetSources, type OtherFile, type PartialPlan } from './openSource.ts';
import { openTogether } from './openTogether.ts';
import { createCounter, previewDocument, previewOwn, previewProject } from './previewFixed.ts';
import { createRecordIds } from './recordIds.ts';

export interface PreviewRequest {
  readonly path: string;
  readonly fileName: string;
  readonly plan: PartialPlan;
  readonly others?: readonly OtherFile[];
  readonly portfolio: Portfolio;
  readonly records: PortfolioRecords;
}

export interface ImportRequest {
  readonly path: string;
  readonly fileName: string;
  readonly plan: PartialPlan;
  readonly others?: readonly OtherFile[];
  readonly records: PortfolioRecords;
  readonly onProgress?: (stage: 'reading' | 'mapping', done: number, total: number | null) => void;
  readonly isCancelled?: () => boolean;
}

function requireTable(detected: DetectedPlan, table: Table, fileName: string): void {
  const place = { file: fileName };
  if (table.rows.length <= detected.plan.headerRow + 1 || detected.names.names.length === 0)
    throw new Failure('no_table_found', `${fileName} holds no row below its header`, { place });
}

/**
 * Detects what a file is and maps it as `plan` says, without keeping anything. `expected` is what `readImport` would
 * report for the same plan and records. Values of the sample are: texts as they are, dates as YYYY-MM-DD, amounts as
 * `1234.5 USD`, mode and stage by their codes. Throws a Failure with a code of the file or of the table.
 */
export async function previewFile(request: PreviewRequest): Promise<ImportPreview> {
  const { plan: given, portfolio, records } = request;
  const own = await ownOf(request);
  if (own) return previewOwn(own, request);
  const { source, fileName, choices, others } = await openTogether(request, () => undefined);
  if (source.kind === 'throughline') return previewDocument(source.text, source.encoding, request);
  if (source.kind === 'msProject') return previewProject(source, request);
  const known = knownNames(records, others, given.tables ?? []);
  const detected = detectPlan(
    source.table,
    { ...given, ...choices },
    { ...source, known, beside: others, moneyHeld: holdsMoney(records) },
    portfolio.currency,
  );
  requireTable(detected, source.table, fileName);
  const { names } = detected;
  const plan = { ...detected.plan, currency: currencyOf(detected.plan, given, others) };
  const whole = await mapTogether({
    main: { source, fileName, plan, names },
    others,
    choices: given.tables ?? [],
    sheetChosen: given.sheet !== undefined,
    records,
    portfolio,
    newId: createCounter(),
    explain: true,
  });
  const report = withSource(whole.outcome.report, source.table, plan, names);
  const preview = withFailedCells(
    previewTable(
      source.table,
      { ...detected, plan },
      given,
      whole.mapping,
      report,
      portfolio.fiscalYearStartMonth,
    ),
    source.table,
  );
  return {
    ...preview,
    ...(others.length > 0
      ? { plan: { ...preview.plan, tables: [...whole.tables] }, tables: report.tables ?? [] }
      : {}),
    ...(others.length > 0 ? { tableValues: tableValues([...whole.own, ...whole.worded]) } : {}),
    kinds: [...source.kinds],
    sheets: [...source.sheets],
    notes: [...(report.notes ?? [])],
  };
}

const settingsOf = (records: PortfolioRecords): Portfolio =>
  records.portfolio.portfolio ?? newPortfolio('portfolio');

/**
 * Reads a file into records to write, as `plan` says; what the plan leaves out is detected. Gives the event loop its
 * turn between slices. Throws a Failure: a code of the file, `no_name_column`, `no_table_found` or `cancelled`.
 */
export async function readImport(request: ImportRequest): Promise<ImportOutcome> {
  const {
    fileName: asked,
    plan: given,
    records,
    onProgress = () => undefined,
    isCancelled = () => false,
  } = request;
  const stopIfCancelled = (): void => {
    if (isCancelled())
      throw new Failure('cancelled', `the import of ${asked} was cancelled`, { place: { file: asked } });
  };
  onProgress('reading', 0, null);
  const own = await ownOf(request);
  stopIfCancelled();
  if (own) return ownChanges(own, records, asked, createRecordIds()).outcome;
  const { source, fileName, choices, others } = await openTogether(request, (rows, expected) => {
    onProgress('reading', rows, expected);
    stopIfCancelled();
  });
  // Whatever becomes of it, nobody asks for a preview of this file again.
  forgetSources();
  await nextTurn();
  stopIfCancelled();
  if (source.kind === 'throughline')
    return mergeExchange(readExchange(source.text, fileName), records, fileName);
  const newId = createRecordIds();
  if (source.kind === 'msProject')
    return planOutcome(source.read(settingsOf(records).currency), fileName, records, newId);
  const portfolio = settingsOf(records);
  const whole = completePlan(given);
  let plan: ImportPlan;
  let names: ReturnType<typeof columnNames>;
  if (whole) {
    plan = whole;
    names = columnNames(source.table.rows.at(plan.headerRow) ?? [], tableWidth(source.table, plan.headerRow));
  } else {
    const known = knownNames(records, others, given.tables ?? []);
    const found = { ...source, known, beside: others, moneyHeld: holdsMoney(records) };
    const detected = detectPlan(source.table, { ...given, ...choices }, found, portfolio.currency);
    requireTable(detected, source.table, fileName);
    ({ names } = detected);
    plan = { ...detected.plan, currency: currencyOf(detected.plan, given, others) };
  }
  if (!namesRows(plan.columns))
    throw new Failure('no_name_column', `${fileName}: no column is matched to the name`, {
      place: { file: fileName, row: source.table.lines[plan.headerRow] ?? 1, field: 'name' },
    });
  await nextTurn();
  stopIfCancelled();
  const { outcome } = await mapTogether({
    main: { source, fileName, plan, names },
    others,
    choices: plan.tables ?? [],
    sheetChosen: given.sheet !== undefined,
    records,
    portfolio,
    newId,
    onProgress: (done, total) => onProgress('mapping', done, total),
    isCancelled,
  });
  return { ...outcome, report: withSource(outcome.report, source.table, plan, names) };
}

/** Tables of the portfolio that come back; null for anything else, and where the person said how to read it. */
async function ownOf({
  path,
  fileName,
  plan: { kind, columns, sheet, rows },
  others = [],
  records,
}: PreviewRequest | ImportRequest): Promise<readonly OwnTable[] | null> {
  const isChosen = kind ?? columns ?? sheet ?? rows;
  if (isChosen !== undefined && kind !== 'ownTables') return null;
  return openOwn([{ path, name: fileName }, ...others], records);
}

/** The currency that the person chose, or else the one that is found. */
const currencyOf = (plan: ImportPlan, given: PartialPlan, others: readonly FurtherSource[]): string =>
  given.currency ?? currencyBeside(plan, others, given.tables ?? []);

/** The plan when nothing of it is left to find. */
function completePlan(given: PartialPlan): ImportPlan | null {
  const { encoding, delimiter, headerRow, columns, currency, units, dateOrders, listSeparator, defaultMode } =
    given;
  if (encoding === undefined || delimiter === undefined || headerRow === undefined || columns === undefined)
    return null;
  if (currency === undefined || units === undefined || dateOrders === undefined) return null;
  if (listSeparator === undefined || defaultMode === undefined) return null;
  return {
    ...given,
    kind: given.kind ?? 'table',
    encoding,
    delimiter,
    headerRow,
    columns,
    currency,
    units,
    dateOrders,
    listSeparator,
    defaultMode,
  };
}

/** A whole portfolio from a file in our JSON format, every record and reference checked. Throws a Failure naming the path of what is wrong. */
export async function readPortfolioJson(path: string): Promise<PortfolioRecords> {
  const fileName = basename(path);
  const { text } = decodeBytes(await readBytes(path, fileName), fileName);
  return fromExchange(readExchange(text, fileName));
}
