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

/**
 * What SharePoint puts between the names of a cell, and behind each the number that it knows it by: Lee, Ann;#12;#Ray,
 * Bob;#13.
 */
const LOOKUP = ';#';

/** The names in such a cell, one behind the other; any other text as it is. */
export const withoutNumbers = (text: string): string =>
  text.includes(LOOKUP)
    ? text
        .split(LOOKUP)
        .filter((part) => !/^\d*$/.test(part.trim()))
        .join('; ')
    : text;

/** The names in a cell, each once (case, width and white space do not count); an empty separator splits nothing. */
export function splitNames(cell: string, separator: string): readonly string[] {
  const names = new Map<string, string>();
  const text = withoutNumbers(cell);
  for (const part of separator === '' ? [text] : text.split(separator)) {
    const name = tidyName(part);
    if (name !== null && !names.has(matchKey(name))) names.set(matchKey(name), name);
  }
  return [...names.values()];
}
