import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseCoverage, coverageStages } from '../../../shared/coverage/analyse.ts';
import { gapsByQuarter, leaversBefore, readQuarter } from '../../../shared/coverage/quarterRead.ts';
import type { Quarter, QuarterFrames } from '../../../shared/coverage/quarters.ts';
import type { CoverageElement, CoverageInitiative } from '../../../shared/coverage/types.ts';
import { analyse, element, initiative, numbersIn } from './helpers.ts';

const quarters: readonly Quarter[] = [0, 3, 6, 9].map((from_month) => ({
  from_month,
  to_month: from_month + 3,
}));

const framesOf = (
  initiatives: readonly CoverageInitiative[],
  capabilities: readonly CoverageElement[],
  at: readonly Quarter[] = quarters,
): QuarterFrames => {
  const { over_time } = analyse(initiatives, capabilities, { overTime: () => at });
  if (!over_time) throw new Error('no quarters');
  return over_time;
};
const row = (list: Float64Array | Uint16Array, frames: QuarterFrames, e: number): readonly number[] =>
  Array.from(list.subarray(e * frames.quarters.length, (e + 1) * frames.quarters.length));

const month = fc.integer({ min: 0, max: 14 });
const anyInitiative = fc.record({
  budget: fc.integer({ min: 1, max: 1000 }),
  start_month: month,
  length: fc.option(fc.integer({ min: 1, max: 9 })),
  product: fc.boolean(),
  text: fc.constantFrom('customer data platform', 'customer data store', 'fraud rules', '反欺诈规则'),
  group: fc.option(fc.constantFrom('g', 'h')),
  serves: fc.uniqueArray(fc.constantFrom('A', 'B', 'C'), { minLength: 1, maxLength: 3 }),
  outcome: fc.boolean(),
});
const elements = [
  element('A'),
  element('B', { current: 3 }),
  element('C', { needed_money: 240 }),
  element('O', { kind: 'outcome' }),
];

const anyPortfolio = fc.array(anyInitiative, { minLength: 1, maxLength: 8 }).map((list) =>
  list.map((each, k): CoverageInitiative => {
    const end =
      each.length === null ? (each.product ? null : each.start_month + 1) : each.start_month + each.length;
    return initiative(`i${k}`, [], {
      name: each.text,
      budget: each.budget,
      mode: each.product ? 'product' : 'project',
      start_month: each.start_month,
      end_month: end,
      collaboration_group: each.group,
      contributions: [
        ...each.serves.map((capability) => ({ capability, weight: 0.4 })),
        ...(each.outcome ? [{ capability: 'O', weight: 1 }] : []),
      ],
    });
  }),
);

/** The portfolio as it is in one quarter alone: what is not at work is left out, money and months are cut to it. */
function cutTo(list: readonly CoverageInitiative[], { from_month, to_month }: Quarter, last: number) {
  return list.flatMap((each): CoverageInitiative[] => {
    const start = each.start_month ?? 0;
    const end = Math.max(start, each.end_month ?? last);
    const months = Math.min(end, to_month) - Math.max(start, from_month);
    if (!(months > 0)) return [];
    return [
      {
        ...each,
        budget: (each.budget! * months) / (end - start),
        start_month: Math.max(start, from_month),
        end_month: Math.min(end, to_month),
      },
    ];
  });
}

