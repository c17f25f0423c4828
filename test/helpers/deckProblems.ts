import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { findWorkbook } from '../../electron/core/importing/readers/workbookParts.ts';
import { readXlsx } from '../../electron/core/importing/readers/xlsx.ts';
import { openZip } from '../../electron/core/importing/readers/zipParts.ts';
import { elementsOf, type PartElement } from './officePackage.ts';

/** The parts of a package by their paths. */
type Parts = Readonly<Record<string, Uint8Array>>;

const slidePart = /^ppt\/slides\/slide\d+\.xml$/;
/** The number that PowerPoint itself gives a placeholder which no layout has. */
const NO_COUNTERPART = '4294967295';
/** Ids of slides end where those of masters and layouts begin. */
const FIRST_SLIDE = 256;
const FIRST_MASTER = 2_147_483_648;

/** What a part is related to, by the last word of the relation's type. */
function relatedTo(files: Parts, path: string): ReadonlyMap<string, readonly string[]> {
  const rels = files[`${posix.dirname(path)}/_rels/${posix.basename(path)}.rels`];
  const found = new Map<string, string[]>();
  for (const { name, attributes } of rels ? elementsOf(rels) : []) {
    if (name !== 'Relationship') continue;
    const { Type = '', Target = '', TargetMode } = attributes;
    const kind = posix.basename(Type);
    const target = TargetMode === 'External' ? Target : posix.join(posix.dirname(path), Target);
    found.set(kind, [...(found.get(kind) ?? []), target]);
  }
  return found;
}

const placeholders = (elements: readonly PartElement[]): readonly string[] =>
  elements
    .filter(({ name, attributes }) => name === 'p:ph' && attributes.idx !== NO_COUNTERPART)
    .map(({ attributes }) => `${attributes.type ?? 'obj'} ${attributes.idx ?? 0}`);

/**
 * What PowerPoint repairs in a deck although schema and package are right: slides without one layout, placeholders that
 * no layout has, notes of another slide, masters without a theme, ids out of their range, tables that are narrower than
 * their frame or have rows of other lengths, and properties that count other slides than there are.
 */
export function deckProblems(bytes: Uint8Array): readonly string[] {
  const files = unzipSync(bytes);
  const problems: string[] = [];
  const related = (path: string, kind: string): readonly string[] => relatedTo(files, path).get(kind) ?? [];
  const slides = Object.keys(files).filter((path) => slidePart.test(path));
  for (const path of slides) {
    const elements = elementsOf(files[path]!);
    const [layout, ...more] = related(path, 'slideLayout');
    if (!layout || more.length > 0) {
      problems.push(`${path} has ${more.length + (layout ? 1 : 0)} layouts`);
      continue;
    }
    const known = new Set(placeholders(elementsOf(files[layout]!)));
    for (const each of placeholders(elements))
      if (!known.has(each)) problems.push(`${path}: no placeholder ${each} in its layout`);
    for (const notes of related(path, 'notesSlide'))
      if (related(notes, 'slide').join() !== path) problems.push(`${notes} is not of ${path}`);
    problems.push(...tableProblems(elements).map((each) => `${path}: ${each}`));
  }
  for (const path of Object.keys(files))
    if (/^ppt\/(slideMasters|notesMasters)\/[^/]+\.xml$/.test(path) && related(path, 'theme').length !== 1)
      problems.push(`${path} has not one theme`);
  return [...problems, ...idProblems(files), ...propertyProblems(files, slides.length)];
}

/** Rows are as long as the grid, which is as wide as the frame, but for what rounding takes. */
function tableProblems(elements: readonly PartElement[]): readonly string[] {
  const problems: string[] = [];
  let frame = 0;
  let columns: number[] = [];
  let cells = 0;
  const closeRow = (): void => {
    if (cells > 0 && cells !== columns.length)
      problems.push(`a row of ${cells} cells, not ${columns.length}`);
    cells = 0;
  };
  for (const { name, attributes, parents } of elements) {
    if (name === 'a:ext' && parents.at(-1) === 'p:xfrm') frame = Number(attributes.cx);
    if (name === 'a:tbl') columns = [];
    if (name === 'a:gridCol') columns.push(Number(attributes.w));
    if (name === 'a:tr' || name === 'a:tbl') closeRow();
    if (name === 'a:tr' && cells === 0 && columns.length > 0) {
      const wide = columns.reduce((sum, width) => sum + width, 0);
      if (Math.abs(wide - frame) > columns.length) problems.push(`a grid of ${wide} in a frame of ${frame}`);
      if (!(Number(attributes.h) > 0)) problems.push(`a row as high as ${attributes.h}`);
    }
    if (name === 'a:tc') {
      cells += 1;
      for (const merged of ['gridSpan', 'rowSpan', 'hMerge', 'vMerge'])
        if (attributes[merged] !== undefined) problems.push(`a merged cell`);
    }
  }
  closeRow();
  return problems;
}

