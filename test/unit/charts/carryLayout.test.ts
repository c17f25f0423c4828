import { describe, expect, it } from 'vitest';
import { type CarryData, scattersByQuarter } from '../../../renderer/charts/carry/carryData.ts';
import {
  type CarrySpeech,
  carryCard,
  carryFinding,
  carryLegend,
  carrySubtitle,
  carryTable,
  carryWords,
  lossText,
  scatterFinding,
} from '../../../renderer/charts/carry/describe.ts';
import {
  loadCard,
  loadFinding,
  loadGridWords,
  loadTable,
} from '../../../renderer/charts/carry/describeLoad.ts';
import { layoutCarry } from '../../../renderer/charts/carry/layout.ts';
import { byOverload, type LoadData, layoutLoad } from '../../../renderer/charts/carry/loadLayout.ts';
import { addLosses, lossOf, NO_LOSS } from '../../../renderer/charts/carry/scatterLoss.ts';
import { carrierStep } from '../../../renderer/charts/frame/carrierStep.ts';
import { figureWords } from '../../../renderer/charts/frame/figureWords.ts';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';
import { labelRect, overlaps } from '../../../renderer/charts/frame/rects.ts';
import { quartersBetween } from '../../../renderer/charts/timeline/calendar.ts';
import type { Headline } from '../../../shared/analysis/headline.ts';
import {
  carried as cell,
  carrySample as data,
  sampleDay as now,
  capabilityRow as row,
} from '../../helpers/carrySample.ts';
import { sayOf } from '../../helpers/sayOf.ts';

const { rows } = data;
const speech: CarrySpeech = {
  say: sayOf('carry', 'en'),
  figures: figureWords('en', 'USD'),
  currency: 'USD',
  quarter: (day) => `quarter of ${day}`,
};
const tick = () => '2026';
const draw = (of: CarryData, width = 900) =>
  layoutCarry(of, width, 1, carryWords(of, speech, tick), estimateWidth);

