import { create } from 'zustand';
import { remember } from '../../state/viewMemory.ts';
import { withTicks } from '../../ui/editGrid/ticks.ts';

export const outcomeTabs = ['outcomes', 'segments'] as const;
export type OutcomeTab = (typeof outcomeTabs)[number];

interface OutcomesState {
  readonly tab: OutcomeTab;
  readonly search: string;
  readonly ticked: ReadonlySet<string>;
  /** Whether those kept only for the record stand among the others. */
  readonly retiredShown: boolean;
  readonly set: (values: Partial<Pick<OutcomesState, 'tab' | 'search' | 'ticked' | 'retiredShown'>>) => void;
  readonly tick: (ids: readonly string[], ticked: boolean) => void;
}

/** How the outcomes view is arranged; the tab and whether retired ones are shown are remembered per portfolio. */
export const useOutcomes = create<OutcomesState>()((set) => ({
  tab: 'outcomes',
  search: '',
  ticked: new Set(),
  retiredShown: false,
  set: (values) => set(values.tab === undefined ? values : { ticked: new Set(), ...values }),
  tick: (ids, on) => set(({ ticked }) => ({ ticked: withTicks(ticked, ids, on) })),
}));

remember('outcomes', {
  memory: () => {
    const { tab, retiredShown } = useOutcomes.getState();
    return { tab, retiredShown };
  },
  recall: (memory) => {
    const { tab, retiredShown } = memory as { readonly tab?: unknown; readonly retiredShown?: unknown };
    useOutcomes.setState({
      tab: outcomeTabs.find((each) => each === tab) ?? 'outcomes',
      retiredShown: retiredShown === true,
    });
  },
  reset: () => useOutcomes.setState(useOutcomes.getInitialState()),
  subscribe: (heard) => useOutcomes.subscribe(heard),
  search: { read: () => useOutcomes.getState().search, write: (search) => useOutcomes.setState({ search }) },
});
