import type { ReactNode } from 'react';
import type { Change } from '../../../shared/contract/changes.ts';
import type { Label } from '../../../shared/domain/label.ts';
import type { NamedRecords } from '../../state/namedRecords.ts';
import type { Parsed } from '../parse.ts';

/** Where the keyboard goes after a cell was taken over; `fill` writes into every marked cell and stays. */
export type Then = 'stay' | 'down' | 'up' | 'next' | 'previous' | 'fill';

export interface Choice {
  readonly id: string;
  readonly text: string;
  /** What it is called in the other language: pasting understands both. */
  readonly also?: string;
}

/** How a cell is edited where it stands, pasted into and emptied. */
export interface CellEdit<Row> {
  /** The value in the form in which it can be typed again. */
  readonly start: (row: Row) => string;
  /** Choosing from these instead of typing. */
  readonly choices?: readonly Choice[];
  /** Offered while typing. */
  readonly suggestions?: readonly string[];
  /** What writes the text (of a choice: its id) into the record: nothing where it says so already. */
  readonly read: (row: Row, text: string, names: NamedRecords) => Parsed<readonly Change[]>;
}

export interface GridColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** In CSS pixels; the first column takes what is left. */
  readonly width: number;
  readonly numeric?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** What is copied from a cell that is not edited, or that says it in another form. */
  readonly copy?: (row: Row) => string;
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
      /** Kept for the record only. */
      readonly retired?: boolean;
    }
  | { readonly kind: 'entry'; readonly key: string; readonly level?: number; readonly placeholder: string };

/** What the history says of an edit of one row; `name` is the new one where the edit renamed it. */
export type EditLabel<Row> = (row: Row, name: string | undefined) => Label;

/** A record that pasting makes: the row against which its other cells are read, and the change that adds it. */
export interface NewRow<Row> {
  readonly row: Row;
  readonly changes: readonly Change[];
}

export interface GridCell {
  readonly key: string;
  readonly column: number;
}

/** The keyboard's place, and the field that is open there. */
export interface Place extends GridCell {
  /** Two opposite corners of the marked cells, the cursor in the first; null while only its own cell is meant. */
  readonly range: { readonly from: GridCell; readonly to: GridCell } | null;
  /** What the field starts with: the cell's own text for null, else what was typed. */
  readonly editing: { readonly text: string | null } | null;
  /** Grows when the keyboard has to go there. */
  readonly focus: number;
}
