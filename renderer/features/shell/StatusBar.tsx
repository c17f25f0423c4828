import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatMonthName } from '../../../shared/text/format.ts';
import { usePortfolio, useReadOnly } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { portfolioCounts } from '../../state/selectors.ts';
import { SavedState } from '../backups/SavedState.tsx';
import css from './StatusBar.module.css';

/** The line at the lower edge: whether all is saved, how much there is, and in which money and year. */
export function StatusBar() {
  const { t } = useTranslation('shell');
  const language = usePreferences((state) => state.language);
  const readOnly = useReadOnly();
  // Counted after what was edited is on the screen, as in the navigation.
  const records = useDeferredValue(usePortfolio((state) => state.records));
  const settings = records?.portfolio.portfolio;
  if (!records || !settings) return null;
  const { initiatives, projects, productTeams } = portfolioCounts(records);
  const month = formatMonthName(settings.fiscalYearStartMonth, language, 'short');
  return (
    <footer className={css.bar}>
      <SavedState readOnly={readOnly} />
      <span>
        {t('status.initiatives', { count: initiatives })} ·{' '}
        {t('status.productTeams', { count: productTeams })} · {t('status.projects', { count: projects })}
      </span>
      <span className={css.space} />
      {settings.dataDate && (
        <span>{t('status.dataDate', { date: formatDate(settings.dataDate, language) })}</span>
      )}
      <span>
        {settings.currency} · {t('status.fiscalYear', { month })}
      </span>
    </footer>
  );
}
