/** The comparison of both modes and the trace behind it (MODEL.md 2.7, 4.1 to 4.5). */
import type { Compiled } from './compile.ts';
import { evaluateProduct, evaluateProject, leadOf, prepare, type Workbench } from './evaluate.ts';
import { modeResult } from './outputs.ts';
import type { Parameters } from './parameters.ts';
import type { Run } from './run.ts';
import {
  type CompareDelta,
  type CompareResult,
  type CostOfDelay,
  type ModelInitiative,
  type ModelParameterOverrides,
  type ModeResult,
  WASTE_CATEGORIES,
  type WasteCategory,
  type Winner,
} from './types.ts';
import { valueAt } from './value.ts';

/** Months of later release that the cost of delay is stated for. */
const DELAY_STEP = 1;

/** V(H) when every release comes one month later. */
export function delayedValue(c: Compiled, p: Parameters, run: Run): number {
  return valueAt(p, c.value, run, p.horizon_months, DELAY_STEP);
}

function costOfDelay(c: Compiled, p: Parameters, run: Run, result: ModeResult): CostOfDelay {
  const perMonth = result.value - delayedValue(c, p, run);
  const duration = result.t_complete ?? p.horizon_months;
  return {
    cd3: perMonth / duration,
    cost_of_delay_per_month: perMonth,
    duration_months: duration,
  };
}

function difference(project: ModeResult, product: ModeResult): CompareDelta {
  const waste = {} as Record<WasteCategory, { pd: number; money: number }>;
  for (const category of WASTE_CATEGORIES) {
    waste[category] = {
      money: product.waste[category].money - project.waste[category].money,
      pd: product.waste[category].pd - project.waste[category].pd,
    };
  }
  return {
    cost: product.cost - project.cost,
    money_at_risk: product.money_at_risk - project.money_at_risk,
    net: product.net - project.net,
    npv: product.npv - project.npv,
    peak_exposure: product.peak_exposure - project.peak_exposure,
    value: product.value - project.value,
    waste,
    waste_money_total: product.waste_money_total - project.waste_money_total,
    waste_pd_total: product.waste_pd_total - project.waste_pd_total,
  };
}

function winnerOf(project: ModeResult, product: ModeResult): Winner {
  const lead = leadOf({ product: product.net, project: project.net });
  if (lead === 0) return 'tie';
  return lead > 0 ? 'product' : 'project';
}

/** Runs both modes on a prepared initiative; the runs stay in `w` for a trace or a receipt. */
export function compareOn(w: Workbench): CompareResult {
  const p = w.compiled.params;
  evaluateProject(w, p);
  evaluateProduct(w, p);
  return comparisonOf(w, p);
}

/** The comparison of the two runs that stand in `w`; `p` are the parameters that they were run with. */
export function comparisonOf(w: Workbench, p: Parameters): CompareResult {
  const { compiled, effort } = w;
  const project = modeResult(compiled, p, w.project, w.projectTotals);
  const product = modeResult(compiled, p, w.product, w.productTotals);
  return {
    cost_of_delay: {
      product: costOfDelay(compiled, p, w.product, product),
      project: costOfDelay(compiled, p, w.project, project),
    },
    delta: difference(project, product),
    effort_scale: effort.scale,
    item_order: compiled.itemOrder,
    measured_ratio: compiled.measuredRatio,
    plan_warning: effort.warning,
    product,
    project,
    winner: winnerOf(project, product),
  };
}

/**
 * Plays an initiative forward as a project and as a product team (MODEL.md 2; money in the plan's currency, months
 * from approval). `defaults` replaces global parameter defaults; throws ModelInputError when it can not be computed.
 */
export function compare(initiative: ModelInitiative, defaults?: ModelParameterOverrides): CompareResult {
  return compareOn(prepare(initiative, defaults));
}
