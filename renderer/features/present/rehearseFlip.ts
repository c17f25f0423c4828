import { quickDifference } from '../../../shared/comparison/quickDifference.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { inUse } from '../../../shared/planning/inUse.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';

/** So many that some of them have figures, where any has. */
const SOME = 20;

/**
 * Works out what flips would move, for nobody to see, once the page has nothing else to do: grouping the records, and
 * code that had not run yet, took a part of the first flip of a room. A browser that does not tell when it is idle does
 * both at the first flip. Answers how to stop.
 */
export function rehearseFlip(): () => void {
  if (!('requestIdleCallback' in globalThis)) return () => undefined;
  const handle = requestIdleCallback(() => {
    const { plan } = usePortfolio.getState();
    if (plan) quickDifference(plan, withSomeFlipped(plan));
  });
  return () => cancelIdleCallback(handle);
}

function withSomeFlipped(plan: PortfolioRecords): PortfolioRecords {
  const initiative = { ...plan.initiative };
  for (const each of inUse(plan.initiative).slice(0, SOME))
    initiative[each.id] = { ...each, mode: each.mode === 'project' ? 'product' : 'project' };
  return { ...plan, initiative };
}
