import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureWords } from '../../../renderer/charts/frame/figureWords.ts';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';
import { type Label, labelRect, overlaps } from '../../../renderer/charts/frame/rects.ts';
import { stringCard, stringTable } from '../../../renderer/charts/stringline/cards.ts';
import {
  type StringSpeech,
  stringFinding,
  stringLegend,
  stringSubtitle,
  stringWords,
} from '../../../renderer/charts/stringline/describe.ts';
import { packLanes } from '../../../renderer/charts/stringline/lanes.ts';
import { layoutStringline } from '../../../renderer/charts/stringline/layout.ts';
import type { StringlineLayout } from '../../../renderer/charts/stringline/scene.ts';
import { orderCost, orderStations } from '../../../renderer/charts/stringline/stationOrder.ts';
import { byWaiting, waitingBySpan } from '../../../renderer/charts/stringline/stringlineData.ts';
import type { HandoffLine } from '../../../shared/analysis/handoffLine.ts';
import { product, project } from '../../helpers/handoffLines.ts';
import { sayOf } from '../../helpers/sayOf.ts';

const speech: StringSpeech = {
  say: sayOf('handoffs', 'en'),
  figures: figureWords('en', 'USD'),
  phaseKind: (kind) => kind,
};
const words = stringWords(speech, (name) => ('year' in name ? String(name.year) : 'x'));
const draw = (
  lit: readonly HandoffLine[],
  width = 940,
  rest: readonly HandoffLine[] = [],
  focus?: { from: number; to: number },
): StringlineLayout => layoutStringline({ lit, rest }, width, 1, words, estimateWidth, focus ?? null);
const dozen = Array.from({ length: 12 }, (_, k) =>
  k % 5 === 4
    ? product(`p${k}`, `Product ${k}`, 20_000 + 17 * k)
    : project(
        `i${k}`,
        ['Idea', 'Design', k % 2 ? 'Build A' : 'Build B', 'Test', 'Run'],
        20_000 + 23 * k,
        k % 3 > 0,
      ),
);

