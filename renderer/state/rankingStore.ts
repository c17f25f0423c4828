import { create } from 'zustand';
import { remember } from './viewMemory.ts';

interface RankingState {
  /** The ranking that is worked on; the first one where it is gone. */
  readonly rankingId: string | null;
}

/** Which ranking is on the screen; remembered per portfolio. */
export const useRankings = create<RankingState>()(() => ({ rankingId: null }));

remember('rankings', {
  memory: () => useRankings.getState(),
  recall: (memory) => {
    const { rankingId } = memory as { readonly rankingId?: unknown };
    useRankings.setState({ rankingId: typeof rankingId === 'string' ? rankingId : null });
  },
  reset: () => useRankings.setState({ rankingId: null }),
  subscribe: (heard) => useRankings.subscribe(heard),
});

/** What the shown ranking answers to keys of a presentation. */
export interface RankingHand {
  /** Chooses the first or the second of two; null while none are asked. */
  readonly choose: ((which: 0 | 1) => void) | null;
  /** Moves what is pointed at up or down; null where the order is not one by hand. */
  readonly move: ((id: string, by: 1 | -1) => void) | null;
  /** Gives what is pointed at a dot of the one whose turn it is, or takes one back; null where no dots are given. */
  readonly dot: ((id: string, by: 1 | -1) => void) | null;
  /** Makes it the turn of the next or the last one to give dots. */
  readonly turn: ((by: 1 | -1) => void) | null;
}

let hand: RankingHand | null = null;

/** Has the keys of a presentation reach this ranking; answers the function that ends it. */
export function takeRankingHand(next: RankingHand): () => void {
  hand = next;
  return () => {
    if (hand === next) hand = null;
  };
}

/** The ranking that a room looks at, or null. */
export const rankingHand = (): RankingHand | null => hand;
