import { xmlText } from './xml.ts';

/** The parts of a workbook (SpreadsheetML) that ours hold: texts, numbers and days, a frozen head and a filter. */

/** A cell: a text, or a number in one of our formats; null is empty. */
export type SheetCell =
  | string
  | { readonly value: number; readonly format: 'plain' | 'money' | 'date' | 'figure' }
  | null;

export interface SheetContent {
  readonly name: string;
  /** Lines above the head. */
  readonly notes: readonly string[];
  readonly head: readonly string[];
  /** Widths of the columns in letters. */
  readonly widths: readonly number[];
  /** Walked through once. */
  readonly rows: Iterable<readonly SheetCell[]>;
  /** The sheet that the first cell of each row leads to, by name; left out where none does. */
  readonly links?: readonly string[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** Printed sideways, all columns on a page, with file, sheet and page at the foot. */
const PRINTED =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;F · &amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>';
/** Places of the looks in the style part. */
const LOOKS = { plain: 0, head: 1, money: 2, date: 3, figure: 4, link: 5 } as const;
/** Longest text of a cell that Excel opens. */
const MOST_TEXT = 32_767;
/** Length of the pieces that a sheet is handed out in, letters: short ones are still near when they are copied. */
const PIECE = 1 << 14;

/** A text as a cell or a sheet's name holds it. */
const escaped = (text: string): string => xmlText(text.slice(0, MOST_TEXT));

/** What spreadsheets take for a character by its number, as the first sign of it. */
const NUMBERED = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** A text as a cell holds it: what only looks like a numbered character stays as it is. */
const cellText = (text: string): string => escaped(text).replace(NUMBERED, '_x005F_');

/** The letters of a column, counted from 0. */
export function columnName(at: number): string {
  let name = '';
  for (let rest = at + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** A sheet piece by piece, so that no more than a piece of it is in memory; answers how many rows it has below its head. */
export function* sheetPieces({ notes, head, widths, rows, links }: SheetContent): Generator<string, number> {
  const names = head.map((_, at) => columnName(at));
  const headRow = notes.length + 1;
  const last = names.at(-1) ?? 'A';
  let xml = `${HEAD}<worksheet ${MAIN}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${headRow}" topLeftCell="A${headRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`;
  widths.forEach((width, at) => {
    xml += `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  });
  xml += '</cols><sheetData>';
  notes.forEach((note, at) => {
    xml += `<row r="${at + 1}">${text('A', at + 1, note, LOOKS.plain)}</row>`;
  });
  xml += `<row r="${headRow}">${head.map((label, at) => text(names[at] ?? '', headRow, label, LOOKS.head)).join('')}</row>`;
  let number = headRow;
  for (const cells of rows) {
    number += 1;
    xml += `<row r="${number}">`;
    for (let column = 0; column < cells.length; column += 1) {
      const cell = cells[column];
      if (cell === null || cell === undefined || cell === '') continue;
      const name = names[column] ?? columnName(column);
      xml +=
        typeof cell === 'string'
          ? text(name, number, cell, links && column === 0 ? LOOKS.link : LOOKS.plain)
          : `<c r="${name}${number}"${lookOf(LOOKS[cell.format])}><v>${cell.value}</v></c>`;
    }
    xml += '</row>';
    if (xml.length > PIECE) {
      yield xml;
      xml = '';
    }
  }
  yield `${xml}</sheetData><autoFilter ref="A${headRow}:${last}${number}"/>${linksXml(links ?? [], headRow + 1)}${PRINTED}</worksheet>`;
  return number - headRow;
}

/** Links from the first column to the top of other sheets, row by row from `first` on. */
const linksXml = (links: readonly string[], first: number): string =>
  links.length === 0
    ? ''
    : `<hyperlinks>${links
        .map((name, at) => `<hyperlink ref="A${first + at}" location="${escaped(quoted(name))}!A1"/>`)
        .join('')}</hyperlinks>`;

/** A sheet's name as references hold it. */
const quoted = (name: string): string => `'${name.replace(/'/g, "''")}'`;

/** A text as a text, whatever it begins with: only cells of formulas are ever computed. */
const text = (column: string, row: number, value: string, look: number): string =>
  `<c r="${column}${row}"${lookOf(look)} t="inlineStr"><is>${textElement(value)}</is></c>`;

/**
 * Anything that does not stand in a cell as it is: what is escaped or left out, begins a numbered character, or is a
 * space that a reader would drop. Nearly every text is told by one look at each sign.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them
const AWKWARD = /[&<>"_\u0000-\u001f\ud800-\udfff\ufffe\uffff]|^\s|\s$|\s\s/;

const textElement = (value: string): string =>
  value.length <= MOST_TEXT && !AWKWARD.test(value)
    ? `<t>${value}</t>`
    : `<t${SPACED.test(value) ? ' xml:space="preserve"' : ''}>${cellText(value)}</t>`;

/** Texts whose spaces a reader would drop: at the ends, or in a row. */
const SPACED = /^\s|\s$|\s\s|[\n\t]/;
/** The plain look goes without saying: in a million cells every letter counts. */
const lookOf = (look: number): string => (look === LOOKS.plain ? '' : ` s="${look}"`);

/** What a workbook says of itself: its title, its language as a tag, and the instant it was made at. */
export interface WorkbookAbout {
  readonly title: string;
  readonly language: string;
  readonly madeAt: string;
}

/** A sheet as the rest of its workbook sees it. */
type Listed = Pick<SheetContent, 'name' | 'notes' | 'head'>;

/** The part of a workbook that lists its sheets, each with so many rows below its head. */
export function workbookXml(sheets: readonly (Listed & { readonly rowCount: number })[]): string {
  const filters = sheets
    .map(({ name, notes, head, rowCount }, at) => {
      const from = notes.length + 1;
      const ref = `${escaped(quoted(name))}!$A$${from}:$${columnName(head.length - 1)}$${from + rowCount}`;
      const heads = `${escaped(quoted(name))}!$${from}:$${from}`;
      return (
        `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${ref}</definedName>` +
        `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${heads}</definedName>`
      );
    })
    .join('');
  const listed = sheets
    .map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('');
  return `${HEAD}<workbook ${MAIN} xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>${listed}</sheets><definedNames>${filters}</definedNames></workbook>`;
}

/** The other parts of a workbook of so many sheets by their paths; `money` is the number format of amounts. */
export function workbookParts(
  sheetCount: number,
  money: string,
  { title, language, madeAt }: WorkbookAbout,
): Readonly<Record<string, string>> {
  const numbers = Array.from({ length: sheetCount }, (_, at) => at + 1);
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${numbers.map((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>Throughline</dc:creator><dc:language>${language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${madeAt}</dcterms:created></cp:coreProperties>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${numbers.map((number) => `<Relationship Id="rId${number}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join('')}<Relationship Id="rId${sheetCount + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet ${MAIN}><numFmts count="3"><numFmt numFmtId="164" formatCode="${escaped(money)}"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="166" formatCode="#,##0.00"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><color rgb="FF16212B"/><name val="Calibri"/><family val="2"/></font><font><u/><sz val="11"/><color rgb="FF0B7285"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF3F1EC"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  };
}
