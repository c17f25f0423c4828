import { useContext, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords, Ranking } from '../../../shared/domain/records.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import { StageContext } from '../../charts/frame/stage.ts';
import type { TwinTableData } from '../../charts/frame/twinTable.ts';
import { usePresent } from '../../state/presentStore.ts';
import { addDot, choosePair, HANDS, moveItem } from '../../state/rankingActions.ts';
import { takeRankingHand } from '../../state/rankingStore.ts';
import { PairOnStage } from './PairOnStage.tsx';
import { pairState } from './pairState.ts';
import { dotsUsed, turnsOf, useDotBudget } from './voters.ts';

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
  const { t } = useTranslation('rankings');
  const figures = useFigureWords();
  const takesDots = ranking.method === 'dots' && !locked;
  const [asked, setAsked] = useState(HANDS);
  const [budget] = useDotBudget(ranking);
  const role = usePresent((present) => present.role);
  const turns = useMemo(
    () => turnsOf(ranking, (nth) => t('stage.voter', { number: figures.number(nth) })),
    [ranking, t, figures],
  );
  // Who had a turn is gone where the dots were taken back.
  const voter = turns.includes(asked) ? asked : HANDS;
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
      dot: takesDots
        ? (id, by) => {
            if (ranking.items.includes(id)) void addDot(ranking.id, voter, id, by);
          }
        : null,
      turn: takesDots
        ? (by) => setAsked(turns[(turns.indexOf(voter) + by + turns.length) % turns.length] ?? HANDS)
        : null,
    });
  }, [stage, pair, ranking, locked, takesDots, turns, voter]);
  const rows = useMemo(
    () => table.rows.map(({ id, cells }) => ({ id, cells: cells.map(({ text }) => text) })),
    [table],
  );
  if (!stage) return null;
  const used = figures.number(dotsUsed(ranking, voter));
  // Whose turn it is, is the matter of the one who enters the dots; the room sees the totals move.
  const note =
    !takesDots || role === 'projected'
      ? undefined
      : voter === HANDS
        ? t('stage.hands', { used })
        : t('stage.dots', { count: budget, voter, used, budget: figures.number(budget) });
  return (
    <>
      {pair && state && <PairOnStage ranking={ranking} records={records} {...state} pair={pair} />}
      <stage.Table title={table.caption} columns={table.columns} rows={rows} note={note} />
    </>
  );
}
