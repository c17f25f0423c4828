import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { Failure } from '../../../shared/contract/result.ts';
import {
  type ImportPlan,
  type ImportPreview,
  type ImportReport,
  importPlanSchema,
  type TableReport,
} from '../../../shared/exchange/contract.ts';
import { importFields, type RowSubject } from '../../../shared/exchange/importFields.ts';
import { planFromPreset } from '../../../shared/exchange/presets.ts';
import { isOwnList } from '../../../shared/exchange/sources.ts';
import { toMajor } from '../../../shared/text/format.ts';
import { MAX_IMPORT_BYTES } from '../../core/importing/decode.ts';
import { containerOf } from '../../core/importing/readers/otherFormats.ts';
import { copyPortfolio, makeEmptyPortfolio } from '../../core/portfolioFiles.ts';
import { type Headless, print, requireFile, requireFolderOf, withPortfolio } from '../headless.ts';
import { firstBytes } from '../jsonPortfolio.ts';
import { WrongUse } from '../wrongUse.ts';

export interface ImportOptions {
  readonly into: string;
  readonly map?: string;
  readonly preset?: string;
  readonly sheet?: string;
  readonly rows?: RowSubject;
  readonly dryRun?: true;
  readonly json?: true;
}

/** A plan as people write it: columns by their number from 0 or by their name in the header. */
const mapSchema = importPlanSchema.partial().extend({
  columns: z
    .partialRecord(z.enum(importFields), z.union([z.number().int().min(0), z.string().min(1)]))
    .optional(),
});
type WrittenMap = z.infer<typeof mapSchema>;

/** What is imported, and how it is read where that differs from what is found. */
interface Wanted {
  readonly sources: readonly string[];
  readonly map: WrittenMap;
  readonly preset: string | undefined;
}

/** Imports files in one undoable step and prints what happened to their rows. */
export async function importLists(files: readonly string[], options: ImportOptions): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-stdin-'));
  try {
    const sources: string[] = [];
    for (const file of files) sources.push(file === '-' ? await keepInput(folder) : resolve(file));
    for (const source of sources) requireFile(source);
    if (options.sheet !== undefined && !sources.some((source) => containerOf(firstBytes(source)) === 'zip'))
      throw new WrongUse(`--sheet is for a workbook (.xlsx), and ${files.join(', ')} is none`);
    const written = options.map === undefined ? {} : readMap(options.map);
    const map = {
      ...written,
      ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
      ...(options.rows === undefined ? {} : { rows: options.rows }),
    };
    const into = resolve(options.into);
    requireFolderOf(into);
    const wanted = { sources, map, preset: options.preset };
    const report = options.dryRun ? await tryImport(wanted, into) : await reallyImport(wanted, into);
    print(options.json, shownReport(report), describe(report, options.dryRun === true));
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Standard input as a file; bounded like any file that is imported. */
async function keepInput(folder: string): Promise<string> {
  const path = join(folder, 'standard input');
  const out = createWriteStream(path, { flags: 'wx' });
  let bytes = 0;
  const bound = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > MAX_IMPORT_BYTES)
        throw new Failure('file_too_large', `standard input has more than ${MAX_IMPORT_BYTES} bytes`, {
          params: { limit: MAX_IMPORT_BYTES },
        });
      yield chunk;
    }
  };
  await pipeline(process.stdin, bound, out);
  return path;
}

async function reallyImport(
  wanted: Wanted,
  into: string,
  mode: 'write' | 'scratch' = 'write',
): Promise<ImportReport> {
  const isNew = !existsSync(into);
  if (isNew) makeEmptyPortfolio(into);
  try {
    return await withPortfolio(into, mode, (headless) => run(headless, wanted));
  } catch (error) {
    // A portfolio that was made for an import which failed is nobody's.
    if (isNew) rmSync(into, { force: true });
    throw error;
  }
}

