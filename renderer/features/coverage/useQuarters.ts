import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { dayNumber } from '../../../shared/domain/time.ts';
import { type CoverageQuarters, coverageQuarters } from '../../analysis/coverageQuarters.ts';
import type { PortfolioCoverage } from '../../analysis/jobs.ts';
import type { MatrixRow } from '../../charts/matrix/matrixData.ts';
import { fiscalOf, monthOf } from '../../charts/timeline/calendar.ts';
import type { Say } from '../../i18n.ts';
import { useCoverageLook } from '../../state/coverageStore.ts';
import { planDay } from '../planning/today.ts';

/** The quarters of the open portfolio, and the one that is looked at. */
export interface ChosenQuarter {
  readonly time: CoverageQuarters;
  /** Index of the quarter; null = all time. */
  readonly at: number | null;
  /** Where keys and playing begin: the quarter of the day that the plan speaks of. */
  readonly start: number;
  readonly name: (q: number) => string;
  /** The year that begins with a quarter, null in all others. */
  readonly year: (q: number) => string | null;
  readonly choose: (q: number | null) => void;
}

/** A quarter by the first day of it, as people say it; of a fiscal year where that begins in another month. */
export function quarterName(day: number, fiscalYearStartMonth: number, say: Say<'coverage'>): string {
  const { year, quarter } = fiscalOf(day, fiscalYearStartMonth);
  return say(fiscalYearStartMonth === 1 ? 'quarter.name' : 'quarter.nameFiscal', {
    quarter,
    year: String(year),
  });
}

/**
 * The quarter that a day lies in, null before all of them. A remembered day may lie between the quarters of a plan that
 * has changed since: then its quarter counts.
 */
export function quarterOf(time: CoverageQuarters, day: string): number | null {
  const number = dayNumber(day);
  const at = time.quarters.findLastIndex((each) => each.day <= number);
  return at < 0 ? null : at;
}

/** The quarters of a coverage over these rows; null where it has none. */
export function useQuarters(
  records: PortfolioRecords,
  coverage: PortfolioCoverage,
  rows: readonly MatrixRow[],
): ChosenQuarter | null {
  const { t } = useTranslation('coverage');
  const quarter = useCoverageLook((state) => state.quarter);
  const set = useCoverageLook((state) => state.set);
  const { fiscalYearStartMonth: first } = settingsOf(records);
  const time = useMemo(() => coverageQuarters(records, coverage, rows), [records, coverage, rows]);
  const name = useCallback(
    (q: number): string => quarterName(time?.quarters[q]?.day ?? 0, first, t),
    [t, time, first],
  );
  const year = useCallback(
    (q: number): string | null => {
      const day = time?.quarters[q]?.day ?? 0;
      const fiscal = fiscalOf(day, first);
      if (fiscal.quarter !== 1) return null;
      return first === 1 ? String(monthOf(day).year) : t('quarter.yearFiscal', { year: String(fiscal.year) });
    },
    [t, time, first],
  );
  const choose = useCallback(
    (q: number | null): void => set({ quarter: q === null ? null : (time?.quarters[q]?.id ?? null) }),
    [set, time],
  );
  if (!time) return null;
  return {
    time,
    at: quarter === null ? null : quarterOf(time, quarter),
    start: quarterOf(time, planDay(records)) ?? 0,
    name,
    year,
    choose,
  };
}
