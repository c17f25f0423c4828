import type { TimeWindow } from './scene.ts';

/** A check that what was kept is a stretch of time in day numbers, or null for all of it. */
export const isKeptTime = (value: unknown): value is TimeWindow | null =>
  value === null ||
  (typeof value === 'object' &&
    'from' in value &&
    'to' in value &&
    Number.isFinite(value.from) &&
    Number.isFinite(value.to) &&
    Number(value.from) < Number(value.to));

/** Less than a week of what there is tells nothing. */
const LEAST_DAYS = 7;

/**
 * The stretch of time that is shown of a whole: as much of the kept one as lies inside of it, since other initiatives may
 * be shown by now. Null shows all, also where next to nothing of it is left.
 */
export function partOfTime(kept: TimeWindow | null, whole: TimeWindow | null): TimeWindow | null {
  if (!kept || !whole) return null;
  if (kept.from >= whole.from && kept.to <= whole.to) return kept;
  const [from, to] = [Math.max(kept.from, whole.from), Math.min(kept.to, whole.to)];
  const isAll = from === whole.from && to === whole.to;
  return isAll || to - from < LEAST_DAYS ? null : { from, to };
}
