import { isBlank, tidyLine } from './cellText.ts';
import type { Table } from './table.ts';

/** A mark and what it says, in a line below a table: * Includes …, † Paused, (1) As of …, [a] …, ¹ …, 2) …. */
const NOTE = /^(?:([*†‡§¶#]{1,3}|[¹²³⁴-⁹]{1,2})|[([]?([a-z]|\d{1,2})[)\].:])\s*(\S.*)$/i;
/** A mark behind a name; a bare letter or digit may be part of it. */
const MARK = /\s?(?:([*†‡§¶#]{1,3}|[¹²³⁴-⁹]{1,2})|[([]([a-z]|\d{1,2})[)\]])$/i;
/** So many lines below a table may explain marks. */
const LINES = 60;

const markOf = (sign: string | undefined, letter: string | undefined): string =>
  (sign ?? letter ?? '').normalize('NFKC').toLowerCase();

/** What the lines below a table say of marks, by mark; `from` is the first line below. Empty where none does. */
export function footnotesBelow({ rows }: Table, from: number): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const row of rows.slice(from, from + LINES)) {
    const filled = row.filter((cell) => !isBlank(cell));
    const { text } = tidyLine(filled[0] ?? '');
    const [, sign, letter] = (filled.length === 1 && NOTE.exec(text)) || [];
    const mark = markOf(sign, letter);
    if (mark !== '' && !notes.has(mark)) notes.set(mark, text);
  }
  return notes;
}

/** A name without the marks behind it that notes explain, and these notes; null where none stands there. */
export function withoutMarks(
  name: string,
  notes: ReadonlyMap<string, string>,
): { readonly name: string; readonly notes: readonly string[] } | null {
  const found: string[] = [];
  let rest = name.trimEnd();
  for (;;) {
    const [all = '', sign, letter] = MARK.exec(rest) ?? [];
    const note = notes.get(markOf(sign, letter));
    if (note === undefined || all.length === rest.length) break;
    found.unshift(note);
    rest = rest.slice(0, -all.length).trimEnd();
  }
  return found.length === 0 ? null : { name: rest, notes: found };
}
