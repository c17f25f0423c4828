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

/**
 * The stretch of time that is shown of a whole; null shows all, also where a kept one lies outside of it, as it may
 * where other initiatives are shown by now.
 */
export const partOfTime = (kept: TimeWindow | null, whole: TimeWindow | null): TimeWindow | null =>
  kept && whole && kept.from < whole.to && kept.to > whole.from ? kept : null;
