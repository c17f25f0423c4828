import { sum } from 'd3-array';
import type { PlacedTable } from '../../shared/report/page.ts';
import { LEAST_TEXT } from '../../shared/report/sheetFrame.ts';
import { type MeasureText, wrapText } from '../charts/frame/measureText.ts';
import type { Rect } from '../charts/frame/rects.ts';
import type { TableDraft } from './draft.ts';

/** Lines of one cell at most. */
const MOST_LINES = 4;
/** Around the words of a cell, px: beside them, and above and below. */
const CELL_PAD = { x: 8, y: 6 } as const;
const LINE = 1.35;
/** Sizes of words that are tried, the largest first, px; `LEAST_TEXT` follows. */
const SIZES = [20, 18, 16, 15, 14, 13] as const;

/** Room inside a cell of a width. */
export const cellRoom = (width: number): number => width - 2 * CELL_PAD.x;

/** Where Chinese and Latin letters or numbers meet: programs of slides set a quarter of a letter between them. */
const MIXED = /(?<=[\u2e80-\u9fff])(?=[A-Za-z0-9$¥€])|(?<=[A-Za-z0-9%])(?=[\u2e80-\u9fff])/g;
const MIXED_SPACE = 0.25;

/** The lines of a cell as they stand. */
export const cellLines = (
  text: string,
  width: number,
  size: number,
  measure: MeasureText,
  weight = 400,
): readonly string[] => {
  // A line too many in a few rows would push a table of slides over the foot.
  const roomy: MeasureText = (words, ...rest) =>
    measure(words, ...rest) + MIXED_SPACE * size * (words.match(MIXED)?.length ?? 0);
  return wrapText(text, cellRoom(width), MOST_LINES, roomy, size, weight);
};

/** How heavy the words of a cell are: those that say what others are of are heavier. */
export const cellWeight = (column: number, inHead: boolean, rowHeads: boolean): number =>
  inHead || (rowHeads && column === 0) ? 600 : 400;

/** Where the first line of a cell stands under the cell's top, and how far one line is from the next. */
export const cellBaseline = (size: number): { readonly first: number; readonly step: number } => ({
  first: CELL_PAD.y + size,
  step: size * LINE,
});

/** Breaks a table into pages of a box; answers the tables of the pages, in order, at most `mostPages`. */
function placeTable(
  { columns, shares, rows, mostPages, rowHeads = false }: TableDraft,
  box: Rect,
  size: number,
  measure: MeasureText,
): readonly PlacedTable[] {
  const widths = shares.map((share) => share * box.width);
  const heightOf = (cells: readonly string[], inHead: boolean): number => {
    const lines = cells.map(
      (text, at) => cellLines(text, widths[at] ?? 0, size, measure, cellWeight(at, inHead, rowHeads)).length,
    );
    return 2 * CELL_PAD.y + Math.max(1, ...lines) * size * LINE;
  };
  const headHeight = heightOf(
    columns.map(({ label }) => label),
    true,
  );
  const pages: PlacedTable[] = [];
  let at = 0;
  while (at < rows.length && pages.length < mostPages) {
    const rowHeights: number[] = [];
    let y = headHeight;
    for (; at < rows.length; at += 1) {
      const height = heightOf(rows[at]!, false);
      if (y + height > box.height && rowHeights.length > 0) break;
      rowHeights.push(height);
      y += height;
    }
    pages.push({
      x: box.x,
      y: box.y,
      widths,
      rowHeights,
      headHeight,
      size,
      columns,
      rows: rows.slice(at - rowHeights.length, at),
      rowHeads,
    });
  }
  return pages;
}

/** So few records are turned, where they have so many columns at least. */
export const FEW_RECORDS = 3;
const MANY_COLUMNS = 5;
/** Share of the width for what the fields are called. */
const FIELD_SHARE = { one: 0.26, more: 0.18 } as const;

