import { useEffect } from 'react';
import { create } from 'zustand';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { usePortfolio } from '../state/portfolioStore.ts';
import type { PortfolioCoverage } from './jobs.ts';
import { type PackedCoverage, unpackCoverage } from './packedCoverage.ts';
import { type Running, runner } from './runner.ts';

/** Gaps and overlaps of the open portfolio; while a change is being worked through, the figures before it stay. */
export interface CoverageState {
  readonly status: 'pending' | 'ready' | 'updating' | 'failed';
  readonly value: PortfolioCoverage | null;
  readonly message: string | null;
}

const useCoverageStore = create<CoverageState>()(() => ({ status: 'pending', value: null, message: null }));

/** Changes that come in a row (typing, a paste) are computed once. */
const QUIET_MS = 120;

let users = 0;
let stop: (() => void) | null = null;
let answered: PortfolioRecords | null = null;

function follow(): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let running: Running | null = null;
  const ask = (records: PortfolioRecords): void => {
    runner.mirror(records, usePortfolio.getState().file?.ref ?? null);
    running = runner.run<PackedCoverage>(
      { kind: 'coverage' },
      {
        onDone: (value) => {
          answered = records;
          useCoverageStore.setState({ status: 'ready', value: unpackCoverage(value), message: null });
        },
        onFailed: (message) => useCoverageStore.setState({ status: 'failed', value: null, message }),
      },
    );
  };
  const look = (records: PortfolioRecords | null, fresh: boolean): void => {
    if (timer) clearTimeout(timer);
    running?.cancel();
    running = null;
    if (records === null) {
      answered = null;
      useCoverageStore.setState({ status: 'pending', value: null, message: null });
      return;
    }
    if (records === answered) return;
    useCoverageStore.setState(({ value }) =>
      value === null || fresh
        ? { status: 'pending', value: null, message: null }
        : { status: 'updating', value, message: null },
    );
    // The first figures are waited for; only changes may come in a row.
    timer = setTimeout(() => ask(records), fresh ? 0 : QUIET_MS);
  };
  look(usePortfolio.getState().records, answered === null);
  const unsubscribe = usePortfolio.subscribe((state, before) => {
    if (state.records !== before.records) look(state.records, state.file?.ref !== before.file?.ref);
  });
  return () => {
    unsubscribe();
    if (timer) clearTimeout(timer);
    running?.cancel();
  };
}

/** The coverage of the open portfolio; computed while at least one view looks at it. */
export function useCoverage(): CoverageState {
  useEffect(() => {
    users += 1;
    stop ??= follow();
    return () => {
      users -= 1;
      if (users > 0) return;
      stop?.();
      stop = null;
    };
  }, []);
  return useCoverageStore();
}
