import { Failure } from '../../../../shared/contract/result.ts';
import type { OtherSubject } from '../../../../shared/exchange/importFields.ts';
import { namesLinks, sheetRole } from '../../../../shared/exchange/joining/listNames.ts';
import { listSubject } from '../../../../shared/exchange/joining/listSubject.ts';
import { detectPlan } from '../../../../shared/exchange/plan/detectPlan.ts';
import type { Sheet, SourceNote } from '../../../../shared/exchange/sources.ts';
import { isBlank } from '../../../../shared/exchange/table/cellText.ts';
import type { Table } from '../../../../shared/exchange/table/table.ts';
import { columnLetters, type SheetContent } from './sheetBuilder.ts';

/** Rows that tell whether a sheet is a list. */
const LOOK_ROWS = 60;
/** More sheets are offered, but not looked at. */
const MAX_LOOKED = 40;
const EXAMPLES = 5;
/** Cells that merged areas may be filled to. */
const MAX_FILLED = 5_000_000;

/** Hears how far a sheet is read, and may throw to end it. */
export type OnRows = (rows: number, expected: number | null) => void;

/** A sheet of a file that has several, and how its cells are read. */
export interface SheetSource {
  readonly name: string;
  readonly hidden: boolean;
  /** Its content, or at least the first `most` rows of it. */
  readonly read: (onRows: OnRows, most?: number) => Promise<SheetContent>;
}

/** A sheet whose content is there already. */
export const keptSheet = (name: string, hidden: boolean, content: SheetContent): SheetSource => ({
  name,
  hidden,
  read: async (_, most) =>
    most === undefined
      ? content
      : { ...content, rows: content.rows.slice(0, most), lines: content.lines.slice(0, most) },
});

/** A table of a file with sheets, the sheet it stands on, and all of them. */
export interface SheetTable {
  readonly table: Table;
  readonly sheet: string;
  readonly sheets: readonly Sheet[];
}

/**
 * Reads the wanted sheet of a file, or else the one that is most like a list of initiatives. Throws sheet_missing where
 * there is none such, and what reading a sheet throws.
 */
export async function chooseSheet(
  all: readonly SheetSource[],
  fileName: string,
  wanted: string | undefined,
  onRows: OnRows,
): Promise<SheetTable> {
  const looks = await lookAtSheets(all, () => onRows(0, null));
  const best = bestList(looks);
  const chosen =
    wanted === undefined
      ? best && best.rows !== 0
        ? best.sheet
        : undefined
      : all.find(({ name }) => name === wanted);
  if (!chosen)
    throw new Failure(
      'sheet_missing',
      `${fileName} has no sheet ${wanted === undefined ? 'with content' : wanted}`,
      {
        place: { file: fileName, ...(wanted === undefined ? {} : { field: 'sheet' }) },
      },
    );
  const content = await chosen.read(onRows);
  const sheets = all.map((sheet): Sheet => {
    const look = looks.find((each) => each.sheet === sheet);
    const rows = sheet === chosen ? content.rows.length : (look?.rows ?? null);
    return { name: sheet.name, hidden: sheet.hidden, rows, ...(look?.holds ? { holds: look.holds } : {}) };
  });
  return { table: tableOf(content, sheets, chosen.name), sheet: chosen.name, sheets };
}

interface Look {
  readonly sheet: SheetSource;
  readonly score: number;
  readonly rows: number | null;
  /** What its rows are, where they are no initiatives. */
  readonly holds: OtherSubject | null;
  /** True when it has a column that is named like the names of initiatives, and more of their fields. */
  readonly isPlain: boolean;
}

/** How much each sheet looks like a list: by the fields that its first rows fill, and whether it is shown at all. */
async function lookAtSheets(all: readonly SheetSource[], tick: () => void): Promise<Look[]> {
  const looks: Look[] = [];
  for (const sheet of all.slice(0, MAX_LOOKED)) {
    const content = await sheet.read(tick, LOOK_ROWS);
    const seen = content.rows.length;
    // A sheet that does not say how long it is has to be read to know.
    const rows = seen < LOOK_ROWS ? seen : (content.expected ?? (await sheet.read(tick)).rows.length);
    const holds =
      seen === 0
        ? null
        : listSubject({ fileName: sheet.name, table: plainTable(content), encoding: '', delimiter: '' });
    const { score, isPlain } = seen === 0 ? { score: -20, isPlain: false } : likeness(content);
    looks.push({ sheet, rows, holds, score: score - aside(sheet), isPlain });
  }
  return looks;
}

/** The sheet that is most like a list; a list of capabilities or the like gives way to one of initiatives, however plain. */
function bestList(looks: readonly Look[]): Look | undefined {
  const sorted = [...looks].sort((a, b) => b.score - a.score);
  const [best] = sorted;
  if (best?.holds == null) return best && latestOf(best, sorted);
  const isInitiatives = ({ sheet, holds, isPlain }: Look): boolean =>
    isPlain && holds === null && !sheet.hidden && aside(sheet) === 0;
  return sorted.find(isInitiatives) ?? best;
}

const YEAR = /(?:19|20)\d\d/;
/** Columns that a later state of a list may lack. */
const LACKING = 3;

