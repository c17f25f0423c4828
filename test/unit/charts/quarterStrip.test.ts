import { describe, expect, it } from 'vitest';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';
import { labelRect, overlaps } from '../../../renderer/charts/frame/rects.ts';
import {
  layoutQuarterStrip,
  quarterForKey,
  type StripQuarter,
} from '../../../renderer/charts/matrix/quarterStrip.ts';

const quarter = (gaps: number, opening = 0, year: string | null = null): StripQuarter => ({
  gaps,
  opening,
  year,
});

describe('the strip of gaps by quarter', () => {
  it('stands bars on one line, what opens on top', () => {
    const { bars, base } = layoutQuarterStrip(
      [quarter(2, 0, '2026'), quarter(4, 2), quarter(0)],
      null,
      300,
      estimateWidth,
    );
    const unit = (base - 15) / 4;
    expect(bars[0]).toMatchObject({ slot: { x: 0, width: 100 }, fresh: null });
    expect(bars[0]!.old).toMatchObject({ x: 4, width: 92, y: base - 2 * unit, height: 2 * unit });
    expect(bars[1]!.fresh).toMatchObject({ y: base - 4 * unit, height: 2 * unit });
    expect(bars[1]!.old!.y).toBeCloseTo(bars[1]!.fresh!.y + bars[1]!.fresh!.height, 9);
    expect(bars[2]).toMatchObject({ old: null, fresh: null });
  });

  it.each([
    [0, 400],
    [1, 400],
    [12, 700],
    [40, 320],
    [40, 1200],
  ])('keeps the words of %d quarters in %d px apart and inside', (count, width) => {
    const quarters = Array.from({ length: count }, (_, k) =>
      quarter((k * 37) % 240, k % 5 === 2 ? 1 : 0, k % 4 === 0 ? `FY${2020 + k / 4}` : null),
    );
    const chosen = count > 3 ? 3 : null;
    const layout = layoutQuarterStrip(quarters, chosen, width, estimateWidth);
    const boxes = [...layout.counts, ...layout.years].map(labelRect);
    expect(boxes.length > 0).toBe(count > 0);
    boxes.forEach((box, k) => {
      expect(box.x).toBeGreaterThanOrEqual(-0.01);
      expect(box.x + box.width).toBeLessThanOrEqual(width + 0.01);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(layout.height);
      for (const other of boxes.slice(k + 1)) expect(overlaps(box, other)).toBe(false);
    });
    if (chosen !== null) {
      expect(layout.counts[0]).toMatchObject({ text: String(quarters[chosen]!.gaps), weight: 700 });
    }
  });

  it('moves by keys as a slider does, and from all time to where it starts', () => {
    const key = (name: string, at: number | null) => quarterForKey(name, at, 4, 12);
    expect(key('ArrowRight', 2)).toBe(3);
    expect(key('ArrowLeft', 0)).toBe(0);
    expect(key('ArrowUp', 11)).toBe(11);
    expect(key('PageUp', 2)).toBe(6);
    expect(key('PageDown', 2)).toBe(0);
    expect(key('Home', 7)).toBe(0);
    expect(key('End', 7)).toBe(11);
    expect(key('ArrowRight', null)).toBe(4);
    expect(key('Home', null)).toBe(0);
    expect(key('x', 3)).toBeNull();
  });
});
