import Papa from 'papaparse';

/** Rows and columns of a spreadsheet's clipboard text; quoted cells may hold tabs and line ends. */
export function readSheet(text: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' }).data;
}

/** Cells as a spreadsheet's clipboard text. */
export const writeSheet = (cells: readonly (readonly string[])[]): string =>
  Papa.unparse(
    cells.map((line) => [...line]),
    { delimiter: '\t', newline: '\n' },
  );
