import { group, sum } from 'd3-array';
import type { Initiative } from '../../../shared/domain/records.ts';
import { dayNumber, isoDay } from '../../../shared/domain/time.ts';
import { toMajor } from '../../../shared/text/format.ts';
import { timelineData } from '../../charts/timeline/timelineData.ts';
import { atWork, itemsOf } from '../../features/timeline/timelineRows.ts';
import type { PageContext } from '../context.ts';

const YEAR_DAYS = 365;
/** Groups with a line of their own at most; the others share one. */
const MOST_GROUPS = 8;
/** Initiatives that are named at most. */
const MOST_LARGEST = 12;
/** One in so many counts as one of the largest, and at most so many do. */
const LARGEST = { oneIn: 10, most: 10 } as const;

/** What initiatives can be told apart by, the best first. */
const groupings = ['owner', 'stage', 'status', 'endYear'] as const;
type Grouping = (typeof groupings)[number];

/** Initiatives that have something in common. Money in whole currency units, of those of which it is known. */
export interface KnownGroup {
  /** `others`: of several small groups; `unknown`: nobody entered it. */
  readonly kind: 'named' | 'others' | 'unknown';
  /** As it was entered; a stage by its id. */
  readonly value: string;
  /** Groups that it stands for. */
  readonly groups: number;
  readonly count: number;
  readonly money: number;
  readonly inProjects: { readonly count: number; readonly money: number };
}

/** What a list says of its initiatives before any of them can be played forward. */
export interface KnownFacts {
  /** On which day, ISO. `running` is null where no date says who is at work. */
  readonly time: {
    readonly day: string;
    readonly running: number | null;
    readonly over: number;
    readonly later: number;
    readonly unsure: number;
    /** Of those at work, how many end within a year. */
    readonly soon: number;
  };
  /** Share of the known money that the largest have; null where too little is known. */
  readonly largestShare: { readonly count: number; readonly share: number } | null;
  readonly groups: { readonly by: Grouping; readonly lines: readonly KnownGroup[] } | null;
  /** Those with most money, or of unknown money those that end first. */
  readonly first: { readonly by: 'budget' | 'endDate'; readonly initiatives: readonly Initiative[] } | null;
}

/** Works out what is known of initiatives by their money, dates, owners and stages alone. */
export function knownFacts(context: PageContext): KnownFacts {
  const { records, results, settings } = context;
  const initiatives = results.initiatives.flatMap(({ id }) => records.initiative[id] ?? []);
  const moneyOf = ({ budget }: Initiative): number => toMajor(budget ?? 0, settings.currency);
  const byMoney = initiatives
    .filter(({ budget }) => budget !== null && budget > 0)
    .sort((a, b) => b.budget! - a.budget!);
  const largest = Math.min(LARGEST.most, Math.round(byMoney.length / LARGEST.oneIn));
  const all = sum(byMoney, moneyOf);
  return {
    time: timeOf(context),
    largestShare:
      largest === 0 ? null : { count: largest, share: sum(byMoney.slice(0, largest), moneyOf) / all },
    groups: groupsOf(initiatives, moneyOf),
    first: firstOf(byMoney, initiatives, context),
  };
}

function timeOf({ records, results, settings, today }: PageContext): KnownFacts['time'] {
  const items = itemsOf(
    timelineData(records),
    results.initiatives.map(({ id }) => id),
  );
  const day = dayNumber(settings.dataDate ?? today);
  const { projects, products, soon, unsure } = atWork(items, day, YEAR_DAYS);
  const undated = items.filter(({ schedule }) => schedule.start === null && schedule.end === null).length;
  const isKnown = projects + products > 0 || unsure + undated === 0;
  return {
    day: isoDay(day),
    running: isKnown ? projects + products : null,
    over: items.filter(({ schedule: { end } }) => end !== null && end <= day).length,
    later: items.filter(({ schedule: { start } }) => start !== null && start > day).length,
    unsure: unsure + undated,
    soon,
  };
}

const valueIn = (initiative: Initiative, by: Grouping): string | null =>
  (by === 'endYear' ? initiative.endDate?.slice(0, 4) : initiative[by]) || null;

/** By the first of the groupings that is known of most and puts several together. */
function groupsOf(
  initiatives: readonly Initiative[],
  moneyOf: (initiative: Initiative) => number,
): KnownFacts['groups'] {
  const by = groupings.find((each) => {
    const values = initiatives.flatMap((initiative) => valueIn(initiative, each) ?? []);
    const kinds = new Set(values).size;
    return 2 * values.length >= initiatives.length && kinds >= 2 && 2 * kinds <= values.length;
  });
  if (by === undefined) return null;
  const line = (
    kind: KnownGroup['kind'],
    value: string,
    members: readonly Initiative[],
    groups = 1,
  ): KnownGroup => {
    const projects = members.filter(({ mode }) => mode === 'project');
    return {
      kind,
      value,
      groups,
      count: members.length,
      money: sum(members, moneyOf),
      inProjects: { count: projects.length, money: sum(projects, moneyOf) },
    };
  };
  const found = group(initiatives, (initiative) => valueIn(initiative, by));
  const unknown = found.get(null) ?? [];
  const named = [...found].flatMap(([value, members]) =>
    value === null ? [] : [line('named', value, members)],
  );
  const ranked = named.sort((a, b) => b.money - a.money || b.count - a.count);
  const fits = ranked.length <= MOST_GROUPS;
  const shown = ranked.slice(0, fits ? MOST_GROUPS : MOST_GROUPS - 1);
  const rest = ranked.slice(shown.length).map(({ value }) => value);
  return {
    by,
    lines: [
      ...(by === 'endYear' ? shown.sort((a, b) => (a.value < b.value ? -1 : 1)) : shown),
      ...(rest.length > 0
        ? [
            line(
              'others',
              '',
              rest.flatMap((value) => found.get(value) ?? []),
              rest.length,
            ),
          ]
        : []),
      ...(unknown.length > 0 ? [line('unknown', '', unknown)] : []),
    ],
  };
}

function firstOf(
  byMoney: readonly Initiative[],
  initiatives: readonly Initiative[],
  { settings, today }: PageContext,
): KnownFacts['first'] {
  if (byMoney.length > 0) return { by: 'budget', initiatives: byMoney.slice(0, MOST_LARGEST) };
  const day = settings.dataDate ?? today;
  const ending = initiatives
    .filter(({ endDate }) => endDate !== null && endDate >= day)
    .sort((a, b) => (a.endDate! < b.endDate! ? -1 : 1));
  return ending.length === 0 ? null : { by: 'endDate', initiatives: ending.slice(0, MOST_LARGEST) };
}
