/**
 * An initiative with every absence resolved and both modes planned (MODEL.md 2.1 and 2.3: "the other mode").
 * Compiling is done once; a run then only reads numbers.
 */
import { type Parameters, resolveParameters } from './parameters.ts';
import { measuredRatio, measuredTerms, type ScopeCurve, scopeFigures } from './scope.ts';
import type {
  ItemOrderEntry,
  Mode,
  ModelInitiative,
  ModelParameterOverrides,
  ModelPhase,
  ModelProduct,
  PhaseKind,
} from './types.ts';
import { type ValuePlan, valueShare } from './value.ts';

export interface PhasePlan {
  readonly kind: PhaseKind;
  readonly name: string;
  readonly months: number;
  readonly people: number;
  readonly allocation: number;
  readonly parallel: number;
  readonly rate: number;
  readonly carryOver: number;
  /** NaN when nobody recorded a wait. */
  readonly recordedWait: number;
  /** E_i in pd. */
  readonly effort: number;
}

export interface ProjectPlan {
  readonly phases: readonly PhasePlan[];
  readonly startWait: number;
  /** Effort-weighted money per pd, used where a row belongs to no phase. */
  readonly rate: number;
  /** Sum of E_i in pd. */
  readonly effort: number;
}

export interface ProductPlan {
  readonly people: number;
  readonly allocation: number;
  readonly parallel: number;
  readonly rate: number;
  readonly scopePd: number;
  /** NaN when familiarity_start applies. */
  readonly familiarity: number;
  readonly startWait: number;
}

export interface Compiled {
  readonly id: string;
  /** The mode whose plan the user gave; the other one is derived from it. */
  readonly planned: Mode;
  readonly params: Parameters;
  readonly value: ValuePlan;
  readonly project: ProjectPlan;
  readonly product: ProductPlan;
  /** Month from which follow-up changes are counted, the same in both modes. */
  readonly plannedMonths: number;
  readonly curve: ScopeCurve | null;
  readonly itemOrder: readonly ItemOrderEntry[] | null;
  readonly measured: { readonly measured: number; readonly planned: number };
  readonly measuredRatio: number | null;
}

/** Shares of scope_pd by phase when a product team's work is planned as a project. */
const PROJECT_SHAPE: readonly (readonly [PhaseKind, number])[] = [
  ['analysis', 0.15],
  ['design', 0.2],
  ['build', 0.45],
  ['test', 0.2],
  ['release', 0.05],
];
const PROJECT_SHAPE_CARRY_OVER = 0.3;

/** Which plan an initiative carries: that of its mode, else the one that is there. */
function plannedMode(initiative: ModelInitiative): Mode | null {
  const project = (initiative.phases?.length ?? 0) > 0;
  const product = initiative.product != null;
  if (project && product) return initiative.mode === 'product' ? 'product' : 'project';
  if (project) return 'project';
  return product ? 'product' : null;
}

function phasePlan(phase: ModelPhase, daysPerMonth: number): PhasePlan {
  const allocation = phase.allocation ?? 1;
  return {
    kind: phase.kind,
    name: phase.name ?? phase.kind,
    months: phase.months,
    people: phase.people,
    allocation,
    parallel: phase.parallel ?? 1,
    rate: phase.rate,
    carryOver: phase.carry_over ?? 0,
    recordedWait: phase.wait_months ?? Number.NaN,
    effort: phase.months * daysPerMonth * phase.people * allocation,
  };
}

function projectPlan(phases: readonly PhasePlan[], startWait: number): ProjectPlan {
  let effort = 0;
  let money = 0;
  for (const phase of phases) {
    effort += phase.effort;
    money += phase.effort * phase.rate;
  }
  return { phases, startWait, rate: money / effort, effort };
}

function productFromProject(project: ProjectPlan, daysPerMonth: number, holdParallel: boolean): ProductPlan {
  let months = 0;
  let scope = 0;
  let parallel = 0;
  for (const phase of project.phases) {
    months += phase.months;
    parallel += phase.effort * phase.parallel;
    if (phase.kind !== 'release') scope += phase.effort;
  }
  return {
    people: project.effort / (months * daysPerMonth),
    allocation: 1,
    parallel: holdParallel ? parallel / project.effort : 1,
    rate: project.rate,
    scopePd: scope,
    familiarity: Number.NaN,
    startWait: project.startWait,
  };
}

function productPlan(product: ModelProduct, startWait: number): ProductPlan {
  return {
    people: product.people,
    allocation: product.allocation ?? 1,
    parallel: product.parallel ?? 1,
    rate: product.rate,
    scopePd: product.scope_pd,
    familiarity: product.familiarity ?? Number.NaN,
    startWait,
  };
}

function projectFromProduct(product: ProductPlan, daysPerMonth: number): ProjectPlan {
  // The team's FTE as people, as in the other direction.
  const fte = product.people * product.allocation;
  const phases = PROJECT_SHAPE.map(([kind, share], i) =>
    phasePlan(
      {
        kind,
        months: (share * product.scopePd) / (fte * daysPerMonth),
        people: fte,
        allocation: 1,
        parallel: product.parallel,
        rate: product.rate,
        carry_over: i === 0 ? 0 : PROJECT_SHAPE_CARRY_OVER,
      },
      daysPerMonth,
    ),
  );
  return projectPlan(phases, product.startWait);
}

/** Resolves an initiative; the caller has made sure that `problems` is empty. */
export function compile(initiative: ModelInitiative, defaults?: ModelParameterOverrides): Compiled {
  const params = resolveParameters(defaults, initiative.params);
  const days = params.days_per_month;
  const value: ValuePlan = {
    perMonth: initiative.value?.per_month ?? 0,
    decay: initiative.value?.decay_monthly ?? 0,
    endMonth: initiative.value?.end_month ?? Number.POSITIVE_INFINITY,
    deadline: initiative.value?.deadline_month ?? Number.POSITIVE_INFINITY,
    penalty: initiative.value?.penalty_per_month ?? 0,
  };
  const scope = scopeFigures(initiative.scope_items, value.perMonth);
  if (scope) {
    params.extra_share = scope.extraShare;
    params.mlp_share = scope.mlpShare;
  }
  const curve = scope?.curve ?? null;

  const planned: Mode = plannedMode(initiative) === 'product' ? 'product' : 'project';
  let project: ProjectPlan;
  let product: ProductPlan;
  let plannedMonths = 0;
  if (planned === 'project') {
    const phases = (initiative.phases ?? []).map((phase) => phasePlan(phase, days));
    project = projectPlan(phases, initiative.start_wait_months ?? 0);
    product = productFromProject(project, days, initiative.hold_parallel_equal === true);
    for (const phase of phases) plannedMonths += phase.months;
  } else {
    const given = initiative.product!;
    product = productPlan(given, given.start_wait_months ?? initiative.start_wait_months ?? 0);
    project = projectFromProduct(product, days);
    plannedMonths = product.scopePd / (product.people * product.allocation * days);
  }
  const measured = measuredTerms(initiative.actual_releases, value.perMonth, (u) =>
    valueShare(params, curve, u),
  );
  return {
    id: initiative.id,
    planned,
    params,
    value,
    project,
    product,
    plannedMonths,
    curve,
    itemOrder: scope ? scope.order : null,
    measured,
    measuredRatio: measuredRatio(measured.measured, measured.planned),
  };
}
