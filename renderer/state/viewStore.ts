import { create } from 'zustand';

/** The views in the navigation; each is `renderer/features/<area>`. */
export const viewIds = [
  'initiatives',
  'timeline',
  'flow',
  'handoffs',
  'wastes',
  'map',
  'coverage',
  'carry',
  'partners',
  'outcomes',
  'capabilities',
  'directory',
  'overhead',
  'scenarios',
  'decisions',
  'rankings',
  'guardrails',
  'storyboard',
  'parameters',
  'snapshots',
  'history',
] as const;
export type ViewId = (typeof viewIds)[number];

/** What is selected; the inspector shows it, and every view marks it. */
export type Selection =
  | { readonly kind: 'initiative'; readonly id: string }
  | { readonly kind: 'capability'; readonly id: string }
  | { readonly kind: 'finding'; readonly id: string }
  | { readonly kind: 'outcome'; readonly id: string }
  | { readonly kind: 'team'; readonly id: string }
  | { readonly kind: 'partner'; readonly id: string }
  | null;

/** A view with what was selected in it, to come back to. */
export interface Place {
  readonly view: ViewId;
  readonly selection: Selection;
  readonly flowInitiativeId: string | null;
}

/** What the page shows, never what the portfolio holds; remembered per portfolio. */
export interface ViewState {
  readonly view: ViewId;
  readonly selection: Selection;
  /** The initiative that Flow shows; kept when something else is selected. */
  readonly flowInitiativeId: string | null;
  readonly flowMode: 'project' | 'product' | 'compare';
  readonly coverageView: 'map' | 'matrix' | 'findings';
  readonly inspectorOpen: boolean;
  /** In CSS pixels. */
  readonly inspectorWidth: number;
  /** Where a person was led away from, the last place last: to enter a fact, to see a setting. Not remembered. */
  readonly trail: readonly Place[];
  /** Shows a view that the person chose: nobody was led there. */
  readonly go: (view: ViewId) => void;
  /** Shows a view where something said on this one is entered or explained; `back` returns. */
  readonly lead: (view: ViewId) => void;
  /** Shows the last place of the trail as it was; nothing happens without one. */
  readonly back: () => void;
  readonly select: (selection: Selection) => void;
  readonly set: (
    values: Partial<
      Pick<ViewState, 'flowInitiativeId' | 'flowMode' | 'coverageView' | 'inspectorOpen' | 'inspectorWidth'>
    >,
  ) => void;
}

export const useView = create<ViewState>()((set) => ({
  view: 'initiatives',
  selection: null,
  flowInitiativeId: null,
  flowMode: 'compare',
  coverageView: 'matrix',
  inspectorOpen: true,
  inspectorWidth: 320,
  trail: [],
  go: (view) => set({ view, trail: [] }),
  lead: (view) =>
    set(({ view: from, selection, flowInitiativeId, trail }) =>
      view === from ? {} : { view, trail: [...trail, { view: from, selection, flowInitiativeId }] },
    ),
  back: () =>
    set(({ trail }) => {
      const last = trail.at(-1);
      return last ? { ...last, trail: trail.slice(0, -1) } : {};
    }),
  select: (selection) =>
    set(selection?.kind === 'initiative' ? { selection, flowInitiativeId: selection.id } : { selection }),
  set: (values) => set(values),
}));