describe('coverage by quarter', () => {
  it('agrees in every quarter with a whole analysis of the portfolio cut to that quarter', () => {
    fc.assert(
      fc.property(anyPortfolio, (list) => {
        const frames = framesOf(list, elements);
        for (const [q, quarter] of quarters.entries()) {
          const cut = cutTo(list, quarter, 12);
          // The texts of all initiatives weigh the words; those that are not at work stay as words without money.
          const rest = list
            .filter(({ id }) => cut.every((each) => each.id !== id))
            .map((each) => ({ ...each, funded: false }));
          const byId = new Map([...cut, ...rest].map((each) => [each.id, each]));
          const whole = analyse(
            list.map(({ id }) => byId.get(id)!),
            elements,
          );
          for (const [e, expected] of whole.elements.entries()) {
            const found = readQuarter(frames, e, q);
            expect(found.supply).toBeCloseTo(expected.supply_money, 6);
            expect(found.redundant).toBeCloseTo(
              expected.kind === 'capability' ? expected.redundant_money : 0,
              6,
            );
            expect(found.active).toBe(expected.contributors.length);
            expect(found.redundant).toBeLessThanOrEqual(found.supply + 1e-9);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('spreads the need of the money in these quarters evenly, and a stated need as it is', () => {
    fc.assert(
      fc.property(anyPortfolio, (list) => {
        const frames = framesOf(list, elements);
        const supply = frames.ids.map((_, e) => row(frames.supply, frames, e).reduce((a, b) => a + b, 0));
        const [a, b, c] = frames.ids.map((_, e) => row(frames.need, frames, e));
        const inCapabilities = supply[0]! + supply[1]! + supply[2]!;
        // Demands 0.5, 0.25 and 0.5 share the money of the capabilities; C says what it needs.
        expect(a![0]).toBeCloseTo((inCapabilities * 0.5) / 1.25 / 4, 6);
        expect(b![0]).toBeCloseTo((inCapabilities * 0.25) / 1.25 / 4, 6);
        expect(c).toEqual([60, 60, 60, 60]);
        expect(new Set(a).size).toBe(1);
        expect(numbersIn([...frames.supply, ...frames.need]).every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it('a partner’s part stops with its contract, the rest goes on; who leaves is named', () => {
    const list = [
      initiative('I', ['A'], {
        budget: 120,
        contracts: [{ vendor: 'v', money: 60, end_month: 6 }],
      }),
      initiative('J', ['B'], { budget: 100, end_month: 7 }),
    ];
    const frames = framesOf(list, [element('A'), element('B')]);
    expect(row(frames.supply, frames, 0)).toEqual([45, 45, 15, 15]);
    expect(row(frames.active, frames, 0)).toEqual([1, 1, 1, 1]);
    const leavers = (q: number) =>
      leaversBefore(frames, q, ['I', 'J']).map(({ initiative: id, vendor, lost }) => [
        id,
        vendor,
        Number(lost.toFixed(6)),
      ]);
    // Half of I's money was spread over six months for v; J is at work for one month of the third quarter.
    expect(leavers(2)).toEqual([
      ['I', 'v', 0.25],
      ['J', null, Number((2 / 7).toFixed(6))],
    ]);
    expect(leavers(3)).toEqual([['J', null, Number((1 / 7).toFixed(6))]]);
    expect(leavers(1)).toEqual([]);
    expect(leavers(0)).toEqual([]);
  });

  it.each([
    ['is over before the work starts', { vendor: 'v', money: 60, end_month: 0 }],
    ['ends after the work', { vendor: 'v', money: 60, end_month: 40 }],
    ['has no amount', { vendor: 'v', money: null, end_month: 6 }],
    ['has no end', { vendor: 'v', money: 60, end_month: null }],
  ])('a contract that %s changes nothing', (_, contract) => {
    const frames = framesOf([initiative('I', ['A'], { contracts: [contract] })], [element('A')]);
    expect(row(frames.supply, frames, 0)).toEqual([25, 25, 25, 25]);
  });

  it('contracts worth more than the initiative end all of it', () => {
    const contracts = [
      { vendor: 'v', money: 150, end_month: 3 },
      { vendor: 'w', money: 50, end_month: 6 },
    ];
    const frames = framesOf([initiative('I', ['A'], { contracts })], [element('A')]);
    const supply = row(frames.supply, frames, 0);
    expect(supply[0]).toBeCloseTo(75 + 12.5, 9);
    expect(supply[1]).toBeCloseTo(12.5, 9);
    expect(supply.slice(2)).toEqual([0, 0]);
  });

  it('says which gaps open and close, and calls none new in the first quarter', () => {
    const list = [
      initiative('I', ['A'], { budget: 100, end_month: 6 }),
      initiative('J', ['B'], { budget: 100, start_month: 3, end_month: 12 }),
    ];
    const frames = framesOf(list, [element('A'), element('B'), element('N', { current: 4 })]);
    const gaps = gapsByQuarter(4, [0, 1, 2], (e, q) => readQuarter(frames, e, q).open);
    expect(gaps).toEqual([
      { open: [1], opening: [], closing: [] },
      { open: [], opening: [], closing: [1] },
      { open: [0], opening: [0], closing: [] },
      { open: [0], opening: [], closing: [] },
    ]);
  });

  it('answers nothing for quarters that nobody asked for or that a portfolio without money has not', () => {
    expect(analyse([initiative('I', ['A'])], [element('A')]).over_time).toBeUndefined();
    const asked: unknown[] = [];
    const none = analyseCoverage(
      { initiatives: [initiative('I', ['A'], { funded: false })], capabilities: [element('A')] },
      {
        overTime: (extent) => {
          asked.push(extent);
          return quarters;
        },
      },
    );
    expect(none?.over_time).toBeUndefined();
    expect(asked).toEqual([]);
    expect(framesOf([initiative('I', ['A'])], [element('A')], []).quarters).toEqual([]);
  });
});

it('can be paused in the midst of every part of it', () => {
  const initiatives = Array.from({ length: 1200 }, (_, at) =>
    initiative(`i${at}`, ['A'], { name: `Team ${at}`, start_month: 0, end_month: 12 }),
  );
  const shares: number[] = [];
  const stages = coverageStages({ initiatives, capabilities: [element('A')] }, { overTime: () => quarters });
  for (const stage of stages) if (typeof stage === 'number') shares.push(stage);
  // Facts, vectors, likenesses, overlaps and quarters, by their parts of the whole.
  for (const [from, to] of [
    [0, 0.1],
    [0.2, 0.35],
    [0.35, 0.7],
    [0.7, 0.9],
    [0.9, 0.95],
  ] as const)
    expect(shares.filter((share) => share > from && share < to).length, `${from} to ${to}`).toBeGreaterThan(
      3,
    );
});

it('can be paused after each quarter, and gives what it gives at once', () => {
  const initiatives = ['i', 'j'].map((id) => initiative(id, ['A'], { start_month: 0, end_month: 12 }));
  const input = { initiatives, capabilities: [element('A')] };
  const options = { overTime: () => quarters };
  const stages = coverageStages(input, options);
  const shares: number[] = [];
  let stage = stages.next();
  for (; !stage.done; stage = stages.next()) if (typeof stage.value === 'number') shares.push(stage.value);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.filter((share) => share > 0.9 && share < 0.95)).toHaveLength(quarters.length - 1);
  expect(stage.value).toEqual(analyseCoverage(input, options));
});
