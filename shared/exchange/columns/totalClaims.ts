import type { ColumnProfile } from './columnProfile.ts';
import type { HeaderWords } from './fieldNames.ts';
import { type Claim, ONE_YEAR, PART, TOTAL } from './preferColumns.ts';
import { timesOf } from './timeColumns.ts';

/** So many columns of years, quarters or months make the one that is called a total theirs. */
const TIMES = 2;
/** What was approved, where other columns say what is forecast and what was spent: Baseline $, Plan ($k). */
const PLANNED = /^(?:baseline|plan|planned)(?: amount)?$/;
/** A column of which so many cells are numbers may hold amounts. */
const AMOUNTS = 0.5;

/**
 * The columns that hold all of the money though their names call it no budget: "Total" in a currency, or beside the
 * money of single years or its parts (alone it may be a total of anything), and what was planned in a currency. `claims`
 * are those of the other columns; each of these has `score`.
 */
export function totalClaims(
  headers: readonly HeaderWords[],
  profiles: readonly ColumnProfile[],
  claims: readonly Claim[],
  score: number,
): readonly Claim[] {
  const holdsAmounts = (column: number): boolean => (profiles[column]?.numberShare ?? 0) >= AMOUNTS;
  const namesMoney = ({ unit, currency }: HeaderWords): boolean => unit !== null || currency !== null;
  const isPart = ({ field, column }: Claim): boolean =>
    field === 'budget' && [ONE_YEAR, PART].some((word) => word.test(headers[column]?.phrase ?? ''));
  const hasTimes = (): boolean =>
    timesOf(headers).filter(({ column }) => holdsAmounts(column)).length >= TIMES;
  const total = headers.findIndex(({ phrase }) => TOTAL.test(phrase));
  return headers.flatMap((header, column): Claim[] => {
    if (!holdsAmounts(column)) return [];
    const isTotal = column === total && (namesMoney(header) || claims.some(isPart) || hasTimes());
    return isTotal || (PLANNED.test(header.phrase) && namesMoney(header))
      ? [{ field: 'budget', column, score }]
      : [];
  });
}
