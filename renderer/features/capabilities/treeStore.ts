import { create } from 'zustand';
import type { capabilities } from '../../../shared/text/catalogues/capabilities.ts';
import { remember } from '../../state/viewMemory.ts';
import { withTicks } from '../../ui/editGrid/ticks.ts';

export const treeFilters = ['all', 'unserved', 'unrated', 'noOwner'] as const;
export type TreeFilter = (typeof treeFilters)[number];

/** Where a new capability is being typed. */
export interface Draft {
  readonly parentId: string | null;
  /** Among the children of the parent. */
  readonly at: number;
}

/** What lies over the tree. */
export type TreeDialog =
  | { readonly kind: 'template'; readonly under: string | null }
  | { readonly kind: 'merge' | 'linkCapability'; readonly id: string }
  | { readonly kind: 'delete'; readonly ids: readonly string[] }
  | { readonly kind: 'move'; readonly ids: readonly string[] }
  | { readonly kind: 'linkInitiative'; readonly id: string };

/** A sentence of the `capabilities` area, kept as its key so that it follows a change of language. */
export interface Said {
  readonly key: SaidKey;
  readonly params: Readonly<Record<string, string | number>>;
}
export type SaidKey =
  | Extract<keyof (typeof capabilities)['en'], `said.${string}` | `refusal.${string}`>
  | 'said.deleted'
  | 'said.template'
  | 'said.movedMany'
  | 'said.takenMany'
  | 'said.putBackMany';

interface TreeState {
  readonly collapsed: ReadonlySet<string>;
  readonly search: string;
  readonly filter: TreeFilter;
  /** Null until the person chose; the width of the window decides then. */
  readonly linksOpen: boolean | null;
  readonly draft: Draft | null;
  /** Taken up, to be put elsewhere. */
  readonly taken: ReadonlySet<string>;
  readonly ticked: ReadonlySet<string>;
  /** Whether those kept only for the record stand among the others. */
  readonly retiredShown: boolean;
  readonly dialog: TreeDialog | null;
  /** What was just done, for everybody who cannot see it. */
  readonly said: Said | null;
  readonly toggle: (id: string, open?: boolean) => void;
  readonly collapse: (ids: Iterable<string>) => void;
  readonly tick: (ids: readonly string[], ticked: boolean) => void;
  readonly set: (
    values: Partial<
      Pick<
        TreeState,
        'search' | 'filter' | 'linksOpen' | 'draft' | 'taken' | 'ticked' | 'retiredShown' | 'dialog' | 'said'
      >
    >,
  ) => void;
}

/** How the capability tree is shown, and what is going on in it. */
export const useTree = create<TreeState>()((set) => ({
  collapsed: new Set(),
  search: '',
  filter: 'all',
  linksOpen: null,
  draft: null,
  taken: new Set(),
  ticked: new Set(),
  retiredShown: false,
  dialog: null,
  said: null,
  toggle: (id, open) =>
    set(({ collapsed }) => {
      const next = new Set(collapsed);
      if (open ?? next.has(id)) next.delete(id);
      else next.add(id);
      return { collapsed: next };
    }),
  collapse: (ids) => set({ collapsed: new Set(ids) }),
  tick: (ids, on) => set(({ ticked }) => ({ ticked: withTicks(ticked, ids, on) })),
  set: (values) => set(values),
}));

/** From this window width on, in CSS pixels, tree, initiatives and inspector fit beside each other. */
const ROOM_FOR_LINKS = 1600;

/** Whether the initiatives stand beside the tree. */
export const linksShown = (linksOpen: boolean | null): boolean =>
  linksOpen ?? window.innerWidth >= ROOM_FOR_LINKS;

remember('capabilities', {
  memory: () => {
    const { collapsed, linksOpen, filter, retiredShown } = useTree.getState();
    return { collapsed: [...collapsed], linksOpen, filter, retiredShown };
  },
  recall: (memory) => {
    const { collapsed, linksOpen, filter, retiredShown } = memory as Readonly<Record<string, unknown>>;
    useTree.setState({
      collapsed: new Set(Array.isArray(collapsed) ? collapsed.filter((id) => typeof id === 'string') : []),
      linksOpen: typeof linksOpen === 'boolean' ? linksOpen : null,
      filter: treeFilters.find((each) => each === filter) ?? 'all',
      retiredShown: retiredShown === true,
    });
  },
  reset: () => useTree.setState(useTree.getInitialState()),
  subscribe: (heard) => useTree.subscribe(heard),
  search: { read: () => useTree.getState().search, write: (search) => useTree.setState({ search }) },
});
