import { useTranslation } from 'react-i18next';
import { viewIds } from '../../state/viewStore.ts';

/** What a view is called; null for one that the program does not have (any more). */
export function useViewName(area: string): string | null {
  const { t } = useTranslation('shell');
  const id = viewIds.find((each) => each === area);
  return id === undefined ? null : t(`view.${id}`);
}
