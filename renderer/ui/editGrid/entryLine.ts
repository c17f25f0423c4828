import type { InvalidKey } from '../parse.ts';
import type { Then } from './gridTypes.ts';
import type { GridCursor } from './useGridCursor.ts';

/** The key of the line at the end of a grid in which a new record is typed. */
export const ENTRY = '#entry';

/**
 * Takes what was typed into that line: Enter goes on with the next one at once, Tab with the given column of the new
 * row. `create` answers its id, or null where it was refused. Answers why the text cannot be a name, or null.
 */
export function takeEntry(
  cursor: GridCursor,
  typed: string,
  then: Then,
  create: (name: string) => Promise<string | null>,
  nextColumn = 1,
): InvalidKey | null {
  const name = typed.trim();
  if (name.length > 500) return 'invalid.long';
  if (name === '') {
    cursor.place(ENTRY, 0);
    return null;
  }
  const made = create(name);
  cursor.move(ENTRY, 0);
  if (then === 'down') cursor.open(ENTRY, 0, '');
  else if (then === 'next')
    void made.then((id) => {
      if (id !== null) cursor.move(id, nextColumn);
    });
  return null;
}
