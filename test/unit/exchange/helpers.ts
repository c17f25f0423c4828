import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { previewFile, readImport } from '../../../electron/core/importing/importFile.ts';
import type { AppError } from '../../../shared/contract/result.ts';
import { Failure } from '../../../shared/contract/result.ts';
import { emptyRecords, newPortfolio } from '../../../shared/domain/defaults.ts';
import type {
  AnyRecord,
  Initiative,
  Portfolio,
  PortfolioRecords,
  TableName,
} from '../../../shared/domain/records.ts';
import { recordSchemas } from '../../../shared/domain/records.ts';
import { type Reference, referredId } from '../../../shared/domain/references.ts';
import type { ImportPlan, ImportPreview } from '../../../shared/exchange/contract.ts';
import { importPreviewSchema, importReportSchema } from '../../../shared/exchange/contract.ts';
import { afterImport } from '../../../shared/exchange/records/afterImport.ts';
import type { ImportOutcome } from '../../../shared/exchange/records/mapTable.ts';
import type { ImportChanges } from '../../../shared/exchange/records/rowTarget.ts';
import { checkRecords as holdToRules } from '../../../shared/rules/recordRules.ts';

export const fixture = (name: string): string =>
  new URL(`../../fixtures/lists/${name}`, import.meta.url).pathname;

