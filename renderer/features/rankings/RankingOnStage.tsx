import { useContext, useEffect, useMemo } from 'react';
import type { PortfolioRecords, Ranking } from '../../../shared/domain/records.ts';
import { StageContext } from '../../charts/frame/stage.ts';
import type { TwinTableData } from '../../charts/frame/twinTable.ts';
import { choosePair, moveItem } from '../../state/rankingActions.ts';
import { takeRankingHand } from '../../state/rankingStore.ts';
import { PairOnStage } from './PairOnStage.tsx';
import { pairState } from './pairState.ts';

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
  return (
    <>
      {pair && state && <PairOnStage ranking={ranking} records={records} {...state} pair={pair} />}
      <stage.Table title={table.caption} columns={table.columns} rows={rows} />
    </>
  );
}
