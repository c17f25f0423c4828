import { MINUS } from '../../../shared/text/format.ts';

/** Whether a difference is too small for its words to say more than nothing. */
export const isLevel = (difference: number, words: (amount: number) => string): boolean =>
  words(Math.abs(difference)) === words(0);

/** A difference in words: always with a sign; what rounds to nothing has no direction. */
export function signed(difference: number, words: (amount: number) => string): string {
  const text = words(Math.abs(difference));
  if (isLevel(difference, words)) return `±${text}`;
  return difference > 0 ? `+${text}` : `${MINUS}${text}`;
}
