import Papa from 'papaparse';
import type { Change } from '../../../shared/contract/changes.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import type { Language } from '../../../shared/text/area.ts';
import { newId } from '../../state/initiativeActions.ts';
import { teamByName } from '../../state/teams.ts';
import type { InvalidKey } from '../../ui/parse.ts';
import { readTyped } from './cellActions.ts';
import { editText, shownText } from './cellValues.ts';
import type { Column, ColumnId, FiguresOf } from './columns.ts';
import type { InitiativeRow } from './rows.ts';

/** Rows and columns of a spreadsheet's clipboard text; quoted cells may hold tabs and line ends. */
export function readSheet(text: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' }).data;
}

/** Cells as a spreadsheet takes them: dates in ISO form, money as a plain number. */
export function writeSheet(
  rows: readonly InitiativeRow[],
  columns: readonly Column[],
  figuresOf: FiguresOf,
  currency: string,
  language: Language,
  words: (column: Column, row: InitiativeRow) => string | null,
): string {
  const cells = rows.map((row) =>
    columns.map(
      (column) =>
        words(column, row) ??
        (column.field && column.kind !== 'text'
          ? editText(column, row, currency)
          : (shownText(column, row, figuresOf(row.id), currency, language) ?? '')),
    ),
  );
  return Papa.unparse(cells, { delimiter: '\t', newline: '\n' });
}

export type Pasted =
  | { readonly ok: true; readonly changes: readonly Change[]; readonly cells: number }
  | { readonly ok: false; readonly row: number; readonly column: ColumnId; readonly reason: InvalidKey };

/**
 * The changes that put a clipboard's cells into rows and columns from the cursor on. All or nothing: the first cell
 * that does not fit is named by its row in the clipboard (1 for the first). Lines past the last row become new
 * initiatives when the pasted columns hold the name.
 */
export function pasteChanges(
  sheet: readonly (readonly string[])[],
  rows: readonly InitiativeRow[],
  columns: readonly Column[],
): Pasted {
  const changes: Change[] = [];
  const made = new Map<string, string>();
  const nameAt = columns.findIndex(({ id }) => id === 'name');
  let cells = 0;
  for (const [line, texts] of sheet.entries()) {
    const row = rows[line];
    if (!row && nameAt < 0) break;
    const initiative = row?.initiative ?? newInitiative(newId(), (texts[nameAt] ?? '').trim());
    let values: Record<string, unknown> = {};
    for (const [place, text] of texts.entries()) {
      const column = columns[place];
      if (!column?.field) continue;
      // Start and end are checked against each other as they will be, not as they were.
      const typed = readTyped(column, text, { ...initiative, ...values });
      if (!typed.ok) return { ok: false, row: line + 1, column: column.id, reason: typed.reason };
      cells += 1;
      if (typed.value.kind === 'fields') values = { ...values, ...typed.value.values };
      else {
        const key = typed.value.name.toLowerCase();
        let id = made.get(key);
        if (id === undefined) {
          const team = teamByName(typed.value.name);
          changes.push(...team.changes);
          id = team.id;
          made.set(key, id);
        }
        values = { ...values, teamId: id };
      }
    }
    if (!row) changes.push({ op: 'put', table: 'initiative', record: { ...initiative, ...values } });
    else if (Object.keys(values).length > 0)
      changes.push({ op: 'patch', table: 'initiative', id: row.id, values });
  }
  return { ok: true, changes, cells };
}
