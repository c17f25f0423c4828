import { cutText, matchKey, tidyLine } from '../table/cellText.ts';
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

/** Where a name leads, as Notion puts it behind each: Payments (https://www.notion.so/…); and the number in 核心项目(#12). */
const LINK = /\s*\((?:https?:\/\/[^()\s]*|#\d+)\)/g;
/** The sign before a person in Chinese programs: @李娜,@王芳. */
const MENTION = /(^|[,，;；、]\s*)@(?=[\u3400-\u9fff])/g;
/** A cell that is a list as programs write it: [Ann Lee,Bob Ray]. */
const BRACKETS = /^\[([^[\]]*)\]$/;

/** The names in such a cell, one behind the other, without numbers, links and brackets; any other text as it is. */
export function withoutNumbers(text: string): string {
  if (text.startsWith('@')) return text.replace(MENTION, '$1');
  if (text.includes(LOOKUP))
    return text
      .split(LOOKUP)
      .filter((part) => !/^\d*$/.test(part.trim()))
      .join('; ');
  if (text.startsWith('[')) return text.replace(BRACKETS, '$1');
  return text.includes('(') ? text.replace(LINK, '') : text;
}

/** The form of a company behind a comma, which belongs to its name: Acme, Inc. */
const FORM = /^\s*(?:inc|ltd|llc|llp|plc|corp|gmbh|s\.?a|s\.?r\.?l|lp|(?:pty|pte)\.? ltd|pty|pte)\.?\s*$/i;

const COMMA = /^[,，]$/;

/** A name in quotes between commas, as a base writes one that has a comma of its own: Guidewire,"Accenture, Inc.". */
const QUOTED = /(^|,)\s*"((?:[^"]|"")*)"(?=\s*(?:,|$))/g;
/** Stands for a comma that splits nothing while a text is split. */
const KEPT = '\u0000';

/** A text split at its separators; commas inside quotes and inside the names of companies split nothing. */
export function splitAt(text: string, separator: string): readonly string[] {
  const isQuoted = separator === ',' && text.includes('"');
  const whole = isQuoted
    ? text.replace(
        QUOTED,
        (_, before: string, name: string) => before + name.replaceAll('""', '"').replaceAll(',', KEPT),
      )
    : text;
  const parts: string[] = [];
  for (const part of separator === '' ? [whole] : whole.split(separator)) {
    if (parts.length > 0 && COMMA.test(separator) && FORM.test(part))
      parts.push(`${parts.pop()}${separator}${part}`);
    else parts.push(part);
  }
  return isQuoted ? parts.map((part) => part.replaceAll(KEPT, ',')) : parts;
}

/** The names in a cell, each once (case, width and white space do not count); an empty separator splits nothing. */
export function splitNames(cell: string, separator: string): readonly string[] {
  const names = new Map<string, string>();
  const text = withoutNumbers(cell);
  for (const part of splitAt(text, separator)) {
    const name = tidyName(part);
    if (name !== null && !names.has(matchKey(name))) names.set(matchKey(name), name);
  }
  return [...names.values()];
}
