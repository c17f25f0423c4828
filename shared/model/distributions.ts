/** Inverse distribution functions and quantiles of MODEL.md 2.8; each takes one uniform in (0, 1). */

const A = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
] as const;
const B = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1,
] as const;
const C = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
] as const;
const D = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416] as const;
const P_LOW = 0.02425;

/** Acklam's inverse normal distribution function without refinement. */
export function normInv(u: number): number {
  if (u < P_LOW) {
    const q = Math.sqrt(-2 * Math.log(u));
    return (
      (((((C[0] * q + C[1]) * q + C[2]) * q + C[3]) * q + C[4]) * q + C[5]) /
      ((((D[0] * q + D[1]) * q + D[2]) * q + D[3]) * q + 1)
    );
  }
  if (u <= 1 - P_LOW) {
    const q = u - 0.5;
    const r = q * q;
    return (
      ((((((A[0] * r + A[1]) * r + A[2]) * r + A[3]) * r + A[4]) * r + A[5]) * q) /
      (((((B[0] * r + B[1]) * r + B[2]) * r + B[3]) * r + B[4]) * r + 1)
    );
  }
  const q = Math.sqrt(-2 * Math.log(1 - u));
  return (
    -(((((C[0] * q + C[1]) * q + C[2]) * q + C[3]) * q + C[4]) * q + C[5]) /
    ((((D[0] * q + D[1]) * q + D[2]) * q + D[3]) * q + 1)
  );
}

/** Lognormal with the given median and sigma of the logarithm. */
export function lognormal(u: number, median: number, sigma: number): number {
  return median * Math.exp(sigma * normInv(u));
}

const CELLS = 512;

/** PERT (beta, shape 4) as the defined table of 512 Simpson cells, linear inside a cell. */
export class Pert {
  readonly #min: number;
  readonly #width: number;
  readonly #cdf: Float64Array;

  constructor(min: number, mode: number, max: number) {
    this.#min = min;
    this.#width = max - min;
    const alpha = (4 * (mode - min)) / (max - min);
    const beta = (4 * (max - mode)) / (max - min);
    const density = (x: number): number => x ** alpha * (1 - x) ** beta;
    const cdf = new Float64Array(CELLS + 1);
    const h = 1 / CELLS;
    let sum = 0;
    for (let i = 0; i < CELLS; i++) {
      const x = i / CELLS;
      sum += (h / 6) * (density(x) + 4 * density((i + 0.5) / CELLS) + density((i + 1) / CELLS));
      cdf[i + 1] = sum;
    }
    for (let i = 1; i <= CELLS; i++) cdf[i] = cdf[i]! / sum;
    this.#cdf = cdf;
  }

  /** Value at probability u, in [min, max]. */
  quantile(u: number): number {
    const cdf = this.#cdf;
    let low = 0;
    let high = CELLS;
    // The largest i with cdf[i] <= u.
    while (high - low > 1) {
      const mid = (low + high) >> 1;
      if (cdf[mid]! <= u) low = mid;
      else high = mid;
    }
    const from = cdf[low]!;
    const to = cdf[low + 1]!;
    const inside = to > from ? (u - from) / (to - from) : 0;
    return this.#min + (this.#width * (low + inside)) / CELLS;
  }
}

const OVERRUN_TAIL = 0.18;
const OVERRUN_FROM = 1.5;
const OVERRUN_ALPHA = 1.378;
const OVERRUN_CAP = 5;
const OVERRUN_BODY = new Pert(0.5, 0.85, 1.5);

/** Effort factor X: PERT body, Pareto tail with probability 0.18, capped at 5 (F1 to F3). */
export function overrun(u: number): number {
  if (u < 1 - OVERRUN_TAIL) return OVERRUN_BODY.quantile(u / (1 - OVERRUN_TAIL));
  const tail = (u - (1 - OVERRUN_TAIL)) / OVERRUN_TAIL;
  return Math.min(OVERRUN_CAP, OVERRUN_FROM * (1 - tail) ** (-1 / OVERRUN_ALPHA));
}

/** Quantile of type 7 of ascending numbers; p in [0, 1]; at least one number. */
export function quantile7(sorted: ArrayLike<number>, p: number): number {
  const h = (sorted.length - 1) * p;
  const low = Math.floor(h);
  const high = Math.min(low + 1, sorted.length - 1);
  const from = sorted[low]!;
  return from + (h - low) * (sorted[high]! - from);
}
