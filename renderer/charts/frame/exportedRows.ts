import { useTranslation } from 'react-i18next';

/** Rows in an exported picture at most: a longer one opens in no viewer. */
export const MOST_EXPORTED = 200;

/** Says that an exported picture holds fewer rows than are shown; empty where it holds them all. */
export function useExportedCut(shownRows: number): string {
  const { t } = useTranslation('flow');
  return shownRows > MOST_EXPORTED ? t('chart.exportedCut', { count: MOST_EXPORTED }) : '';
}
