import { describe, expect, it } from 'vitest';
import { figureWords } from '../../../renderer/charts/frame/figureWords.ts';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';
import { apart, labelRect, overlaps } from '../../../renderer/charts/frame/rects.ts';
import {
  convertReasons,
  mapFinding,
  mapTable,
  mapWords,
  stayReason,
} from '../../../renderer/charts/map/describe.ts';
import { layoutMap, type MapRing, squareOf } from '../../../renderer/charts/map/layout.ts';
import { daysSaved, type MapItem, rankProjects } from '../../../renderer/charts/map/mapData.ts';
import {
  isKeptWindow,
  panWindow,
  partOfMap,
  wholeWindow,
  zoomWindow,
} from '../../../renderer/charts/map/window.ts';
import { sayOf } from '../../helpers/sayOf.ts';

const item = (id: string, facts: Partial<MapItem> = {}): MapItem => ({
  id,
  name: `Initiative ${id}`,
  mode: 'project',
  now: { between: 12, first: 12, share: 0.4, cost: 1_000_000 },
  other: { between: 1, first: 2, share: 0.2, cost: 900_000 },
  horizonMonths: 36,
  gain: 500_000,
  valueGain: 400_000,
  wasteDaysSaved: 300,
  releaseDaysAdded: 40,
  idleDaysAdded: 60,
  sooner: 10,
  ...facts,
});
const speech = (language: 'en' | 'zh-CN' = 'en') => ({
  say: sayOf('map', language),
  figures: figureWords(language, 'USD'),
  mode: (mode: 'project' | 'product') => mode,
});
const draw = (
  items: readonly MapItem[],
  lit: readonly string[],
  options: { width?: number; arrows?: readonly string[]; rings?: ReadonlyMap<string, MapRing> } = {},
) =>
  layoutMap(
    items,
    {
      axis: 'between',
      window: wholeWindow(items, 'between'),
      order: items.map(({ id }) => id),
      lit,
      arrows: options.arrows ?? lit,
      rings: options.rings ?? new Map(),
    },
    { width: options.width ?? 900, height: 520 },
    mapWords('between', 36, speech()),
    estimateWidth,
  );

it('writes a long name out where a wide map has room for it', () => {
  const name = 'Document Archiving, Reporting & Regulatory Tracking System';
  const text = (width: number) => draw([item('a', { name })], ['a'], { width, arrows: [] }).labels[0]?.text;
  expect(text(1500)).toBe(name);
  expect(text(600)).toMatch(/…$/);
});

it('gives a name a place only where it cannot be read as that of another mark', () => {
  const at = (id: string, between: number, share: number) =>
    item(id, { name: `A long name of ${id}`, now: { between, first: between, share, cost: 1_000_000 } });
  // Marks in a bunch: the free places of one's name lie beside the others.
  const items = [
    at('a', 12, 0.4),
    at('b', 13, 0.39),
    at('c', 11, 0.41),
    at('d', 12.1, 0.37),
    at('e', 14, 0.42),
    at('f', 10, 0.38),
    at('g', 12.5, 0.43),
    at('h', 11.4, 0.35),
    { ...at('far', 2, 0.1), now: { between: 2, first: 2, share: 0.1, cost: 100_000_000 } },
  ];
  const layout = draw(
    items,
    items.map(({ id }) => id),
    { arrows: [] },
  );
  const rectOf = (id: string) => layout.marks.find((mark) => mark.id === id)!.rect;
  expect(layout.labels.length).toBeGreaterThan(2);
  for (const label of layout.labels) {
    const own = rectOf(label.id);
    for (const { id } of items) {
      // Marks that touch share a place, and a name beside both may be either's.
      if (apart(rectOf(id), own) < 4) continue;
      const [near, far] = [apart(labelRect(label), own), apart(labelRect(label), rectOf(id))];
      expect(far, `${label.id} beside ${id}`).toBeGreaterThan(near - 3);
    }
  }
});

