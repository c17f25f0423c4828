import { useState } from 'react';
import { namedRecords } from '../../state/namedRecords.ts';
import { tell } from '../../state/noticeStore.ts';
import { change } from '../../state/service.ts';
import { isMany, type Rect, spread } from './cellRange.ts';
import { markedRect, rowsIn } from './gridMarks.ts';
import { copyText, type GridPlan, type LineTexts, planCells } from './gridPlan.ts';
import type { GridColumn, GridLine, NewRow } from './gridTypes.ts';
import { readSheet, writeSheet } from './sheet.ts';
import type { FillDirection, Filling } from './useFillKeys.ts';
import type { GridCursor } from './useGridCursor.ts';

export interface CellParts<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly lines: readonly GridLine<Row>[];
  readonly lineOf: ReadonlyMap<string, number>;
  readonly cursor: GridCursor;
  readonly readOnly: boolean;
  readonly ticked: ReadonlySet<string> | undefined;
  /** Makes a row of that name for a line pasted past the last one, the `nth` of its step; absent where none can be made. */
  readonly newRow: ((name: string, nth: number) => NewRow<Row>) | undefined;
}

type WriteKind = 'paste' | 'fill' | 'clear';
const notices = { paste: 'notice.pasted', fill: 'notice.filled', clear: 'notice.cleared' } as const;

export interface GridCells extends Filling {
  readonly rect: Rect | null;
  readonly onCopy: (event: React.ClipboardEvent) => void;
  readonly onPaste: (event: React.ClipboardEvent) => void;
  readonly pasteText: (text: string) => void;
  /** Makes the marked cells unknown; those that cannot be stay. */
  readonly clear: () => void;
  /** Fills the marked cells from their first line or column; a single one takes what stands before it. */
  readonly fill: (direction: FillDirection) => void;
  /** What waits for the person: cells that cannot take their text, records that would be made. */
  readonly asked: { readonly plan: GridPlan; readonly write: () => void } | null;
  readonly dismiss: () => void;
}

