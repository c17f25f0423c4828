import type { ReactNode } from 'react';
import type { InvalidKey } from '../parse.ts';

/** Where the keyboard goes after a cell was taken over. */
export type Then = 'stay' | 'down' | 'next' | 'previous';

/** How a cell is edited where it stands; `commit` answers why it cannot take the text, or null. */
export interface CellEdit<Row> {
  /** The value in the form in which it can be typed again. */
  readonly start: (row: Row) => string;
  /** Choosing from these instead of typing. */
  readonly choices?: readonly { readonly id: string; readonly text: string }[];
  /** Offered while typing. */
  readonly suggestions?: readonly string[];
  readonly commit: (row: Row, text: string) => InvalidKey | null;
}

export interface GridColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** In CSS pixels; the first column takes what is left. */
  readonly width: number;
  readonly numeric?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** What a pointer that rests on the cell is told. */
  readonly hint?: (row: Row) => string | undefined;
  readonly edit?: CellEdit<Row>;
  readonly sort?: {
    readonly direction: 'ascending' | 'descending' | null;
    readonly onPress: () => void;
  };
}

/** A line of the grid: a record, or a place where a new one is typed. */
export type GridLine<Row> =
  | {
      readonly kind: 'row';
      readonly key: string;
      readonly row: Row;
      /** Trees only: 1 at the top. */
      readonly level?: number;
      /** Trees only: null without children. */
      readonly expanded?: boolean | null;
      readonly position?: number;
      readonly siblings?: number;
    }
  | { readonly kind: 'entry'; readonly key: string; readonly level?: number; readonly placeholder: string };

/** The keyboard's place, and the field that is open there. */
export interface Place {
  readonly key: string;
  readonly column: number;
  /** What the field starts with: the cell's own text for null, else what was typed. */
  readonly editing: { readonly text: string | null } | null;
  /** Grows when the keyboard has to go there. */
  readonly focus: number;
}
