import { readHeader } from '../columns/fieldNames.ts';
import { statedMoney } from '../columns/unitProse.ts';
import type { ImportPlan } from '../contract.ts';
import type { SourceNote } from '../sources.ts';
import { tidyLine } from '../table/cellText.ts';
import { columnCells } from '../table/rows.ts';
import type { ColumnNames, Table } from '../table/table.ts';
import { currencyColumn, SHARED_SIGNS } from '../values/currencies.ts';
import { currencyTold, TOLD_BY_PLACES } from '../values/currencyPlaces.ts';
import { commaIsDecimal } from '../values/decimalSign.ts';
import { readAmount } from '../values/moneyText.ts';
import { moneyFields } from './detectPlan.ts';

const CELLS_LOOKED = 200;
/** How signs that several currencies share are shown, where that is not what they are called. */
const SHOWN: Readonly<Record<string, string>> = { rs: 'Rs', peso: 'pesos', fcfa: 'FCFA' };

/** The currencies that a column of amounts names, in its header or in its first cells. */
function writtenIn(table: Table, column: number, header: string, firstRow: number): readonly string[] {
  const found = new Set<string>();
  const { currency } = readHeader(tidyLine(header).text);
  if (currency !== null) found.add(currency);
  const cells: string[] = [];
  for (const cell of columnCells(table.rows, column, firstRow)) {
    if (cells.length >= CELLS_LOOKED) break;
    if (cell !== '') cells.push(tidyLine(cell).text);
  }
  const comma = commaIsDecimal(cells);
  for (const cell of cells) {
    const amount = readAmount(cell, comma);
    if (typeof amount !== 'string' && amount.currency !== null) found.add(amount.currency);
  }
  return [...found];
}

/**
 * Says in which currency amounts were read whose only sign, a `$`, `¥`, `kr` or Rs, is that of several; nothing where a
 * column, a header, a cell or a line beside the table names the currency. What told a `$` or Rs to be other than the
 * `portfolioCurrency` is said with it.
 */
export function currencyNote(
  table: Table,
  plan: ImportPlan,
  { names }: ColumnNames,
  portfolioCurrency: string,
): readonly SourceNote[] {
  const firstRow = plan.headerRow + 1;
  const columns = moneyFields.flatMap((field) => plan.columns[field] ?? []);
  const written = new Set(
    columns.flatMap((column) => writtenIn(table, column, names[column] ?? '', firstRow)),
  );
  const stated = columns.length === 0 ? null : statedMoney(table, plan.headerRow).currency;
  if (stated !== null) written.add(stated);
  // Who writes pesos as well means them by his $.
  if (written.has('peso')) written.delete('$');
  // In a Chinese or Japanese list there is no doubt what it stands for.
  if (names.some((name) => /[\u3041-\u30fa\u4e00-\u9fff]/.test(name))) written.delete('¥');
  const isOpen = written.size > 0 && [...written].every((code) => SHARED_SIGNS.has(code));
  if (!isOpen || currencyColumn(names, table, firstRow) !== null) return [];
  const shown = (sign: string): string => SHOWN[sign] ?? sign;
  const sign = [...written].find((each) => TOLD_BY_PLACES.has(each));
  const told = sign === undefined ? null : currencyTold(table, plan.headerRow, sign);
  if (sign !== undefined && told !== null && told.currency === plan.currency)
    return told.currency === portfolioCurrency
      ? []
      : [
          {
            what: 'currencyTold',
            count: columns.length,
            examples: [`${shown(sign)} → ${told.currency}: ${told.by}`],
          },
        ];
  return [
    {
      what: 'currencyOpen',
      count: columns.length,
      examples: [...written].map(
        (each) => `${shown(each)} → ${plan.currency}${each === sign && told !== null ? `, ${told.by}` : ''}`,
      ),
    },
  ];
}
