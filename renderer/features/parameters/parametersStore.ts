import { create } from 'zustand';
import { remember } from '../../state/viewMemory.ts';

export const parameterTabs = ['parameters', 'sensitivity', 'evidence'] as const;

interface ParametersPage {
  readonly tab: (typeof parameterTabs)[number];
  readonly search: string;
  readonly changedOnly: boolean;
}

/** What the parameters view shows; remembered per portfolio. */
export const useParametersPage = create<ParametersPage>()(() => ({
  tab: 'parameters',
  search: '',
  changedOnly: false,
}));

remember('parameters', {
  memory: () => {
    const { tab, changedOnly } = useParametersPage.getState();
    return { tab, changedOnly };
  },
  recall: (memory) => {
    const { tab, changedOnly } = memory as { readonly tab?: unknown; readonly changedOnly?: unknown };
    useParametersPage.setState({
      tab: parameterTabs.find((each) => each === tab) ?? 'parameters',
      changedOnly: changedOnly === true,
    });
  },
  reset: () => useParametersPage.setState(useParametersPage.getInitialState()),
  subscribe: (heard) => useParametersPage.subscribe(heard),
  search: {
    read: () => useParametersPage.getState().search,
    write: (search) => useParametersPage.setState({ search }),
  },
});
