import { readDateText } from '../values/dateText.ts';
import type { HeaderWords } from './fieldNames.ts';

/** How long a time is by which a column is called. */
type TimeLength = 'year' | 'half' | 'quarter' | 'month';

function lengthOf(text: string): TimeLength | null {
  const { kind } = readDateText(text) ?? {};
  if (kind === 'fiscalYear') return 'year';
  return kind === 'year' || kind === 'half' || kind === 'quarter' || kind === 'month' ? kind : null;
}

/** 24/25, as words of a name. */
const SHORT_YEARS = /^\d\d \d\d$/;
/** The years before and behind those that have a column each. */
const OTHER_YEARS =
  /^(?:all )?(?:prior|previous|past|earlier|future|later|subsequent|remaining|out) ?years?$|^(?:years )?thereafter$|^以前年度$|^以后年度$/;

/** The time that the name of a column is, and nothing else: FY24/25, Q1 25, Jan-25, 三月; null for any other name. */
function timeOf(phrase: string): Omit<TimeColumn, 'column'> | null {
  const whole =
    lengthOf(phrase) ?? lengthOf(phrase.replace(' ', '/')) ?? lengthOf(phrase.replace(/ (?=\d+$)/, '/'));
  if (whole !== null) return { length: whole, hasYear: true };
  if (OTHER_YEARS.test(phrase)) return { length: 'year', hasYear: true };
  if (SHORT_YEARS.test(phrase) && lengthOf(`FY${phrase.replace(' ', '/')}`) !== null)
    return { length: 'year', hasYear: true };
  const length = lengthOf(withYear(phrase, '2000'));
  return length === null ? null : { length, hasYear: false };
}

/** A month or quarter without its year, with one: Jan 2025, 2025年1月. */
export const withYear = (name: string, year: string): string =>
  /[月季]/.test(name) ? `${year}年${name}` : `${name} ${year}`;

export interface TimeColumn {
  readonly column: number;
  readonly length: TimeLength;
  /** False for a month or a quarter whose year the column does not name. */
  readonly hasYear: boolean;
}

/** The columns of a list that are called by times, such as the years over which its money is spread. */
export const timesOf = (headers: readonly HeaderWords[]): readonly TimeColumn[] =>
  headers.flatMap(({ phrase }, column) => {
    const time = phrase === '' ? null : timeOf(phrase);
    return time === null ? [] : [{ column, ...time }];
  });
