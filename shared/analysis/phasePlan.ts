import type { Initiative, Phase } from '../domain/records.ts';
import { monthsBetween } from '../domain/time.ts';
import type { InputSource } from '../model/receiptTypes.ts';
import type { PhaseKind as ModelPhaseKind } from '../model/types.ts';
import type { Assumption } from './assumptions.ts';

/** Working days in a month; the model's days_per_month is set from the portfolio and may differ. */
export interface PhasePlanContext {
  readonly daysPerMonth: number;
  /** Money per person-day in whole currency units where no record says; null when the portfolio has none. */
  readonly dayRate: number | null;
  /** Whole currency units per minor unit. */
  readonly major: (minor: number) => number;
}

/** A phase as the model takes it, with the records it was made from. */
export interface PlannedPhase {
  readonly kind: ModelPhaseKind;
  readonly name: string;
  readonly months: number;
  readonly people: number;
  readonly allocation: number;
  readonly parallel: number;
  readonly rate: number;
  readonly carryOver: number;
  readonly waitMonths: number | null;
  readonly phaseIds: readonly string[];
  readonly sources: PhaseSources;
}

/** Where the fields of a phase come from, as a receipt tells it: `default` where nobody recorded one. */
export interface PhaseSources {
  readonly months: InputSource;
  readonly people: InputSource;
  readonly allocation: InputSource;
  readonly parallel: InputSource;
  readonly rate: InputSource;
  readonly carry_over: InputSource;
}

export interface PhasePlan {
  readonly phases: readonly PlannedPhase[];
  /** What stands in the way of a computation; empty when `phases` is complete. */
  readonly missing: readonly { readonly code: 'duration' | 'effort' | 'dayRate'; readonly field: string }[];
  readonly assumptions: readonly Assumption[];
}

/** Share of people who go on to the next phase where no record says (MODEL.md 2.3, product to project). */
export const ASSUMED_CARRY_OVER = 0.3;
/** Phases that start this many days after the one before count as following at once: no wait was recorded. */
const TOUCHING_MONTHS = 0.1;
/** A phase's own time on the axis is never shorter than a day, so that its staffing stays finite. */
const SHORTEST_MONTHS = 1 / 30;

const MODEL_KIND: Readonly<Record<Phase['kind'], ModelPhaseKind>> = {
  idea: 'analysis',
  businessCase: 'analysis',
  funding: 'analysis',
  prioritisation: 'analysis',
  teamAssembly: 'analysis',
  analysis: 'analysis',
  design: 'design',
  build: 'build',
  test: 'test',
  release: 'release',
  handOver: 'release',
};

/** The share of the work and of the time that each phase of an unphased project takes (MODEL.md 2.3). */
export const STANDARD_PHASES = [
  { kind: 'analysis', share: 0.15 },
  { kind: 'design', share: 0.2 },
  { kind: 'build', share: 0.45 },
  { kind: 'test', share: 0.2 },
  { kind: 'release', share: 0.05 },
] as const;

interface Span {
  readonly phase: Phase;
  readonly start: string | null;
  readonly months: number;
  readonly waitMonths: number | null;
}

/**
 * The phases of a project as the model's sequence. Real plans overlap, the model's phases follow each other: phases
 * are taken in order of their start, each gets the time that no earlier one covers, and one that lies wholly inside
 * the time before it is joined to the phase before. A gap in the dates is a recorded wait; an overlap means that
 * nobody waited; phases that touch leave the wait to the model's queue. Effort comes from people, else from cost and
 * day rate, else from what is left of the initiative's budget, shared out by time.
 */
export function planPhases(
  initiative: Initiative,
  records: readonly Phase[],
  context: PhasePlanContext,
): PhasePlan {
  const missing: { code: 'duration' | 'effort' | 'dayRate'; field: string }[] = [];
  const assumptions: Assumption[] = [];
  const spans = spansOf(planOrder(records), missing);
  if (missing.length > 0) return { phases: [], missing, assumptions };

  const staffed = staff(initiative, spans, context, missing, assumptions);
  if (missing.length > 0) return { phases: [], missing, assumptions };
  return { phases: joinContained(staffed, context), missing, assumptions };
}

