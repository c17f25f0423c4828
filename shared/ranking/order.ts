import type { Ranking } from '../domain/records.ts';

/** How the room ranks one item: its place (1 is first; equal ones share a place) and what gave it that. */
export interface RoomPlace {
  readonly id: string;
  readonly place: number;
  /** Dots, or strength from pairwise choices; null where the order was dragged. */
  readonly score: number | null;
}

/** The order that the room's own votes give, best first; items without a vote keep the order they stand in. */
export function roomOrder(
  ranking: Pick<Ranking, 'method' | 'items' | 'dots' | 'pairs'>,
): readonly RoomPlace[] {
  const { method, items } = ranking;
  if (method === 'drag') return items.map((id, at) => ({ id, place: at + 1, score: null }));
  const scores = method === 'dots' ? dotSums(ranking) : pairStrengths(ranking);
  const ordered = items
    .map((id, at) => ({ id, at, score: scores.get(id) ?? 0 }))
    .sort((a, b) => b.score - a.score || a.at - b.at);
  let place = 0;
  return ordered.map(({ id, score }, at) => {
    if (at === 0 || !nearly(score, ordered[at - 1]!.score)) place = at + 1;
    return { id, place, score };
  });
}

const nearly = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

function dotSums({ items, dots }: Pick<Ranking, 'items' | 'dots'>): ReadonlyMap<string, number> {
  const sums = new Map(items.map((id) => [id, 0]));
  for (const { item, dots: count } of dots) {
    const sum = sums.get(item);
    if (sum !== undefined) sums.set(item, sum + count);
  }
  return sums;
}

const ROUNDS = 200;

/**
 * Strengths from pairwise choices by the Bradley-Terry model (R. A. Bradley and M. E. Terry, Biometrika 39, 1952),
 * fitted with Hunter's MM iteration (Annals of Statistics 32, 2004). Every item also ties half a choice with an
 * imagined average one, so that one that always won stays finite. Strengths add up to the number of items.
 */
export function pairStrengths({
  items,
  pairs,
}: Pick<Ranking, 'items' | 'pairs'>): ReadonlyMap<string, number> {
  const index = new Map(items.map((id, at) => [id, at]));
  const n = items.length;
  const wins = new Float64Array(n).fill(0.5);
  const met = new Map<number, Map<number, number>>();
  const meet = (a: number, b: number): void => {
    const own = met.get(a) ?? new Map<number, number>();
    met.set(a, own.set(b, (own.get(b) ?? 0) + 1));
  };
  for (const { winner, loser } of pairs) {
    const [a, b] = [index.get(winner), index.get(loser)];
    if (a === undefined || b === undefined || a === b) continue;
    wins[a] = wins[a]! + 1;
    meet(a, b);
    meet(b, a);
  }
  let strengths = new Float64Array(n).fill(1);
  for (let round = 0; round < ROUNDS; round++) {
    const next = strengths.map((own, i) => {
      let against = 1 / (own + 1);
      for (const [j, times] of met.get(i) ?? []) against += times / (own + strengths[j]!);
      return wins[i]! / against;
    });
    const sum = next.reduce((total, each) => total + each, 0);
    strengths = next.map((each) => (each * n) / sum);
  }
  return new Map(items.map((id, at) => [id, strengths[at]!]));
}

/** The next two items to choose between: those compared least often, neighbours first; null when all pairs are chosen. */
export function nextPair({
  items,
  pairs,
}: Pick<Ranking, 'items' | 'pairs'>): readonly [string, string] | null {
  const done = new Set(pairs.map(({ winner, loser }) => key(winner, loser)));
  const times = new Map(items.map((id) => [id, 0]));
  for (const { winner, loser } of pairs) {
    for (const id of [winner, loser]) {
      const count = times.get(id);
      if (count !== undefined) times.set(id, count + 1);
    }
  }
  let best: readonly [string, string] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let gap = 1; gap < items.length; gap++) {
    for (let at = 0; at + gap < items.length; at++) {
      const [a, b] = [items[at]!, items[at + gap]!];
      if (done.has(key(a, b))) continue;
      const count = times.get(a)! + times.get(b)!;
      if (count < least) [best, least] = [[a, b], count];
    }
  }
  return best;
}

const key = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);
