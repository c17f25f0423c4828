/** Follow-up changes after delivery (MODEL.md 2.5 and 2.6): the same calendar in both modes. */
import type { Compiled } from './compile.ts';
import { knowledgeAfter } from './knowledge.ts';
import type { Parameters } from './parameters.ts';
import { CHANGE, RELEARNING, ROW_CHANGE, type Run } from './run.ts';

/**
 * Books the changes that arrive before the horizon on work that lives from `liveFrom` with knowledge k0, A and B.
 * A change waits `wait` months; relearning costs cr_pd cr_relearn (1 - kept K).
 */
export function bookChanges(
  c: Compiled,
  p: Parameters,
  run: Run,
  liveFrom: number,
  k0: number,
  a: number,
  b: number,
  wait: number,
  newTeamShare: number,
  rate: number,
): void {
  if (p.cr_per_year <= 0) return;
  const horizon = p.horizon_months;
  for (let k = 1; ; k++) {
    const arrive = c.plannedMonths + (12 * k) / p.cr_per_year;
    if (arrive >= horizon) return;
    const ready = Math.max(arrive, liveFrom);
    const start = ready + wait;
    const waited = Math.max(0, Math.min(start, horizon) - ready);
    const i = run.addChange(arrive, start, p.value_realisation * p.cr_value_month * waited);
    if (start >= horizon) continue;
    const knowledge = knowledgeAfter(k0, a, b, start - liveFrom);
    const relearn =
      p.cr_pd *
      p.cr_relearn *
      ((1 - newTeamShare) * (1 - knowledge) + newTeamShare * (1 - knowledge * p.handoff_retention));
    run.changesDone = i + 1;
    run.changeK[i] = knowledge;
    run.changeRelearn[i] = relearn;
    const at = run.addRow(ROW_CHANGE, i, start, start, rate, 0, Number.NaN);
    run.rowPd[at + CHANGE] = p.cr_pd;
    run.rowPd[at + RELEARNING] = relearn;
  }
}
