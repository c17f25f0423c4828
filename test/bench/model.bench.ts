/** Speed of the model (budgets of its brief): run with `node test/bench/model.bench.ts`, prints JSON. */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { compare } from '../../shared/model/compare.ts';
import { compile } from '../../shared/model/compile.ts';
import { drawInto } from '../../shared/model/draws.ts';
import { effortScale } from '../../shared/model/effortBasis.ts';
import { explain } from '../../shared/model/receipts.ts';
import { streamFor } from '../../shared/model/rng.ts';
import { Run } from '../../shared/model/run.ts';
import { monteCarlo, sample } from '../../shared/model/simulate.ts';
import type { ModelInitiative } from '../../shared/model/types.ts';
import { median } from './measure.ts';
import { loadYardstick, yard, yardstick } from './modelYardstick.ts';

const DRAWS = 2000;
const SEED = 20240601;

function example(name: string): ModelInitiative {
  const url = new URL(`../fixtures/vectors/${name}_compare.json`, import.meta.url);
  const { input } = JSON.parse(readFileSync(url, 'utf8')) as { input: { initiatives: ModelInitiative[] } };
  return input.initiatives[0]!;
}

/** Median milliseconds of `work` after a warm-up. */
function timed(runs: number, work: () => void): number {
  for (let i = 0; i < Math.max(3, runs / 5); i++) work();
  return median(
    Array.from({ length: runs }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

const round = (x: number): number => Number(x.toPrecision(4));

/** Largest relative difference between the model's samples and the yardstick's, so that both time the same thing. */
function disagreement(initiative: ModelInitiative): number {
  const s = sample(initiative, { iterations: 300, seed: SEED })!;
  const c = compile(initiative);
  const f = effortScale(c, new Run()).scale;
  const stream = streamFor(SEED, initiative.id);
  const p = { ...c.params };
  loadYardstick(c);
  let worst = 0;
  for (let i = 0; i < 300; i++) {
    drawInto(stream, c.params, p);
    yardstick(c, p, f);
    const wanted = [
      s.project.cost[i]!,
      s.project.value[i]!,
      s.project.waste_money_total[i]!,
      s.project.money_at_risk[i]!,
      s.product.cost[i]!,
      s.product.value[i]!,
      s.product.waste_money_total[i]!,
      s.product.money_at_risk[i]!,
      s.productNetWithoutGate[i]!,
    ];
    const got = [yard[0]!, yard[1]!, yard[2]!, yard[3]!, yard[5]!, yard[6]!, yard[7]!, yard[8]!, yard[10]!];
    got.forEach((x, j) => {
      worst = Math.max(worst, Math.abs(x - wanted[j]!) / Math.max(1, Math.abs(wanted[j]!)));
    });
  }
  return worst;
}

function yardstickDraws(initiative: ModelInitiative, iterations: number): number {
  const c = compile(initiative);
  const f = effortScale(c, new Run()).scale;
  const stream = streamFor(SEED, initiative.id);
  const p = { ...c.params };
  loadYardstick(c);
  let sum = 0;
  for (let i = 0; i < iterations; i++) {
    drawInto(stream, c.params, p);
    yardstick(c, p, f);
    sum += yard[5]! + yard[0]!;
  }
  return sum;
}

interface Share {
  readonly from: number;
  readonly to: number;
  readonly iterations: number;
}

/** A portfolio of examples, each under its own id so that each has its own draws. */
function simulateShare({ from, to, iterations }: Share): number {
  const names = ['E2-typical', 'E3-regulatory', 'E4-product', 'E5-low-value', 'E10-items'];
  const list = names.map(example);
  let sum = 0;
  for (let i = from; i < to; i++) {
    const initiative = { ...list[i % list.length]!, id: `bench-${i}` };
    sum += monteCarlo(initiative, { iterations, seed: SEED })!.delta.net.mean;
  }
  return sum;
}

function worker(share: Share): Promise<number> {
  return new Promise((resolve, reject) => {
    const w = new Worker(fileURLToPath(import.meta.url), { workerData: share });
    w.once('message', resolve);
    w.once('error', reject);
  });
}

async function portfolio(
  initiatives: number,
  iterations: number,
): Promise<{ seconds: number; heapGrowthMb: number }> {
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const half = initiatives / 2;
  await Promise.all([
    worker({ from: 0, to: half, iterations }),
    worker({ from: half, to: initiatives, iterations }),
  ]);
  return {
    seconds: round((performance.now() - start) / 1000),
    heapGrowthMb: round((process.memoryUsage().rss - before) / 1e6),
  };
}

/** Medians in milliseconds, ratios without unit; every budget beside its measurement. */
export async function runModelBench(): Promise<Record<string, unknown>> {
  const e2 = example('E2-typical');
  const e4 = example('E4-product');
  const off = disagreement(e2);
  const draws2000 = timed(15, () => monteCarlo(e2, { iterations: DRAWS, seed: SEED }));
  const plain2000 = timed(15, () => yardstickDraws(e2, DRAWS));
  const all = await portfolio(1000, 1000);
  return {
    machine: cpus()[0]?.model ?? 'unknown',
    node: process.version,
    compare_project_plan_ms: round(timed(200, () => compare(e2))),
    compare_product_plan_ms: round(timed(200, () => compare(e4))),
    compare_budget_ms: 0.5,
    explain_ms: round(timed(50, () => explain(e2))),
    draws_2000_ms: round(draws2000),
    draws_2000_product_plan_ms: round(timed(15, () => monteCarlo(e4, { iterations: DRAWS, seed: SEED }))),
    draws_2000_budget_ms: 150,
    yardstick_2000_ms: round(plain2000),
    ratio_to_yardstick: round(draws2000 / plain2000),
    ratio_budget: 3,
    yardstick_relative_difference: off,
    portfolio_1000_x_1000_two_threads_s: all.seconds,
    portfolio_budget_s: 60,
    portfolio_rss_growth_mb: all.heapGrowthMb,
  };
}

if (!isMainThread) parentPort?.postMessage(simulateShare(workerData as Share));
else if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(await runModelBench(), null, 2));
}
