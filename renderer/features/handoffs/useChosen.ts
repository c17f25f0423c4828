import { useMemo } from 'react';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { type HandoffChoice, useHandoffChoice } from '../../analysis/handoffPicture.ts';
import { useInitiativeFigures } from '../../analysis/useInitiativeFigures.ts';
import { useFlowInitiative } from '../flow/useFlowInitiative.ts';
import { chooseRows, filterRows } from '../initiatives/filterRows.ts';
import { initiativeRows } from '../initiatives/rows.ts';
import { useTable } from '../initiatives/tableStore.ts';

export interface Chosen {
  /** The choice that is in effect: one that has nothing to choose from gives way to all. */
  readonly choice: HandoffChoice;
  readonly choices: readonly HandoffChoice[];
  readonly ids: ReadonlySet<string>;
}

/** Which initiatives the stringline is about: one, those of all that wait most, those the table shows, or those ticked. */
export function useChosen(records: PortfolioRecords): Chosen {
  const wanted = useHandoffChoice((state) => state.choice);
  const one = useFlowInitiative()?.id ?? null;
  const figuresOf = useInitiativeFigures();
  const search = useTable((state) => state.search);
  const filters = useTable((state) => state.filters);
  const overhead = useTable((state) => state.overhead);
  const ticked = useTable((state) => state.ticked);
  const isFiltered = search.trim() !== '' || Object.keys(filters).length > 0 || overhead !== 'shown';
  const hasTicked = [...ticked].some((id) => records.initiative[id] !== undefined);
  const choices: readonly HandoffChoice[] = [
    'one',
    'waiting',
    ...(isFiltered ? (['filtered'] as const) : []),
    ...(hasTicked ? (['ticked'] as const) : []),
  ];
  const choice = choices.includes(wanted) ? wanted : 'waiting';
  // Only a filter may depend on figures that are still coming.
  const figuresForFilter = choice === 'filtered' ? figuresOf : null;
  const ids = useMemo((): ReadonlySet<string> => {
    if (choice === 'one') return new Set(one === null ? [] : [one]);
    if (choice === 'ticked') return new Set([...ticked].filter((id) => records.initiative[id] !== undefined));
    const rows = initiativeRows(records).filter((row) => !row.initiative.retired);
    const kept = figuresForFilter
      ? filterRows(chooseRows(rows, { retired: 'shown', overhead }), search, filters, figuresForFilter)
      : rows;
    return new Set(kept.map(({ id }) => id));
  }, [records, choice, one, ticked, overhead, search, filters, figuresForFilter]);
  return { choice, choices, ids };
}
