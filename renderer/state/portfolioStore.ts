import { create } from 'zustand';
import type { HistoryState, OpenPortfolio, Snapshot } from '../../shared/contract/methods.ts';
import type { PortfolioRecords, TableName } from '../../shared/domain/records.ts';
import { tableNames } from '../../shared/domain/records.ts';
import { applyDiff, type RecordsDiff, tableDiffs } from '../../shared/history/diff.ts';
import { type PassedOver, playScenario } from '../../shared/scenarios/playScenario.ts';
import { isOfPlan } from '../../shared/scenarios/scenarioChanges.ts';

/** What every view shows: the plan, the plan with a scenario on top, or a snapshot that is only looked at. */
export type Looking =
  | { readonly kind: 'plan' }
  | { readonly kind: 'scenario'; readonly id: string }
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot };

/** The open portfolio as the service last told it; changed only by what the service sends. */
export interface PortfolioState {
  readonly file: Omit<OpenPortfolio, 'records' | 'history'> | null;
  /** What the file holds; null while nothing is open. Maps and records keep their identity while they do not change. */
  readonly plan: PortfolioRecords | null;
  /** What is shown, as `looking` says; the same object as `plan` while that is looked at. */
  readonly records: PortfolioRecords | null;
  readonly looking: Looking;
  /** Steps of the shown scenario that do not fit the plan any more. */
  readonly passedOver: readonly PassedOver[];
  readonly history: HistoryState;
  readonly show: (portfolio: OpenPortfolio | null) => void;
  /** Applies a change; one that was already applied (same or older revision) is passed over. */
  readonly apply: (changed: { readonly diff: RecordsDiff; readonly history: HistoryState }) => void;
  readonly lookAtPlan: () => void;
  /** Shows a scenario; one that is gone or applied shows the plan. */
  readonly lookAtScenario: (id: string) => void;
  readonly lookAtSnapshot: (snapshot: Snapshot, records: PortfolioRecords) => void;
}

const noHistory: HistoryState = { revision: 0, undo: null, redo: null };
const atPlan = { looking: { kind: 'plan' }, passedOver: [] } as const;
const closed = { file: null, plan: null, records: null, history: noHistory, ...atPlan } as const;

export const usePortfolio = create<PortfolioState>()((set, get) => ({
  ...closed,
  show: (portfolio) => {
    if (!portfolio) return set(closed);
    const { records, history, ...file } = portfolio;
    // What was looked at in this file comes back with it; what is remembered of another one was put back before.
    set({ file, plan: records, history, ...seen(records, get().looking) });
  },
  apply: ({ diff, history }) => {
    const { plan, records, looking, history: current } = get();
    if (!plan || !records || history.revision <= current.revision) return;
    const next = applyDiff(plan, diff);
    if (looking.kind === 'snapshot') set({ plan: next, history, records: withTablesBeside(records, next) });
    else if (looking.kind === 'scenario' && !movesShown(diff))
      set({ plan: next, history, records: withTablesBeside(records, next) });
    else set({ plan: next, history, ...seen(next, looking) });
  },
  lookAtPlan: () => set(({ plan }) => ({ records: plan, ...atPlan })),
  lookAtScenario: (id) => set(({ plan }) => (plan ? seen(plan, { kind: 'scenario', id }) : {})),
  lookAtSnapshot: (snapshot, records) =>
    set(({ plan }) =>
      plan
        ? {
            records: withTablesBeside(records, plan),
            looking: { kind: 'snapshot', snapshot },
            passedOver: [],
          }
        : {},
    ),
}));

function seen(
  plan: PortfolioRecords,
  looking: Looking,
): Pick<PortfolioState, 'records' | 'looking' | 'passedOver'> {
  const scenario =
    looking.kind === 'scenario' && Object.hasOwn(plan.scenario, looking.id)
      ? plan.scenario[looking.id]
      : undefined;
  if (!scenario || scenario.appliedAt !== null) return { records: plan, ...atPlan };
  const { records, passedOver } = playScenario(plan, scenario.id);
  return { records, looking, passedOver };
}

/** True when a change can move what a scenario shows: the plan below it, its steps, or what it stands on. */
function movesShown(diff: RecordsDiff): boolean {
  return tableDiffs(diff).some(
    ([table]) => isOfPlan(table) || table === 'scenario' || table === 'scenarioStep',
  );
}

const beside = tableNames.filter((table) => !isOfPlan(table));

/** What is shown, with what lies beside the plan as it is now: decisions and rankings are no part of a scenario. */
function withTablesBeside(shown: PortfolioRecords, plan: PortfolioRecords): PortfolioRecords {
  if (beside.every((table) => shown[table] === plan[table])) return shown;
  const own = Object.fromEntries(beside.map((table: TableName) => [table, plan[table]]));
  return { ...shown, ...own };
}

const isReadOnly = ({ file }: PortfolioState): boolean => (file?.readOnly ?? null) !== null;

/** Whether nothing can be written into the open file. */
export const useReadOnly = (): boolean => usePortfolio(isReadOnly);

/** Whether nothing of the plan that is shown can be changed: the file is read only, or a snapshot is looked at. */
export const usePlanReadOnly = (): boolean =>
  usePortfolio((state) => isReadOnly(state) || state.looking.kind === 'snapshot');
