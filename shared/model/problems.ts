/**
 * Why an initiative can not be computed (MODEL.md 2.1: "skipped, never guessed"). Nothing here throws: any JSON value
 * may stand where the record should be, and each problem names the path of its field.
 */
import { PARAMETERS, type ParameterInfo } from './parameterTable.ts';
import type { ModelInitiative, ModelParameterOverrides, ModelProblem, ProblemCode } from './types.ts';

/** A run walks over months, periods and changes one by one; beyond this an input would only hang the program. */
const MOST_STEPS = 20_000;
const MOST_MONTHS = 1_200;
/** Products of larger numbers could leave the range of doubles. */
const LARGEST = 1e15;
/** Below this a divisor is 0 for every purpose a plan can have. */
const SMALLEST = 1e-9;
const EFFORT_BASIS_HORIZON = 600;
const KINDS: readonly unknown[] = ['analysis', 'design', 'build', 'test', 'release'];

type Rule =
  | 'any'
  | 'not_negative'
  | 'positive'
  | 'at_least_one'
  | 'share'
  | 'allocation'
  | 'parallel'
  | 'whole_positive';
type Record_ = Readonly<Record<string, unknown>>;

function isRecord(x: unknown): x is Record_ {
  return typeof x === 'object' && x !== null && !Array.isArray(x);
}

/** The code of what is wrong with a number under a rule, or null. */
function numberProblem(x: unknown, rule: Rule): ProblemCode | null {
  if (typeof x !== 'number' || !Number.isFinite(x)) return 'NOT_A_NUMBER';
  if (rule === 'allocation') return x >= SMALLEST && x <= 1 ? null : 'ALLOCATION_RANGE';
  if (rule === 'parallel') return x < 1 ? 'PARALLEL_RANGE' : x > LARGEST ? 'TOO_LARGE' : null;
  if (rule === 'share') return x >= 0 && x <= 1 ? null : 'SHARE_RANGE';
  if (rule === 'whole_positive') {
    if (!Number.isInteger(x) || x < 1) return 'HORIZON_NOT_WHOLE';
    return x > MOST_MONTHS ? 'TOO_LARGE' : null;
  }
  if (rule === 'any') return null;
  if (x < 0) return 'NEGATIVE';
  if (x > LARGEST) return 'TOO_LARGE';
  if (rule === 'positive' && x < SMALLEST) return 'NOT_POSITIVE';
  if (rule === 'at_least_one' && x < 1) return 'NOT_POSITIVE';
  return null;
}

class Findings {
  readonly list: ModelProblem[] = [];

  add(code: ProblemCode, path: string): void {
    this.list.push({ code, path });
  }

  number(from: Record_, field: string, rule: Rule, at: string, required: boolean): void {
    const x = from[field];
    const path = at === '' ? field : `${at}.${field}`;
    if (x === undefined || x === null) {
      if (required) this.add('NOT_A_NUMBER', path);
      return;
    }
    const code = numberProblem(x, rule);
    if (code) this.add(code, path);
  }

  flag(from: Record_, field: string, at: string): void {
    const x = from[field];
    if (x !== undefined && x !== null && typeof x !== 'boolean')
      this.add('BAD_CHOICE', at === '' ? field : `${at}.${field}`);
  }
}

/** What is wrong with one parameter's value, or null. */
function parameterProblem(info: ParameterInfo, x: unknown): ProblemCode | null {
  if (info.kind === 'boolean') return typeof x === 'boolean' ? null : 'BAD_CHOICE';
  if (info.kind === 'choice') return info.choices?.includes(x as string) ? null : 'BAD_CHOICE';
  if (info.kind === 'table') {
    if (!Array.isArray(x) || x.length === 0) return 'BAD_TABLE';
    for (const cell of x) {
      const code = numberProblem(cell, 'share');
      if (code) return code;
    }
    return null;
  }
  return numberProblem(x, info.limit);
}

function checkParameters(found: Findings, params: unknown, at: string): void {
  if (params === undefined || params === null) return;
  if (!isRecord(params)) {
    found.add('BAD_RECORD', at);
    return;
  }
  for (const info of PARAMETERS) {
    const x = params[info.id];
    if (x === undefined || x === null) continue;
    const code = parameterProblem(info, x);
    if (code) found.add(code, `${at}.${info.id}`);
  }
}

