import { type Curves, type ModeResult, WASTE_CATEGORIES, type WasteCategory } from '../model/types.ts';

/** The seven wastes; release overhead and idle capacity are the price of a mode and not among them (MODEL.md 2.7). */
export const SEVEN_WASTES = WASTE_CATEGORIES.filter(
  (category): category is Exclude<WasteCategory, 'release_overhead' | 'idle_capacity'> =>
    category !== 'release_overhead' && category !== 'idle_capacity',
);

/** Person-days that go into the seven wastes up to the horizon. */
export const sevenWastesPd = (result: Pick<ModeResult, 'waste'>): number =>
  SEVEN_WASTES.reduce((sum, category) => sum + result.waste[category].pd, 0);

/** Money that goes into the seven wastes up to the horizon, paid or forgone. */
export const sevenWastesMoney = (result: Pick<ModeResult, 'waste'>): number =>
  SEVEN_WASTES.reduce((sum, category) => sum + result.waste[category].money, 0);

/** Share of the booked person-days that goes into the seven wastes; null when nothing is booked. */
export const wasteShare = (result: Pick<ModeResult, 'waste' | 'booked_pd'>): number | null =>
  result.booked_pd > 0 ? sevenWastesPd(result) / result.booked_pd : null;

/** A curve's value at a month, linear between whole months; the ends outside them. */
export function curveAt(curves: Curves, name: 'C' | 'V' | 'K', month: number): number {
  const values = curves[name];
  const last = values.length - 1;
  const at = Math.min(Math.max(month, 0), last);
  const low = Math.floor(at);
  const a = values[low] ?? 0;
  const b = values[Math.min(low + 1, last)] ?? a;
  return a + (b - a) * (at - low);
}
