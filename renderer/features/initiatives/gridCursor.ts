import { create } from 'zustand';

/** The key of the header line and of the line in which a new initiative is typed. */
export const HEADER = '#header';
export const NEW = '#new';

/** Column 0 holds the ticks; the shown columns follow. */
export interface Cursor {
  readonly key: string;
  readonly column: number;
  /** What the editor starts with: the cell's own text for null, else what was typed. */
  readonly editing: { readonly text: string | null } | null;
  /** Grows when the keyboard has to go to the cell. */
  readonly focus: number;
}

interface CursorState extends Cursor {
  /** Puts the cursor there and the keyboard with it. */
  readonly move: (key: string, column: number) => void;
  /** Puts the cursor there without taking the keyboard, as when something else selected the row. */
  readonly place: (key: string, column: number) => void;
  readonly edit: (text: string | null) => void;
  /** Ends editing and gives the keyboard back to the cell. */
  readonly leave: () => void;
}

/** Where in the table the keyboard is. */
export const useCursor = create<CursorState>()((set) => ({
  key: HEADER,
  column: 1,
  editing: null,
  focus: 0,
  move: (key, column) => set(({ focus }) => ({ key, column, editing: null, focus: focus + 1 })),
  place: (key, column) => set({ key, column, editing: null }),
  edit: (text) => set({ editing: { text } }),
  leave: () => set(({ focus }) => ({ editing: null, focus: focus + 1 })),
}));
