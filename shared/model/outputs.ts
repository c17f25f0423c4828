/** Figures of one run (MODEL.md 2.7): everything is a sum over ledger rows clipped at a month. */
import type { Compiled } from './compile.ts';
import { knowledgeAfter } from './knowledge.ts';
import type { Parameters } from './parameters.ts';
import { CATEGORIES, COLUMNS, DELAYS, FIRST_WASTE, PARTIALLY_DONE, type Run } from './run.ts';
import {
  type Curves,
  type ModeResult,
  type ReleaseResult,
  type UsefulCategory,
  WASTE_CATEGORIES,
  type WasteCategory,
  type WasteFigure,
} from './types.ts';
import { valueAt } from './value.ts';

/** Money at risk is what is spent just before the release, without what is paid at the release itself. */
export const JUST_BEFORE = 1e-12;

/** Share of row r that has been paid by month t; a lump is paid whole at its month. */
export function paidShare(run: Run, r: number, t: number): number {
  const from = run.rowFrom[r]!;
  const to = run.rowTo[r]!;
  if (t >= to) return 1;
  return t <= from ? 0 : (t - from) / (to - from);
}

/** All pd of row r, whole. */
function rowEffort(run: Run, r: number): number {
  let sum = 0;
  for (let c = r * COLUMNS, end = c + COLUMNS; c < end; c++) sum += run.rowPd[c]!;
  return sum;
}

function paidMoney(paid: number, effort: number, rate: number): number {
  return paid * effort * rate;
}

/** Money of row r paid by month t. */
export function rowCost(run: Run, r: number, t: number): number {
  const paid = paidShare(run, r, t);
  return paid === 0 ? 0 : paidMoney(paid, rowEffort(run, r), run.rowRate[r]!);
}

/** C(t) of every month up to the horizon. Each row is added up once: its effort is the same in every month. */
function costCurve(run: Run, horizon: number): number[] {
  const C: number[] = [];
  for (let t = 0; t <= horizon; t++) C.push(0);
  for (let r = 0; r < run.rows; r++) {
    const effort = rowEffort(run, r);
    const rate = run.rowRate[r]!;
    for (let t = Math.max(0, Math.floor(run.rowFrom[r]!)); t < C.length; t++) {
      const paid = paidShare(run, r, t);
      if (paid !== 0) C[t]! += paidMoney(paid, effort, rate);
    }
  }
  return C;
}

/** Month until which unreleased work lies: its release, else the stop, at most the horizon. */
function agedUntil(run: Run, release: number, horizon: number): number {
  const end = release === Number.POSITIVE_INFINITY && !Number.isNaN(run.stoppedAt) ? run.stoppedAt : release;
  return Math.min(end, horizon);
}

/** Capital cost of row r's `money` until its release, or until the horizon when there is none before it. */
export function rowCapitalCost(p: Parameters, run: Run, r: number, money: number): number {
  const release = run.rowRelease[r]!;
  const horizon = p.horizon_months;
  const from = run.rowFrom[r]!;
  if (Number.isNaN(release) || from >= horizon) return 0;
  const middle = (from + Math.min(run.rowTo[r]!, horizon)) / 2;
  const aged = agedUntil(run, release, horizon) - middle;
  return (p.wacc_annual / 12) * money * aged;
}

/** Sums of one run at the horizon, in buffers that are filled again for every run. */
export class Totals {
  readonly pd = new Float64Array(COLUMNS);
  readonly cash = new Float64Array(COLUMNS);
  readonly economic = new Float64Array(COLUMNS);
  cost = 0;
  value = 0;
  /** First release by the horizon; Infinity when there is none. */
  firstRelease = 0;
  moneyAtRisk = 0;
  wasteMoney = 0;
}

/** Value lost because releases came later than without waits. */
export function waitingLoss(c: Compiled, p: Parameters, run: Run, value: number): number {
  if (run.waitMonths <= 0) return 0;
  return Math.max(0, valueAt(p, c.value, run, p.horizon_months, -run.waitMonths) - value);
}

