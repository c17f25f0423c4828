/** A text in its sentences, their ends included; one without an end is one sentence. */
const sentences = (text: string): readonly string[] =>
  text.match(/[^。！？]+?(?:[.!?](?=\s|$)|[。！？]|$)\s*/gu) ?? [text];

/**
 * As many whole sentences from the beginning as fit into `width` px, at least the first: a room reads a line, and the
 * rest stays at the desk.
 */
export function shortLine(text: string, width: number, measure: (text: string) => number): string {
  let line = '';
  for (const sentence of sentences(text.trim())) {
    const longer = line + sentence;
    if (line !== '' && measure(longer.trimEnd()) > width) break;
    line = longer;
  }
  return line.trim();
}

/** The text with each number held together with the word after it. */
export const heldTogether = (text: string): string => text.replace(/(\d) (?=\p{L})/gu, '$1\u00a0');
