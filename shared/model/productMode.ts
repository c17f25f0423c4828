/** One run of an initiative as the work of a long-lived product team (MODEL.md 2.6). */
import { bookChanges } from './changes.ts';
import type { Compiled } from './compile.ts';
import { forgetting, knowledgeAfter, knowledgeMean, learning, rampLoss } from './knowledge.ts';
import type { Parameters } from './parameters.ts';
import { queueWait, switchLoss } from './queue.ts';
import {
  COLUMNS,
  DEFECTS,
  EXTRA,
  HANDOFFS,
  IDLE,
  PARTIALLY_DONE,
  PERIOD_WIDTH,
  RELEARNING,
  RELEASE_OVERHEAD,
  ROW_CORE,
  ROW_PERIOD,
  RUN_WORK,
  type Run,
  SWITCHING,
  USEFUL,
} from './run.ts';
import { earned, valueShare } from './value.ts';

/** Slack for comparisons of sums that are equal in exact arithmetic. */
const EPSILON = 1e-9;
/**
 * The same for what a period needs, as a part of it. Finer, because the search for f can end on this comparison: where
 * a pd of scope hardly changes the need, EPSILON would show in the ninth digit of f.
 */
const NEED_SLACK = 1e-12;

/** Core capacity, run work and follow-up changes after completion or stop at `end`. */
function standing(c: Compiled, p: Parameters, run: Run, end: number, kEnd: number): void {
  const { people, allocation, rate } = c.product;
  const horizon = p.horizon_months;
  const team = people * allocation * p.days_per_month;
  const work = p.run_pd_month + (p.cr_pd * p.cr_per_year) / 12;
  const core = Math.max(p.core_share * team, work);
  const activity = core > 0 ? work / core : 0;
  const k = kEnd * (1 - p.shrink_loss * Math.max(0, 1 - core / team));
  const a = learning(p, activity);
  const b = forgetting(p, activity);
  run.addSegment(end, horizon, k, a, b);
  const row = end < horizon ? run.addRow(ROW_CORE, 0, end, horizon, rate, 0, Number.NaN) : -1;
  bookChanges(c, p, run, end, k, a, b, p.cadence_months / 2, 0, rate);
  if (row < 0) return;
  const months = horizon - end;
  const runPd = p.run_pd_month * months;
  let busy = runPd;
  for (let i = 0; i < run.changesDone; i++) busy += p.cr_pd + run.changeRelearn[i]!;
  run.rowPd[row + RUN_WORK] = runPd;
  run.rowPd[row + IDLE] = Math.max(0, core * months - busy);
}

/**
 * Fills `run` with the initiative as a product team's work at effort scale `scale` (f of MODEL.md 2.3). The run ends
 * early once more than `enough` pd are booked: a search for f only asks whether a plan is exceeded.
 */
