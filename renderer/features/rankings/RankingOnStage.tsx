import { useContext, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords, Ranking } from '../../../shared/domain/records.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { StageContext } from '../../charts/frame/stage.ts';
import type { TwinTableData } from '../../charts/frame/twinTable.ts';
import { choosePair, moveItem } from '../../state/rankingActions.ts';
import { takeRankingHand } from '../../state/rankingStore.ts';
import { useWords } from '../inspector/useWords.ts';
import { pairState } from './pairState.ts';
import { itemName } from './rankingRows.ts';

/** The ranking for a room, which is made there too: the two that are asked about, then the order. */
export function RankingOnStage({
  ranking,
  records,
  table,
  locked,
}: {
  readonly ranking: Ranking;
  readonly records: PortfolioRecords;
  readonly table: TwinTableData;
  readonly locked: boolean;
}) {
  const { t } = useTranslation('rankings');
  const figures = useFigureWords();
  const words = useWords();
  const stage = useContext(StageContext);
  const state = useMemo(
    () => (ranking.method === 'pairs' && !locked ? pairState(ranking) : null),
    [ranking, locked],
  );
  const pair = state?.pair ?? null;
  useEffect(() => {
    if (!stage) return;
    return takeRankingHand({
      choose: pair ? (which) => void choosePair(ranking, pair[which], pair[which === 0 ? 1 : 0]) : null,
      move:
        ranking.method === 'drag' && !locked
          ? (id, by) => {
              const at = ranking.items.indexOf(id);
              if (at >= 0) void moveItem(ranking, id, at + by);
            }
          : null,
    });
  }, [stage, pair, ranking, locked]);
  const rows = useMemo(
    () => table.rows.map(({ id, cells }) => ({ id, cells: cells.map(({ text }) => text) })),
    [table],
  );
  if (!stage) return null;
  const money = ranking.of === 'initiative';
  return (
    <>
      {pair && state && (
        <stage.Table
          title={t('stage.pair', { done: figures.number(state.done), all: figures.number(state.all) })}
          columns={[
            { id: 'name', label: t('column.name'), kind: 'text' },
            ...(money
              ? [
                  { id: 'value', label: t('pairs.value'), kind: 'number' as const },
                  { id: 'budget', label: t('pairs.budget'), kind: 'number' as const },
                ]
              : []),
          ]}
          rows={pair.map((id, at) => {
            const initiative = money ? records.initiative[id] : undefined;
            return {
              id,
              cells: [
                `${figures.number(at + 1)} · ${itemName(records, ranking.of, id) ?? t('gone')}`,
                ...(money
                  ? [
                      words.moneyShort(initiative?.valuePerMonth ?? null) || t('score.unknown'),
                      words.moneyShort(initiative?.budget ?? null) || t('score.unknown'),
                    ]
                  : []),
              ],
            };
          })}
        />
      )}
      <stage.Table title={table.caption} columns={table.columns} rows={rows} />
    </>
  );
}
