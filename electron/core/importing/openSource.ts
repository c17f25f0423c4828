import { stat } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Failure } from '../../../shared/contract/result.ts';
import type { ImportPlan } from '../../../shared/exchange/contract.ts';
import { gatherIssues, isJiraTable, type JiraRelease } from '../../../shared/exchange/projects/jira.ts';
import { type ProjectPlanDocument, readPlan } from '../../../shared/exchange/projects/msProject.ts';
import { readPlanTable, stepsOnly } from '../../../shared/exchange/projects/planTable.ts';
import { isPlanTable } from '../../../shared/exchange/projects/planTableRows.ts';
import { addEnds } from '../../../shared/exchange/shape/addEnds.ts';
import { addParts } from '../../../shared/exchange/shape/addParts.ts';
import { addRevised } from '../../../shared/exchange/shape/addRevised.ts';
import { addTimes } from '../../../shared/exchange/shape/addTimes.ts';
import { addYears } from '../../../shared/exchange/shape/addYears.ts';
import { undrawnTable, withHiddenBars } from '../../../shared/exchange/shape/drawnTable.ts';
import { fillBlocks } from '../../../shared/exchange/shape/fillBlocks.ts';
import { firstTable } from '../../../shared/exchange/shape/firstTable.ts';
import type { TimedTable } from '../../../shared/exchange/shape/madeColumns.ts';
import { mergeCostRows } from '../../../shared/exchange/shape/mergeCostRows.ts';
import { withMadeNames } from '../../../shared/exchange/shape/namelessTable.ts';
import { withoutPivotBlanks } from '../../../shared/exchange/shape/pivotTable.ts';
import { withoutMarkup } from '../../../shared/exchange/shape/plainCells.ts';
import { takeRowsBelowNames } from '../../../shared/exchange/shape/rowsBelowNames.ts';
import { withoutSubitems } from '../../../shared/exchange/shape/subitems.ts';
import { joinSurveyHeaders } from '../../../shared/exchange/shape/surveyHeaders.ts';
import { joinTitles } from '../../../shared/exchange/shape/titleColumns.ts';
import { isTransposed, turnTable } from '../../../shared/exchange/shape/turnTable.ts';
import { joinHeaders, joinWrittenHeaders } from '../../../shared/exchange/shape/twoHeaders.ts';
import type { ImportKind, Sheet } from '../../../shared/exchange/sources.ts';
import type { Table } from '../../../shared/exchange/table/table.ts';
import { type DecodedText, decodeBytes, readBytes, releaseBytes } from './decode.ts';
import { parseTable } from './parseTable.ts';
import { readArchivedPages } from './readers/mhtml.ts';
import { isMsProject, readMsProject } from './readers/msProjectXml.ts';
import {
  containerOf,
  isMarkup,
  isMhtml,
  isXer,
  refuseCompound,
  refuseDocument,
} from './readers/otherFormats.ts';
import { chooseSheet } from './readers/sheetTable.ts';
import { isSpreadsheetXml, readSpreadsheetXml } from './readers/spreadsheetXml.ts';
import { findWorkbook } from './readers/workbookParts.ts';
import { readXlsx } from './readers/xlsx.ts';
import { openZip } from './readers/zipParts.ts';

/** A further file of the same portfolio. */
export interface OtherFile {
  readonly path: string;
  readonly name: string;
}

/** What the person has decided so far; the rest is found in the file. */
export type PartialPlan = { readonly [K in keyof ImportPlan]?: ImportPlan[K] | undefined };

/** A table found in a file, with the choices by which it was found. */
export interface TableSource {
  readonly kind: 'table' | 'jira';
  readonly table: Table;
  readonly encoding: string;
  readonly delimiter: string;
  /** Choices that were made by themselves, to go into the plan. */
  readonly choices: Pick<PartialPlan, 'kind' | 'sheet' | 'turned' | 'addTimes'>;
  /** What the table can be read as, where there is a choice. */
  readonly kinds: readonly ImportKind[];
  /** Empty for files that are one table. */
  readonly sheets: readonly Sheet[];
  /** Releases of the initiatives in the table, by their external ids. */
  readonly releases: readonly JiraRelease[];
}

/** A file taken apart, before any row is understood. */
export type Source =
  | TableSource
  | { readonly kind: 'throughline'; readonly text: string; readonly encoding: string }
  | {
      readonly kind: 'msProject';
      /** The plan, with money in the portfolio's currency where the file names none. */
      readonly read: (currency: string) => ProjectPlanDocument;
      readonly encoding: string;
      /** What else the file can be read as; absent for a plan in XML, which is nothing else. */
      readonly table?: Pick<TableSource, 'kinds' | 'sheets' | 'choices'>;
    };

