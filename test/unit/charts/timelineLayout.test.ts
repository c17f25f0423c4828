import { describe, expect, it } from 'vitest';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';
import { layoutTimeline, type TimelineInput } from '../../../renderer/charts/timeline/layout.ts';
import { elbow } from '../../../renderer/charts/timeline/links.ts';
import { loadShapes } from '../../../renderer/charts/timeline/loadCells.ts';
import { metricsOf } from '../../../renderer/charts/timeline/metrics.ts';
import {
  contentHeight,
  rowAt,
  rowsIn,
  stackRows,
  type TimelineRow,
} from '../../../renderer/charts/timeline/rows.ts';
import { roundedPath, type Shape } from '../../../renderer/charts/timeline/scene.ts';
import { type TimelineData, timelineData } from '../../../renderer/charts/timeline/timelineData.ts';
import { type Zone, zoneAt } from '../../../renderer/charts/timeline/zones.ts';
import { newRelease } from '../../../shared/domain/defaults.ts';
import type { AnyRecord, Initiative } from '../../../shared/domain/records.ts';
import { dayNumber } from '../../../shared/domain/time.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

const day = dayNumber;
const metrics = metricsOf(1, 1000);
const words = {
  tick: (name: { readonly kind: string }) => name.kind,
  noDates: 'no dates',
  endUnknown: 'end?',
  startUnknown: 'start?',
  today: 'Today',
  dataDate: 'Data',
  tooEarly: (days: number) => `${days} too early`,
  dates: (start: number | null, end: number | null) => `${start} ${end}`,
  count: String,
  people: (people: number) => people.toFixed(1),
  overload: (share: number) => `+${Math.round(share * 100)}%`,
  loadUnknown: '?',
};

const rowsOf = (data: TimelineData): readonly TimelineRow[] =>
  [...data.items.values()].map((item) => ({ kind: 'item', key: item.id, item }));

/** One px a day from 2026-01-01, names left of x = 260. */
const input = (data: TimelineData, values: Partial<TimelineInput> = {}): TimelineInput => ({
  geometry: stackRows(rowsOf(data), metrics),
  data,
  axis: { from: day('2026-01-01'), pxPerDay: 1 },
  width: 1000,
  height: 62 + 20 * 28,
  scrollTop: 0,
  metrics,
  measure: estimateWidth,
  words,
  fiscalStartMonth: 1,
  today: day('2026-05-01'),
  dataDate: null,
  grouped: false,
  selectedId: null,
  hoveredKey: null,
  cursor: null,
  ghost: null,
  links: 'selected',
  showCritical: true,
  ...values,
});

const of = (...initiatives: readonly Initiative[]): TimelineData =>
  timelineData(recordsOf({ initiative: initiatives }));
const rects = (shapes: readonly Shape[], fill: string) =>
  shapes.flatMap((shape) =>
    shape.kind === 'rect' && shape.fill === fill ? [[shape.x, shape.y, shape.width, shape.height]] : [],
  );
const texts = (shapes: readonly Shape[]) =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
const zones = (layout: { readonly zones: readonly Zone[] }, kind: Zone['kind']) =>
  layout.zones.filter((zone) => zone.kind === kind);