/** Of sheets whose names differ by their years alone, the last: it is the list, and the others are what it was. */
function latestOf(best: Look, looks: readonly Look[]): Look {
  const plain = (name: string): string => name.replace(YEAR, '#');
  const yearOf = ({ sheet }: Look): number => Number(YEAR.exec(sheet.name)?.[0] ?? 0);
  const states = looks.filter(
    ({ sheet, rows, score }) =>
      plain(sheet.name) === plain(best.sheet.name) && rows !== 0 && score > best.score - LACKING,
  );
  return states.reduce((last, each) => (yearOf(each) > yearOf(last) ? each : last), best);
}

/** What speaks against a sheet: that it is hidden, or that its name says it holds what belongs to a list. */
const aside = (sheet: SheetSource): number =>
  (sheet.hidden ? 6 : 0) + (sheetRole(sheet.name) === null && !namesLinks(sheet.name) ? 0 : 6);

function likeness(content: SheetContent): Pick<Look, 'score' | 'isPlain'> {
  const { plan, matches } = detectPlan(plainTable(content), {}, { encoding: '', delimiter: '' }, 'USD');
  const fields = Object.keys(plan.columns).length;
  const named = matches.get('name')?.by === 'name' ? 3 : 0;
  const score = fields + named + Math.min(content.rows.length, LOOK_ROWS) / LOOK_ROWS;
  return { score, isPlain: named > 0 && fields > 1 };
}

const plainTable = ({ rows, lines }: SheetContent): Table => ({
  rows,
  lines,
  replacedCharacters: 0,
  unquotedLines: [],
});

function tableOf(content: SheetContent, sheets: readonly Sheet[], chosen: string): Table {
  const width = content.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const { filled: merged, headings } = fillMerged(content, width);
  const lines = new Set(content.lines);
  const hiddenRows = content.hiddenRows.filter((line) => lines.has(line));
  const hiddenColumns = content.hiddenColumns.filter((column) => column < width);
  const others = sheets.filter(({ name }) => name !== chosen);
  const namesOf = (hidden: boolean): string[] =>
    others.filter((sheet) => sheet.hidden === hidden).map(({ name }) => name);
  const note = (what: SourceNote['what'], count: number, examples: readonly string[]): SourceNote[] =>
    count > 0 ? [{ what, count, examples: [...new Set(examples)].slice(0, EXAMPLES) }] : [];
  const failures = content.failed.map(({ text }) => text);
  return {
    ...plainTable(content),
    headingLines: headings,
    failedCells: content.failed,
    ...(content.struck.size === 0 ? {} : { struckTexts: content.struck }),
    notes: [
      ...note('mergedCells', merged.length, merged),
      ...note('dateSerial', content.dates, content.dateExamples),
      ...note('formulaEmpty', content.emptyFormulaCount, content.emptyFormulas),
      ...note('formulaError', content.failed.length, failures),
      ...note('hiddenRows', hiddenRows.length, hiddenRows.map(String)),
      ...note('hiddenColumns', hiddenColumns.length, hiddenColumns.map(columnLetters)),
      ...note('otherSheets', namesOf(false).length, namesOf(false)),
      ...note('hiddenSheets', namesOf(true).length, namesOf(true)),
    ],
  };
}

/**
 * Writes the text of each merged area into all its cells that lie in columns with texts of their own, and answers these texts. An area across that is alone in its
 * row is a heading or a note and stays one cell; `headings` are the lines of those.
 */
function fillMerged(
  content: SheetContent,
  width: number,
): { readonly filled: string[]; readonly headings: number[] } {
  // A column in which nothing begins is only room for the one beside it, as report writers leave between their fields.
  const own = content.merged.length === 0 ? NO_COLUMNS : columnsInUse(content.rows);
  const place = new Map(content.lines.map((line, index) => [line - 1, index]));
  const last = (content.lines.at(-1) ?? 0) - 1;
  const filled: string[] = [];
  const headings: number[] = [];
  let steps = 0;
  for (const { top, left, bottom, right } of content.merged) {
    const text = content.rows[place.get(top) ?? -1]?.[left] ?? '';
    if (isBlank(text)) continue;
    const to = Math.min(right, width - 1);
    const rows: string[][] = [];
    for (let row = top; row <= Math.min(bottom, last); row += 1) {
      const cells = content.rows[place.get(row) ?? -1];
      if (cells) rows.push(cells);
      steps += to - left + 1;
    }
    // Areas without end are made to make a program hang.
    if (steps > MAX_FILLED) break;
    if (to > left && rows.every((cells) => isAlone(cells, left, to))) {
      if (top === bottom) headings.push(top + 1);
      continue;
    }
    let isFilled = false;
    for (const cells of rows)
      for (let column = left; column <= to; column += 1) {
        if (!own.has(column)) continue;
        while (cells.length <= column) cells.push('');
        if (!isBlank(cells[column])) continue;
        cells[column] = text;
        isFilled = true;
      }
    if (isFilled) filled.push(text.slice(0, 60));
  }
  return { filled, headings };
}

const NO_COLUMNS: ReadonlySet<number> = new Set();

function columnsInUse(rows: readonly (readonly string[])[]): ReadonlySet<number> {
  const used = new Set<number>();
  for (const row of rows)
    for (const [column, cell] of row.entries()) if (!used.has(column) && !isBlank(cell)) used.add(column);
  return used;
}

const isAlone = (cells: readonly string[], left: number, right: number): boolean =>
  cells.every((cell, column) => (column >= left && column <= right) || isBlank(cell));