describe('places', () => {
  it('stand in proportion to days across, and one station below the other', () => {
    const line = project('a', ['One', 'Two', 'Three']);
    const layout = draw([line], 940);
    const [one, two, three] = layout.stays;
    const perDay = one!.rect.width / 40;
    expect(two!.rect.x - one!.rect.x).toBeCloseTo(60 * perDay, 6);
    expect(layout.waits[0]!.rect).toMatchObject({ y: one!.rect.y, height: one!.rect.height });
    expect(layout.waits[0]!.rect.x).toBeCloseTo(one!.rect.x + 40 * perDay, 6);
    expect(layout.waits[0]!.rect.width).toBeCloseTo(20 * perDay, 6);
    expect(layout.drops.map(({ x }) => x)).toEqual(
      [two!.rect.x, three!.rect.x].map((x) => expect.closeTo(x, 6)),
    );
    expect(two!.rect.y).toBeGreaterThan(one!.rect.y);
    expect(layout.stations.map((row) => row.station.name)).toEqual(['One', 'Two', 'Three']);
    // Alone, a mark stands on the way down, clear of the wait before it.
    expect(layout.handoffs[0]!.y).toBeGreaterThan(one!.rect.y + one!.rect.height);
    expect(layout.handoffs[0]!.label?.text).toBe('20 d · 50% kept');
    // A year of 20 000 to 20 160 fills the plot between the margins.
    expect(one!.rect.x).toBeCloseTo(layout.left + (940 - layout.left - 18) * (5 / 170), 6);
  });

  it('cut what lies outside the window, and show where the window lies', () => {
    const line = project('a', ['One', 'Two', 'Three', 'Four', 'Five']);
    const layout = draw([line], 940, [], { from: 20_050, to: 20_170 });
    expect(layout.stays.map(({ id }) => id)).toEqual(['stay:0:1', 'stay:0:2']);
    expect(layout.handoffs.map(({ id }) => id)).toEqual(['handoff:0:0', 'handoff:0:1']);
    for (const { rect } of [...layout.stays, ...layout.waits]) {
      expect(rect.x).toBeGreaterThanOrEqual(layout.left);
      expect(rect.x + rect.width).toBeLessThanOrEqual(940 - 18 + 2);
    }
    const plot = 940 - layout.left - 18;
    expect(layout.focusBar!.width).toBeCloseTo((plot * 120) / (280 + 14), 6);
    expect(draw([line]).focusBar).toBeNull();
  });

  it('of one line on a page come together until its words can be read, the others who wait first to go', () => {
    const stations = (count: number): HandoffLine =>
      project(
        'a',
        Array.from({ length: count }, (_, k) => `Team ${k}`),
      );
    const placed = (count: number, room: number): StringlineLayout =>
      layoutStringline({ lit: [stations(count)], rest: dozen }, 1085, 1, words, estimateWidth, null, room);
    const room = 450;
    for (const count of [2, 5, 6, 8, 11]) expect(placed(count, room).height).toBeLessThanOrEqual(room);
    expect(placed(5, room).mostRest).toBeGreaterThan(0);
    const long = placed(11, room);
    expect(long.mostRest).toBe(0);
    expect(long.stations.flatMap(({ rest }) => rest)).toEqual([]);
    expect(
      stringLegend({ lit: [stations(11)], rest: dozen }, long, speech).map(({ swatch }) => swatch),
    ).not.toContain('restBars');
    for (const { rect } of long.stays) expect(rect.height).toBe(14);
    // Where more room is of use, it is used.
    expect(placed(5, 700).height).toBeGreaterThan(placed(5, 450).height);
  });

  it('survive nothing, one team, no width, and a dozen lines at every width', () => {
    expect(draw([]).marks).toEqual([]);
    for (const width of [-1, 0, 480, 900, 1900]) {
      for (const lit of [[], [product('p', 'Team')], dozen]) {
        const layout = draw(lit, width);
        expect(layout.width).toBeGreaterThanOrEqual(480);
        expect(JSON.stringify(layout)).not.toContain('NaN');
        for (const { rect } of layout.marks) expect(Object.values(rect).every(Number.isFinite)).toBe(true);
      }
    }
  });

  it('keep words off each other, off bars and off marks, and inside the picture', () => {
    for (const width of [480, 700, 940, 1500]) {
      for (const lit of [[dozen[0]!], dozen]) {
        const layout = draw(lit, width);
        const labels: Label[] = [
          ...layout.handoffs.flatMap(({ label }) => label ?? []),
          ...layout.starts.flatMap(({ label }) => label ?? []),
          ...layout.steps,
        ];
        const boxes = labels.map(labelRect);
        boxes.forEach((box, k) => {
          expect(box.x).toBeGreaterThanOrEqual(layout.left - 1);
          expect(box.x + box.width).toBeLessThanOrEqual(layout.width);
          for (const other of boxes.slice(k + 1)) expect(overlaps(box, other), labels[k]!.text).toBe(false);
          for (const { rect } of [...layout.stays, ...layout.waits]) {
            expect(overlaps(box, rect), labels[k]!.text).toBe(false);
          }
        });
      }
    }
  });

  it('give every line that shares a station at one time a lane of its own', () => {
    const layout = draw(dozen);
    const bars = [...layout.stays, ...layout.waits];
    bars.forEach((bar, k) => {
      for (const other of bars.slice(k + 1)) {
        if (other.line !== bar.line) expect(overlaps(bar.rect, other.rect)).toBe(false);
      }
    });
    expect(new Set(layout.marks.map(({ id }) => id)).size).toBe(layout.marks.length);
  });

  it('count the others by quarter at the stations that are lit', () => {
    const rest = [
      project('x', ['Idea', 'Design']),
      project('y', ['Idea', 'Elsewhere']),
      product('z', 'Idea'),
    ];
    const layout = draw([project('a', ['Idea', 'Design'])], 940, rest);
    const idea = layout.stations.find((row) => row.station.name === 'Idea')!;
    expect(layout.mostRest).toBe(2);
    expect(Math.max(...idea.rest.map(({ count }) => count))).toBe(2);
    const spans = [
      { from: 20_000, to: 20_050 },
      { from: 20_050, to: 20_100 },
    ];
    expect(waitingBySpan(rest, spans).get('team:Idea')).toEqual([2, 2]);
    expect(waitingBySpan([], spans).size).toBe(0);
  });
});

