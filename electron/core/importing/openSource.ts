import { stat } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Failure } from '../../../shared/contract/result.ts';
import type { ImportPlan } from '../../../shared/exchange/contract.ts';
import { gatherIssues, isJiraTable, type JiraRelease } from '../../../shared/exchange/formats/jira.ts';
import type { MsProject } from '../../../shared/exchange/formats/msProject.ts';
import { isTransposed, turnTable } from '../../../shared/exchange/formats/turnTable.ts';
import { joinHeaders } from '../../../shared/exchange/formats/twoHeaders.ts';
import type { ImportKind, Sheet } from '../../../shared/exchange/sources.ts';
import type { Table } from '../../../shared/exchange/table.ts';
import { decodeBytes, readBytes, releaseBytes } from './decode.ts';
import { parseTable } from './parseTable.ts';
import { isMsProject, readMsProject } from './readers/msProjectXml.ts';
import { containerOf, refuseCompound, refuseXml } from './readers/otherFormats.ts';
import { findWorkbook } from './readers/workbookParts.ts';
import { readXlsx } from './readers/xlsx.ts';
import { openZip } from './readers/zipParts.ts';

/** What the person has decided so far; the rest is found in the file. */
export type PartialPlan = { readonly [K in keyof ImportPlan]?: ImportPlan[K] | undefined };

/** A table found in a file, with the choices by which it was found. */
export interface TableSource {
  readonly kind: 'table' | 'jira';
  readonly table: Table;
  readonly encoding: string;
  readonly delimiter: string;
  /** Choices that were made by themselves, to go into the plan. */
  readonly choices: Pick<PartialPlan, 'kind' | 'sheet' | 'turned'>;
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
  | { readonly kind: 'msProject'; readonly project: MsProject; readonly encoding: string };

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
  JSON.stringify([file, plan.encoding, plan.delimiter, plan.kind, plan.sheet, plan.turned]);

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
  if (plan.kind === 'msProject' || isMsProject(text))
    return { kind: 'msProject', project: await readMsProject(text, fileName), encoding };
  const refused = refuseXml(text, fileName);
  if (refused) throw refused;
  await nextTurn();
  const { table, delimiter } = parseTable(text, fileName, plan.delimiter);
  return asTable({ ...table, replacedCharacters: decoded.replaced }, plan, { encoding, delimiter });
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
  return asTable(joinHeaders(table), plan, { encoding: '', delimiter: '', sheet, sheets });
}

/** Turns a table whose fields run down, and gathers issues into initiatives, each unless the plan says otherwise. */
function asTable(
  table: Table,
  plan: PartialPlan,
  found: {
    readonly encoding: string;
    readonly delimiter: string;
    readonly sheet?: string;
    readonly sheets?: readonly Sheet[];
  },
): TableSource {
  const turned = plan.turned ?? isTransposed(table);
  const upright = turned ? turnTable(table) : table;
  const holdsIssues = isJiraTable(upright);
  const isJira = plan.kind === 'jira' || (plan.kind === undefined && holdsIssues);
  const gathered = isJira ? gatherIssues(upright) : { table: upright, releases: [] };
  const kind = isJira ? 'jira' : 'table';
  return {
    kind,
    ...gathered,
    encoding: found.encoding,
    delimiter: found.delimiter,
    kinds: holdsIssues ? ['jira', 'table'] : [],
    sheets: found.sheets ?? [],
    choices: {
      kind,
      ...(turned || plan.turned !== undefined ? { turned } : {}),
      ...(found.sheet === undefined ? {} : { sheet: found.sheet }),
    },
  };
}
