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
  const show = (piece: Piece, key: number): ReactNode => {
    if (typeof piece === 'string') return take(piece.length);
    const from = at;
    const inside = piece.pieces.map(show);
    const whole = at <= as.length && at > from ? draw(piece.name, as.slice(from, at)) : null;
    return <Fragment key={key}>{whole ?? inside}</Fragment>;
  };
  return piecesOf(text).map(show);
}