describe('lines', () => {
  it.each([0, 1, 12, 10_000])('%i of them stand one below the other', (count) => {
    const data = of(
      ...Array.from({ length: count }, (_, at) =>
        initiative(`i${at}`, { startDate: '2026-01-01', endDate: '2026-01-31' }),
      ),
    );
    const geometry = stackRows(rowsOf(data), metrics);
    expect(contentHeight(geometry)).toBe(count * 28);
    expect(rowAt(geometry, 28 * 3 + 1)).toBe(count === 0 ? -1 : Math.min(3, count - 1));
    expect(rowsIn(geometry, 56, 84)).toEqual(
      count === 0 ? [0, 0] : count === 1 ? [0, 1] : [2, Math.min(count, 4)],
    );
    const layout = layoutTimeline(input(data, { scrollTop: count > 100 ? 28 * 5000 : 0 }));
    expect(
      layout.zones.every(({ rect }) => [rect.x, rect.y, rect.width, rect.height].every(Number.isFinite)),
    ).toBe(true);
    // Only what can be seen is placed.
    expect(zones(layout, 'name').length).toBeLessThanOrEqual(22);
    expect(zones(layout, 'name').length).toBe(Math.min(count, count > 100 ? 21 : 12));
    if (count > 100) expect(zones(layout, 'name')[0]).toMatchObject({ id: 'i5000', rect: { y: 62 } });
  });

  it('say that a start or an end is not known beside the bar, on the side where there is room', () => {
    const data = of(
      initiative('late', { endDate: '2026-06-30' }),
      initiative('early', { endDate: '2026-01-20' }),
      initiative('open', { startDate: '2026-02-01' }),
      initiative('last', { startDate: '2027-12-31' }),
    );
    const said = layoutTimeline(input(data)).scene.plot.filter(
      (shape): shape is Extract<Shape, { kind: 'text' }> => shape.kind === 'text' && /\?$/.test(shape.text),
    );
    expect(said.map(({ text, anchor }) => [text, anchor])).toEqual([
      ['start?', 'end'],
      ['start?', 'start'],
      ['end?', 'start'],
      ['end?', 'end'],
    ]);
  });

  it('say what is not known clear of the releases on the line', () => {
    const marks = (initiativeId: string, days: readonly string[]) =>
      days.map((plannedDate) => ({
        ...releaseRecord(`${initiativeId} ${plannedDate}`),
        initiativeId,
        plannedDate,
      }));
    const data = timelineData(
      recordsOf({
        initiative: [
          initiative('startless', { endDate: '2026-09-30', mode: 'product' }),
          initiative('endless', { startDate: '2026-02-01' }),
          initiative('both', {}),
        ],
        release: [
          ...marks('startless', ['2026-07-20', '2026-08-05', '2026-10-05']),
          ...marks('endless', ['2026-01-20', '2026-03-20', '2026-04-20']),
          ...marks('both', ['2026-01-10', '2026-01-25']),
        ],
      }),
    );
    const layout = layoutTimeline(input(data));
    const said = layout.scene.plot.filter(
      (shape): shape is Extract<Shape, { kind: 'text' }> =>
        shape.kind === 'text' && /\?$|no dates/.test(shape.text),
    );
    expect(said).toHaveLength(3);
    for (const { text, x, y, anchor, size } of said) {
      const width = estimateWidth(text, size);
      const [from, to] = anchor === 'end' ? [x - width, x] : [x, x + width];
      expect([from >= 260, to <= 1000]).toEqual([true, true]);
      const crossed = zones(layout, 'release').filter(
        ({ rect }) =>
          rect.y < y && rect.y + rect.height > y - size && rect.x < to && rect.x + rect.width > from,
      );
      expect(crossed).toEqual([]);
    }
  });

  it('needs room', () => {
    const data = of(initiative('i', { startDate: '2026-01-01' }));
    for (const size of [{ width: 0 }, { height: 0 }, { width: 100 }, { height: 62 }]) {
      const { scene, zones: places } = layoutTimeline(input(data, size));
      expect([scene.plot, places]).toEqual([[], []]);
    }
  });

  it('has taller headings for teams with a load', () => {
    const group = { kind: 'group', key: 'g', title: 'G', count: 1, collapsed: false } as const;
    const { tops } = stackRows(
      [
        { ...group, load: null },
        { ...group, key: 'h', load: [] },
      ],
      metrics,
    );
    expect([...tops]).toEqual([0, 30, 72]);
  });
});

