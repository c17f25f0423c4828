import { useTranslation } from 'react-i18next';
import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';

/** The line at the foot of an exported picture: portfolio, date of the data and, for modelled pictures, how they were made. */
export function useFooter(modelled: boolean): string {
  const { t } = useTranslation('flow');
  const figures = useFigureWords();
  const settings = usePortfolio((state) => (state.records === null ? null : settingsOf(state.records)));
  if (!settings) return '';
  const today = new Date().toISOString().slice(0, 10);
  const day = formatDate(settings.dataDate ?? today, figures.language) ?? '';
  const date = t(settings.dataDate === null ? 'chart.livePlan' : 'chart.dataAsOf', { date: day });
  return modelled
    ? t('chart.footer', {
        portfolio: settings.name,
        date,
        draws: figures.number(settings.draws),
        seed: settings.seed,
      })
    : t('chart.footerCoverage', { portfolio: settings.name, date });
}
