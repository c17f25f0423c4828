import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Database from 'better-sqlite3';
import Papa from 'papaparse';
import { openPortfolioFile } from '../../db/portfolioFile.ts';
import { makeSyntheticPortfolio } from '../../electron/core/portfolioFiles.ts';
import { createService } from '../../electron/core/service.ts';
import { syntheticPortfolio } from '../../electron/core/synthetic/syntheticPortfolio.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/methods.ts';
import type { Initiative } from '../../shared/domain/records.ts';
import { median, round, timed } from './measure.ts';

const initiatives = 10_000;
const capabilities = 400;
const edits = 60;
/** Runs that are measured, after some that only warm the engine up for both sides alike. */
const importRuns = 11;
const warmRuns = 3;

/** Collects young garbage, so that neither of two things measured in turn pays for what the other left behind. */
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void;

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

interface Baseline {
  /** Reading the file into a text. */
  readonly load: number;
  readonly parse: number;
  readonly insert: number;
  /** Making, opening and closing the file around `insert`, which copies its log into it. */
  readonly around: number;
}

/**
 * What reading and writing cost at the very least: papaparse alone, then better-sqlite3 alone with plain rows. Plain
 * means: one STRICT table with an integer key and a text column for each of the list's columns, every cell as it is
 * read, one prepared statement and one transaction, with the pragmas of our files that weigh on writing. The table
 * has no other index, no check and no second table. As with our import, only the transaction counts as inserting.
 */
async function baseline(folder: string, csv: string, run: number): Promise<Baseline> {
  collect({ type: 'minor' });
  const load = await timed(() => readFileSync(csv, 'utf8'));
  const read = await timed(() => Papa.parse<string[]>(load.value, { skipEmptyLines: true }).data);
  const [header = [], ...rows] = read.value;
  let insert = 0;
  const all = await timed(async () => {
    const db = new Database(join(folder, `plain-${run}.db`));
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('cache_size = -65536');
    db.pragma('wal_autocheckpoint = 4096');
    const columns = header.map((_, index) => `c${index} TEXT`).join(', ');
    db.exec(`CREATE TABLE plain (id INTEGER PRIMARY KEY, ${columns}) STRICT`);
    const { ms } = await timed(() => {
      const statement = db.prepare(`INSERT INTO plain VALUES (NULL${', ?'.repeat(header.length)})`);
      db.transaction(() => {
        for (const row of rows) statement.run(row);
      })();
    });
    insert = ms;
    const { n } = db.prepare('SELECT count(*) AS n FROM plain').get() as { n: number };
    if (n !== initiatives) throw new Error(`the baseline wrote ${n} rows`);
    db.close();
  });
  return { load: load.ms, parse: read.ms, insert, around: all.ms - insert };
}

async function benchImport(folder: string) {
  const { lists } = syntheticPortfolio({ initiatives, capabilities: 10, seed: 7, name: 'list' });
  const csv = join(folder, 'list.csv');
  writeFileSync(csv, listOf((lists.initiative ?? []) as readonly Initiative[]));
  const ours: number[] = [];
  const least: Baseline[] = [];
  let bytes = 0;
  for (let run = 0; run < warmRuns + importRuns; run += 1) {
    const plain = await baseline(folder, csv, run);
    const { service, call } = makeCaller(folder);
    const opened = await call('portfolio.create', { name: `import ${run}`, currency: 'USD' });
    const file = service.files.register(csv);
    const { plan } = await call('import.preview', { file, plan: {} });
    collect({ type: 'minor' });
    const { ms, value } = await timed(() => call('import.run', { file, plan, job: `bench-${run}` }));
    if (value.report.created !== initiatives) throw new Error(`imported ${value.report.created} rows`);
    if (run >= warmRuns) {
      least.push(plain);
      ours.push(ms);
    }
    await service.close();
    bytes = statSync(join(opened.folder, opened.fileName)).size;
  }
  const bare = least.map(({ parse, insert }) => parse + insert);
  const fromFile = least.map(({ load, parse, insert }) => load + parse + insert);
  // Of each run by itself: a slow spell of the machine hits both sides of it.
  const ratio = (plain: readonly number[]): number =>
    round(median(ours.map((ms, run) => ms / (plain[run] ?? Number.NaN))));
  return {
    rows: initiatives,
    runs: importRuns,
    csvBytes: statSync(csv).size,
    importMs: round(median(ours)),
    loadMs: round(median(least.map(({ load }) => load))),
    papaparseMs: round(median(least.map(({ parse }) => parse))),
    plainInsertMs: round(median(least.map(({ insert }) => insert))),
    aroundInsertMs: round(median(least.map(({ around }) => around))),
    // The budget is held against this one, the hardest: the text is in memory already, the plain file open and stays so.
    importRatio: ratio(bare),
    // From the file, as our import starts.
    importRatioFromFile: ratio(fromFile),
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
