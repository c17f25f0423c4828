import type { ReactNode, Ref } from 'react';
import type { ViewId } from '../../state/viewStore.ts';
import type { InvalidKey } from '../parse.ts';
import type { EditLabel, GridColumn, GridLine, NewRow, Then } from './gridTypes.ts';
import type { GridCursor } from './useGridCursor.ts';

/** What the owner of a grid can ask of it. */
export interface GridHandle {
  /** The line under a point of the window and how far down in it (0..1), or null beside the lines. */
  readonly lineAt: (x: number, y: number) => { readonly key: string; readonly share: number } | null;
  /** Scrolls by so many pixels. */
  readonly scroll: (pixels: number) => void;
  readonly element: () => HTMLElement | null;
}

/** What a grid needs from its owner. */
export interface EditGridProps<Row> {
  readonly label: string;
  readonly role: 'grid' | 'treegrid';
  readonly columns: readonly GridColumn<Row>[];
  readonly lines: readonly GridLine<Row>[];
  readonly cursor: GridCursor;
  readonly selectedKey: string | null;
  readonly readOnly: boolean;
  /** What the field of a cell is called. */
  readonly fieldLabel: (column: string, row: Row | null) => string;
  /** What the history says of an edit. */
  readonly editLabel: EditLabel<Row>;
  /** The view whose keys for filling mean this grid; absent in a dialog, where keys reach it directly. */
  readonly area?: ViewId;
  /** Makes a row for a line pasted past the last one; absent where rows cannot be made so. */
  readonly newRow?: (name: string, nth: number) => NewRow<Row>;
  readonly onSelect?: (key: string) => void;
  /** A name typed into an entry line; answers why it cannot be, or null. */
  readonly onEntry: (key: string, text: string, then: Then) => InvalidKey | null;
  readonly onEntryLeft?: (key: string) => void;
  /** Keys that mean something here alone, before those of every grid; true when it was one. */
  readonly onKey?: (event: React.KeyboardEvent, key: string, column: number) => boolean;
  readonly onToggle?: (key: string) => void;
  /** Rows that are ticked; absent where rows are not ticked. */
  readonly ticked?: ReadonlySet<string>;
  readonly onTick?: (keys: readonly string[], ticked: boolean) => void;
  readonly tickLabel?: (row: Row) => string;
  /** What stands at the end of a row: its menu. */
  readonly actions?: (row: Row) => ReactNode;
  readonly onPointerDown?: (event: React.PointerEvent, key: string) => void;
  /** Where something dragged would go. */
  readonly drop?: { readonly key: string; readonly where: 'before' | 'inside' | 'after' } | null;
  /** Lines shown as taken away (cut, or being dragged). */
  readonly faded?: ReadonlySet<string>;
  /** The line of totals, by column. */
  readonly footer?: readonly ReactNode[];
  readonly handle?: Ref<GridHandle>;
}