describe('ranking', () => {
  const items = [
    item('small', { gain: 100_000, now: { between: 6, first: 6, share: 0.3, cost: 100_000 } }),
    item('large'),
    item('stay', { gain: -200_000, valueGain: 0, idleDaysAdded: 500 }),
    item('unknown', { gain: null, valueGain: null }),
    item('team', { mode: 'product' }),
  ];
  it('orders by gain, or by gain for the money, and keeps the rest apart', () => {
    expect(rankProjects(items, 'gain').convert.map(({ id }) => id)).toEqual(['large', 'small']);
    expect(rankProjects(items, 'perMoney').convert.map(({ id }) => id)).toEqual(['small', 'large']);
    expect(rankProjects(items, 'gain').stay.map(({ id }) => id)).toEqual(['stay']);
    expect(rankProjects(items, 'gain').unknown.map(({ id }) => id)).toEqual(['unknown']);
  });
  it('takes what a standing team costs off the days saved', () => {
    expect(daysSaved(item('x'))).toBe(200);
  });
  it('says its finding, also when nothing gains or nothing is known', () => {
    const say = (list: readonly MapItem[]) => mapFinding(list, rankProjects(list, 'gain'), 0, speech());
    expect(say(items)).toBe(
      'Converting 2 projects would save 400 days and bring first value 10 months sooner',
    );
    expect(say([item('x', { idleDaysAdded: 5000 })])).toBe(
      'Converting 1 project would be worth $500K more and bring first value 10 months sooner',
    );
    expect(say([items[2]!])).toBe('No project here would gain from becoming a product team');
    // Of two projects, one lacks a value and one lacks facts: what is known of the third holds for neither.
    const two = [items[2]!, items[3]!];
    expect(mapFinding(two, rankProjects(two, 'gain'), 1, speech())).toBe(
      'No project that can be judged would gain as a product team; 2 cannot be judged yet',
    );
    expect(say([items[3]!])).toMatch(/^Nobody entered a value/);
    expect(say([items[4]!])).toBe('Nothing here runs as a project');
    const team = [items[4]!];
    expect(mapFinding(team, rankProjects(team, 'gain'), 2, speech())).toBe(
      'None of the 2 projects can be played forward: they lack facts',
    );
    expect(mapFinding(items, rankProjects(items, 'gain'), 0, speech('zh-CN'))).toContain('转换 2 个项目');
  });
  it('gives reasons in words', () => {
    expect(convertReasons(item('x'), 0.86, speech())).toEqual([
      '$500K more in value less cost (0.5 for each 1 of its cost)',
      '300 fewer days in the seven wastes',
      '100 more days as the price of releasing often and of a standing team',
      'first value 10 months sooner',
      'ahead in 43 of 50 futures',
    ]);
    expect(stayReason(items[2]!, speech())).toBe(
      'The project is $200K better: a standing team would have 500 idle days and releasing often would cost 40 more days.',
    );
  });
  it('has a table in which what is not known is empty', () => {
    const table = mapTable(
      items,
      items.map(({ id }) => id),
      rankProjects(items, 'gain'),
      speech(),
    );
    const at = table.columns.findIndex(({ id }) => id === 'gain');
    expect(table.rows.find(({ id }) => id === 'unknown')!.cells[at]).toEqual({ value: null, text: '' });
  });
});

