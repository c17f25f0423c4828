/**
 * Knowledge K in [0, 1] and the ramp-up of newcomers (MODEL.md 2.4).
 * dK/dt = A - B K with A = L a, B = L a + d (1 - a) + turnover / 12 at activity a.
 */
import type { Parameters } from './parameters.ts';

/** A of dK/dt at activity a, per month. */
export function learning(p: Parameters, activity: number): number {
  return p.learn_rate * activity;
}

/** B of dK/dt at activity a, per month. */
export function forgetting(p: Parameters, activity: number): number {
  return p.learn_rate * activity + p.forget_rate * (1 - activity) + p.turnover_annual / 12;
}

/** K after the given months from k0. */
export function knowledgeAfter(k0: number, a: number, b: number, months: number): number {
  if (b === 0) return k0;
  const limit = a / b;
  return limit + (k0 - limit) * Math.exp(-b * months);
}

/** Mean of K over the given months from k0. */
export function knowledgeMean(k0: number, a: number, b: number, months: number): number {
  const x = b * months;
  if (x === 0) return k0;
  const limit = a / b;
  return limit + ((k0 - limit) * (1 - Math.exp(-x))) / x;
}

/** Share of K that survives a handoff in which the share `carryOver` of the people stays. */
export function handoffKept(carryOver: number, retention: number): number {
  return carryOver + (1 - carryOver) * retention;
}

/** Pd one newcomer loses in `exposure` full-time months; Infinity gives the whole ramp. */
export function rampLoss(p: Parameters, exposure: number): number {
  const t = p.ramp_months;
  if (t <= 0) return 0;
  return (1 - p.ramp_start) * t * p.days_per_month * (1 - Math.exp(-exposure / t));
}
