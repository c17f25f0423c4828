import { headlineOf } from '../../shared/analysis/headline.ts';
import type { Steps } from '../../shared/steps.ts';
import { futuresSteps } from '../analysis/futures.ts';
import { mostWasteful } from '../analysis/wasteBill.ts';
import type { Figures, FiguresOf } from '../features/initiatives/columns.ts';
import { chooseRows, filterRows } from '../features/initiatives/filterRows.ts';
import { type InitiativeRow, initiativeRows } from '../features/initiatives/rows.ts';
import type { PageContext } from './context.ts';
import { FUTURES, MOST_SIMULATED } from './figures.ts';
import type { PageLook } from './look.ts';

/** What the model says about each initiative, for filters and columns that rest on it. */
export function figuresOf({ results, state }: PageContext): FiguresOf {
  const known = new Map(results.initiatives.map(({ id, headline }) => [id, headline]));
  return (id): Figures => {
    const mode = state.records.initiative[id]?.mode;
    const headline = known.get(id) ?? headlineOf(state.records, id);
    if (headline === null || mode === undefined)
      return { status: 'not_computable', wasteShare: null, timeToFirstValueMonths: null };
    const { wasteShare, timeToFirstValueMonths } = headline[mode];
    return { status: 'ready', wasteShare, timeToFirstValueMonths };
  };
}

/** The initiatives that the filters of the table let through, in the order of the table. */
export function filteredRows(
  context: PageContext,
  {
    table: { search, filters, overhead },
  }: { readonly table: Pick<PageLook['table'], 'search' | 'filters' | 'overhead'> },
  retired: 'hidden' | 'shown' | 'only' = 'hidden',
): readonly InitiativeRow[] {
  const rows = chooseRows(initiativeRows(context.state.records), { retired, overhead });
  return filterRows(rows, search, filters, figuresOf(context));
}

/** The initiatives that a page is about; null for all that are not retired. */
export function scopeOf(context: PageContext, look: PageLook): ReadonlySet<string> | null {
  const { scope, selected, table } = look;
  if (
    scope === 'selected' &&
    selected?.kind === 'initiative' &&
    context.state.records.initiative[selected.id]
  )
    return new Set([selected.id]);
  const filters = Object.keys(table.filters).length > 0 || table.search !== '' || table.overhead !== 'shown';
  return scope === 'filtered' && filters ? new Set(filteredRows(context, look).map(({ id }) => id)) : null;
}

/** The same context about some initiatives only; futures that only these need are simulated. */
export function* scopedSteps(context: PageContext, ids: ReadonlySet<string>): Steps<PageContext> {
  const { results, state } = context;
  const initiatives = results.initiatives.filter(({ id }) => ids.has(id));
  const simulated = results.simulated.length === 0 ? [] : mostWasteful(initiatives, MOST_SIMULATED);
  const missing = simulated.filter((id) => !results.futures.has(id));
  const more = yield* futuresSteps(state.records, missing, FUTURES);
  return {
    ...context,
    results: { ...results, initiatives, simulated, futures: new Map([...results.futures, ...more]) },
  };
}
