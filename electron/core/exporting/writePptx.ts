import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Report, ReportPage } from '../../../shared/report/page.ts';
import { FOOT_ROOM, headSizes, LEAST_TEXT, MARGIN } from '../../../shared/report/sheetFrame.ts';
import { filled } from '../../../shared/text/filled.ts';
import { xmlCharacters } from '../../../shared/text/xmlCharacters.ts';
import { chartWorkbook } from './chartWorkbook.ts';
import type { PictureFonts } from './fonts.ts';
import { sceneOf } from './scene.ts';
import { chartInOrder, presentationInOrder } from './schemaOrder.ts';
import { chartAsDrawn } from './slideCharts.ts';
import {
  addChart,
  addTable,
  type Deck,
  hex,
  inch,
  languageOf,
  Presentation,
  points,
  wordsOf,
} from './slideParts.ts';
import { appProperties, coreProperties, namedParts, notesInParagraphs } from './slideProperties.ts';
import { type ShapeTools, shapeGroup, slideFonts } from './slideShapes.ts';

/** The units of a slide's parts in an inch. */
const EMU = 914_400;
/** Rows of a page's figures in its notes at most. */
const MOST_NOTES = 12;
/** Ids of our own shapes: far from those that the package gives. */
const FIRST_ID = 2000;

const marker = (at: number): string => `drawing of page ${at}`;

/** Slides of native shapes, tables and charts; `onPage` is told after each. */
export async function writePptx(
  report: Report,
  fonts: PictureFonts,
  onPage: (done: number) => void,
): Promise<Uint8Array> {
  const deck = new Presentation();
  const { colors, width, height } = report;
  const ink = hex(colors['--ink']!);
  deck.defineLayout({ name: 'PAGE', width: inch(width), height: inch(height) });
  deck.layout = 'PAGE';
  deck.title = report.portfolio;
  deck.subject = report.footer;
  deck.author = 'Throughline';
  deck.company = '';
  deck.theme = { headFontFace: slideFonts.latin, bodyFontFace: slideFonts.latin };
  const inner = inch(width - 2 * MARGIN);
  const { title } = headSizes(report.options.pageSize);
  deck.defineSlideMaster({
    title: 'PAGE',
    background: { color: hex(colors['--card']!) },
    objects: [
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: inch(MARGIN),
            y: inch(MARGIN - 14),
            w: inner,
            h: inch(title.line),
            fontSize: points(title.size),
            bold: true,
            color: ink,
            align: 'left',
            valign: 'top',
            margin: 0,
          },
          text: '',
        },
      },
    ],
    slideNumber: {
      x: inch(width - MARGIN - 60),
      y: inch(height - FOOT_ROOM),
      w: inch(60),
      h: inch(20),
      align: 'right',
      fontSize: points(LEAST_TEXT),
      color: hex(colors['--ink-3']!),
      fontFace: slideFonts.latin,
    },
  });
  for (const [at, page] of report.pages.entries()) {
    addSlide(deck, page, at, report, fonts);
    onPage(at + 1);
  }
  const made = (await deck.write({ outputType: 'uint8array' })) as Uint8Array;
  return withDrawings(made, report, fonts);
}

function addSlide(deck: Deck, page: ReportPage, at: number, report: Report, fonts: PictureFonts): void {
  const { colors, width, height } = report;
  const lang = languageOf(report);
  const words = wordsOf(report);
  const slide = deck.addSlide({ masterName: 'PAGE' });
  const room = width - 2 * MARGIN;
  const inner = inch(room);
  // As they are laid out on the page: Arial is narrower than the Inter that is measured there.
  const { title: titleLines, subtitle: subtitleLines } = page.headLines;
  const sizes = headSizes(report.options.pageSize);
  slide.addText(page.title, {
    placeholder: 'title',
    fontFace: slideFonts.latin,
    lang,
    x: inch(MARGIN),
    y: inch(MARGIN - 14),
    w: inner,
    fit: 'shrink',
  });
  const top = MARGIN + titleLines * sizes.title.line - 8;
  if (page.subtitle !== '') {
    slide.addText(page.subtitle, {
      x: inch(MARGIN),
      y: inch(top),
      w: inner,
      h: inch(subtitleLines * sizes.subtitle.line + 4),
      fontSize: points(sizes.subtitle.size),
      fontFace: slideFonts.latin,
      color: hex(colors['--ink-2']!),
      margin: 0,
      valign: 'top',
      fit: 'shrink',
      lang,
      objectName: words['slide.subtitle'],
    });
  }
  const box = {
    x: MARGIN,
    y: top + subtitleLines * sizes.subtitle.line + 12,
    width: room,
    height: height - FOOT_ROOM - 10 - (top + subtitleLines * sizes.subtitle.line + 12),
  };
  if (page.chart) addChart(deck, slide, page, page.chart, box, report, fonts.measure);
  else if (page.placedTable) addTable(slide, page.placedTable, report);
  else if (page.picture) {
    const { x, y, width: wide, height: high, scale } = page.picture;
    // Stands for the drawing until the file is made; the package knows no groups and no patterns.
    slide.addShape(deck.ShapeType.rect, {
      x: inch(x),
      y: inch(y),
      w: inch(wide * scale),
      h: inch(high * scale),
      objectName: marker(at),
    });
  }
  // Read aloud in the order in which they are added: the foot is last.
  slide.addText(page.footer, {
    x: inch(MARGIN),
    y: inch(height - FOOT_ROOM),
    w: inch(room - 80),
    h: inch(20),
    fontSize: points(LEAST_TEXT),
    fontFace: slideFonts.latin,
    color: hex(colors['--ink-3']!),
    margin: 0,
    // It is cut to its room where it is laid out: a program that measures a little more would break it.
    wrap: false,
    lang,
    objectName: words['slide.foot'],
  });
  slide.addNotes(notesOf(page, words['notes.figures']));
}

