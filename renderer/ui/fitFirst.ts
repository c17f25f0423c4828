/** How much narrower the first column may become for one more whole column, as a share of its width. */
const GIVES = 0.25;

/**
 * Width (px) of a table's first column with which the table's right edge cuts no column through: it gives a little where
 * one more column then stands whole, else it takes what the cut one would have. `widths` are all columns' (px), in their
 * order; as wide as it is where all find room, or where not even the second does.
 */
export function fitFirst(widths: readonly number[], room: number): number {
  const first = widths[0] ?? 0;
  let end = first;
  for (const [at, width] of widths.entries()) {
    if (at === 0) continue;
    const missing = end + width - room;
    if (missing <= 0) {
      end += width;
      continue;
    }
    if (missing <= GIVES * first) return first - missing;
    return at === 1 ? first : first + room - end;
  }
  return first;
}
