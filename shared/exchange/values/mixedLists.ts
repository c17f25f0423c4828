import type { ImportPlan } from '../contract.ts';
import type { ListField } from '../importFields.ts';
import { isBlank, matchKey } from '../table/cellText.ts';
import { distinctCells } from '../table/distinctCells.ts';
import type { Table } from '../table/table.ts';
import { splitNames } from './splitNames.ts';

/** Signs that people write between names, whatever the rest of their list has there. */
const SIGNS = [';', '；', ',', '，', '、', '|', '/', '\n'] as const;

const ONE_SIGN = new RegExp(`[${SIGNS.join('')}]`);
const hasOtherSign = (cell: string, separator: string): boolean =>
  !cell.includes(separator) && ONE_SIGN.test(cell);

/**
 * Cells that have another sign between their names than the rest of their column, by what they say with the column's
 * own: "Salesforce, Accenture" where each of the two stands alone in another cell, or between the column's signs. A cell
 * of which any part is not known so is one name.
 */
export function mixedLists(
  table: Table,
  firstRow: number,
  column: number,
  separator: string,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (separator === '') return found;
  const cells = distinctCells(table, column, firstRow);
  const alone = new Set<string>();
  const others: string[] = [];
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    if (hasOtherSign(cell, separator)) others.push(cell);
    else for (const name of splitNames(cell, separator)) alone.add(matchKey(name));
  }
  for (const cell of others)
    for (const sign of SIGNS) {
      const names = cell.includes(sign) ? splitNames(cell, sign) : [];
      if (names.length < 2 || !names.every((name) => alone.has(matchKey(name)))) continue;
      found.set(cell, names.join(separator));
      break;
    }
  return found;
}

/** Says the cell of a field with the sign that its column has between names. */
export function createMixedLists(
  table: Table,
  { columns, headerRow }: ImportPlan,
  separatorOf: (field: ListField) => string,
): (field: ListField, cell: string | null) => string | null {
  const byField = new Map<ListField, ReadonlyMap<string, string>>();
  return (field, cell) => {
    const column = columns[field];
    if (cell === null || column === undefined) return cell;
    const separator = separatorOf(field);
    if (!hasOtherSign(cell, separator)) return cell;
    let known = byField.get(field);
    if (!known) {
      known = mixedLists(table, headerRow + 1, column, separator);
      byField.set(field, known);
    }
    return known.get(cell) ?? cell;
  };
}