describe('who carries what', () => {
  it('stands in rows and columns, larger for more money, with the number of teams as number and shape', () => {
    const layout = draw(data);
    expect(layout.columns.map(({ kind }) => kind)).toEqual(['team', 'team', 'unknown']);
    expect(layout.lines.map(({ step, count, isAlone }) => [step, count, isAlone])).toEqual([
      [1, '1', false],
      [0, '0', true],
      [0, '?', false],
      [2, '2+', false],
    ]);
    const [first, second] = layout.lines;
    expect(second!.y - first!.y).toBe(28);
    const [claims] = first!.cells;
    expect(claims).toMatchObject({ x: layout.columns[0]!.x, only: true, stays: true, r: 10 });
    const payments = layout.lines[3]!.cells;
    expect(payments.map(({ only }) => only)).toEqual([false, false, false]);
    expect(payments[0]!.r).toBeCloseTo(3.5 + 6.5 * Math.sqrt(0.25), 6);
    expect(payments[1]).toMatchObject({ stays: false, real: false });
    expect(payments[2]).toMatchObject({ kind: 'unknown', unknownMoney: true });
    expect(carrierStep(17)).toBe(3);
  });

  it('puts what scatters into quarters: height for money, a number for what is left alone', () => {
    const { strip } = draw(data);
    expect(
      strip!.bars.map(({ quarter }) => [quarter.money, quarter.scatters.length, quarter.leftAlone.length]),
    ).toEqual([
      [100_00, 1, 0],
      [450_00, 2, 2],
    ]);
    const [small, large] = strip!.bars;
    expect(large!.rect.height / small!.rect.height).toBeCloseTo(4.5, 6);
    expect(large!.alone?.text).toBe('2');
    expect(small!.alone).toBeNull();
    expect(draw({ ...data, scatters: [] }).strip).toBeNull();
    expect(
      draw({ ...data, day: strip!.bars[1]!.quarter.to }).strip!.bars.map(({ chosen }) => chosen),
    ).toEqual([false, true]);
  });

  it('is what scatters alone where no rows are drawn, and says by itself what that means', () => {
    const whole = draw(data);
    const strip = draw({ ...data, rows: [] });
    expect([strip.lines, strip.columns, strip.titles]).toEqual([[], [], []]);
    expect(strip.strip!.bars.map(({ quarter }) => quarter)).toEqual(
      whole.strip!.bars.map(({ quarter }) => quarter),
    );
    // The column of what is left alone is not there: the strip takes its room.
    expect(strip.right).toBeGreaterThan(whole.right + 80);
    expect(strip.height).toBeLessThan(whole.opening[1]);
    expect(draw({ ...data, scatters: [] }).strip).toBeNull();
    const said = scatterFinding(data, speech);
    expect(carryFinding(data, rows, speech)).toContain(said.slice(0, said.indexOf(';')));
    expect(said).toMatch(/^\$\S+ scatters by .*; then nobody carries \d+ capabilit/);
    expect(scatterFinding({ ...data, scatters: [] }, speech)).toBe('Nothing scatters within a year');
  });

  it('gathers teams that find no room in one column, and never leaves the width', () => {
    const teamIds = Array.from({ length: 300 }, (_, k) => `t${k}`);
    const many = {
      ...data,
      teamIds,
      rows: [
        row(
          'Claims',
          teamIds.map((id) => cell(id, 1_00)),
        ),
      ],
    };
    for (const width of [0, 560, 900, 1800]) {
      const layout = draw(many, width);
      expect(layout.columns.at(-1)!.kind).toBe('others');
      for (const column of layout.columns) expect(column.x).toBeLessThan(layout.right);
      expect(new Set(layout.columns.flatMap((column) => column.teamIds)).size).toBe(300);
      for (const { rect } of layout.marks) expect(Object.values(rect).every(Number.isFinite)).toBe(true);
    }
  });

  it('survives nothing and ten thousand capabilities', () => {
    expect(draw({ ...data, rows: [], teamIds: [], scatters: [] }).lines).toEqual([]);
    const layout = draw({
      ...data,
      rows: Array.from({ length: 10_000 }, (_, k) => row(`c${k}`, [cell('t1', k)])),
    });
    expect(layout.lines).toHaveLength(10_000);
    expect(layout.lines[9_999]!.y).toBeLessThan(layout.height);
  });

  it('says what must stay on one page: the headings and the first rows under them', () => {
    const layout = draw(data);
    const [from, to] = layout.opening;
    expect(from).toBe(layout.bodyTop);
    const third = layout.marks.filter(({ id }) => id.startsWith('row:'))[2]!;
    expect(to).toBe(third.rect.y + third.rect.height);
    for (const title of layout.titles) expect(labelRect(title).y).toBeGreaterThanOrEqual(from);
  });

  it('keeps the words of a row and of the strip apart', () => {
    for (const width of [560, 900, 1500]) {
      const { lines, strip, titles } = draw(data, width);
      const labels = [
        ...lines.flatMap(({ name, alone, cells }) => [
          name,
          ...(alone ? [alone] : []),
          ...cells.flatMap(({ money }) => money ?? []),
        ]),
        ...(strip
          ? [
              strip.title,
              ...strip.major.flatMap(({ label }) => label ?? []),
              ...strip.minor.flatMap(({ label }) => label ?? []),
            ]
          : []),
        ...titles,
      ];
      const boxes = labels.map(labelRect);
      boxes.forEach((box, k) => {
        expect(box.x + box.width, labels[k]!.text).toBeLessThanOrEqual(Math.max(560, width));
        for (const [rest, other] of boxes.slice(k + 1).entries()) {
          expect(overlaps(box, other), `${labels[k]!.text} / ${labels[k + 1 + rest]!.text}`).toBe(false);
        }
      });
    }
  });

  it('says the finding, has a card for every mark and a row for everybody', () => {
    expect(carryFinding(data, rows, speech)).toBe(
      '1 capability of 4 rests on one team only; $550 scatters by 19 May 2026 and leaves 2 alone',
    );
    expect(carryFinding({ ...data, scatters: [] }, rows.slice(2, 3), speech)).toBe(
      'Who carries 1 capability of 1 is not known: no team is recorded',
    );
    expect(carryFinding({ ...data, scatters: [] }, rows.slice(1), speech)).toBe(
      'No capability rests on one team only; 1 is carried',
    );
    expect(carryFinding({ ...data, scatters: [] }, rows.slice(1, 2), speech)).toBe(
      'Nobody carries 1 capability of 1',
    );
    expect(carryFinding({ ...data, day: now + 200 }, rows, speech)).toMatch(
      /^After .* 2026, nobody carries 1 capability of 4$/,
    );
    const layout = draw(data);
    for (const { id } of layout.marks) expect(carryCard(id, data, layout, speech).title).not.toBe('');
    expect(() => carryCard('row:nobody', data, layout, speech)).toThrow();
    const table = carryTable(data, rows, speech);
    expect(table.rows).toHaveLength(1 + 1 + 1 + 3);
    // Unknown teams are not a number, and unknown money is not zero.
    expect(table.rows[2]!.cells[1]).toEqual({ value: null, text: '?' });
    expect(table.rows[5]!.cells[3]).toEqual({ value: null, text: 'not recorded' });
    expect(carryLegend(layout, speech).map(({ swatch }) => swatch)).toContain('leftAlone');
  });

  it('counts each scatter in its quarter once', () => {
    const quarters = quartersBetween(now, now + 300, 1);
    const counted = scattersByQuarter(data.scatters, quarters, data.losses);
    expect(counted.map(({ scatters }) => scatters.length)).toEqual([1, 2, 0, 0]);
  });
});

