import { useTranslation } from 'react-i18next';
import { modes, stages } from '../../../shared/domain/records.ts';
import { createInitiative } from '../../state/initiativeActions.ts';
import { useView } from '../../state/viewStore.ts';
import { CellField } from '../../ui/editGrid/CellField.tsx';
import { choicesOf } from '../../ui/editGrid/cellEdits.ts';
import { isMany, nextWithin } from '../../ui/editGrid/cellRange.ts';
import type { Choice, Then } from '../../ui/editGrid/gridTypes.ts';
import type { InvalidKey } from '../../ui/parse.ts';
import { openReceipt, sevenWastesFigure } from '../receipts/receiptStore.ts';
import { readTyped, writeCell } from './cellActions.ts';
import { planCells } from './cellPlan.ts';
import { editText } from './cellValues.ts';
import { type Column, type FiguresOf, isTyped } from './columns.ts';
import { type Cursor, NEW, useCursor } from './gridCursor.ts';
import { type GridShape, markedCells } from './gridShape.ts';
import type { InitiativeRow } from './rows.ts';
import { suggestionsFor } from './suggestions.ts';
import type { CellActions } from './useCellActions.ts';
import { carryOut } from './writeCells.ts';

export interface GridEditing {
  readonly startEdit: (text: string | null) => void;
  /** The editor for the cursor's cell in that row. */
  readonly editorFor: (row: InitiativeRow) => React.ReactNode;
  /** The editor of the line for a new initiative. */
  readonly newEditor: () => React.ReactNode;
}

export interface EditedGrid {
  readonly shape: GridShape;
  readonly cursor: Cursor;
  readonly shown: readonly InitiativeRow[];
  readonly currency: string;
  readonly readOnly: boolean;
  readonly cells: CellActions;
  readonly figuresOf: FiguresOf;
  /** `after` lets the selection follow once something else is done. */
  readonly go: (line: number, column: number, after?: Promise<unknown>) => void;
}

/** Typing in cells: what opens the editor, what takes its text over, and where the cursor goes then. */
export function useGridEditing(parts: EditedGrid): GridEditing {
  const { shape, cursor, shown, currency, readOnly, cells, figuresOf, go } = parts;
  const { t } = useTranslation('initiatives');
  const { columns, lines } = shape;
  const line = shape.lineOf(cursor.key);

  const startEdit = (text: string | null): void => {
    const column = columns[cursor.column - 1];
    const row = shape.rowAt(line);
    const figure = column && row && figureOf(column, row);
    if (row && figure) openReceipt(row.id, figure);
    else if (readOnly) return;
    else if (cursor.key === NEW) now().edit(text ?? '');
    else if (!row || !column) return;
    else if (isTyped(column)) now().edit(text);
    else useView.getState().set({ inspectorOpen: true });
  };

  /** A modelled cell is not typed in: it opens to its arithmetic. */
  const figureOf = (column: Column, row: InitiativeRow): string | null => {
    if (figuresOf(row.id).status !== 'ready') return null;
    if (column.id === 'wasteShare') return sevenWastesFigure(row.initiative.mode, 'share');
    return column.id === 'timeToFirstValue' ? `${row.initiative.mode}.time_to_first_value` : null;
  };

  /** The next column that can be typed into; the neighbour where none follows. */
  const nextTyped = (from: number, step: 1 | -1): number => {
    for (let to = from + step; to >= 1 && to <= columns.length; to += step) {
      const column = columns[to - 1];
      if (column && isTyped(column)) return to;
    }
    return Math.max(1, Math.min(columns.length, from + step));
  };

  const after = (then: Then, written: Promise<unknown>): void => {
    const at = now();
    const rect = markedCells(shape, at);
    const within = at.range !== null && rect !== null && isMany(rect);
    if (then === 'stay') at.place(at.key, at.column);
    else if (then === 'fill') at.leave();
    else if (within) {
      const by = { along: then === 'down' || then === 'up' ? 'line' : 'column', back: isBack(then) } as const;
      const to = nextWithin(rect, { line, column: at.column }, by, (each) => shape.rowAt(each) !== null);
      at.within(shape.keyAt(to.line), to.column);
    } else if (then === 'down') go(Math.min(line + 1, lines), at.home ?? at.column, written);
    else if (then === 'up') go(Math.max(1, line - 1), at.column, written);
    else at.along(at.key, nextTyped(at.column, isBack(then) ? -1 : 1));
  };

  const commit = (row: InitiativeRow, text: string, then: Then): InvalidKey | null => {
    const column = columns[cursor.column - 1];
    if (!column) return null;
    const typed = readTyped(column, text, row.initiative);
    if (!typed.ok) return typed.reason;
    if (then !== 'fill' && typed.value.kind === 'links') {
      const line = { initiative: row.initiative, isNew: false, cells: [{ column, text }] };
      const plan = planCells([line], currency);
      const [refused] = plan.refused;
      if (refused) return refused.reason;
      const label = { name: row.initiative.name, field: column.id };
      after(then, carryOut(plan, 'edit', label));
      return null;
    }
    if (then === 'fill') cells.fillWith(text);
    after(then, then === 'fill' ? Promise.resolve() : writeCell(column, row.initiative, typed.value));
    return null;
  };

  const commitNew = (text: string, then: Then): InvalidKey | null => {
    const name = text.trim();
    if (name.length > 500) return 'invalid.long';
    if (then === 'stay') now().place(NEW, 1);
    else now().move(NEW, 1);
    if (name === '') return null;
    const made = createInitiative(name);
    // Enter goes on with the next one: a list is typed without leaving the keyboard. Tab goes on along its line.
    if (then === 'down') now().edit('');
    else if (then === 'next') void made.then((id) => id !== null && goAlong(id));
    return null;
  };

  /** What a cell is chosen from; undefined where it is typed. */
  const choicesFor = ({ kind }: Column): readonly Choice[] | undefined => {
    if (kind === 'mode') return choicesOf('common', modes, (id) => `mode.${id}`);
    if (kind !== 'stage') return undefined;
    const unknown = { id: '', text: t('unknown', { ns: 'common' }) };
    return [unknown, ...choicesOf('common', stages, (id) => `stage.${id}`)];
  };

  const editorFor = (row: InitiativeRow): React.ReactNode => {
    const column = columns[cursor.column - 1];
    if (!cursor.editing || !column) return null;
    return (
      <CellField
        key={cursor.focus}
        label={t('editor.label', { column: t(column.label), name: row.initiative.name })}
        start={editText(column, row, currency)}
        typed={cursor.editing.text}
        choices={choicesFor(column)}
        suggestions={suggestionsFor(column.id, shown)}
        onCommit={(text, then) => commit(row, text, then)}
        onCancel={now().leave}
      />
    );
  };

  const newEditor = (): React.ReactNode => (
    <CellField
      key={cursor.focus}
      label={t('new')}
      start=""
      typed={cursor.editing?.text ?? ''}
      onCommit={commitNew}
      onCancel={now().leave}
      onPasteSheet={cells.pasteText}
    />
  );

  return { startEdit, editorFor, newEditor };
}

const now = () => useCursor.getState();
const isBack = (end: Then): boolean => end === 'up' || end === 'previous';

/** The new line's second cell, once the line is in the table; it stands where the order puts it. */
function goAlong(id: string): void {
  const { key, move, along } = useCursor.getState();
  // Somebody who has gone elsewhere meanwhile is left there.
  if (key !== NEW) return;
  move(id, 1);
  along(id, 2);
}
