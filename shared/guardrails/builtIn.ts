import { type Headline, headlineOf } from '../analysis/headline.ts';
import { partnerMoney } from '../analysis/partnerMoney.ts';
import { portfolioIndex } from '../analysis/portfolioIndex.ts';
import type { Initiative, PortfolioRecords } from '../domain/records.ts';
import { DAYS_PER_CALENDAR_MONTH, dayNumber } from '../domain/time.ts';
import { isLive } from '../planning/inUse.ts';
import type { BuiltInRule } from './rules.ts';

/** What a rule says of one record: it holds, it breaks, or nobody knows; `measured` is what was held against the rule. */
export interface Verdict {
  readonly id: string;
  readonly name: string;
  readonly holds: boolean | null;
  /** In the rule's own unit: days, initiatives, a share; null where there is no number. */
  readonly measured: number | null;
}

export interface RuleContext {
  readonly records: PortfolioRecords;
  /** The day on which the rules are looked at, an ISO day. */
  readonly today: string;
  /**
   * The figures of an initiative, for callers that have them computed elsewhere: undefined are those that are not
   * there yet, of which nothing is known so far. Computed here where no such function is given.
   */
  readonly headlineOf?: (id: string) => Headline | undefined;
}

/** Initiatives that rules are about: those that are planned or under way. */
const live = (records: PortfolioRecords): readonly Initiative[] =>
  Object.values(records.initiative).filter(isLive);

type Check = (context: RuleContext, amount: number) => readonly Verdict[];

const verdict = (
  { id, name }: { readonly id: string; readonly name: string },
  holds: boolean | null,
  measured: number | null = null,
): Verdict => ({ id, name, holds, measured });

/** One check for each rule to start from; each looks at every record that the rule is about. */
export const builtInChecks: Readonly<Record<BuiltInRule, Check>> = {
  outcomeServed: ({ records }) => {
    const { outcomeLinks } = portfolioIndex(records);
    return live(records).map((initiative) =>
      verdict(initiative, (outcomeLinks.get(initiative.id) ?? []).length > 0),
    );
  },

  firstRelease: (context, days) => {
    const { records } = context;
    const { releases } = portfolioIndex(records);
    return live(records).map((initiative) => {
      const recorded = firstReleaseDay(releases.get(initiative.id) ?? []);
      if (recorded !== null && initiative.startDate !== null) {
        const taken = recorded - dayNumber(initiative.startDate);
        return verdict(initiative, taken <= days, taken);
      }
      const headline = context.headlineOf
        ? context.headlineOf(initiative.id)
        : headlineOf(records, initiative.id);
      if (!headline) return verdict(initiative, null);
      const months = headline[initiative.mode].timeToFirstValueMonths;
      const taken = months === null ? null : months * DAYS_PER_CALENDAR_MONTH;
      // The model says that it never comes.
      if (taken === null) return verdict(initiative, false);
      return verdict(initiative, taken <= days, taken);
    });
  },

  parallelWork: ({ records }, most) => {
    const { phases } = portfolioIndex(records);
    return live(records).map((initiative) => {
      const known = [
        initiative.teamParallel,
        ...(phases.get(initiative.id) ?? []).map(({ parallel }) => parallel),
      ].filter((each) => each !== null);
      if (known.length === 0) return verdict(initiative, null);
      const worst = Math.max(...known);
      return verdict(initiative, worst <= most, worst);
    });
  },

  partnerShare: ({ records }, most) => {
    const rows = new Map(partnerMoney(records).rows.map((row) => [row.capabilityId, row]));
    const funded = fundedCapabilities(records);
    return rated(records).map((capability) => {
      const row = rows.get(capability.id);
      if (!funded.has(capability.id)) return verdict(capability, null);
      if (!row) return verdict(capability, true, 0);
      const sure = Math.max(...row.cells.map(({ money }) => money)) / row.money;
      if (sure > most) return verdict(capability, false, sure);
      // A contract without an amount may take all that the others leave of its budget.
      const mayBeMore = row.cells.some((cell) => cell.most === null || cell.most / row.money > most);
      return verdict(capability, mayBeMore ? null : true, sure);
    });
  },

  measuredValue: ({ records, today }, days) =>
    Object.values(records.release).flatMap((release) => {
      const initiative = records.initiative[release.initiativeId];
      if (!initiative || initiative.retired || release.actualDate === null) return [];
      const name = `${initiative.name} · ${release.name}`;
      if (release.measuredValuePerMonth !== null) return [verdict({ id: release.id, name }, true)];
      const waited = dayNumber(today) - dayNumber(release.actualDate);
      return [verdict({ id: release.id, name }, waited <= days, waited)];
    }),

  evidenceBeforeMoney: ({ records }, most) => {
    const { tranches } = portfolioIndex(records);
    return live(records).map((initiative) => {
      const { budget } = initiative;
      const own = tranches.get(initiative.id) ?? [];
      if (budget === null || budget === 0) return verdict(initiative, null);
      // Without tranches all of the money is released at once.
      if (own.length === 0) return verdict(initiative, 1 <= most, 1);
      const amounts = own.map(({ amount }) => amount);
      if (amounts.some((amount) => amount === null)) return verdict(initiative, null);
      const largest = Math.max(...amounts.map((amount) => amount ?? 0)) / budget;
      const unproved = own.some(({ evidence }, at) => at + 1 < own.length && evidence.trim() === '');
      return verdict(initiative, largest <= most && !unproved, largest);
    });
  },

  ownedCapability: ({ records }, least) =>
    rated(records).flatMap((capability) => {
      if (capability.importance === null) return [verdict(capability, null)];
      if (capability.importance < least) return [];
      return [verdict(capability, ownedByProductTeam(records, capability.ownerTeamId))];
    }),
};

const rated = (records: PortfolioRecords) =>
  Object.values(records.capability).filter(({ retired }) => !retired);

function firstReleaseDay(
  releases: readonly { readonly actualDate: string | null; readonly plannedDate: string | null }[],
): number | null {
  const days = releases.flatMap(({ actualDate, plannedDate }) => {
    const day = actualDate ?? plannedDate;
    return day === null ? [] : [dayNumber(day)];
  });
  return days.length === 0 ? null : Math.min(...days);
}

/** A team owns as a product team when a live product initiative is its work and it is not disbanded. */
function ownedByProductTeam(records: PortfolioRecords, teamId: string | null): boolean {
  const team = teamId === null ? undefined : records.team[teamId];
  if (!team || team.disbandsOn !== null) return false;
  return live(records).some(({ mode, teamId: own }) => mode === 'product' && own === team.id);
}

/** Capabilities that funded initiatives with a known budget pay for. */
const fundedCapabilities = (records: PortfolioRecords): ReadonlySet<string> =>
  new Set(
    Object.values(records.contribution).flatMap(({ capabilityId, initiativeId, weight }) => {
      const initiative = records.initiative[initiativeId];
      if (!initiative || initiative.retired || !initiative.funded || initiative.budget === null) return [];
      return weight * initiative.budget > 0 ? [capabilityId] : [];
    }),
  );
