import { describe, expect, it } from 'vitest';
import { coverageProblems } from '../../../shared/coverage/problems.ts';
import type { CoverageElement, CoverageInitiative } from '../../../shared/coverage/types.ts';
import { analyse, element, initiative, numbersIn } from './helpers.ts';

const problems = (
  initiatives: readonly CoverageInitiative[],
  capabilities: readonly CoverageElement[] = [element('A')],
) => coverageProblems({ initiatives, capabilities }).map(({ code, path }) => `${code} ${path}`);

describe('coverageProblems', () => {
  it('finds nothing in a clean portfolio', () => {
    // In doubles these add to a little more than 1.
    const weights = [0.33, 0.56, 0.11].map((weight) => ({ capability: 'A', weight }));
    expect(problems([initiative('I', [], { contributions: weights })])).toEqual([]);
  });

  it.each<[string, Partial<CoverageInitiative>]>([
    ['UNKNOWN_ELEMENT initiatives.0.contributions.0.capability', { contributions: [{ capability: 'gone' }] }],
    [
      'SHARE_RANGE initiatives.0.contributions.0.weight',
      { contributions: [{ capability: 'A', weight: -0.1 }] },
    ],
    [
      'NOT_A_NUMBER initiatives.0.contributions.0.weight',
      { contributions: [{ capability: 'A', weight: Number.NaN }] },
    ],
    ['NEGATIVE initiatives.0.budget', { budget: -1 }],
    ['NOT_A_NUMBER initiatives.0.budget', { budget: Number.NaN }],
    ['NOT_A_NUMBER initiatives.0.end_month', { end_month: Number.POSITIVE_INFINITY }],
    ['END_BEFORE_START initiatives.0.end_month', { start_month: 5, end_month: 4 }],
    ['UNKNOWN_INITIATIVE initiatives.0.depends_on.0', { depends_on: ['gone'] }],
    ['SHARE_RANGE initiatives.0.exit_readiness', { exit_readiness: 2 }],
  ])('%s', (expected, more) => {
    expect(problems([initiative('I', [], more)])).toEqual([expected]);
  });

  it('shares of one kind over 100 %, and one share over 100 %', () => {
    const contributions = [
      { capability: 'A', weight: 0.6 },
      { capability: 'B', weight: 0.6 },
    ];
    expect(problems([initiative('I', [], { contributions })], [element('A'), element('B')])).toEqual([
      'SHARE_SUM initiatives.0.contributions',
    ]);
    expect(problems([initiative('I', [], { contributions: [{ capability: 'A', weight: 1.2 }] })])).toEqual([
      'SHARE_RANGE initiatives.0.contributions.0.weight',
      'SHARE_SUM initiatives.0.contributions',
    ]);
    expect(
      problems([initiative('I', [], { contributions })], [element('A'), element('B', { kind: 'outcome' })]),
    ).toEqual([]);
  });

  it('elements: scales, money, twice the same id', () => {
    const capabilities = [
      element('A', { importance: 6 }),
      element('A', { current: 0, target: Number.NaN, needed_money: -3 }),
    ];
    expect(problems([], capabilities)).toEqual([
      'DUPLICATE_ID capabilities.1.id',
      'SCALE_RANGE capabilities.0.importance',
      'SCALE_RANGE capabilities.1.current',
      'NOT_A_NUMBER capabilities.1.target',
      'NEGATIVE capabilities.1.needed_money',
    ]);
  });

  it('cycles in the tree: each member once, not what hangs below', () => {
    const tree = (parents: Record<string, string | null>) =>
      problems(
        [],
        Object.entries(parents).map(([id, parent]) => element(id, { parent })),
      );
    expect(tree({ A: null, B: 'A', C: 'B', D: 'A' })).toEqual([]);
    expect(tree({ A: 'A' })).toEqual(['PARENT_CYCLE capabilities.0.parent']);
    expect(tree({ X: 'A', A: 'B', B: 'C', C: 'A', Y: 'X' }).sort()).toEqual([
      'PARENT_CYCLE capabilities.1.parent',
      'PARENT_CYCLE capabilities.2.parent',
      'PARENT_CYCLE capabilities.3.parent',
    ]);
    expect(tree({ A: 'gone' })).toEqual(['UNKNOWN_PARENT capabilities.0.parent']);
  });

  it('never makes a NaN of them', () => {
    const analysis = analyse(
      [
        initiative('I', ['A'], {
          budget: Number.NaN,
          start_month: Number.NaN,
          contributions: [{ capability: 'A', weight: Number.NaN }],
        }),
      ],
      [element('A', { target: Number.NaN, needed_money: -1, parent: 'A' })],
    );
    expect(numbersIn(analysis).every(Number.isFinite)).toBe(true);
    expect(analysis.problems.map(({ code }) => code)).toEqual([
      'PARENT_CYCLE',
      'NOT_A_NUMBER',
      'NEGATIVE',
      'NOT_A_NUMBER',
      'NOT_A_NUMBER',
      'NOT_A_NUMBER',
    ]);
    expect(analysis.unknown_money).toEqual(['I']);
  });
});
