import { largestInitiative } from '../../features/flow/largestInitiative.ts';
import type { PageContext } from '../context.ts';
import { rankedItems } from './map.tsx';

/** Initiatives with a page of their own when nobody chose any: the first of those to convert. */
const USUAL_PAGES = 3;

/**
 * Ids of the initiatives that pages about one of them are made for: the chosen ones; of a page that was kept without one,
 * the one that its view shows then; else those to convert first, and without any those that cost most.
 */
export function chosenInitiatives(context: PageContext): readonly string[] {
  const { options, look, state } = context;
  if (options.initiatives.length > 0) return options.initiatives;
  const largest = look && largestInitiative(state.records.initiative);
  if (largest) return [largest.id];
  const { items, ranking } = rankedItems(context);
  const first =
    ranking.convert.length > 0 ? ranking.convert : [...items].sort((a, b) => b.now.cost - a.now.cost);
  return first.slice(0, USUAL_PAGES).map(({ id }) => id);
}
