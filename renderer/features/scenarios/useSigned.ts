import { useTranslation } from 'react-i18next';
import { signed } from '../../charts/frame/signed.ts';

export type Tone = 'better' | 'worse' | 'same';

/** Differences in words: always with a sign, and with an arrow that says better or worse, so that colour is not alone. */
export function useSigned(): {
  readonly signed: (difference: number, words: (amount: number) => string) => string;
  readonly tone: (difference: number, better: 'more' | 'less') => Tone;
} {
  useTranslation('scenarios');
  return { signed, tone };
}

function tone(difference: number, better: 'more' | 'less'): Tone {
  if (difference === 0) return 'same';
  return difference > 0 === (better === 'more') ? 'better' : 'worse';
}
