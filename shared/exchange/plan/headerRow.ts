import { readHeader } from '../columns/fieldNames.ts';
import { headerScore } from '../columns/headerScore.ts';
import { fieldsOf, type ImportField } from '../importFields.ts';
import { createHeaderCheck } from '../rows/rowKinds.ts';
import { isBlank, tidyLine } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';

const ROWS_SEARCHED = 40;
const GOOD = 60;
/** So many names of fields run down a card of one initiative; two columns of fewer are a list. */
const CARD_FIELDS = 5;
/** So many rows below a header its names may stand again. */
const AGAIN_WITHIN = 2_000;

interface Likeness {
  readonly score: number;
  readonly fields: ReadonlySet<ImportField>;
}

/** What headers are compared with: the words of the other subjects are among these, or too few to find a header by. */
const SUBJECTS = ['initiatives', 'capabilities', 'outcomes'] as const;

/** How well a text names the fields of each subject, by field; fields that it does not name are absent. */
type Naming = readonly ReadonlyMap<ImportField, number>[];

function namingOf(text: string): Naming {
  const words = readHeader(text);
  return SUBJECTS.map(
    (subject) =>
      new Map(
        fieldsOf[subject].flatMap((field) => {
          const score = headerScore(field, words, subject);
          return score >= GOOD ? [[field, score] as const] : [];
        }),
      ),
  );
}

/**
 * How strongly a row or column of cells reads like our field names: the sum of the best score of each field, by
 * hundreds. `known` keeps what was found of cells, for the next row: the values of a list stand in many of them.
 */
export function fieldLikeness(cells: readonly string[], known: Map<string, Naming> = new Map()): Likeness {
  const namings: Naming[] = [];
  for (const cell of cells) {
    if (cell === '' || cell.length > 80 || /^[\d\s.,$£€¥%/-]+$/.test(cell)) continue;
    const naming = known.get(cell) ?? namingOf(tidyLine(cell).text);
    known.set(cell, naming);
    namings.push(naming);
  }
  const likenesses = SUBJECTS.map((_, at): Likeness => {
    const best = new Map<ImportField, number>();
    for (const naming of namings)
      for (const [field, score] of naming[at] ?? []) best.set(field, Math.max(best.get(field) ?? 0, score));
    const score = [...best.values()].reduce((sum, each) => sum + each / 100, 0);
    return { score, fields: new Set(best.keys()) };
  });
  return likenesses.reduce((a, b) => (b.score > a.score ? b : a));
}

/** Whether a row stands further down as a whole: a board says the names of its columns again above every group. */
function standsAgain(table: Table, index: number): boolean {
  const isAgain = createHeaderCheck(table, index);
  return table.rows.slice(index + 1, index + 1 + AGAIN_WITHIN).some((row) => isAgain(row));
}

/** How many cells of a row stand in the same column further down as well: names of columns do not, values do. */
function recurring(table: Table, index: number): number {
  const below = table.rows.slice(index + 1, index + 1 + ROWS_SEARCHED);
  return (table.rows.at(index) ?? []).reduce(
    (n, cell, column) => (!isBlank(cell) && below.some((row) => row[column] === cell) ? n + 1 : n),
    0,
  );
}

interface Header {
  readonly row: number;
  readonly transposed: boolean;
}

// Whoever puts a table upright asks for its names, and so does who maps it: they are looked for once in the same rows.
const known = new WeakMap<Table['rows'], { readonly header: Header | null }>();

/**
 * The row that holds the column names, wherever it stands: several short words, no amounts, as wide as the rows
 * below. Answers null when the table has no row at all, and whether the names run down the first column instead.
 */
export function findHeader(table: Table): Header | null {
  const found = known.get(table.rows) ?? { header: lookForHeader(table) };
  known.set(table.rows, found);
  return found.header;
}

function lookForHeader(table: Table): Header | null {
  const last = Math.min(table.rows.length, ROWS_SEARCHED);
  let best: { row: number; score: number; fields: ReadonlySet<ImportField> } | null = null;
  const filled = (row: readonly string[]): number => row.reduce((n, cell) => (isBlank(cell) ? n : n + 1), 0);
  const known = new Map<string, Naming>();
  let widest = 1;
  for (let index = 0; index < last; index += 1) widest = Math.max(widest, filled(table.rows.at(index) ?? []));
  for (let index = 0; index < last; index += 1) {
    const row = table.rows.at(index) ?? [];
    const count = filled(row);
    if (count === 0 || (count === 1 && widest > 1)) continue;
    const { score: likeness, fields } = fieldLikeness(row, known);
    const wordy = row.filter(
      (cell) => !isBlank(cell) && cell.length <= 80 && !/^[\s\d.,:;$£€¥%()/-]+$/.test(cell),
    ).length;
    const score =
      likeness * 3 +
      (wordy / count) * 2 +
      (count / widest) * 3 -
      (1 - wordy / count) * 4 -
      (likeness >= 1 && standsAgain(table, index) ? 0 : (recurring(table, index) / count) * 6) -
      index * 0.01;
    if (!best || score > best.score) best = { row: index, score, fields };
  }
  if (!best) return null;
  const column = table.rows.slice(0, last).map((row) => row[0] ?? '');
  const down = fieldLikeness(column, known);
  const transposed =
    down.fields.has('name') &&
    down.fields.size >= (widest > 2 ? 3 : CARD_FIELDS) &&
    down.fields.size > best.fields.size + 1;
  return { row: best.row, transposed };
}
