import type { MoneyUnit } from '../contract.ts';
import { cellAt } from '../table/rows.ts';
import type { Table } from '../table/table.ts';
import { commaIsDecimal } from './decimalSign.ts';
import { readAmount } from './moneyText.ts';

const LOOKED = 200;
/** What was spent on something is no more than so many times its budget, nor so small a part of it. */
const [MOST, LEAST] = [8, 1 / 500];

/**
 * The unit of a column of amounts that says none, where another says `k€` and both hold amounts of like size row by row:
 * "Budget (k€)" and "davon ausgegeben" beside it. Null where they are of another size, or nothing can be compared.
 */
export function unitBeside(
  table: Table,
  firstRow: number,
  column: number,
  others: readonly { readonly column: number; readonly unit: MoneyUnit }[],
): MoneyUnit | null {
  const last = Math.min(table.rows.length, firstRow + LOOKED);
  const amountsOf = (at: number): readonly { readonly value: number; readonly signed: boolean }[] => {
    const cells = Array.from({ length: Math.max(0, last - firstRow) }, (_, n) =>
      cellAt(table.rows, firstRow + n, at),
    );
    const comma = commaIsDecimal(cells);
    return cells.map((cell) => {
      const amount = readAmount(cell, comma);
      return typeof amount === 'string' || amount.scale !== null
        ? { value: 0, signed: false }
        : { value: amount.value, signed: amount.currency !== null };
    });
  };
  const own = amountsOf(column);
  for (const other of others) {
    const ratios = amountsOf(other.column)
      .flatMap(({ value, signed }, at) => {
        const mine = own[at];
        // An amount with a sign is of the sort of those that bear it as well.
        return mine && value > 0 && mine.value > 0 && (signed || !mine.signed) ? [mine.value / value] : [];
      })
      .sort((a, b) => a - b);
    const middle = ratios[ratios.length >> 1] ?? 0;
    if (ratios.length >= 2 && middle >= LEAST && middle <= MOST) return other.unit;
  }
  return null;
}
