import { useEffect, useState } from 'react';
import type { PlanComparison } from '../../shared/comparison/comparePlans.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { comparePlansInWorker } from './comparePlansInWorker.ts';

/** A comparison as far as it has come; while a newer one is computed, `value` is the one before it. */
export interface PlanComparisonState {
  readonly status: 'idle' | 'running' | 'ready' | 'failed';
  readonly value: PlanComparison | null;
  readonly share: number;
  readonly message: string | null;
}

const idle: PlanComparisonState = { status: 'idle', value: null, share: 0, message: null };

/** Answered comparisons, as long as both states are held by somebody. */
const answers = new WeakMap<PortfolioRecords, WeakMap<PortfolioRecords, Map<number, PlanComparison>>>();

/** Changes that come in a row are compared once. */
const QUIET_MS = 150;

/** What differs between two states; computed again whenever one of them changes. Null on either side: nothing to do. */
export function usePlanComparison(
  before: PortfolioRecords | null,
  after: PortfolioRecords | null,
  draws: number,
): PlanComparisonState {
  const [state, setState] = useState<PlanComparisonState>(idle);
  useEffect(() => {
    if (!before || !after) {
      setState(idle);
      return;
    }
    const known = answers.get(before)?.get(after)?.get(draws);
    if (known) {
      setState({ status: 'ready', value: known, share: 1, message: null });
      return;
    }
    setState(({ value }) => ({ status: 'running', value, share: 0, message: null }));
    let cancel: (() => void) | null = null;
    const timer = setTimeout(() => {
      cancel = comparePlansInWorker(before, after, draws, {
        onDone: (value) => {
          const own = answers.get(before) ?? new WeakMap<PortfolioRecords, Map<number, PlanComparison>>();
          answers.set(before, own);
          own.set(after, (own.get(after) ?? new Map<number, PlanComparison>()).set(draws, value));
          setState({ status: 'ready', value, share: 1, message: null });
        },
        onFailed: (message) => setState({ status: 'failed', value: null, share: 0, message }),
        onProgress: (share) => setState((old) => ({ ...old, share })),
      }).cancel;
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      cancel?.();
    };
  }, [before, after, draws]);
  return state;
}