/** What is done with many cells of a grid at once, each in one undoable step. */
export function useGridCells<Row>(parts: CellParts<Row>): GridCells {
  const { columns, lines, lineOf, cursor, readOnly, ticked, newRow } = parts;
  const [asked, setAsked] = useState<GridCells['asked']>(null);
  const rect = markedRect(cursor, lineOf);
  const nameOf = (row: Row): string => (columns[0] ? copyText(columns[0], row) : '');
  const rowCount = lines.filter(({ kind }) => kind === 'row').length;

  const write = async (plan: GridPlan, kind: WriteKind): Promise<void> => {
    if (plan.changes.length === 0) return;
    const params = { count: plan.cells };
    if (!(await change(`initiative.${kind}`, params, plan.changes))) return;
    if (plan.cells > 1 || kind === 'paste')
      tell({ kind: 'done', key: notices[kind], params, undoable: true });
  };
  const carryOut = (plan: GridPlan, kind: WriteKind): void => {
    if (plan.refused.length === 0 && plan.made.length === 0) void write(plan, kind);
    else setAsked({ plan, write: () => void write(plan, kind) });
  };
  const lineFor = (row: Row, cells: LineTexts<Row>['cells']): LineTexts<Row> => ({
    row,
    name: nameOf(row),
    adds: [],
    cells,
  });
  const sheetOf = (rows: readonly Row[], of: readonly GridColumn<Row>[]): string =>
    writeSheet(rows.map((row) => of.map((column) => copyText(column, row))));

  const copied = (): string | null => {
    const whole = { top: 0, bottom: lines.length - 1, left: 0, right: columns.length - 1 };
    if (ticked && ticked.size > 0 && !(rect && isMany(rect))) {
      const rows = rowsIn(lines, whole).filter(({ key }) => ticked.has(key));
      return sheetOf(
        rows.map(({ row }) => row),
        columns,
      );
    }
    if (!rect) return null;
    const rows = rowsIn(lines, rect).map(({ row }) => row);
    return rows.length === 0 ? null : sheetOf(rows, columns.slice(rect.left, rect.right + 1));
  };

  const pasteText = (text: string): void => {
    if (!rect || readOnly) return;
    const sheet = spread(readSheet(text), rect);
    const there = rowsIn(lines, { ...rect, bottom: lines.length - 1 });
    const into = columns.slice(rect.left);
    const names = namedRecords();
    let made = 0;
    const texts = sheet.flatMap((line, at): LineTexts<Row>[] => {
      const row = there[at]?.row;
      const cells = line.map((each, place) => ({ column: into[place] ?? null, text: each }));
      if (row !== undefined) return [lineFor(row, cells)];
      const name = rect.left === 0 ? (line[0] ?? '').trim() : '';
      if (line.every((each) => each.trim() === '')) return [];
      if (!newRow || name === '' || name.length > 500) return [refusedLine(name, cells)];
      const added = newRow(name, made);
      made += 1;
      return [{ row: added.row, name, adds: added.changes, cells: cells.slice(1) }];
    });
    const plan = planCells(texts, names);
    carryOut({ ...plan, cells: plan.cells + made }, 'paste');
    const last = lines[Math.min(rect.top + sheet.length, rowCount) - 1];
    const first = lines[rect.top];
    if (first?.kind !== 'row' || !last) return;
    // What came in stays marked, so that it can be looked over or done again elsewhere.
    const width = Math.max(1, ...sheet.map((line) => line.length));
    cursor.mark(
      { key: first.key, column: rect.left },
      { key: last.key, column: Math.min(rect.left + width, columns.length) - 1 },
    );
  };
  /** A line that nothing can be made of: its texts are refused, each with the reason. */
  const refusedLine = (name: string, cells: LineTexts<Row>['cells']): LineTexts<Row> => {
    const refused: GridColumn<Row> = {
      ...(columns[0] ?? { id: '', title: '', width: 0, cell: () => null }),
      edit: {
        start: () => '',
        read: () => ({
          ok: false,
          reason: !newRow ? 'invalid.noLine' : name === '' ? 'invalid.name' : 'invalid.long',
        }),
      },
    };
    const text = cells.map((each) => each.text).find((each) => each.trim() !== '') ?? '';
    return { row: {} as Row, name, adds: [], cells: [{ column: refused, text }] };
  };

  /** The marked cells with the line or column that fills them: the first, or for a single one what stands before it. */
  const fillRect = (direction: FillDirection): Rect | null => {
    if (!rect) return null;
    return direction === 'down'
      ? { ...rect, top: Math.max(0, rect.top === rect.bottom ? rect.top - 1 : rect.top) }
      : { ...rect, left: Math.max(0, rect.left === rect.right ? rect.left - 1 : rect.left) };
  };

  return {
    rect,
    asked,
    dismiss: () => setAsked(null),
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
      if (cursor.editing || readOnly || !rect || event.defaultPrevented) return;
      event.preventDefault();
      pasteText(event.clipboardData.getData('text/plain'));
    },
    clear: () => {
      if (!rect || readOnly) return;
      const names = namedRecords();
      const emptied = columns.slice(rect.left, rect.right + 1).filter(({ edit }) => edit);
      const texts = rowsIn(lines, rect).map(({ row }) =>
        lineFor(
          row,
          // What cannot be empty (a name, a kind) stays as it is.
          emptied
            .filter(({ edit }) => edit?.choices?.every(({ id }) => id !== '') !== true)
            .filter(({ edit }) => edit?.read(row, '', names).ok)
            .map((column) => ({ column, text: '' })),
        ),
      );
      const plan = planCells(texts, names);
      if (plan.cells === 0) tell({ kind: 'done', key: 'notice.cannotClear' });
      else void write(plan, 'clear');
    },
    canFill: (direction) => {
      const from = fillRect(direction);
      if (!from) return false;
      const [rows, wanted] = direction === 'down' ? [2, from.left] : [1, from.left + 1];
      return (
        rowsIn(lines, from).length >= rows &&
        columns.slice(wanted, from.right + 1).some(({ edit }) => edit !== undefined)
      );
    },
    fill: (direction) => {
      const from = fillRect(direction);
      if (!from || readOnly) return;
      const names = namedRecords();
      const filled = columns.slice(from.left, from.right + 1).filter(({ edit }) => edit);
      const [first, ...others] = rowsIn(lines, from).map(({ row }) => row);
      const source = columns[from.left];
      if (first === undefined || !source) return;
      const rows = direction === 'down' ? others : [first, ...others];
      const texts = rows.map((row) =>
        lineFor(
          row,
          (direction === 'down' ? filled : filled.filter((column) => column !== source)).map((column) => ({
            column,
            text: direction === 'down' ? copyText(column, first) : copyText(source, row),
          })),
        ),
      );
      carryOut(planCells(texts, names), 'fill');
    },
  };
}
