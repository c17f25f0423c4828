import { describe, expect, it } from 'vitest';
import { stripRows } from '../../../renderer/analysis/stripRows.ts';
import type { Billed } from '../../../renderer/analysis/wasteBill.ts';
import {
  cadenceText,
  stripCard,
  stripCut,
  stripFinding,
  stripLegend,
  stripSubtitle,
  stripTable,
} from '../../../renderer/charts/cadenceStrip/describe.ts';
import { layoutStrip, STRIP_ROW, stripTexts } from '../../../renderer/charts/cadenceStrip/layout.ts';
import { stripExtent } from '../../../renderer/charts/cadenceStrip/stripData.ts';
import { figureWords } from '../../../renderer/charts/frame/figureWords.ts';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';
import { labelRect, overlaps } from '../../../renderer/charts/frame/rects.ts';
import type { Headline, ModeHeadline } from '../../../shared/analysis/headline.ts';
import { emptyRecords, newInitiative, newPortfolio, newRelease } from '../../../shared/domain/defaults.ts';
import type { Initiative, PortfolioRecords, PressRelease, Release } from '../../../shared/domain/records.ts';
import { newPressRelease } from '../../../shared/domain/roomDefaults.ts';
import { dayNumber } from '../../../shared/domain/time.ts';
import { sayOf } from '../../helpers/sayOf.ts';

const release = (
  id: string,
  initiativeId: string,
  plannedDate: string | null,
  actualDate: string | null,
  measured: number | null,
): Release => ({
  ...newRelease(id, initiativeId, `Release ${id}`),
  plannedDate,
  actualDate,
  measuredValuePerMonth: measured,
});
const records: PortfolioRecords = {
  ...emptyRecords(),
  portfolio: { portfolio: { ...newPortfolio('Test'), currency: 'USD' } },
  initiative: Object.fromEntries(
    ['a', 'b', 'c', 'd'].map((id) => [id, newInitiative(id, `Initiative ${id}`)]),
  ),
  release: Object.fromEntries(
    [
      release('r1', 'a', null, '2026-01-01', 10_000_00),
      release('r2', 'a', '2026-02-01', '2026-02-01', null),
      release('r3', 'a', null, '2026-03-01', 40_000_00),
      release('r4', 'a', '2026-06-01', null, null),
      release('r5', 'b', null, null, null),
    ].map((each) => [each.id, each]),
  ),
};
const mode = (releases: readonly number[]) =>
  ({ releases: Float64Array.from(releases) }) as unknown as ModeHeadline;
const headline = (releases: readonly number[], startDate: string | null): Headline => ({
  project: mode(releases),
  product: mode([]),
  valueKnown: true,
  parallelKnown: true,
  horizonMonths: 36,
  disbanding: null,
  startDate,
});
const billed = (id: string, of: Headline | undefined): Billed => ({
  id,
  name: `Initiative ${id}`,
  mode: 'project',
  headline: of,
});
const initiatives = [
  billed('d', headline([], '2026-01-01')),
  billed('c', null),
  billed('b', headline([12], '2026-01-01')),
  billed('a', headline([3, 6], '2025-06-01')),
];
const rows = stripRows(records, initiatives);
const speech = {
  say: sayOf('map', 'en'),
  figures: figureWords('en', 'USD'),
  mode: (each: 'project' | 'product') => each,
};
const words = { tick: () => '2026', cadence: (row: (typeof rows)[0]) => cadenceText(row, speech) };
const draw = (list: typeof rows, width = 900) => layoutStrip(list, width, 1, words, estimateWidth);