/** Phases in the order in which the plan takes them: by their starts where all have one, else by position. */
export function planOrder(records: readonly Phase[]): readonly Phase[] {
  const dated = records.every((phase) => phase.startDate !== null);
  // ISO days stand in order as plain text; a comparison by language takes many times as long.
  const byStart = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...records].sort(
    (a, b) => (dated ? byStart(a.startDate ?? '', b.startDate ?? '') : 0) || a.position - b.position,
  );
}

/** Planned time of each phase on one axis, or what keeps it unknown. */
function spansOf(
  phases: readonly Phase[],
  missing: { code: 'duration' | 'effort' | 'dayRate'; field: string }[],
): Span[] {
  const spans: Span[] = [];
  let covered: string | null = null;
  for (const phase of phases) {
    if (phase.months !== null && phase.months > 0) {
      spans.push({ phase, start: phase.startDate, months: phase.months, waitMonths: phase.waitMonths });
      continue;
    }
    if (phase.startDate === null || phase.endDate === null) {
      // A step that only waits (funding, say) needs no duration of its own.
      if (phase.waitMonths !== null && phase.people === null && phase.cost === null) {
        spans.push({ phase, start: phase.startDate, months: 0, waitMonths: phase.waitMonths });
        continue;
      }
      missing.push({ code: 'duration', field: `phase.${phase.id}.endDate` });
      continue;
    }
    const gap = covered === null ? 0 : monthsBetween(covered, phase.startDate);
    const from: string = covered !== null && covered > phase.startDate ? covered : phase.startDate;
    const own = Math.max(0, monthsBetween(from, phase.endDate));
    const first = covered === null;
    const wait = gap > TOUCHING_MONTHS ? gap : gap < 0 ? 0 : null;
    spans.push({
      phase,
      start: phase.startDate,
      // A phase of one calendar day takes a day, not no time at all.
      months: own > 0 || !first ? own : SHORTEST_MONTHS,
      waitMonths: phase.waitMonths ?? (first ? null : wait),
    });
    if (covered === null || phase.endDate > covered) covered = phase.endDate;
  }
  return spans;
}

interface StaffedSpan extends Span {
  readonly effort: number;
  readonly allocation: number;
  readonly rate: number;
  readonly rateSource: InputSource;
}

/** Effort in person-days and price of a person-day for each span. */
function staff(
  initiative: Initiative,
  spans: readonly Span[],
  context: PhasePlanContext,
  missing: { code: 'duration' | 'effort' | 'dayRate'; field: string }[],
  assumptions: Assumption[],
): StaffedSpan[] {
  const known = spans.map((span) => knownEffort(initiative, span, context));
  const open = spans.filter((span, i) => known[i]?.effort === null && span.months > 0);
  let budgetRate = 0;
  if (open.length > 0) {
    const spoken = spans.reduce(
      (sum, span) => sum + (span.phase.cost === null ? 0 : context.major(span.phase.cost)),
      0,
    );
    const left = initiative.budget === null ? 0 : context.major(initiative.budget) - spoken;
    const months = open.reduce((sum, span) => sum + span.months, 0);
    if (left > 0 && months > 0) {
      budgetRate = left / months;
      assumptions.push({ code: 'effortFromBudget', field: 'budget' });
    }
  }
  const result: StaffedSpan[] = [];
  spans.forEach((span, i) => {
    const own = known[i];
    if (!own) return;
    const rate = own.rate;
    if (rate === null || rate <= 0) {
      missing.push({ code: 'dayRate', field: 'portfolio.dayRate' });
      return;
    }
    const effort = own.effort ?? (budgetRate * span.months) / rate;
    // What is known to take none is no hole in the plan.
    if (own.effort === null && !(effort > 0) && span.months > 0) {
      missing.push({ code: 'effort', field: `phase.${span.phase.id}.people` });
      return;
    }
    if (own.fromCost) assumptions.push({ code: 'effortFromCost', field: `phase.${span.phase.id}.cost` });
    const allocation = span.phase.allocation ?? 1;
    result.push({ ...span, effort, allocation, rate, rateSource: own.rateSource });
  });
  return result;
}