describe('layout of the map', () => {
  it('puts marks where their months and shares say, on a logarithmic scale', () => {
    const { lit, plot, arrows, xTicks, yTicks } = draw([item('a')], ['a']);
    const tickX = (k: number) => xTicks[k]!.x;
    expect(xTicks).toHaveLength(6);
    expect(tickX(1) - tickX(0)).toBeCloseTo((tickX(2) - tickX(1)) * (Math.log(2) / Math.log(3)), 6);
    expect(lit[0]!.x).toBeCloseTo(tickX(4), 6);
    expect(lit[0]!.y).toBeCloseTo(yTicks.find(({ label }) => label.text === '40%')!.y, 6);
    expect(arrows[0]!.x).toBeCloseTo(tickX(1), 6);
    expect(plot.y + plot.height).toBeGreaterThan(lit[0]!.y);
  });
  it('lets areas stand for money', () => {
    const half = item('b', { now: { between: 12, first: 12, share: 0.3, cost: 250_000 } });
    const { lit } = draw([item('a'), half], ['a', 'b']);
    const [a, b] = lit as [(typeof lit)[0], (typeof lit)[0]];
    expect((b.r - 2.8) / (a.r - 2.8)).toBeCloseTo(0.5, 6);
  });
  it('gives a place of its own to what never releases', () => {
    const never = item('n', { now: { between: null, first: null, share: 0.4, cost: 1 } });
    const { lit, neverX, plot, titles } = draw([never], ['n']);
    expect(lit[0]!.x).toBe(neverX);
    expect(neverX!).toBeGreaterThan(plot.x + plot.width);
    expect(titles.map(({ text }) => text).join(' ')).toContain('none by month');
    expect(draw([item('a')], ['a']).neverX).toBeNull();
  });
  it('draws a ring from P10 to P90 around the other place', () => {
    const rings = new Map([['a', { fromMonths: 0.5, toMonths: 3, fromShare: 0.1, toShare: 0.3 }]]);
    const { arrows, xTicks } = draw([item('a')], ['a'], { rings });
    const { cx, rx } = arrows[0]!.ring!;
    expect(cx - rx).toBeCloseTo(xTicks[0]!.x, 6);
    expect(cx + rx).toBeCloseTo(xTicks[2]!.x, 6);
  });

  const crowd = Array.from({ length: 300 }, (_, k) =>
    item(`${k}`, {
      name: k % 2 === 0 ? `Renewal of the claims portal ${k}` : `理赔门户续建项目 ${k}`,
      mode: k % 3 === 0 ? 'product' : 'project',
      now: {
        between: 0.5 + ((k * 37) % 240) / 10,
        first: 1,
        share: ((k * 13) % 60) / 100,
        cost: 1000 * ((k * 7) % 100),
      },
    }),
  );
  it.each([420, 700, 1200, 1800])('names what is lit without covering other names, %s px', (width) => {
    const lit = crowd.slice(0, 12).map(({ id }) => id);
    const {
      labels,
      xTicks,
      yTicks,
      titles,
      width: drawn,
    } = draw(crowd, lit, { width, arrows: lit.slice(0, 4) });
    expect(labels.length).toBeGreaterThan(7);
    const boxes = [
      ...labels,
      ...titles,
      ...yTicks.map(({ label }) => label),
      ...xTicks.flatMap(({ label }) => label ?? []),
    ].map(labelRect);
    boxes.forEach((box, i) => {
      expect(box.x).toBeGreaterThanOrEqual(-0.5);
      expect(box.x + box.width).toBeLessThanOrEqual(drawn + 0.5);
      for (const other of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
    });
  });
  it.each([0.02, 0.025, 0.03, 0.035, 0.04, 0.045, 0.05])(
    'keeps names above each other a line apart, marks %s of the effort apart',
    (step) => {
      const stacked = Array.from({ length: 12 }, (_, k) =>
        item(`s${k}`, {
          name: k % 2 === 0 ? 'Bring in-house claims' : '鸾恒本地化信用评分',
          now: { between: 20, first: 1, share: 0.2 + step * k, cost: 1000 },
        }),
      );
      const { labels } = draw(
        stacked,
        stacked.map(({ id }) => id),
        { width: 700, arrows: [] },
      );
      expect(labels.length).toBeGreaterThan(2);
      labels.forEach((label, i) => {
        const box = labelRect(label);
        for (const other of labels.slice(i + 1)) {
          const { x, width: wide } = labelRect(other);
          if (box.x < x + wide && x < box.x + box.width)
            expect(Math.abs(label.y - other.y), `${label.text} / ${other.text}`).toBeGreaterThan(
              1.15 * label.size,
            );
        }
      });
    },
  );
  it.each([420, 700, 1200, 1800])(
    'names nothing nearer to another lit mark than to its own, %s px',
    (width) => {
      const dense = Array.from({ length: 14 }, (_, k) =>
        item(`d${k}`, {
          now: { between: 8 + (k % 5), first: 1, share: 0.4 + 0.05 * ((k * 3) % 7), cost: 1000 },
        }),
      );
      const ids = dense.map(({ id }) => id);
      const { labels, lit } = draw(dense, ids, { width, arrows: [] });
      expect(labels.length).toBeGreaterThan(0);
      for (const label of labels) {
        const own = squareOf(lit.find(({ item: { id } }) => id === label.id)!);
        const distance = apart(labelRect(label), own);
        for (const other of lit.map(squareOf))
          if (apart(other, own) >= 2)
            expect(apart(labelRect(label), other), label.text).toBeGreaterThanOrEqual(1.5 * distance);
      }
    },
  );
  it('names an arrow at its other end where its mark stands in a bunch', () => {
    const bunch = [0.4, 0.408, 0.416, 0.424, 0.432].map((share, k) =>
      item(`b${k}`, {
        name: `A name as long as those of most initiatives ${k}`,
        now: { between: 20, first: 20, share, cost: 1000 },
        other: { between: 1 + 2 * k, first: 1, share: 0.05 + 0.06 * k, cost: 1000 },
      }),
    );
    const ids = bunch.map(({ id }) => id);
    expect(draw(bunch, ids, { arrows: [] }).labels.length).toBeLessThan(ids.length);
    const { labels, arrows } = draw(bunch, ids);
    expect(labels.map(({ id }) => id)).toEqual(ids);
    const elsewhere = labels.filter(({ x }) => x < 700);
    expect(elsewhere).not.toHaveLength(0);
    for (const label of elsewhere) {
      const [own, ...others] = [...arrows]
        .sort((a, b) => Number(b.item.id === label.id) - Number(a.item.id === label.id))
        .map((arrow) => apart(labelRect(label), squareOf(arrow)));
      for (const other of others) expect(other).toBeGreaterThan(own!);
    }
  });
  it('walks by rank', () => {
    expect(
      draw(crowd, [])
        .marks.slice(0, 3)
        .map(({ id, lane }) => [id, lane]),
    ).toEqual([
      ['0', 0],
      ['1', 1],
      ['2', 2],
    ]);
  });
  it('stands with nothing at all', () => {
    expect(draw([], [])).toMatchObject({
      grey: { project: new Float64Array(), product: new Float64Array() },
      lit: [],
      arrows: [],
      labels: [],
      marks: [],
      neverX: null,
    });
  });
});

describe('the window', () => {
  const whole = wholeWindow([item('a')], 'between');
  const plot = { x: 50, y: 20, width: 800, height: 400 };
  it('holds everything, two weeks to two years at the least', () => {
    expect(whole.fromMonths).toBeLessThan(0.5);
    expect(whole.toMonths).toBeGreaterThan(24);
    const far = item('f', { now: { between: 55, first: 1, share: 0.9, cost: 1 } });
    expect(wholeWindow([far], 'between').toMonths).toBeGreaterThan(55);
    expect(wholeWindow([far], 'between').toShare).toBeGreaterThan(0.9);
  });
  it('keeps what is under the pointer when it comes closer, and never leaves the whole', () => {
    const at = { x: 450, y: 220 };
    const near = zoomWindow(whole, whole, 2, at, plot);
    const middle = (w: typeof whole) => Math.sqrt(w.fromMonths * w.toMonths);
    expect(middle(near)).toBeCloseTo(middle(whole), 9);
    expect(Math.log(near.toMonths / near.fromMonths)).toBeCloseTo(
      Math.log(whole.toMonths / whole.fromMonths) / 2,
      9,
    );
    const back = zoomWindow(near, whole, 0.001, at, plot);
    expect(back.fromMonths).toBeCloseTo(whole.fromMonths, 9);
    expect(back.toShare).toBeCloseTo(whole.toShare, 9);
    const moved = panWindow(near, whole, 100_000, -100_000, plot);
    expect(moved.fromMonths).toBeCloseTo(whole.fromMonths, 9);
    expect(moved.fromShare).toBeCloseTo(0, 9);
  });
  it('that was kept is moved into what there is by now, and is none where it shows all of that', () => {
    const near = zoomWindow(whole, whole, 2, { x: 450, y: 220 }, plot);
    expect(partOfMap(null, whole)).toBeNull();
    const same = partOfMap(near, whole)!;
    expect(same.fromMonths).toBeCloseTo(near.fromMonths, 9);
    expect(same.toShare).toBeCloseTo(near.toShare, 9);
    expect(partOfMap(zoomWindow(near, whole, 0.001, { x: 450, y: 220 }, plot), whole)).toBeNull();
    const outside = partOfMap({ fromMonths: 100, toMonths: 200, fromShare: 0.9, toShare: 0.95 }, whole)!;
    expect(outside.toMonths).toBeCloseTo(whole.toMonths, 9);
    expect(outside.toMonths / outside.fromMonths).toBeCloseTo(2, 9);
    expect(outside.toShare).toBeCloseTo(whole.toShare, 9);
  });
  it.each([
    [null, true],
    [{ fromMonths: 1, toMonths: 2, fromShare: 0, toShare: 1 }, true],
    [{ fromMonths: 0, toMonths: 2, fromShare: 0, toShare: 1 }, false],
    [{ fromMonths: 2, toMonths: 1, fromShare: 0, toShare: 1 }, false],
    [{ fromMonths: 1, toMonths: 2, fromShare: '0', toShare: 1 }, false],
    [{ fromMonths: 1, toMonths: 2 }, false],
    ['all', false],
  ])('of %j is understood: %j', (kept, understood) => {
    expect(isKeptWindow(kept)).toBe(understood);
  });
});
