import { create } from 'zustand';

/** The key of the header line and of the line in which a new initiative is typed. */
export const HEADER = '#header';
export const NEW = '#new';

/** A cell by its line's key. Column 0 holds the ticks; the shown columns follow. */
export interface Cell {
  readonly key: string;
  readonly column: number;
}

export interface Cursor extends Cell {
  /** Two opposite corners of the marked cells, the cursor somewhere inside; null while only its own cell is meant. */
  readonly range: { readonly from: Cell; readonly to: Cell } | null;
  /** The column in which typing along a line began: Enter goes back to it, one line down. */
  readonly home: number | null;
  /** What the editor starts with: the cell's own text for null, else what was typed. */
  readonly editing: { readonly text: string | null } | null;
  /** Grows when the keyboard has to go to the cell. */
  readonly focus: number;
}

interface CursorState extends Cursor {
  /** Puts the cursor there and the keyboard with it; nothing else stays marked. */
  readonly move: (key: string, column: number) => void;
  /** Puts the cursor there without taking the keyboard, as when something else selected the row. */
  readonly place: (key: string, column: number) => void;
  /** Goes on along a line while typing, and remembers where that began. */
  readonly along: (key: string, column: number) => void;
  /** Marks all cells between the cursor (or where the marking began) and this one. */
  readonly extend: (key: string, column: number) => void;
  /** Marks the cells between two corners and leaves the cursor in the first. */
  readonly mark: (from: Cell, to: Cell) => void;
  /** Goes to another cell of the marked ones. */
  readonly within: (key: string, column: number) => void;
  readonly unmark: () => void;
  readonly edit: (text: string | null) => void;
  /** Ends editing and gives the keyboard back to the cell. */
  readonly leave: () => void;
}

/** Where in the table the keyboard is, and which cells are marked. */
export const useCursor = create<CursorState>()((set) => ({
  key: HEADER,
  column: 1,
  range: null,
  home: null,
  editing: null,
  focus: 0,
  move: (key, column) =>
    set(({ focus }) => ({ key, column, range: null, home: null, editing: null, focus: focus + 1 })),
  place: (key, column) => set({ key, column, range: null, home: null, editing: null }),
  along: (key, column) =>
    set((old) => ({
      key,
      column,
      range: null,
      home: old.home ?? old.column,
      editing: null,
      focus: old.focus + 1,
    })),
  extend: (key, column) =>
    set((old) => ({
      range: { from: old.range?.from ?? { key: old.key, column: old.column }, to: { key, column } },
      home: null,
      editing: null,
      focus: old.focus + 1,
    })),
  mark: (from, to) =>
    set(({ focus }) => ({ ...from, range: { from, to }, home: null, editing: null, focus: focus + 1 })),
  within: (key, column) => set(({ focus }) => ({ key, column, editing: null, focus: focus + 1 })),
  unmark: () => set({ range: null }),
  edit: (text) => set({ editing: { text } }),
  leave: () => set(({ focus }) => ({ editing: null, focus: focus + 1 })),
}));