export function runProduct(
  c: Compiled,
  p: Parameters,
  scale: number,
  run: Run,
  enough: number = Number.POSITIVE_INFINITY,
): void {
  run.reset('product');
  const { people, allocation, parallel, rate, scopePd, startWait } = c.product;
  const horizon = p.horizon_months;
  const cadence = p.cadence_months;
  const scope = scopePd * p.effort_factor * scale;
  const usefulTotal = scope * (1 - p.extra_share);
  const perMonth = people * allocation * p.days_per_month;
  const loss = switchLoss(p, parallel);
  const familiarity = Number.isNaN(c.product.familiarity) ? p.familiarity_start : c.product.familiarity;
  const dependencyWait = p.dependency_share > 0 ? p.dependency_share * queueWait(p) : 0;
  const a = learning(p, allocation);
  const b = forgetting(p, allocation);
  const ramp = p.ramp_months;
  const rampPd =
    ramp > 0
      ? people * allocation * p.days_per_month * (1 - familiarity) * (1 - p.ramp_start) * (ramp / allocation)
      : 0;
  const turnoverRate = people * allocation * (p.turnover_annual / 12);
  const rampWhole = rampLoss(p, Number.POSITIVE_INFINITY);
  const handoffLoss = p.handoff_cost_share * (1 - p.handoff_retention ** p.handoffs_per_item);
  const churnHalf = (p.churn_monthly * cadence) / 2;
  const slicing = p.slicing_share * (1 - p.mlp_share);
  const latencyFactorLive = 1 + p.defect_latency * Math.log2(1 + cadence / 2);
  const firstBatch = Math.max(cadence, (p.mlp_share * scope) / perMonth) / 2;
  const latencyFactorFirst = 1 + p.defect_latency * Math.log2(1 + firstBatch);
  const gates = p.gate_enabled && !p.mandatory;

  run.startWait = startWait;
  run.dependencyWait = dependencyWait;
  run.waitMonths = startWait + dependencyWait;
  run.commitment = perMonth * rate * p.tranche_months;

  let usefulLeft = usefulTotal;
  let extraLeft = scope - usefulTotal;
  let stock = 0;
  let stockFrom = 0;
  let share = 0;
  let valueReached = 0;
  let k = familiarity;
  let batchStart = startWait;
  let tranche = 0;
  let end = Number.NaN;

  for (let t0 = startWait, n = 0; t0 < horizon - EPSILON; n++) {
    const t1 = Math.min(startWait + (n + 1) * cadence, horizon);
    const dt = t1 - t0;
    const live = run.releases > 0;
    const capacity = perMonth * dt;
    const switching = loss * capacity;
    const runPd = live ? Math.min(p.run_pd_month * dt, capacity - switching) : 0;
    const free = capacity - switching - runPd;
    const s0 = t0 - startWait;
    const rampNow =
      rampPd > 0
        ? rampPd * (Math.exp((-allocation * s0) / ramp) - Math.exp((-allocation * (s0 + dt)) / ramp))
        : 0;
    const relearn = Math.min(free, rampNow + turnoverRate * dt * rampWhole);
    const available = free - relearn;
    const mean = knowledgeMean(k, a, b, dt);
    const defects =
      p.defect_base * (live ? latencyFactorLive : latencyFactorFirst) * (1 + p.defect_knowledge * (1 - mean));
    const hand = handoffLoss * mean;
    const g = 1 + hand + defects + churnHalf + slicing;
    const left = usefulLeft + extraLeft;
    const extraPart = left > 0 ? extraLeft / left : 1;
    const stockCost = Math.min(p.churn_monthly * dt * stock, available);
    const need = left * g + p.churn_monthly * dt * stock + p.release_pd;
    const finished = need <= available * (1 + NEED_SLACK);

    let net: number;
    let released = true;
    let part = 1;
    if (finished) {
      net = left;
      part = available > 0 ? Math.min(1, need / available) : 1;
    } else {
      net = Math.min(left, (available - stockCost - p.release_pd) / g);
      const reached =
        usefulTotal > 0
          ? 1 - (usefulLeft - net * (1 - extraPart)) / usefulTotal >= p.mlp_share - 1e-12
          : true;
      released = net >= 0 && stock + net > 0 && reached;
      if (!released) net = Math.max(0, Math.min(left, (available - stockCost) / g));
    }
    const to = finished ? t0 + part * dt : t1;
    // All that is left is taken as it stands: a crumb of rounding would count as work still to be paid for.
    const useful = net >= left ? usefulLeft : net * (1 - extraPart);
    const extra = net >= left ? extraLeft : net * extraPart;

    const row = run.addRow(ROW_PERIOD, n, t0, to, rate, net, Number.POSITIVE_INFINITY);
    const pd = run.rowPd;
    pd[row + USEFUL] = useful;
    pd[row + EXTRA] = extra;
    pd[row + RUN_WORK] = runPd * part;
    pd[row + HANDOFFS] = hand * net;
    pd[row + SWITCHING] = switching * part;
    pd[row + RELEARNING] = relearn * part;
    pd[row + DEFECTS] = defects * net;
    pd[row + PARTIALLY_DONE] = churnHalf * net + stockCost;
    pd[row + RELEASE_OVERHEAD] = slicing * net + (released ? p.release_pd : 0);
    if (!finished) {
      const spare = available - stockCost - net * g - (released ? p.release_pd : 0);
      // Rounding leaves crumbs where everything was planned to be used.
      pd[row + IDLE] = spare > EPSILON ? spare : 0;
    }
    if (enough < Number.POSITIVE_INFINITY) {
      for (let i = row; i < row + COLUMNS; i++) run.built += pd[i]!;
      if (run.built > enough) return;
    }
    run.addSegment(t0, to, k, a, b);
    k = knowledgeAfter(k, a, b, to - t0);

    usefulLeft -= useful;
    extraLeft -= extra;
    stock += net;
    let complete = finished;
    if (released) {
      const at = to + dependencyWait;
      const reachedShare = finished || usefulTotal <= 0 ? 1 : Math.min(1, 1 - usefulLeft / usefulTotal);
      extraLeft *= 1 - p.feedback_prune;
      if (usefulLeft <= EPSILON) complete = true;
      share = complete ? 1 : reachedShare;
      const reachedValue = valueShare(p, c.curve, share);
      run.addRelease(at, share, reachedValue - valueReached);
      valueReached = reachedValue;
      for (let r = stockFrom; r < run.rows; r++) run.rowRelease[r] = at;
      run.touchMonths += stock / (people * p.days_per_month);
      stockFrom = run.rows;
      stock = 0;
      run.leadMonths += at - batchStart;
      batchStart = to;
      if (complete) run.completeAt = at;
    }
    const o = run.addDetail(PERIOD_WIDTH);
    const d = run.detail;
    d[o] = available;
    d[o + 1] = extra;
    d[o + 2] = g;
    d[o + 3] = mean;
    d[o + 4] = net;
    d[o + 5] = relearn * part;
    d[o + 6] = released ? 1 : 0;
    d[o + 7] = t0;
    d[o + 8] = to;
    d[o + 9] = share;
    d[o + 10] = useful;
    d[o + 11] = valueReached;
    t0 = t1;
    if (complete) {
      end = to;
      break;
    }
    if (!gates || t1 >= horizon - EPSILON) continue;
    const index = Math.floor((t1 - startWait) / p.tranche_months + EPSILON);
    if (index <= tranche) continue;
    tranche = index;
    if (run.releases === 0 || t1 < run.firstRelease + p.feedback_lag_months - EPSILON) continue;
    const pace = perMonth * (1 - loss) - p.run_pd_month;
    const monthsLeft = pace > 0 ? ((usefulLeft + extraLeft) * g) / pace : Number.POSITIVE_INFINITY;
    const seen = 1 + p.feedback_accuracy * (p.value_realisation - 1);
    const worth = seen * (1 - valueShare(p, c.curve, share)) * earned(c.value, t1 + monthsLeft / 2, horizon);
    if (worth < monthsLeft * perMonth * rate) {
      run.stoppedAt = t1;
      end = t1;
      for (let r = stockFrom; r < run.rows; r++) {
        const q = r * COLUMNS;
        pd[q + PARTIALLY_DONE] = pd[q + PARTIALLY_DONE]! + pd[q + USEFUL]! + pd[q + EXTRA]!;
        pd[q + USEFUL] = 0;
        pd[q + EXTRA] = 0;
      }
      break;
    }
  }
  // A team that has not started by the horizon knows what it knows.
  if (run.segments === 0) run.addSegment(0, horizon, k, 0, 0);
  if (!Number.isNaN(end)) standing(c, p, run, end, k);
}
