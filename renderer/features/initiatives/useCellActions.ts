import { useTranslation } from 'react-i18next';
import { tell } from '../../state/noticeStore.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { isMany, type Rect, spread } from '../../ui/editGrid/cellRange.ts';
import { readSheet, writeSheet } from '../../ui/editGrid/sheet.ts';
import type { FillDirection } from '../../ui/editGrid/useFillKeys.ts';
import { type LineTexts, planCells } from './cellPlan.ts';
import { editText } from './cellValues.ts';
import { cellText, sheetLines } from './clipboard.ts';
import { type Column, type FiguresOf, isTyped } from './columns.ts';
import { type Cursor, useCursor } from './gridCursor.ts';
import { type GridShape, markedCells, rowsWithin } from './gridShape.ts';
import type { InitiativeRow } from './rows.ts';
import { useTable } from './tableStore.ts';
import { carryOut, writePlan } from './writeCells.ts';

export interface CellActions {
  /** The marked cells, else the ticked rows, else the cursor's cell, as a spreadsheet takes them; null for none. */
  readonly copied: () => string | null;
  readonly onCopy: (event: React.ClipboardEvent) => void;
  readonly onPaste: (event: React.ClipboardEvent) => void;
  readonly pasteText: (text: string) => void;
  /** Makes the marked cells unknown; names and modes, which cannot be, stay. */
  readonly clear: () => void;
  /** Fills the marked cells from their first line or column; a single line or column takes what stands before it. */
  readonly fill: (direction: FillDirection, at: Cursor) => void;
  /** Whether there is something to fill, and something to fill it from. */
  readonly canFill: (direction: FillDirection, at: Cursor) => boolean;
  /** Writes one text into every marked cell. */
  readonly fillWith: (text: string) => void;
}

const currencyNow = (): string => usePortfolio.getState().records?.portfolio.portfolio?.currency ?? 'USD';

