import { portfolioIndex } from '../../../shared/analysis/portfolioIndex.ts';
import type { Change } from '../../../shared/contract/changes.ts';
import type { Initiative, PortfolioRecords } from '../../../shared/domain/records.ts';
import { addCalendarMonths, dayNumber } from '../../../shared/domain/time.ts';
import { reschedule } from '../../charts/timeline/reschedule.ts';
import { subjectOf } from '../../charts/timeline/timelineData.ts';

export const shiftUnits = ['days', 'weeks', 'months', 'quarters'] as const;
export type ShiftUnit = (typeof shiftUnits)[number];
const daysOf = { days: 1, weeks: 7 } as const;
const monthsOf = { months: 1, quarters: 3 } as const;

/** What one change for many comes to: whom it reaches, and whom it leaves as they are. */
export interface BulkPlan {
  readonly changes: readonly Change[];
  readonly changed: number;
  /** Those without a value to start from: unknown stays unknown. */
  readonly unknown: number;
  /** Those that cannot: their dates would leave the calendar. */
  readonly refused: number;
}

/**
 * Moves initiatives in time, each with its planned phases, releases that are not out, open tranches and people by
 * quarter. Months are calendar months counted from the earliest date of each.
 */
export function planShift(
  records: PortfolioRecords,
  initiatives: readonly Initiative[],
  by: number,
  unit: ShiftUnit,
): BulkPlan {
  const index = portfolioIndex(records);
  const changes: Change[] = [];
  let [changed, unknown, refused] = [0, 0, 0];
  for (const initiative of initiatives) {
    const subject = subjectOf(initiative, index);
    const first = [
      initiative.startDate,
      initiative.endDate,
      ...subject.phases.flatMap(({ startDate, endDate }) => [startDate, endDate]),
      ...subject.releases.map(({ plannedDate }) => plannedDate),
    ]
      .filter((date) => date !== null)
      .sort()[0];
    if (first === undefined) {
      unknown += 1;
      continue;
    }
    const days =
      unit === 'months' || unit === 'quarters'
        ? dayNumber(addCalendarMonths(first, by * monthsOf[unit])) - dayNumber(first)
        : by * daysOf[unit];
    const moved = reschedule(subject, { kind: 'move', days });
    if (!moved.ok) refused += 1;
    else if (moved.changes.length > 0) {
      changed += 1;
      changes.push(...moved.changes);
    }
  }
  return { changes, changed, unknown, refused };
}

/** Raises (or with a negative share cuts) budgets by a share; whole minor units, and no budget stays unknown. */
export function planScale(initiatives: readonly Initiative[], share: number): BulkPlan {
  const changes: Change[] = [];
  let [changed, unknown, refused] = [0, 0, 0];
  for (const { id, budget } of initiatives) {
    if (budget === null) {
      unknown += 1;
      continue;
    }
    const next = Math.round(budget * (1 + share));
    if (next < 0 || !Number.isSafeInteger(next)) refused += 1;
    else if (next !== budget) {
      changed += 1;
      changes.push({ op: 'patch', table: 'initiative', id, values: { budget: next } });
    }
  }
  return { changes, changed, unknown, refused };
}
