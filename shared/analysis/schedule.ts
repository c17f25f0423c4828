import type { Initiative, Phase } from '../domain/records.ts';
import { DAYS_PER_CALENDAR_MONTH, dayNumber } from '../domain/time.ts';

/** Gaps between dated phases of at most this many days are a weekend or a holiday, not a wait. */
export const TOUCHING_DAYS = 3;

/** A phase on the calendar. Days count from 1970-01-01; `end` is the first day after it. */
export interface PlacedPhase {
  readonly phase: Phase;
  readonly start: number;
  readonly end: number;
  /** First day of the wait before it, `start` where nobody waits. */
  readonly waitFrom: number;
  /** True when its own dates place it; false when it follows the phase before by its length in months. */
  readonly dated: boolean;
}

/** An initiative on the calendar; null is not known, and a product team without an end stays open. */
export interface Schedule {
  readonly start: number | null;
  /** First day after its end. */
  readonly end: number | null;
  /** In order of position; those of which neither dates nor length are known are left out. */
  readonly phases: readonly PlacedPhase[];
  readonly unplaced: number;
}

const daysOf = (months: number): number => Math.round(months * DAYS_PER_CALENDAR_MONTH);
const startOf = (date: string | null): number | null => (date === null ? null : dayNumber(date));
const endOf = (date: string | null): number | null => (date === null ? null : dayNumber(date) + 1);

/**
 * Where an initiative and its phases lie on the calendar by the plan. A phase with dates lies there; one with a length
 * only follows the phase before, or the initiative's start, after its wait. A gap between dated phases is a wait,
 * as in `planPhases`. Product teams have no phases on the calendar.
 */
export function scheduleOf(initiative: Initiative, phases: readonly Phase[]): Schedule {
  const placed: PlacedPhase[] = [];
  let unplaced = 0;
  if (initiative.mode === 'project') {
    let covered = startOf(initiative.startDate);
    for (const phase of phases) {
      const next = place(phase, covered, placed.length === 0);
      if (!next) {
        unplaced += 1;
        continue;
      }
      placed.push(next);
      covered = covered === null ? next.end : Math.max(covered, next.end);
    }
  }
  return {
    start: startOf(initiative.startDate) ?? least(placed.map((each) => each.start)),
    end: endOf(initiative.endDate) ?? most(placed.map((each) => each.end)),
    phases: placed,
    unplaced,
  };
}

function place(phase: Phase, covered: number | null, first: boolean): PlacedPhase | null {
  const length = phase.months === null ? null : Math.max(1, daysOf(phase.months));
  const wait = phase.waitMonths === null ? null : daysOf(phase.waitMonths);
  const [dateStart, dateEnd] = [startOf(phase.startDate), endOf(phase.endDate)];
  const start =
    dateStart ??
    (dateEnd !== null && length !== null
      ? dateEnd - length
      : covered === null
        ? null
        : covered + (wait ?? 0));
  if (start === null) return null;
  // A step that only waits takes no time of its own.
  const end = dateEnd ?? (length !== null ? start + length : wait !== null ? start : null);
  if (end === null || end < start) return null;
  const gap = covered === null || first ? 0 : start - covered;
  const waitFrom = wait !== null ? start - wait : gap > TOUCHING_DAYS && covered !== null ? covered : start;
  return { phase, start, end, waitFrom, dated: dateStart !== null && dateEnd !== null };
}

const least = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.min(...values);
const most = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.max(...values));