/** Fills `out` from `run`. */
export function totalRun(c: Compiled, p: Parameters, run: Run, out: Totals): void {
  const horizon = p.horizon_months;
  const { pd, cash, economic } = out;
  pd.fill(0);
  cash.fill(0);
  economic.fill(0);
  const first = run.firstRelease <= horizon ? run.firstRelease : Number.POSITIVE_INFINITY;
  const riskEnd = Math.min(first, horizon) - JUST_BEFORE;
  let cost = 0;
  let atRisk = 0;
  let capital = 0;
  for (let r = 0; r < run.rows; r++) {
    const paid = paidShare(run, r, horizon);
    if (paid === 0) continue;
    const rate = run.rowRate[r]!;
    const at = r * COLUMNS;
    let effort = 0;
    for (let i = 0; i < COLUMNS; i++) {
      const whole = run.rowPd[at + i]!;
      if (whole === 0) continue;
      effort += whole;
      const part = whole * paid;
      pd[i] = pd[i]! + part;
      cash[i] = cash[i]! + part * rate;
    }
    const money = paidMoney(paid, effort, rate);
    cost += money;
    atRisk += paidMoney(paidShare(run, r, riskEnd), effort, rate);
    capital += rowCapitalCost(p, run, r, money);
  }
  out.cost = cost;
  out.moneyAtRisk = atRisk;
  out.firstRelease = first;
  out.value = valueAt(p, c.value, run, horizon, 0);
  let delays = waitingLoss(c, p, run, out.value);
  for (let i = 0; i < run.changes; i++) delays += run.changeDelay[i]!;
  economic[DELAYS] = delays;
  economic[PARTIALLY_DONE] = capital;
  let waste = 0;
  for (let i = FIRST_WASTE; i < COLUMNS; i++) waste += cash[i]! + economic[i]!;
  out.wasteMoney = waste;
}

/** K at month t: of the latest segment that has begun. */
function knowledgeAt(run: Run, t: number): number {
  let s = 0;
  for (let i = 0; i < run.segments && run.segment[i * 5]! <= t; i++) s = i * 5;
  const g = run.segment;
  return knowledgeAfter(g[s + 2]!, g[s + 3]!, g[s + 4]!, Math.max(0, t - g[s]!));
}

function curvesOf(c: Compiled, p: Parameters, run: Run): Curves {
  const month: number[] = [];
  const C = costCurve(run, p.horizon_months);
  const V: number[] = [];
  const K: number[] = [];
  for (let t = 0; t <= p.horizon_months; t++) {
    month.push(t);
    V.push(valueAt(p, c.value, run, t, 0));
    K.push(knowledgeAt(run, t));
  }
  return { C, K, V, month };
}

/** The month in which V - C first comes up from below zero, and the part of it until then, linear; null when it never does. */
export function breakEvenWithin(curves: Curves): { readonly month: number; readonly inside: number } | null {
  for (let month = 1; month < curves.C.length; month++) {
    const before = curves.V[month - 1]! - curves.C[month - 1]!;
    const now = curves.V[month]! - curves.C[month]!;
    if (before < 0 && now >= 0) return { month, inside: before / (before - now) };
  }
  return null;
}

/** When V - C first comes up from below zero, months; null when it never does. */
function breakEven(curves: Curves): number | null {
  const found = breakEvenWithin(curves);
  return found && found.month - 1 + found.inside;
}

/** Discounted flow of month t (1..H), paid in the middle of the month. */
export function discountedFlow(p: Parameters, curves: Curves, t: number): number {
  const flow = curves.V[t]! - curves.V[t - 1]! - (curves.C[t]! - curves.C[t - 1]!);
  return flow / (1 + p.wacc_annual) ** ((t - 0.5) / 12);
}

/** Net work until the horizon in pd, and its pd-months of waiting for a release. */
export function feedbackAgeTerms(
  p: Parameters,
  run: Run,
): { readonly waited: number; readonly work: number } {
  const horizon = p.horizon_months;
  let work = 0;
  let waited = 0;
  for (let r = 0; r < run.rows; r++) {
    const release = run.rowRelease[r]!;
    const from = run.rowFrom[r]!;
    if (Number.isNaN(release) || from >= horizon) continue;
    const done = run.rowWork[r]! * paidShare(run, r, horizon);
    work += done;
    waited += done * (agedUntil(run, release, horizon) - (from + Math.min(run.rowTo[r]!, horizon)) / 2);
  }
  return { waited, work };
}