/** Writes bytes to a file that goes away with the test. */
export function tempFile(name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export function recordsWith(settings: Partial<Portfolio> = {}): PortfolioRecords {
  return { ...emptyRecords(), portfolio: { portfolio: { ...newPortfolio('Test', 'USD'), ...settings } } };
}

export interface Imported extends ImportOutcome {
  readonly preview: ImportPreview;
  readonly initiatives: readonly Initiative[];
}

/** Throws when an import that was not previewed reads a list in another way than one with the plan of its preview. */
async function checkUnplanned(
  request: Parameters<typeof readImport>[0],
  { report, mapped }: ImportOutcome,
): Promise<void> {
  const alone = await readImport(request);
  const { tables: _tables, ...plan } = mapped?.plan ?? {};
  expect(alone.report).toEqual(report);
  expect(alone.mapped?.plan ?? {}).toMatchObject(plan);
}

/** Previews and imports; every record and report is held against its schema, and the preview against the run. */
export async function importPath(
  path: string,
  fileName: string,
  plan: Partial<ImportPlan> = {},
  records: PortfolioRecords = recordsWith(),
): Promise<Imported> {
  const portfolio = records.portfolio.portfolio;
  if (!portfolio) throw new Error('test records without a portfolio');
  const preview = await previewFile({ path, fileName, plan, portfolio, records });
  importPreviewSchema.parse(preview);
  const outcome = await readImport({ path, fileName, plan: preview.plan, records });
  await checkUnplanned({ path, fileName, plan, records }, outcome);
  importReportSchema.parse(outcome.report);
  checkRecords(outcome.changes);
  checkRules(records, outcome.changes);
  const { report } = outcome;
  const run = {
    created: report.created,
    updated: report.updated,
    unchanged: report.unchanged,
    skipped: report.skipped.length,
    refused: report.refused.length,
  };
  if (JSON.stringify(run) !== JSON.stringify(preview.expected))
    throw new Error(`preview ${JSON.stringify(preview.expected)} is not the run ${JSON.stringify(run)}`);
  if (report.rows !== Object.values(run).reduce((sum, count) => sum + count, 0))
    throw new Error(`${report.rows} rows are not accounted for by ${JSON.stringify(run)}`);
  return { ...outcome, preview, initiatives: outcome.changes.add.initiative ?? [] };
}

export const importText = (
  text: string | Uint8Array,
  plan: Partial<ImportPlan> = {},
  records: PortfolioRecords = recordsWith(),
): Promise<Imported> => importPath(tempFile('list.csv', text), 'list.csv', plan, records);

/**
 * Previews and imports files that come together, the first as the one that was chosen; everything is checked as
 * `importPath` does, and what the preview says of each table against what the run says.
 */
export async function importTogether(
  files: readonly (readonly [name: string, content: string | Uint8Array])[],
  plan: Partial<ImportPlan> = {},
  records: PortfolioRecords = recordsWith(),
): Promise<Imported & { readonly after: PortfolioRecords }> {
  const portfolio = records.portfolio.portfolio;
  if (!portfolio) throw new Error('test records without a portfolio');
  const [first, ...others] = files.map(([name, content]) => ({ name, path: tempFile(name, content) }));
  if (!first) throw new Error('no file');
  const request = { path: first.path, fileName: first.name, others, records };
  const preview = importPreviewSchema.parse(await previewFile({ ...request, plan, portfolio }));
  const outcome = await readImport({ ...request, plan: preview.plan });
  await checkUnplanned({ ...request, plan }, outcome);
  const report = importReportSchema.parse(outcome.report);
  checkRecords(outcome.changes);
  checkRules(records, outcome.changes);
  const [shown, run] = [preview.tables ?? [], report.tables ?? []].map((tables) => JSON.stringify(tables));
  if (shown !== run) throw new Error(`preview ${shown} is not the run ${run}`);
  for (const { rows, created, updated, unchanged, skipped, refused, unjoined, ...table } of report.tables ??
    [])
    if (table.taken && rows !== created + updated + unchanged + skipped + refused + unjoined)
      throw new Error(`rows of ${table.fileName} are not accounted for`);
  return {
    ...outcome,
    preview,
    initiatives: outcome.changes.add.initiative ?? [],
    after: afterImport(records, outcome.changes),
  };
}

/** Throws when a record does not satisfy its table's schema. */
export function checkRecords(changes: ImportChanges): void {
  for (const lists of [changes.add, changes.update])
    for (const [table, list] of Object.entries(lists) as [TableName, readonly AnyRecord[]][])
      for (const record of list) recordSchemas[table].parse(record);
}

/** Throws when what an import writes breaks a rule that a portfolio file holds records to: references, orders, shares. */
export function checkRules(records: PortfolioRecords, changes: ImportChanges): void {
  const after = afterImport(records, changes);
  const byReference = new Map<string, Map<string, AnyRecord[]>>();
  const indexOf = (table: TableName, reference: Reference): Map<string, AnyRecord[]> => {
    const key = `${table}.${reference.field}`;
    const known = byReference.get(key);
    if (known) return known;
    const index = new Map<string, AnyRecord[]>();
    for (const record of Object.values(after[table]) as AnyRecord[]) {
      const id = referredId(record, reference);
      if (id !== null) index.set(id, [...(index.get(id) ?? []), record]);
    }
    byReference.set(key, index);
    return index;
  };
  const touched = [changes.add, changes.update].flatMap((lists) =>
    (Object.entries(lists) as [TableName, readonly AnyRecord[]][]).flatMap(([table, list]) =>
      list.map((record) => [table, record] as const),
    ),
  );
  holdToRules(
    {
      isNew: () => false,
      find: (table, id) => (after[table] as Readonly<Record<string, AnyRecord>>)[id],
      referring: (table, reference, id) => indexOf(table, reference).get(id) ?? [],
    },
    touched,
  );
}

/** The error that a promise fails with; a promise that succeeds, or fails otherwise, fails the test. */
export async function failureOf(promise: Promise<unknown>): Promise<AppError> {
  let error: unknown;
  try {
    await promise;
  } catch (caught) {
    error = caught;
  }
  if (!(error instanceof Failure)) throw new Error(`expected a Failure, got ${String(error)}`);
  return error.error;
}

export const repairs = (outcome: ImportOutcome): Record<string, number> =>
  Object.fromEntries(outcome.report.repaired.map(({ what, count }) => [what, count]));