export interface Reading {
  /** Rows read so far, and how many are expected where the file says. */
  readonly onRows: (rows: number, expected: number | null) => void;
}

/** Tables that were taken apart last, by file and choices: a preview asks for them again at every choice. */
const kept = new Map<string, Source>();
let timer: NodeJS.Timeout | undefined;
/** How long they stay in memory after one was last asked for, in milliseconds. */
const KEEP_MS = 120_000;
const KEPT_KEYS = 40;

/** Forgets what was kept for the next preview. */
export function forgetSources(): void {
  clearTimeout(timer);
  kept.clear();
}

function keep(keys: readonly string[], source: Source): Source {
  if (kept.size >= KEPT_KEYS) kept.clear();
  for (const key of keys) kept.set(key, source);
  clearTimeout(timer);
  // Nobody waits for this timer: a program may end before.
  timer = setTimeout(forgetSources, KEEP_MS).unref();
  return source;
}

/** The choices of a plan on which it depends how a file is taken apart. */
const keyOf = (file: string, plan: PartialPlan): string =>
  JSON.stringify([file, plan.encoding, plan.delimiter, plan.kind, plan.sheet, plan.turned, plan.addTimes]);

/**
 * Finds out what a file is, and takes it apart as `plan` says. Throws a Failure: file_missing, file_unreadable,
 * file_empty, file_too_large, file_binary, file_password, file_broken, file_old_excel, file_other_office, sheet_missing.
 */
export async function openSource(
  path: string,
  fileName: string,
  plan: PartialPlan,
  { onRows }: Reading = { onRows: () => undefined },
): Promise<Source> {
  const info = await stat(path).catch(() => null);
  const file = JSON.stringify([path, info?.mtimeMs, info?.size]);
  const key = keyOf(file, plan);
  const known = kept.get(key);
  if (known) return keep([key], known);
  const bytes = await readBytes(path, fileName);
  const source = await takeApart(bytes, fileName, plan, onRows);
  // Asked again with the choices that were found, it is the same.
  const found = 'choices' in source ? source.choices : { kind: source.kind };
  const { encoding, delimiter = '' } = { delimiter: '', ...source };
  return keep([key, keyOf(file, { ...plan, encoding, delimiter, ...found })], source);
}

