import { isMarkedUp, withoutTags } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';

/** What is copied from a web page is marked up in its first rows, or nowhere. */
const LOOKED = 60;
/** Longer cells are prose, which is made plain as such. */
const LONGEST = 120;

/** A table that was copied from a web page, with the elements taken out of its short cells, and a note; any other as it is. */
export function withoutMarkup(table: Table): Table {
  const marked = new Set<number>();
  const long = new Set<number>();
  for (const row of table.rows.slice(0, LOOKED))
    for (const [column, cell] of row.entries()) {
      if (!cell.includes('<')) continue;
      if (isMarkedUp(cell)) marked.add(column);
      if (cell.length > LONGEST) long.add(column);
    }
  for (const column of long) marked.delete(column);
  if (marked.size === 0) return table;
  let count = 0;
  const rows = Array.from(table.rows, (row) =>
    row.map((cell, column) => {
      if (!marked.has(column) || !isMarkedUp(cell)) return cell;
      count += 1;
      return withoutTags(cell);
    }),
  );
  return { ...table, rows, notes: [...(table.notes ?? []), { what: 'markupTaken', count, examples: [] }] };
}
