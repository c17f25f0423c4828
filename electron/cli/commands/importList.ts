import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../../shared/contract/result.ts';
import {
  type ImportPlan,
  type ImportPreview,
  type ImportReport,
  importFields,
  importPlanSchema,
} from '../../../shared/exchange/contract.ts';
import { copyPortfolio, makeEmptyPortfolio } from '../../core/portfolioFiles.ts';
import { type Headless, print, requireFile, withPortfolio } from '../headless.ts';

export interface ImportOptions {
  readonly into: string;
  readonly map?: string;
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

/** Imports a list in one undoable step and prints what happened to its rows. */
export async function importList(file: string, options: ImportOptions): Promise<boolean> {
  const source = resolve(file);
  requireFile(source);
  const map = options.map === undefined ? {} : readMap(options.map);
  const into = resolve(options.into);
  const report = options.dryRun ? await tryImport(source, into, map) : await reallyImport(source, into, map);
  print(options.json, shownReport(report), describe(report, options.dryRun === true));
  return true;
}

async function reallyImport(source: string, into: string, map: WrittenMap): Promise<ImportReport> {
  const isNew = !existsSync(into);
  if (isNew) makeEmptyPortfolio(into);
  try {
    return await withPortfolio(into, 'write', (headless) => run(headless, source, map));
  } catch (error) {
    // A portfolio that was made for an import which failed is nobody's.
    if (isNew) rmSync(into, { force: true });
    throw error;
  }
}

/** The same import into a copy that nobody keeps, so that what is told is what would happen. */
async function tryImport(source: string, into: string, map: WrittenMap): Promise<ImportReport> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-dry-'));
  try {
    const copy = join(folder, basename(into));
    if (existsSync(into)) await copyPortfolio(into, copy);
    return await reallyImport(source, copy, map);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run({ service, call }: Headless, source: string, map: WrittenMap): Promise<ImportReport> {
  const file = service.files.register(source);
  const { columns, ...plain } = map;
  const given = plain as Partial<ImportPlan>;
  let preview: ImportPreview = await call('import.preview', { file, plan: given });
  if (columns) {
    const chosen = { ...given, columns: numbered(columns, preview) };
    preview = await call('import.preview', { file, plan: chosen });
  }
  const { report } = await call('import.run', { file, plan: preview.plan, job: 'cli' });
  return report;
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

/** The keys that `import --json` promises, and no others. */
function shownReport(report: ImportReport) {
  const { rows, created, updated, unchanged, skipped, refused, repaired, sums } = report;
  return { rows, created, updated, unchanged, skipped, refused, repaired, sums };
}

function describe(report: ImportReport, dryRun: boolean): string[] {
  const { rows, created, updated, unchanged, skipped, refused, repaired } = report;
  return [
    `${dryRun ? 'would import' : 'imported'} ${report.fileName}: ${rows} rows read, ${created} created, ${updated} updated, ${unchanged} unchanged, ${skipped.length} skipped, ${refused.length} refused`,
    ...repaired.map(({ what, count, examples }) => `repaired ${what}: ${count} (${examples.join(' | ')})`),
    ...skipped.map(({ row, reason }) => `skipped row ${row}: ${reason}`),
    ...refused.map(({ row, column, reason }) => `refused row ${row}, column ${column}: ${reason}`),
  ];
}
