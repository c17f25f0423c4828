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
  const seen = new Map<string, number>();
  // By its name, a figure that has the keyboard stays the same one when the sentence before it changes.
  const keyOf = (name: string): string => {
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return `${name}/${nth}`;
  };
  const show = (piece: Piece): ReactNode => {
    if (typeof piece === 'string') return take(piece.length);
    const key = keyOf(piece.name);
    const from = at;
    const inside = piece.pieces.map((each) => show(each));
    const whole = at <= as.length && at > from ? draw(piece.name, as.slice(from, at)) : null;
    return <Fragment key={key}>{whole ?? inside}</Fragment>;
  };
  return piecesOf(text).map((piece) => show(piece));
}
