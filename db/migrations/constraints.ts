/*
 * The words that steps of the schema are written in. Released steps are made of them, so what they say never changes:
 * a later step that needs other words adds its own.
 *
 * Constraints say as much of the record schemas as SQL can, so that opening a file of any size needs no look at each
 * record: SQLite's quick_check tests them all.
 */
export const money = (column: string) => `${column} INTEGER CHECK (${column} BETWEEN 0 AND 9007199254740991)`;
export const share = (column: string) => `${column} REAL CHECK (${column} BETWEEN 0 AND 1)`;
export const months = (column: string) => `${column} REAL CHECK (${column} BETWEEN 0 AND 1200)`;
export const people = (column: string) => `${column} REAL CHECK (${column} BETWEEN 0 AND 100000)`;
export const parallel = (column: string) => `${column} REAL CHECK (${column} BETWEEN 1 AND 50)`;
export const scale = (column: string) => `${column} INTEGER CHECK (${column} BETWEEN 1 AND 5)`;
export const position = 'position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 9007199254740991)';
/** `date()` turns 2023-02-29 into 2023-03-01, and what is no date at all into NULL. */
export const day = (column: string) =>
  `${column} TEXT CHECK (${column} IS NULL OR (${column} IS date(${column}) AND ${column} >= '1900' AND ${column} < '2200'))`;
export const flag = (column: string) => `${column} INTEGER NOT NULL CHECK (${column} BETWEEN 0 AND 1)`;
/** Not `IN (…)`: that builds a table of the words for every row it checks. */
const anyOf = (column: string, words: readonly string[]) =>
  `CHECK (${words.map((word) => `${column} = '${word}'`).join(' OR ')})`;
export const oneOf = (column: string, ...words: string[]) => `${column} TEXT ${anyOf(column, words)}`;
export const neededOneOf = (column: string, ...words: string[]) =>
  `${column} TEXT NOT NULL ${anyOf(column, words)}`;
export const name = `name TEXT NOT NULL CHECK (name <> '' AND name = trim(name) AND length(name) <= 500)`;
export const json = (column: string) =>
  `${column} TEXT NOT NULL CHECK (${column} = '{}' OR (json_valid(${column}) AND json_type(${column}) = 'object'))`;
/** `seq` is the place of a record in its table; it is never given twice in a file, so undo can put a row back in its place. */
export const key = `seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> '' AND id <> '__proto__' AND length(id) <= 200)`;
export const to = (column: string, table: string) =>
  `${column} TEXT REFERENCES ${table} (id) DEFERRABLE INITIALLY DEFERRED`;
/** Numbers that most records do not have: one look at all of them decides whether to look at each. */
export interface SeldomKnown {
  readonly column: string;
  readonly type: 'INTEGER' | 'REAL';
  readonly least: number;
  readonly most: number;
}
export const number = (
  column: string,
  type: SeldomKnown['type'],
  least: number,
  most: number,
): SeldomKnown => ({
  column,
  type,
  least,
  most,
});
export const moneyRange = (column: string) => number(column, 'INTEGER', 0, Number.MAX_SAFE_INTEGER);
export const declared = (numbers: readonly SeldomKnown[]) =>
  numbers.map(({ column, type }) => `${column} ${type}`).join(',\n  ');
export const inRange = (numbers: readonly SeldomKnown[]) =>
  `CHECK (coalesce(${numbers.map(({ column }) => column).join(', ')}) IS NULL OR (${numbers
    .map(({ column, least, most }) => `${column} BETWEEN ${least} AND ${most}`)
    .join(' AND ')}))`;
export const needs = (column: string, table: string) =>
  `${column} TEXT NOT NULL REFERENCES ${table} (id) DEFERRABLE INITIALLY DEFERRED`;
