import { strToU8, zipSync } from 'fflate';

/** A cell of a test sheet: a text, a number with the index of its format, or the XML of a `<c>`, with `@` for its reference. */
export type TestCell =
  | string
  | number
  | null
  | { readonly n: number; readonly s: number }
  | { readonly xml: string };

export interface TestSheet {
  readonly name: string;
  readonly rows: readonly (readonly TestCell[])[];
  readonly state?: 'hidden' | 'veryHidden';
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  /** XML between `<worksheet>` and `<sheetData>`. */
  readonly before?: string;
}

/** Number formats of the test workbooks by their style index: general, day, percent, dollars, euros, month, digits, millions. */
export const testFormats = [
  { id: 0 },
  { id: 14 },
  { id: 10 },
  { id: 164, code: '"$"#,##0.00' },
  { id: 165, code: '#,##0.00\\ [$€-407]' },
  { id: 166, code: 'mmm\\ yyyy' },
  { id: 167, code: '00000' },
  { id: 168, code: '0.0"m"' },
  { id: 169, code: '[h]:mm' },
  { id: 170, code: '#,##0,,"m"' },
  { id: 171, code: 'yyyy"年"m"月"d"日"' },
] as const;

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);

function cellXml(cell: TestCell, reference: string, shared: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') {
    shared.push(cell);
    return `<c r="${reference}" t="s"><v>${shared.length - 1}</v></c>`;
  }
  if ('xml' in cell) return cell.xml.replaceAll('r="@"', `r="${reference}"`);
  return `<c r="${reference}" s="${cell.s}"><v>${cell.n}</v></c>`;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The parts of a workbook as Excel would write them, so that a test can spoil one. */
export function xlsxParts(
  sheets: readonly TestSheet[],
  options: { readonly date1904?: boolean } = {},
): Record<string, string> {
  const shared: string[] = [];
  const parts: Record<string, string> = {};
  for (const [index, sheet] of sheets.entries()) {
    const rows = sheet.rows.map((cells, row) => {
      const inner = cells
        .map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`, shared))
        .join('');
      const hidden = sheet.hiddenRows?.includes(row + 1) ? ' hidden="1"' : '';
      return inner === '' && hidden === '' ? '' : `<row r="${row + 1}"${hidden}>${inner}</row>`;
    });
    const merges = sheet.merges?.map((ref) => `<mergeCell ref="${ref}"/>`).join('') ?? '';
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">${sheet.before ?? ''}<sheetData>${rows.join('')}</sheetData>${merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`}</worksheet>`;
  }
  const list = sheets
    .map(
      ({ name, state }, index) =>
        `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
    )
    .join('');
  const relations = sheets
    .map(
      (_, index) =>
        `<Relationship Id="rId${index + 1}" Type="${RELS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
    )
    .join('');
  const formats = testFormats.flatMap((format) =>
    'code' in format ? [`<numFmt numFmtId="${format.id}" formatCode="${escapeXml(format.code)}"/>`] : [],
  );
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><workbookPr${options.date1904 ? ' date1904="1"' : ''}/><sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${relations}<Relationship Id="rId90" Type="${RELS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId91" Type="${RELS}/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${formats.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${testFormats.map(({ id }) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${shared.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`,
    ...parts,
  };
}

/** Packs parts as a zip archive. */
export const zipped = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

/** A workbook of these sheets. */
export const xlsxFile = (
  sheets: readonly TestSheet[],
  options: { readonly date1904?: boolean } = {},
): Uint8Array => zipped(xlsxParts(sheets, options));
