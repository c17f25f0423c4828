import { MadeAsRead } from '../../shared/coverage/madeAsRead.ts';

type Replacer = ((key: string, value: unknown) => unknown) | undefined;

/** Letters of a part at least: each is written on its own. */
const LONG_ENOUGH = 1 << 16;
/** So deep records and lists are taken apart. */
const LEVELS = 2;

/**
 * The JSON of a value, as `JSON.stringify` writes it, in parts: 10,000 initiatives over 600 months, or the pairs of 2,000
 * equal texts, are more than a string can hold.
 */
export function* jsonParts(value: unknown, replacer?: Replacer): Iterable<string> {
  let text = '';
  for (const piece of pieces(value, LEVELS, replacer)) {
    text += piece;
    if (text.length < LONG_ENOUGH) continue;
    yield text;
    text = '';
  }
  yield text;
}

/** Records and lists entry by entry down to `levels`, the rest at once. */
function* pieces(value: unknown, levels: number, replacer: Replacer): Iterable<string> {
  if (levels === 0 || typeof value !== 'object' || value === null) {
    yield JSON.stringify(value, replacer);
    return;
  }
  let comma = '';
  if (Array.isArray(value) || value instanceof MadeAsRead) {
    yield '[';
    for (const entry of value as Iterable<unknown>) {
      yield comma;
      yield* pieces(entry ?? null, levels - 1, replacer);
      comma = ',';
    }
    yield ']';
    return;
  }
  yield '{';
  for (const [key, entry] of Object.entries(value)) {
    if (entry === undefined) continue;
    yield `${comma}${JSON.stringify(key)}:`;
    yield* pieces(entry, levels - 1, replacer);
    comma = ',';
  }
  yield '}';
}
