import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Failure } from '../../../shared/contract/result.ts';
import { newPortfolio } from '../../../shared/domain/defaults.ts';
import type { Portfolio, PortfolioRecords } from '../../../shared/domain/records.ts';
import type { ImportPlan, ImportPreview } from '../../../shared/exchange/contract.ts';
import { type DetectedPlan, detectPlan } from '../../../shared/exchange/detectPlan.ts';
import { fromExchange, readExchange } from '../../../shared/exchange/json.ts';
import { type ImportOutcome, mapTable, type TableMapping } from '../../../shared/exchange/mapTable.ts';
import { mergeExchange } from '../../../shared/exchange/mergeExchange.ts';
import { previewTable } from '../../../shared/exchange/previewTable.ts';
import { columnNames, type Table, tableWidth } from '../../../shared/exchange/table.ts';
import { type DecodedText, decodeBytes, readBytes } from './decode.ts';
import { parseTable } from './parseTable.ts';
import { createRecordIds } from './recordIds.ts';

/** Rows mapped between two looks at the clock and at the wish to cancel. */
const SLICE = 500;
/** Longest time without giving the event loop a turn, in milliseconds. */
const TURN_MS = 12;

/** What the person has decided so far; the rest is found in the file. */
export type PartialPlan = { readonly [K in keyof ImportPlan]?: ImportPlan[K] | undefined };

export interface PreviewRequest {
  readonly path: string;
  readonly fileName: string;
  readonly plan: PartialPlan;
  readonly portfolio: Portfolio;
  readonly records: PortfolioRecords;
}

export interface ImportRequest {
  readonly path: string;
  readonly fileName: string;
  readonly plan: PartialPlan;
  readonly records: PortfolioRecords;
  readonly onProgress?: (stage: 'reading' | 'mapping', done: number, total: number | null) => void;
  readonly isCancelled?: () => boolean;
}

type Source =
  | { readonly kind: 'throughline'; readonly text: string; readonly encoding: string }
  | { readonly kind: 'table'; readonly table: Table; readonly encoding: string; readonly delimiter: string };

