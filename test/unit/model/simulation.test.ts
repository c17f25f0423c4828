/** Random numbers, draws and the Monte Carlo laws of MODEL.md 2.8 and 2.10. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pert, quantile7 } from '../../../shared/model/distributions.ts';
import { DRAWN, drawInto, draws } from '../../../shared/model/draws.ts';
import { evaluateProduct, evaluateProject } from '../../../shared/model/evaluate.ts';
import { DEFAULT_PARAMETERS, resolveParameters } from '../../../shared/model/parameters.ts';
import { fnv1a64, Pcg32, streamFor } from '../../../shared/model/rng.ts';
import { differences, drawSteps, monteCarlo, sample, standardError } from '../../../shared/model/simulate.ts';
import { runSteps } from '../../../shared/steps.ts';
import { nonFinite } from './deepClose.ts';
import { example } from './examples.ts';
import { SEED, wildInitiative } from './wildInitiative.ts';

/** PCG32 as its authors write it, in exact 64-bit integers. */
function referenceStream(state: bigint, sequence: bigint, count: number): number[] {
  const mask = (1n << 64n) - 1n;
  const inc = ((sequence << 1n) | 1n) & mask;
  let s = 0n;
  const step = (): number => {
    const old = s;
    s = (old * 6364136223846793005n + inc) & mask;
    const shifted = Number((((old >> 18n) ^ old) >> 27n) & 0xffffffffn);
    const rot = Number(old >> 59n);
    return ((shifted >>> rot) | (shifted << (-rot & 31))) >>> 0;
  };
  step();
  s = (s + state) & mask;
  step();
  return Array.from({ length: count }, step);
}

