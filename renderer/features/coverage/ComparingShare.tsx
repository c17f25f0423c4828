import { useTranslation } from 'react-i18next';
import { useCoverageShare } from '../../analysis/useCoverage.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import css from './coverage.module.css';

/** How far the coverage that is being worked out has come; what is done within a second never shows it. */
export function ComparingShare() {
  const { t } = useTranslation('coverage');
  const figures = useFigureWords();
  const share = useCoverageShare((state) => state.share);
  if (share === null) return null;
  return (
    <span className={css.share}>
      <progress value={share} aria-label={t('progress')} />
      <span aria-hidden="true">{figures.percent(share)}</span>
    </span>
  );
}
