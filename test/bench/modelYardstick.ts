/**
 * The model's arithmetic written once more as plain loops over local numbers: no ledger, no rows, no explanation.
 * It only exists to say how much the explainable version costs; `model.bench.ts` checks that both agree.
 * Project plan, gates on, no scope items, no recorded waits, no dependencies: what example E2 needs.
 */
import type { Compiled } from '../../shared/model/compile.ts';
import type { Parameters } from '../../shared/model/parameters.ts';

const N = 16;
const people = new Float64Array(N);
const alloc = new Float64Array(N);
const months = new Float64Array(N);
const rates = new Float64Array(N);
const carry = new Float64Array(N);
const par = new Float64Array(N);
const effort = new Float64Array(N);
const wait = new Float64Array(N);
const gross = new Float64Array(N);
const waste = new Float64Array(N);
const dur = new Float64Array(N);
const base = new Float64Array(N);
const isRelease = new Uint8Array(N);

/** cost, value, waste money, money at risk and first release of project, then of product; net without the gate. */
export const yard = new Float64Array(11);
let n = 0;

export function loadYardstick(c: Compiled): void {
  n = c.project.phases.length;
  c.project.phases.forEach((p, i) => {
    people[i] = p.people;
    alloc[i] = p.allocation;
    months[i] = p.months;
    rates[i] = p.rate;
    carry[i] = p.carryOver;
    par[i] = p.parallel;
    effort[i] = p.effort;
    isRelease[i] = p.kind === 'release' ? 1 : 0;
  });
}

function loss(p: Parameters, parallel: number): number {
  const t = p.switch_table;
  const x = parallel - 1;
  const last = t.length - 1;
  let s = t[last]!;
  if (x <= 0) s = t[0]!;
  else if (x < last) {
    const i = Math.floor(x);
    s = t[i]! + (x - i) * (t[i + 1]! - t[i]!);
  }
  return Math.min(0.9, s * p.switch_scale);
}

function kMean(k: number, a: number, b: number, d: number): number {
  const x = b * d;
  return x === 0 ? k : a / b + ((k - a / b) * -Math.expm1(-x)) / x;
}

function kAfter(k: number, a: number, b: number, d: number): number {
  return b === 0 ? k : a / b + (k - a / b) * Math.exp(-b * d);
}

function project(c: Compiled, p: Parameters, f: number, w: number): void {
  const H = p.horizon_months;
  const v0 = c.value.perMonth;
  const L = p.learn_rate;
  const fd = p.forget_rate;
  const to = p.turnover_annual / 12;
  const r = p.handoff_retention;
  const T = p.ramp_months;
  const full = T > 0 ? (1 - p.ramp_start) * T * p.days_per_month : 0;
  let later = 0;
  for (let i = n - 1; i >= 0; i--) {
    wait[i] = i > 0 ? w * (1 - carry[i]!) : 0;
    dur[i] = months[i]! / 2 + later;
    later += months[i]! + wait[i]!;
  }
  let k = p.familiarity_start;
  let ks = k;
  let done = 0;
  let release = 0;
  for (let i = 0; i < n; i++) {
    const a = L * alloc[i]!;
    const b = a + fd * (1 - alloc[i]!) + to;
    k *= Math.exp(-(fd + to) * wait[i]!);
    if (i > 0) k *= carry[i]! + (1 - carry[i]!) * r;
    const mean = kMean(k, a, b, months[i]!);
    const deficit = Math.max(0, kMean(ks, a, b, months[i]!) - mean);
    k = kAfter(k, a, b, months[i]!);
    ks = kAfter(ks, a, b, months[i]!);
    const bs = effort[i]! * p.effort_factor * f;
    const hand = p.handoff_cost_share * deficit * bs;
    const own = isRelease[i] === 1 ? 0 : bs;
    const def =
      p.defect_base *
      own *
      (1 + p.defect_latency * Math.log2(1 + dur[i]!)) *
      (1 + p.defect_knowledge * (1 - mean));
    const ramp = T > 0 ? full * (1 - Math.exp((-months[i]! * alloc[i]!) / T)) : 0;
    const rel =
      people[i]! * (i > 0 ? 1 - carry[i]! : 1) * (1 - p.familiarity_start) * ramp +
      people[i]! * alloc[i]! * months[i]! * to * full;
    const pdw = p.churn_monthly * (wait[i]! * done + months[i]! * (done + own / 2));
    done += own;
    const s = loss(p, par[i]!);
    const sum = bs + hand + def + rel + pdw;
    gross[i] = sum / (1 - s);
    base[i] = bs;
    waste[i] = gross[i]! - bs + bs * (isRelease[i] === 1 ? 1 : p.extra_share);
    dur[i] = gross[i]! / (people[i]! * alloc[i]! * p.days_per_month);
    release += wait[i]! + dur[i]!;
  }
  let stop = n;
  if (p.gate_enabled && !p.mandatory) {
    const worth = release < H ? v0 * (H - release) : 0;
    for (let i = 1; i < n && stop === n; i++) {
      let rest = 0;
      for (let j = i; j < n; j++) rest += gross[j]! * rates[j]!;
      if (worth < rest) stop = i;
    }
  }
  let end = 0;
  for (let i = 0; i < stop; i++) end += wait[i]! + dur[i]!;
  let t = 0;
  let cost = 0;
  let lost = 0;
  let waits = 0;
  const until = Math.min(end, H);
  for (let i = 0; i < stop; i++) {
    t += wait[i]!;
    waits += wait[i]!;
    const t1 = t + dur[i]!;
    if (t < H) {
      const part = t1 <= H ? 1 : (H - t) / dur[i]!;
      const money = gross[i]! * rates[i]! * part;
      cost += money;
      lost += (stop === n ? waste[i]! : gross[i]!) * rates[i]! * part;
      lost += (p.wacc_annual / 12) * money * (until - (t + Math.min(t1, H)) / 2);
    }
    t = t1;
  }
  yard[3] = cost;
  yard[4] = stop === n && end <= H ? end : Number.POSITIVE_INFINITY;
  let value = 0;
  if (stop === n && end < H) {
    const rate = c.project.rate;
    value = p.value_realisation * v0 * (H - end);
    lost += p.value_realisation * v0 * waits;
    cost += (p.handover_pd + p.run_pd_month * (H - end)) * rate;
    lost += p.handover_pd * rate;
    const sg = p.cr_new_team_share;
    const work = p.run_pd_month + ((1 - sg) * p.cr_pd * p.cr_per_year) / 12;
    const act = Math.min(1, work / (p.days_per_month * p.support_people));
    const k0 = k * r;
    const a = L * act;
    const b = a + fd * (1 - act) + to;
    const cw = (1 - sg) * w + sg * p.reassembly_months;
    for (let i = 1; p.cr_per_year > 0; i++) {
      const arrive = c.plannedMonths + (12 * i) / p.cr_per_year;
      if (arrive >= H) break;
      const start = Math.max(arrive, end) + cw;
      if (start >= H) continue;
      const kk = kAfter(k0, a, b, start - end);
      const relearn = p.cr_pd * p.cr_relearn * ((1 - sg) * (1 - kk) + sg * (1 - kk * r));
      cost += (p.cr_pd + relearn) * rate;
      lost += relearn * rate;
    }
  }
  yard[0] = cost;
  yard[1] = value;
  yard[2] = lost;
}

