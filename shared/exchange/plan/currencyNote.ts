import { readHeader } from '../columns/fieldNames.ts';
import { statedMoney } from '../columns/unitProse.ts';
import type { ImportPlan } from '../contract.ts';
import type { SourceNote } from '../sources.ts';
import { tidyLine } from '../table/cellText.ts';
import { columnCells } from '../table/rows.ts';
import type { ColumnNames, Table } from '../table/table.ts';
import { currencyColumn, SHARED_SIGNS } from '../values/currencies.ts';
import { readAmount } from '../values/moneyText.ts';
import { moneyFields } from './detectPlan.ts';

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
