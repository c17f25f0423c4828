import { describe, expect, it } from 'vitest';
import { isTwinLook } from '../../../renderer/charts/frame/twinLook.ts';
import { isKeptTime, partOfTime } from '../../../renderer/charts/stringline/timeWindow.ts';

const whole = { from: 100, to: 200 };

describe('a stretch of time that was kept', () => {
  it.each([
    ['inside', { from: 120, to: 140 }, { from: 120, to: 140 }],
    ['over the end', { from: 180, to: 260 }, { from: 180, to: 200 }],
    ['over the beginning', { from: 0, to: 150 }, { from: 100, to: 150 }],
    ['around the whole', { from: 0, to: 300 }, null],
    ['outside', { from: 300, to: 400 }, null],
    ['all but outside', { from: 198, to: 400 }, null],
    ['none', null, null],
  ])('is shown as far as it lies in what there is: %s', (_, kept, part) => {
    expect(partOfTime(kept, whole)).toEqual(part);
  });

  it('is none where there is no time', () => {
    expect(partOfTime({ from: 120, to: 140 }, null)).toBeNull();
  });

  it.each([
    [null, true],
    [{ from: 1, to: 2 }, true],
    [{ from: 2, to: 1 }, false],
    [{ from: 1 }, false],
    [{ from: '1', to: 2 }, false],
    [7, false],
  ])('%j is understood: %j', (kept, understood) => {
    expect(isKeptTime(kept)).toBe(understood);
  });
});

it.each([
  [{ asTable: true, sort: null, all: false }, true],
  [{ asTable: false, sort: { column: 'a', direction: 'ascending' }, all: true }, true],
  [{ asTable: false, sort: { column: 'a', direction: 'up' }, all: true }, false],
  [{ asTable: 'yes', sort: null, all: false }, false],
  [null, false],
])('how a table is shown, %j, is understood: %j', (kept, understood) => {
  expect(isTwinLook(kept)).toBe(understood);
});
