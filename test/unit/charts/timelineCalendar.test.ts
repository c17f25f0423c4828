import { describe, expect, it } from 'vitest';
import {
  axisOver,
  dayAt,
  firstAxis,
  NARROWEST_DAYS,
  type PlannedDays,
  panBy,
  ticksOf,
  WIDEST_DAYS,
  xOf,
  zoomAt,
} from '../../../renderer/charts/timeline/axis.ts';
import {
  addUnits,
  fiscalOf,
  lastDayOf,
  nextBoundary,
  quartersBetween,
  snapDay,
  startOfUnit,
} from '../../../renderer/charts/timeline/calendar.ts';
import { dayNumber, isoDay } from '../../../shared/domain/time.ts';

const day = dayNumber;

/** A plan by the first and the last day of each of its initiatives. */
const planned = (...spans: readonly (readonly [string | null, string | null])[]): PlannedDays => {
  const days = spans.flat().flatMap((text) => (text === null ? [] : [day(text)]));
  return {
    extent: days.length === 0 ? null : { from: Math.min(...days), to: Math.max(...days) },
    schedules: new Map(
      spans.map(([start, end], k) => [
        String(k),
        { start: start === null ? null : day(start), end: end === null ? null : day(end) },
      ]),
    ),
  };
};

describe('snapping', () => {
  it.each([
    ['2026-03-14', 'month', 1, '2026-03-01'],
    ['2026-03-17', 'month', 1, '2026-04-01'],
    // February of a leap year has 29 days: its middle is later.
    ['2024-02-15', 'month', 1, '2024-02-01'],
    ['2024-02-16', 'month', 1, '2024-03-01'],
    ['2023-02-15', 'month', 1, '2023-03-01'],
    ['2026-02-10', 'quarter', 1, '2026-01-01'],
    ['2026-02-20', 'quarter', 1, '2026-04-01'],
    // Quarters from a fiscal year that starts in February: Feb, May, Aug, Nov.
    ['2026-02-10', 'quarter', 2, '2026-02-01'],
    ['2026-01-05', 'quarter', 2, '2026-02-01'],
    ['2025-12-10', 'quarter', 2, '2025-11-01'],
    ['2026-09-30', 'quarter', 10, '2026-10-01'],
    ['2026-07-04', 'day', 4, '2026-07-04'],
  ] as const)('%s to the nearest %s of a year from month %i is %s', (from, unit, fiscal, to) => {
    expect(isoDay(snapDay(day(from), unit, fiscal))).toBe(to);
  });

  it.each([
    ['2026-03-15', 1, 'month', '2026-04-01'],
    ['2026-03-15', -1, 'month', '2026-03-01'],
    ['2026-03-01', -1, 'month', '2026-02-01'],
    ['2026-03-01', 1, 'quarter', '2026-04-01'],
    ['2026-04-01', -1, 'quarter', '2026-01-01'],
    ['2024-02-28', 1, 'day', '2024-02-29'],
    ['2024-02-29', 1, 'day', '2024-03-01'],
    ['2023-02-28', 1, 'day', '2023-03-01'],
    ['2025-12-31', 1, 'month', '2026-01-01'],
  ] as const)('the boundary from %s by %i %s is %s', (from, direction, unit, to) => {
    expect(isoDay(nextBoundary(day(from), direction, unit, 1))).toBe(to);
  });

  it('adds units over the ends of years', () => {
    expect(isoDay(addUnits(day('2026-11-01'), 1, 'quarter'))).toBe('2027-02-01');
    expect(isoDay(addUnits(day('2024-01-01'), 2, 'month'))).toBe('2024-03-01');
    expect(isoDay(startOfUnit(day('2024-02-29'), 'quarter', 12))).toBe('2023-12-01');
  });
});

describe('fiscal years', () => {
  it.each([
    ['2026-01-01', 1, 2026, 1],
    ['2026-12-31', 1, 2026, 4],
    ['2011-10-01', 10, 2012, 1],
    ['2012-09-30', 10, 2012, 4],
    ['2026-03-31', 4, 2026, 4],
    ['2026-04-01', 4, 2027, 1],
    ['2026-01-31', 2, 2026, 4],
    ['2026-02-01', 2, 2027, 1],
  ])('%s of a year from month %i is FY%i Q%i', (date, fiscal, year, quarter) => {
    expect(fiscalOf(day(date), fiscal)).toEqual({ year, quarter });
  });

  it('cuts time into whole quarters', () => {
    const quarters = quartersBetween(day('2026-02-15'), day('2026-07-01'), 1);
    expect(quarters.map(({ from, to }) => [isoDay(from), isoDay(to)])).toEqual([
      ['2026-01-01', '2026-04-01'],
      ['2026-04-01', '2026-07-01'],
    ]);
    expect(quartersBetween(day('2026-02-15'), day('2026-02-15'), 1)).toHaveLength(1);
    expect(lastDayOf(day('2026-04-01'))).toBe('2026-03-31');
  });
});

const room = { year: 44, quarter: 70, quarterShort: 28, month: 100, monthShort: 30, day: 36 };

