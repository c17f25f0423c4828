import { newInitiative } from '../../../shared/domain/defaults.ts';
import type { Language } from '../../../shared/text/area.ts';
import { newId } from '../../state/initiativeActions.ts';
import type { LineTexts } from './cellPlan.ts';
import { editText, shownText } from './cellValues.ts';
import { type Column, type FiguresOf, isTyped } from './columns.ts';
import type { InitiativeRow } from './rows.ts';

/** The text of a cell as a spreadsheet takes it: dates in ISO form, money as a plain number. */
export type CellText = (column: Column, row: InitiativeRow) => string;

/** How cells are said to a spreadsheet; `words` gives the choice columns in the page's language. */
export function cellText(
  figuresOf: FiguresOf,
  currency: string,
  language: Language,
  words: (column: Column, row: InitiativeRow) => string | null,
): CellText {
  return (column, row) =>
    words(column, row) ??
    (isTyped(column) && column.kind !== 'text'
      ? editText(column, row, currency)
      : (shownText(column, row, figuresOf(row.id), currency, language) ?? ''));
}

/** The lines that a copied sheet would write, from the first of `rows` and `columns` on; lines past the last are new. */
export function sheetLines(
  sheet: readonly (readonly string[])[],
  rows: readonly InitiativeRow[],
  columns: readonly Column[],
  text: CellText,
): readonly LineTexts[] {
  const nameAt = columns.findIndex(({ id }) => id === 'name');
  return sheet.map((texts, line) => {
    const row = rows[line];
    return {
      initiative: row?.initiative ?? newInitiative(newId(), (texts[nameAt] ?? '').trim()),
      isNew: !row,
      cells: texts.map((each, place) => {
        const column = columns[place] ?? null;
        return column && row && !isTyped(column)
          ? { column, text: each, shown: text(column, row) }
          : { column, text: each };
      }),
    };
  });
}
