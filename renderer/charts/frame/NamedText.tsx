import type { ReactNode } from 'react';
import css from './frame.module.css';
import { type Piece, piecesOf, plainText } from './naming.ts';

/** Shows what a text knows by a name; null for a name that nothing is known of. */
export type DrawNamed = (name: string, text: string) => ReactNode;

/** Plain text, or what was drawn in place of some. */
type Part = string | { readonly key: string; readonly drawn: ReactNode };

/** Signs that belong to what stands behind them, and to what stands before them. */
const OPENING = /[\p{Ps}\p{Pi}]+$/u;
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}]+/u;

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
  const partsOf = (piece: Piece): readonly Part[] => {
    if (typeof piece === 'string') return [take(piece.length)];
    const use = uses.get(piece.name) ?? 0;
    uses.set(piece.name, use + 1);
    const from = at;
    const inside = piece.pieces.flatMap(partsOf);
    const drawn = at <= as.length && at > from ? draw(piece.name, as.slice(from, at)) : null;
    // By its name a figure stays the one that it was, with the keyboard on it, when other sentences come before it.
    return drawn === null ? inside : [{ key: `${piece.name}/${use}`, drawn }];
  };
  const parts = piecesOf(text).flatMap(partsOf);
  const textAt = (k: number): string => {
    const part = parts[k];
    return typeof part === 'string' ? part : '';
  };
  // A line may break beside a button: without this a bracket would end a line, and a comma begin one.
  return parts.map((part, k) => {
    if (typeof part !== 'string')
      return (
        <span key={part.key} className={css.held}>
          {OPENING.exec(textAt(k - 1))?.[0] ?? ''}
          {part.drawn}
          {CLOSING.exec(textAt(k + 1))?.[0] ?? ''}
        </span>
      );
    const behind = typeof (parts[k - 1] ?? '') === 'string' ? part : part.replace(CLOSING, '');
    return typeof (parts[k + 1] ?? '') === 'string' ? behind : behind.replace(OPENING, '');
  });
}
