import { cutText, matchKey, tidyLine } from './cellText.ts';
import { unknownWord } from './unknownWords.ts';

const MAX_NAME = 500;

/** One tidy name that a record can bear, or null when the text names nothing. */
export function tidyName(text: string): string | null {
  const name = cutText(tidyLine(text).text, MAX_NAME).trim();
  return name === '' || unknownWord(name) !== null ? null : name;
}

/** One tidy name as a row's own cell gives it: a sentence such as "Continuous Improvement" is a name, a dash is none. */
export function ownName(text: string): string | null {
  const name = cutText(tidyLine(text).text, MAX_NAME).trim();
  return name === '' || unknownWord(name) === 'token' ? null : name;
}

/** The names in a cell, each once (case, width and white space do not count); an empty separator splits nothing. */
export function splitNames(cell: string, separator: string): readonly string[] {
  const names = new Map<string, string>();
  for (const part of separator === '' ? [cell] : cell.split(separator)) {
    const name = tidyName(part);
    if (name !== null && !names.has(matchKey(name))) names.set(matchKey(name), name);
  }
  return [...names.values()];
}
