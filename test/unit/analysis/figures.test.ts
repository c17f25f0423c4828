import { expect, it } from 'vitest';
import { curveAt, wasteShare } from '../../../shared/analysis/figures.ts';
import type { Curves, ModeResult } from '../../../shared/model/types.ts';

it('a curve is read between whole months, and holds its ends beyond them', () => {
  const curves = { month: [0, 1, 2], C: [0, 10, 30], V: [], K: [] } as unknown as Curves;
  const at = (month: number) => curveAt(curves, 'C', month);
  expect([-1, 0, 0.5, 1, 1.5, 2, 9].map(at)).toEqual([0, 0, 5, 10, 20, 30, 30]);
});

it('a share of nothing is not known', () => {
  const waste = new Proxy({}, { get: () => ({ pd: 0 }) }) as ModeResult['waste'];
  expect(wasteShare({ waste, booked_pd: 0 })).toBeNull();
  expect(wasteShare({ waste, booked_pd: 8 })).toBe(0);
});
