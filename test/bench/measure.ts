import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as d3 from 'd3-array';

/** What the benchmarks measure with. */

/** NaN where there are none. */
export const median = (values: readonly number[]): number => d3.median(values) ?? Number.NaN;
export const quantile = (values: readonly number[], share: number): number =>
  d3.quantile(values, share) ?? Number.NaN;

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

export async function timed<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly ms: number; readonly value: T }> {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
}

export const milliseconds = async (work: () => unknown): Promise<number> => (await timed(work)).ms;

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs this Node on some arguments in a process of its own, whose heap grows from nothing; answers what it prints. */
export const freshNode = (args: readonly string[], env: Readonly<Record<string, string>> = {}): string =>
  execFileSync(process.execPath, args, {
    encoding: 'utf8',
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    maxBuffer: 1e8,
  });

/** What `npm run cli` gives to Node: flags, then the program. */
export function commandLine(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: { cli: string };
  };
  const [, ...words] = scripts.cli.split(' ');
  return words;
}

/** Peak memory of this process so far, MB. */
export const peakMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024);