/** Mean months from work to release, weighted with net work until the horizon; 0 without work. */
function feedbackAge(p: Parameters, run: Run): number {
  const { waited, work } = feedbackAgeTerms(p, run);
  return work > 0 ? waited / work : 0;
}

/** Whole tranches that are granted before the first release, counted from the team's start. */
export function tranchesAtRisk(p: Parameters, run: Run, totals: Totals): number {
  const until = Math.min(totals.firstRelease, p.horizon_months) - run.startWait;
  return Math.max(0, Math.ceil(until / p.tranche_months - 1e-9));
}

/** Money that is promised before the first feedback: the whole build, or whole tranches. */
function committedAtRisk(p: Parameters, run: Run, totals: Totals): number {
  if (run.mode === 'project') return run.commitment;
  return tranchesAtRisk(p, run, totals) * run.commitment;
}

/** Every figure of one mode at the horizon. */
export function modeResult(c: Compiled, p: Parameters, run: Run, totals: Totals): ModeResult {
  const horizon = p.horizon_months;
  const curves = curvesOf(c, p, run);
  const { pd, cash, economic } = totals;

  let booked = 0;
  let wastePd = 0;
  let wasteCash = 0;
  let wasteMoney = 0;
  for (let i = 0; i < COLUMNS; i++) booked += pd[i]!;
  const waste = {} as Record<WasteCategory, WasteFigure>;
  for (const category of WASTE_CATEGORIES) {
    const i = CATEGORIES.indexOf(category);
    const money = cash[i]! + economic[i]!;
    waste[category] = { cash: cash[i]!, economic: economic[i]!, money, pd: pd[i]! };
    wastePd += pd[i]!;
    wasteCash += cash[i]!;
    wasteMoney += money;
  }

  const releases: ReleaseResult[] = [];
  let feedbackPoints = 0;
  for (let j = 0; j < run.releases; j++) {
    const t = run.releaseAt[j]!;
    releases.push({ scope_share: run.releaseScope[j]!, t, value_share: run.releaseShare[j]! });
    if (t <= horizon - p.feedback_lag_months + 1e-9) feedbackPoints += 1;
  }
  let npv = 0;
  let exposure = Number.NEGATIVE_INFINITY;
  let leastKnown = Number.POSITIVE_INFINITY;
  for (let t = 0; t <= horizon; t++) {
    if (t > 0) npv += discountedFlow(p, curves, t);
    exposure = Math.max(exposure, curves.C[t]! - curves.V[t]!);
    if (t >= totals.firstRelease) leastKnown = Math.min(leastKnown, curves.K[t]!);
  }
  const known = curves.K[horizon]!;
  return {
    booked_pd: booked,
    break_even_month: breakEven(curves),
    changes_done: run.changesDone,
    changes_open: run.changes - run.changesDone,
    committed_at_risk: committedAtRisk(p, run, totals),
    cost: totals.cost,
    curves,
    feedback_age_months: feedbackAge(p, run),
    feedback_points: feedbackPoints,
    flow_efficiency: run.leadMonths > 0 ? run.touchMonths / run.leadMonths : 0,
    knowledge_at_horizon: known,
    knowledge_min_after_release: leastKnown === Number.POSITIVE_INFINITY ? known : leastKnown,
    mode: run.mode,
    money_at_risk: totals.moneyAtRisk,
    net: totals.value - totals.cost,
    npv,
    peak_exposure: exposure,
    releases,
    stopped_at: Number.isNaN(run.stoppedAt) ? null : run.stoppedAt,
    t_complete: run.completeAt === Number.POSITIVE_INFINITY ? null : run.completeAt,
    time_to_first_value: totals.firstRelease === Number.POSITIVE_INFINITY ? null : totals.firstRelease,
    useful_pd: {
      change: pd[CATEGORIES.indexOf('change')]!,
      run: pd[CATEGORIES.indexOf('run')]!,
      useful: pd[CATEGORIES.indexOf('useful')]!,
    } satisfies Record<UsefulCategory, number>,
    value: totals.value,
    wait_months: run.waitMonths,
    waste,
    waste_cash_total: wasteCash,
    waste_money_total: wasteMoney,
    waste_pd_total: wastePd,
  };
}