/** Product mode; returns whether a gate stopped it. */
function product(c: Compiled, p: Parameters, f: number, w: number, at: number): boolean {
  void w;
  const H = p.horizon_months;
  const v0 = c.value.perMonth;
  const q = p.value_realisation;
  const rate = c.product.rate;
  const cad = p.cadence_months;
  const perMonth = c.product.people * p.days_per_month;
  const scope = c.product.scopePd * p.effort_factor * f;
  const useTotal = scope * (1 - p.extra_share);
  const a = p.learn_rate;
  const to = p.turnover_annual / 12;
  const b = a + to;
  const T = p.ramp_months;
  const full = T > 0 ? (1 - p.ramp_start) * T * p.days_per_month : 0;
  const rampAll = c.product.people * (1 - p.familiarity_start) * full;
  const turn = c.product.people * to * full;
  const slicing = p.slicing_share * (1 - p.mlp_share);
  const half = (p.churn_monthly * cad) / 2;
  const live1 = 1 + p.defect_latency * Math.log2(1 + cad / 2);
  const live0 = 1 + p.defect_latency * Math.log2(1 + Math.max(cad, (p.mlp_share * scope) / perMonth) / 2);
  let useLeft = useTotal;
  let exLeft = scope - useTotal;
  let built = 0;
  let stock = 0;
  let since = 0;
  let k = p.familiarity_start;
  let cost = 0;
  let lost = 0;
  let value = 0;
  let F = 0;
  let first = Number.POSITIVE_INFINITY;
  let risk = 0;
  let tranche = 0;
  let end = -1;
  let stopped = false;
  for (let t0 = 0, i = 0; t0 < H - 1e-9; i++) {
    const t1 = Math.min((i + 1) * cad, H);
    const dt = t1 - t0;
    const cap = perMonth * dt;
    const live = first < Number.POSITIVE_INFINITY;
    const run = live ? p.run_pd_month * dt : 0;
    const ramp = T > 0 ? rampAll * (Math.exp(-t0 / T) - Math.exp(-t1 / T)) : 0;
    const rel = Math.min(cap - run, ramp + turn * dt);
    const avail = cap - run - rel;
    const mean = kMean(k, a, b, dt);
    const def = p.defect_base * (live ? live1 : live0) * (1 + p.defect_knowledge * (1 - mean));
    const g = 1 + def + half + slicing;
    const left = useLeft + exLeft;
    const share = left > 0 ? useLeft / left : 0;
    const sc = Math.min(p.churn_monthly * dt * stock, avail);
    const need = left * g + p.churn_monthly * dt * stock + p.release_pd;
    const fin = need <= avail + 1e-9;
    let net = left;
    let part = 1;
    let rls = true;
    if (fin) part = Math.min(1, need / avail);
    else {
      net = Math.min(left, (avail - sc - p.release_pd) / g);
      rls = net >= 0 && stock + net > 0 && (built + net * share) / useTotal >= p.mlp_share - 1e-12;
      if (!rls) net = Math.max(0, Math.min(left, (avail - sc) / g));
    }
    const use = fin ? useLeft : net * share;
    const ex = fin ? exLeft : net - use;
    const t = fin ? t0 + part * dt : t1;
    const money = cap * part * rate;
    cost += money;
    lost += (cap * part - run * part - use) * rate + (p.wacc_annual / 12) * money * (t - (t0 + t) / 2);
    if (!rls) since += money;
    else {
      lost += (p.wacc_annual / 12) * since * (t - t0);
      since = 0;
    }
    if (!rls && since > money) lost += (p.wacc_annual / 12) * (since - money) * (t - t0);
    k = kAfter(k, a, b, t - t0);
    useLeft -= use;
    exLeft -= ex;
    built += use;
    stock += net;
    let complete = fin;
    if (rls) {
      exLeft *= 1 - p.feedback_prune;
      if (useLeft <= 1e-9) complete = true;
      const u = complete ? 1 : Math.min(1, built / useTotal);
      const Fu = u >= 1 ? 1 : 1 - (1 - u) ** p.value_front;
      value += t < H ? q * (Fu - F) * v0 * (H - t) : 0;
      F = Fu;
      stock = 0;
      if (!live) {
        first = t;
        risk = cost;
      }
    }
    t0 = t1;
    if (complete) {
      end = t;
      break;
    }
    if (!p.gate_enabled || p.mandatory || t1 >= H - 1e-9) continue;
    const index = Math.floor(t1 / p.tranche_months + 1e-9);
    if (index <= tranche) continue;
    tranche = index;
    if (t1 < first + p.feedback_lag_months - 1e-9) continue;
    const pace = perMonth - p.run_pd_month;
    const ml = ((useLeft + exLeft) * g) / pace;
    const s = t1 + ml / 2;
    const worth = (1 + p.feedback_accuracy * (q - 1)) * (1 - F) * (s < H ? v0 * (H - s) : 0);
    if (worth < ml * perMonth * rate) {
      end = t1;
      stopped = true;
      break;
    }
  }
  if (end >= 0) {
    const work = p.run_pd_month + (p.cr_pd * p.cr_per_year) / 12;
    const core = Math.max(p.core_share * perMonth, work);
    const act = core > 0 ? Math.min(1, work / core) : 0;
    const k0 = k * (1 - p.shrink_loss * Math.max(0, 1 - core / perMonth));
    const ca = p.learn_rate * act;
    const cb = ca + p.forget_rate * (1 - act) + to;
    let busy = p.run_pd_month * (H - end);
    for (let i = 1; p.cr_per_year > 0; i++) {
      const arrive = c.plannedMonths + (12 * i) / p.cr_per_year;
      if (arrive >= H) break;
      const start = Math.max(arrive, end) + cad / 2;
      if (start >= H) continue;
      const relearn = p.cr_pd * p.cr_relearn * (1 - kAfter(k0, ca, cb, start - end));
      busy += p.cr_pd + relearn;
      lost += relearn * rate;
    }
    const idle = Math.max(0, core * (H - end) - busy);
    cost += (busy + idle) * rate;
    lost += idle * rate;
  }
  if (at < 10) {
    yard[at] = cost;
    yard[at + 1] = value;
    yard[at + 2] = lost;
    yard[at + 3] = first <= H ? risk : cost;
    yard[at + 4] = first;
  } else yard[10] = value - cost;
  return stopped;
}

/** Both modes and, where a gate stopped the product, the run without it. */
export function yardstick(c: Compiled, p: Parameters, f: number): void {
  const m = p.queue_servers;
  const rho = Math.min(p.queue_util, 0.99);
  const w =
    (((p.queue_ca2 + p.queue_cs2) / 2) * rho ** (Math.sqrt(2 * (m + 1)) - 1) * p.queue_job_months) /
    (m * (1 - rho));
  project(c, p, f, w);
  const stopped = product(c, p, f, w, 5);
  yard[10] = yard[6]! - yard[5]!;
  if (stopped) {
    const gate = p.gate_enabled;
    p.gate_enabled = false;
    product(c, p, f, w, 10);
    p.gate_enabled = gate;
  }
}
