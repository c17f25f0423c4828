import { readDateText } from './dateText.ts';
import type { HeaderWords } from './fieldNames.ts';

/** A time that the name of a column is, and nothing else: FY24/25, Q1 25, Jan-25, 三月; null for any other name. */
function timeOf(phrase: string): 'whole' | 'yearless' | null {
  const isLong = (text: string): boolean => {
    const { kind = 'day' } = readDateText(text) ?? {};
    return (
      kind === 'year' || kind === 'fiscalYear' || kind === 'quarter' || kind === 'half' || kind === 'month'
    );
  };
  if (isLong(phrase) || isLong(phrase.replace(' ', '/'))) return 'whole';
  // A month or a quarter of a year that the column does not name.
  return isLong(withYear(phrase, '2000')) ? 'yearless' : null;
}

/** A month or quarter without its year, with one: Jan 2025, 2025年1月. */
export const withYear = (name: string, year: string): string =>
  /[月季]/.test(name) ? `${year}年${name}` : `${name} ${year}`;

export interface TimeColumn {
  readonly column: number;
  /** False for a month or a quarter whose year the column does not name. */
  readonly hasYear: boolean;
}

/** The columns of a list that are called by times, such as the years over which its money is spread. */
export const timesOf = (headers: readonly HeaderWords[]): readonly TimeColumn[] =>
  headers.flatMap(({ phrase }, column) => {
    const time = phrase === '' ? null : timeOf(phrase);
    return time === null ? [] : [{ column, hasYear: time === 'whole' }];
  });
