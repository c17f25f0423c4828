import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { previewFile, readImport } from '../../electron/core/importing/importFile.ts';
import { emptyRecords, newPortfolio } from '../../shared/domain/defaults.ts';
import { readExchange } from '../../shared/exchange/json.ts';

const ROWS = 10_000;
const RUNS = 9;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const round = (value: number): number => Math.round(value * 100) / 100;

async function milliseconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The real list of 202 projects, repeated under new ids and names: every kind of column, quotes, long texts. */
function longList(): string {
  const file = new URL('../fixtures/lists/hhs_projects.csv', import.meta.url);
  const [header = [], ...rows] = Papa.parse<string[]>(readFileSync(file, 'utf8').trim()).data;
  const long = Array.from({ length: ROWS }, (_, index) => {
    const row = [...(rows[index % rows.length] ?? [])];
    row[0] = String(100_000 + index);
    row[1] = `${row[1]} #${index}`;
    return row;
  });
  return Papa.unparse([header, ...long], { newline: '\r\n' });
}

/**
 * What reading a list of 10,000 rows into checked records costs (bytes, text, cells, plan, records, report; no
 * database), beside papaparse alone on the same file in the same run; and what opening the sample's JSON costs.
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
      run.push(await milliseconds(() => readImport({ path, fileName: 'list.csv', plan, records })));
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
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) console.log(JSON.stringify(await runImportBench(), null, 2));
