import type { Initiative } from '../../../shared/domain/records.ts';

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

/** The initiatives under way to look at first on a day: far over budget, long past their end, then the largest budgets. */
export function firstInitiatives(
  initiatives: readonly Initiative[],
  day: string,
): readonly FirstInitiative[] {
  const open = initiatives.filter(({ stage }) => stage !== 'done' && stage !== 'stopped');
  const found = new Map<string, FirstInitiative>();
  const take = (candidates: readonly FirstInitiative[], most: number): void => {
    let taken = 0;
    for (const each of candidates) {
      if (taken === most) break;
      if (found.has(each.initiative.id)) continue;
      found.set(each.initiative.id, each);
      taken += 1;
    }
  };
  const byMoney = (a: { readonly money: number }, b: { readonly money: number }): number => b.money - a.money;
  const overspent = open.flatMap((initiative) =>
    initiative.spent !== null && initiative.budget !== null && initiative.spent > initiative.budget
      ? [{ initiative, money: initiative.spent - initiative.budget }]
      : [],
  );
  take(
    overspent
      .sort(byMoney)
      .map(({ initiative, money }) => ({ initiative, reason: { kind: 'overspent', money } })),
    OF_A_KIND,
  );
  // What was never begun is not late: its end is a wish.
  const late = open.flatMap((initiative) =>
    initiative.endDate !== null &&
    initiative.endDate < day &&
    initiative.stage !== 'idea' &&
    initiative.stage !== 'candidate'
      ? [{ initiative, end: initiative.endDate }]
      : [],
  );
  take(
    late
      .sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0))
      .map(({ initiative, end }) => ({ initiative, reason: { kind: 'late', end } })),
    OF_A_KIND,
  );
  const budgets = open.flatMap((initiative) =>
    initiative.budget === null || initiative.budget === 0 ? [] : [{ initiative, money: initiative.budget }],
  );
  take(
    budgets
      .sort(byMoney)
      .map(({ initiative, money }) => ({ initiative, reason: { kind: 'largest', money } })),
    MOST - found.size,
  );
  return [...found.values()];
}