/**
 * A table of few records with a row for each of their columns and a column for each record: as rows they would leave a
 * page empty, and have little room for what they say. Null for a table that has more rows, or few columns.
 */
function turnedTable(draft: TableDraft): TableDraft | null {
  const { columns, rows } = draft;
  if (rows.length === 0 || rows.length > FEW_RECORDS || columns.length < MANY_COLUMNS) return null;
  const share = rows.length === 1 ? FIELD_SHARE.one : FIELD_SHARE.more;
  const [first, ...others] = columns;
  return {
    ...draft,
    columns: [first!.label, ...rows.map(([name]) => name ?? '')].map((label, at) => ({
      id: at === 0 ? 'field' : `record ${at}`,
      label,
      kind: 'text',
    })),
    shares: [share, ...rows.map(() => (1 - share) / rows.length)],
    rows: others.map(({ label }, at) => [label, ...rows.map((row) => row[at + 1] ?? '')]),
    mostPages: 1,
    rowHeads: true,
  };
}

/** How many cells and heads of these tables do not stand there whole. */
const cutCells = (tables: readonly PlacedTable[], measure: MeasureText): number =>
  sum(tables, ({ columns, rows, widths, size, rowHeads }) => {
    const isCut = (text: string, at: number, inHead: boolean): boolean =>
      cellLines(text, widths[at] ?? 0, size, measure, cellWeight(at, inHead, rowHeads)).some(
        (line) => line.endsWith('…') && !text.endsWith(line),
      );
    const heads = columns.filter(({ label }, at) => isCut(label, at, true)).length;
    return heads + sum(rows, (row) => row.filter((text, at) => isCut(text, at, false)).length);
  });

/** What stands of a cell's text: all of it, or its beginning where it takes more lines than a cell has. */
function shownText(text: string, lines: readonly string[]): string {
  if (!lines.some((line) => line.endsWith('…') && !text.includes(line))) return text;
  return lines.reduce((shown, line) => shown + (/^\s/.test(text.slice(shown.length)) ? ' ' : '') + line, '');
}

/** A table with its cells as they stand: a program that has tables of its own would make room for the whole text. */
const asShown = (table: PlacedTable, measure: MeasureText): PlacedTable => {
  const { columns, rows, widths, size, rowHeads } = table;
  const shown = (text: string, at: number, inHead: boolean): string =>
    shownText(text, cellLines(text, widths[at] ?? 0, size, measure, cellWeight(at, inHead, rowHeads)));
  return {
    ...table,
    columns: columns.map((column, at) => ({ ...column, label: shown(column.label, at, true) })),
    rows: rows.map((row) => row.map((text, at) => shown(text, at, false))),
  };
};

const rowsOn = (tables: readonly PlacedTable[]): number => sum(tables, ({ rows }) => rows.length);

/** In words as large as they can be without taking more pages, or cutting more of them, than small ones would. */
function largestTables(draft: TableDraft, box: Rect, measure: MeasureText): readonly PlacedTable[] {
  const small = placeTable(draft, box, LEAST_TEXT, measure);
  const cut = cutCells(small, measure);
  for (const size of SIZES) {
    const large = placeTable(draft, box, size, measure);
    if (large.length <= small.length && rowsOn(large) === rowsOn(small) && cutCells(large, measure) <= cut)
      return large;
  }
  return small;
}

/** A table as it fills pages of a box best, and how many of its rows find room there. */
export function fitTables(
  draft: TableDraft,
  box: Rect,
  measure: MeasureText,
): { readonly tables: readonly PlacedTable[]; readonly shown: number } {
  const turned = turnedTable(draft);
  const asFields = turned && largestTables(turned, box, measure);
  const stood = (tables: readonly PlacedTable[]) => tables.map((table) => asShown(table, measure));
  if (turned && asFields && rowsOn(asFields) === turned.rows.length)
    return { tables: stood(asFields), shown: draft.rows.length };
  const tables = largestTables(draft, box, measure);
  return { tables: stood(tables), shown: rowsOn(tables) };
}
