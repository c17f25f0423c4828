import { type InvalidKey, type Parsed, parseNumber, parseShare } from './parse.ts';

/** Text that may be absent; empty is unknown. */
export const readText =
  (longest = 500) =>
  (text: string): Parsed<string | null> =>
    text.trim().length > longest
      ? { ok: false, reason: 'invalid.long' }
      : { ok: true, value: text.trim() === '' ? null : text.trim() };

/** A name, which must not be empty. */
export function readName(text: string): Parsed<string> {
  const name = text.trim();
  if (name === '') return { ok: false, reason: 'invalid.name' };
  return name.length > 500 ? { ok: false, reason: 'invalid.long' } : { ok: true, value: name };
}

/** What was read, where an empty field is no answer. */
export const needed = <T>(read: Parsed<T | null>): Parsed<T> =>
  !read.ok
    ? read
    : read.value === null
      ? { ok: false, reason: 'invalid.needed' }
      : { ok: true, value: read.value };

/** A longer text, which may be empty. */
export const readProse = (text: string): Parsed<string> => ({ ok: true, value: text });

/** A number between two bounds, or unknown; `reason` explains the bounds. */
export const readBetween =
  (from: number, to: number, reason: InvalidKey) =>
  (text: string): Parsed<number | null> => {
    const number = parseNumber(text);
    if (!number.ok || number.value === null) return number;
    return number.value < from || number.value > to ? { ok: false, reason } : number;
  };

export const readPeople = readBetween(0, 100_000, 'invalid.people');
export const readMonths = readBetween(0, 1200, 'invalid.months');
export const readParallel = readBetween(1, 50, 'invalid.parallel');
export const readPersonDays = readBetween(0, 100_000_000, 'invalid.number');
export const readShare = parseShare;
