import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeExport } from '../../electron/core/exporting/makeExport.ts';
import { readStates } from '../../electron/core/exporting/readStates.ts';
import { makeSyntheticPortfolio } from '../../electron/core/portfolioFiles.ts';
import { buildPart, isStale } from '../../electron/launch/build.ts';
import { type PageId, usualOptions, usualPages } from '../../shared/report/options.ts';
import { exportParts } from '../helpers/exportParts.ts';
import { commandLine, freshNode, median, peakMb, round, timed } from './measure.ts';

const INITIATIVES = 10_000;
const CAPABILITIES = 2_000;
const RUNS = 3;
/** Budgets of a workbook of 10,000 initiatives and of a deck of 30 slides. */
const BUDGET_MS = 3_000;
const root = fileURLToPath(new URL('../../', import.meta.url));
const here = fileURLToPath(import.meta.url);
/** With these the sample has 30 slides and a few more. */
const morePages: readonly PageId[] = ['directory', 'sensitivity'];

const formats = ['xlsx', 'pptx'] as const;
type Format = (typeof formats)[number];

interface Exported {
  readonly ms: number;
  readonly peakMb: number;
  readonly pages: number;
}

/**
 * What exports cost, each in a process of its own: a workbook of 10,000 initiatives and 2,000 capabilities, and a deck of
 * the sample. `ms` is the export itself, from reading the portfolio to the whole file; `commandMs` all of the command line.
 */
export async function runExportBench(): Promise<Record<string, unknown>> {
  if (await isStale(root, 'pictures')) await buildPart(root, 'pictures');
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  const cli = (args: readonly string[]): string =>
    freshNode([...commandLine(), ...args], { THROUGHLINE_HOME: folder });
  try {
    const portfolios = { xlsx: join(folder, 'large.throughline'), pptx: join(folder, 'sample.throughline') };
    makeSyntheticPortfolio(portfolios.xlsx, {
      initiatives: INITIATIVES,
      capabilities: CAPABILITIES,
      seed: 1,
    });
    cli(['import', join(root, 'assets', 'samples', 'hhs-2012.json'), '--into', portfolios.pptx]);
    const measured: Record<string, unknown> = {};
    for (const format of formats) {
      const path = join(folder, `out.${format}`);
      const runs = Array.from(
        { length: RUNS },
        () => JSON.parse(freshNode([here, format, portfolios[format], path])) as Exported,
      );
      const bytes = statSync(path).size;
      const command: number[] = [];
      for (let n = 0; n < RUNS; n += 1) {
        rmSync(path, { force: true });
        const pages = format === 'pptx' ? ['--pages', [...usualPages, ...morePages].join(',')] : [];
        const { ms } = await timed(() =>
          cli(['export', portfolios[format], '--format', format, '--out', path, ...pages]),
        );
        command.push(ms);
      }
      const ms = round(median(runs.map((run) => run.ms)));
      measured[format] = {
        ms,
        runs: runs.map((run) => round(run.ms)),
        commandMs: round(median(command)),
        peakMb: median(runs.map((run) => run.peakMb)),
        ...(format === 'pptx' ? { slides: runs[0]?.pages } : { initiatives: INITIATIVES }),
        bytes,
        budgetMs: BUDGET_MS,
        withinBudget: ms < BUDGET_MS,
      };
    }
    return measured;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One export in this process, which was started for it. */
async function exportHere(format: Format, file: string, path: string): Promise<Exported> {
  let pages = 0;
  const { ms } = await timed(async () => {
    const states = readStates({ file, snapshot: null, scenario: null, storyboard: null });
    await makeExport(
      {
        ...{ states, formats: [format], stem: 'bench', at: '2026-11-21T09:00:00.000Z', path },
        options: { ...usualOptions('en'), pages: [...usualPages, ...morePages] },
        ...exportParts,
      },
      (stage, _, of) => {
        if (stage === 'writing') pages = of;
      },
    );
  });
  return { ms, peakMb: peakMb(), pages };
}

const [format, file = '', path = ''] = process.argv.slice(2);
if (import.meta.main) {
  const known = formats.find((each) => each === format);
  console.log(JSON.stringify(known ? await exportHere(known, file, path) : await runExportBench(), null, 2));
}
