/** The words of a table of words, best first, from lines in which a bar stands between them: such tables are long. */
export const wordList = (...lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => line.split('|'));