async function readSource(path: string, fileName: string, plan: PartialPlan): Promise<Source> {
  const bytes = await readBytes(path, fileName);
  const decoded: DecodedText = decodeBytes(bytes, fileName, plan.encoding === '' ? undefined : plan.encoding);
  const kind = plan.kind ?? (/^\s*\{/.test(decoded.text) ? 'throughline' : 'table');
  if (kind === 'throughline') return { kind, text: decoded.text, encoding: decoded.encoding };
  await nextTurn();
  const { table, delimiter } = parseTable(decoded.text, fileName, plan.delimiter);
  return {
    kind: 'table',
    table: { ...table, replacedCharacters: decoded.replaced },
    encoding: decoded.encoding,
    delimiter,
  };
}

function requireTable(detected: DetectedPlan, table: Table, fileName: string): void {
  const place = { file: fileName };
  if (detected.transposed)
    throw new Failure(
      'table_transposed',
      `${fileName}: the field names run down the first column; turn rows into columns first`,
      { place },
    );
  if (table.rows.length <= detected.plan.headerRow + 1 || detected.names.names.length === 0)
    throw new Failure('no_table_found', `${fileName} holds no row below its header`, { place });
}

async function mapAll(
  mapping: TableMapping,
  onProgress: (done: number) => void,
  isCancelled: () => boolean,
  fileName: string,
): Promise<ImportOutcome> {
  let turn = performance.now();
  for (let from = 0; from < mapping.rows; from += SLICE) {
    mapping.map(from, from + SLICE);
    if (performance.now() - turn < TURN_MS && from + SLICE < mapping.rows) continue;
    onProgress(Math.min(mapping.rows, from + SLICE));
    await nextTurn();
    if (isCancelled())
      throw new Failure('cancelled', `the import of ${fileName} was cancelled`, {
        place: { file: fileName },
      });
    turn = performance.now();
  }
  return mapping.finish();
}

/**
 * Detects what a file is and maps it as `plan` says, without keeping anything. `expected` is what `readImport` would
 * report for the same plan and records. Values of the sample are: texts as they are, dates as YYYY-MM-DD, amounts as
 * `1234.5 USD`, mode and stage by their codes. Throws a Failure with a code of the file or of the table.
 */
export async function previewFile(request: PreviewRequest): Promise<ImportPreview> {
  const { path, fileName, plan: given, portfolio, records } = request;
  const source = await readSource(path, fileName, given);
  if (source.kind === 'throughline') return previewDocument(source.text, source.encoding, request);
  const detected = detectPlan(source.table, given, source, portfolio.currency);
  requireTable(detected, source.table, fileName);
  const { plan, names } = detected;
  const mapping = mapTable(source.table, plan, names, {
    fileName,
    records,
    portfolio,
    newId: createCounter(),
    explain: true,
  });
  const { report } = await mapAll(
    mapping,
    () => undefined,
    () => false,
    fileName,
  );
  return previewTable(source.table, detected, given, mapping, report);
}

const settingsOf = (records: PortfolioRecords): Portfolio =>
  records.portfolio.portfolio ?? newPortfolio('portfolio');

/** Ids that nobody keeps. */
function createCounter(): () => string {
  let n = 0;
  return () => {
    n += 1;
    return `preview-${n}`;
  };
}

function previewDocument(text: string, encoding: string, request: PreviewRequest): ImportPreview {
  const document = readExchange(text, request.fileName);
  const { report } = mergeExchange(document, request.records, request.fileName);
  return {
    fileName: request.fileName,
    plan: {
      kind: 'throughline',
      encoding,
      delimiter: '',
      headerRow: 0,
      columns: {},
      currency: document.portfolio.currency,
      units: {},
      dateOrders: {},
      listSeparator: ';',
      defaultMode: 'project',
    },
    prose: [],
    rows: report.rows,
    columns: [],
    sample: document.initiative.slice(0, 8).map((initiative, index) => ({
      row: index + 1,
      values: { name: initiative.name, mode: initiative.mode },
      problems: {},
    })),
    expected: {
      created: report.created,
      updated: report.updated,
      unchanged: report.unchanged,
      skipped: 0,
      refused: 0,
    },
  };
}

/**
 * Reads a file into records to write, as `plan` says; what the plan leaves out is detected. Gives the event loop its
 * turn between slices. Throws a Failure: a code of the file, `no_name_column`, `table_transposed`, `no_table_found`
 * or `cancelled`.
 */
export async function readImport(request: ImportRequest): Promise<ImportOutcome> {
  const {
    path,
    fileName,
    plan: given,
    records,
    onProgress = () => undefined,
    isCancelled = () => false,
  } = request;
  const stopIfCancelled = (): void => {
    if (isCancelled())
      throw new Failure('cancelled', `the import of ${fileName} was cancelled`, {
        place: { file: fileName },
      });
  };
  onProgress('reading', 0, null);
  const source = await readSource(path, fileName, given);
  await nextTurn();
  stopIfCancelled();
  if (source.kind === 'throughline')
    return mergeExchange(readExchange(source.text, fileName), records, fileName);
  const portfolio = settingsOf(records);
  const whole = completePlan(given);
  let plan: ImportPlan;
  let names: ReturnType<typeof columnNames>;
  if (whole) {
    plan = whole;
    names = columnNames(source.table.rows[plan.headerRow] ?? [], tableWidth(source.table, plan.headerRow));
  } else {
    const detected = detectPlan(source.table, given, source, portfolio.currency);
    requireTable(detected, source.table, fileName);
    ({ plan, names } = detected);
  }
  if (plan.columns.name === undefined)
    throw new Failure('no_name_column', `${fileName}: no column is matched to the name`, {
      place: { file: fileName, row: source.table.lines[plan.headerRow] ?? 1, field: 'name' },
    });
  await nextTurn();
  stopIfCancelled();
  const newId = createRecordIds();
  const mapping = mapTable(source.table, plan, names, { fileName, records, portfolio, newId });
  return mapAll(mapping, (done) => onProgress('mapping', done, mapping.rows), isCancelled, fileName);
}

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
    kind: 'table',
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
