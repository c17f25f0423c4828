import { create } from 'zustand';
import { remember } from '../../state/viewMemory.ts';

export const outcomeTabs = ['outcomes', 'segments'] as const;
export type OutcomeTab = (typeof outcomeTabs)[number];

interface OutcomesState {
  readonly tab: OutcomeTab;
  readonly search: string;
  readonly set: (values: Partial<Pick<OutcomesState, 'tab' | 'search'>>) => void;
}

/** How the outcomes view is arranged; the tab is remembered per portfolio. */
export const useOutcomes = create<OutcomesState>()((set) => ({
  tab: 'outcomes',
  search: '',
  set: (values) => set(values),
}));

remember('outcomes', {
  memory: () => ({ tab: useOutcomes.getState().tab }),
  recall: (memory) => {
    const tab = outcomeTabs.find((each) => each === (memory as { tab?: unknown }).tab);
    if (tab) useOutcomes.setState({ tab });
  },
  reset: () => useOutcomes.setState(useOutcomes.getInitialState()),
  subscribe: (heard) => useOutcomes.subscribe(heard),
});
