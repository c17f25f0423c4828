import { describe, expect, it } from 'vitest';
import {
  describeTimeline,
  loadTable,
  timelineCard,
  timelineLegend,
  timelineTable,
} from '../../../renderer/charts/timeline/describe.ts';
import type { TimelineSpeech } from '../../../renderer/charts/timeline/speech.ts';
import { timelineData } from '../../../renderer/charts/timeline/timelineData.ts';
import { dayNumber } from '../../../shared/domain/time.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

const day = dayNumber;

describe('the words of the timeline', () => {
  const speech = {
    say: ((key: string, values: object = {}) =>
      [key, ...Object.values(values)].join(' ')) as unknown as TimelineSpeech['say'],
    mode: (mode: string) => mode,
    language: 'en',
    number: (value: number) => String(value),
    percent: (share: number) => `${share * 100}%`,
    date: (at: number) => `d${at - day('2026-01-01')}`,
    month: () => '',
    dayOfMonth: () => '',
  } as const;
  const data = timelineData(
    recordsOf({
      initiative: [
        initiative('i', { name: 'One', startDate: '2026-01-01', endDate: '2026-03-31' }),
        { ...initiative('p', { name: 'Two', startDate: '2026-02-01' }), mode: 'product' },
        initiative('n', { name: 'Three' }),
      ],
      phase: [
        phase('a', 'i', 0, { startDate: '2026-01-01', endDate: '2026-01-31' }),
        phase('b', 'i', 1, { startDate: '2026-03-01', endDate: '2026-03-31', name: 'Build' }),
      ],
    }),
  );
  const items = [...data.items.values()];

  it('carry the same figures in the table, unknown ones empty', () => {
    const { columns, rows } = timelineTable(items, data, speech);
    expect(columns).toHaveLength(13);
    expect(rows.map(({ cells }) => cells.slice(0, 8).map(({ value }) => value))).toEqual([
      ['One', 'project', '2026-01-01', '2026-03-31', 90, 2, 28, 2],
      ['Two', 'product', '2026-02-01', null, null, null, null, null],
      ['Three', 'project', null, null, null, 0, 0, 0],
    ]);
  });

  it('say what a part is, its wait and its slack', () => {
    const card = timelineCard(items[0]!, { kind: 'phase', id: 'b' }, data, speech);
    expect(card.title).toBe('Build');
    expect(card.rows).toContainEqual(['card.wait', 'card.days 28']);
    expect(card.note).toBe('card.critical');
  });

  it('describe what is shown', () => {
    expect(describeTimeline(items, data, speech)).toBe('describe.timeline 3 3 d0 d89 describe.modes 2 1');
    expect(describeTimeline([items[2]!], data, speech)).toBe('describe.none 1 1 describe.modes 1 0');
    expect(describeTimeline([], data, speech)).toBe('describe.none 0 0 describe.modes 0 0');
  });

  it('have a legend of what is there and nothing else', () => {
    const of = (shown: readonly (typeof items)[number][], critical = true) =>
      timelineLegend(shown, data, { critical, loads: [], today: true, dataDate: false }, speech).map(
        ({ swatch }) => swatch,
      );
    expect(of(items)).toEqual(['projectBar', 'wait', 'criticalPhase', 'openBand', 'todayLine']);
    expect(of([items[1]!])).toEqual(['openBand', 'todayLine']);
    expect(of([items[2]!])).toEqual(['todayLine']);
    expect(of(items, false)).not.toContain('criticalPhase');
    const { schedule } = items[0]!;
    const longer = { ...items[0]!, schedule: { ...schedule, end: schedule.end! + 30 } };
    expect(of([longer], false)).toEqual(['projectBar', 'projectBare', 'wait', 'todayLine']);
    const past = { critical: false, loads: [], today: false, dataDate: false };
    expect(timelineLegend(items, data, past, speech).map(({ swatch }) => swatch)).not.toContain('todayLine');
    expect(of([])).toEqual(['todayLine']);
  });

  it('carry the load as a table, unknown as unknown', () => {
    const loads = [
      {
        teamId: 't',
        size: 4,
        loads: [
          { people: 5, unknown: 0 },
          { people: 0, unknown: 0 },
          { people: null, unknown: 2 },
        ],
      },
    ];
    const spans = [0, 91, 182].map((from) => ({ from: day('2026-01-01') + from }));
    const { rows } = loadTable(loads, spans, (id) => id.toUpperCase(), 1, speech);
    expect(rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
      ['T', '2026 Q1', 5, 4, 0.25, 0],
      ['T', '2026 Q3', null, 4, null, 2],
    ]);
  });
});
