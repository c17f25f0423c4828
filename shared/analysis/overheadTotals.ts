import type { PortfolioRecords } from '../domain/records.ts';
import { type OverheadLine, overheadLines } from '../planning/overhead.ts';
import { minorDigits } from '../text/format.ts';
import { settingsOf } from './initiativeInput.ts';

/** Effort of overhead a month. Money in whole currency units; null = not known of any of it. */
export interface OverheadEffort {
  readonly count: number;
  /** Sums of what is known. */
  readonly pd_per_month: number | null;
  readonly money_per_month: number | null;
  readonly unknown_effort: number;
  readonly unknown_money: number;
}

/** Work that customers don't care about and that goes on. */
export interface OverheadTotals {
  /** Initiatives tagged as overhead that are neither retired, stopped nor done. */
  readonly initiatives: OverheadEffort & {
    /** Sum of the known budgets, whole currency units; null when none is known. */
    readonly budget: number | null;
    readonly unknown_budget: number;
  };
  readonly work: OverheadEffort & {
    /** Of these, done by hand. */
    readonly manual: number;
  };
}

const sumOfKnown = (values: readonly (number | null)[]): { sum: number | null; unknown: number } => {
  const known = values.filter((value) => value !== null);
  return {
    sum: known.length === 0 && values.length > 0 ? null : known.reduce((sum, value) => sum + value, 0),
    unknown: values.length - known.length,
  };
};

/** Totals the overhead of a portfolio from the lines that the page shows: tagged initiatives, and overhead work. */
export function overheadTotals(records: PortfolioRecords): OverheadTotals {
  const minor = 10 ** minorDigits(settingsOf(records).currency);
  const major = (amount: number | null): number | null => (amount === null ? null : amount / minor);
  const effortOf = (lines: readonly OverheadLine[]): OverheadEffort => {
    const days = sumOfKnown(lines.map(({ personDays }) => personDays));
    const money = sumOfKnown(lines.map((line) => line.money));
    return {
      count: lines.length,
      pd_per_month: days.sum,
      money_per_month: major(money.sum),
      unknown_effort: days.unknown,
      unknown_money: money.unknown,
    };
  };
  const going = overheadLines(records).filter(({ stopped }) => !stopped);
  const initiatives = going.filter(({ source }) => source.kind === 'initiative');
  const work = going.filter(({ source }) => source.kind === 'work');
  const budgets = sumOfKnown(
    initiatives.flatMap(({ source }) => (source.kind === 'initiative' ? [source.record.budget] : [])),
  );
  return {
    initiatives: { ...effortOf(initiatives), budget: major(budgets.sum), unknown_budget: budgets.unknown },
    work: {
      ...effortOf(work),
      manual: work.filter(({ source }) => source.kind === 'work' && source.record.manual).length,
    },
  };
}
