import type { Ranking } from '../../../shared/domain/records.ts';
import { useKept } from '../../state/kept.ts';
import { HANDS } from '../../state/rankingActions.ts';

const USUAL_BUDGET = 5;
const isBudget = (value: unknown): value is number => typeof value === 'number' && value > 0;

/** Dots that each voter may give in this ranking, as it was set at this desk; five before that. */
export const useDotBudget = (ranking: Ranking) =>
  useKept(`rankings.budget.${ranking.id}`, USUAL_BUDGET, isBudget);

/** The people who have given dots, by name; raised hands are not among them. */
export const votersOf = ({ dots }: Pick<Ranking, 'dots'>): readonly string[] =>
  [...new Set(dots.map(({ voter }) => voter))].filter((voter) => voter !== HANDS).sort();

/** Dots that a voter has given to what is ranked now. */
export function dotsUsed({ dots, items }: Pick<Ranking, 'dots' | 'items'>, voter: string): number {
  const known = new Set(items);
  return dots.reduce((sum, each) => sum + (each.voter === voter && known.has(each.item) ? each.dots : 0), 0);
}

/** Whose turn it may be, in their order: raised hands, everybody who gave dots, and one who gave none yet. */
export function turnsOf(
  ranking: Pick<Ranking, 'dots'>,
  numbered: (nth: number) => string,
): readonly string[] {
  const voters = votersOf(ranking);
  let nth = voters.length + 1;
  while (voters.includes(numbered(nth))) nth += 1;
  return [HANDS, ...voters, numbered(nth)];
}
