import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { previewFile, readImport } from '../../electron/core/importing/importFile.ts';
import { forgetSources } from '../../electron/core/importing/openSource.ts';
import { emptyRecords, newPortfolio } from '../../shared/domain/defaults.ts';
import { readExchange } from '../../shared/exchange/json.ts';
import { commandLine, freshNode, median, milliseconds, peakMb, round } from './measure.ts';

const ROWS = 10_000;
const RUNS = 9;

/** The real list of 202 projects, repeated under new ids and names: every kind of column, quotes, long texts. */
function longList(rowCount = ROWS): string {
  const file = new URL('../fixtures/lists/hhs_projects.csv', import.meta.url);
  const [header = [], ...rows] = Papa.parse<string[]>(readFileSync(file, 'utf8').trim()).data;
  const long = Array.from({ length: rowCount }, (_, index) => {
    const row = [...(rows[index % rows.length] ?? [])];
    row[0] = String(100_000 + index);
    row[1] = `${row[1]} #${index}`;
    return row;
  });
  return Papa.unparse([header, ...long], { newline: '\r\n' });
}

/**
 * What reading a list of 10,000 rows into checked records costs (bytes, text, cells, plan, records, report; no
 * database), beside papaparse alone on the same file in the same run; what opening the sample's JSON costs; and the same
 * for 100,000 rows in processes of their own, with peak memory.
 */
export async function runImportBench(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  try {
    const path = join(folder, 'list.csv');
    const text = longList();
    writeFileSync(path, text);
    const portfolio = newPortfolio('Bench', 'USD');
    const records = { ...emptyRecords(), portfolio: { portfolio } };
    const { plan } = await previewFile({ path, fileName: 'list.csv', plan: {}, portfolio, records });
    const [papa, run, preview]: [number[], number[], number[]] = [[], [], []];
    for (let n = 0; n < RUNS; n += 1) {
      papa.push(await milliseconds(() => Papa.parse<string[]>(readFileSync(path, 'utf8'))));
      // A preview keeps what it took apart for the import after it: here each of them reads the file itself.
      forgetSources();
      run.push(await milliseconds(() => readImport({ path, fileName: 'list.csv', plan, records })));
      forgetSources();
      preview.push(
        await milliseconds(() => previewFile({ path, fileName: 'list.csv', plan: {}, portfolio, records })),
      );
    }
    const sample = readFileSync(new URL('../../assets/samples/hhs-2012.json', import.meta.url), 'utf8');
    const open = [];
    for (let n = 0; n < RUNS; n += 1)
      open.push(await milliseconds(() => readExchange(sample, 'hhs-2012.json')));
    return {
      rows: ROWS,
      bytes: text.length,
      papaparseMs: round(median(papa)),
      readImportMs: round(median(run)),
      previewMs: round(median(preview)),
      readImportToPapaparse: round(median(run) / median(papa)),
      fastest: { papaparseMs: round(Math.min(...papa)), readImportMs: round(Math.min(...run)) },
      sampleReadMs: round(median(open)),
      fresh: freshProcesses(folder),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const FRESH_ROWS = 100_000;
const FRESH_RUNS = 3;
const here = fileURLToPath(import.meta.url);

/**
 * 100,000 rows, each time in a process of its own, as a person imports them: nothing is warm, and the heap grows from
 * nothing. Beside it the peak memory of the whole command line, with preview and writing, for two lengths.
 */
function freshProcesses(folder: string): Record<string, unknown> {
  const pathOf = (rows: number): string => {
    const path = join(folder, `list-${rows}.csv`);
    writeFileSync(path, longList(rows));
    return path;
  };
  const path = pathOf(FRESH_ROWS);
  const planPath = join(folder, 'plan.json');
  const run = (what: string): Measured =>
    JSON.parse(freshNode([here, what, path, planPath]).trim().split('\n').at(-1) ?? '') as Measured;
  run('plan');
  const [papa, read]: [Measured[], Measured[]] = [[], []];
  for (let n = 0; n < FRESH_RUNS; n += 1) {
    papa.push(run('papaparse'));
    read.push(run('readImport'));
  }
  const ms = (runs: readonly Measured[]): number => median(runs.map((each) => each.ms));
  const peak = (rows: number): number => {
    const into = join(folder, `p-${rows}.throughline`);
    const list = rows === FRESH_ROWS ? path : pathOf(rows);
    freshNode(['--import', peakTeller, ...commandLine(), 'import', list, '--into', into], {
      THROUGHLINE_HOME: folder,
    });
    return Number(readFileSync(join(folder, 'peak'), 'utf8'));
  };
  // Told by the process itself as it ends: nobody else's memory is counted.
  const tell = `import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(${JSON.stringify(join(folder, 'peak'))},String(Math.round(process.resourceUsage().maxRSS/1024))));`;
  const peakTeller = `data:text/javascript,${encodeURIComponent(tell)}`;
  return {
    rows: FRESH_ROWS,
    papaparseMs: round(ms(papa)),
    readImportMs: round(ms(read)),
    readImportToPapaparse: round(ms(read) / ms(papa)),
    readImportPeakMb: median(read.map(({ peakMb }) => peakMb)),
    commandLinePeakMb: { '25000': peak(25_000), '100000': peak(FRESH_ROWS) },
  };
}

interface Measured {
  readonly ms: number;
  readonly peakMb: number;
}

/** One measurement in this process, which was started for it. */
async function measureHere(what: string, path: string, planPath: string): Promise<Measured> {
  const portfolio = newPortfolio('Bench', 'USD');
  const records = { ...emptyRecords(), portfolio: { portfolio } };
  const request = { path, fileName: 'list.csv', records };
  const work: Readonly<Record<string, () => unknown>> = {
    papaparse: () => Papa.parse<string[]>(readFileSync(path, 'utf8')),
    readImport: () => readImport({ ...request, plan: JSON.parse(readFileSync(planPath, 'utf8')) }),
    plan: async () => {
      const { plan } = await previewFile({ ...request, plan: {}, portfolio });
      writeFileSync(planPath, JSON.stringify(plan));
    },
  };
  const ms = await milliseconds(work[what] ?? (() => undefined));
  return { ms, peakMb: peakMb() };
}

const [what, path = '', planPath = ''] = process.argv.slice(2);
if (import.meta.main && path !== '' && what !== undefined)
  console.log(JSON.stringify(await measureHere(what, path, planPath)));
else if (import.meta.main) console.log(JSON.stringify(await runImportBench(), null, 2));
