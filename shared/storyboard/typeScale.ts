/** Sizes of type on a projected picture, px of the screen. */
export interface TypeScale {
  readonly title: number;
  readonly question: number;
  /** Every label of a picture, legend, table and foot: nothing is smaller. */
  readonly label: number;
  /** Space at the edges of the screen. */
  readonly margin: number;
}

/** The height that the sizes are told for: that of most projectors. */
const LINES = 1080;
const TITLE = 54;
const QUESTION = 32;
const LABEL = 28;
const MARGIN = 56;
/** A window lower than this is read at a desk; type no longer shrinks with it. */
const LOWEST = 360;

/** The type for a screen of that height: titles of 54 px (never under 44) and labels of 28 px at 1080 lines, and in proportion elsewhere. */
export function typeScale(height: number): TypeScale {
  const by = Math.max(LOWEST, Number.isFinite(height) ? height : LINES) / LINES;
  return { title: TITLE * by, question: QUESTION * by, label: LABEL * by, margin: MARGIN * by };
}

/** How many times as large a picture is shown as it is laid out, so that its smallest text (px) is a label. */
export const pictureScale = (type: TypeScale, smallestText: number): number => type.label / smallestText;
