import type { Initiative, Phase } from '../domain/records.ts';
import { monthsBetween } from '../domain/time.ts';
import type { InputSource, Provenance, ProvenanceMap } from '../model/receiptTypes.ts';
import type { ModelPhase, ModelProduct } from '../model/types.ts';
import type { Assumption } from './assumptions.ts';
import {
  ASSUMED_CARRY_OVER,
  type PhasePlanContext,
  type PlannedPhase,
  planPhases,
  STANDARD_PHASES,
  sourceOfField,
} from './phasePlan.ts';

/** A fact that the model cannot do without, and the record field where a person can enter it. */
export interface MissingFact {
  readonly code: 'delivery' | 'startDate' | 'endDate' | 'duration' | 'effort' | 'dayRate';
  /** `initiative.field`, `portfolio.field` or `phase.id.field`. */
  readonly field: string;
}

/** How an initiative is delivered, in the model's terms, and what it rests on. */
export interface Delivery {
  readonly phases?: readonly ModelPhase[];
  readonly product?: ModelProduct;
  /** Planned cost in whole currency units. */
  readonly cost: number;
  readonly missing: readonly MissingFact[];
  readonly assumptions: readonly Assumption[];
  readonly provenance: ProvenanceMap;
  readonly phaseIds: readonly (readonly string[])[];
}

const noDelivery = (missing: readonly MissingFact[], assumptions: readonly Assumption[] = []): Delivery => ({
  cost: 0,
  missing,
  assumptions,
  provenance: {},
  phaseIds: [],
});

/** The delivery that a project's phase records describe. */
export function phaseDelivery(
  initiative: Initiative,
  records: readonly Phase[],
  context: PhasePlanContext,
): Delivery {
  const plan = planPhases(initiative, records, context);
  if (plan.missing.length > 0) return noDelivery(plan.missing, plan.assumptions);
  if (plan.phases.length === 0) return noDelivery([{ code: 'delivery', field: 'initiative.phases' }]);
  const assumptions = [...plan.assumptions];
  if (plan.phases.some(({ sources }, i) => i > 0 && sources.carry_over === 'default')) {
    assumptions.push({ code: 'carryOverAssumed', field: 'phase.carryOver' });
  }
  return {
    phases: plan.phases.map(modelPhase),
    cost: costOf(plan.phases, context),
    missing: [],
    assumptions,
    provenance: provenanceOf(plan.phases),
    phaseIds: plan.phases.map((phase) => phase.phaseIds),
  };
}

/** Where each field of the phases comes from, by its path. */
const provenanceOf = (phases: readonly PlannedPhase[]): Readonly<Record<string, Provenance>> =>
  Object.fromEntries(
    phases.flatMap(({ sources }, i) =>
      Object.entries(sources).map(([field, source]) => [`phases.${i}.${field}`, { source }]),
    ),
  );

const modelPhase = (phase: PlannedPhase): ModelPhase => ({
  kind: phase.kind,
  name: phase.name,
  months: phase.months,
  people: phase.people,
  allocation: phase.allocation,
  parallel: phase.parallel,
  rate: phase.rate,
  carry_over: phase.carryOver,
  ...(phase.waitMonths !== null ? { wait_months: phase.waitMonths } : {}),
});

const costOf = (phases: readonly PlannedPhase[], { daysPerMonth }: PhasePlanContext): number =>
  phases.reduce((sum, p) => sum + p.months * p.people * p.allocation * daysPerMonth * p.rate, 0);

/** A project with money and dates only: the model's own split of work over phases stands in (MODEL.md 2.3). */
export function standardDelivery(
  initiative: Initiative,
  context: PhasePlanContext,
  /** Recorded months of waiting by place of the phase. */
  waits: ReadonlyMap<number, number>,
): Delivery {
  const frame = moneyAndTime(initiative, context);
  if ('missing' in frame) return noDelivery(frame.missing);
  const total = STANDARD_PHASES.reduce((sum, phase) => sum + phase.share, 0);
  const phases: PlannedPhase[] = STANDARD_PHASES.map(({ kind, share }, i) => ({
    kind,
    name: kind,
    months: (frame.months * share) / total,
    people: frame.personDays / (frame.months * context.daysPerMonth),
    allocation: 1,
    parallel: 1,
    rate: frame.rate,
    carryOver: i === 0 ? 0 : ASSUMED_CARRY_OVER,
    waitMonths: waits.get(i) ?? null,
    phaseIds: [],
    sources: {
      months: 'derived',
      people: 'derived',
      allocation: 'default',
      parallel: 'default',
      rate: rateSource(initiative),
      carry_over: 'default',
    },
  }));
  return {
    phases: phases.map(modelPhase),
    cost: frame.cost,
    missing: [],
    assumptions: [
      { code: 'standardPhases', field: 'initiative.phases' },
      { code: 'effortFromBudget', field: 'initiative.budget' },
    ],
    provenance: provenanceOf(phases),
    phaseIds: phases.map(() => []),
  };
}