function notesOf({ title, description, footer, table }: ReportPage, figures: string): string {
  const lines = [title, '', description, '', footer];
  if (table && table.rows.length > 0) {
    lines.push('', figures, table.columns.map(({ label }) => label).join(' | '));
    for (const row of table.rows.slice(0, MOST_NOTES)) lines.push(row.map(({ text }) => text).join(' | '));
    if (table.rows.length > MOST_NOTES) lines.push('…');
  }
  return lines.join('\n');
}

/** Puts the drawings where their markers stand, and the right fonts for Chinese everywhere. */
function withDrawings(made: Uint8Array, report: Report, fonts: PictureFonts): Uint8Array {
  const words = wordsOf(report);
  const tools: Omit<ShapeTools, 'ids'> = {
    colors: report.colors,
    measure: fonts.measure,
    language: languageOf(report),
    words,
  };
  const { language } = tools;
  const card = hex(report.colors['--card']!);
  const about = { title: report.portfolio, language, madeAt: new Date().toISOString() };
  const files = unzipSync(made);
  const put = (path: string, change: (xml: string) => string): void => {
    const content = files[path];
    if (content) files[path] = strToU8(change(strFromU8(content)));
  };
  for (const path of Object.keys(files)) {
    if (!path.endsWith('.xml')) continue;
    // The package escapes what means something in XML, and leaves what XML cannot hold.
    put(path, (xml) =>
      xmlCharacters(xml)
        .replaceAll(`<a:ea typeface="${slideFonts.latin}"`, `<a:ea typeface="${slideFonts.chinese}"`)
        .replaceAll('<a:ea typeface=""/>', `<a:ea typeface="${slideFonts.chinese}"/>`),
    );
  }
  // The package numbers charts on and on through all decks of a process.
  const charts = Object.keys(files)
    .filter((path) => /^ppt\/charts\/chart\d+\.xml$/.test(path))
    .sort(ascendingNumbers);
  report.pages
    .flatMap(({ chart }) => (chart ? [chart] : []))
    .forEach((chart, at) => {
      const path = charts[at] ?? '';
      put(path, (xml) => chartInOrder(chartAsDrawn(xml, chart, { language, card })));
      const [, number] = /(\d+)\.xml$/.exec(path) ?? [];
      files[`ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`] = chartWorkbook(chart, about);
    });
  put('ppt/presentation.xml', presentationInOrder);
  put('docProps/core.xml', (xml) => coreProperties(xml, language));
  put('docProps/app.xml', (xml) => appProperties(xml, report));
  // The package names parts that it does not write.
  put('[Content_Types].xml', (xml) =>
    xml.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (entry, part: string) =>
      files[part] ? entry : '',
    ),
  );
  for (const [at, page] of report.pages.entries()) {
    if (page.chart || !page.picture) continue;
    const ids = { next: FIRST_ID };
    const group = (drawing: NonNullable<ReportPage['picture']>, name: string, description: string): string =>
      shapeGroup(sceneOf(drawing.svg, report.colors), drawing, name, description, { ...tools, ids });
    const xml =
      group(page.picture, page.name, page.description) +
      (page.legend
        ? group(page.legend, filled(words['slide.legend'], { name: page.name }), wordsIn(page.legend, report))
        : '');
    const pattern = new RegExp(
      `<p:sp>(?:(?!</p:sp>)[\\s\\S])*name="${marker(at)}"(?:(?!</p:sp>)[\\s\\S])*</p:sp>`,
    );
    put(`ppt/slides/slide${at + 1}.xml`, (slide) => {
      if (!pattern.test(slide)) throw new Error(`slide ${at + 1} has no place for its drawing`);
      return slide.replace(pattern, () => xml);
    });
  }
  const titleHeight = ({ headLines }: ReportPage): number =>
    headLines.title * headSizes(report.options.pageSize).title.line + 4;
  for (const [at, page] of report.pages.entries()) {
    put(`ppt/slides/slide${at + 1}.xml`, (slide) =>
      numbered(namedParts(withTitleOf(slide, titleHeight(page)), page, words)),
    );
    put(`ppt/notesSlides/notesSlide${at + 1}.xml`, (notes) => notesInParagraphs(notes, language));
  }
  return zipSync(files, { level: 6 });
}

/** What stands in a legend, for those who do not see it. */
const wordsIn = ({ svg }: NonNullable<ReportPage['legend']>, { colors }: Report): string =>
  sceneOf(svg, colors)
    .flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
    .join('; ');

/** Paths by the numbers in them. */
const ascendingNumbers = new Intl.Collator('en', { numeric: true }).compare;

/** A title's own height (px): the package gives every one that of a single line, into which others would be squeezed. */
const withTitleOf = (slide: string, height: number): string =>
  slide.replace(
    /(type="title"[\s\S]*?<a:ext cx="\d+" cy=")\d+/,
    (_, before: string) => before + Math.round(inch(height) * EMU),
  );

/** Shapes of a slide by numbers of their own: the package gives one twice where a chart and a table meet. */
function numbered(slide: string): string {
  let id = 0;
  return slide.replace(/<p:cNvPr id="\d+"/g, () => {
    id += 1;
    return `<p:cNvPr id="${id}"`;
  });
}
