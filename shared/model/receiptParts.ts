/** The parts of each figure, added up in the order in which the figure itself was added up. */
import { delayedValue } from './compare.ts';
import type { Compiled } from './compile.ts';
import {
  breakEvenWithin,
  discountedFlow,
  feedbackAgeTerms,
  JUST_BEFORE,
  paidShare,
  rowCapitalCost,
  rowCost,
  type Totals,
  tranchesAtRisk,
  waitingLoss,
} from './outputs.ts';
import type { Parameters } from './parameters.ts';
import type { PartOf, ReceiptOperation, ReceiptPart } from './receiptTypes.ts';
import { CATEGORIES, COLUMNS, PHASE_FIELDS, PHASE_WIDTH, ROW_KINDS, type Run } from './run.ts';
import { type CostOfDelay, type ModeResult, WASTE_CATEGORIES, type WasteCategory } from './types.ts';
import { changeValue, penaltyUntil, releaseValue } from './value.ts';

/** One mode's run with everything its figures were computed from. */
export interface ModeRun {
  readonly compiled: Compiled;
  readonly params: Parameters;
  readonly run: Run;
  readonly totals: Totals;
  readonly result: ModeResult;
  readonly delay: CostOfDelay;
}

export interface Parts {
  readonly operation: ReceiptOperation;
  readonly parts: readonly ReceiptPart[];
}

const GIVEN: Parts = { operation: 'given', parts: [] };

const sum = (parts: readonly ReceiptPart[]): Parts => ({ operation: 'sum', parts });

function term(id: string, value: number): ReceiptPart {
  return { label: id, value, of: { kind: 'term', id } };
}

function rowOf(m: ModeRun, r: number): PartOf {
  const kind = ROW_KINDS[m.run.rowKind[r]!]!;
  const index = m.run.rowSource[r]!;
  return kind === 'phase' ? { kind, index, id: m.compiled.project.phases[index]!.name } : { kind, index };
}

/** One part per ledger row that contributes. */
function rowParts(m: ModeRun, amount: (r: number) => number): ReceiptPart[] {
  const parts: ReceiptPart[] = [];
  for (let r = 0; r < m.run.rows; r++) {
    const value = amount(r);
    if (value !== 0) {
      const of = rowOf(m, r);
      parts.push({ label: of.kind, value, of });
    }
  }
  return parts;
}

function cellPd(m: ModeRun, r: number, column: number): number {
  return m.run.rowPd[r * COLUMNS + column]! * paidShare(m.run, r, m.params.horizon_months);
}

function pdParts(m: ModeRun, column: number): ReceiptPart[] {
  return rowParts(m, (r) => cellPd(m, r, column));
}

function cashParts(m: ModeRun, column: number): ReceiptPart[] {
  return rowParts(m, (r) => cellPd(m, r, column) * m.run.rowRate[r]!);
}

function economicParts(m: ModeRun, category: WasteCategory): ReceiptPart[] {
  const { run } = m;
  if (category === 'partially_done') {
    const horizon = m.params.horizon_months;
    return rowParts(m, (r) => rowCapitalCost(m.params, run, r, rowCost(run, r, horizon)));
  }
  if (category !== 'delays') return [];
  const parts = [term('waiting_releases', waitingLoss(m.compiled, m.params, run, m.totals.value))];
  for (let i = 0; i < run.changes; i++) {
    parts.push({ label: 'waiting_change', value: run.changeDelay[i]!, of: { kind: 'change', index: i } });
  }
  return parts;
}

function wasteParts(m: ModeRun, category: WasteCategory, kind: string): Parts {
  const column = CATEGORIES.indexOf(category);
  if (kind === 'pd') return sum(pdParts(m, column));
  if (kind === 'cash') return sum(cashParts(m, column));
  if (kind === 'economic') return sum(economicParts(m, category));
  return sum([...cashParts(m, column), term('economic', m.result.waste[category].economic)]);
}

function valueParts(m: ModeRun): ReceiptPart[] {
  const { compiled, params, run } = m;
  const horizon = params.horizon_months;
  const parts: ReceiptPart[] = [];
  for (let j = 0; j < run.releases; j++) {
    const value = releaseValue(params, compiled.value, run, j, horizon, 0);
    parts.push({ label: 'release', value, of: { kind: 'release', index: j } });
  }
  const penalty = penaltyUntil(compiled.value, run, horizon, 0);
  if (penalty !== 0) parts.push(term('penalty', -penalty));
  for (let i = 0; i < run.changes; i++) {
    const value = changeValue(params, run, i, horizon);
    if (value !== 0) parts.push({ label: 'change', value, of: { kind: 'change', index: i } });
  }
  return parts;
}

function monthParts(m: ModeRun, amount: (t: number) => number, from: number): ReceiptPart[] {
  const parts: ReceiptPart[] = [];
  for (let t = from; t <= m.params.horizon_months; t++) {
    parts.push({ label: 'month', value: amount(t), of: { kind: 'month', index: t } });
  }
  return parts;
}

function categoryParts(amount: (category: WasteCategory) => number): ReceiptPart[] {
  return WASTE_CATEGORIES.map((id) => ({ label: id, value: amount(id), of: { kind: 'category', id } }));
}