function idProblems(files: Parts): readonly string[] {
  const problems: string[] = [];
  const taken = new Set<number>();
  const check = (path: string, element: string, from: number, to: number): void => {
    for (const { name, attributes } of elementsOf(files[path]!)) {
      if (name !== element) continue;
      const id = Number(attributes.id);
      if (!(id >= from && id < to) || taken.has(id)) problems.push(`${path}: ${name} ${attributes.id}`);
      taken.add(id);
    }
  };
  check('ppt/presentation.xml', 'p:sldId', FIRST_SLIDE, FIRST_MASTER);
  check('ppt/presentation.xml', 'p:sldMasterId', FIRST_MASTER, 2 * FIRST_MASTER);
  for (const path of Object.keys(files))
    if (/^ppt\/slideMasters\/[^/]+\.xml$/.test(path))
      check(path, 'p:sldLayoutId', FIRST_MASTER, 2 * FIRST_MASTER);
  return problems;
}

function propertyProblems(files: Parts, slides: number): readonly string[] {
  const app = strFromU8(files['docProps/app.xml']!);
  const [, counted] = /<Slides>(\d+)<\/Slides>/.exec(app) ?? [];
  const [, size, parts = ''] =
    /<TitlesOfParts>\s*<vt:vector size="(\d+)"[^>]*>([\s\S]*?)<\/vt:vector>/.exec(app) ?? [];
  const named = parts.match(/<vt:lpstr>/g)?.length ?? 0;
  const pairs = [...app.matchAll(/<vt:i4>(\d+)<\/vt:i4>/g)].reduce((sum, [, each]) => sum + Number(each), 0);
  return Number(counted) === slides && Number(size) === named && pairs === named
    ? []
    : [`docProps/app.xml: ${counted} of ${slides} slides, ${size} and ${pairs} of ${named} parts`];
}

/** Cells that a chart takes its figures from, and the texts that it holds of them itself. */
interface Held {
  readonly reference: string;
  readonly texts: readonly string[];
}

function heldBy(chart: Uint8Array): readonly Held[] {
  const held: { reference: string; texts: string[] }[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', () => {
    text = '';
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'c:f') held.push({ reference: text, texts: [] });
    if (name === 'c:v') held.at(-1)?.texts.push(text);
  });
  parser.write(strFromU8(chart)).close();
  return held;
}

/**
 * What a chart of a deck holds otherwise than the workbook behind it, from which its figures are read anew once somebody
 * edits them; and charts without one. Cells are read as an import reads them.
 */
export async function chartProblems(bytes: Uint8Array): Promise<readonly string[]> {
  const files = unzipSync(bytes);
  const problems: string[] = [];
  for (const path of Object.keys(files).filter((each) => /^ppt\/charts\/[^/]+\.xml$/.test(each))) {
    const [workbook] = relatedTo(files, path).get('package') ?? [];
    const zip = await openZip(files[workbook ?? ''] ?? new Uint8Array(), `${workbook}`);
    const part = await findWorkbook(zip, path);
    const { table } = await readXlsx(zip, part ?? '', path, 'Sheet1', () => undefined);
    const rows = new Map(table.lines.map((line, at) => [line, table.rows.at(at)!]));
    for (const { reference, texts } of heldBy(files[path]!)) {
      const [, letter = '', first, last = first] =
        /^Sheet1!\$([A-Z])\$(\d+)(?::\$[A-Z]\$(\d+))?$/.exec(reference) ?? [];
      const column = letter.charCodeAt(0) - 'A'.charCodeAt(0);
      const count = Number(last) - Number(first) + 1;
      // An import puts the unit of a cell's format behind its number.
      const cells = Array.from({ length: count }, (_, at) =>
        (rows.get(Number(first) + at)?.[column] ?? '').replace(/(?<=\d)[万亿]$/, ''),
      );
      if (cells.length === 0 || cells.join('\n') !== texts.join('\n'))
        problems.push(`${path}: ${reference} is ${cells.join()}, and not ${texts.join()}`);
    }
  }
  return problems;
}
