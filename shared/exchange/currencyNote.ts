import { tidyLine } from './cellText.ts';
import type { ImportPlan } from './contract.ts';
import { currencyColumn, SHARED_SIGNS } from './currencies.ts';
import { moneyFields } from './detectPlan.ts';
import { readHeader } from './fieldNames.ts';
import { readAmount } from './moneyText.ts';
import { columnCells } from './rows.ts';
import type { SourceNote } from './sources.ts';
import type { ColumnNames, Table } from './table.ts';
import { statedMoney } from './unitProse.ts';

const CELLS_LOOKED = 200;

/** The currencies that a column of amounts names, in its header or in its first cells. */
function writtenIn(table: Table, column: number, header: string, firstRow: number): readonly string[] {
  const found = new Set<string>();
  const { currency } = readHeader(tidyLine(header).text);
  if (currency !== null) found.add(currency);
  let looked = 0;
  for (const cell of columnCells(table.rows, column, firstRow)) {
    if (cell === '') continue;
    if (looked >= CELLS_LOOKED) break;
    looked += 1;
    const amount = readAmount(tidyLine(cell).text);
    if (typeof amount !== 'string' && amount.currency !== null) found.add(amount.currency);
  }
  return [...found];
}

/**
 * Says in which currency amounts were read whose only sign, a `$`, `¥` or `kr`, is that of several; nothing where a
 * column, a header, a cell or a line beside the table names the currency.
 */
export function currencyNote(table: Table, plan: ImportPlan, { names }: ColumnNames): readonly SourceNote[] {
  const firstRow = plan.headerRow + 1;
  const columns = moneyFields.flatMap((field) => plan.columns[field] ?? []);
  const written = new Set(
    columns.flatMap((column) => writtenIn(table, column, names[column] ?? '', firstRow)),
  );
  const stated = written.size === 0 ? null : statedMoney(table, plan.headerRow).currency;
  if (stated !== null) written.add(stated);
  // In a Chinese or Japanese list there is no doubt what it stands for.
  if (names.some((name) => /[\u3041-\u30fa\u4e00-\u9fff]/.test(name))) written.delete('¥');
  const isOpen = written.size > 0 && [...written].every((code) => SHARED_SIGNS.has(code));
  if (!isOpen || currencyColumn(names, table, firstRow) !== null) return [];
  return [
    {
      what: 'currencyOpen',
      count: columns.length,
      examples: [...written].map((sign) => `${sign} → ${plan.currency}`),
    },
  ];
}
