import { portfolioIndex } from '../analysis/portfolioIndex.ts';
import { newTranche } from '../domain/planningDefaults.ts';
import type { PortfolioRecords, Tranche } from '../domain/records.ts';
import { addCalendarMonths, addMonths, dayNumber, isoDay } from '../domain/time.ts';
import { initiativeOf } from './initiatives.ts';
import { type NewId, type Planned, put, refuse } from './planned.ts';

const none: readonly Tranche[] = [];

/** The tranches of an initiative in their order. */
export const tranchesOf = (records: PortfolioRecords, initiativeId: string): readonly Tranche[] =>
  portfolioIndex(records).tranches.get(initiativeId) ?? none;

/** More tranches than anybody decides on; dates that far apart are a slip. */
const MOST = 200;

/** Over which days, in which steps, and under which names tranches are made. */
export interface TranchePlan {
  /** Length of one in months. */
  readonly months: number;
  readonly from: string;
  readonly to: string;
  readonly name: (number: number) => string;
  readonly newId: NewId;
}

/**
 * Tranches of equal length over a team's dates, the last one cut at the end; its budget, where known, is shared out by
 * days to the last minor unit. Refuses where it has tranches already or the dates hold none.
 */
export function makeTranches(
  records: PortfolioRecords,
  initiativeId: string,
  { months, from, to, name, newId }: TranchePlan,
): Planned<{ readonly count: number }> {
  const initiative = initiativeOf(records, initiativeId);
  if (!initiative) return refuse('missing');
  if (tranchesOf(records, initiativeId).length > 0) return refuse('alreadyThere');
  if (!(months > 0) || to <= from) return refuse('nothingNew');
  const borders = [from];
  for (let number = 1; number <= MOST; number += 1) {
    // Whole months end with the calendar's, as a fiscal year does.
    const next = Number.isInteger(months)
      ? addCalendarMonths(from, number * months)
      : addMonths(from, number * months);
    // A rest of less than two weeks is no step of its own.
    if (dayNumber(to) - dayNumber(next) < 14) break;
    borders.push(next);
  }
  const days = dayNumber(to) - dayNumber(from);
  let [paid, number] = [0, 0];
  const tranches = borders.map((start, index) => {
    const next = borders[index + 1];
    const end = next ?? to;
    number += 1;
    const due =
      initiative.budget === null
        ? null
        : Math.round((initiative.budget * (dayNumber(end) - dayNumber(from))) / days);
    const amount = due === null ? null : due - paid;
    paid = due ?? 0;
    return {
      ...newTranche(newId(), initiativeId, index, name(number)),
      startDate: start,
      // The day before the next one starts, so that no day is funded twice.
      endDate: next === undefined ? to : isoDay(dayNumber(next) - 1),
      amount,
    };
  });
  return { ok: true, changes: tranches.map((each) => put('tranche', each)), count: tranches.length };
}

/** What the tranches add up to beside the budget. */
export interface TrancheTotals {
  readonly sum: number;
  /** Tranches whose amount nobody entered: the sum is at least this. */
  readonly unknown: number;
  /** Money of tranches that were decided to go on with, or changed. */
  readonly released: number;
  /** Budget less the sum; null where the budget or an amount is unknown. */
  readonly left: number | null;
}

/** Adds up tranches against a budget, in minor units. */
export function trancheTotals(tranches: readonly Tranche[], budget: number | null): TrancheTotals {
  let [sum, unknown, released] = [0, 0, 0];
  for (const { amount, decision } of tranches) {
    if (amount === null) unknown += 1;
    sum += amount ?? 0;
    if (decision === 'continue' || decision === 'change') released += amount ?? 0;
  }
  return { sum, unknown, released, left: budget === null || unknown > 0 ? null : budget - sum };
}
