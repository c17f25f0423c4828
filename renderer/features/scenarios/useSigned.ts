import { useTranslation } from 'react-i18next';

export type Tone = 'better' | 'worse' | 'same';

/** Differences in words: always with a sign, and with an arrow that says better or worse, so that colour is not alone. */
export function useSigned(): {
  readonly signed: (difference: number, words: (amount: number) => string) => string;
  readonly tone: (difference: number, better: 'more' | 'less') => Tone;
} {
  useTranslation('scenarios');
  return { signed, tone };
}

function signed(difference: number, words: (amount: number) => string): string {
  const text = words(Math.abs(difference));
  // What rounds to nothing has no direction.
  if (text === words(0)) return `±${text}`;
  return difference > 0 ? `+${text}` : `−${text}`;
}

function tone(difference: number, better: 'more' | 'less'): Tone {
  if (difference === 0) return 'same';
  return difference > 0 === (better === 'more') ? 'better' : 'worse';
}
