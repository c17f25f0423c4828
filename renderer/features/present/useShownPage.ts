import type { StoryboardPage } from '../../../shared/domain/records.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePresent } from '../../state/presentStore.ts';

/** The page of a storyboard that is shown, as it is now; null while none is. */
export function useShownPage(): StoryboardPage | null {
  const id = usePresent((state) => state.session?.pageId ?? null);
  return usePortfolio((state) => (id === null ? null : (state.records?.storyboardPage[id] ?? null)));
}