describe('the generator', () => {
  it('gives the same words as 64-bit integers do', () => {
    const word = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
    fc.assert(
      fc.property(word, word, (state, sequence) => {
        const halves = (x: bigint): [number, number] => [Number(x >> 32n), Number(x & 0xffffffffn)];
        const stream = new Pcg32(...halves(state), ...halves(sequence));
        const got = Array.from({ length: 50 }, () => stream.nextU32());
        expect(got).toEqual(referenceStream(state, sequence, 50));
      }),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('names a stream by the UTF-8 of the id', () => {
    const hash = fnv1a64('客户');
    expect(hash.toString(16)).toBe('8f8096be1c8083d3');
    expect(streamFor(7, '客户').nextU32()).toBe(referenceStream(7n, hash >> 1n, 1)[0]);
  });
});

describe('distributions', () => {
  it('a PERT quantile rises from its minimum to its maximum', () => {
    const pert = new Pert(0.29, 1, 2);
    let before = 0.29;
    for (let u = 0.0005; u < 1; u += 0.0005) {
      const x = pert.quantile(u);
      expect(x).toBeGreaterThan(before);
      before = x;
    }
    expect(before).toBeLessThanOrEqual(2);
  });

  it('a quantile lies between the ordered neighbours', () => {
    expect(quantile7([3], 0.9)).toBe(3);
    expect(quantile7([1, 2], 0.25)).toBe(1.25);
  });
});

describe('draws', () => {
  it('are the same for a mode that runs alone as for both together', () => {
    fc.assert(
      fc.property(wildInitiative, (initiative) => {
        const options = { iterations: 20, seed: SEED };
        const both = sample(initiative, options)!;
        for (const [mode, run] of [
          ['project', evaluateProject],
          ['product', evaluateProduct],
        ] as const) {
          const alone: number[] = [];
          const steps = drawSteps(initiative, options, undefined, (i, workbench, drawn) => {
            alone[i] = run(workbench, drawn).cost;
          });
          runSteps(steps);
          expect(alone).toEqual([...both[mode].cost]);
        }
      }),
      { seed: SEED, numRuns: 30 },
    );
  });

  it('takes exactly sixteen uniforms, whatever the parameters are', () => {
    const zeros = Object.fromEntries(DRAWN.map((id) => [id, 0]));
    for (const overrides of [{}, zeros]) {
      const own = resolveParameters(undefined, overrides);
      const stream = streamFor(11, 'x');
      drawInto(stream, own, { ...own });
      const fresh = streamFor(11, 'x');
      for (let i = 0; i < 16; i++) fresh.nextU32();
      expect(stream.nextU32()).toBe(fresh.nextU32());
    }
  });

  it('zeros stay zero and capped shares stay capped', () => {
    const initiative = {
      ...example('E2-typical_compare'),
      params: {
        extra_share: 0,
        churn_monthly: 0,
        cr_per_year: 0,
        release_pd: 0,
        handoff_retention: 1,
        feedback_prune: 1,
      },
    };
    for (const draw of draws(initiative, { iterations: 200, seed: 3 })) {
      expect([draw.extra_share, draw.churn_monthly, draw.cr_per_year, draw.release_pd]).toEqual([0, 0, 0, 0]);
      expect(draw.handoff_retention).toBeLessThanOrEqual(1);
      expect(draw.feedback_prune).toBeLessThanOrEqual(1);
    }
    const wasteful = { ...example('E2-typical_compare'), params: { extra_share: 0.9 } };
    const extra = draws(wasteful, { iterations: 200, seed: 3 }).map((draw) => draw.extra_share);
    expect(Math.max(...extra)).toBe(0.95);
    expect(Math.min(...extra)).toBeLessThan(0.9);
  });

  it('leaves the defaults alone', () => {
    expect(DEFAULT_PARAMETERS.effort_factor).toBe(1);
    expect(Object.isFrozen(DEFAULT_PARAMETERS)).toBe(true);
  });
});

describe('Monte Carlo', () => {
  const e2 = example('E2_montecarlo');

  it('the first n iterations do not depend on how many follow', () => {
    const few = sample(e2, { iterations: 40, seed: 5 })!;
    const many = sample(e2, { iterations: 120, seed: 5 })!;
    expect(Array.from(many.product.net.subarray(0, 40))).toEqual(Array.from(few.product.net));
    expect(Array.from(many.project.waste_money_total.subarray(0, 40))).toEqual(
      Array.from(few.project.waste_money_total),
    );
  });

  it('common random numbers make the difference more than twice as certain', () => {
    const common = sample(e2, { iterations: 200, seed: 20240601 })!;
    const other = sample(e2, { iterations: 200, seed: 999 })!;
    const independent = common.product.net.map((x, i) => x - other.project.net[i]!);
    const ratio = (standardError(independent) / standardError(differences(common, 'net'))) ** 2;
    expect(ratio).toBeGreaterThan(2);
  });

  it('another seed or another id gives other futures, the same ones the same', () => {
    const once = monteCarlo(e2, { iterations: 20, seed: 1 });
    expect(monteCarlo(e2, { iterations: 20, seed: 1 })).toEqual(once);
    expect(monteCarlo(e2, { iterations: 20, seed: 2 })).not.toEqual(once);
    expect(monteCarlo({ ...e2, id: 'other' }, { iterations: 20, seed: 1 })).not.toEqual(once);
  });

  it('reports progress and stops when it is cancelled', () => {
    const seen: number[] = [];
    monteCarlo(e2, { iterations: 250, seed: 1 }, { onProgress: (done) => seen.push(done) });
    expect(seen.at(-1)).toBe(250);
    expect(seen.length).toBeLessThanOrEqual(100);
    let asked = 0;
    const cancelled = monteCarlo(e2, { iterations: 250, seed: 1 }, { isCancelled: () => ++asked === 3 });
    expect(cancelled).toBeNull();
    expect(asked).toBe(3);
  });

  it('without a gate there is no option to value', () => {
    const open = { ...e2, params: { gate_enabled: false } };
    const result = monteCarlo(open, { iterations: 50, seed: 1 })!;
    expect(result.delta.staged_funding_option_value).toBe(0);
    expect(result.product.p_stopped + result.project.p_stopped).toBe(0);
  });

  it('is never NaN, also for wild initiatives, and its quantiles are in order', () => {
    fc.assert(
      fc.property(wildInitiative, (i) => {
        const result = monteCarlo(i, { iterations: 8, seed: 4 })!;
        expect(nonFinite(result)).toEqual([]);
        for (const metric of ['net', 'cost', 'value'] as const) {
          const q = result.product[metric];
          expect(q.p10).toBeLessThanOrEqual(q.p50);
          expect(q.p50).toBeLessThanOrEqual(q.p90);
        }
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it.each([
    [{ iterations: 0, seed: 1 }, /iterations/],
    [{ iterations: 1.5, seed: 1 }, /iterations/],
    [{ iterations: 10, seed: Number.NaN }, /seed/],
  ])('refuses %j', (options, message) => {
    expect(() => monteCarlo(e2, options)).toThrow(message);
  });
});
