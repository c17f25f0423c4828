import { Fragment, type ReactNode } from 'react';
import { type Piece, piecesOf, plainText } from './naming.ts';

/** Shows what a text knows by a name; null for a name that nothing is known of. */
export type DrawNamed = (name: string, text: string) => ReactNode;

/** A text, and what it knows by a name shown as `draw` does. */
export function NamedText({
  text,
  draw,
  as = plainText(text),
}: {
  readonly text: string;
  readonly draw: DrawNamed;
  /** The plain text as it is shown: in other spaces perhaps, and perhaps only its beginning. */
  readonly as?: string;
}): ReactNode {
  let at = 0;
  const take = (length: number): string => {
    at += length;
    return as.slice(at - length, at);
  };
  const uses = new Map<string, number>();
  const show = (piece: Piece): ReactNode => {
    if (typeof piece === 'string') return take(piece.length);
    const use = uses.get(piece.name) ?? 0;
    uses.set(piece.name, use + 1);
    const from = at;
    const inside = piece.pieces.map(show);
    const whole = at <= as.length && at > from ? draw(piece.name, as.slice(from, at)) : null;
    // By its name a figure stays the one that it was, with the keyboard on it, when other sentences come before it.
    return <Fragment key={`${piece.name}/${use}`}>{whole ?? inside}</Fragment>;
  };
  return piecesOf(text).map(show);
}
