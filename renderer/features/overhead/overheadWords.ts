import type { OverheadWork } from '../../../shared/domain/records.ts';
import type { OverheadLine, OverheadTotals } from '../../../shared/planning/overhead.ts';
import { countAs } from '../../../shared/text/format.ts';
import type { Say } from '../../i18n.ts';
import type { SayValues } from '../inspector/sayValues.ts';

/** The record of overhead work; null for an initiative that is overhead as a whole. */
export const workOf = ({ source }: OverheadLine): OverheadWork | null =>
  source.kind === 'work' ? source.record : null;

/** True for what goes on past the day by which it was to stop. */
export function isLate(line: OverheadLine, today: string): boolean {
  const stopBy = workOf(line)?.stopBy ?? null;
  return !line.stopped && stopBy !== null && stopBy < today;
}

/** Person-days a month as a figure, or a dash where nobody entered any of them. */
export const daysWords = (
  { lines, personDays, unknownDays }: OverheadTotals,
  words: Pick<SayValues, 'number'>,
): string => (unknownDays === lines && lines > 0 ? '–' : words.number(Math.round(personDays)));

/** What overhead takes a month: days, and money where any is known; for totals of which some days are known. */
export function takesWords(
  totals: OverheadTotals,
  say: Say<'overhead'>,
  words: Pick<SayValues, 'number' | 'moneyShort'>,
): string {
  const { lines, money, unknownMoney } = totals;
  const days = daysWords(totals, words);
  return unknownMoney < lines || lines === 0
    ? say('total', { count: countAs(days), days, money: words.moneyShort(money) })
    : say('total.daysOnly', { count: countAs(days), days });
}
