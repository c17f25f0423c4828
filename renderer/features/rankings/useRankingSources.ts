import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords, Ranking } from '../../../shared/domain/records.ts';
import { isLive } from '../../../shared/planning/inUse.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { useInitiativeFigures } from '../../analysis/useInitiativeFigures.ts';
import { chooseRows, filterRows } from '../initiatives/filterRows.ts';
import { initiativeRows } from '../initiatives/rows.ts';
import { useTable } from '../initiatives/tableStore.ts';

/** More than this nobody can rank in a room. */
export const MOST_RANKED = 200;

/** As many as a room gets through in a meeting. */
const LARGEST = 12;

export interface RankingSource {
  readonly id: string;
  readonly of: Ranking['of'];
  readonly text: string;
  readonly items: readonly string[];
  readonly decisionId: string | null;
}

/** What a room could rank: what is ticked or filtered, all that is under way, the outcomes, the options of a decision. */
export function useRankingSources(records: PortfolioRecords): readonly RankingSource[] {
  const { t } = useTranslation('rankings');
  const figures = useFigureWords();
  const figuresOf = useInitiativeFigures();
  const ticked = useTable((state) => state.ticked);
  const search = useTable((state) => state.search);
  const filters = useTable((state) => state.filters);
  const overhead = useTable((state) => state.overhead);
  const isFiltered = search.trim() !== '' || Object.keys(filters).length > 0 || overhead !== 'shown';
  return useMemo(() => {
    const rows = initiativeRows(records).filter(({ initiative }) => !initiative.retired);
    const said = (items: readonly string[]): { readonly number: string } => ({
      number: figures.number(items.length),
    });
    const chosen = rows.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
    const shown = isFiltered
      ? filterRows(chooseRows(rows, { retired: 'shown', overhead }), search, filters, figuresOf).map(
          ({ id }) => id,
        )
      : [];
    const liveRows = rows.filter(({ initiative }) => isLive(initiative));
    const live = liveRows.map(({ id }) => id);
    const funded = liveRows
      .filter(({ initiative: { budget } }) => budget !== null)
      .sort((a, b) => (b.initiative.budget ?? 0) - (a.initiative.budget ?? 0))
      .map(({ id }) => id);
    const outcomes = Object.values(records.outcome)
      .filter(({ retired }) => !retired)
      .map(({ id }) => id);
    const initiatives = (id: string, items: readonly string[], text: string): readonly RankingSource[] =>
      items.length === 0 && id !== 'none' ? [] : [{ id, of: 'initiative', text, items, decisionId: null }];
    const options = Object.values(records.decision).flatMap((decision): readonly RankingSource[] => {
      const items = Object.values(records.decisionOption)
        .filter(({ decisionId }) => decisionId === decision.id)
        .sort((a, b) => a.position - b.position)
        .map(({ id }) => id);
      return items.length < 2
        ? []
        : [
            {
              id: `decision ${decision.id}`,
              of: 'option',
              text: t('new.options', { name: decision.name, ...said(items) }),
              items,
              decisionId: decision.id,
            },
          ];
    });
    const all = [
      ...initiatives('ticked', chosen, t('new.ticked', said(chosen))),
      ...initiatives('shown', shown, t('new.shown', said(shown))),
      ...initiatives('live', live, t('new.live', said(live))),
      ...(live.length > LARGEST && funded.length > LARGEST
        ? initiatives(
            'largest',
            funded.slice(0, LARGEST),
            t('new.largest', { number: figures.number(LARGEST) }),
          )
        : []),
      ...initiatives('none', [], t('new.none')),
      ...(outcomes.length === 0
        ? []
        : [
            {
              id: 'outcomes',
              of: 'outcome' as const,
              text: t('new.outcomes', said(outcomes)),
              items: outcomes,
              decisionId: null,
            },
            {
              id: 'noOutcomes',
              of: 'outcome' as const,
              text: t('new.noneOutcomes'),
              items: [],
              decisionId: null,
            },
          ]),
      ...options,
    ];
    // What can be begun with comes first; more than a room can rank is still said.
    return [
      ...all.filter(({ items }) => items.length <= MOST_RANKED),
      ...all.filter(({ items }) => items.length > MOST_RANKED),
    ];
  }, [records, ticked, isFiltered, search, filters, overhead, figuresOf, figures, t]);
}
