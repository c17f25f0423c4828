/** Text in the form in which it is compared: compatible characters made one, accents and case gone. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFKC')
    .toLowerCase();

/**
 * How well a query fits a text, both `plain`: higher is better, 0 when some character is missing. Whole matches come
 * before matches at a word's start, those before matches inside, those before letters in order.
 */
export function fuzzyScore(query: string, text: string): number {
  if (query === '') return 1;
  if (text === query) return 1000;
  const at = text.indexOf(query);
  if (at === 0) return 900 - Math.min(100, text.length);
  if (at > 0) return (/[\s\-/(（·]/.test(text[at - 1] ?? '') ? 700 : 500) - Math.min(100, at);
  let [from, gaps, wordStarts] = [0, 0, 0];
  for (const letter of query.replace(/\s+/g, '')) {
    const found = text.indexOf(letter, from);
    if (found < 0) return 0;
    gaps += found - from;
    if (found === 0 || /\s/.test(text[found - 1] ?? '')) wordStarts += 1;
    from = found + letter.length;
  }
  const score = 200 + wordStarts * 20 - gaps;
  // Letters strewn over a long text are chance and not what was meant.
  return gaps > 3 * query.length + 6 ? 0 : Math.max(1, score);
}