async function takeApart(
  bytes: Uint8Array,
  fileName: string,
  plan: PartialPlan,
  onRows: Reading['onRows'],
): Promise<Source> {
  const container = containerOf(bytes);
  if (container === 'compound') throw refuseCompound(bytes, fileName);
  if (container === 'zip') return readWorkbook(bytes, fileName, plan, onRows);
  const decoded = decodeBytes(bytes, fileName, plan.encoding === '' ? undefined : plan.encoding);
  releaseBytes(bytes);
  const { text, encoding } = decoded;
  if (plan.kind === 'throughline' || (plan.kind === undefined && /^\s*\{/.test(text)))
    return { kind: 'throughline', text, encoding };
  if (isMsProject(text) || (plan.kind === 'msProject' && /^\s*</.test(text))) {
    const project = await readMsProject(text, fileName);
    return { kind: 'msProject', read: () => readPlan(project), encoding };
  }
  if (isMarkup(text)) return readMarkup(decoded, fileName, plan, onRows);
  if (isMhtml(text))
    return readMarkup({ ...decoded, text: readArchivedPages(text, fileName) }, fileName, plan, onRows);
  if (isXer(text))
    throw new Failure(
      'file_other_office',
      `${fileName} is a database of Primavera P6: export the projects as XML or to Excel`,
      { place: { file: fileName } },
    );
  await nextTurn();
  const { table, delimiter } = parseTable(withoutTypes(withHiddenBars(text)), fileName, plan.delimiter);
  const notes = [
    ...(table.notes ?? []),
    ...(decoded.mixed ? [{ what: 'encodingsMixed' as const, ...decoded.mixed }] : []),
  ];
  const undrawn = undrawnTable(
    { ...table, replacedCharacters: decoded.replaced, ...(notes.length === 0 ? {} : { notes }) },
    delimiter,
  );
  return asTable(joinNames(undrawn), plan, {
    fileName,
    encoding,
    delimiter,
  });
}

/** How SharePoint says before a value that it calculated of which type it is: float;#450000.00. */
const TYPE = /(?<=^|[,;\t"])(?:float|datetime|string|boolean);#/gm;

// What all of them end with is looked for first: two signs are found ten times as fast as seven.
const withoutTypes = (text: string): string =>
  text.includes(';#') && (text.includes('float;#') || text.includes('datetime;#'))
    ? text.replace(TYPE, '')
    : text;

/** A workbook in XML, or the tables of a web page. */
async function readMarkup(
  { text, encoding, replaced }: DecodedText,
  fileName: string,
  plan: PartialPlan,
  onRows: Reading['onRows'],
): Promise<Source> {
  const isBook = isSpreadsheetXml(text);
  // Most files are no pages: what reads them is loaded for those that are.
  const all = isBook
    ? await readSpreadsheetXml(text, fileName, onRows)
    : await (await import('./readers/htmlTables.ts')).readHtmlTables(text, fileName, onRows);
  if (all.length === 0) throw refuseDocument(fileName);
  const found = await chooseSheet(all, fileName, plan.sheet, onRows);
  return asTable(joinNames({ ...found.table, replacedCharacters: replaced }), plan, {
    fileName,
    encoding,
    delimiter: '',
    // One table of a page is the list, and no choice.
    ...(isBook || all.length > 1 ? { sheet: found.sheet, sheets: found.sheets } : {}),
  });
}

async function readWorkbook(
  bytes: Uint8Array,
  fileName: string,
  plan: PartialPlan,
  onRows: Reading['onRows'],
): Promise<Source> {
  const zip = await openZip(bytes, fileName);
  const part = await findWorkbook(zip, fileName);
  if (part === null)
    throw new Failure(
      'file_other_office',
      `${fileName} is a zip archive, but no .xlsx workbook: save it as .xlsx or .csv`,
      {
        place: { file: fileName },
      },
    );
  const { table, sheet, sheets } = await readXlsx(zip, part, fileName, plan.sheet, onRows);
  return asTable(joinNames(table), plan, {
    fileName,
    encoding: '',
    delimiter: '',
    sheet,
    sheets,
  });
}

/** A list whose names of columns stand in two rows, with one. */
const joinNames = (table: Table): Table => joinWrittenHeaders(joinHeaders(joinSurveyHeaders(table)));

/** A list with what its columns say only together: blocks filled down, sums, revised values and ends. */
function withMadeColumns(table: Table, plan: PartialPlan): TimedTable {
  const filled = mergeCostRows(fillBlocks(table));
  const times = addTimes(filled, plan.addTimes);
  const timed = times.added === undefined ? addYears(times.table, plan.addTimes) : times;
  return { ...timed, table: [addRevised, addParts, addEnds].reduce((made, step) => step(made), timed.table) };
}

/** Turns a table whose fields run down, gathers issues into initiatives and tasks into a plan, each unless `plan` says otherwise. */
function asTable(
  table: Table,
  plan: PartialPlan,
  found: {
    readonly fileName: string;
    readonly encoding: string;
    readonly delimiter: string;
    readonly sheet?: string;
    readonly sheets?: readonly Sheet[];
  },
): Source {
  const turned = plan.turned ?? isTransposed(table);
  const plain = takeRowsBelowNames(withoutPivotBlanks(withoutMarkup(turned ? turnTable(table) : table)));
  const upright = firstTable(joinTitles(withMadeNames(withoutSubitems(plain))));
  const holdsIssues = isJiraTable(upright);
  const choices = {
    ...(turned || plan.turned !== undefined ? { turned } : {}),
    ...(found.sheet === undefined ? {} : { sheet: found.sheet }),
  };
  const sheets = found.sheets ?? [];
  const { encoding, delimiter } = found;
  if (!holdsIssues && isPlanTable(upright)) {
    const kinds = ['msProject', 'table'] as const;
    if (plan.kind === 'table')
      return {
        kind: 'table',
        table: stepsOnly(upright),
        releases: [],
        encoding,
        delimiter,
        kinds,
        sheets,
        choices: { kind: 'table', ...choices },
      };
    return {
      kind: 'msProject',
      read: (currency) => readPlanTable(upright, found.fileName, { encoding, delimiter }, currency),
      encoding,
      table: { kinds, sheets, choices: { kind: 'msProject', ...choices } },
    };
  }
  const isJira = plan.kind === 'jira' || (plan.kind === undefined && holdsIssues);
  const made: TimedTable | null = isJira ? null : withMadeColumns(upright, plan);
  const gathered = made === null ? gatherIssues(upright) : { table: made.table, releases: [] };
  const kind = isJira ? 'jira' : 'table';
  return {
    kind,
    ...gathered,
    encoding,
    delimiter,
    kinds: holdsIssues ? ['jira', 'table'] : [],
    sheets,
    choices: { kind, ...choices, ...(made?.added === undefined ? {} : { addTimes: made.added }) },
  };
}