/** The same import into a copy that nobody keeps, so that what is told is what would happen. */
async function tryImport(wanted: Wanted, into: string): Promise<ImportReport> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-dry-'));
  try {
    const copy = join(folder, basename(into));
    if (existsSync(into)) await copyPortfolio(into, copy);
    return await reallyImport(wanted, copy, 'scratch');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run({ service, call }: Headless, { sources, map, preset }: Wanted): Promise<ImportReport> {
  const [file = '', ...others] = sources.map((source) => service.files.register(source));
  const { columns, ...plain } = map;
  const given = plain as Partial<ImportPlan>;
  const look = (plan: Partial<ImportPlan>): Promise<ImportPreview> =>
    call('import.preview', { file, others, plan });
  const take = async (plan: Partial<ImportPlan>): Promise<ImportReport> =>
    (await call('import.run', { file, others, plan, job: 'cli' })).report;
  // What is not given is found as the list comes in: nobody looks at it first.
  if (preset === undefined && columns === undefined) return take(given);
  let preview = await look(given);
  if (preset !== undefined) {
    const { presets } = await call('preset.list', {});
    const kept = presets.find(({ name }) => name === preset);
    if (!kept)
      throw new Failure('not_found', `--preset: no mapping was kept under the name "${preset}"`, {
        params: { what: 'preset' },
      });
    const headers = preview.columns.map(({ header }) => header);
    // A map says what differs from the preset.
    preview = await look({ ...given, ...planFromPreset(kept, headers, preview.tables), ...given });
  }
  if (columns) {
    const chosen = { ...preview.plan.columns, ...numbered(columns, preview) };
    preview = await look(
      preset === undefined
        ? { ...given, columns: numbered(columns, preview) }
        : { ...preview.plan, columns: chosen },
    );
  }
  return take(preview.plan);
}

function numbered(
  columns: NonNullable<WrittenMap['columns']>,
  preview: ImportPreview,
): ImportPlan['columns'] {
  const entries = Object.entries(columns).map(([field, column]) => {
    if (typeof column === 'number') return [field, column];
    const found = preview.columns.find(({ header }) => header === column);
    if (found) return [field, found.index];
    throw new Failure('invalid_input', `--map: ${field}: the file has no column "${column}"`, {
      place: { file: preview.fileName, column, field },
    });
  });
  return Object.fromEntries(entries) as ImportPlan['columns'];
}

function readMap(path: string): WrittenMap {
  requireFile(resolve(path));
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Failure('invalid_input', `--map ${path} is not JSON: ${String(cause)}`, { cause });
  }
  const parsed = mapSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Failure(
    'invalid_input',
    `--map ${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  );
}

/** What `import --json` prints: the promised keys first, then whatever else the report knows. */
function shownReport(report: ImportReport) {
  const { fileName: _fileName, rows, created, updated, unchanged, ...more } = report;
  const { skipped, refused, repaired, sums, unreadable, ...rest } = more;
  return { rows, created, updated, unchanged, skipped, refused, repaired, sums, unreadable, ...rest };
}

function describe(report: ImportReport, dryRun: boolean): string[] {
  const { rows, created, updated, unchanged, skipped, refused, repaired, unreadable, notes, tables } = report;
  const few = (examples: readonly string[]): string =>
    examples.length === 0 ? '' : ` (${examples.join(' | ').replace(/\s+/g, ' ')})`;
  return [
    `${dryRun ? 'would import' : 'imported'} ${report.fileName}: ${rows} rows read${report.of === undefined ? '' : ` as ${report.of}`}, ${created} created, ${updated} updated, ${unchanged} unchanged, ${skipped.length} skipped, ${refused.length} refused`,
    ...(tables ?? []).map((table) => describeTable(table, few)),
    ...(tables ?? []).flatMap(({ fileName, issues = [] }) =>
      issues.map(
        ({ row, column, reason, value }) =>
          `${fileName}: row ${row}, column ${column}: ${reason}${value === '' ? '' : few([value.slice(0, 80)])}`,
      ),
    ),
    ...(tables ?? []).flatMap(({ fileName, repaired = [], doubtful = [], notes = [] }) => [
      ...notes.map(({ what, count, examples }) => `${fileName}: noted ${what}: ${count}${few(examples)}`),
      ...repaired.map(
        ({ what, count, examples }) => `${fileName}: repaired ${what}: ${count}${few(examples)}`,
      ),
      ...doubtful.map(
        ({ row, name, taken }) => `${fileName}: doubtful row ${row}, ${name}: taken as ${taken ?? 'new'}`,
      ),
    ]),
    ...(notes ?? []).map(({ what, count, examples }) => `noted ${what}: ${count}${few(examples)}`),
    ...repaired.map(({ what, count, examples }) => `repaired ${what}: ${count}${few(examples)}`),
    ...(report.doubtful ?? []).map(
      ({ row, name, taken }) => `doubtful row ${row}, ${name}: taken as ${taken ?? 'new'}`,
    ),
    ...(report.vanished ?? []).map(
      ({ name, retired }) => `not in the list: ${name}${retired ? ' (retired)' : ''}`,
    ),
    ...(report.sumChecks ?? [])
      .filter(({ file, came }) => file !== came)
      .map(
        ({ column, file, came }) =>
          `sum of ${column}: ${toMajor(file, report.sums.currency)} in the file, ${toMajor(came, report.sums.currency)} ${report.sums.currency} came in`,
      ),
    ...(report.sumChecks ?? []).flatMap(({ column, stated, came }) =>
      stated === null || Math.abs(stated - came) <= Math.abs(stated) * 1e-6
        ? []
        : [
            `total of ${column}: ${toMajor(stated, report.sums.currency)} by the file itself, ${toMajor(came, report.sums.currency)} ${report.sums.currency} came in`,
          ],
    ),
    ...skipped.map(({ row, reason }) => `skipped row ${row}: ${reason}`),
    ...refused.map(({ row, column, reason }) => `refused row ${row}, column ${column}: ${reason}`),
    ...unreadable.map(
      ({ row, column, reason, value }) =>
        `not read row ${row}, column ${column}: ${reason}${few([value.slice(0, 80)])}`,
    ),
  ];
}

/** One line on a table that came together with the list. */
function describeTable(table: TableReport, few: (examples: readonly string[]) => string): string {
  const { fileName, role, join, rows, created, updated, unchanged, skipped, refused } = table;
  const counts = `${rows} rows read, ${created} created, ${updated} updated, ${unchanged} unchanged, ${skipped} skipped, ${refused} refused`;
  // Tables that come back name their records themselves: none of their columns joins them to initiatives.
  if (isOwnList(role) || (table.taken === true && join === null))
    return table.taken
      ? `took in ${fileName} as ${role}: ${counts}`
      : `left out ${fileName}, a list of ${role}`;
  return join === null
    ? `left out ${fileName}: no column names the initiatives`
    : `joined ${fileName} as ${role} by ${join}: ${counts}, ${table.unjoined} without initiative${few(table.unjoinedIds)}`;
}
