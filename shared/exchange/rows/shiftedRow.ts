import { isBlank } from '../table/cellText.ts';

/** Says of one cell of a typed column: fits, does not fit, or says nothing. */
export type CellCheck = (cell: string) => 'fits' | 'wrong' | 'silent';

const FURTHEST = 3;

/**
 * A row that stands some cells to the left or right of its columns, moved back: only when at least two typed columns
 * are wrong as it stands, all are right after moving, and the move loses no content. Otherwise null.
 */
export function moveBack(
  row: readonly string[],
  width: number,
  nameColumn: number,
  checks: ReadonlyMap<number, CellCheck>,
): readonly string[] | null {
  // A move that loses nothing needs an empty cell at the end it moves to: nearly every row ends here.
  if (!isBlank(row[0]) && !isBlank(row[width - 1])) return null;
  const judge = (cells: readonly string[]): { fits: number; wrong: number } => {
    let [fits, wrong] = [0, 0];
    for (const [column, check] of checks) {
      const verdict = check(cells[column] ?? '');
      if (verdict === 'fits') fits += 1;
      else if (verdict === 'wrong') wrong += 1;
    }
    return { fits, wrong };
  };
  if (judge(row).wrong < 2) return null;
  for (let by = 1; by <= FURTHEST; by += 1) {
    const left = row.slice(0, by).every((cell) => isBlank(cell)) ? row.slice(by) : null;
    const tail = row.slice(Math.max(0, width - by));
    const right = tail.every((cell) => isBlank(cell))
      ? [...Array.from({ length: by }, () => ''), ...row.slice(0, width - by)]
      : null;
    for (const cells of [left, right]) {
      if (!cells || isBlank(cells[nameColumn])) continue;
      const { fits, wrong } = judge(cells);
      if (wrong === 0 && fits >= 2) return cells;
    }
  }
  return null;
}
