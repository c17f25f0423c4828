import { declaredRunBy } from '../coverage/declaredRun.ts';
import type { CoverageInitiative, CoverageInput, RunDeclared } from '../coverage/types.ts';
import type { Engagement, Initiative, Phase, PortfolioRecords } from '../domain/records.ts';
import { monthsBetween } from '../domain/time.ts';
import { compare } from '../model/compare.ts';
import type { ModelParameterOverrides } from '../model/types.ts';
import { inUse } from '../planning/inUse.ts';
import { runSteps, type Steps } from '../steps.ts';
import { minorDigits } from '../text/format.ts';
import { coverageElements, elementId } from './coverageElements.ts';
import { initiativeInput, portfolioParameters, settingsOf } from './initiativeInput.ts';
import { type PortfolioIndex, portfolioIndex } from './portfolioIndex.ts';

export interface PortfolioCoverageInput {
  /** Money in whole currency units; months from `origin`. */
  readonly input: CoverageInput;
  /** Month 0: the earliest start on record; null when no initiative has a date. */
  readonly origin: string | null;
}

/**
 * The whole portfolio as the coverage analysis reads it (MODEL.md 3.1): what is needed are capabilities, outcomes and
 * customer segments; who supplies it are the initiatives that are not retired.
 */
export const coverageInput = (records: PortfolioRecords): PortfolioCoverageInput =>
  runSteps(coverageInputSteps(records));

/** Initiatives that are read between two pauses. */
const AT_A_TIME = 200;

/** The same, with pauses. */
export function* coverageInputSteps(records: PortfolioRecords): Steps<PortfolioCoverageInput> {
  const index = portfolioIndex(records);
  const digits = 10 ** minorDigits(settingsOf(records).currency);
  const major = (amount: number | null): number | null => (amount === null ? null : amount / digits);
  const origin = earliestStart(records);
  const vendors = inUse(records.partner).flatMap((partner) =>
    partner.exitReadiness === null ? [] : [{ id: partner.id, exit_readiness: partner.exitReadiness }],
  );
  const supplying = Object.values(records.initiative).filter(({ retired }) => !retired);
  const initiatives: CoverageInitiative[] = [];
  for (const initiative of supplying) {
    if (initiatives.length % AT_A_TIME === 0) yield initiatives.length / supplying.length;
    initiatives.push(coverageInitiative(records, index, initiative, origin, major));
  }
  return {
    input: {
      initiatives,
      capabilities: coverageElements(records, major),
      ...(vendors.length > 0 ? { vendors } : {}),
    },
    origin,
  };
}

function coverageInitiative(
  records: PortfolioRecords,
  index: PortfolioIndex,
  initiative: Initiative,
  origin: string | null,
  major: (amount: number | null) => number | null,
): CoverageInitiative {
  const startDate = initiative.startDate ?? firstPhaseStart(index.phases.get(initiative.id) ?? []);
  const month = (day: string | null): number | null =>
    day === null || origin === null ? null : Math.max(0, monthsBetween(origin, day));
  const all = index.engagements.get(initiative.id) ?? [];
  const engagements = inUseOf(records, all);
  const vendor = mainPartner(records, all);
  const contracts = engagements.flatMap(({ partnerId, amount }) => {
    const ends = records.partner[partnerId]?.contractEnd ?? null;
    return ends === null || amount === null
      ? []
      : [{ vendor: partnerId, money: major(amount), end_month: month(ends) }];
  });
  const disbandsOn =
    initiative.teamId === null ? null : (records.team[initiative.teamId]?.disbandsOn ?? null);
  const dependencies = index.dependencies.get(initiative.id) ?? [];
  return {
    id: initiative.id,
    name: initiative.name,
    description: initiative.description,
    mode: initiative.mode,
    start_month: month(startDate) ?? 0,
    // A product team has no end of its own, as its dates say until when it is funded so far; unless its team disbands.
    end_month: month(initiative.mode === 'project' ? initiative.endDate : disbandsOn),
    budget: major(initiative.budget),
    funded: initiative.funded,
    team: initiative.teamId,
    vendor,
    ...(contracts.length > 0 ? { contracts } : {}),
    collaboration_group: initiative.collaborationGroup,
    depends_on: dependencies
      .map((dependency) => dependency.toInitiativeId)
      .filter((id) => records.initiative[id]?.retired === false),
    contributions: [
      ...(index.contributions.get(initiative.id) ?? [])
        .filter(({ capabilityId }) => records.capability[capabilityId]?.retired === false)
        .map(({ capabilityId, weight }) => ({ capability: capabilityId, weight })),
      ...(index.outcomeLinks.get(initiative.id) ?? [])
        .filter(({ outcomeId }) => records.outcome[outcomeId]?.retired === false)
        .map(({ outcomeId, weight }) => ({ capability: elementId('outcome', outcomeId), weight })),
      ...(index.segmentLinks.get(initiative.id) ?? [])
        .filter(({ segmentId }) => records.segment[segmentId]?.retired === false)
        .map(({ segmentId, weight }) => ({ capability: elementId('segment', segmentId), weight })),
    ],
  };
}

/**
 * The model for the holes of a plan; `defaults` are the portfolio's own parameters unless others are given. The model's
 * input is made when it is asked for: of ten thousand initiatives all but a few have their budget and end on record.
 */
export function portfolioRun(
  records: PortfolioRecords,
  defaults: ModelParameterOverrides = portfolioParameters(settingsOf(records)),
): RunDeclared {
  const run = declaredRunBy(compare, defaults);
  return (initiative) => run({ ...initiativeInput(records, initiative.id).input, ...initiative });
}

/** Engagements of partners that are not retired. */
const inUseOf = (records: PortfolioRecords, engagements: readonly Engagement[]): readonly Engagement[] =>
  engagements.filter(({ partnerId }) => records.partner[partnerId]?.retired === false);

/**
 * Of an initiative's engagements the partner in use with the most money on record; the first one named when no amounts are
 * known; null for none.
 */
export function mainPartner(records: PortfolioRecords, engagements: readonly Engagement[]): string | null {
  const totals = new Map<string, number>();
  for (const { partnerId, amount } of inUseOf(records, engagements))
    totals.set(partnerId, (totals.get(partnerId) ?? 0) + (amount ?? 0));
  let best: string | null = null;
  for (const [partnerId, total] of totals)
    if (best === null || total > (totals.get(best) ?? 0)) best = partnerId;
  return best;
}

function firstPhaseStart(phases: readonly Phase[]): string | null {
  let first: string | null = null;
  for (const { startDate } of phases)
    if (startDate !== null && (first === null || startDate < first)) first = startDate;
  return first;
}

function earliestStart(records: PortfolioRecords): string | null {
  let first: string | null = null;
  // Nearly every day is later than the first one found: whose it is need not be looked up then.
  const offer = (day: string | null, initiativeId: string): void => {
    if (day === null || (first !== null && day >= first)) return;
    if (records.initiative[initiativeId]?.retired !== true) first = day;
  };
  for (const { id, startDate } of Object.values(records.initiative)) offer(startDate, id);
  for (const { initiativeId, startDate } of Object.values(records.phase)) offer(startDate, initiativeId);
  return first;
}
