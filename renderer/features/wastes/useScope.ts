import { useMemo } from 'react';
import { create } from 'zustand';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import {
  type HeadlineSource,
  useHeadlines,
  useInitiativeFigures,
} from '../../analysis/useInitiativeFigures.ts';
import type { Billed } from '../../analysis/wasteBill.ts';
import { remember } from '../../state/viewMemory.ts';
import { useView } from '../../state/viewStore.ts';
import { chooseRows, filterRows } from '../initiatives/filterRows.ts';
import { initiativeRows } from '../initiatives/rows.ts';
import { useTable } from '../initiatives/tableStore.ts';

const scopeIds = ['all', 'filtered', 'selected'] as const;
export type ScopeId = (typeof scopeIds)[number];

/** Which initiatives the pictures of the portfolio are about; one choice for all of them, remembered per portfolio. */
export const useScopeChoice = create<{ readonly scope: ScopeId }>()(() => ({ scope: 'all' }));

remember('scope', {
  memory: () => useScopeChoice.getState(),
  recall: (memory) => useScopeChoice.setState({ scope: readScope(memory) }),
  reset: () => useScopeChoice.setState({ scope: 'all' }),
  subscribe: (heard) => useScopeChoice.subscribe(heard),
});

/** The choice from what was written down; all where it is not understood. */
export function readScope(memory: object): ScopeId {
  return scopeIds.find((id) => id === (memory as { readonly scope?: unknown }).scope) ?? 'all';
}

export interface Scope {
  /** The choice that is in effect: one that has nothing to choose from gives way to all. */
  readonly scope: ScopeId;
  readonly choices: readonly ScopeId[];
  /** The initiatives with their figures as far as these have come, in the order of the table; retired ones are out of it. */
  readonly initiatives: readonly Billed[];
  /** Where those figures came from. */
  readonly headlineOf: HeadlineSource;
}

/** The initiatives that a picture of the portfolio is about. */
export function useScope(records: PortfolioRecords): Scope {
  const wanted = useScopeChoice((state) => state.scope);
  const headlineOf = useHeadlines();
  const figuresOf = useInitiativeFigures();
  const search = useTable((state) => state.search);
  const filters = useTable((state) => state.filters);
  const overhead = useTable((state) => state.overhead);
  const selected = useView((state) => (state.selection?.kind === 'initiative' ? state.selection.id : null));
  const isFiltered = search.trim() !== '' || Object.keys(filters).length > 0 || overhead !== 'shown';
  const isSelected = selected !== null && records.initiative[selected] !== undefined;
  const choices: readonly ScopeId[] = [
    'all',
    ...(isFiltered ? (['filtered'] as const) : []),
    ...(isSelected ? (['selected'] as const) : []),
  ];
  const scope = choices.includes(wanted) ? wanted : 'all';
  // Only a filter may depend on figures that are still coming.
  const figuresForFilter = scope === 'filtered' ? figuresOf : null;
  const rows = useMemo(() => {
    const all = initiativeRows(records);
    if (scope === 'selected') return all.filter((row) => row.id === selected);
    const kept = all.filter((row) => !row.initiative.retired);
    if (!figuresForFilter) return kept;
    return filterRows(chooseRows(kept, { retired: 'shown', overhead }), search, filters, figuresForFilter);
  }, [records, scope, selected, overhead, search, filters, figuresForFilter]);
  const initiatives = useMemo(
    () =>
      rows.map(
        ({ id, initiative }): Billed => ({
          id,
          name: initiative.name,
          mode: initiative.mode,
          headline: headlineOf(id),
        }),
      ),
    [rows, headlineOf],
  );
  return { scope, choices, initiatives, headlineOf };
}
