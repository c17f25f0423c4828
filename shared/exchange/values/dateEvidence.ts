import type { DateOrder } from '../contract.ts';
import type { DateText } from './dateText.ts';

/**
 * Whether dates such as 25.12.31 begin with their year: all of them can, and read so they lie nearer to the years that the
 * column writes out than with the year last.
 */
function yearsStandFirst(
  shorts: readonly Extract<DateText, { kind: 'numbers' }>[],
  numbers: number,
  years: readonly number[],
): boolean {
  if (shorts.length === 0 || shorts.length < numbers || years.length === 0) return false;
  const [least, most] = [Math.min(...years), Math.max(...years)];
  const apart = (year: number): number => Math.max(0, least - year, year - most);
  let nearer = 0;
  for (const { first, second, year } of shorts) {
    const dayOfMonth = year % 100;
    if (second < 1 || second > 12 || dayOfMonth < 1 || dayOfMonth > 31) return false;
    nearer += apart(year) - apart(2000 + first);
  }
  return nearer > 0;
}

/**
 * What one column's cells prove: the order of day and month (null when nothing proves it) and whether spans are fiscal
 * years. `yearsBeside` are those of columns that write the year first.
 */
export function dateEvidence(
  texts: Iterable<DateText | null>,
  yearsBeside: readonly number[] = [],
): {
  readonly order: DateOrder | null;
  readonly spans: boolean;
  /** A year of a Japanese era stands among them. */
  readonly isJapanese: boolean;
  /** Dates with dots stand beside others such as 03/04/2025: they prove nothing of these, and begin with their day. */
  readonly dotsApart: boolean;
} {
  let isJapanese = false;
  let [yearFirst, numbers, dotted, spans, months] = [0, 0, 0, 0, 0];
  const dots = { dayFirst: 0, monthFirst: 0 };
  const others = { dayFirst: 0, monthFirst: 0 };
  const years: number[] = [];
  const shorts: Extract<DateText, { kind: 'numbers' }>[] = [];
  for (const text of texts) {
    if (text === null) continue;
    if (text.kind === 'numbers') {
      numbers += 1;
      if (text.short) shorts.push(text);
      if (text.dotted) dotted += 1;
      const proof = text.dotted ? dots : others;
      if (text.first > 12 && text.second <= 12) proof.dayFirst += 1;
      if (text.second > 12 && text.first <= 12) proof.monthFirst += 1;
    } else if (text.kind === 'yearOfCount') isJapanese ||= text.isJapanese;
    else if (text.kind === 'day') {
      years.push(text.year);
      if (text.iso) yearFirst += 1;
    } else if (text.kind === 'fiscalYear' && text.month === null) spans += 1;
    else if (text.kind === 'month') months += 1;
  }
  const dotsApart = dotted > 0 && dotted < numbers && dots.monthFirst === 0;
  const dayFirst = others.dayFirst + (dotsApart ? 0 : dots.dayFirst);
  const monthFirst = others.monthFirst + dots.monthFirst;
  const order = yearsStandFirst(shorts, numbers, years.length === 0 ? yearsBeside : years)
    ? 'yearFirst'
    : dayFirst > monthFirst
      ? 'dayFirst'
      : monthFirst > dayFirst
        ? 'monthFirst'
        : numbers === 0 && yearFirst > 0
          ? 'yearFirst'
          : numbers > 0 && dotted === numbers && dayFirst === 0
            ? 'dayFirst'
            : null;
  return { order, spans: spans > 0 && spans >= months, isJapanese, dotsApart };
}
