import type { Outcome } from '../../../shared/domain/records.ts';
import type { Progress } from '../../../shared/planning/outcomes.ts';
import type { Say } from '../../i18n.ts';
import type { SayValues } from '../inspector/sayValues.ts';
import type { OutcomeRow } from './rows.ts';

/** What a list of outcomes comes to; what is none is left out, and unknown progress is in none of the counts. */
export const outcomeCounts = (
  rows: readonly OutcomeRow[],
): Readonly<Record<'reached' | 'unlinked' | 'overdue' | 'untold', number>> => ({
  reached: rows.filter(({ progress }) => progress.known && progress.share >= 1).length,
  unlinked: rows.filter(({ initiatives }) => initiatives === 0).length,
  overdue: rows.filter((row) => row.overdue).length,
  untold: rows.filter(({ progress }) => !progress.known).length,
});

/** The metric with its unit; empty where neither is known. */
export const metricWords = ({ metric, unit }: Outcome): string =>
  [metric, unit === '' ? '' : `(${unit})`].filter((part) => part !== '').join(' ');

/** How far an outcome has come, as a share of its way; where it is unknown, what is missing. */
export const progressWords = (
  progress: Progress,
  say: Say<'outcomes'>,
  words: Pick<SayValues, 'share'>,
): string =>
  progress.known ? words.share(Math.round(progress.share * 100) / 100) : say(`progress.${progress.why}`);