describe('the axis', () => {
  it('shows a quarter at the closest and ten years at the widest', () => {
    expect(axisOver(0, 1, 910).pxPerDay).toBeCloseTo(10, 10);
    expect(axisOver(0, 100_000, 3653).pxPerDay).toBeCloseTo(1, 10);
    expect(axisOver(0, 20_000, 1000, 20_000).pxPerDay).toBeCloseTo(0.05, 10);
    let axis = axisOver(0, 365, 1000);
    for (let turn = 0; turn < 50; turn += 1) axis = zoomAt(axis, 2, 300, 1000);
    expect(1000 / axis.pxPerDay).toBeCloseTo(NARROWEST_DAYS, 6);
    for (let turn = 0; turn < 50; turn += 1) axis = zoomAt(axis, 0.5, 300, 1000);
    expect(1000 / axis.pxPerDay).toBeCloseTo(WIDEST_DAYS, 6);
  });

  it('keeps the day under the pointer when it zooms, and moves by px when it pans', () => {
    const axis = axisOver(day('2026-01-01'), day('2027-01-01'), 730);
    const before = dayAt(axis, 200);
    expect(dayAt(zoomAt(axis, 1.7, 200, 730), 200)).toBeCloseTo(before, 8);
    expect(xOf(panBy(axis, 50), before)).toBeCloseTo(150, 8);
  });

  it('starts around the reference day, cut to the plan', () => {
    const axis = firstAxis(
      planned(['2002-01-01', '2011-12-31'], ['2011-01-01', null], ['2012-01-01', '2020-12-31']),
      day('2012-07-26'),
      1000,
    );
    expect(isoDay(axis.from).slice(0, 7)).toBe('2009-07');
    expect(isoDay(dayAt(axis, 1000)).slice(0, 7)).toBe('2016-07');
    expect(Number.isFinite(firstAxis(planned(), day('2026-01-01'), 0).pxPerDay)).toBe(true);
  });

  it.each([
    ['lies before the reference day', planned(['2001-01-01', '2002-01-01'])],
    [
      'mostly ends before it',
      planned([null, '2018-03-31'], [null, '2019-03-31'], [null, '2020-03-31'], [null, '2025-06-01']),
    ],
    ['is longer than ten years', planned(['1999-01-01', '1999-12-31'], ['2000-01-01', '2014-01-01'])],
  ])('shows the whole of a plan that %s', (_, plan) => {
    const axis = firstAxis(plan, day('2026-01-01'), 1000);
    expect(xOf(axis, plan.extent!.from)).toBeGreaterThan(0);
    expect(xOf(axis, plan.extent!.to)).toBeLessThan(1000);
  });

  it('takes no single old plan for most of them', () => {
    const axis = firstAxis(
      planned(['1990-01-01', '1991-01-01'], ['2025-01-01', '2026-12-31'], ['2024-01-01', null]),
      day('2026-01-01'),
      1000,
    );
    expect(isoDay(axis.from).slice(0, 4)).toBe('2023');
  });

  it.each([
    [0.05, ['year'], []],
    [0.2, ['year'], []],
    [0.4, ['year'], ['quarterShort']],
    [1.5, ['quarter'], ['monthShort']],
    [8, ['month'], ['day']],
  ] as const)('at %f px a day names %s above %s', (pxPerDay, major, minor) => {
    const ticks = ticksOf({ from: day('2026-01-01'), pxPerDay }, 900, 1, room);
    expect([...new Set(ticks.major.map(({ name }) => name.kind))]).toEqual(major);
    expect([...new Set(ticks.minor.map(({ name }) => name.kind))]).toEqual(minor);
    for (const line of [ticks.major, ticks.minor]) {
      line.slice(1).forEach((tick, at) => {
        expect(tick.x).toBeCloseTo(line[at]!.x + line[at]!.width, 6);
      });
    }
  });

  it('counts fiscal years and quarters from the fiscal year’s first month', () => {
    const ticks = ticksOf({ from: day('2025-10-01'), pxPerDay: 0.4 }, 400, 4, room);
    expect(ticks.major.map(({ day: at, name }) => [isoDay(at), name])).toEqual(
      [
        ['2025-04-01', { kind: 'fiscalYear', year: 2026 }],
        ['2026-04-01', { kind: 'fiscalYear', year: 2027 }],
        ['2027-04-01', { kind: 'fiscalYear', year: 2028 }],
        ['2028-04-01', { kind: 'fiscalYear', year: 2029 }],
      ].filter(([at]) => day(String(at)) < day('2025-10-01') + 1000),
    );
    expect(ticks.minor[0]).toMatchObject({ x: 0, name: { kind: 'quarterShort', quarter: 3 } });
  });

  it('begins weeks on Mondays', () => {
    const { minor } = ticksOf({ from: day('2026-11-21'), pxPerDay: 8 }, 200, 1, room);
    expect(minor.map((tick) => isoDay(tick.day)).slice(0, 3)).toEqual([
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ]);
  });

  it('takes fewer ticks where their names are longer', () => {
    const kinds = (values: Partial<typeof room>) => {
      const { major, minor } = ticksOf({ from: 0, pxPerDay: 0.4 }, 900, 1, { ...room, ...values });
      return [major.length, minor.length];
    };
    expect(kinds({})).toEqual([7, 25]);
    expect(kinds({ quarterShort: 60 })).toEqual([7, 0]);
    expect(kinds({ year: 150 })).toEqual([4, 0]);
  });

  it('has no ticks without room', () => {
    expect(ticksOf({ from: 0, pxPerDay: 1 }, 0, 1, room)).toEqual({ major: [], minor: [] });
    expect(ticksOf({ from: 0, pxPerDay: 0 }, 100, 1, room)).toEqual({ major: [], minor: [] });
  });
});
