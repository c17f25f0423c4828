/**
 * Cells set in typographic quotation marks, as a program for texts writes them: “Portal, new”, „Portal, neu“, ”Portal,
 * ny”.
 */
const CELL = /(^|[\n,;\t|])[“„”]([^“„”]*)[”“](?=[\n,;\t|]|$)/g;
/** A cell in plain quotation marks: then typographic ones are part of what cells say. */
const PLAIN = /(?:^|[\n,;\t|])"/;
/** So much of a text shows which marks it quotes by. */
const LOOKED = 400_000;
const EXAMPLES = 5;

/** A text whose cells stand in plain quotation marks, and which of them did not before. */
export interface PlainQuotes {
  readonly text: string;
  readonly count: number;
  readonly examples: readonly string[];
}

/**
 * Puts plain quotation marks in the place of typographic ones that enclose cells; null where a text has none that do. A
 * name may stand in such marks by itself: they quote where all of the first line's cells have them, or where they make
 * the rows more even. `evenness` says of a text which share of its rows is as wide as most are.
 */
export function withPlainQuotes(text: string, evenness: (text: string) => number): PlainQuotes | null {
  const head = text.slice(0, LOOKED);
  if (!/(?:^|[\n,;\t|])[“„”]/.test(head) || PLAIN.test(head)) return null;
  const found = replaceCells(head);
  if (found.count === 0) return null;
  const [first = ''] = head.trimStart().split('\n');
  const isQuoted = /[“„”]/.test(first) && !/[^\s,;\t|]/.test(first.replace(CELL, '$1'));
  if (!isQuoted && evenness(found.text) <= evenness(head)) return null;
  return head.length === text.length ? found : replaceCells(text);
}

function replaceCells(text: string): PlainQuotes {
  let count = 0;
  const examples: string[] = [];
  const plain = text.replace(CELL, (_, before: string, inside: string) => {
    count += 1;
    if (examples.length < EXAMPLES) examples.push(inside.slice(0, 60));
    return `${before}"${inside.replaceAll('"', '""')}"`;
  });
  return { text: plain, count, examples };
}