describe('bars', () => {
  it('lies from its first to its last day', () => {
    const layout = layoutTimeline(
      input(of(initiative('i', { startDate: '2026-02-01', endDate: '2026-02-28' }))),
    );
    expect(rects(layout.scene.plot, '--project')).toEqual([[260 + 31, 62 + 7, 28, 14]]);
    expect(zones(layout, 'bar')[0]?.rect).toEqual({ x: 291, y: 65, width: 28, height: 22 });
    expect(zoneAt(layout.zones, 292, 76)?.kind).toBe('start');
    expect(zoneAt(layout.zones, 305, 76)?.kind).toBe('bar');
    expect(zoneAt(layout.zones, 318, 76)?.kind).toBe('end');
    expect(zoneAt(layout.zones, 700, 76)).toBeNull();
    expect(zoneAt(layout.zones, 100, 76)?.kind).toBe('name');
  });

  it('counts the leap day', () => {
    const data = of(initiative('i', { startDate: '2024-02-01', endDate: '2024-02-29' }));
    const layout = layoutTimeline(input(data, { axis: { from: day('2024-01-01'), pxPerDay: 1 } }));
    expect(rects(layout.scene.plot, '--project')[0]?.[2]).toBe(29);
  });

  it('shows phases, hatched waits and a hand-over in the span of the project', () => {
    const data = timelineData(
      recordsOf({
        initiative: [initiative('i', { startDate: '2026-01-01', endDate: '2026-06-30' })],
        phase: [
          phase('a', 'i', 0, { startDate: '2026-01-01', endDate: '2026-01-31' }),
          phase('b', 'i', 1, { startDate: '2026-03-02', endDate: '2026-03-31', kind: 'handOver' }),
        ],
      }),
    );
    const { scene, zones: places } = layoutTimeline(input(data));
    expect(rects(scene.plot, '--project-soft')).toEqual([[260, 69, 181, 14]]);
    expect(rects(scene.plot, '--project').map(([x, , width]) => [x, width])).toEqual([
      [260, 31],
      [320, 30],
    ]);
    expect(rects(scene.plot, 'wait').map(([x, , width]) => [x, width])).toEqual([[291, 29]]);
    expect(scene.plot.filter((shape) => shape.kind === 'path' && shape.d.startsWith('M316 ')).length).toBe(1);
    expect(places.filter((zone) => zone.kind === 'phaseEnd').map(({ rect }) => rect.x)).toEqual([287, 346]);
  });

  it('fades an open product team into the future and keeps its releases round', () => {
    const data = timelineData(
      recordsOf({
        initiative: [{ ...initiative('i', { startDate: '2026-01-01' }), mode: 'product' }],
        release: [
          { ...releaseRecord('out'), plannedDate: '2026-02-01', actualDate: '2026-02-11' },
          { ...releaseRecord('planned'), plannedDate: '2026-03-01' },
        ],
      }),
    );
    const { scene, zones: places } = layoutTimeline(input(data));
    expect(rects(scene.plot, 'fade').map(([x, , width]) => [x, width])).toEqual([
      [260 + 120, 730],
      [260 + 120, 730],
    ]);
    const circles = scene.plot.flatMap((shape) =>
      shape.kind === 'circle' ? [[shape.x, shape.y, shape.fill]] : [],
    );
    expect(circles).toEqual([
      [260 + 41, 76, '--product'],
      [260 + 59, 76, '--card'],
    ]);
    // An open end lies nowhere: it cannot be taken hold of.
    expect(places.some((zone) => zone.kind === 'end')).toBe(false);
    expect(zoneAt(places, 301, 76)).toMatchObject({ kind: 'release', releaseId: 'out' });
  });

  it('says what is not known', () => {
    const start = layoutTimeline(input(of(initiative('i', { startDate: '2026-01-01' }))));
    expect(texts(start.scene.plot)).toContain('end?');
    const end = layoutTimeline(input(of(initiative('i', { endDate: '2026-06-30' }))));
    expect(texts(end.scene.plot)).toContain('start?');
    const neither = layoutTimeline(input(of(initiative('i'))));
    expect(texts(neither.scene.plot)).toEqual(['no dates']);
    expect(zones(neither, 'undated')[0]?.rect).toEqual({ x: 260, y: 62, width: 740, height: 28 });
  });

  it('draws the ghost in place of the bar, and where the bar lies now as a shadow', () => {
    const data = of(initiative('i', { startDate: '2026-02-01', endDate: '2026-02-28' }));
    const ghost = of(initiative('i', { startDate: '2026-03-01', endDate: '2026-03-31' })).items.get('i')!;
    const { scene } = layoutTimeline(input(data, { ghost: { item: ghost, day: null } }));
    expect(rects(scene.plot, '--project')).toEqual([[260 + 59, 69, 31, 14]]);
    expect(scene.plot.some((shape) => shape.kind === 'rect' && shape.dash && shape.x === 291)).toBe(true);
    expect(texts(scene.plot)).toContain(`${day('2026-03-01')} ${day('2026-04-01')}`);
  });
});

const releaseRecord = (id: string) => newRelease(id, 'i', id);

