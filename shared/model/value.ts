/** Value over time (MODEL.md 2.4): F(u), G(s, t) and V(t) of one run. */
import type { Parameters } from './parameters.ts';
import type { Run } from './run.ts';
import type { ScopeCurve } from './scope.ts';

/** The value side of an initiative with every absence resolved. */
export interface ValuePlan {
  /** v0: money per month. */
  readonly perMonth: number;
  readonly decay: number;
  /** Infinity when the value never ends. */
  readonly endMonth: number;
  /** Infinity when there is no deadline. */
  readonly deadline: number;
  readonly penalty: number;
}

/** F(u): share of the value reached with share u of the useful scope. */
export function valueShare(p: Parameters, curve: ScopeCurve | null, u: number): number {
  if (u <= 0) return 0;
  if (u >= 1) return 1;
  if (curve === null) return 1 - (1 - u) ** p.value_front;
  const { scope, value } = curve;
  let x0 = 0;
  let y0 = 0;
  for (let i = 0; i < scope.length; i++) {
    const x1 = scope[i]!;
    const y1 = value[i]!;
    if (u <= x1) return x1 > x0 ? y0 + ((u - x0) / (x1 - x0)) * (y1 - y0) : y1;
    x0 = x1;
    y0 = y1;
  }
  return 1;
}

/** G(s, t): integral of v0 e^(-k tau) from s to min(t, end_month). */
export function earned(plan: ValuePlan, from: number, to: number): number {
  const end = Math.min(to, plan.endMonth);
  if (end <= from) return 0;
  const k = plan.decay;
  if (k === 0) return plan.perMonth * (end - from);
  return (plan.perMonth * Math.exp(-k * from) * -Math.expm1(-k * (end - from))) / k;
}

/** Money release j has earned until t when all releases come `shift` months later. */
export function releaseValue(
  p: Parameters,
  plan: ValuePlan,
  run: Run,
  j: number,
  t: number,
  shift: number,
): number {
  return p.value_realisation * run.releaseShare[j]! * earned(plan, run.releaseAt[j]! + shift, t);
}

/** Penalty owed until t when completion comes `shift` months later. */
export function penaltyUntil(plan: ValuePlan, run: Run, t: number, shift: number): number {
  const late = Math.min(t, run.completeAt + shift) - plan.deadline;
  return late > 0 ? plan.penalty * late : 0;
}

/** Money change i has earned until t. */
export function changeValue(p: Parameters, run: Run, i: number, t: number): number {
  const months = t - run.changeStart[i]!;
  return months > 0 ? p.value_realisation * p.cr_value_month * months : 0;
}

/** V(t): releases, minus penalty, plus follow-up changes, added in this order. */
export function valueAt(p: Parameters, plan: ValuePlan, run: Run, t: number, shift: number): number {
  let sum = 0;
  for (let j = 0; j < run.releases; j++) sum += releaseValue(p, plan, run, j, t, shift);
  sum -= penaltyUntil(plan, run, t, shift);
  if (p.cr_value_month !== 0) {
    for (let i = 0; i < run.changes; i++) sum += changeValue(p, run, i, t);
  }
  return sum;
}
