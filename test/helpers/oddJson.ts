import fc from 'fast-check';
import { MadeAsRead } from '../../shared/coverage/madeAsRead.ts';

const odd = fc.oneof(
  fc.constantFrom(null, true, false, '', '7', 'NaN', '2026-1', '客户 \u0000 𠀀', '__proto__', [], {}, [null]),
  fc.constantFrom(0, -0, 1, -1, 0.5, 1.01, 7, 120, 1201, 1e-320, 1e-9, 1e15, 1e16, 1e308, -1e308, 2 ** 53),
  fc.constantFrom('constructor', 'toString', 'I1', 'C1'),
  fc.jsonValue({ maxDepth: 2 }),
);
/** Keys that mean something elsewhere. */
const oddKey = fc.constantFrom(
  'extra',
  '__proto__',
  'constructor',
  'toString',
  'horizon_months',
  'phases',
  'id',
);

type Box = Record<string, unknown>;

/** Every record and list in a value. */
const boxesIn = (value: unknown): readonly Box[] =>
  value instanceof MadeAsRead
    ? boxesIn([...value])
    : typeof value !== 'object' || value === null
      ? []
      : [value as Box, ...Object.values(value).flatMap((entry) => boxesIn(entry))];

/** One odd thing done to an input: where by number, and what. */
export interface OddChange {
  readonly at: number;
  readonly field: number;
  /** `borrow` takes what another record has in the same field: an id twice, a parent that is below, an end before. */
  readonly kind: 'replace' | 'borrow' | 'drop' | 'add' | 'repeat';
  readonly key: string;
  readonly value: unknown;
}

/** Any odd change: wrong types, huge and tiny numbers, missing and further fields, repeated entries, odd names. */
export const oddChange: fc.Arbitrary<OddChange> = fc.record({
  at: fc.nat(),
  field: fc.nat(),
  kind: fc.constantFrom('replace', 'replace', 'replace', 'borrow', 'drop', 'add', 'repeat'),
  key: oddKey,
  value: odd,
});

/** The same input with something odd in it, as JSON can hold it. */
export function withOdd(input: unknown, changes: readonly OddChange[]): unknown {
  const copy: unknown = structuredClone(input);
  for (const { at, field, kind, key, value: given } of changes) {
    // A copy, because later changes may change it.
    const value: unknown = structuredClone(given);
    const boxes = boxesIn(copy);
    const box = boxes[at % boxes.length]!;
    const keys = Object.keys(box);
    const own = keys[field % Math.max(1, keys.length)];
    if (kind === 'add' && !Array.isArray(box))
      Object.defineProperty(box, key, { value, enumerable: true, configurable: true, writable: true });
    else if (own !== undefined && kind === 'replace') box[own] = value;
    else if (own !== undefined && kind === 'borrow') {
      const lenders = boxes.filter((each) => Object.hasOwn(each, own));
      box[own] = structuredClone(lenders[(at + field) % lenders.length]![own]);
    } else if (own !== undefined && kind === 'drop') delete box[own];
    else if (Array.isArray(box) && box.length > 0) box.push(structuredClone(box[field % box.length]));
  }
  return JSON.parse(JSON.stringify(copy));
}

/** Every number in a value. */
export const numbersIn = (value: unknown): readonly number[] =>
  typeof value === 'number' ? [value] : boxesIn(value).flatMap((box) => Object.values(box).filter(isNumber));
const isNumber = (value: unknown): value is number => typeof value === 'number';
