import type { Area, catalogue } from '../../../shared/text/catalogue.ts';
import type { Say } from '../../i18n.ts';

/** Unicode's own signs around an annotated text: before it, between it and the annotation, and after that. */
const [OPEN, NAME, CLOSE] = ['\ufff9', '\ufffa', '\ufffb'] as const;

type Sentences<A extends Area> = (typeof catalogue)[A]['en'];
type Counted<Key> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key;
type Placeholder<Sentence> = Sentence extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** What the texts that are filled into the sentences of an area are called: `finding.both.days` for `{{days}}` there. */
export type FigureName<A extends Area> = {
  [Key in keyof Sentences<A> & string]: `${Counted<Key>}.${Placeholder<Sentences<A>[Key]>}`;
}[keyof Sentences<A> & string];

/** A text that is known by its name wherever it is written into sentences. */
export const named = (name: string, text: string): string => `${OPEN}${text}${NAME}${name}${CLOSE}`;

/**
 * The same translator, whose sentences know each text that was filled into them by its FigureName. Numbers are written as
 * the language has them, and have no name.
 */
export function naming<A extends Area>(say: Say<A>): Say<A> {
  const plain = say as unknown as (key: string, values?: Readonly<Record<string, unknown>>) => string;
  const withNames = (key: string, values: Readonly<Record<string, unknown>> = {}): string =>
    plain(key, {
      ...values,
      // The values themselves choose the form of the sentence, such as its plural.
      replace: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'string' ? named(`${key}.${name}`, value) : value,
        ]),
      ),
    });
  return withNames as unknown as Say<A>;
}

/** A piece of a text: as it is written, or what is known by a name, in its own pieces. */
export type Piece = string | { readonly name: string; readonly pieces: readonly Piece[] };

/** The pieces of a text in their order. */
export function piecesOf(text: string): readonly Piece[] {
  const open: Piece[][] = [[]];
  for (const part of text.split(/(\ufff9|\ufffa[^\ufff9-\ufffb]*\ufffb)/)) {
    if (part === OPEN) open.push([]);
    else if (!part.startsWith(NAME)) open.at(-1)!.push(...(part === '' ? [] : [part]));
    else if (open.length > 1) {
      const pieces = open.pop()!;
      open.at(-1)!.push({ name: part.slice(1, -1), pieces });
    }
  }
  // What was begun and never named is a text like any other.
  return open.flat();
}

const plainPiece = (piece: Piece): string =>
  typeof piece === 'string' ? piece : piece.pieces.map(plainPiece).join('');

/** A text as people read it, without names. */
export const plainText = (text: string): string => piecesOf(text).map(plainPiece).join('');
