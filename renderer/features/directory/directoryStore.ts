import { create } from 'zustand';
import type { directory } from '../../../shared/text/catalogues/directory.ts';
import { remember } from '../../state/viewMemory.ts';
import { withTicks } from '../../ui/editGrid/ticks.ts';

export const directoryTabs = ['teams', 'partners'] as const;
export type DirectoryTab = (typeof directoryTabs)[number];

export interface Sort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** What lies over a list. */
export type DirectoryDialog = { readonly kind: 'merge' | 'delete'; readonly ids: readonly string[] };

/** A sentence of the `directory` area, kept as its key so that it follows a change of language. */
export interface Said {
  readonly key: SaidKey;
  readonly params: Readonly<Record<string, string | number>>;
}
export type SaidKey = Extract<keyof (typeof directory)['en'], `said.${string}`> | 'said.deleted';

interface DirectoryState {
  readonly tab: DirectoryTab;
  readonly search: string;
  readonly sort: Readonly<Record<DirectoryTab, Sort>>;
  readonly ticked: ReadonlySet<string>;
  readonly likelyHidden: boolean;
  readonly dialog: DirectoryDialog | null;
  /** What was just done, for everybody who cannot see it. */
  readonly said: Said | null;
  readonly show: (tab: DirectoryTab) => void;
  readonly tick: (ids: readonly string[], ticked: boolean) => void;
  /** Whether those kept only for the record stand among the others. */
  readonly retiredShown: boolean;
  readonly sortBy: (column: string) => void;
  readonly set: (
    values: Partial<
      Pick<DirectoryState, 'search' | 'ticked' | 'likelyHidden' | 'dialog' | 'said' | 'retiredShown'>
    >,
  ) => void;
}

/** The order in which the lists stand at first. */
export const firstSort: Readonly<Record<DirectoryTab, Sort>> = {
  teams: { column: 'name', direction: 'ascending' },
  partners: { column: 'money', direction: 'descending' },
};

const isSort = (value: unknown): value is Sort =>
  typeof value === 'object' &&
  value !== null &&
  'column' in value &&
  typeof value.column === 'string' &&
  'direction' in value &&
  (value.direction === 'ascending' || value.direction === 'descending');

/** How the lists were shown, as it was remembered, perhaps by another version; what is not understood is as at first. */
export function readDirectory(memory: object): Pick<DirectoryState, 'tab' | 'sort' | 'retiredShown'> {
  const { tab, sort, retiredShown } = memory as Readonly<Record<string, unknown>>;
  const sorted = (typeof sort === 'object' && sort !== null ? sort : {}) as Readonly<Record<string, unknown>>;
  const sortOf = (of: DirectoryTab): Sort => (isSort(sorted[of]) ? sorted[of] : firstSort[of]);
  return {
    tab: directoryTabs.find((each) => each === tab) ?? 'teams',
    sort: { teams: sortOf('teams'), partners: sortOf('partners') },
    retiredShown: retiredShown === true,
  };
}

/** How the lists of teams and partners are shown; all but what is ticked is remembered per portfolio. */
export const useDirectory = create<DirectoryState>()((set) => ({
  tab: 'teams',
  search: '',
  sort: firstSort,
  ticked: new Set(),
  likelyHidden: false,
  dialog: null,
  said: null,
  show: (tab) => set({ tab, search: '', ticked: new Set(), said: null }),
  retiredShown: false,
  tick: (ids, on) => set(({ ticked }) => ({ ticked: withTicks(ticked, ids, on) })),
  sortBy: (column) =>
    set(({ tab, sort }) => {
      const now = sort[tab];
      const direction =
        now.column === column ? (now.direction === 'ascending' ? 'descending' : 'ascending') : 'ascending';
      return { sort: { ...sort, [tab]: { column, direction } } };
    }),
  set: (values) => set(values),
}));

remember('directory', {
  memory: () => {
    const { tab, sort, retiredShown } = useDirectory.getState();
    return { tab, sort, retiredShown };
  },
  recall: (memory) => useDirectory.setState(readDirectory(memory)),
  reset: () => useDirectory.setState(useDirectory.getInitialState()),
  subscribe: (heard) => useDirectory.subscribe(heard),
  search: {
    read: () => useDirectory.getState().search,
    write: (search) => useDirectory.setState({ search }),
  },
});
