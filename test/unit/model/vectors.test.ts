import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leftOut, MODEL_COMMANDS, runModelCommand } from '../../../electron/cli/modelCommand.ts';
import type { Seed } from '../../../shared/model/types.ts';
import { differencesOf } from './deepClose.ts';

interface Vector {
  readonly command: string;
  readonly input: unknown;
  readonly expect: unknown;
}

const FOLDER = new URL('../../fixtures/vectors/', import.meta.url);
const NAMES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

function vector(name: string): Vector {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Vector;
}

describe('every vector is reproduced', () => {
  it('has all vectors at hand', () => {
    expect(NAMES).toHaveLength(27);
  });

  it.each(NAMES)('%s', (name) => {
    const { command, input, expect: wanted } = vector(name);
    // Through JSON, as the command line answers.
    const answer: unknown = JSON.parse(JSON.stringify(runModelCommand(command, input)));
    expect(differencesOf(answer, wanted)).toEqual([]);
  });
});

describe('the comparison of vectors itself', () => {
  it.each([
    ['a missing key', { a: 1 }, { a: 1, b: 2 }],
    ['a surplus key', { a: 1, b: 2 }, { a: 1 }],
    ['null for a number', { a: null }, { a: 0 }],
    ['a number one billionth too large', { a: 1 + 2e-9 }, { a: 1 }],
    ['a shorter list', [1], [1, 2]],
  ])('sees %s', (_, got, want) => {
    expect(differencesOf(got, want)).toHaveLength(1);
  });
});

describe('the commands', () => {
  it('names the commands it knows when asked for another', () => {
    expect(() => runModelCommand('guess', {})).toThrow(/unknown model command "guess".*compare/);
  });

  it.each([
    ['compare', 7, /not a JSON object/],
    ['compare', {}, /initiatives: a list/],
    ['compare', { initiatives: [{ name: 'x' }] }, /initiatives\.0\.id/],
    ['montecarlo', { initiatives: [], montecarlo: { iterations: 0 } }, /montecarlo\.iterations/],
    ['montecarlo', { initiatives: [], montecarlo: { seed: 1.5 } }, /montecarlo\.seed/],
    ['indifference', { initiatives: [], indifference: { param: 'core_share', lo: 0 } }, /indifference\.hi/],
    ['cadence', { initiatives: [], cadence: { cadences: [0] } }, /cadence\.cadences/],
    ['montecarlo', { initiatives: [], montecarlo: { seed: 2 ** 53 } }, /montecarlo\.seed/],
    ['portfolio', {}, /^initiatives: /],
    ['portfolio', { initiatives: [null] }, /^initiatives\.0: /],
    ['portfolio', { initiatives: [{ id: 'I', budget: '5' }] }, /^initiatives\.0\.budget: /],
    [
      'portfolio',
      { initiatives: [{ id: 'I', contributions: [{}] }] },
      /^initiatives\.0\.contributions\.0\.capability: /,
    ],
    [
      'portfolio',
      { initiatives: [], capabilities: [{ id: 'C', target: '4' }] },
      /^capabilities\.0\.target: /,
    ],
    ['similarity', { initiatives: {} }, /^initiatives: /],
    ['similarity', { initiatives: [{ id: 'I', name: 7 }] }, /^initiatives\.0\.name: /],
    ['similarity', { initiatives: [], threshold: '0.5' }, /^threshold: /],
  ])('%s refuses %j with the path of the field', (command, input, message) => {
    expect(() => runModelCommand(command, input)).toThrow(message);
  });

  it('refuses seeds of more than 64 bits', () => {
    const draws = (seed: Seed) => runModelCommand('draws', { initiatives: [], montecarlo: { seed } });
    expect(draws(2n ** 64n - 1n)).toEqual({});
    expect(() => draws(2n ** 64n)).toThrow(/montecarlo\.seed/);
  });

  it('leaves out what can not be computed and says why in problems', () => {
    const { input } = vector('E2-typical_compare.json');
    const [good] = (input as { initiatives: Record<string, unknown>[] }).initiatives;
    const bad = { ...good, id: 'bad', value: { per_month: -1 } };
    const both = { initiatives: [good, bad] };
    expect(Object.keys(runModelCommand('compare', both) as object)).toEqual(['E2-typical']);
    expect(runModelCommand('problems', both)).toEqual({
      'E2-typical': [],
      bad: [{ code: 'NEGATIVE', path: 'value.per_month' }],
    });
  });

  it('names everything an answer leaves out', () => {
    const { input } = vector('E2-typical_compare.json');
    const [good] = (input as { initiatives: Record<string, unknown>[] }).initiatives;
    const bad = { ...good, id: 'bad', value: { per_month: -1 } };
    expect(leftOut('compare', { initiatives: [good, bad] })).toEqual([
      { code: 'NEGATIVE', path: 'initiatives.1.value.per_month' },
    ]);
    expect(
      leftOut('portfolio', { initiatives: [bad, { id: 'I', budget: -1, depends_on: ['nobody'] }] }),
    ).toEqual([
      { code: 'NEGATIVE', path: 'initiatives.1.budget' },
      { code: 'UNKNOWN_INITIATIVE', path: 'initiatives.1.depends_on.0' },
      { code: 'NEGATIVE', path: 'initiatives.0.value.per_month' },
    ]);
    expect(leftOut('tornado', { initiatives: [good] })).toEqual([]);
    expect(leftOut('tornado', { initiatives: [good, good] })).toEqual([
      { code: 'DUPLICATE_ID', path: 'initiatives.0.id' },
    ]);
  });

  it('takes portfolio defaults, which the initiative overrides', () => {
    const { input } = vector('E2-typical_compare.json');
    const [good] = (input as { initiatives: Record<string, unknown>[] }).initiatives;
    const own = { ...good, params: { horizon_months: 24 } };
    const answer = runModelCommand('compare', {
      initiatives: [own],
      defaults: { horizon_months: 12, wacc_annual: 0 },
    }) as Record<string, { project: { npv: number; net: number; curves: { month: number[] } } }>;
    const { project } = answer['E2-typical']!;
    expect(project.curves.month).toHaveLength(25);
    expect(project.npv).toBeCloseTo(project.net, 6);
  });

  it('has a vector, or another command that has, for every command but problems', () => {
    const covered = new Set(NAMES.map((name) => vector(name).command));
    expect(MODEL_COMMANDS.filter((c) => !covered.has(c))).toEqual(['problems', 'prim']);
  });
});
