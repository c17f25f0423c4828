import { describe, expect, it } from 'vitest';
import { type Billed, behindRow, mostWasteful, wasteBill } from '../../../renderer/analysis/wasteBill.ts';
import type { BillRow } from '../../../renderer/charts/bill/billData.ts';
import {
  billCard,
  billFinding,
  billLegend,
  billSubtitle,
  billTable,
  billWords,
} from '../../../renderer/charts/bill/describe.ts';
import { layoutBill } from '../../../renderer/charts/bill/layout.ts';
import { figureWords } from '../../../renderer/charts/frame/figureWords.ts';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';
import { labelRect, overlaps } from '../../../renderer/charts/frame/rects.ts';
import type { Headline, ModeHeadline } from '../../../shared/analysis/headline.ts';
import { WASTE_CATEGORIES, type WasteCategory } from '../../../shared/model/types.ts';
import { catalogue } from '../../../shared/text/catalogue.ts';
import { sayOf } from '../../helpers/sayOf.ts';

type Amounts = Partial<Record<WasteCategory, readonly [pd: number, paid: number, forgone: number]>>;

const mode = (amounts: Amounts, bookedPd = 1000): ModeHeadline => {
  const of = (k: 0 | 1 | 2) => WASTE_CATEGORIES.map((category) => amounts[category]?.[k] ?? 0);
  return {
    wasteShare: null,
    timeToFirstValueMonths: null,
    bookedPd,
    cost: 0,
    value: 0,
    pd: of(0),
    cash: of(1),
    economic: of(2),
    releases: [],
  };
};
const headline = (project: Amounts, product: Amounts, known = true): Headline => ({
  project: mode(project),
  product: mode(product),
  valueKnown: known,
  parallelKnown: known,
  horizonMonths: 36,
  disbanding: null,
  startDate: null,
});
const a: Billed = {
  id: 'a',
  name: 'Claims',
  mode: 'project',
  headline: headline(
    { handoffs: [300, 3000, 0], relearning: [100, 1000, 0], delays: [0, 0, 5000] },
    { handoffs: [10, 100, 0], idle_capacity: [80, 800, 0] },
  ),
};
const b: Billed = {
  id: 'b',
  name: 'Fraud',
  mode: 'product',
  headline: headline({ handoffs: [50, 500, 0] }, { defects: [100, 1000, 0] }, false),
};
const lacks: Billed = { id: 'c', name: 'Archive', mode: 'project', headline: null };
const waits: Billed = { id: 'd', name: 'Portal', mode: 'project', headline: undefined };

const range = (low: number, high: number) => ({ low, high });
const nine = (low: number, high: number) => WASTE_CATEGORIES.map(() => range(low, high));
const simulated = {
  pd: nine(10, 400),
  money: nine(100, 4000),
  sevenPd: range(200, 900),
  sevenMoney: range(2000, 9000),
  wasteShare: range(0, 1),
  betweenReleases: range(1, 2),
  firstValue: range(1, 2),
};
const futures = {
  draws: 200,
  project: simulated,
  product: simulated,
  productAhead: 0.5,
  disbanding: { pd: range(0, 1), money: range(0, 1) },
};
const none = () => undefined;
const rowOf = (rows: readonly BillRow[], id: BillRow['id']) => rows.find((row) => row.id === id)!;

const speech = (language: 'en' | 'zh-CN') => ({
  say: sayOf('wastes', language),
  figures: figureWords(language, 'USD'),
  waste: (category: WasteCategory) => catalogue.common[language][`waste.${category}`],
});

