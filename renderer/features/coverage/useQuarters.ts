import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { dayNumber } from '../../../shared/domain/time.ts';
import { type CoverageQuarters, coverageQuarters } from '../../analysis/coverageQuarters.ts';
import type { PortfolioCoverage } from '../../analysis/jobs.ts';
import type { MatrixRow } from '../../charts/matrix/matrixData.ts';
import { fiscalOf, monthOf } from '../../charts/timeline/calendar.ts';
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
    (q: number): string => {
      const { year, quarter: number } = fiscalOf(time?.quarters[q]?.day ?? 0, first);
      return t(first === 1 ? 'quarter.name' : 'quarter.nameFiscal', { quarter: number, year: String(year) });
    },
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
  // The remembered day may lie between the quarters of a plan that has changed since: then its quarter counts.
  const indexOf = (day: number): number => time.quarters.findLastIndex((each) => each.day <= day);
  const chosen = quarter === null ? -1 : indexOf(dayNumber(quarter));
  return {
    time,
    at: chosen < 0 ? null : chosen,
    start: Math.max(0, indexOf(dayNumber(planDay(records)))),
    name,
    year,
    choose,
  };
}
