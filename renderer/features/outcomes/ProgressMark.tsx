import { useTranslation } from 'react-i18next';
import type { Progress } from '../../../shared/planning/outcomes.ts';
import { useWords } from '../inspector/useWords.ts';
import css from './outcomes.module.css';

/** Progress as a number and a small bar; where it is unknown, what is missing. */
export function ProgressMark({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation('outcomes');
  const words = useWords();
  if (!progress.known) return <span className={css.unknown}>{t(`progress.${progress.why}`)}</span>;
  const share = Math.max(0, Math.min(1, progress.share));
  const text = words.share(Math.round(progress.share * 100) / 100);
  return (
    <span className={css.progress} title={t('progress.spoken', { share: text })}>
      <span aria-hidden className={css.bar} data-reached={progress.share >= 1 || undefined}>
        <span style={{ width: `${share * 100}%` }} />
      </span>
      {text}
    </span>
  );
}
