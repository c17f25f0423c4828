import { describe, expect, it } from 'vitest';
import { estimateWidth } from '../../../renderer/charts/frame/measureText.ts';
import { type Label, labelRect, overlaps } from '../../../renderer/charts/frame/rects.ts';
import { layoutTornado, type TornadoRow } from '../../../renderer/charts/tornado/layout.ts';

const words = {
  money: (amount: number) => `$${Math.round(amount / 1000)}K`,
  projectBetter: 'project better',
  productBetter: 'product team better',
};

const row = (
  id: string,
  deltaLow: number,
  deltaHigh: number,
  breakEven: string | null = null,
): TornadoRow => ({
  id,
  name: `parameter ${id} with a long name that needs cutting`,
  low: '0%',
  high: '100%',
  deltaLow,
  deltaHigh,
  flips: deltaLow > 0 !== deltaHigh > 0,
  breakEven,
});

describe('the tornado layout', () => {
  it('draws bars from the base to both ends', () => {
    const layout = layoutTornado(
      [row('a', 800, -200, 'equal at 82%'), row('b', 500, 600)],
      600,
      1000,
      words,
      estimateWidth,
    );
    const x = (value: number): number => 234 + ((value + 200) / 1000) * (826 - 234);
    const [a, b] = layout.bars;
    expect(layout.zeroX).toBeCloseTo(x(0), 6);
    expect(layout.baseX).toBeCloseTo(x(600), 6);
    expect([a!.low.x, a!.low.width]).toEqual([expect.closeTo(x(600), 6), expect.closeTo(x(800) - x(600), 6)]);
    expect([a!.high.x, a!.high.width]).toEqual([
      expect.closeTo(x(-200), 6),
      expect.closeTo(x(600) - x(-200), 6),
    ]);
    expect(a!.flips).toBe(true);
    expect(a!.breakEven?.text).toMatch(/^equal at/);
    expect(b!.high.width).toBe(0);
    expect(b!.flips).toBe(false);
  });

  it.each([
    [0, 900],
    [1, 900],
    [17, 700],
    [17, 0],
    [2000, 1200],
  ])('keeps %d rows in %d px whole, apart and finite', (count, width) => {
    const rows = Array.from({ length: count }, (_, k) =>
      row(String(k), 900 - k, -300 + ((k * 53) % 900), 'equal at 4.2 changes a year'),
    );
    const layout = layoutTornado(rows, 700, width, words, estimateWidth);
    expect(layout.bars).toHaveLength(count);
    const labels: Label[] = [
      ...layout.sides,
      ...layout.ticks.flatMap((tick) => tick.label ?? []),
      ...layout.bars.flatMap((bar) => [
        bar.name,
        ...(bar.lowLabel ? [bar.lowLabel] : []),
        ...(bar.highLabel ? [bar.highLabel] : []),
        ...(bar.breakEven ? [bar.breakEven] : []),
      ]),
    ];
    const boxes = labels.map(labelRect);
    boxes.forEach((box, k) => {
      expect(Number.isFinite(box.x)).toBe(true);
      expect(box.x, labels[k]!.text).toBeGreaterThanOrEqual(-0.5);
      expect(box.x + box.width, labels[k]!.text).toBeLessThanOrEqual(layout.width + 0.5);
      for (const [j, other] of boxes.slice(k + 1, k + 9).entries()) {
        expect(overlaps(box, other), `“${labels[k]!.text}” covers “${labels[k + 1 + j]!.text}”`).toBe(false);
      }
    });
  });

  it('survives a model in which nothing matters', () => {
    const layout = layoutTornado([row('a', 0, 0)], 0, 800, words, estimateWidth);
    expect(Number.isFinite(layout.baseX)).toBe(true);
    expect(layout.bars[0]!.low.width).toBe(0);
    expect(layout.bars[0]!.lowLabel).toBeNull();
  });
});
