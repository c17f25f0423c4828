import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  leftOut,
  MODEL_COMMANDS,
  ModelCommandError,
  runModelCommand,
} from '../../../electron/cli/modelCommand.ts';
import { numbersIn, oddChange, withOdd } from '../../helpers/oddJson.ts';

const FOLDER = new URL('../../fixtures/vectors/', import.meta.url);
const inputs = readdirSync(FOLDER)
  .filter((name) => /_(compare|portfolio|montecarlo|cadence|indifference)[^/]*\.json$/.test(name))
  .map((name): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')).input);

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
      fc.array(oddChange, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...MODEL_COMMANDS),
      (input, changes, command) => {
        const given = brief(withOdd(input, changes));
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
    { numRuns: 1000 },
  );
  expect(seen.refused).toBeGreaterThan(50);
  expect(seen.answered).toBeGreaterThan(200);
  expect(seen.named).toBeGreaterThan(50);
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