describe('the bill', () => {
  const data = wasteBill([a, b, lacks, waits], [], none);

  it('adds each initiative in its own mode, and all in either mode', () => {
    const handoffs = rowOf(data.wastes, 'handoffs');
    expect(handoffs.today).toEqual({ pd: 300, paid: 3000, forgone: 0 });
    expect(handoffs.product.pd).toBe(0);
    expect(handoffs.allProject.pd).toBe(350);
    expect(handoffs.allProduct.pd).toBe(10);
    expect(data.total.today).toEqual({ pd: 500, paid: 5000, forgone: 5000 });
    expect(rowOf(data.prices, 'idle_capacity').today.pd).toBe(0);
    expect(rowOf(data.prices, 'idle_capacity').allProduct.pd).toBe(80);
    expect(data.bookedPd).toBe(2000);
  });

  it('counts what is not known instead of adding zeros', () => {
    expect(data).toMatchObject({
      counted: 2,
      notComputed: 1,
      pending: 1,
      valueUnknown: 1,
      parallelUnknown: 1,
    });
    const text = billSubtitle(data, speech('en'));
    expect(text).toContain('1 of 4 lacks facts and is left out.');
    expect(text).toContain('Nobody entered a value for 1');
    const nobody = wasteBill([b], [], none);
    const cells = billTable(nobody, 'pd', speech('en')).rows.find(
      (row) => row.id === 'task_switching',
    )!.cells;
    expect(cells.slice(1).every((cell) => cell.value === null && cell.text === 'not known')).toBe(true);
    // Without anybody's value the price of a delay is not zero.
    const delays = billTable(nobody, 'pd', speech('en')).rows.find((row) => row.id === 'delays')!.cells;
    expect(delays.slice(1).every((cell) => cell.value === null && cell.text === 'not known')).toBe(true);
    const words = billWords(nobody, 'money', speech('en'));
    expect(words.cell(rowOf(nobody.wastes, 'delays'), 'days')).toBe('not known');
    expect(words.cell(rowOf(nobody.wastes, 'delays'), 'money')).toBe('');
    expect(billCard('delays', nobody, 'money', speech('en')).note).toContain('Nobody entered a value');
    expect(billTable(data, 'pd', speech('en')).rows.find((row) => row.id === 'delays')!.cells[5]!.value).toBe(
      5000,
    );
  });

  it('looks as far as the longest horizon of its initiatives', () => {
    const short = { ...b, headline: { ...b.headline!, horizonMonths: 24 } };
    expect(wasteBill([short, a], [], () => null).horizonMonths).toBe(36);
    expect(wasteBill([a, short], [], () => null).horizonMonths).toBe(36);
  });

  it('has a range only once everything asked for is simulated; the rest stands at its expected figure', () => {
    expect(wasteBill([a, b], ['a', 'b'], (id) => (id === 'a' ? futures : undefined)).total.range).toBeNull();
    const some = wasteBill([a, b], ['a'], (id) => (id === 'a' ? futures : undefined));
    expect(some.total.range).toEqual({ pd: range(300, 1000), money: range(3000, 10_000) });
    expect(rowOf(some.wastes, 'handoffs').range!.pd).toEqual(range(10, 400));
  });

  it('says its finding in both languages', () => {
    expect(billFinding(data, speech('en'))).toBe(
      '25% of the effort goes into the seven wastes; handoffs and relearning are 80% of it',
    );
    expect(billFinding(data, speech('zh-CN'))).toBe('25% 的工作量耗费在七种浪费上，其中交接和重新学习占 80%');
    expect(billFinding(wasteBill([], [], none), speech('en'))).toBe('The bill of the seven wastes');
  });

  it('ranks who is behind a line', () => {
    expect(behindRow([b, a, lacks], 'total', 'pd').map(({ id }) => id)).toEqual(['a', 'b']);
    expect(behindRow([a, b], 'delays', 'pd')).toEqual([]);
    expect(behindRow([a, b], 'delays', 'money')[0]!.amount.forgone).toBe(5000);
    expect(mostWasteful([b, a], 1)).toEqual(['a']);
  });
});

describe('layout of the bill', () => {
  const data = wasteBill([a, b], ['a'], () => futures);
  const layout = (width: number, measure: 'pd' | 'money' = 'pd', language: 'en' | 'zh-CN' = 'en') =>
    layoutBill(data, measure, width, billWords(data, measure, speech(language)), estimateWidth);

  it('puts the largest waste first, then the sum, then the price of a mode', () => {
    expect(layout(1000).rows.map(({ row }) => row.id)).toEqual([
      'handoffs',
      'relearning',
      'defects',
      'extra_features',
      'task_switching',
      'delays',
      'partially_done',
      'total',
      'release_overhead',
      'idle_capacity',
    ]);
    expect(layout(1000, 'money').rows[0]!.row.id).toBe('delays');
  });

  it('draws bars to one scale, side by side, and the sum as a part of all booked days', () => {
    const { rows } = layout(1000);
    const [handoffs, relearning] = rows as [(typeof rows)[0], (typeof rows)[0]];
    expect(handoffs.project!.width / relearning.project!.width).toBeCloseTo(3, 6);
    expect(handoffs.product).toBeNull();
    expect(handoffs.range!.to).toBeGreaterThan(handoffs.project!.x + handoffs.project!.width);
    const total = rows.find(({ row }) => row.id === 'total')!;
    expect((total.project!.width + total.product!.width) / total.all!.width).toBeCloseTo(0.25, 6);
    expect(total.product!.x).toBeCloseTo(total.project!.x + total.project!.width, 6);
  });

  it('names the outline of the sum where it is drawn', () => {
    const words = speech('en');
    const labels = (measure: 'pd' | 'money', of = data) =>
      billLegend(of, measure, words).map(({ label }) => label);
    const outline = words.say('legend.whole');
    for (const measure of ['pd', 'money'] as const) {
      const drawn = layout(1000, measure).rows.some(({ all }) => all !== null);
      expect(labels(measure).includes(outline), measure).toBe(drawn);
    }
    expect(labels('pd')).toContain(outline);
    expect(labels('pd', wasteBill([], [], none))).not.toContain(outline);
  });

  it('tells what is forgone apart from what is paid', () => {
    const delays = layout(1000, 'money').rows[0]!;
    expect(delays.project).toBeNull();
    expect(delays.forgone!.width).toBeGreaterThan(50);
  });

  it.each([
    [420, 'en'],
    [700, 'en'],
    [1000, 'zh-CN'],
    [1600, 'en'],
  ] as const)('covers no words with others, %s px in %s', (width, language) => {
    for (const measure of ['pd', 'money'] as const) {
      const { rows, heads, priceHead, width: drawn } = layout(width, measure, language);
      const boxes = [...heads, priceHead, ...rows.flatMap(({ name, cells }) => [name, ...cells])]
        .filter(({ text }) => text !== '')
        .map(labelRect);
      boxes.forEach((box, i) => {
        expect(box.x + box.width).toBeLessThanOrEqual(drawn + 0.5);
        for (const other of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
      });
    }
  });

  it('stands with nothing at all', () => {
    const empty = wasteBill([], [], none);
    const drawn = layoutBill(empty, 'pd', 0, billWords(empty, 'pd', speech('en')), estimateWidth);
    expect(drawn.rows.every((row) => !row.project && !row.product && !row.all && !row.ifs)).toBe(true);
    expect(drawn.width).toBe(420);
  });
});
