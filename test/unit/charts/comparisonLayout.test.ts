import { describe, expect, test } from 'vitest';
import type {
  ComparedRow,
  ComparedState,
  ComparisonData,
} from '../../../renderer/charts/comparison/comparisonData.ts';
import { relativeChange, verdictOf } from '../../../renderer/charts/comparison/comparisonData.ts';
import {
  comparisonFinding,
  comparisonLegend,
  comparisonSubtitle,
  comparisonWords,
  differenceText,
  futuresFinding,
} from '../../../renderer/charts/comparison/describe.ts';
import {
  type ComparisonSection,
  type ComparisonWords,
  layoutComparison,
} from '../../../renderer/charts/comparison/layout.ts';
import { SLOPE_LINES } from '../../../renderer/charts/comparison/slope.ts';
import { figureWords } from '../../../renderer/charts/frame/figureWords.ts';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';
import { labelRect, overlaps } from '../../../renderer/charts/frame/rects.ts';
import { sayOf } from '../../helpers/sayOf.ts';

const words: ComparisonWords = {
  measure: ({ measure }) => measure,
  value: (_, value) => String(value),
  cell: (value, difference) => `${value} (${difference})`,
  difference: ({ base, comparable }, k) => {
    const value = comparable[k] ?? null;
    return base === null || value === null ? '' : String(value - base);
  },
  base: 'From',
  same: 'same',
  percent: (share) => `${Math.round(share * 100)}%`,
  dots: ({ name }) => name,
  dotsTitle: 'Futures',
  money: (amount) => String(Math.round(amount)),
  slopeTitle: ({ name }) => name,
  slopeEnd: (_, side, name) => `${name} ${side}`,
  more: (count) => `${count} more`,
};
const row = (
  measure: ComparedRow['measure'],
  base: number | null,
  values: readonly (number | null)[],
  comparable = values,
): ComparedRow => ({ measure, base, values, comparable });
const spread = { low: 0, likely: 0, high: 0 };
const state = (letter: string, values: Partial<ComparedState> = {}): ComparedState => ({
  id: letter,
  letter,
  name: `State ${letter}`,
  otherCurrency: null,
  futures: null,
  initiatives: [],
  counts: { added: 0, changed: 1, removed: 0 },
  knownOnOneSide: 0,
  ...values,
});
const futures = (dots: readonly number[]) => ({
  draws: 100,
  simulated: 1,
  valueUnknown: 0,
  ahead: 0.5,
  net: spread,
  value: spread,
  cost: spread,
  wasteMoney: spread,
  dots,
});
const initiatives = (count: number) =>
  Array.from({ length: count }, (_, k) => ({
    id: `i${k}`,
    name: `Initiative ${k}`,
    kind: 'changed' as const,
    before: 100 + k,
    after: 200 - k,
  }));
const layout = (data: ComparisonData, width = 900) => layoutComparison(data, 0, width, words, estimateWidth);
const data = (states: ComparedState[], rows: ComparisonData['rows']): ComparisonData => ({
  baseName: 'Plan',
  baseCalled: 'the plan',
  states,
  rows,
});

