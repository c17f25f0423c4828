import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';

/** The reader's own calendar day. */
export function todayIso(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** The day that a portfolio speaks of: that of its data, or today while the plan is live. */
export const planDay = (records: PortfolioRecords, today = todayIso()): string =>
  settingsOf(records).dataDate ?? today;