function checkPhases(found: Findings, phases: readonly unknown[]): void {
  let scope = false;
  phases.forEach((phase, i) => {
    const at = `phases.${i}`;
    if (!isRecord(phase)) {
      found.add('BAD_RECORD', at);
      return;
    }
    if (!KINDS.includes(phase.kind)) found.add('BAD_CHOICE', `${at}.kind`);
    if (phase.kind !== 'release') scope = true;
    found.number(phase, 'months', 'positive', at, true);
    found.number(phase, 'people', 'positive', at, true);
    found.number(phase, 'allocation', 'allocation', at, false);
    found.number(phase, 'parallel', 'parallel', at, false);
    found.number(phase, 'rate', 'not_negative', at, true);
    found.number(phase, 'carry_over', 'share', at, false);
    found.number(phase, 'wait_months', 'not_negative', at, false);
  });
  // Only release phases: there is no scope that a product team could build.
  if (!scope) found.add('NOT_POSITIVE', 'phases');
}

function checkProduct(found: Findings, product: unknown): void {
  if (!isRecord(product)) {
    found.add('BAD_RECORD', 'product');
    return;
  }
  found.number(product, 'people', 'positive', 'product', true);
  found.number(product, 'allocation', 'allocation', 'product', false);
  found.number(product, 'parallel', 'parallel', 'product', false);
  found.number(product, 'rate', 'not_negative', 'product', true);
  found.number(product, 'scope_pd', 'positive', 'product', true);
  found.number(product, 'familiarity', 'share', 'product', false);
  found.number(product, 'start_wait_months', 'not_negative', 'product', false);
}

function checkList(
  found: Findings,
  list: unknown,
  at: string,
  check: (entry: Record_, at: string) => void,
): void {
  if (list === undefined || list === null) return;
  if (!Array.isArray(list)) {
    found.add('BAD_RECORD', at);
    return;
  }
  list.forEach((entry: unknown, i) => {
    if (isRecord(entry)) check(entry, `${at}.${i}`);
    else found.add('BAD_RECORD', `${at}.${i}`);
  });
}

function checkSteps(found: Findings, initiative: Record_, defaults: unknown): void {
  const own = isRecord(initiative.params) ? initiative.params : {};
  const portfolio = isRecord(defaults) ? defaults : {};
  const value = (id: string, fallback: number): number => {
    const x = own[id] ?? portfolio[id];
    return typeof x === 'number' ? x : fallback;
  };
  const horizon = Math.max(EFFORT_BASIS_HORIZON, value('horizon_months', 36));
  if (horizon / value('cadence_months', 1) > MOST_STEPS) found.add('TOO_LARGE', 'params.cadence_months');
  if ((horizon * value('cr_per_year', 4)) / 12 > MOST_STEPS) found.add('TOO_LARGE', 'params.cr_per_year');
}

/** Every problem of one initiative in the order of its fields; empty when it can be computed. */
export function problems(
  initiative: ModelInitiative,
  defaults?: ModelParameterOverrides | null,
): readonly ModelProblem[] {
  const found = new Findings();
  const record: unknown = initiative;
  if (!isRecord(record)) {
    found.add('BAD_RECORD', '');
    return found.list;
  }
  if (typeof record.id !== 'string') found.add('BAD_RECORD', 'id');
  if (record.mode !== 'project' && record.mode !== 'product') found.add('BAD_CHOICE', 'mode');
  // Only a position on the calendar: work may have begun before the month the portfolio counts from.
  found.number(record, 'start_month', 'any', '', false);
  found.number(record, 'start_wait_months', 'not_negative', '', false);
  found.flag(record, 'hold_parallel_equal', '');

  const { value } = record;
  if (isRecord(value)) {
    for (const field of ['per_month', 'decay_monthly', 'end_month', 'deadline_month', 'penalty_per_month']) {
      found.number(value, field, 'not_negative', 'value', false);
    }
  } else if (value !== undefined && value !== null) found.add('BAD_RECORD', 'value');

  const { phases, product } = record;
  const hasPhases = Array.isArray(phases) && phases.length > 0;
  if (phases !== undefined && phases !== null && !Array.isArray(phases)) found.add('BAD_RECORD', 'phases');
  if (hasPhases) checkPhases(found, phases);
  if (product !== undefined && product !== null) checkProduct(found, product);
  else if (!hasPhases) found.add('NO_DELIVERY_DATA', record.mode === 'product' ? 'product' : 'phases');

  checkList(found, record.scope_items, 'scope_items', (item, at) => {
    if (typeof item.id !== 'string') found.add('BAD_RECORD', `${at}.id`);
    found.number(item, 'pd', 'positive', at, true);
    found.number(item, 'value_share', 'share', at, false);
    found.flag(item, 'useful', at);
    found.flag(item, 'mlp', at);
  });
  checkList(found, record.actual_releases, 'actual_releases', (release, at) => {
    found.number(release, 'month', 'not_negative', at, true);
    found.number(release, 'scope_share', 'share', at, true);
    found.number(release, 'measured_per_month', 'not_negative', at, false);
  });
  checkParameters(found, defaults, 'defaults');
  checkParameters(found, record.params, 'params');
  if (found.list.length === 0) checkSteps(found, record, defaults);
  return found.list;
}
