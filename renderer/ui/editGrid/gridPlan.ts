import type { Change } from '../../../shared/contract/changes.ts';
import type { NamedRecords } from '../../state/namedRecords.ts';
import type { InvalidKey, Parsed } from '../parse.ts';
import { choiceMeant } from './cellEdits.ts';
import type { CellEdit, GridColumn } from './gridTypes.ts';

/** What is to be written into one line: a row that is there, or one that the step adds. */
export interface LineTexts<Row> {
  readonly row: Row;
  /** What the person knows the line by. */
  readonly name: string;
  /** The changes that add it; none for a row that is there. */
  readonly adds: readonly Change[];
  /** Null stands for a column beyond the last one. */
  readonly cells: readonly { readonly column: GridColumn<Row> | null; readonly text: string }[];
}

/** A cell that cannot take what was meant for it, and why. */
export interface RefusedCell {
  /** Line among those to be written, 1 for the first. */
  readonly line: number;
  readonly name: string;
  /** The column's title; null beyond the last one. */
  readonly column: string | null;
  readonly text: string;
  readonly reason: InvalidKey;
}

/** What writing texts into cells comes to; nothing is written yet. */
export interface GridPlan {
  readonly changes: readonly Change[];
  /** Cells that take their text. */
  readonly cells: number;
  readonly refused: readonly RefusedCell[];
  /** Records that are made because a cell names them. */
  readonly made: ReturnType<NamedRecords['made']>;
}

/** Reads a text for one cell; of choices it is the id, or the words in either language. */
export function readCell<Row>(
  edit: CellEdit<Row>,
  row: Row,
  text: string,
  names: NamedRecords,
): Parsed<readonly Change[]> {
  if (!edit.choices) return edit.read(row, text, names);
  const meant = choiceMeant(edit.choices, text);
  return meant ? edit.read(row, meant.id, names) : { ok: false, reason: 'invalid.choice' };
}

/** What a cell gives to a spreadsheet. */
export function copyText<Row>(column: GridColumn<Row>, row: Row): string {
  if (column.copy) return column.copy(row);
  const { edit } = column;
  if (!edit) return '';
  const start = edit.start(row);
  if (!edit.choices || start === '') return start;
  return edit.choices.find(({ id }) => id === start)?.text ?? start;
}

/** Reads every text for its cell: the changes that would write those that fit, and each one that does not. */
export function planCells<Row>(lines: readonly LineTexts<Row>[], names: NamedRecords): GridPlan {
  const changes: Change[] = [];
  const refused: RefusedCell[] = [];
  let cells = 0;
  for (const [index, { row, name, adds, cells: texts }] of lines.entries()) {
    changes.push(...adds);
    for (const { column, text } of texts) {
      const refuse = (reason: InvalidKey): void => {
        refused.push({ line: index + 1, name, column: column?.title ?? null, text, reason });
      };
      if (!column) {
        if (text.trim() !== '') refuse('invalid.noColumn');
      } else if (!column.edit) {
        // Writing just what a worked-out cell shows is no change.
        if (adds.length === 0 && text.trim() !== copyText(column, row).trim()) refuse('invalid.derived');
      } else {
        const read = readCell(column.edit, row, text, names);
        if (!read.ok) refuse(read.reason);
        else {
          cells += 1;
          changes.push(...read.value);
        }
      }
    }
  }
  return { changes: [...names.changes(), ...changes], cells, refused, made: names.made() };
}