describe('rows of the strip', () => {
  it('come by cadence: what is on record where there is enough of it, else what is modelled', () => {
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(rows[0]!.cadence).toBeCloseTo(1, 1);
    expect(rows[1]!.cadence).toBe(12);
    expect(rows[2]).toMatchObject({ cadence: null, never: false, releases: [] });
    expect(rows[3]).toMatchObject({ cadence: null, never: true });
  });
  it('stand by their names where they release alike, in whatever order they are told', () => {
    const all = [...initiatives, billed('e', headline([12], '2026-01-01')), billed('f', null)];
    const ids = ['a', 'b', 'e', 'c', 'f', 'd'];
    expect(stripRows(records, all).map(({ id }) => id)).toEqual(ids);
    expect(stripRows(records, [...all].reverse()).map(({ id }) => id)).toEqual(ids);
    expect(rows.map(({ cadenceModelled }) => cadenceModelled)).toEqual([false, true, false, false]);
  });
  it('hold recorded and modelled releases in order, the first that is out flagged, without dates left out', () => {
    const [a, b] = rows as [(typeof rows)[0], (typeof rows)[0]];
    expect(a.releases.map(({ kind }) => kind)).toEqual([
      'modelled',
      'modelled',
      'out',
      'out',
      'out',
      'planned',
    ]);
    expect(a.releases.filter(({ first }) => first).map(({ name }) => name)).toEqual(['Release r1']);
    expect(a.releases.map(({ measured }) => measured)).toEqual([null, null, 10_000, null, 40_000, null]);
    expect(b.releases).toHaveLength(1);
    expect(b.releases[0]).toMatchObject({ kind: 'modelled', first: true });
  });
  it('are told in words, what is not measured as such', () => {
    expect(stripFinding(rows, speech)).toBe(
      'Half of the initiatives release every 6.5 months or less often; 1 have no release by month 36',
    );
    expect(stripSubtitle(rows, speech)).toContain('2 of 3 releases that are out have their value measured.');
    expect(stripSubtitle(rows, speech)).toContain('1 initiative has neither a dated release nor a start.');
    expect(stripCard('release:a\n3', rows, speech).rows).toContainEqual([
      'Measured value a month',
      'not measured',
    ]);
    expect(stripCard('row:d', rows, speech).rows).toContainEqual(['Cadence', 'none by month 36']);
    expect(stripLegend(rows, speech).map(({ swatch }) => swatch)).toEqual([
      'recordedFilled',
      'recordedHollow',
      'modelledProject',
      'valueAfter',
      'flag',
      'flagHollow',
      'pressFlag',
    ]);
    expect(stripTable(rows, speech).rows).toHaveLength(9);
    expect(stripFinding([], speech)).toBe('No release on record, and none can be modelled yet');
  });
});

describe('what a press release lacks', () => {
  const asked = (release: Partial<PressRelease> | null, stage: Initiative['stage'] = null) => {
    const pressRelease: PortfolioRecords['pressRelease'] =
      release === null ? {} : { p: { ...newPressRelease('p', 'a'), ...release } };
    const initiative = { ...records.initiative, a: { ...records.initiative.a!, stage } };
    return stripRows({ ...records, pressRelease, initiative }, initiatives).find(({ id }) => id === 'a')!;
  };
  it('is a hollow flag before the row, with the number of parts, until nothing is missing or the work is over', () => {
    expect(asked(null).pressLacks).toEqual(['benefit', 'measure', 'date']);
    expect(asked({ subtitle: 'Claims paid in a day', date: '2026-09-01' }).pressLacks).toEqual(['measure']);
    expect(
      asked({ subtitle: 'Claims paid in a day', date: '2026-09-01', valueMeasured: 'Days to pay' })
        .pressLacks,
    ).toEqual([]);
    expect(asked(null, 'done').pressLacks).toEqual([]);
    const row = asked({ date: '2026-09-01' });
    const { lines, marks, flagX, left } = draw([row]);
    expect(lines[0]!.lacks).toBe(2);
    expect(flagX).toBeLessThan(left);
    expect(marks.find(({ id }) => id === 'press:a')?.rect.x).toBeLessThan(left);
    expect(stripCard('press:a', [row], speech)).toMatchObject({
      title: 'Initiative a',
      rows: [['Press release lacks', 'benefit, measure']],
    });
    expect(stripSubtitle([row], speech)).toContain(
      'The press release of 1 initiative lacks a benefit, a measure or a date.',
    );
  });
});

