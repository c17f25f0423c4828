import { tidyLine } from '../table/cellText.ts';
import { readDateText } from '../values/dateText.ts';
import { resolveDate } from '../values/resolveDate.ts';
import type { ColumnProfile } from './columnProfile.ts';

/** The last day that a column's header names (`2024-03`, `Q1 2024`, `31.12.2023`), or null where it names none. */
export function readingDay(header: string, fiscalStartMonth: number): string | null {
  const text = readDateText(tidyLine(header).text);
  if (text === null) return null;
  const day = resolveDate(text, { order: 'dayFirst', spans: false }, 'end', fiscalStartMonth);
  return typeof day === 'string' ? null : day.date;
}

/** Columns of numbers headed by days that fill nothing else: what a metric stood at on these days. */
export function findReadings(
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  used: ReadonlySet<number>,
): number[] {
  return profiles.flatMap(({ index, numberShare, looksLike }) => {
    const isNumber = looksLike === 'empty' || numberShare >= 0.5;
    return !used.has(index) && isNumber && readingDay(headers[index] ?? '', 1) !== null ? [index] : [];
  });
}
