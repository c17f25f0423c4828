import type { MeasureText } from '../frame/measureText.ts';
import { type Label, labelRect, overlaps, type Rect } from '../frame/rects.ts';

/** What the strip needs of a quarter. */
export interface StripQuarter {
  readonly gaps: number;
  /** How many of the gaps the quarter before did not have. */
  readonly opening: number;
  /** The year that begins with this quarter; null in all other quarters. */
  readonly year: string | null;
}

export interface StripBar {
  /** The whole column of the quarter, for pointing at it. */
  readonly slot: Rect;
  /** Gaps that were there before: hollow. */
  readonly old: Rect | null;
  /** Gaps that open: filled, on top. */
  readonly fresh: Rect | null;
}

export interface QuarterStripLayout {
  readonly width: number;
  readonly height: number;
  readonly base: number;
  readonly bars: readonly StripBar[];
  /** Counts over the bars where they find room: the chosen quarter first, then those in which gaps open, then the highest. */
  readonly counts: readonly Label[];
  readonly years: readonly Label[];
}

const STRIP_HEIGHT = 62;
const HEAD = 15;
const FOOT = 20;
const SIZE = 11;

/** Bars of the gaps by quarter in px, `chosen` a quarter or null; pure. */
export function layoutQuarterStrip(
  quarters: readonly StripQuarter[],
  chosen: number | null,
  width: number,
  measure: MeasureText,
): QuarterStripLayout {
  const base = STRIP_HEIGHT - FOOT;
  const step = quarters.length === 0 ? 0 : width / quarters.length;
  const most = Math.max(1, ...quarters.map(({ gaps }) => gaps));
  const unit = (base - HEAD) / most;
  const inset = Math.min(4, step * 0.12);
  const bars = quarters.map(({ gaps, opening }, q): StripBar => {
    const box = { x: q * step + inset, width: Math.max(0.5, step - 2 * inset) };
    const old = gaps - opening;
    return {
      slot: { x: q * step, y: 0, width: step, height: STRIP_HEIGHT },
      old: old > 0 ? { ...box, y: base - old * unit, height: old * unit } : null,
      fresh: opening > 0 ? { ...box, y: base - gaps * unit, height: opening * unit } : null,
    };
  });
  const label = (text: string, x: number, y: number, weight: number): Label => {
    const wide = measure(text, SIZE, weight);
    const middle = Math.max(wide / 2, Math.min(width - wide / 2, x));
    return { text, x: middle, y, anchor: 'middle', size: SIZE, weight, width: wide };
  };
  const rank = (q: number): number =>
    q === chosen ? 0 : quarters[q]!.opening > 0 ? 1 : q === 0 || q === quarters.length - 1 ? 2 : 3;
  const order = quarters
    .map((_, q) => q)
    .sort((a, b) => rank(a) - rank(b) || quarters[b]!.gaps - quarters[a]!.gaps || a - b);
  const counts: Label[] = [];
  for (const q of order) {
    const { gaps } = quarters[q]!;
    // The chosen count stands over all bars, so that it is always there.
    const y = q === chosen && step < 22 ? HEAD - 3 : base - gaps * unit - 3;
    const text = label(String(gaps), (q + 0.5) * step, y, q === chosen ? 700 : 400);
    const wider = { ...labelRect(text), x: labelRect(text).x - 2, width: text.width + 4 };
    if (wider.width > step + 8 && q !== chosen) continue;
    const covered = counts.some((other) => overlaps(labelRect(other), wider));
    // A count may stand over its own bar only, never over a higher neighbour.
    const crossed = bars.some(({ old, fresh }, k) => {
      const top = Math.min(old?.y ?? base, fresh?.y ?? base);
      const bar = { x: k * step + inset, y: top, width: step - 2 * inset, height: base - top };
      return k !== q && top < base && overlaps(bar, labelRect(text));
    });
    if (q === chosen || (!covered && !crossed)) counts.push(text);
  }
  const years: Label[] = [];
  quarters.forEach(({ year }, q) => {
    if (year === null) return;
    const wide = measure(year, SIZE);
    const x = q * step + 1;
    const last = years.at(-1);
    if (x + wide > width || (last && last.x + last.width + 10 > x)) return;
    years.push({ text: year, x, y: STRIP_HEIGHT - 3, anchor: 'start', size: SIZE, weight: 400, width: wide });
  });
  return { width, height: STRIP_HEIGHT, base, bars, counts, years };
}

/** Where a key of a slider leads from quarter `at` (null = all time, from which every key starts at `first`); null for other keys. */
export function quarterForKey(key: string, at: number | null, first: number, count: number): number | null {
  const within = (q: number): number => Math.max(0, Math.min(count - 1, q));
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowUp: 1,
    ArrowLeft: -1,
    ArrowDown: -1,
    PageUp: 4,
    PageDown: -4,
  };
  if (key === 'Home') return within(0);
  if (key === 'End') return within(count - 1);
  const step = steps[key];
  if (step === undefined) return null;
  return at === null ? within(first) : within(at + step);
}