describe('the order of stations', () => {
  it('follows the work down, with teams that keep theirs below', () => {
    const lines = [
      project('a', ['One', 'Two', 'Three']),
      project('b', ['One', 'Three']),
      product('p', 'Alone'),
    ];
    expect(orderStations(lines).map(({ name }) => name)).toEqual(['One', 'Two', 'Three', 'Alone']);
  });

  it('can not be bettered by two neighbours that change places, whatever the lines', () => {
    const names = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(names, fc.integer({ min: 0, max: 90 })), { minLength: 1, maxLength: 8 }),
        (list) => {
          const lines = list.map(([each, shift], k) => project(`l${k}`, each, 20_000 + shift));
          const order = orderStations(lines);
          expect(new Set(order.map(({ key }) => key))).toEqual(
            new Set(lines.flatMap(({ stays }) => stays.map((stay) => stay.station.key))),
          );
          const { cost } = orderCost(order, lines);
          for (let k = 0; k + 1 < order.length; k += 1) {
            const swapped = [...order];
            [swapped[k], swapped[k + 1]] = [order[k + 1]!, order[k]!];
            expect(orderCost(swapped, lines).cost).toBeGreaterThanOrEqual(cost - 1e-9);
          }
          expect(orderStations(lines)).toEqual(order);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('lessens the crossings of a tangle', () => {
    // A team is always at work at B: what goes from A to D should not pass over it.
    const lines = [
      project('a', ['A', 'D', 'B', 'C']),
      project('b', ['A', 'D', 'B', 'C'], 20_010),
      product('p', 'B', 19_900),
    ];
    const order = orderStations(lines);
    const byName = [...order].sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(order.map(({ name }) => name)).toEqual(['A', 'D', 'B', 'C']);
    expect(orderCost(order, lines).crossings).toBe(0);
    expect(orderCost(byName, lines).crossings).toBeGreaterThan(0);
  });
});

it('packs spans into as few lanes as are needed at once', () => {
  const span = fc.tuple(
    fc.constantFrom('s', 't'),
    fc.integer({ min: 0, max: 5 }),
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 1, max: 12 }),
  );
  fc.assert(
    fc.property(fc.array(span, { maxLength: 20 }), (list) => {
      const spans = list.map(([name, line, from, length]) => ({
        station: name,
        line,
        from,
        to: from + length,
      }));
      const { lane, count } = packLanes(spans);
      spans.forEach((a, k) => {
        expect(lane[k]).toBeLessThan(count.get(a.station)!);
        spans.slice(k + 1).forEach((b, rest) => {
          const shared = a.station === b.station && a.from < b.to && b.from < a.to;
          if (shared) expect(lane[k]).not.toBe(lane[k + 1 + rest]);
        });
      });
    }),
  );
});

describe('words', () => {
  it('say the finding from the data', () => {
    const line = { ...project('a', ['One', 'Two', 'Three']), name: 'Claims' };
    expect(stringFinding({ lit: [line], rest: [] }, speech)).toBe(
      '25% of the time in Claims is waiting; the longest wait is 20 days for another team',
    );
    const long = { ...line, name: '统一身份认证'.repeat(33) };
    expect(stringFinding({ lit: [long], rest: [] }, speech).length).toBeLessThan(130);
    const funding = { ...line, waits: [{ ...line.waits[0]!, kind: 'funding' as const, days: 94 }] };
    expect(stringFinding({ lit: [line, funding], rest: [] }, speech)).toContain(
      '94 days for funding in Claims',
    );
    expect(stringFinding({ lit: [product('p', 'Team')], rest: [] }, speech)).toBe(
      'The work of Team p stays with one team',
    );
    expect(stringFinding({ lit: [{ ...line, waits: [] }], rest: [] }, speech)).toBe(
      'No wait in Claims is on record',
    );
    const zh = { ...speech, say: sayOf('handoffs', 'zh-CN'), figures: figureWords('zh-CN', 'CNY') };
    expect(stringFinding({ lit: [funding], rest: [] }, zh)).toContain('等资金 94 天');
  });

  it('say what is recorded, what is not, and what has no place in time', () => {
    const data = { lit: [project('a', ['One', 'Two']), product('p', 'Team')], rest: [] };
    expect(stringSubtitle(data, draw(data.lit), 3, speech)).toBe(
      'Work travels from team to team; a flat hatched stretch is waiting. 1 of 1 handoff is in the ledger. 2 rows of ledgers belong to no phase and have no place in time. 3 initiatives have no dates and are not shown.',
    );
    const open = { lit: [project('a', ['One', 'Two'], 20_000, false)], rest: [] };
    expect(stringSubtitle(open, draw(open.lit), 0, speech)).toContain('No handoff is in the ledger');
    expect(stringLegend(open, draw(open.lit), speech).map(({ swatch }) => swatch)).toEqual([
      'projectBar',
      'wait',
      'assumedHandoff',
    ]);
  });

  it('have a card for each mark and a row for each stay, wait, handoff and release', () => {
    const data = { lit: dozen, rest: [project('x', ['Idea', 'Design'])] };
    const layout = draw(data.lit, 940, data.rest);
    for (const { id } of layout.marks) expect(stringCard(id, data, layout, speech).title).not.toBe('');
    expect(() => stringCard('nothing:1:1', data, layout, speech)).toThrow('no mark nothing:1:1');
    const rows = dozen.reduce(
      (sum, line) =>
        sum + line.stays.length + line.waits.length + line.handoffs.length + line.releases.length,
      0,
    );
    const table = stringTable(data, speech);
    expect(table.rows).toHaveLength(rows);
    for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length);
    const card = stringCard('handoff:1:0', data, layout, speech);
    expect(card.rows).toContainEqual(['Knowledge kept', '50% (40%–60%)']);
    expect(card.note).toBe('Enter opens its row of the ledger.');
  });
});

it('puts those that wait most first, and keeps an order among equal ones', () => {
  const [a, b, c] = [
    project('a', ['One']),
    project('b', ['One', 'Two', 'Three']),
    project('c', ['One', 'Two']),
  ];
  expect(byWaiting([a, c, b]).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  expect(byWaiting([project('z', ['One']), a]).map(({ id }) => id)).toEqual(['a', 'z']);
});
