import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  leftOut,
  MODEL_COMMANDS,
  ModelCommandError,
  runModelCommand,
} from '../../../electron/cli/modelCommand.ts';
import { MadeAsRead } from '../../../shared/coverage/madeAsRead.ts';

const FOLDER = new URL('../../fixtures/vectors/', import.meta.url);
const inputs = readdirSync(FOLDER)
  .filter((name) => /_(compare|portfolio|montecarlo|cadence|indifference)[^/]*\.json$/.test(name))
  .map((name): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')).input);

const odd = fc.oneof(
  fc.constantFrom(null, true, false, '', '7', 'NaN', '2026-1', '客户 \u0000 𠀀', '__proto__', [], {}, [null]),
  fc.constantFrom(0, -0, 1, -1, 0.5, 1.01, 7, 120, 1201, 1e-320, 1e-9, 1e15, 1e16, 1e308, -1e308, 2 ** 53),
  fc.constantFrom('constructor', 'toString', 'I1', 'C1'),
  fc.jsonValue({ maxDepth: 2 }),
);
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

interface Change {
  readonly at: number;
  readonly field: number;
  readonly kind: 'replace' | 'drop' | 'add' | 'repeat';
  readonly key: string;
  readonly value: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  field: fc.nat(),
  kind: fc.constantFrom('replace', 'replace', 'replace', 'drop', 'add', 'repeat'),
  key: oddKey,
  value: odd,
});

/** The same input with something odd in it, as JSON can hold it. */
function changed(input: unknown, changes: readonly Change[]): unknown {
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
    else if (own !== undefined && kind === 'drop') delete box[own];
    else if (Array.isArray(box) && box.length > 0) box.push(structuredClone(box[field % box.length]));
  }
  return JSON.parse(JSON.stringify(copy));
}

const numbersIn = (value: unknown): readonly number[] =>
  typeof value === 'number' ? [value] : boxesIn(value).flatMap((box) => Object.values(box).filter(isNumber));
const isNumber = (value: unknown): value is number => typeof value === 'number';

/** A few draws and periods are enough here, and keep the test short. */
function brief(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const { montecarlo } = input as { montecarlo?: { iterations?: unknown } };
  return typeof montecarlo?.iterations === 'number' && montecarlo.iterations > 3
    ? { ...input, montecarlo: { ...montecarlo, iterations: 3 } }
    : input;
}

it('an odd input is refused with the path of a field in one line, or answered in finite numbers', () => {
  const seen = { refused: 0, answered: 0, named: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom(...inputs),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...MODEL_COMMANDS),
      (input, changes, command) => {
        const given = brief(changed(input, changes));
        let answer: unknown;
        try {
          answer = runModelCommand(command, given);
        } catch (error) {
          seen.refused += 1;
          // Nothing but what is said on purpose: no TypeError, and no RangeError of the language.
          expect(String(error)).toMatch(
            /^(ModelCommandError|RangeError): ([\p{L}\d_.-]+: |the input is not a JSON)/u,
          );
          expect(String(error)).not.toContain('\n');
          if (error instanceof ModelCommandError && String(error).includes(': the input') === false)
            expect(error.path).not.toBe('');
          return;
        }
        seen.answered += 1;
        // Before it is JSON: that would say `null` for a number that is none.
        expect(numbersIn(answer).every((number) => Number.isFinite(number))).toBe(true);
        const notes = leftOut(command, given);
        for (const { code, path } of notes) {
          expect(code).toMatch(/^[A-Z_]+$/);
          expect(path).not.toBe('');
        }
        if (notes.length > 0) seen.named += 1;
      },
    ),
    { numRuns: 1500 },
  );
  expect(seen.refused).toBeGreaterThan(50);
  expect(seen.answered).toBeGreaterThan(300);
  expect(seen.named).toBeGreaterThan(100);
}, 60_000);

it.each([
  ['[]', /not a JSON object/],
  ['null', /not a JSON object/],
  ['"x"', /not a JSON object/],
  ['{"initiatives":{"length":1e9}}', /^initiatives: /],
  [`{"initiatives":[${'['.repeat(2000)}${']'.repeat(2000)}]}`, /^initiatives\.0/],
])('refuses %.40s for every command that takes initiatives', (json, message) => {
  for (const command of MODEL_COMMANDS.filter((each) => !/^(prim|indifference)/.test(each)))
    expect(() => runModelCommand(command, JSON.parse(json))).toThrow(message);
});
