import type { CoverageElement, CoverageInitiative, CoverageInput } from '../coverage/types.ts';
import type { Engagement, Initiative, PortfolioRecords } from '../domain/records.ts';
import { monthsBetween } from '../domain/time.ts';
import { minorDigits } from '../text/format.ts';
import { initiativeInput, settingsOf } from './initiativeInput.ts';
import { type PortfolioIndex, portfolioIndex } from './portfolioIndex.ts';

export interface PortfolioCoverageInput {
  /** Money in whole currency units; months from `origin`. */
  readonly input: CoverageInput;
  /** Month 0: the earliest start on record; null when no initiative has a date. */
  readonly origin: string | null;
}

/** The whole portfolio as the coverage analysis reads it (MODEL.md 3.1). */
export function coverageInput(records: PortfolioRecords): PortfolioCoverageInput {
  const index = portfolioIndex(records);
  const digits = 10 ** minorDigits(settingsOf(records).currency);
  const major = (amount: number | null): number | null => (amount === null ? null : amount / digits);
  const origin = earliestStart(records);
  const capabilities = Object.values(records.capability).map(
    (capability): CoverageElement => ({
      id: capability.id,
      kind: 'capability',
      name: capability.name,
      importance: capability.importance,
      current: capability.currentMaturity,
      target: capability.targetMaturity,
      needed_money: major(capability.neededMoney),
      owner_team: capability.ownerTeamId,
      parent: capability.parentId,
    }),
  );
  const vendors = Object.values(records.partner).flatMap((partner) =>
    partner.exitReadiness === null ? [] : [{ id: partner.id, exit_readiness: partner.exitReadiness }],
  );
  return {
    input: {
      initiatives: Object.values(records.initiative).map((initiative) =>
        coverageInitiative(records, index, initiative, origin, major),
      ),
      capabilities,
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
  const { input, startDate } = initiativeInput(records, initiative.id);
  const month = (day: string | null): number | null =>
    day === null || origin === null ? null : Math.max(0, monthsBetween(origin, day));
  const vendor = mainPartner(index.engagements.get(initiative.id) ?? []);
  const dependencies = index.dependencies.get(initiative.id) ?? [];
  return {
    ...(input ?? { id: initiative.id }),
    id: initiative.id,
    name: initiative.name,
    description: initiative.description,
    mode: initiative.mode,
    start_month: month(startDate) ?? 0,
    // A product team has no end of its own: its dates say until when it is funded so far.
    end_month: initiative.mode === 'project' ? month(initiative.endDate) : null,
    budget: major(initiative.budget),
    funded: initiative.funded,
    team: initiative.teamId,
    vendor,
    collaboration_group: initiative.collaborationGroup,
    depends_on: dependencies.map((dependency) => dependency.toInitiativeId),
    contributions: (index.contributions.get(initiative.id) ?? []).map((contribution) => ({
      capability: contribution.capabilityId,
      weight: contribution.weight,
    })),
  };
}

/** The partner with the most money on record; the first one named when no amounts are known; null for none. */
export function mainPartner(engagements: readonly Engagement[]): string | null {
  const totals = new Map<string, number>();
  for (const { partnerId, amount } of engagements)
    totals.set(partnerId, (totals.get(partnerId) ?? 0) + (amount ?? 0));
  let best: string | null = null;
  for (const [partnerId, total] of totals)
    if (best === null || total > (totals.get(best) ?? 0)) best = partnerId;
  return best;
}

function earliestStart(records: PortfolioRecords): string | null {
  let first: string | null = null;
  const offer = (day: string | null): void => {
    if (day !== null && (first === null || day < first)) first = day;
  };
  for (const initiative of Object.values(records.initiative)) offer(initiative.startDate);
  for (const phase of Object.values(records.phase)) offer(phase.startDate);
  return first;
}