describe('a part of the time', () => {
  it('shows only its own releases, at the same days, with all of the time above it', () => {
    const all = draw(rows);
    expect(all.context).toBeNull();
    const focus = { from: dayNumber('2026-01-01'), to: dayNumber('2026-04-02') };
    const near = layoutStrip(rows, 900, 1, words, estimateWidth, focus);
    expect(near.lines[0]!.marks.map(({ release: { name } }) => name)).toEqual([
      'Release r1',
      'Release r2',
      'Release r3',
    ]);
    const [first, , last] = near.lines[0]!.marks;
    expect(first!.x).toBeCloseTo(near.left, 6);
    expect(last!.x).toBeCloseTo(near.left + (near.plotWidth * 59) / 91, 6);
    expect(near.headBottom).toBeGreaterThan(all.headBottom);
    const { bars, from, to } = near.context!;
    expect(bars.length).toBeGreaterThan(2);
    expect(from).toBeGreaterThan(near.left);
    expect(to).toBeLessThan(near.left + near.plotWidth);
    expect((to - from) / near.plotWidth).toBeCloseTo(
      91 / (stripExtent(rows)!.to - stripExtent(rows)!.from),
      6,
    );
    // Ids stay those of the release in its row, wherever the window stands.
    expect(near.marks.map(({ id }) => id)).toContain('release:a\n4');
  });
  it('says where pictures and keys are cut', () => {
    const many = Array.from({ length: 301 }, (_, k) => ({ ...rows[0]!, id: `m${k}` }));
    expect(stripCut(many, speech)).toContain('An exported picture holds the first 300 of 301');
    expect(stripCut(many.slice(1), speech)).toBe('');
    expect(stripExtent([])).toBeNull();
  });
});

describe('layout of the strip', () => {
  it('puts releases where their days say, values as heights of roots', () => {
    const { lines } = draw(rows);
    const marks = lines[0]!.marks;
    const step = (marks[4]!.x - marks[2]!.x) / (dayNumber('2026-03-01') - dayNumber('2026-01-01'));
    expect(marks[5]!.x).toBeCloseTo(
      marks[4]!.x + step * (dayNumber('2026-06-01') - dayNumber('2026-03-01')),
      6,
    );
    expect((marks[2]!.value! - 2) / (marks[4]!.value! - 2)).toBeCloseTo(0.5, 6);
    expect(marks[3]!.value).toBeNull();
    expect(lines[1]!.y - lines[0]!.y).toBe(STRIP_ROW);
  });
  it.each([300, 700, 1600])('keeps names, cadences and the plot apart, %s px', (width) => {
    const layout = draw(rows, width);
    for (const line of layout.lines) {
      const [name, cadence] = stripTexts(line, layout, words, estimateWidth).map(labelRect);
      expect(overlaps(name!, cadence!)).toBe(false);
      expect(cadence!.x + cadence!.width).toBeLessThan(layout.left);
      for (const mark of line.marks) {
        expect(mark.x).toBeGreaterThan(layout.left);
        expect(mark.x).toBeLessThan(layout.width);
      }
    }
    const ticks = [...layout.major, ...layout.minor].flatMap(({ label }) =>
      label ? [labelRect(label)] : [],
    );
    ticks.forEach((box, i) => {
      for (const other of ticks.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
    });
  });
  it('reaches every release by keyboard, on a very long strip those on record', () => {
    // A row, a release and a press release each.
    expect(draw(rows).marks).toHaveLength(4 + 7 + 4);
    const many = Array.from({ length: 100 }, () => rows).flat();
    expect(draw(many).marks).toHaveLength(100 * (4 + 4) + 300);
  });
  it('stands with nothing at all', () => {
    expect(draw([])).toMatchObject({ lines: [], marks: [], major: [], minor: [] });
  });
});