describe('states held against each other', () => {
  test('have their names whole where the figures leave room, and a quarter where they need it', () => {
    const long = { ...words, measure: () => 'Months between releases, the median of all' };
    const named = (states: number, value: string) =>
      layoutComparison(
        data(
          Array.from({ length: states }, (_, k) => state('ABCD'[k]!)),
          [row('betweenReleasesMonths', 7, Array(states).fill(8))],
        ),
        0,
        900,
        { ...long, cell: () => value },
        estimateWidth,
      ).rows[0]!.name.text;
    expect(named(1, '8')).toBe(long.measure());
    expect(named(4, '¥1,234,567 (+¥1,234,567)')).toMatch(/…$/);
  });

  test('lie where they moved, on one scale: the same share is the same length in every row', () => {
    const drawn = layout(
      data(
        [state('A')],
        [
          row('cost', 100, [50]),
          row('value', 1_000_000, [2_000_000]),
          row('budget', 10, [10]),
          row('gapMoney', null, [5]),
        ],
      ),
    );
    const [cost, value, budget, gap] = drawn.rows.map(({ dumbbells }) => dumbbells[0]);
    expect(cost!.to - drawn.zero!.x).toBeCloseTo(-(value!.to - drawn.zero!.x), 6);
    expect(budget!.to).toBe(drawn.zero!.x);
    expect(gap).toBeUndefined();
    expect([cost!.verdict, value!.verdict, budget!.verdict]).toEqual(['better', 'better', 'same']);
    expect(drawn.rows.map(({ y }) => y)).toEqual([30, 68, 106, 144]);
  });

  test('say what moved, not what somebody filled in: sums hold it, differences do not', () => {
    const filled = data([state('A')], [row('value', 100, [160], [90]), row('cost', 100, [130], [100])]);
    const [value, cost] = layout(filled).rows;
    expect(value!.cells.map(({ text, verdict }) => [text, verdict])).toEqual([
      ['100', null],
      ['160 (-10)', 'worse'],
    ]);
    expect(value!.dumbbells[0]!.to).toBeLessThan(value!.dumbbells[0]!.from);
    expect([cost!.dumbbells[0]!.verdict, cost!.cells[1]!.verdict]).toEqual(['same', 'same']);
  });

  test('up to four stand in lanes of their own, and no two words meet at any size', () => {
    const states = ['A', 'B', 'C', 'D'].map((letter, k) =>
      state(letter, {
        futures: futures(Array.from({ length: 50 }, (_, i) => (i - 10 * k) * 1000)),
        initiatives: initiatives(30),
      }),
    );
    const rows = [row('cost', 100, [90, 110, 100, null]), row('value', 100, [1, 2, 3, 4])];
    for (const width of [520, 760, 1100, 1600]) {
      const drawn = layout(data(states, rows), width);
      expect(new Set(drawn.rows[1]!.dumbbells.map(({ y }) => y)).size).toBe(4);
      const labels = [
        ...drawn.heads,
        ...drawn.rows.flatMap(({ name, cells }) => [name, ...cells]),
        ...drawn.dots.flatMap((strip) => strip.labels),
        ...(drawn.slope?.lines.flatMap(({ left, right }) => [left, right]) ?? []),
      ].filter((label) => label !== null && label.text !== '');
      for (const [k, a] of labels.entries()) {
        for (const b of labels.slice(k + 1))
          expect(overlaps(labelRect(a!), labelRect(b!)), `${width}: ${a!.text} / ${b!.text}`).toBe(false);
      }
      expect(drawn.slope?.lines).toHaveLength(SLOPE_LINES);
      expect(drawn.slope?.more?.text).toBe('18 more');
    }
  });

  test('have fifty futures each, none covering another, those ahead right of zero', () => {
    const dots = Array.from({ length: 50 }, (_, i) => (i < 13 ? -5 : 7));
    const [strip] = layout(data([state('A', { futures: futures(dots) })], [])).dots;
    expect(strip?.dots).toHaveLength(50);
    expect(strip?.dots.filter(({ ahead }) => ahead)).toHaveLength(37);
    const places = new Set(strip?.dots.map(({ x, y }) => `${x} ${y}`));
    expect(places.size).toBe(50);
    for (const { x, ahead } of strip!.dots) expect(x > strip!.zeroX).toBe(ahead);
  });

  test('show the initiatives that move, never those that stay; names give way to amounts', () => {
    const moved = [
      { id: 'stays', name: 'Stays', kind: 'changed' as const, before: 7, after: 7 },
      { id: 'hardly', name: 'Hardly', kind: 'changed' as const, before: 70, after: 70.001 },
      { id: 'unknown', name: 'Unknown', kind: 'changed' as const, before: null, after: null },
      { id: 'long', name: 'Long name '.repeat(30), kind: 'changed' as const, before: 9, after: 4 },
      { id: 'gone', name: 'Gone', kind: 'removed' as const, before: 5, after: null },
    ];
    const { slope } = layout(data([state('A', { initiatives: moved })], []));
    expect(slope?.lines.map(({ id }) => id)).toEqual(['gone', 'long']);
    expect(slope?.lines[1]?.left?.text).toMatch(/… before$/);
    expect(slope?.lines[0]?.right).toBeNull();
    expect(layout(data([state('A', { initiatives: moved.slice(0, 3) })], [])).slope).toBeNull();
  });

  test('can be shown part by part, each with what it shows alone', () => {
    const whole = data(
      [state('A', { futures: futures([1, 2]), initiatives: initiatives(4) })],
      [row('cost', 2, [1])],
    );
    const part = (...sections: ComparisonSection[]) =>
      layoutComparison(whole, 0, 900, words, estimateWidth, { sections, rowPad: 4 });
    const [measures, ahead, moved] = [part('measures'), part('futures'), part('moved')];
    expect([measures.rows.length, measures.dots.length, measures.slope]).toEqual([1, 0, null]);
    expect([ahead.rows.length, ahead.zero, ahead.dots.length, ahead.slope]).toEqual([0, null, 1, null]);
    expect([moved.rows.length, moved.dots.length, moved.slope?.lines.length]).toEqual([0, 0, 4]);
    expect(measures.rows[0]!.height).toBe(26);
    const ids = [measures, ahead, moved].flatMap(({ marks }) => marks.map(({ id }) => id));
    expect(ids).toEqual(layout(whole).marks.map(({ id }) => id));
  });

  test('with nothing to show take no room for it', () => {
    const drawn = layout(data([state('A')], []));
    expect([drawn.rows, drawn.dots, drawn.dotsTitle, drawn.slope]).toEqual([[], [], null, null]);
    expect(drawn.height).toBeLessThan(60);
  });
});