describe('what a disbanding then costs', () => {
  it('writes no number over a higher bar beside its own', () => {
    const scatters = Array.from({ length: 16 }, (_, k) => ({
      ...data.scatters[0]!,
      id: `q${k}`,
      day: now + 20 + 91 * k,
    }));
    const one = Array.from({ length: 25 }, () => data.losses.get('i1')!);
    const losses = new Map(
      scatters.map(({ id }, k) => [
        id,
        addLosses(Array.from({ length: 1 + ((k * 5) % 7) }, () => one).flat()),
      ]),
    );
    const { bars } = draw({ ...data, scatters, losses }, 620).strip!.losses!;
    const texts = bars.flatMap(({ label }) => (label ? [labelRect(label)] : []));
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.length).toBeLessThan(bars.length);
    for (const text of texts) for (const { rect } of bars) expect(overlaps(text, rect)).toBe(false);
  });

  it('stands below what scatters on the same axis, in days, and nowhere where it is not known', () => {
    const twice = addLosses([data.losses.get('i1')!, data.losses.get('i2')!]);
    const layout = draw({ ...data, losses: new Map([...data.losses, ['i2', twice]]) });
    const strip = layout.strip!;
    expect(strip.losses!.bars.map(({ id, label }) => [id, label!.text])).toEqual([
      ['scatter:0', '42'],
      ['scatter:1', '84'],
    ]);
    const [first, second] = strip.losses!.bars;
    expect(first!.rect.height / second!.rect.height).toBeCloseTo(0.5, 6);
    expect(second!.rect.height).toBe(26);
    strip.losses!.bars.forEach(({ id, rect }, k) => {
      const above = strip.bars[k]!;
      expect([id, rect.x, rect.width]).toEqual([above.id, above.rect.x, above.rect.width]);
      expect(rect.y + rect.height).toBe(strip.losses!.base);
    });
    const legend = (of: CarryData) => carryLegend(draw(of), speech).map(({ swatch }) => swatch);
    expect(legend(data)).toContain('relearning');
    const none = { ...data, losses: new Map() };
    expect(draw(none).strip!.losses).toBeNull();
    expect(draw(none).bodyTop).toBe(122);
    expect(layout.bodyTop).toBe(180);
    expect(legend(none)).not.toContain('relearning');
    // Room is kept while figures are still to come.
    const waiting = { ...data, losses: new Map([['i1', { ...NO_LOSS, pending: 1 }]]) };
    expect(draw(waiting).bodyTop).toBe(180);
  });

  it('is said with its range, and what is missing in it too, in both languages', () => {
    const layout = draw(data);
    const cards = layout.strip!.bars.map(({ id }) => carryCard(id, data, layout, speech).rows);
    expect(cards.map((card) => card.find(([label]) => label === 'Hand-over and relearning')?.[1])).toEqual([
      '42 person-days, $50 (P10–P90: 20–90 days, $25–$100)',
      '42 person-days, $90 (P10–P90: 20–90 days, $45–$180), 1 more project not known',
    ]);
    const chinese = { ...speech, say: sayOf('carry', 'zh-CN'), figures: figureWords('zh-CN', 'USD') };
    expect(lossText(data.losses.get('i1')!, chinese)).toContain('42 人天');
    expect(lossText({ ...NO_LOSS, pending: 1 }, speech)).toBe('being worked out…');
    expect(lossText({ ...NO_LOSS, unknown: 2 }, speech)).toMatch(/^not known/);
    expect(carrySubtitle(data, speech, false).at(-1)).toContain('84 person-days');
    // A sum that is still growing is not a sum.
    const waiting = new Map([...data.losses, ['i2', { ...NO_LOSS, pending: 1 }]]);
    expect(carrySubtitle({ ...data, losses: waiting }, speech, false).join(' ')).not.toContain('person-days');
  });

  it('is in the table beside those who go, whole, and not beside those who stay', () => {
    const going = { end: now + 90, initiativeIds: ['i1', 'i1'] };
    const table = carryTable(
      data,
      [row('Claims', [cell('t1', 400_00, going), cell('t2', 100_00, { initiativeIds: ['i1'] })])],
      speech,
    );
    const at = (id: string) => table.columns.findIndex((column) => column.id === id);
    const lost = table.rows.map(({ cells }) =>
      ['lostDays', 'lostMoney', 'lostRange'].map((id) => cells[at(id)]!.text),
    );
    expect(lost).toEqual([
      ['42', '$50', '42 person-days, $50 (P10–P90: 20–90 days, $25–$100)'],
      ['', '', ''],
    ]);
    for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length);
  });

  it('waits for figures, and has a range only once every project of it is simulated', () => {
    const headline = (handoverPd: number): Headline =>
      ({
        disbanding: { handoverPd, handoverMoney: 100, relearningPd: 5, relearningMoney: 50, knowledge: 0.2 },
      }) as Headline;
    const ends = { pd: { low: 1, high: 9 }, money: { low: 10, high: 90 } };
    const loss = (futures: readonly string[]) =>
      lossOf(
        ['a', 'b', 'waits', 'lacks', 'stops'],
        {
          headlineOf: (id) =>
            id === 'waits'
              ? undefined
              : id === 'lacks'
                ? null
                : id === 'stops'
                  ? ({ disbanding: null } as Headline)
                  : headline(10),
          futuresOf: (id) => (futures.includes(id) ? { disbanding: ends } : undefined),
        },
        (amount) => amount * 100,
      );
    expect(loss(['a'])).toMatchObject({ days: 30, money: 300_00, range: null, pending: 1, unknown: 2 });
    expect(loss(['a', 'b']).range).toEqual({
      days: { low: 2, high: 18 },
      money: { low: 20_00, high: 180_00 },
    });
  });
});