/** What is done with many cells at once, each in one undoable step. */
export function useCellActions(
  shape: GridShape,
  cursor: Cursor,
  shown: readonly InitiativeRow[],
  figuresOf: FiguresOf,
  readOnly: boolean,
): CellActions {
  const { t } = useTranslation(['initiatives', 'common']);
  const { columns } = shape;
  const words = (column: Column, row: InitiativeRow): string | null => {
    const { mode, stage } = row.initiative;
    if (column.kind === 'mode') return t(`mode.${mode}`, { ns: 'common' });
    if (column.kind === 'stage') return stage === null ? '' : t(`stage.${stage}`, { ns: 'common' });
    return null;
  };
  const text = () => cellText(figuresOf, currencyNow(), usePreferences.getState().language, words);
  const sheetOf = (rows: readonly InitiativeRow[], of: readonly Column[]): string => {
    const say = text();
    return writeSheet(rows.map((row) => of.map((column) => say(column, row))));
  };
  const marked = () => markedCells(shape, cursor);
  const lineOf = (row: InitiativeRow, cells: LineTexts['cells']): LineTexts => ({
    initiative: row.initiative,
    isNew: false,
    cells,
  });

  /** The marked cells with the line or column that fills them: as in a spreadsheet, a single one takes what stands before it. */
  const fillRect = (direction: FillDirection, at: Cursor): Rect | null => {
    const rect = markedCells(shape, at);
    if (!rect) return null;
    return direction === 'down'
      ? { ...rect, top: Math.max(1, rect.top === rect.bottom ? rect.top - 1 : rect.top) }
      : { ...rect, left: Math.max(1, rect.left === rect.right ? rect.left - 1 : rect.left) };
  };

  const copied = (): string | null => {
    const rect = marked();
    const { ticked } = useTable.getState();
    if (ticked.size > 0 && !(rect && isMany(rect)))
      return sheetOf(
        shown.filter(({ id }) => ticked.has(id)),
        columns,
      );
    if (!rect) return null;
    const rows = rowsWithin(shape, rect);
    return rows.length === 0 ? null : sheetOf(rows, columns.slice(rect.left - 1, rect.right));
  };
  const pasteText = (pasted: string): void => {
    const rect = marked();
    if (!rect || readOnly) return;
    const sheet = spread(readSheet(pasted), rect);
    const rows = rowsWithin(shape, { ...rect, bottom: shape.lines });
    const plan = planCells(sheetLines(sheet, rows, columns.slice(rect.left - 1), text()), currencyNow());
    const width = Math.max(1, ...sheet.map((line) => line.length));
    void carryOut(plan, 'paste').then((done) => {
      if (!done) return;
      // What came in stays marked, so that it can be looked over or done again elsewhere.
      const { key, column } = useCursor.getState();
      const last = Math.min(rect.top + sheet.length - 1, shape.items.length);
      if (key === cursor.key && column === cursor.column && last >= rect.top)
        useCursor
          .getState()
          .mark(
            { key: shape.keyAt(rect.top), column: rect.left },
            { key: shape.keyAt(last), column: Math.min(rect.left + width - 1, columns.length) },
          );
    });
  };

  return {
    copied,
    pasteText,
    onCopy: (event) => {
      if (cursor.editing) return;
      const sheet = copied();
      if (sheet === null) return;
      event.clipboardData.setData('text/plain', sheet);
      event.preventDefault();
      tell({ kind: 'done', key: 'notice.copied' });
    },
    onPaste: (event) => {
      if (cursor.editing || readOnly || !marked()) return;
      event.preventDefault();
      pasteText(event.clipboardData.getData('text/plain'));
    },
    clear: () => {
      const rect = marked();
      if (!rect || readOnly) return;
      const cleared = columns
        .slice(rect.left - 1, rect.right)
        .filter((column) => isTyped(column) && column.id !== 'name' && column.id !== 'mode');
      if (cleared.length === 0) return tell({ kind: 'done', key: 'notice.cannotClear' });
      const lines = rowsWithin(shape, rect).map((row) =>
        lineOf(
          row,
          cleared.map((column) => ({ column, text: '' })),
        ),
      );
      void writePlan(planCells(lines, currencyNow()), 'clear');
    },
    canFill: (direction, at) => {
      const rect = fillRect(direction, at);
      if (!rect) return false;
      const [rows, before] = direction === 'down' ? [2, rect.left - 1] : [1, rect.left];
      return (
        rowsWithin(shape, rect).length >= rows &&
        columns.slice(before, rect.right).some((each) => isTyped(each))
      );
    },
    fill: (direction, at) => {
      const rect = fillRect(direction, at);
      if (!rect || readOnly) return;
      const currency = currencyNow();
      const lines: LineTexts[] = [];
      if (direction === 'down') {
        const [first, ...others] = rowsWithin(shape, rect);
        if (!first) return;
        const filled = columns.slice(rect.left - 1, rect.right).filter(isTyped);
        for (const row of others)
          lines.push(
            lineOf(
              row,
              filled.map((column) => ({ column, text: editText(column, first, currency) })),
            ),
          );
      } else {
        const source = columns[rect.left - 1];
        if (!source) return;
        const filled = columns.slice(rect.left, rect.right);
        for (const row of rowsWithin(shape, rect)) {
          const value = isTyped(source) ? editText(source, row, currency) : text()(source, row);
          lines.push(
            lineOf(
              row,
              filled.map((column) => ({ column, text: value })),
            ),
          );
        }
      }
      void carryOut(planCells(lines, currency), 'fill');
    },
    fillWith: (value) => {
      const rect = marked();
      if (!rect || readOnly) return;
      const filled = columns.slice(rect.left - 1, rect.right);
      const lines = rowsWithin(shape, rect).map((row) =>
        lineOf(
          row,
          filled.map((column) => ({ column, text: value })),
        ),
      );
      void carryOut(planCells(lines, currencyNow()), 'fill');
    },
  };
}
