import type { PortfolioRecords } from '../domain/records.ts';
import { minorDigits } from '../text/format.ts';
import { settingsOf } from './initiativeInput.ts';

/** Work that customers don't care about. Money in whole currency units; null = not known. */
export interface OverheadTotals {
  /** Initiatives tagged as overhead that are neither retired, stopped nor done. */
  readonly initiatives: {
    readonly count: number;
    /** Sum of the known budgets; null when none is known. */
    readonly budget: number | null;
    readonly unknown_budget: number;
  };
  /** Overhead work that goes on. */
  readonly work: {
    readonly count: number;
    /** Of those, done by hand. */
    readonly manual: number;
    /** Sum of the known person-days a month; null when none is known. */
    readonly pd_per_month: number | null;
    /** The same at the portfolio's day rate; null when either is not known. */
    readonly money_per_month: number | null;
    readonly unknown_effort: number;
  };
}

const sumOfKnown = (values: readonly (number | null)[]): { sum: number | null; unknown: number } => {
  const known = values.filter((value) => value !== null);
  return {
    sum: known.length === 0 && values.length > 0 ? null : known.reduce((sum, value) => sum + value, 0),
    unknown: values.length - known.length,
  };
};

/**
 * Totals the overhead of a portfolio: tagged initiatives by their budgets, overhead work by its person-days at the
 * portfolio's day rate. The two stand apart, because one is money once and the other is money each month.
 */
export function overheadTotals(records: PortfolioRecords): OverheadTotals {
  const { currency, dayRate } = settingsOf(records);
  const major = 10 ** minorDigits(currency);
  const tagged = Object.values(records.initiative).filter(
    ({ overhead, retired, stage }) => overhead && !retired && stage !== 'stopped' && stage !== 'done',
  );
  const going = Object.values(records.overheadWork).filter(({ stopped }) => !stopped);
  const budgets = sumOfKnown(tagged.map(({ budget }) => budget));
  const efforts = sumOfKnown(going.map(({ personDaysPerMonth }) => personDaysPerMonth));
  return {
    initiatives: {
      count: tagged.length,
      budget: budgets.sum === null ? null : budgets.sum / major,
      unknown_budget: budgets.unknown,
    },
    work: {
      count: going.length,
      manual: going.filter(({ manual }) => manual).length,
      pd_per_month: efforts.sum,
      money_per_month:
        efforts.sum === null || (dayRate === null && efforts.sum > 0)
          ? null
          : (efforts.sum * (dayRate ?? 0)) / major,
      unknown_effort: efforts.unknown,
    },
  };
}