test.each([
  ['cost', 10, 5, 'better'],
  ['cost', 5, 10, 'worse'],
  ['value', 5, 10, 'better'],
  ['budget', 5, 10, 'same'],
  ['value', null, 10, 'same'],
  ['value', 10, 10, 'same'],
] as const)('%s from %s to %s is %s', (measure, base, value, verdict) => {
  expect(verdictOf(measure, base, value)).toBe(verdict);
});

test('the change is a share of the larger side', () => {
  expect([
    relativeChange(100, 50),
    relativeChange(0, 5),
    relativeChange(0, 0),
    relativeChange(null, 1),
  ]).toEqual([-0.5, 1, 0, null]);
});

describe.each(['en', 'zh-CN'] as const)('what a comparison says in %s', (language) => {
  const speech = { say: sayOf('comparison', language), figures: figureWords(language, 'USD') };
  const finding = (...states: ComparedState[]): string => comparisonFinding(data(states, []), speech);
  const moved = (net: number): ComparedState =>
    state('A', { futures: { ...futures([1, 2]), net: { ...spread, likely: net } } });

  test('stands what somebody named in one pair of quotes', () => {
    const said = [
      finding(moved(5_000)),
      finding(moved(-5_000)),
      finding(moved(5_000), state('B', { futures: futures([1]) })),
      finding(state('A')),
    ];
    for (const sentence of said) expect(sentence.match(/“[^“”]*”/g), sentence).toEqual(['“State A”']);
    for (const sentence of said) expect(sentence.match(/[“”]/g), sentence).toHaveLength(2);
  });

  test('sets the marks of its language around figures', () => {
    const words = comparisonWords(data([], []), speech);
    const inEnglish = language === 'en';
    expect(words.cell('$6', '−$3')).toBe(inEnglish ? '$6 (−$3)' : '$6（−$3）');
    expect(words.dots(state('A', { futures: futures([1, 2]) }))).toMatch(
      inEnglish ? /^State A: ahead/ : /^State A：在 50 种未来中/,
    );
  });

  test('begins with a capital letter where it begins with the plan', () => {
    const plan = (change: Partial<ComparedState>): ComparedState =>
      state('A', { id: 'plan', name: speech.say('state.plan'), ...change });
    const first = speech.say('state.planFirst');
    const moves = plan({ futures: { ...futures([1, 2]), net: { ...spread, likely: 5_000 } } });
    for (const sentence of [
      finding(moves),
      finding(moves, state('B', { futures: futures([-1]) })),
      finding(plan({ counts: { added: 0, changed: 0, removed: 0 } })),
      comparisonSubtitle(data([plan({ futures: null })], []), speech),
    ])
      expect(sentence.startsWith(first), sentence).toBe(true);
  });

  test('says of states that come out the same in every future that they do equally well', () => {
    const same = { futures: futures([-1, 2, 3]) };
    const other = state('C', { futures: futures([-9, 1, 1]) });
    const said = finding(state('A', same), state('B', same), other);
    expect(said).toContain(language === 'en' ? '“State A” and “State B” do equally well' : '不分上下');
    expect(finding(state('A', same), other)).not.toMatch(/equally|不分上下/);
  });

  test('says by how much a median moves that is written alike on both sides', () => {
    const by = (base: number, value: number) => differenceText('betweenReleasesMonths', base, value, speech);
    expect([by(13.52, 13.49), by(13.5, 13.501), by(13.5, 12.2)]).toEqual(['−0.03', '+<0.01', '−1.3']);
  });

  test('explains the dots of futures that are drawn and no others', () => {
    const swatches = (dots: readonly number[]) =>
      comparisonLegend(data([state('A', { futures: futures(dots) })], []), 0, speech, ['futures']).map(
        ({ swatch }) => swatch,
      );
    expect(swatches([1, 2])).toEqual(['futureAhead']);
    expect(swatches([-1, 2])).toEqual(['futureAhead', 'futureBehind']);
  });

  test('says of the futures by how much one moves, or of several how often each is ahead', () => {
    const one = state('A', {
      futures: { ...futures([-1, 2, 3]), net: { low: -2_000, likely: 1, high: 5_000 } },
    });
    const said = (withAmounts: boolean, ...states: ComparedState[]) =>
      futuresFinding(data(states, []), speech, withAmounts);
    const inEnglish = language === 'en';
    expect(said(true, one)).toBe(
      inEnglish
        ? 'Value less cost moves by −$2K to +$5K (P10 to P90) against the plan'
        : '相对the plan，价值减成本的变化为 −$2000 至 +$5000（P10 至 P90）',
    );
    expect(said(false, one)).toBe(
      inEnglish ? 'Of 50 futures, ahead of the plan in: A 2' : '优于the plan的未来数（共 50 种）：A 2 种',
    );
    expect(said(true, one, state('B'), state('C', { futures: futures([1]) }))).toBe(
      inEnglish
        ? 'Of 50 futures, ahead of the plan in: A 2, C 1'
        : '优于the plan的未来数（共 50 种）：A 2 种、C 1 种',
    );
  });

  test('explains the lines of the initiatives that move, those that are drawn and no others', () => {
    const line = (before: number | null, after: number | null, kind: 'changed' | 'added' = 'changed') => ({
      ...{ id: `${before}-${after}`, name: 'N', kind, before, after },
    });
    const swatches = (...moved: ReturnType<typeof line>[]) => {
      const items = comparisonLegend(data([state('A', { initiatives: moved })], []), 0, speech, ['moved']);
      expect(new Set(items.map(({ label }) => label)).size).toBe(items.length);
      return items.map(({ swatch }) => swatch);
    };
    expect(swatches(line(9, 4))).toEqual(['beforeAfter', 'movedBetter']);
    expect(swatches(line(4, 9), line(9, 4))).toEqual(['beforeAfter', 'movedBetter', 'movedWorse']);
    expect(swatches(line(null, 4))).toEqual(['beforeAfter', 'movedUnknown']);
    expect(swatches(line(null, 4, 'added'), line(7, 7))).toEqual([]);
  });
});
