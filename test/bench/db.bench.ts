import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import Papa from 'papaparse';
import { openPortfolioFile } from '../../db/portfolioFile.ts';
import { makeSyntheticPortfolio } from '../../electron/core/portfolioFiles.ts';
import { createService } from '../../electron/core/service.ts';
import { syntheticPortfolio } from '../../electron/core/synthetic/syntheticPortfolio.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/methods.ts';
import type { Initiative } from '../../shared/domain/records.ts';

const initiatives = 10_000;
const capabilities = 400;
const edits = 60;
const importRuns = 5;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const round = (value: number): number => Math.round(value * 100) / 100;

async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

function makeCaller(folder: string) {
  const service = createService({
    version: 'bench',
    host: 'cli',
    platform: process.platform,
    systemLocale: 'en',
    dataFolder: join(folder, 'data'),
    sampleFile: '',
    emit: () => undefined,
  });
  const call = async <M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> => {
    const result = await service.dispatch(method, input);
    if (!result.ok) throw new Error(`${method}: ${result.error.message}`);
    return result.value as MethodOutput<M>;
  };
  return { service, call };
}

/** Rows as an analyst's list has them: text as written, money with separators. */
function listOf(rows: readonly Initiative[]): string {
  return Papa.unparse(
    rows.map((row) => ({
      'Project ID': row.externalId ?? '',
      'Project name': row.name,
      Description: row.description,
      Type: row.mode,
      Stage: row.stage ?? '',
      Owner: row.owner ?? '',
      'Start date': row.startDate ?? '',
      'End date': row.endDate ?? '',
      Budget: row.budget === null ? '' : (row.budget / 100).toLocaleString('en'),
      Spent: row.spent === null ? '' : (row.spent / 100).toLocaleString('en'),
      Capabilities: '',
      Notes: `row ${row.id}`,
    })),
    { newline: '\r\n' },
  );
}

/** What reading and writing cost at the very least: papaparse alone, then better-sqlite3 alone with plain rows. */
async function baseline(
  folder: string,
  text: string,
  run: number,
): Promise<{ read: number; insert: number }> {
  const read = await timed(() => Papa.parse<string[]>(text, { skipEmptyLines: true }).data);
  const [header = [], ...rows] = read.value;
  const insert = await timed(() => {
    const db = new Database(join(folder, `plain-${run}.db`));
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.exec(`CREATE TABLE plain (${header.map((_, index) => `c${index} TEXT`).join(', ')})`);
    const statement = db.prepare(`INSERT INTO plain VALUES (${header.map(() => '?').join(', ')})`);
    db.transaction(() => {
      for (const row of rows) statement.run(row);
    })();
    db.close();
  });
  return { read: read.ms, insert: insert.ms };
}

async function benchImport(folder: string) {
  const { lists } = syntheticPortfolio({ initiatives, capabilities: 10, seed: 7, name: 'list' });
  const text = listOf((lists.initiative ?? []) as readonly Initiative[]);
  const csv = join(folder, 'list.csv');
  writeFileSync(csv, text);
  const ours: number[] = [];
  const plain: number[] = [];
  let reads = 0;
  let bytes = 0;
  for (let run = 0; run < importRuns; run += 1) {
    const least = await baseline(folder, text, run);
    plain.push(least.read + least.insert);
    reads = least.read;
    const { service, call } = makeCaller(folder);
    const opened = await call('portfolio.create', { name: `import ${run}`, currency: 'USD' });
    const file = service.files.register(csv);
    const { plan } = await call('import.preview', { file, plan: {} });
    const { ms, value } = await timed(() => call('import.run', { file, plan, job: `bench-${run}` }));
    if (value.report.created !== initiatives) throw new Error(`imported ${value.report.created} rows`);
    ours.push(ms);
    await service.close();
    bytes = statSync(join(opened.folder, opened.fileName)).size;
  }
  return {
    rows: initiatives,
    importMs: round(median(ours)),
    papaparseMs: round(reads),
    papaparsePlusInsertMs: round(median(plain)),
    importRatio: round(median(ours) / median(plain)),
    fileBytes: bytes,
  };
}

async function benchEdits(folder: string) {
  const path = join(folder, 'large.throughline');
  makeSyntheticPortfolio(path, { initiatives, capabilities, seed: 1 });
  const open = await timed(() => openPortfolioFile(path));
  open.value.close();
  const { service, call } = makeCaller(folder);
  const file = service.files.register(path);
  const opened = await timed(() => call('portfolio.openChosen', { file }));
  const ids = Object.keys(opened.value.records.initiative);
  const editMs: number[] = [];
  for (let index = 0; index < edits; index += 1) {
    const id = ids[(index * 131) % ids.length]!;
    const edit = await timed(() =>
      call('records.change', {
        label: { key: 'initiative.edit', params: { name: id } },
        changes: [{ op: 'patch', table: 'initiative', id, values: { budget: 1000 + index } }],
      }),
    );
    editMs.push(edit.ms);
  }
  const undoMs: number[] = [];
  for (let index = 0; index < edits; index += 1)
    undoMs.push((await timed(() => call('history.undo', {}))).ms);
  const snapshot = await timed(() => call('snapshot.create', { name: 'bench', note: '' }));
  const close = await timed(() => service.close());
  return {
    initiatives,
    capabilities,
    checkAndOpenFileMs: round(open.ms),
    openWithRecordsMs: round(opened.ms),
    editMedianMs: round(median(editMs)),
    undoMedianMs: round(median(undoMs)),
    snapshotMs: round(snapshot.ms),
    closeMs: round(close.ms),
    fileBytes: statSync(path).size,
  };
}

/** Measures the store on a portfolio of 10,000 initiatives; ratios and medians of this one run. */
export async function runDbBench() {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  try {
    return { import: await benchImport(folder), store: await benchEdits(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) console.log(JSON.stringify(await runDbBench(), null, 2));
