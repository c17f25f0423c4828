import { ascending, bisector } from 'd3-array';
import type { Initiative } from '../../../shared/domain/records.ts';
import { isLive } from '../../../shared/planning/inUse.ts';

/** Why an initiative is worth a look before others: money in minor units, days as ISO dates. */
export type FirstReason =
  | { readonly kind: 'overspent'; readonly money: number }
  | { readonly kind: 'late'; readonly end: string }
  | { readonly kind: 'largest'; readonly money: number };

export interface FirstInitiative {
  readonly initiative: Initiative;
  readonly reason: FirstReason;
}

/** So many of those that are over their budget, and of those past their end; the largest fill up. */
const OF_A_KIND = 2;
const MOST = 6;

/** What was never begun is not late: its end is a wish. */
const isBegun = ({ stage }: Initiative): boolean => stage !== 'idea' && stage !== 'candidate';

/** The first of a list that come before the others, in their order: sorting ten thousand for six would be felt. */
export function firstOf<T>(list: Iterable<T>, most: number, compare: (a: T, b: T) => number): readonly T[] {
  const found: T[] = [];
  for (const each of list) {
    const last = found.at(-1);
    if (found.length === most && last !== undefined && compare(each, last) >= 0) continue;
    found.splice(bisector(compare).right(found, each), 0, each);
    if (found.length > most) found.pop();
  }
  return found;
}

const over = ({ spent, budget }: Initiative): number => (spent ?? 0) - (budget ?? 0);

/** The initiatives under way to look at first on a day: far over budget, long past their end, then the largest budgets. */
export function firstInitiatives(
  initiatives: readonly Initiative[],
  day: string,
): readonly FirstInitiative[] {
  const overspent: Initiative[] = [];
  const late: Initiative[] = [];
  const funded: Initiative[] = [];
  for (const each of initiatives) {
    if (!isLive(each)) continue;
    if (each.spent !== null && each.budget !== null && each.spent > each.budget) overspent.push(each);
    if (each.endDate !== null && each.endDate < day && isBegun(each)) late.push(each);
    if (each.budget !== null && each.budget !== 0) funded.push(each);
  }
  const found = new Map<string, FirstInitiative>();
  /** Takes the first of a list that are not there yet. */
  const take = (
    list: readonly Initiative[],
    most: number,
    compare: (a: Initiative, b: Initiative) => number,
    reason: (initiative: Initiative) => FirstReason,
  ): void => {
    const fresh = firstOf(list, most + found.size, compare).filter(({ id }) => !found.has(id));
    for (const initiative of fresh.slice(0, most))
      found.set(initiative.id, { initiative, reason: reason(initiative) });
  };
  take(
    overspent,
    OF_A_KIND,
    (a, b) => over(b) - over(a),
    (each) => ({ kind: 'overspent', money: over(each) }),
  );
  take(
    late,
    OF_A_KIND,
    (a, b) => ascending(a.endDate ?? '', b.endDate ?? ''),
    (each) => ({ kind: 'late', end: each.endDate ?? '' }),
  );
  take(
    funded,
    MOST - found.size,
    (a, b) => (b.budget ?? 0) - (a.budget ?? 0),
    (each) => ({ kind: 'largest', money: each.budget ?? 0 }),
  );
  return [...found.values()];
}
