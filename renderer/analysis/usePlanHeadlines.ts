import { useEffect, useMemo, useState } from 'react';
import { type Headline, headlineOf } from '../../shared/analysis/headline.ts';
import { planDiff, touchedInitiatives } from '../../shared/comparison/recordChanges.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { compareRecords } from '../../shared/history/compareRecords.ts';
import { usePortfolio } from '../state/portfolioStore.ts';
import { type HeadlineSource, useHeadlines } from './useInitiativeFigures.ts';

/** Time at a stretch that figures may take from the page, and between two redraws while they come, in ms. */
const SLICE = 8;
const SHOW_EVERY = 200;

/**
 * The figures of all initiatives as they are shown and as the plan has them. Those shown come from the worker; of the
 * plan only what differs from what is shown is computed, a little at a time. The functions change whenever there are
 * newer figures.
 */
export function useShownAndPlanHeadlines(): {
  readonly shown: HeadlineSource;
  readonly plan: HeadlineSource;
} {
  const shown = useHeadlines();
  const plan = usePortfolio((state) => state.plan);
  const records = usePortfolio((state) => state.records);
  const touched = useMemo(() => {
    if (!plan || !records || plan === records) return new Set<string>();
    return touchedInitiatives(planDiff(compareRecords(plan, records)));
  }, [plan, records]);
  const own = useSliced(plan, touched);
  const before = useMemo<HeadlineSource>(
    () => (id) => (touched === null || touched.has(id) ? own.get(id) : shown(id)),
    [touched, own, shown],
  );
  return { shown, plan: before };
}

const none: ReadonlyMap<string, Headline> = new Map();

function useSliced(
  plan: PortfolioRecords | null,
  touched: ReadonlySet<string> | null,
): ReadonlyMap<string, Headline> {
  const [found, setFound] = useState(none);
  useEffect(() => {
    const wanted = plan
      ? Object.keys(plan.initiative).filter((id) => touched === null || touched.has(id))
      : [];
    if (!plan || wanted.length === 0) {
      setFound(none);
      return;
    }
    const made = new Map<string, Headline>();
    let at = 0;
    let told = performance.now();
    let timer: ReturnType<typeof setTimeout>;
    const go = (): void => {
      const until = performance.now() + SLICE;
      for (; at < wanted.length && performance.now() < until; at += 1) {
        const id = wanted[at]!;
        made.set(id, headlineOf(plan, id));
      }
      const over = at >= wanted.length;
      if (over || performance.now() - told > SHOW_EVERY) {
        told = performance.now();
        setFound(new Map(made));
      }
      if (!over) timer = setTimeout(go, 0);
    };
    timer = setTimeout(go, 0);
    return () => clearTimeout(timer);
  }, [plan, touched]);
  return found;
}
