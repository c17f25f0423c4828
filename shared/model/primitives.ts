/** The primitives every implementation must agree on first (MODEL.md 4.0, vector prim). */
import { lognormal, normInv, overrun, Pert, quantile7 } from './distributions.ts';
import { fnv1a64, Pcg32, streamFor } from './rng.ts';

const PROBABILITIES: readonly number[] = [1e-6, 0.01, 0.1, 0.5, 0.81, 0.83, 0.9, 0.99, 0.999999];

export interface PrimitivesResult {
  readonly fnv1a64_a: string;
  readonly fnv1a64_zh: string;
  readonly lognormal_1_05: readonly number[];
  readonly norm_inv: readonly number[];
  readonly overrun: readonly number[];
  readonly pcg32_42_54: readonly string[];
  readonly pert_0_1_4: readonly number[];
  readonly quantile_type7: readonly number[];
  readonly stream_E2_first_u32: readonly string[];
  readonly u: readonly number[];
}

function words(stream: Pcg32, count: number): string[] {
  return Array.from({ length: count }, () => stream.nextU32().toString(16).padStart(8, '0'));
}

/** Reference numbers of the generator and the distributions; integers as hexadecimal text. */
export function prim(): PrimitivesResult {
  const pert = new Pert(0, 1, 4);
  return {
    fnv1a64_a: fnv1a64('a').toString(16).padStart(16, '0'),
    fnv1a64_zh: fnv1a64('客户').toString(16).padStart(16, '0'),
    lognormal_1_05: PROBABILITIES.map((u) => lognormal(u, 1, 0.5)),
    norm_inv: PROBABILITIES.map(normInv),
    overrun: PROBABILITIES.map(overrun),
    pcg32_42_54: words(new Pcg32(0, 42, 0, 54), 6),
    pert_0_1_4: PROBABILITIES.map((u) => pert.quantile(u)),
    quantile_type7: [0, 0.1, 0.5, 0.9, 1].map((p) => quantile7([1, 2, 4, 8], p)),
    stream_E2_first_u32: words(streamFor(20240601, 'E2-typical'), 4),
    u: PROBABILITIES,
  };
}