describe('dependencies', () => {
  const needs = (from: string, to: string): AnyRecord => ({
    id: `${from}${to}`,
    fromInitiativeId: from,
    toInitiativeId: to,
  });
  const data = timelineData(
    recordsOf({
      initiative: [
        initiative('a', { startDate: '2026-01-01', endDate: '2026-03-31' }),
        initiative('b', { startDate: '2026-06-01', endDate: '2026-08-31' }),
        initiative('c', { startDate: '2026-02-01', endDate: '2026-05-31' }),
      ],
      dependency: [needs('b', 'a'), needs('c', 'a')],
    }),
  );
  const arrows = (values: Partial<TimelineInput>) =>
    layoutTimeline(input(data, values)).scene.plot.flatMap((shape) =>
      shape.kind === 'path' && shape.fill === null && shape.stroke !== undefined && shape.d.includes('H')
        ? [shape]
        : [],
    );

  it('show for the selection, or all of them', () => {
    expect(arrows({})).toHaveLength(0);
    expect(arrows({ selectedId: 'b' }).map(({ d }) => d)).toEqual(['M350 76H402V104H410']);
    expect(arrows({ links: 'all' })).toHaveLength(2);
  });

  it('mark a start that is too early by dashes, a sign and words', () => {
    const [arrow] = arrows({ selectedId: 'c' });
    expect(arrow).toMatchObject({ stroke: '--danger', dash: [5, 3] });
    const { scene } = layoutTimeline(input(data, { selectedId: 'c' }));
    expect(texts(scene.plot)).toContain('59 too early');
    expect(texts(scene.plot)).toContain('!');
    expect([...data.violated.keys()]).toEqual(['c']);
  });

  it('go round where the dependent starts before', () => {
    expect(elbow({ from: { x: 100, y: 10 }, to: { x: 200, y: 66 } }, 28)).toBe('M100 10H191V66H199');
    expect(elbow({ from: { x: 200, y: 10 }, to: { x: 100, y: 66 } }, 28)).toBe('M200 10H209V52H91V66H99');
    expect(elbow({ from: { x: 200, y: 66 }, to: { x: 100, y: 10 } }, 28)).toBe('M200 66H209V24H91V10H99');
  });
});

describe('the load of a team', () => {
  const cells = [0, 1, 2, 3].map((quarter) => ({
    from: day('2026-01-01') + quarter * 91,
    to: day('2026-01-01') + (quarter + 1) * 91,
    people: quarter === 3 ? null : quarter * 5,
    unknown: quarter === 3 ? 2 : quarter === 2 ? 1 : 0,
    overload: quarter === 2 ? 0.25 : null,
  }));
  const context = { width: 1000, metrics, measure: estimateWidth, words, fiscalStartMonth: 1 };

  it('is a number a quarter, with what is too much and what is unknown', () => {
    const shapes = loadShapes(cells, 0, 42, 260, {
      ...context,
      axis: { from: day('2026-01-01'), pxPerDay: 1 },
    });
    expect(texts(shapes)).toEqual(['5.0', '10.0+', '▲+25%', '?']);
    expect(rects(shapes, '--danger-soft')).toEqual([[260 + 182 + 1, 3, 89, 35]]);
  });

  it('is the fullest quarter of a year where quarters are narrow', () => {
    const shapes = loadShapes(cells, 0, 42, 260, {
      ...context,
      axis: { from: day('2026-01-01'), pxPerDay: 0.3 },
    });
    expect(texts(shapes).filter((text) => text !== '▲+25%')).toEqual(['10.0+']);
  });

  it('says nothing where nobody works', () => {
    const idle = cells.map((cell) => ({ ...cell, people: 0, unknown: 0, overload: null }));
    expect(
      loadShapes(idle, 0, 42, 260, { ...context, axis: { from: day('2026-01-01'), pxPerDay: 1 } }),
    ).toEqual([]);
  });
});

it('rounds the corners that are asked for', () => {
  expect(roundedPath(0, 0, 20, 10, 5, false)).toBe('M5 0H20V10H5A5 5 0 0 1 0 5V5A5 5 0 0 1 5 0Z');
  expect(roundedPath(0, 0, 4, 10, 5, true).includes('NaN')).toBe(false);
});
