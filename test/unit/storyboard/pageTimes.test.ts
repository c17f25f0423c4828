import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readMinutes,
  readStretches,
  type Stretch,
  usedLine,
  usedMs,
  withStretch,
} from '../../../shared/storyboard/pageTimes.ts';

const MINUTE = 60_000;
const at = (page: string, from: number, to: number): Stretch => ({
  page,
  from: from * MINUTE,
  to: to * MINUTE,
});
const all = (...stretches: readonly Stretch[]): readonly Stretch[] =>
  stretches.reduce<readonly Stretch[]>(withStretch, []);

describe('the time on the pages of a storyboard', () => {
  it('adds up where a page is left and comes back, and only what lies after the beginning', () => {
    const stretches = all(at('a', 0, 3), at('b', 3, 4), at('a', 4, 6));
    expect(usedMs(stretches, 0)).toEqual(
      new Map([
        ['a', 5 * MINUTE],
        ['b', MINUTE],
      ]),
    );
    expect(usedMs(stretches, 2 * MINUTE)).toEqual(
      new Map([
        ['a', 3 * MINUTE],
        ['b', MINUTE],
      ]),
    );
    expect(usedMs(stretches, 6 * MINUTE)).toEqual(new Map());
  });

  it('is one stretch where it goes on at once, and two where the screen was blank in between', () => {
    expect(all(at('a', 0, 1), at('a', 1, 2))).toEqual([at('a', 0, 2)]);
    expect(all(at('a', 0, 1), at('a', 1.5, 2))).toHaveLength(2);
  });

  it('leaves out what a clock that was set back would say, and what is older than a day', () => {
    expect(all(at('a', 5, 5), at('a', 5, 4))).toEqual([]);
    expect(all(at('a', 0, 1), at('b', 26 * 60, 26 * 60 + 1))).toEqual([at('b', 26 * 60, 26 * 60 + 1)]);
  });

  it('is the same however often it is written down in between', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 50 }),
        (steps) => {
          let [now, stretches] = [0, [] as readonly Stretch[]];
          for (const step of steps) {
            stretches = withStretch(stretches, { page: 'a', from: now, to: now + step });
            now += step;
          }
          expect(stretches).toEqual([{ page: 'a', from: 0, to: now }]);
          expect(usedMs(stretches, 0).get('a')).toBe(now);
        },
      ),
    );
  });

  it('passes over what is not understood', () => {
    expect(readStretches('x')).toEqual([]);
    expect(
      readStretches([null, { page: 1, from: 0, to: 1 }, { page: 'a', from: 2, to: 1 }, at('a', 0, 1), {}]),
    ).toEqual([at('a', 0, 1)]);
  });
});

describe('the notes of a meeting', () => {
  it('tell the times of pages from other lines, in both directions', () => {
    const used = [
      { page: '0f8fad5b-d9cb-469f-a165-70867728950e', title: 'Where is it lost? [first]', seconds: 452 },
      { page: 'p2', title: '我们决定什么？', seconds: 3725 },
      { page: 'p3', title: '', seconds: 0 },
    ];
    const steps = ['2 Mar 2026, 10:00\tEdited “⏱ 1:00 x [y]”', 'A plain line'];
    const notes = [...used.map(usedLine), '', ...steps].join('\n');
    expect(readMinutes(notes)).toEqual({ used, lines: steps });
    expect(usedLine(used[1]!)).toBe('⏱ 1:02:05 我们决定什么？ [p2]');
    expect(readMinutes('')).toEqual({ used: [], lines: [] });
  });

  it('keep a title on its line', () => {
    expect(readMinutes(usedLine({ page: 'p', title: 'a\n\tb', seconds: 1 })).used[0]?.title).toBe('a b');
  });
});
