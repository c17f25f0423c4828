import { describe, expect, it } from 'vitest';
import { readQuarter } from '../../../shared/coverage/quarterRead.ts';
import { coverageByQuarter } from '../../../shared/coverage/quarters.ts';
import { taskSwitching } from '../../../shared/coverage/taskSwitching.ts';
import { analyse, element, findingsOf, initiative } from './helpers.ts';

describe('an element in a quarter', () => {
  it('is open without money, or with less than half of the need, where anybody wants it', () => {
    const read = (demand: number, supply: number, need: number) => {
      const { gap, open } = readQuarter(
        {
          quarters: [{ from_month: 0, to_month: 3 }],
          ids: ['c'],
          demand: Float64Array.of(demand),
          supply: Float64Array.of(supply),
          need: Float64Array.of(need),
          redundant: Float64Array.of(0),
          active: Uint16Array.of(1),
          spells: {},
        },
        0,
        0,
      );
      return [gap, open];
    };
    expect(read(0.5, 0, 100)).toEqual([100, true]);
    expect(read(0.5, 49, 100)).toEqual([51, true]);
    expect(read(0.5, 50, 100)).toEqual([50, false]);
    expect(read(0.5, 120, 100)).toEqual([0, false]);
    // Wanted, and nothing is needed yet: still nobody is at work on it.
    expect(read(0.5, 0, 0)).toEqual([0, true]);
    expect(read(0, 0, 0)).toEqual([0, false]);
  });
});

describe('coverageByQuarter', () => {
  const window = { from: 0, to: 12 };

  it('spreads money evenly and shows the gap that opens when a project disbands', () => {
    const result = coverageByQuarter(
      { initiatives: [initiative('I', ['A'], { budget: 120, end_month: 6 })], capabilities: [element('A')] },
      window,
    );
    expect(result.quarters.map(({ from_month, to_month }) => [from_month, to_month])).toEqual([
      [0, 3],
      [3, 6],
      [6, 9],
      [9, 12],
    ]);
    expect(result.elements).toEqual([
      {
        id: 'A',
        supply: [60, 60, 0, 0],
        need: [30, 30, 30, 30],
        gap: [0, 0, 30, 30],
        active: [1, 1, 0, 0],
        left_alone_quarter: 2,
      },
    ]);
  });

  it('a product team stays to the end of the window; without demand nobody is missed', () => {
    const product = initiative('P', ['A'], { mode: 'product', end_month: null, start_month: 6 });
    const done = initiative('I', ['B'], { end_month: 3 });
    const { elements } = coverageByQuarter(
      { initiatives: [product, done], capabilities: [element('A'), element('B', { current: 4 })] },
      window,
    );
    expect(elements[0]).toMatchObject({ supply: [0, 0, 50, 50], left_alone_quarter: null });
    expect(elements[1]).toMatchObject({
      supply: [100, 0, 0, 0],
      gap: [0, 0, 0, 0],
      left_alone_quarter: null,
    });
  });

  it('keeps all money inside the window, cuts the last quarter, books a moment at its start', () => {
    const { quarters, elements } = coverageByQuarter(
      {
        initiatives: [
          initiative('I', ['A'], { start_month: 1, end_month: 7 }),
          initiative('J', ['A'], { start_month: 4, end_month: 4 }),
        ],
        capabilities: [element('A')],
      },
      { from: 0, to: 7 },
    );
    expect(quarters.at(-1)).toEqual({ from_month: 6, to_month: 7 });
    const [first, second, third] = elements[0]!.supply;
    expect(first).toBeCloseTo(100 / 3, 9);
    expect(second).toBeCloseTo(150, 9);
    expect(third).toBeCloseTo(100 / 6, 9);
    expect(elements[0]!.need.reduce((sum, money) => sum + money, 0)).toBeCloseTo(200, 9);
  });

  it('an empty or impossible window has no quarters', () => {
    const input = { initiatives: [initiative('I', ['A'])], capabilities: [element('A')] };
    for (const empty of [
      { from: 3, to: 3 },
      { from: 9, to: 3 },
      { from: 0, to: Number.POSITIVE_INFINITY },
      { from: Number.NaN, to: 3 },
      { from: 0, to: Number.NaN },
    ]) {
      expect(coverageByQuarter(input, empty)).toMatchObject({
        quarters: [],
        elements: [{ supply: [], gap: [] }],
      });
    }
  });
});

