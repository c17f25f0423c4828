import { create } from 'zustand';
import { remember } from '../../state/viewMemory.ts';
import { useView } from '../../state/viewStore.ts';

/** One state of the portfolio that can be compared. */
export type StateRef =
  | { readonly kind: 'plan' }
  | { readonly kind: 'scenario'; readonly id: string }
  | { readonly kind: 'snapshot'; readonly id: string };

export const sameState = (a: StateRef, b: StateRef): boolean =>
  a.kind === b.kind && (a.kind === 'plan' || (b.kind !== 'plan' && a.id === b.id));

/** At most so many states are compared with the one they start from. */
export const COMPARED_AT_MOST = 4;

interface CompareState {
  /** What the others are compared with. */
  readonly base: StateRef;
  readonly others: readonly StateRef[];
  readonly set: (values: Partial<Pick<CompareState, 'base' | 'others'>>) => void;
}

/** Which states are compared. */
export const useCompared = create<CompareState>()((set) => ({
  base: { kind: 'plan' },
  others: [],
  set: (values) => set(values),
}));

/** Opens the comparison of one state with the plan: a snapshot lies before the plan, a scenario after it. */
export function compareWithPlan(state: StateRef): void {
  useCompared.setState(
    state.kind === 'snapshot'
      ? { base: state, others: [{ kind: 'plan' }] }
      : { base: { kind: 'plan' }, others: [state] },
  );
  useView.getState().go('scenarios');
}

remember('compared', {
  memory: () => {
    const { base, others } = useCompared.getState();
    return { base, others };
  },
  recall: (memory) => {
    const { base, others } = memory as { readonly base?: unknown; readonly others?: unknown };
    if (!isStateRef(base) || !Array.isArray(others)) return;
    useCompared.setState({ base, others: others.filter(isStateRef).slice(0, COMPARED_AT_MOST) });
  },
  reset: () => useCompared.setState({ base: { kind: 'plan' }, others: [] }),
  subscribe: (heard) => useCompared.subscribe(heard),
});

function isStateRef(value: unknown): value is StateRef {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, id } = value as { readonly kind?: unknown; readonly id?: unknown };
  return kind === 'plan' || ((kind === 'scenario' || kind === 'snapshot') && typeof id === 'string');
}
