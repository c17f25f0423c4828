import { create } from 'zustand';
import type { HistoryState, OpenPortfolio } from '../../shared/contract/methods.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { applyDiff, type RecordsDiff } from '../../shared/history/diff.ts';

/** The open portfolio as the service last told it; changed only by what the service sends. */
export interface PortfolioState {
  readonly file: Omit<OpenPortfolio, 'records' | 'history'> | null;
  /** Null while nothing is open. Maps and records keep their identity while they do not change. */
  readonly records: PortfolioRecords | null;
  readonly history: HistoryState;
  readonly show: (portfolio: OpenPortfolio | null) => void;
  /** Applies a change; one that was already applied (same or older revision) is passed over. */
  readonly apply: (changed: { readonly diff: RecordsDiff; readonly history: HistoryState }) => void;
}

const noHistory: HistoryState = { revision: 0, undo: null, redo: null };

export const usePortfolio = create<PortfolioState>()((set, get) => ({
  file: null,
  records: null,
  history: noHistory,
  show: (portfolio) => {
    if (!portfolio) return set({ file: null, records: null, history: noHistory });
    const { records, history, ...file } = portfolio;
    set({ file, records, history });
  },
  apply: ({ diff, history }) => {
    const { records, history: current } = get();
    if (!records || history.revision <= current.revision) return;
    set({ records: applyDiff(records, diff), history });
  },
}));
