/** Queueing and task switching (MODEL.md 2.4; evidence Q1, Q2, S1, S2). */
import type { Parameters } from './parameters.ts';

const MAX_UTILISATION = 0.99;
const MAX_SWITCH_LOSS = 0.9;

/** Mean wait in months before a busy team starts a job (Kingman; Allen-Cunneen for m servers). */
export function queueWait(p: Parameters): number {
  const rho = Math.min(p.queue_util, MAX_UTILISATION);
  const m = p.queue_servers;
  const power = rho ** (Math.sqrt(2 * (m + 1)) - 1);
  return (((p.queue_ca2 + p.queue_cs2) / 2) * power * p.queue_job_months) / (m * (1 - rho));
}

/** Share of time lost when people work on n initiatives at once, in [0, 0.9]. */
export function switchLoss(p: Parameters, parallel: number): number {
  const table = p.switch_table;
  const last = table.length - 1;
  const x = parallel - 1;
  let loss: number;
  if (x >= last) loss = table[last]!;
  else {
    const i = Math.floor(x);
    loss = table[i]! + (x - i) * (table[i + 1]! - table[i]!);
  }
  return Math.min(MAX_SWITCH_LOSS, Math.max(0, loss * p.switch_scale));
}