describe('overlap', () => {
  it('has the group with most money lead, in whatever order the portfolio stands', () => {
    const small = initiative('small', ['A'], { budget: 40, name: 'claims portal for customers' });
    const large = initiative('large', ['A'], { budget: 100, name: 'claims portal for customers' });
    for (const initiatives of [
      [small, large],
      [large, small],
    ]) {
      const [row] = analyse(initiatives, [element('A')]).elements;
      // kappa of one text, at one time, without a shared outcome: 0.1 + 0.9 (MODEL.md 3.2).
      expect(row).toMatchObject({ supply_money: 140, contested_money: 40 });
      expect(row!.redundant_money).toBeCloseTo(40, 9);
      expect(findingsOf(analyse(initiatives, [element('A')]), 'OVERLAP')[0]?.evidence.pairs).toMatchObject([
        { lead: 'large', other: 'small', money: 40 },
      ]);
    }
  });
});

describe('taskSwitching', () => {
  const team = { team: 'T' } as const;

  it('counts initiatives of a team at once and what that costs by the switch table', () => {
    const { teams, unknown } = taskSwitching([
      initiative('I', [], { ...team, end_month: 6 }),
      initiative('J', [], { ...team, start_month: 3, end_month: 12 }),
      initiative('K', [], { ...team, start_month: 20, end_month: 22 }),
    ]);
    expect(unknown).toEqual([]);
    expect(teams).toHaveLength(1);
    expect(teams[0]!.spans).toEqual([
      { from_month: 0, to_month: 3, initiatives: ['I'], loss: 0 },
      { from_month: 3, to_month: 6, initiatives: ['I', 'J'], loss: 0.17 },
      { from_month: 6, to_month: 12, initiatives: ['J'], loss: 0 },
      { from_month: 20, to_month: 22, initiatives: ['K'], loss: 0 },
    ]);
    expect(teams[0]).toMatchObject({ team: 'T', peak: 2, busy_months: 14 });
    expect(teams[0]!.lost_months).toBeCloseTo(0.51, 12);
    expect(teams[0]!.mean_parallel).toBeCloseTo(17 / 14, 12);
  });

  it('takes teams of phases, with recorded waits, and the initiative team for the rest', () => {
    const phase = { people: 1, rate: 1 } as const;
    const { teams } = taskSwitching([
      initiative('I', [], {
        ...team,
        start_month: 1,
        phases: [
          { ...phase, kind: 'build', months: 2, team: 'B' },
          { ...phase, kind: 'test', months: 1, wait_months: 0.5 },
        ],
      }),
    ]);
    expect(teams.map(({ team: name, spans }) => [name, spans[0]!.from_month, spans[0]!.to_month])).toEqual([
      ['B', 1, 3],
      ['T', 3.5, 4.5],
    ]);
  });

  it('one initiative in two phases at once is one; products run to the horizon; params count', () => {
    const product = { ...team, mode: 'product', end_month: null } as const;
    const { teams } = taskSwitching([initiative('P', [], product), initiative('Q', [], product)], {
      horizon_months: 10,
      params: { switch_scale: 0.5 },
    });
    expect(teams[0]).toMatchObject({ busy_months: 10, peak: 2 });
    expect(teams[0]!.lost_months).toBeCloseTo(0.85, 12);
  });

  it('names what it can not place, leaves out what has no money, sorts the worst first', () => {
    const { teams, unknown } = taskSwitching([
      initiative('no team', []),
      initiative('no end', [], { ...team, end_month: null }),
      initiative('no money', [], { ...team, funded: false }),
      initiative('c', [], { team: 'Y' }),
      initiative('a', [], { team: 'Z' }),
      initiative('b', [], { team: 'Z' }),
      initiative('d', [], { team: 'X' }),
    ]);
    expect(unknown).toEqual(['no team', 'no end']);
    expect(teams.map(({ team: name }) => name)).toEqual(['Z', 'X', 'Y']);
  });
});
