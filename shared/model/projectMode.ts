/** One run of an initiative as a project (MODEL.md 2.5). */
import { bookChanges } from './changes.ts';
import type { Compiled } from './compile.ts';
import { forgetting, handoffKept, knowledgeAfter, knowledgeMean, learning, rampLoss } from './knowledge.ts';
import type { Parameters } from './parameters.ts';
import { queueWait, switchLoss } from './queue.ts';
import {
  DEFECTS,
  EXTRA,
  HANDOFFS,
  PARTIALLY_DONE,
  PHASE_FIELDS,
  PHASE_WIDTH,
  RELEARNING,
  RELEASE_OVERHEAD,
  ROW_HANDOVER,
  ROW_PHASE,
  ROW_RUN,
  RUN_WORK,
  type Run,
  SWITCHING,
  USEFUL,
} from './run.ts';
import { earned } from './value.ts';

const at = (name: (typeof PHASE_FIELDS)[number]): number => PHASE_FIELDS.indexOf(name);
const F_A = at('A');
const F_B = at('B');
const F_D = at('D');
const F_BASE = at('base');
const F_DEFECT = at('defect');
const F_DEFICIT = at('deficit');
const F_GROSS = at('gross');
const F_HAND = at('hand');
const F_K_BEFORE = at('k_before');
const F_K_MEAN = at('k_mean');
const F_K_STAR_START = at('k_star_start');
const F_K_START = at('k_start');
const F_LATENCY = at('latency');
const F_MONTHS = at('months');
const F_PDW = at('pdw');
const F_RATE = at('rate');
const F_RELEARN = at('relearn');
const F_TOUCH = at('touch');
const F_TS = at('ts');
const F_WAIT = at('wait');

/** Effort, losses and duration of every phase; returns K at the end of the last one. */
function planPhases(c: Compiled, p: Parameters, scale: number, run: Run): number {
  const { phases, startWait } = c.project;
  const queue = queueWait(p);
  const idleB = forgetting(p, 0);
  const wholeRamp = rampLoss(p, Number.POSITIVE_INFINITY);

  for (let i = 0; i < phases.length; i++) {
    const phase = phases[i]!;
    const o = run.addDetail(PHASE_WIDTH);
    const recorded = !Number.isNaN(phase.recordedWait);
    const computed = i === 0 ? startWait : queue * (1 - phase.carryOver);
    run.detail[o + F_WAIT] = recorded ? phase.recordedWait : computed;
    run.detail[o + F_D] = phase.months;
    run.detail[o + F_RATE] = phase.rate;
  }
  const d = run.detail;
  let later = 0;
  for (let i = phases.length - 1; i >= 0; i--) {
    const o = i * PHASE_WIDTH;
    d[o + F_LATENCY] = d[o + F_D]! / 2 + later;
    later += d[o + F_D]! + d[o + F_WAIT]!;
  }

  let k = p.familiarity_start;
  let kStar = p.familiarity_start;
  let done = 0;
  for (let i = 0; i < phases.length; i++) {
    const phase = phases[i]!;
    const o = i * PHASE_WIDTH;
    const months = phase.months;
    const activity = phase.allocation;
    const a = learning(p, activity);
    const b = forgetting(p, activity);
    const wait = d[o + F_WAIT]!;
    d[o + F_A] = a;
    d[o + F_B] = b;
    d[o + F_K_BEFORE] = k;
    const keptWaiting = Math.exp(-idleB * wait);
    k *= keptWaiting;
    if (i > 0) k *= handoffKept(phase.carryOver, p.handoff_retention);
    // Only the wait that the handoff itself causes is missing from K*: what the plan records, both must sit through.
    if (i === 0 || !Number.isNaN(phase.recordedWait)) kStar *= keptWaiting;
    d[o + F_K_START] = k;
    d[o + F_K_STAR_START] = kStar;
    const mean = knowledgeMean(k, a, b, months);
    const deficit = Math.max(0, knowledgeMean(kStar, a, b, months) - mean);
    d[o + F_K_MEAN] = mean;
    d[o + F_DEFICIT] = deficit;
    k = knowledgeAfter(k, a, b, months);
    kStar = knowledgeAfter(kStar, a, b, months);

    const isRelease = phase.kind === 'release';
    const base = phase.effort * p.effort_factor * scale;
    const hand = p.handoff_cost_share * deficit * base;
    const defect = isRelease
      ? 0
      : p.defect_base *
        base *
        (1 + p.defect_latency * Math.log2(1 + d[o + F_LATENCY]!)) *
        (1 + p.defect_knowledge * (1 - mean));
    const newcomers = i === 0 ? 1 : 1 - phase.carryOver;
    const relearn =
      phase.people * newcomers * (1 - p.familiarity_start) * rampLoss(p, months * activity) +
      ((phase.people * activity * months * p.turnover_annual) / 12) * wholeRamp;
    const own = isRelease ? 0 : base;
    const partly = p.churn_monthly * (wait * done + months * (done + own / 2));
    done += own;
    const loss = switchLoss(p, phase.parallel);
    const before = base + hand + defect + relearn + partly;
    const switching = (before * loss) / (1 - loss);
    const gross = before + switching;
    d[o + F_BASE] = base;
    d[o + F_HAND] = hand;
    d[o + F_DEFECT] = defect;
    d[o + F_RELEARN] = relearn;
    d[o + F_PDW] = partly;
    d[o + F_TS] = switching;
    d[o + F_GROSS] = gross;
    d[o + F_MONTHS] = gross / (phase.people * activity * p.days_per_month);
    d[o + F_TOUCH] = isRelease ? 0 : base / (phase.people * p.days_per_month);
  }
  return k;
}

