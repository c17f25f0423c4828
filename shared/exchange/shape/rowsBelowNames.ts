import { readStatedMoney } from '../columns/unitProse.ts';
import { findHeader } from '../plan/headerRow.ts';
import { isBlank, tidyLine } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';
import { currencyOfWord } from '../values/currencyWords.ts';
import { withNote } from './madeColumns.ts';

/** Names of fields as a warehouse keeps them: 0PROJECT, ZBUDGET, 0PROJECT__0TXTLG. */
const TECHNICAL = /^(?:[0Z]|\/[A-Z]+\/)[A-Z][A-Z0-9_/]{2,}$/;
/** A unit of all cells below: a currency, perhaps with a scale. */
const UNIT = /^(?:(?:k|t|m|mn|mio\.?|tsd\.?)\s?)?(\S{1,4})$/i;
/** Both stand right below the names, one below the other. */
const ROWS = 2;

/** An amount in the first row is none, though $000 and 1.000 may both be read as thousands. */
const isUnit = (cell: string): boolean => {
  const { text } = tidyLine(cell);
  return (
    currencyOfWord(UNIT.exec(text)?.[1] ?? '') !== null ||
    (/[^\d.,\s]/.test(text) && readStatedMoney(text).unit !== null)
  );
};

/** A table whose first row says only in which unit all amounts are (R thousand), with that above the names; null for any other. */
function statedBelow(table: Table, header: number): Table | null {
  const row = table.rows.at(header + 1) ?? [];
  const [said, ...others] = row.filter((cell) => !isBlank(cell));
  if (said === undefined || others.length > 0 || !isUnit(said) || readStatedMoney(said).unit === null)
    return null;
  const names = table.rows.at(header) ?? [];
  if (names.filter((cell) => !isBlank(cell)).length < 3) return null;
  return {
    ...table,
    rows: Array.from(table.rows, (each, index) =>
      index === header ? row : index === header + 1 ? names : each,
    ),
  };
}

/**
 * A table whose names of columns are followed by a row of technical names, or by one that says only in which currency
 * its amounts are, with that in the names, and a note. Any other table stays as it is.
 */
export function takeRowsBelowNames(table: Table): Table {
  const header = findHeader(table);
  if (header === null || header.transposed) return table;
  const names = [...(table.rows.at(header.row) ?? [])];
  const stated = statedBelow(table, header.row);
  if (stated !== null) return stated;
  const taken = new Set<number>();
  const said: string[] = [];
  for (let index = header.row + 1; index <= header.row + ROWS; index += 1) {
    const row = table.rows.at(index) ?? [];
    const filled = row.flatMap((cell, column) =>
      isBlank(cell) ? [] : [{ cell: tidyLine(cell).text, column }],
    );
    const isTechnical = filled.length > 1 && filled.every(({ cell }) => TECHNICAL.test(cell));
    const isUnits = filled.length > 0 && isBlank(row[0]) && filled.every(({ cell }) => isUnit(cell));
    if (!isTechnical && !isUnits) break;
    taken.add(index);
    if (isUnits)
      for (const { cell, column } of filled) {
        names[column] = `${names[column] ?? ''} (${cell})`;
        said.push(names[column] ?? '');
      }
    else said.push(...filled.map(({ cell }) => cell));
  }
  if (taken.size === 0) return table;
  const rows = Array.from(table.rows, (row, index) =>
    index === header.row ? names : taken.has(index) ? [] : row,
  );
  return withNote({ ...table, rows }, 'twoHeaders', said);
}
