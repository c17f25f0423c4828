import { median } from 'd3-array';
import { SEVEN_WASTES } from '../analysis/figures.ts';
import { type Headline, type ModeHeadline, monthsBetweenReleases } from '../analysis/headline.ts';
import type { Initiative } from '../domain/records.ts';
import { WASTE_CATEGORIES } from '../model/types.ts';

const sevenPlaces = SEVEN_WASTES.map((category) => WASTE_CATEGORIES.indexOf(category));
const sum = (values: ArrayLike<number>): number =>
  sevenPlaces.reduce((total, place) => total + values[place]!, 0);

/** What the seven wastes take of one mode: person-days, and whole currency units paid or forgone. */
export const sevenWastesOf = ({ pd, cash, economic }: ModeHeadline): { days: number; money: number } => ({
  days: sum(pd),
  money: sum(cash) + sum(economic),
});

/** A plan in figures: each initiative in the mode it is set to, without those that are retired. */
export interface Measures {
  readonly initiatives: number;
  readonly projects: number;
  readonly productTeams: number;
  /** Known budgets in minor units, how many are known, and the part of them in product teams. */
  readonly budget: { readonly sum: number; readonly known: number; readonly inProductTeams: number };
  /** Initiatives whose figures could be computed; all that follows is of these. */
  readonly computed: number;
  /** Whole currency units up to the horizon. */
  readonly cost: number;
  /** Whole currency units, of the initiatives whose value is known; how many these are. */
  readonly value: { readonly sum: number; readonly known: number };
  readonly wasteDays: number;
  readonly wasteMoney: number;
  /** Share of the booked days that is waste; null when nothing is booked. */
  readonly wasteShare: number | null;
  /** Months, medians over the initiatives that have them; null when none has. */
  readonly firstValueMonths: number | null;
  readonly betweenReleasesMonths: number | null;
}

/** Adds up the plan from its initiatives and their figures (null where facts are missing). */
export function measuresOf(
  initiatives: Iterable<Initiative>,
  headlineOf: (id: string) => Headline,
): Measures {
  let [count, projects, computed, cost, value, valueKnown, wasteDays, wasteMoney, booked] = Array<number>(
    9,
  ).fill(0) as [number, number, number, number, number, number, number, number, number];
  let [budget, budgetKnown, inProductTeams] = [0, 0, 0];
  const first: number[] = [];
  const between: number[] = [];
  for (const initiative of initiatives) {
    if (initiative.retired) continue;
    count += 1;
    if (initiative.mode === 'project') projects += 1;
    if (initiative.budget !== null) {
      budget += initiative.budget;
      budgetKnown += 1;
      if (initiative.mode === 'product') inProductTeams += initiative.budget;
    }
    const headline = headlineOf(initiative.id);
    if (!headline) continue;
    const own = headline[initiative.mode];
    const wastes = sevenWastesOf(own);
    computed += 1;
    cost += own.cost;
    wasteDays += wastes.days;
    wasteMoney += wastes.money;
    booked += own.bookedPd;
    if (headline.valueKnown) {
      value += own.value;
      valueKnown += 1;
    }
    if (own.timeToFirstValueMonths !== null) first.push(own.timeToFirstValueMonths);
    const gap = monthsBetweenReleases(own.releases);
    if (gap !== null) between.push(gap);
  }
  return {
    initiatives: count,
    projects,
    productTeams: count - projects,
    budget: { sum: budget, known: budgetKnown, inProductTeams },
    computed,
    cost,
    value: { sum: value, known: valueKnown },
    wasteDays,
    wasteMoney,
    wasteShare: booked > 0 ? wasteDays / booked : null,
    firstValueMonths: median(first) ?? null,
    betweenReleasesMonths: median(between) ?? null,
  };
}
