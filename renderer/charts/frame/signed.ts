/** A difference in words: always with a sign; what rounds to nothing has no direction. */
export function signed(difference: number, words: (amount: number) => string): string {
  const text = words(Math.abs(difference));
  if (text === words(0)) return `±${text}`;
  return difference > 0 ? `+${text}` : `−${text}`;
}
