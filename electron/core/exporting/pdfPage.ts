import type PDFDocument from 'pdfkit';
import type { PlacedTable, ReportPage } from '../../../shared/report/page.ts';
import type { SceneShape } from './scene.ts';

type Pdf = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Pdf['struct']>;
type Shapes = readonly SceneShape[];
type TextShape = Extract<SceneShape, { kind: 'text' }>;

/** The package's types do not know that a head of a table says what it is the head of. */
interface ElementOptions {
  readonly alt?: string;
  readonly scope?: 'Column' | 'Row';
}

/** The lines at the foot of a sheet: where it comes from, and its number. */
const FOOT_LINES = 2;

const isText = (shape: SceneShape): shape is TextShape => shape.kind === 'text';

/**
 * Paints the shapes of a page's sheet with the structure that screen readers walk: a section of its title, the words
 * under it, what it shows (a drawing by its description, a table by its rows and cells) and the lines at its foot.
 */
export function paintPage(
  pdf: Pdf,
  document: Element,
  { title, subtitle, description, picture, placedTable, headLines }: ReportPage,
  shapes: Shapes,
  paint: (shapes: Shapes) => void,
): void {
  const element = (type: string, content: Shapes, options: ElementOptions = {}): Element => {
    // A cell that nothing stands in is still one of its row.
    if (content.length === 0) return pdf.struct(type, options, []);
    const marked = pdf.markStructureContent(type);
    paint(content);
    pdf.endMarkedContent();
    return pdf.struct(type, options, [marked]);
  };
  const decoration = (content: Shapes): void => {
    if (content.length === 0) return;
    pdf.markContent('Artifact', { type: 'Layout' });
    paint(content);
    pdf.endMarkedContent();
  };
  // A sheet is its ground, then the lines of its title, those under it, those at its foot, and then what it shows.
  const titles = shapes.findIndex(isText);
  const subtitles = titles + headLines.title;
  const foot = subtitles + headLines.subtitle;
  const body = foot + FOOT_LINES;
  const shown = shapes.slice(body);
  const section = pdf.struct('Sect', { title });
  document.add(section);
  decoration(shapes.slice(0, titles));
  section.add(element('H1', asWritten(shapes.slice(titles, subtitles).filter(isText), title)));
  if (foot > subtitles)
    section.add(element('P', asWritten(shapes.slice(subtitles, foot).filter(isText), subtitle)));
  if (placedTable) {
    decoration(shown.filter((shape) => !isText(shape)));
    const [head = [], ...rows] = cellsOf(placedTable, shown.filter(isText));
    section.add(
      pdf.struct('Table', {}, [
        pdf.struct(
          'TR',
          {},
          head.map((cell) => element('TH', cell, { scope: 'Column' })),
        ),
        ...rows.map((row) =>
          pdf.struct(
            'TR',
            {},
            row.map((cell, at) =>
              placedTable.rowHeads && at === 0 ? element('TH', cell, { scope: 'Row' }) : element('TD', cell),
            ),
          ),
        ),
      ]),
    );
  } else if (picture) section.add(element('Figure', shown, { alt: description }));
  else if (shown.length > 0) section.add(element('P', shown));
  section.add(element('P', shapes.slice(foot, body)));
  section.end();
}

/** The lines of each cell, row by row, the head first. Throws for a line that stands in no cell. */
function cellsOf(
  { x, y, widths, headHeight, rowHeights, columns, rows }: PlacedTable,
  lines: readonly TextShape[],
): readonly (readonly (readonly TextShape[])[])[] {
  const right = edgesFrom(x, widths);
  const bottom = edgesFrom(y, [headHeight, ...rowHeights]);
  const cells = bottom.map(() => right.map((): TextShape[] => []));
  for (const line of lines) {
    const cell = cells[placeOf(line.y, bottom)]?.[placeOf(line.x, right)];
    if (!cell) throw new Error(`“${line.text}” stands in no cell of its table`);
    cell.push(line);
  }
  const words = [columns.map(({ label }) => label), ...rows];
  return cells.map((row, at) => row.map((cell, column) => asWritten(cell, words[at]?.[column] ?? '')));
}

/**
 * Lines of a text with the spaces that it was broken at, without which the last word of a line and the first of the next
 * are read as one. Lines that end at their place keep it.
 */
function asWritten(lines: readonly TextShape[], text: string): readonly TextShape[] {
  let at = 0;
  return lines.map((line) => {
    const found = text.indexOf(line.text, at);
    // The last line of a text that is cut is no part of it.
    if (found < 0) return line;
    at = found + line.text.length;
    return line.anchor === 'start' && text[at] === ' ' ? { ...line, text: `${line.text} ` } : line;
  });
}

/** Where each of some sizes ends that follow one another. */
function edgesFrom(start: number, sizes: readonly number[]): readonly number[] {
  let edge = start;
  return sizes.map((size) => {
    edge += size;
    return edge;
  });
}

const placeOf = (place: number, ends: readonly number[]): number => ends.findIndex((end) => place <= end);
