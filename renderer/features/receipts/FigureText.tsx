import type { ReactNode } from 'react';
import { Figure } from './Figure.tsx';
import type { Opened } from './receiptStore.ts';
import css from './receipts.module.css';

/** A figure within a sentence, as it is written there. */
export interface WrittenFigure {
  readonly text: string;
  /** What it opens, as a screen reader describes it. */
  readonly label: string;
  readonly opens: Opened;
}

/** A sentence whose figures open to their arithmetic; one that it does not hold is left out. */
export function FigureText({
  text,
  figures,
}: {
  readonly text: string;
  readonly figures: readonly WrittenFigure[];
}): ReactNode {
  return piecesOf(text, figures).map(({ text: piece, figure }, k) =>
    figure ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence have no identity of their own
      <Figure key={k} opens={figure.opens} label={figure.label} className={css.written} inSentence>
        {piece}
      </Figure>
    ) : (
      piece
    ),
  );
}

interface Piece {
  readonly text: string;
  readonly figure: WrittenFigure | null;
}

/** The sentence cut at its figures; each stands where it is first written whole, and no two at one place. */
export function piecesOf(text: string, figures: readonly WrittenFigure[]): readonly Piece[] {
  let pieces: readonly Piece[] = [{ text, figure: null }];
  for (const figure of figures) {
    const at = pieces.findIndex((piece) => piece.figure === null && placeOf(figure.text, piece.text) >= 0);
    if (at < 0) continue;
    const whole = pieces[at]!.text;
    const from = placeOf(figure.text, whole);
    const to = from + figure.text.length;
    const cut: readonly Piece[] = [
      { text: whole.slice(0, from), figure: null },
      { text: whole.slice(from, to), figure },
      { text: whole.slice(to), figure: null },
    ];
    pieces = [...pieces.slice(0, at), ...cut.filter((piece) => piece.text !== ''), ...pieces.slice(at + 1)];
  }
  return pieces;
}

/** Where a number is written whole in a text, not as a part of a longer one; -1 where it is not. */
function placeOf(figure: string, text: string): number {
  if (figure === '') return -1;
  for (let at = text.indexOf(figure); at >= 0; at = text.indexOf(figure, at + 1)) {
    const after = at + figure.length;
    if (!/[\d.,]$/.test(text.slice(0, at)) && !/^[.,]?\d/.test(text.slice(after))) return at;
  }
  return -1;
}
