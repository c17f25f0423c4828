import type { ColumnProfile } from '../columns/columnProfile.ts';
import { type HeaderWords, readHeader } from '../columns/fieldNames.ts';
import { headerScore } from '../columns/headerScore.ts';
import type { ImportPlan } from '../contract.ts';
import { isBlank, tidyLine } from '../table/cellText.ts';
import { distinctCells, lookThrough } from '../table/distinctCells.ts';
import { cellAt, cellLength } from '../table/rows.ts';
import type { ColumnNames, Table } from '../table/table.ts';

/** How well a header must name what stands above a row, or what a row is called. */
const NAMED = 55;
/**
 * What share of the codes in a column of parents must be those of rows of the list, for the column to name its rows.
 */
const MOSTLY = 0.5;
/** So many signs, quotation marks and blanks, stand around what a cell says. */
const AROUND = 8;
/** A parent that is written as a link to its page: Portal (https://…). */
const LINK = /\s*\((?:https?:\/\/|\.{0,2}\/)?[^()\s]+(?:\.md|\.html?|\/[^()\s]*)\)$/;

/** The rows of a list that others of its rows name as standing above them. */
export interface ParentRows {
  /** The column that names them; -1 where none does. */
  readonly column: number;
  /** Rows by what cells of that column say, as one tidy line. */
  readonly rows: ReadonlyMap<string, number>;
}

export const NO_PARENTS: ParentRows = { column: -1, rows: new Map() };

const namesParent = (header: HeaderWords): boolean => headerScore('parent', header) >= NAMED;
const namesRow = (header: HeaderWords): boolean =>
  headerScore('externalId', header) >= NAMED || headerScore('name', header) >= NAMED;

/** What a cell of a column of parents calls the one above: without the address of its page. */
const calledIn = (text: string): string => text.replace(LINK, '');

/**
 * The rows that a column of parents names by what stands in one of `keys`, the column in which most of them are found.
 */
function rowsNamed(
  table: Table,
  column: number,
  keys: readonly number[],
  firstRow: number,
): { readonly key: number; readonly rows: ReadonlyMap<string, number> } {
  lookThrough(table, [column], firstRow);
  /** What is looked for, by what the cells say. */
  const wanted = new Map<string, string>();
  let [shortest, longest] = [Number.POSITIVE_INFINITY, 0];
  for (const cell of distinctCells(table, column, firstRow)) {
    if (isBlank(cell)) continue;
    const { text } = tidyLine(cell);
    const called = calledIn(text);
    wanted.set(text, called);
    shortest = Math.min(shortest, called.length);
    longest = Math.max(longest, called.length);
  }
  const names = new Set(wanted.values());
  let best = { key: -1, rows: new Map<string, number>() };
  if (names.size === 0) return best;
  for (const key of keys) {
    const rows = new Map<string, number>();
    for (let index = firstRow; index < table.rows.length; index += 1) {
      // Most cells are too short or too long, which is told without reading them.
      const length = cellLength(table.rows, index, key);
      if (length < shortest || length > longest + AROUND) continue;
      const cell = cellAt(table.rows, index, key).trim();
      if (names.has(cell) && !rows.has(cell)) rows.set(cell, index);
    }
    if (rows.size > best.rows.size) best = { key, rows };
  }
  const rows = [...wanted].flatMap(([text, called]) => {
    const index = best.rows.get(called);
    return index === undefined ? [] : [[text, index] as const];
  });
  return { key: best.key, rows: new Map(rows) };
}

/**
 * Finds the rows of a list that its rows name as standing above them, by id or by name: in the column of groups, or in
 * one called so.
 */
export function findParentRows(table: Table, plan: ImportPlan, { names }: ColumnNames): ParentRows {
  const firstRow = plan.headerRow + 1;
  const { parent, externalId, name } = plan.columns;
  const used = new Set(Object.values(plan.columns));
  const headers = names.map((each) => readHeader(tidyLine(each).text));
  const columns = [...headers.keys()].filter(
    (column) => column === parent || (!used.has(column) && namesParent(headers[column] ?? NO_HEADER)),
  );
  const keys = [...headers.keys()].filter(
    (column) =>
      column === externalId ||
      column === name ||
      (!used.has(column) && !columns.includes(column) && namesRow(headers[column] ?? NO_HEADER)),
  );
  let best = NO_PARENTS;
  for (const column of columns) {
    const { rows } = rowsNamed(table, column, keys, firstRow);
    if (rows.size > best.rows.size) best = { column, rows };
  }
  return best;
}

const NO_HEADER: HeaderWords = { phrase: '', parts: [], unit: null, currency: null };

/**
 * The columns of parents that name rows of the same list by numbers, and the columns of those numbers: such a number is
 * no amount, and no count of the rows. Texts need no proof.
 */
export function numberedParents(
  table: Table,
  headers: readonly HeaderWords[],
  profiles: readonly ColumnProfile[],
  firstRow: number,
): { readonly parents: ReadonlySet<number>; readonly keys: ReadonlySet<number> } {
  const [parents, found] = [new Set<number>(), new Set<number>()];
  for (const [column, header] of headers.entries()) {
    if (profiles[column]?.looksLike !== 'number' || !namesParent(header)) continue;
    const keys = [...headers.keys()].filter(
      (other) => other !== column && namesRow(headers[other] ?? header),
    );
    const { key, rows } = rowsNamed(table, column, keys, firstRow);
    const said = [...distinctCells(table, column, firstRow)].filter((cell) => !isBlank(cell)).length;
    if (key === -1 || rows.size < said * MOSTLY) continue;
    parents.add(column);
    found.add(key);
  }
  return { parents, keys: found };
}
