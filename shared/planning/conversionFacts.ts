import { initiativeInput, portfolioParameters, settingsOf } from '../analysis/initiativeInput.ts';
import { portfolioIndex } from '../analysis/portfolioIndex.ts';
import type { Initiative, Phase, PortfolioRecords } from '../domain/records.ts';
import { addMonths } from '../domain/time.ts';
import { compile } from '../model/compile.ts';
import { minorDigits } from '../text/format.ts';
import { initiativeOf } from './initiatives.ts';
import { effectiveParameter } from './modelParameter.ts';

/** What an initiative brings along when it turns into a project or a product team, read from its records. */
export interface ConversionFacts {
  /** Full-time people on average, rate in minor units and person-days of scope; null when they cannot be computed. */
  readonly plan: {
    readonly people: number;
    readonly dayRate: number;
    readonly scopePersonDays: number;
    /** Months that the work takes these people, as a project of the standard split. */
    readonly projectMonths: number;
  } | null;
  /** Whether people or scope of a product team were entered; else they follow from phases, or from money and dates. */
  readonly hasTeamPlan: boolean;
  readonly startDate: string | null;
  readonly endDate: string | null;
  /** The team of its own, else the one that does most of the phases' known work. */
  readonly teamId: string | null;
  readonly phases: readonly Phase[];
  readonly counts: {
    readonly releases: number;
    readonly capabilities: number;
    readonly partners: number;
    readonly outcomes: number;
    readonly handoffs: number;
    readonly tranches: number;
  };
  /** In months; what is in force for this initiative. */
  readonly cadenceMonths: number;
  readonly trancheMonths: number;
}

/** Reads what a conversion carries over and asks; null when there is no such initiative. */
export function conversionFacts(records: PortfolioRecords, id: string): ConversionFacts | null {
  const initiative = initiativeOf(records, id);
  if (!initiative) return null;
  const index = portfolioIndex(records);
  const phases = index.phases.get(id) ?? [];
  return {
    plan: planOf(records, id),
    hasTeamPlan: initiative.teamPeople !== null || initiative.scopePersonDays !== null,
    ...datesOf(initiative, phases),
    teamId: initiative.teamId ?? leadTeam(phases),
    phases,
    counts: {
      releases: index.releases.get(id)?.length ?? 0,
      capabilities: index.contributions.get(id)?.length ?? 0,
      partners: index.engagements.get(id)?.length ?? 0,
      outcomes: index.outcomeLinks.get(id)?.length ?? 0,
      handoffs: index.handoffs.get(id)?.length ?? 0,
      tranches: index.tranches.get(id)?.length ?? 0,
    },
    cadenceMonths: effectiveParameter(records, id, 'cadence_months'),
    trancheMonths: effectiveParameter(records, id, 'tranche_months'),
  };
}

function planOf(records: PortfolioRecords, id: string): ConversionFacts['plan'] {
  const { input } = initiativeInput(records, id);
  if (!input) return null;
  const settings = settingsOf(records);
  // The model's own way from one form to the other, so that the preview and the figures agree.
  const { product, params, project } = compile(input, portfolioParameters(settings));
  const people = product.people * product.allocation;
  const usable = [people, product.rate, product.scopePd].every(
    (value) => Number.isFinite(value) && value > 0,
  );
  if (!usable) return null;
  const shares = project.phases.reduce((sum, { effort }) => sum + effort, 0);
  return {
    people,
    dayRate: Math.round(product.rate * 10 ** minorDigits(settings.currency)),
    scopePersonDays: product.scopePd,
    projectMonths: shares / (people * params.days_per_month),
  };
}

function datesOf(initiative: Initiative, phases: readonly Phase[]) {
  const starts = phases.flatMap(({ startDate }) => startDate ?? []).sort();
  const ends = phases.flatMap(({ endDate }) => endDate ?? []).sort();
  return {
    startDate: initiative.startDate ?? starts[0] ?? null,
    endDate: initiative.endDate ?? ends.at(-1) ?? null,
  };
}

/** Weight of a phase: what is known of its effort, else its time. */
function weightOf(phase: Phase): number {
  if (phase.people !== null) return phase.people * (phase.allocation ?? 1) * (phase.months ?? 1);
  return phase.months ?? 1;
}

function leadTeam(phases: readonly Phase[]): string | null {
  const weights = new Map<string, number>();
  for (const phase of phases) {
    if (phase.teamId === null) continue;
    weights.set(phase.teamId, (weights.get(phase.teamId) ?? 0) + weightOf(phase));
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The day of the first release that a conversion proposes: one cadence after the start, or after `today` once it runs. */
export function proposedFirstRelease(facts: ConversionFacts, today: string): string {
  const from = facts.startDate !== null && facts.startDate > today ? facts.startDate : today;
  return addMonths(from, facts.cadenceMonths);
}
