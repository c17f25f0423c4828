import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { type PortfolioRecords, stages } from '../../../shared/domain/records.ts';
import type { Language } from '../../../shared/text/area.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import type { ColumnId, FiguresOf, GroupId } from './columns.ts';
import { chooseRows, filterRows } from './filterRows.ts';
import { groupRows, type Item, type KnownSum, plainItems, sumKnown } from './groupRows.ts';
import { type InitiativeRow, initiativeRows, searchText } from './rows.ts';
import { isRanked, type Ranks, sortRows, sortText } from './sortRows.ts';
import { useTable } from './tableStore.ts';
import { insertOrdered, nextTask, orderTexts } from './textOrder.ts';

export interface GridItems {
  readonly items: readonly Item[];
  /** The initiatives that fit, each once. */
  readonly shown: readonly InitiativeRow[];
  /** The initiatives that the search and the filters choose from. */
  readonly total: number;
  /** Retired ones that are kept out of sight. */
  readonly retiredHidden: number;
  readonly budget: KnownSum;
}

const noRanks: Ranks = new Map();
const modelled: ReadonlySet<ColumnId> = new Set(['wasteShare', 'timeToFirstValue']);
const noFigures: FiguresOf = () => ({ status: 'pending', wasteShare: null, timeToFirstValueMonths: null });
/** Few enough new texts to put in their places at once. */
const FEW = 200;

/** The table's lines as arranged: searched, filtered, sorted and grouped, without holding up a keystroke. */
export function useGridItems(records: PortfolioRecords, figuresOf: FiguresOf): GridItems {
  const language = usePreferences((state) => state.language);
  const all = initiativeRows(records);
  const retired = useTable((state) => state.retired);
  const overhead = useTable((state) => state.overhead);
  const rows = useMemo(() => chooseRows(all, { retired, overhead }), [all, retired, overhead]);
  const retiredHidden = useMemo(
    () => (retired === 'hidden' ? all.filter(({ initiative }) => initiative.retired).length : 0),
    [all, retired],
  );
  const search = useDeferredValue(useTable((state) => state.search));
  const filters = useDeferredValue(useTable((state) => state.filters));
  const sort = useDeferredValue(useTable((state) => state.sort));
  const groupBy = useDeferredValue(useTable((state) => state.groupBy));
  const collapsed = useDeferredValue(useTable((state) => state.collapsed));
  const ranks = useRanks(rows, sort.map(({ id }) => id).filter(isRanked), language);
  usePreparedSearch(rows);
  // New figures pour in several times a second: only an order or a filter that rests on them is worked out again.
  const usesFigures =
    sort.some(({ id }) => modelled.has(id)) ||
    Object.keys(filters).some((id) => modelled.has(id as ColumnId));
  const figures = usesFigures ? figuresOf : noFigures;

  const shown = useMemo(() => filterRows(rows, search, filters, figures), [rows, search, filters, figures]);
  const sorted = useMemo(() => sortRows(shown, sort, ranks, figures), [shown, sort, ranks, figures]);
  const items = useMemo(() => {
    if (!groupBy) return plainItems(sorted);
    return groupRows(sorted, groupBy, groupOrder(groupBy, language), collapsed);
  }, [sorted, groupBy, collapsed, language]);
  const budget = useMemo(() => sumKnown(shown, 'budget'), [shown]);
  return { items, shown, total: rows.length, retiredHidden, budget };
}

function groupOrder(by: GroupId, language: Language): (a: string, b: string) => number {
  if (by === 'mode') return (a, b) => (a === b ? 0 : a === 'project' ? -1 : 1);
  if (by === 'stage') {
    const place = (stage: string): number => stages.indexOf(stage as (typeof stages)[number]);
    return (a, b) => place(a) - place(b);
  }
  return new Intl.Collator(language, { numeric: true }).compare;
}

/** Prepares the searched texts in short slices while nothing else happens. */
function usePreparedSearch(rows: readonly InitiativeRow[]): void {
  useEffect(() => {
    let stopped = false;
    void (async () => {
      for (let start = 0; start < rows.length && !stopped; start += 500) {
        await nextTask();
        for (const row of rows.slice(start, start + 500)) searchText(row);
      }
    })();
    return () => {
      stopped = true;
    };
  }, [rows]);
}

interface Ordered {
  readonly columns: string;
  readonly language: Language;
  readonly texts: readonly string[];
  readonly ranks: Ranks;
}

/** The order of the texts in these columns; as it was until a new order is ready. */
function useRanks(rows: readonly InitiativeRow[], ids: readonly ColumnId[], language: Language): Ranks {
  const [ordered, setOrdered] = useState<Ordered | null>(null);
  const columns = ids.join();
  useEffect(() => {
    if (columns === '') return;
    const stop = new AbortController();
    const usable = ordered?.columns === columns && ordered.language === language ? ordered : null;
    const wanted = columns.split(',') as ColumnId[];
    const fresh = textsOf(rows, wanted, usable?.ranks ?? noRanks);
    if (usable && fresh.length === 0) return;
    const collator = new Intl.Collator(language, { numeric: true });
    void (async () => {
      try {
        const list =
          usable && fresh.length <= FEW
            ? insertOrdered(usable.texts, fresh, collator)
            : await orderTexts(
                usable ? textsOf(rows, wanted, noRanks) : fresh,
                collator,
                nextTask,
                stop.signal,
              );
        setOrdered({ columns, language, texts: list, ranks: new Map(list.map((text, at) => [text, at])) });
      } catch (cause) {
        // A newer order overtook this one.
        if (!stop.signal.aborted) throw cause;
      }
    })();
    return () => stop.abort();
  }, [rows, columns, language, ordered]);
  return ordered && ordered.columns === columns ? ordered.ranks : noRanks;
}

/** The texts of these columns that have no rank yet, each once. */
function textsOf(rows: readonly InitiativeRow[], ids: readonly ColumnId[], ranks: Ranks): readonly string[] {
  const texts = new Set<string>();
  for (const id of ids) {
    for (const row of rows) {
      const text = sortText(id, row);
      if (text && !ranks.has(text)) texts.add(text);
    }
  }
  return [...texts];
}
