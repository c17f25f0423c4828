import { type CellFormat, readCellFormat } from './cellFormat.ts';
import { type Attributes, scanXml } from './xmlScan.ts';
import { broken, type ZipParts } from './zipParts.ts';

/** A sheet of a workbook as its list of sheets names it. */
export interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** What a workbook says of itself before any sheet is read. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  /** Days are counted from 1904 instead of 1900. */
  readonly is1904: boolean;
  readonly sharedTexts: string | null;
  readonly styles: string | null;
}

/** Where a relationship's target lies, seen from the part that names it. */
function resolvePart(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = from.split('/').slice(0, -1);
  for (const step of target.replaceAll('\\', '/').split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  return steps.join('/');
}

interface Relationship {
  readonly id: string;
  /** Its last word: `worksheet`, `sharedStrings`. */
  readonly type: string;
  readonly target: string;
}

async function readRelationships(zip: ZipParts, part: string, fileName: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/');
  const path = zip.find(`${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`);
  if (path === null) return [];
  const found: Relationship[] = [];
  await scanXml(
    zip.read(path),
    {
      open(name, attributes) {
        if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
        const { Id: id = '', Type: type = '', Target: target = '' } = attributes;
        found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolvePart(part, target) });
      },
    },
    { fileName, part: path },
  );
  return found;
}

/** The part that holds the workbook, or null when the archive is no workbook of sheets in XML. */
export async function findWorkbook(zip: ZipParts, fileName: string): Promise<string | null> {
  if (zip.find('[Content_Types].xml') === null) return null;
  const main = (await readRelationships(zip, '', fileName)).find(({ type }) => type === 'officeDocument');
  const part = zip.find(main?.target ?? 'xl/workbook.xml');
  return part?.toLowerCase().endsWith('.xml') && /(^|\/)workbook[^/]*\.xml$/i.test(part) ? part : null;
}

/** Reads a workbook's list of sheets and its relations. Throws file_broken when there is no sheet of cells. */
export async function readWorkbookParts(
  zip: ZipParts,
  part: string,
  fileName: string,
): Promise<WorkbookParts> {
  const relations = await readRelationships(zip, part, fileName);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const ofType = (type: string): string | null => {
    const target = relations.find((relation) => relation.type === type)?.target;
    return target === undefined ? null : zip.find(target);
  };
  const sheets: SheetPart[] = [];
  let is1904 = false;
  await scanXml(
    zip.read(part),
    {
      open(name, attributes) {
        if (name === 'workbookPr') is1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
        if (name !== 'sheet') return;
        const idKey = Object.keys(attributes).find((key) => key.endsWith(':id'));
        const relation = byId.get(idKey === undefined ? '' : (attributes[idKey] ?? ''));
        // Sheets of charts and macros have no cells.
        const target = relation?.type === 'worksheet' ? zip.find(relation.target) : null;
        if (target === null) return;
        const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
        sheets.push({ name: attributes.name ?? `Sheet ${sheets.length + 1}`, part: target, hidden });
      },
    },
    { fileName, part },
  );
  if (sheets.length === 0) throw broken(fileName, 'it has no sheet with cells');
  return { sheets, is1904, sharedTexts: ofType('sharedStrings'), styles: ofType('styles') };
}

/** The shared texts of a workbook. */
export interface SharedTexts {
  /** The text at a place, from 0; empty where there is none. */
  readonly textAt: (place: number) => string;
  /** The places of those that are struck through as a whole. */
  readonly struck: ReadonlySet<number>;
}

/** Whether an element says yes: `<strike/>` does, `<strike val="0"/>` does not. */
const isOn = ({ val }: Attributes): boolean => val === undefined || val === '1' || val === 'true';

/** Reads the shared texts of a workbook, `most` of them or a few more; readings of Chinese and Japanese signs are left out. */
export async function readSharedTexts(
  zip: ZipParts,
  part: string,
  fileName: string,
  onTurn: () => void,
  most = Number.POSITIVE_INFINITY,
): Promise<SharedTexts> {
  const texts: string[] = [];
  const struck = new Set<number>();
  let text = '';
  let inText = false;
  let inReading = false;
  let [isStruck, struckSigns] = [false, 0];
  await scanXml(
    zip.read(part),
    {
      open(name, attributes) {
        if (name === 'si') {
          text = '';
          struckSigns = 0;
          isStruck = false;
        } else if (name === 'rPh') inReading = true;
        else if (name === 't') inText = !inReading;
        else if (name === 'r') isStruck = false;
        else if (name === 'strike') isStruck = isOn(attributes);
      },
      text(piece) {
        if (!inText) return;
        text += piece;
        if (isStruck) struckSigns += piece.trim().length;
      },
      close(name) {
        if (name === 'si') {
          if (struckSigns > 0 && struckSigns >= text.trim().length) struck.add(texts.length);
          texts.push(unescapeText(text));
        } else if (name === 'rPh') inReading = false;
        else if (name === 't') inText = false;
      },
    },
    { fileName, part, onTurn, enough: () => texts.length >= most },
  );
  return { textAt: (place) => texts[place] ?? '', struck };
}

/** Texts of sheets write characters that XML cannot hold as `_x000D_`. */
export function unescapeText(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => {
        const code = Number.parseInt(hex, 16);
        return code === 0 ? '' : String.fromCharCode(code);
      })
    : text;
  return plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain;
}

/** The formats of a workbook's cells by the style number that cells carry. */
export async function readCellFormats(zip: ZipParts, part: string, fileName: string): Promise<CellFormat[]> {
  const codes = new Map<number, string>();
  /** Whether each font strikes its text through. */
  const fonts: boolean[] = [];
  const styles: { readonly id: number; readonly font: number }[] = [];
  let within = '';
  await scanXml(
    zip.read(part),
    {
      open(name, attributes) {
        if (name === 'fonts' || name === 'cellXfs') within = name;
        else if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
        else if (name === 'font' && within === 'fonts') fonts.push(false);
        else if (name === 'strike' && within === 'fonts') fonts[fonts.length - 1] = isOn(attributes);
        else if (name === 'xf' && within === 'cellXfs')
          styles.push({ id: Number(attributes.numFmtId ?? 0), font: Number(attributes.fontId ?? 0) });
      },
      close(name) {
        if (name === within) within = '';
      },
    },
    { fileName, part },
  );
  const formats = new Map<number, CellFormat>();
  return styles.map(({ id, font }) => {
    const known = formats.get(id) ?? readCellFormat(codes.get(id), id);
    formats.set(id, known);
    return fonts[font] === true ? { ...known, struck: true } : known;
  });
}
