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
  readonly go: (view: ViewId) => void;
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
  go: (view) => set({ view }),
  select: (selection) =>
    set(selection?.kind === 'initiative' ? { selection, flowInitiativeId: selection.id } : { selection }),
  set: (values) => set(values),
}));
