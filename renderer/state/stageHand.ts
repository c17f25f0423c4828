/** What the shown picture answers to the keys of a presentation. */
export interface StageHand {
  /** Moves the keyboard's mark on or back; answers false when there is none to go to. */
  readonly walk: (by: 1 | -1) => boolean;
  /** The initiative that the mark stands for, or null. */
  readonly initiative: () => string | null;
  readonly screens: () => number;
  /** Columns of a table from which there is more to the right. */
  readonly moreColumns: () => boolean;
  /** True while figures stand in a table, be it the twin of a picture. */
  readonly isTable: () => boolean;
}

let hand: StageHand | null = null;
let parts = 1;

/** Has the keys of a presentation reach this picture; answers the function that ends it. */
export function takeStage(next: StageHand): () => void {
  hand = next;
  return () => {
    if (hand === next) hand = null;
  };
}

/** The shown picture, or null while there is none. */
export const stageHand = (): StageHand | null => hand;

/** Moves on or back in the card of the keys; answers false when all of it is shown. */
type CardHand = (by: 1 | -1) => boolean;

let card: CardHand | null = null;

/** Has the keys that walk through a picture reach the card that lies over it; answers the function that ends it. */
export function takeCard(next: CardHand): () => void {
  card = next;
  return () => {
    if (card === next) card = null;
  };
}

/** The card of the keys, or null while it is not shown. */
export const cardHand = (): CardHand | null => card;

/** How many pictures and tables the shown view has. */
export const stageParts = (): number => parts;
export const setStageParts = (count: number): void => {
  parts = Math.max(1, count);
};
