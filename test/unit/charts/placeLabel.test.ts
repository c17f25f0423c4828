import { describe, expect, it } from 'vitest';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';
import { densePoints, leastCrossed } from '../../../renderer/charts/frame/placeLabel.ts';
import { type Label, labelRect } from '../../../renderer/charts/frame/rects.ts';

const bounds = { x: 0, y: 0, width: 400, height: 200 };
const at = (x: number, y: number): Label => ({
  text: 'Customer identity',
  x,
  y,
  anchor: 'start',
  size: 12,
  weight: 600,
  width: estimateWidth('Customer identity', 12, 600),
});

describe('a label that no place keeps clear of lines', () => {
  const along = densePoints([
    [0, 46],
    [400, 46],
  ]);
  const across = densePoints([
    [60, 0],
    [60, 200],
  ]);
  it('stands where a line crosses it, not where one runs along it', () => {
    const placed = leastCrossed([at(40, 50), at(40, 120)], {
      bounds,
      boxes: [],
      points: [...along, ...across],
    });
    expect(placed?.y).toBe(120);
  });
  it('takes the one that is covered least', () => {
    const sloping = densePoints([
      [30, 120],
      [70, 108],
    ]);
    const points = [...sloping, ...across];
    expect(leastCrossed([at(40, 120), at(40, 60)], { bounds, boxes: [], points })?.y).toBe(60);
  });
  it('is left out rather than struck through, put over a box or outside', () => {
    expect(leastCrossed([at(40, 50)], { bounds, boxes: [], points: along })).toBeNull();
    expect(leastCrossed([at(40, 50)], { bounds, boxes: [labelRect(at(60, 50))], points: [] })).toBeNull();
    expect(leastCrossed([at(390, 50)], { bounds, boxes: [], points: [] })).toBeNull();
  });
});