/** The delivery that a product team's people and scope describe; budget and dates stand in for what is not recorded. */
export function teamDelivery(initiative: Initiative, context: PhasePlanContext): Delivery {
  const rate = initiative.teamDayRate !== null ? context.major(initiative.teamDayRate) : context.dayRate;
  if (rate === null || rate <= 0) return noDelivery([{ code: 'dayRate', field: 'initiative.teamDayRate' }]);
  let people = initiative.teamPeople;
  let scope = initiative.scopePersonDays;
  const assumptions: Assumption[] = [];
  const provenance: Record<string, Provenance> = {
    'product.people': { source: 'initiative' },
    'product.scope_pd': { source: 'initiative' },
    'product.allocation': { source: sourceOfField(initiative.teamAllocation) },
    'product.parallel': { source: sourceOfField(initiative.teamParallel) },
    'product.rate': { source: rateSource(initiative) },
  };
  if (people === null || scope === null) {
    if (scope === null) {
      if (initiative.budget === null)
        return noDelivery([{ code: 'effort', field: 'initiative.scopePersonDays' }]);
      scope = context.major(initiative.budget) / rate;
      provenance['product.scope_pd'] = { source: 'derived' };
    }
    if (people === null) {
      if (initiative.startDate === null)
        return noDelivery([{ code: 'startDate', field: 'initiative.startDate' }]);
      if (initiative.endDate === null)
        return noDelivery([{ code: 'effort', field: 'initiative.teamPeople' }]);
      const months = monthsBetween(initiative.startDate, initiative.endDate);
      if (months <= 0) return noDelivery([{ code: 'endDate', field: 'initiative.endDate' }]);
      people = scope / (months * context.daysPerMonth);
      provenance['product.people'] = { source: 'derived' };
    }
    assumptions.push({ code: 'teamFromBudget', field: 'initiative.budget' });
  }
  if (people <= 0) return noDelivery([{ code: 'effort', field: 'initiative.teamPeople' }]);
  if (scope <= 0) return noDelivery([{ code: 'effort', field: 'initiative.scopePersonDays' }]);
  return {
    product: {
      people,
      rate,
      scope_pd: scope,
      allocation: initiative.teamAllocation ?? 1,
      parallel: initiative.teamParallel ?? 1,
      ...(initiative.familiarity !== null ? { familiarity: initiative.familiarity } : {}),
    },
    cost: scope * rate,
    missing: [],
    assumptions,
    provenance,
    phaseIds: [],
  };
}

const rateSource = ({ teamDayRate }: Initiative): InputSource =>
  teamDayRate === null ? 'portfolio' : 'initiative';

function moneyAndTime(
  initiative: Initiative,
  context: PhasePlanContext,
): { months: number; personDays: number; rate: number; cost: number } | { missing: readonly MissingFact[] } {
  const missing: MissingFact[] = [];
  if (initiative.startDate === null) missing.push({ code: 'startDate', field: 'initiative.startDate' });
  if (initiative.endDate === null) missing.push({ code: 'endDate', field: 'initiative.endDate' });
  if (initiative.budget === null || initiative.budget === 0)
    missing.push({ code: 'effort', field: 'initiative.budget' });
  const rate = initiative.teamDayRate !== null ? context.major(initiative.teamDayRate) : context.dayRate;
  if (rate === null || rate <= 0) missing.push({ code: 'dayRate', field: 'portfolio.dayRate' });
  if (
    missing.length > 0 ||
    initiative.startDate === null ||
    initiative.endDate === null ||
    initiative.budget === null ||
    rate === null
  ) {
    return { missing };
  }
  const months = monthsBetween(initiative.startDate, initiative.endDate);
  if (months <= 0) return { missing: [{ code: 'endDate', field: 'initiative.endDate' }] };
  const cost = context.major(initiative.budget);
  return { months, personDays: cost / rate, rate, cost };
}