function phaseField(name: (typeof PHASE_FIELDS)[number]): number {
  return PHASE_FIELDS.indexOf(name);
}

/** Waits and months of the phases that were carried out, in order. */
function phaseTimes(m: ModeRun, names: readonly ('wait' | 'months')[]): ReceiptPart[] {
  const { run, compiled } = m;
  // A project that is stopped has booked the phases up to there and nothing else; any other has booked them all.
  return compiled.project.phases.slice(0, run.rows).flatMap((phase, i) =>
    names.map(
      (name): ReceiptPart => ({
        label: name,
        value: run.detail[i * PHASE_WIDTH + phaseField(name)]!,
        of: { kind: 'phase', index: i, id: phase.name },
      }),
    ),
  );
}

function committedParts(m: ModeRun): Parts {
  const { run, compiled } = m;
  if (run.mode === 'product') {
    return {
      operation: 'product',
      parts: [
        term('tranches', tranchesAtRisk(m.params, run, m.totals)),
        term('tranche_money', run.commitment),
      ],
    };
  }
  const gross = phaseField('gross');
  const rate = phaseField('rate');
  return sum(
    compiled.project.phases.map((phase, i) => ({
      label: 'phase',
      value: run.detail[i * PHASE_WIDTH + gross]! * run.detail[i * PHASE_WIDTH + rate]!,
      of: { kind: 'phase', index: i, id: phase.name },
    })),
  );
}

function breakEvenParts(m: ModeRun): Parts {
  const found = breakEvenWithin(m.result.curves);
  if (found === null) return GIVEN;
  const { month, inside } = found;
  return sum([
    { label: 'month', value: month - 1, of: { kind: 'month', index: month - 1 } },
    { label: 'inside_month', value: inside, of: { kind: 'month', index: month } },
  ]);
}

function ratio(top: readonly [string, number], bottom: readonly [string, number]): Parts {
  return bottom[1] > 0 ? { operation: 'ratio', parts: [term(...top), term(...bottom)] } : GIVEN;
}

/** Operation and parts of one mode's figure. */
export function modeParts(m: ModeRun, name: string): Parts {
  const { result, run, params } = m;
  const waste = /^waste\.(\w+)\.(\w+)$/.exec(name);
  if (waste) return wasteParts(m, waste[1] as WasteCategory, waste[2]!);
  const horizon = params.horizon_months;
  switch (name) {
    case 'cost':
      return sum(rowParts(m, (r) => rowCost(run, r, horizon)));
    case 'money_at_risk': {
      const until = Math.min(m.totals.firstRelease, horizon) - JUST_BEFORE;
      return sum(rowParts(m, (r) => rowCost(run, r, until)));
    }
    case 'value':
      return sum(valueParts(m));
    case 'net':
      return sum([term('value', result.value), term('cost', -result.cost)]);
    case 'npv':
      return sum(monthParts(m, (t) => discountedFlow(params, result.curves, t), 1));
    case 'booked_pd':
      return sum(
        CATEGORIES.map((id, i) => ({ label: id, value: m.totals.pd[i]!, of: { kind: 'category', id } })),
      );
    case 'useful_pd.useful':
    case 'useful_pd.change':
    case 'useful_pd.run':
      return sum(pdParts(m, CATEGORIES.indexOf(name.slice('useful_pd.'.length) as 'useful')));
    case 'waste_pd_total':
      return sum(categoryParts((c) => result.waste[c].pd));
    case 'waste_cash_total':
      return sum(categoryParts((c) => result.waste[c].cash));
    case 'waste_money_total':
      return sum(categoryParts((c) => result.waste[c].money));
    case 'committed_at_risk':
      return committedParts(m);
    case 'peak_exposure':
      return { operation: 'max', parts: monthParts(m, (t) => result.curves.C[t]! - result.curves.V[t]!, 0) };
    case 'break_even_month':
      return breakEvenParts(m);
    case 't_complete':
      return run.mode === 'project' && result.t_complete !== null
        ? sum(phaseTimes(m, ['wait', 'months']))
        : GIVEN;
    case 'wait_months':
      return run.mode === 'project'
        ? sum(phaseTimes(m, ['wait']))
        : sum([term('start_wait', run.startWait), term('dependency_wait', run.dependencyWait)]);
    case 'flow_efficiency':
      return ratio(['touch_months', run.touchMonths], ['lead_months', run.leadMonths]);
    case 'feedback_age_months': {
      const { waited, work } = feedbackAgeTerms(params, run);
      return ratio(['work_waiting', waited], ['work', work]);
    }
    case 'feedback_points': {
      const parts: ReceiptPart[] = [];
      for (let j = 0; j < result.feedback_points; j++) {
        parts.push({ label: 'release', value: 1, of: { kind: 'release', index: j } });
      }
      return sum(parts);
    }
    case 'cost_of_delay.cost_of_delay_per_month':
      return sum([
        term('value', result.value),
        term('value_one_month_later', -delayedValue(m.compiled, params, run)),
      ]);
    case 'cost_of_delay.cd3':
      return ratio(
        ['cost_of_delay_per_month', m.delay.cost_of_delay_per_month],
        ['duration_months', m.delay.duration_months],
      );
    default:
      return GIVEN;
  }
}