describe('loads', () => {
  const quarters = quartersBetween(now, now + 200, 1);
  const team = (teamId: string, size: number | null, people: readonly (number | null)[], unknown = 0) => ({
    teamId,
    name: `Team ${teamId}`,
    size,
    loads: quarters.map((_, k) => ({ people: people[k] ?? 0, unknown })),
  });
  const load: LoadData = {
    quarters,
    now,
    teams: [
      team('fits', 10, [5, 8, 0]),
      team('unsized', null, [4, 4, 4]),
      team('over', 4, [5, 6, 4]),
      { ...team('unknown', 3, []), loads: quarters.map(() => ({ people: null, unknown: 2 })) },
    ],
  };
  const layout = layoutLoad(load, 900, 1, loadGridWords(speech, tick), estimateWidth);

  it('put the most overloaded first and those of unknown size last', () => {
    expect(byOverload(load.teams).map(({ teamId }) => teamId)).toEqual([
      'over',
      'fits',
      'unsized',
      'unknown',
    ]);
    expect(layout.rows.map(({ cells }) => cells.map(({ state, text }) => [state, text]))).toEqual([
      [
        ['over', '+25%'],
        ['over', '+50%'],
        ['fits', '100%'],
      ],
      [
        ['fits', '50%'],
        ['fits', '80%'],
        ['idle', ''],
      ],
      Array.from({ length: 3 }, () => ['unknown', '4 ?']),
      Array.from({ length: 3 }, () => ['unknown', '?']),
    ]);
  });

  it('mark all cells with too much by a triangle, or none where one of them has no room', () => {
    const { width } = layout.rows[0]!.cells[0]!.rect;
    const arrows = (widest: number) => {
      const measure = (text: string) => (text === '+50%' ? widest : 20);
      return layoutLoad(load, 900, 1, loadGridWords(speech, tick), measure).arrows;
    };
    expect(layout.arrows).toBe(true);
    expect(arrows(width - 24)).toBe(true);
    expect(arrows(width - 8)).toBe(false);
  });

  it('say who is overloaded by how much, in words and as a table', () => {
    expect(loadFinding(load, speech)).toBe(
      `1 team is overloaded, Team over by 50% in quarter of ${quarters[1]!.from}`,
    );
    expect(loadFinding({ ...load, teams: [load.teams[1]!] }, speech)).toBe(
      'Whether teams are overloaded is not known: nobody entered how many people they have',
    );
    expect(loadFinding({ ...load, teams: [load.teams[0]!] }, speech)).toBe(
      '1 team fits its work in every quarter',
    );
    expect(loadTable(load, speech).rows).toHaveLength(3 + 2 + 3 + 3);
    for (const { id } of layout.marks) expect(loadCard(id, load, speech).title).toMatch(/^Team /);
  });
});