function knownEffort(
  initiative: Initiative,
  span: Span,
  context: PhasePlanContext,
): { effort: number | null; rate: number | null; rateSource: InputSource; fromCost: boolean } {
  const { phase, months } = span;
  const said = phase.dayRate ?? initiative.teamDayRate;
  const effortOfPeople =
    phase.people === null ? null : phase.people * (phase.allocation ?? 1) * months * context.daysPerMonth;
  const cost = phase.cost === null ? null : context.major(phase.cost);
  const rate = said === null ? context.dayRate : context.major(said);
  const rateSource: InputSource = said === null ? 'portfolio' : 'initiative';
  if (effortOfPeople !== null && effortOfPeople > 0) {
    return said === null && cost !== null && cost > 0
      ? { effort: effortOfPeople, rate: cost / effortOfPeople, rateSource: 'derived', fromCost: false }
      : { effort: effortOfPeople, rate, rateSource, fromCost: false };
  }
  if (cost !== null && cost > 0 && rate !== null && rate > 0)
    return { effort: cost / rate, rate, rateSource, fromCost: true };
  // Recorded as free of cost: it takes time and no effort of ours.
  if (cost === 0) return { effort: 0, rate, rateSource, fromCost: false };
  return { effort: months > 0 ? null : 0, rate, rateSource, fromCost: false };
}

/**
 * The staffed spans as the model's phases: what has no time or no effort of its own is joined to the phase before; what
 * takes no effort before the first one is a wait.
 */
function joinContained(spans: readonly StaffedSpan[], context: PhasePlanContext): PlannedPhase[] {
  const groups: { spans: StaffedSpan[]; months: number; wait: number | null }[] = [];
  let pendingWait = 0;
  for (const span of spans) {
    const last = groups.at(-1);
    if (span.effort === 0 && (span.months === 0 || !last)) {
      pendingWait += (span.waitMonths ?? 0) + span.months;
      continue;
    }
    const standsAlone = span.months > 0 && span.effort > 0;
    if (last && !standsAlone) {
      last.spans.push(span);
      last.months += span.months;
      continue;
    }
    const wait = pendingWait > 0 ? pendingWait + (span.waitMonths ?? 0) : span.waitMonths;
    groups.push({ spans: [span], months: Math.max(span.months, SHORTEST_MONTHS), wait });
    pendingWait = 0;
  }
  return groups.map((group, index) => {
    const lead = group.spans.reduce((best, span) => (span.effort > best.effort ? span : best));
    const effort = group.spans.reduce((sum, span) => sum + span.effort, 0);
    const money = group.spans.reduce((sum, span) => sum + span.effort * span.rate, 0);
    const single = group.spans.length === 1 && lead.phase.people !== null;
    return {
      kind: MODEL_KIND[lead.phase.kind],
      name: lead.phase.name,
      months: group.months,
      people:
        single && lead.phase.people !== null
          ? lead.phase.people
          : effort / (group.months * context.daysPerMonth * lead.allocation),
      allocation: lead.allocation,
      parallel: lead.phase.parallel ?? 1,
      rate: money / effort,
      carryOver: index === 0 ? (lead.phase.carryOver ?? 0) : (lead.phase.carryOver ?? ASSUMED_CARRY_OVER),
      waitMonths: group.wait,
      phaseIds: group.spans.map((span) => span.phase.id),
      sources: {
        months: 'initiative',
        people: single ? 'initiative' : 'derived',
        allocation: sourceOfField(lead.phase.allocation),
        parallel: sourceOfField(lead.phase.parallel),
        rate: group.spans.length === 1 ? lead.rateSource : 'derived',
        carry_over: sourceOfField(lead.phase.carryOver),
      },
    };
  });
}

/** Where a field comes from whose default stands in while nobody recorded it. */
export const sourceOfField = (value: number | null): InputSource =>
  value === null ? 'default' : 'initiative';
