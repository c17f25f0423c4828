import type { Ranking } from '../../../shared/domain/records.ts';
import { nextPair } from '../../../shared/ranking/order.ts';

/** Where the choice between two stands: who is asked about next, and how many of all pairs were chosen. */
export function pairState(ranking: Ranking): {
  readonly pair: readonly [string, string] | null;
  readonly done: number;
  readonly all: number;
} {
  const { items, pairs } = ranking;
  const known = new Set(items);
  const chosen = new Set(
    pairs
      .filter(({ winner, loser }) => known.has(winner) && known.has(loser) && winner !== loser)
      .map(({ winner, loser }) => [winner, loser].sort().join('\n')),
  );
  return { pair: nextPair(ranking), done: chosen.size, all: (items.length * (items.length - 1)) / 2 };
}
