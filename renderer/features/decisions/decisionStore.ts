import { create } from 'zustand';
import { remember } from '../../state/viewMemory.ts';

export const decisionTabs = ['decisions', 'parking', 'actions'] as const;
export type DecisionTab = (typeof decisionTabs)[number];
export const decisionFilters = ['all', 'open', 'decided', 'due', 'dropped'] as const;
export type DecisionFilter = (typeof decisionFilters)[number];

interface DecisionViewState {
  readonly tab: DecisionTab;
  readonly filter: DecisionFilter;
  readonly search: string;
  /** The decision whose options are shown. */
  readonly shown: string | null;
  readonly set: (values: Partial<Pick<DecisionViewState, 'tab' | 'filter' | 'search' | 'shown'>>) => void;
}

/** What the view of decisions shows. */
export const useDecisionView = create<DecisionViewState>()((set) => ({
  tab: 'decisions',
  filter: 'all',
  search: '',
  shown: null,
  set: (values) => set(values),
}));

remember('decisions', {
  memory: () => {
    const { tab, filter, shown } = useDecisionView.getState();
    return { tab, filter, shown };
  },
  recall: (memory) => {
    const { tab, filter, shown } = memory as Readonly<Record<string, unknown>>;
    useDecisionView.setState({
      tab: decisionTabs.find((each) => each === tab) ?? 'decisions',
      filter: decisionFilters.find((each) => each === filter) ?? 'all',
      shown: typeof shown === 'string' ? shown : null,
    });
  },
  reset: () => useDecisionView.setState(useDecisionView.getInitialState()),
  subscribe: (heard) => useDecisionView.subscribe(heard),
  search: {
    read: () => useDecisionView.getState().search,
    write: (search) => useDecisionView.setState({ search }),
  },
});
