import { useTranslation } from 'react-i18next';
import type { Progress } from '../../../shared/planning/outcomes.ts';
import { useWords } from '../inspector/useWords.ts';
import css from './outcomes.module.css';
import { progressWords } from './outcomeWords.ts';

/** Progress as a number and a small bar; where it is unknown, what is missing. */
export function ProgressMark({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation('outcomes');
  const words = useWords();
  const text = progressWords(progress, t, words);
  if (!progress.known) return <span className={css.unknown}>{text}</span>;
  const share = Math.max(0, Math.min(1, progress.share));
  return (
    <span className={css.progress} title={t('progress.spoken', { share: text })}>
      <span aria-hidden className={css.bar} data-reached={progress.share >= 1 || undefined}>
        <span style={{ width: `${share * 100}%` }} />
      </span>
      {text}
    </span>
  );
}
