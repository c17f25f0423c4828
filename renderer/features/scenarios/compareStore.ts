import { create } from 'zustand';
import { type Looked, lookedKey } from '../../../shared/report/states.ts';
import { readCompared } from '../../../shared/storyboard/pages.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { remember } from '../../state/viewMemory.ts';
import { useView } from '../../state/viewStore.ts';

/** One state of the portfolio that can be compared. */
export type StateRef = Looked;

export const sameState = (a: StateRef, b: StateRef): boolean => lookedKey(a) === lookedKey(b);

interface CompareState {
  /** What the others are compared with. */
  readonly base: StateRef;
  readonly others: readonly StateRef[];
  /** Whether somebody asked for the comparison from elsewhere, and has not seen it yet. */
  readonly asked: boolean;
  readonly set: (values: Partial<Pick<CompareState, 'base' | 'others' | 'asked'>>) => void;
}

/** Which states are compared. */
export const useCompared = create<CompareState>()((set) => ({
  base: { kind: 'plan' },
  others: [],
  asked: false,
  set: (values) => set(values),
}));

/** Opens the comparison of one state with the plan: a snapshot lies before the plan, a scenario after it. */
export function compareWithPlan(state: StateRef): void {
  useCompared.setState(
    state.kind === 'snapshot'
      ? { base: state, others: [{ kind: 'plan' }] }
      : { base: { kind: 'plan' }, others: [state] },
  );
  useCompared.setState({ asked: true });
  useView.getState().go('scenarios');
}

/** Where nobody chose anything yet: the scenario that is looked at, else the newest open one, beside the plan. */
export function proposeComparison(): void {
  if (useCompared.getState().others.length > 0) return;
  const { plan, looking } = usePortfolio.getState();
  const open = Object.values(plan?.scenario ?? {}).filter(({ appliedAt }) => appliedAt === null);
  const newest = open.sort((a, b) => b.position - a.position)[0];
  const id = looking.kind === 'scenario' ? looking.id : newest?.id;
  if (id !== undefined) useCompared.setState({ base: { kind: 'plan' }, others: [{ kind: 'scenario', id }] });
}

/** Takes what is gone out of the comparison; what is left alone by that is compared as if nobody had chosen. */
export function forgetGone(isThere: (state: StateRef) => boolean): void {
  const { base, others } = useCompared.getState();
  const left = others.filter(isThere);
  if (isThere(base) && left.length === others.length) return;
  useCompared.setState(isThere(base) ? { others: left } : { base: { kind: 'plan' }, others: left });
  proposeComparison();
}

remember('compared', {
  memory: () => {
    const { base, others } = useCompared.getState();
    return { base, others };
  },
  recall: (memory) => {
    const compared = readCompared(memory);
    if (compared) useCompared.setState(compared);
  },
  reset: () => useCompared.setState({ base: { kind: 'plan' }, others: [] }),
  subscribe: (heard) => useCompared.subscribe(heard),
});