/** Sum of gross_i in pd for the given effort scale, without booking anything (MODEL.md 2.3). */
export function grossEffort(c: Compiled, p: Parameters, scale: number, run: Run): number {
  run.reset('project');
  planPhases(c, p, scale, run);
  let sum = 0;
  for (let i = 0; i < run.details; i++) sum += run.detail[i * PHASE_WIDTH + F_GROSS]!;
  return sum;
}

/** Index of the phase before which the funding gate stops the project, or the number of phases. */
function stopIndex(c: Compiled, p: Parameters, run: Run, releaseAt: number): number {
  const n = c.project.phases.length;
  if (!p.gate_enabled || p.mandatory) return n;
  const d = run.detail;
  const worth = earned(c.value, releaseAt, p.horizon_months);
  for (let i = 1; i < n; i++) {
    let cost = 0;
    for (let j = i; j < n; j++) cost += d[j * PHASE_WIDTH + F_GROSS]! * d[j * PHASE_WIDTH + F_RATE]!;
    if (worth < cost) return i;
  }
  return n;
}

function bookPhase(
  c: Compiled,
  p: Parameters,
  run: Run,
  i: number,
  from: number,
  released: boolean,
  at: number,
): void {
  const phase = c.project.phases[i]!;
  const o = i * PHASE_WIDTH;
  const base = run.detail[o + F_BASE]!;
  const to = from + run.detail[o + F_MONTHS]!;
  const row = run.addRow(ROW_PHASE, i, from, to, phase.rate, base, released ? at : Number.POSITIVE_INFINITY);
  const pd = run.rowPd;
  const d = run.detail;
  pd[row + HANDOFFS] = d[o + F_HAND]!;
  pd[row + DEFECTS] = d[o + F_DEFECT]!;
  pd[row + RELEARNING] = d[o + F_RELEARN]!;
  pd[row + SWITCHING] = d[o + F_TS]!;
  pd[row + PARTIALLY_DONE] = d[o + F_PDW]!;
  if (!released) pd[row + PARTIALLY_DONE] = pd[row + PARTIALLY_DONE]! + base;
  else if (phase.kind === 'release') pd[row + RELEASE_OVERHEAD] = base;
  else {
    pd[row + USEFUL] = base * (1 - p.extra_share);
    pd[row + EXTRA] = base * p.extra_share;
  }
}

/** Hand-over, run work and follow-up changes from the release on. */
function support(c: Compiled, p: Parameters, run: Run, live: number, kEnd: number): void {
  const horizon = p.horizon_months;
  const rate = c.project.rate;
  const handover = run.addRow(ROW_HANDOVER, 0, live, live, rate, 0, Number.NaN);
  run.rowPd[handover + HANDOFFS] = p.handover_pd * (1 - p.handover_carry_over);
  if (live < horizon) {
    const row = run.addRow(ROW_RUN, 0, live, horizon, rate, 0, Number.NaN);
    run.rowPd[row + RUN_WORK] = p.run_pd_month * (horizon - live);
  }
  const ownShare = 1 - p.cr_new_team_share;
  const work = p.run_pd_month + (ownShare * p.cr_pd * p.cr_per_year) / 12;
  const activity = Math.min(1, work / (p.days_per_month * p.support_people));
  const k = kEnd * handoffKept(p.handover_carry_over, p.handoff_retention);
  const a = learning(p, activity);
  const b = forgetting(p, activity);
  run.addSegment(live, Math.max(live, horizon), k, a, b);
  const wait = ownShare * queueWait(p) + p.cr_new_team_share * p.reassembly_months;
  bookChanges(c, p, run, live, k, a, b, wait, p.cr_new_team_share, rate);
}

/** Fills `run` with the initiative as a project at effort scale `scale` (f of MODEL.md 2.3). */
export function runProject(c: Compiled, p: Parameters, scale: number, run: Run): void {
  run.reset('project');
  const kEnd = planPhases(c, p, scale, run);
  const d = run.detail;
  const n = c.project.phases.length;
  let releaseAt = 0;
  for (let i = 0; i < n; i++) {
    const o = i * PHASE_WIDTH;
    releaseAt += d[o + F_WAIT]! + d[o + F_MONTHS]!;
    run.commitment += d[o + F_GROSS]! * d[o + F_RATE]!;
  }
  const stop = stopIndex(c, p, run, releaseAt);
  const released = stop === n;
  const idleB = forgetting(p, 0);
  let t = 0;
  let k = p.familiarity_start;
  for (let i = 0; i < stop; i++) {
    const o = i * PHASE_WIDTH;
    const wait = d[o + F_WAIT]!;
    const months = d[o + F_MONTHS]!;
    run.addSegment(t, t + wait, d[o + F_K_BEFORE]!, 0, idleB);
    t += wait;
    run.waitMonths += wait;
    run.touchMonths += d[o + F_TOUCH]!;
    // K learns on the planned clock, stretched onto the months the phase really takes.
    const stretch = months > 0 ? d[o + F_D]! / months : 0;
    run.addSegment(t, t + months, d[o + F_K_START]!, d[o + F_A]! * stretch, d[o + F_B]! * stretch);
    bookPhase(c, p, run, i, t, released, releaseAt);
    t += months;
    k = i + 1 < n ? d[(i + 1) * PHASE_WIDTH + F_K_BEFORE]! : kEnd;
  }
  if (!released) {
    run.stoppedAt = t;
    run.leadMonths = t;
    run.addSegment(t, Math.max(t, p.horizon_months), k, 0, idleB);
    return;
  }
  run.completeAt = t;
  run.leadMonths = t;
  run.addRelease(t, 1, 1);
  support(c, p, run, t, kEnd);
}
