import { unguarded } from './harmless.ts';

/** What was done to a cell's text to make it readable. */
export interface TidyText {
  readonly text: string;
  readonly entities: boolean;
  readonly whitespace: boolean;
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  pound: '£',
  euro: '€',
  yen: '¥',
};
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi;
/** Anything that a tidy one-line text does not have. */
const UNTIDY =
  /^\s|\s$|[\t\n\r\v\f\u00a0\u00ad\u200b\u200e\u200f\u2007\u202a-\u202f\u2060\u2066-\u2069\u3000\ufeff]| {2}/;
/** Marks that only say where a line may break or in which direction it runs. */
const INVISIBLE = /[\u00ad\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/g;
/**
 * Anything but letters with single blanks between them, and with it what is rare: most cells are told by this alone, in
 * one look at each sign.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what no plain line has
const NOT_PLAIN = /^ | $| {2}|[\0-\x1f\x85-\xa0\xad\u1680-\u3000\ufeff]/;
const ENTITY_HINT = /&(?:#|[a-z]{2,6};)/i;

/** The first `length` characters, never half of one: a character that would be cut in two is left out. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

function fromCodePoint(value: number, raw: string): string {
  const real = value >= 0x20 && value <= 0x10ffff && !(value >= 0xd800 && value <= 0xdfff);
  return real ? String.fromCodePoint(value) : raw;
}

/** Turns HTML entities into their characters; one that is unknown stays as it is written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (raw, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return fromCodePoint(Number(decimal), raw);
    if (hex !== undefined) return fromCodePoint(Number.parseInt(hex, 16), raw);
    return NAMED_ENTITIES[(name ?? '').toLowerCase()] ?? raw;
  });
}

/** One line of text: entities decoded, every run of white space a single space, none at the ends, no invisible marks. */
export function tidyLine(cell: string): TidyText {
  const raw = unguarded(cell);
  const entities = raw.includes('&') && ENTITY_HINT.test(raw);
  const decoded = entities ? decodeEntities(raw) : raw;
  if (!NOT_PLAIN.test(decoded) || !UNTIDY.test(decoded))
    return { text: decoded, entities: decoded !== raw, whitespace: false };
  const text = decoded
    .replace(INVISIBLE, '')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim();
  return { text, entities: entities && decoded !== raw, whitespace: true };
}

/** An element of a web page: planning programs keep descriptions as such. */
const TAG =
  /<\/?(?:p|div|br|span|ul|ol|li|b|strong|i|em|u|a|h[1-6]|table|tbody|tr|td|th|font|blockquote)(?:\s[^<>]*)?\/?>/i;
const TAGS = new RegExp(TAG.source, 'gi');
const ENDS_LINE = /<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6])>/gi;

/** True for a text with an element of a web page. */
export const isMarkedUp = (text: string): boolean => text.includes('<') && TAG.test(text);

/** A text without elements of web pages; those that end a line end one. */
export const withoutTags = (text: string): string =>
  text
    .replace(ENDS_LINE, '\n')
    .replace(TAGS, '')
    .replace(/\n{3,}/g, '\n\n');

/** Prose: elements of web pages taken out, entities decoded, white space at the ends gone, line breaks inside kept. */
export function tidyProse(cell: string): TidyText {
  const raw = unguarded(cell);
  const entities = raw.includes('&') && ENTITY_HINT.test(raw);
  const plain = isMarkedUp(raw) ? withoutTags(raw) : raw;
  const decoded = entities ? decodeEntities(plain) : plain;
  const text = decoded.trim();
  return { text, entities: decoded !== raw, whitespace: text.length !== decoded.length };
}

/** Two texts with one key name the same thing: case, width and white space do not count. */
export function matchKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** True for a cell without content: white space of any kind, or nothing. */
export function isBlank(cell: string | undefined): boolean {
  if (cell === undefined || cell.length === 0) return true;
  // Nearly every cell starts with a letter or digit: no need to trim a copy of it.
  const first = cell.charCodeAt(0);
  return (first <= 32 || first >= 0x85) && cell.trim().length === 0;
}

const EASTERN = /[\u0660-\u0669\u06f0-\u06f9\u066b\u066c]/g;

/** Digits of Arabic and Persian, and the signs between them, as those of the West. */
export const westernDigits = (text: string): string =>
  text.replace(EASTERN, (sign) =>
    sign === '\u066b' ? '.' : sign === '\u066c' ? ',' : String(sign.charCodeAt(0) & 15),
  );
