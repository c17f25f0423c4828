import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import PptxGenJS from 'pptxgenjs';
import type { NativeChart, Report, ReportPage } from '../../../shared/report/page.ts';
import type { PictureFonts } from './fonts.ts';
import { sceneOf } from './scene.ts';
import { type ShapeTools, shapeGroup, slideFonts } from './slideShapes.ts';

// The package's types describe its CommonJS face; Node and bundlers take the other one, whose default is the class.
const Presentation = PptxGenJS as unknown as typeof PptxGenJS.default;

const PX = 96;
const POINT = 0.75;
const MARGIN = 48;
const FOOT = 40;
/** Rows of a page's figures in its notes at most. */
const MOST_NOTES = 12;
/** Ids of our own shapes: far from those that the package gives. */
const FIRST_ID = 2000;

const inch = (px: number): number => px / PX;
const points = (px: number): number => Math.round(px * POINT * 10) / 10;
const hex = (color: string): string => color.replace('#', '');
const marker = (at: number): string => `drawing of page ${at}`;

/** Where the words of a page stand, as its sheet has them. */
const TITLE = { size: 26, line: 33 };
const SUBTITLE = { size: 14.5, line: 20 };

/** The words that slides add to a report's own. */
export interface SlideWords {
  /** Before the figures in a page's notes. */
  readonly figures: string;
}

/** Slides of native shapes, tables and charts; `onPage` is told after each. */
export async function writePptx(
  report: Report,
  fonts: PictureFonts,
  words: SlideWords,
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
            h: inch(TITLE.line),
            fontSize: points(TITLE.size),
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
      y: inch(height - FOOT),
      w: inch(60),
      h: inch(20),
      align: 'right',
      fontSize: points(10.5),
      color: hex(colors['--ink-3']!),
      fontFace: slideFonts.latin,
    },
  });
  for (const [at, page] of report.pages.entries()) {
    addSlide(deck, page, at, report, fonts, words);
    onPage(at + 1);
  }
  const made = (await deck.write({ outputType: 'uint8array' })) as Uint8Array;
  return withDrawings(made, report, {
    colors,
    measure: fonts.measure,
    language: languageOf(report),
  });
}

/** The language that slide programs check the words in. */
const languageOf = ({ options }: Report): string => (options.language === 'en' ? 'en-US' : 'zh-CN');

type Deck = InstanceType<typeof Presentation>;
type Slide = ReturnType<Deck['addSlide']>;

function addSlide(
  deck: Deck,
  page: ReportPage,
  at: number,
  report: Report,
  fonts: PictureFonts,
  words: SlideWords,
): void {
  const { colors, width, height } = report;
  const lang = languageOf(report);
  const slide = deck.addSlide({ masterName: 'PAGE' });
  const room = width - 2 * MARGIN;
  const inner = inch(room);
  // Arial is narrower than the Inter that is measured with, so these lines are enough.
  const linesOf = (text: string, size: number, weight: number): number =>
    Math.max(1, Math.ceil(fonts.measure(text, size, weight) / (room * 0.98)));
  const titleLines = Math.min(2, linesOf(page.title, TITLE.size, 600));
  slide.addText(page.title, {
    placeholder: 'title',
    fontFace: slideFonts.latin,
    lang,
    x: inch(MARGIN),
    y: inch(MARGIN - 14),
    w: inner,
    h: inch(titleLines * TITLE.line),
    fit: 'shrink',
  });
  const top = MARGIN + titleLines * TITLE.line - 8;
  const subtitleLines = page.subtitle === '' ? 0 : Math.min(3, linesOf(page.subtitle, SUBTITLE.size, 400));
  if (page.subtitle !== '') {
    slide.addText(page.subtitle, {
      x: inch(MARGIN),
      y: inch(top),
      w: inner,
      h: inch(subtitleLines * SUBTITLE.line + 4),
      fontSize: points(SUBTITLE.size),
      fontFace: slideFonts.latin,
      color: hex(colors['--ink-2']!),
      margin: 0,
      valign: 'top',
      fit: 'shrink',
      lang,
      objectName: 'subtitle',
    });
  }
  slide.addText(page.footer, {
    x: inch(MARGIN),
    y: inch(height - FOOT),
    w: inch(room - 80),
    h: inch(20),
    fontSize: points(10.5),
    fontFace: slideFonts.latin,
    color: hex(colors['--ink-3']!),
    margin: 0,
    lang,
    objectName: 'footer',
  });
  const box = {
    x: MARGIN,
    y: top + subtitleLines * SUBTITLE.line + 12,
    width: room,
    height: height - FOOT - 10 - (top + subtitleLines * SUBTITLE.line + 12),
  };
  if (page.chart) addChart(deck, slide, page, page.chart, box, report);
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
  slide.addNotes(notesOf(page, words));
}

function notesOf({ title, description, footer, table }: ReportPage, words: SlideWords): string {
  const lines = [title, '', description, '', footer];
  if (table && table.rows.length > 0) {
    lines.push('', words.figures, table.columns.map(({ label }) => label).join(' | '));
    for (const row of table.rows.slice(0, MOST_NOTES)) lines.push(row.map(({ text }) => text).join(' | '));
    if (table.rows.length > MOST_NOTES) lines.push('…');
  }
  return lines.join('\n');
}

function addTable(slide: Slide, table: NonNullable<ReportPage['placedTable']>, report: Report): void {
  const { colors } = report;
  const lang = languageOf(report);
  const line = { type: 'solid' as const, pt: 0.5, color: hex(colors['--line']!) };
  const none = { type: 'none' as const };
  const size = points(table.size);
  const cell = (text: string, at: number, head: boolean) => ({
    text,
    options: {
      align: table.columns[at]?.kind === 'number' ? ('right' as const) : ('left' as const),
      valign: 'top' as const,
      bold: head,
      color: hex(colors[head ? '--ink-2' : '--ink']!),
      fontFace: slideFonts.latin,
      fontSize: size,
      lang,
      margin: [0.04, 0.06, 0.04, 0.06] as [number, number, number, number],
      border: [none, none, line, none] as [typeof none, typeof none, typeof line, typeof none],
    },
  });
  slide.addTable(
    [
      table.columns.map(({ label }, at) => cell(label, at, true)),
      ...table.rows.map((row) => row.map((text, at) => cell(text, at, false))),
    ],
    {
      x: inch(table.x),
      y: inch(table.y),
      w: inch(table.widths.reduce((sum, width) => sum + width, 0)),
      colW: table.widths.map(inch),
      rowH: [table.headHeight, ...table.rowHeights].map(inch),
      objectName: 'table',
    },
  );
}

/** The chart with the figures beside it, where it has any. */
function addChart(
  deck: Deck,
  slide: Slide,
  page: ReportPage,
  chart: NativeChart,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  report: Report,
): void {
  const { colors } = report;
  const ink = hex(colors['--ink-2']!);
  const line = hex(colors['--line']!);
  const { table } = page;
  const columns = table
    ? chart.beside.flatMap((id) => table.columns.findIndex((column) => column.id === id))
    : [];
  const chartWidth = columns.length > 0 ? box.width * 0.5 : box.width;
  const bars = chart.kind === 'stackedBars';
  slide.addChart(
    bars ? deck.ChartType.bar : deck.ChartType.line,
    chart.series.map(({ name, values }) => ({
      name,
      labels: [...chart.categories],
      values: [...values],
    })),
    {
      x: inch(box.x),
      y: inch(box.y),
      w: inch(chartWidth),
      h: inch(box.height),
      altText: page.description,
      chartColors: chart.series.map(({ color }) => hex(color)),
      showLegend: true,
      legendPos: 'b',
      legendFontSize: 11,
      legendColor: ink,
      legendFontFace: slideFonts.latin,
      catAxisLabelColor: ink,
      catAxisLabelFontSize: 11,
      catAxisLabelFontFace: slideFonts.latin,
      valAxisLabelColor: ink,
      valAxisLabelFontSize: 10,
      valAxisLabelFontFace: slideFonts.latin,
      valAxisLabelFormatCode: chart.format,
      dataLabelFormatCode: chart.format,
      valGridLine: { color: line, size: 0.5 },
      catGridLine: { style: 'none' },
      valAxisLineShow: false,
      showValAxisTitle: chart.valueTitle !== '',
      valAxisTitle: chart.valueTitle,
      valAxisTitleColor: ink,
      valAxisTitleFontSize: 11,
      ...(chart.categoryTitle === ''
        ? {}
        : {
            showCatAxisTitle: true,
            catAxisTitle: chart.categoryTitle,
            catAxisTitleColor: ink,
            catAxisTitleFontSize: 11,
          }),
      ...(bars
        ? {
            barDir: 'bar',
            barGrouping: 'stacked',
            barGapWidthPct: 60,
            // The package's types know one direction only; the first bar belongs at the top.
            catAxisOrientation: 'maxMin' as 'minMax',
            valAxisOrientation: 'minMax' as const,
          }
        : { lineSize: 2.25, lineDataSymbol: 'none' as const, catAxisLabelFrequency: '3' }),
    },
  );
  if (!table || columns.length === 0) return;
  const width = box.width - chartWidth - 24;
  const first = 0.26;
  const rest = (1 - first) / (columns.length - 1);
  addTable(
    slide,
    {
      x: box.x + chartWidth + 24,
      y: box.y,
      widths: columns.map((_, at) => width * (at === 0 ? first : rest)),
      headHeight: 34,
      rowHeights: table.rows.map(() => 26),
      size: 10.5,
      columns: columns.map((at) => table.columns[at]!),
      rows: table.rows.map((row) => columns.map((at) => row[at]?.text ?? '')),
    },
    report,
  );
}

/** Puts the drawings where their markers stand, and the right fonts for Chinese everywhere. */
function withDrawings(made: Uint8Array, report: Report, tools: Omit<ShapeTools, 'ids'>): Uint8Array {
  const files = unzipSync(made);
  const put = (path: string, change: (xml: string) => string): void => {
    const content = files[path];
    if (content) files[path] = strToU8(change(strFromU8(content)));
  };
  for (const path of Object.keys(files)) {
    if (!path.endsWith('.xml')) continue;
    put(path, (xml) =>
      xml
        .replaceAll(`<a:ea typeface="${slideFonts.latin}"`, `<a:ea typeface="${slideFonts.chinese}"`)
        .replaceAll('<a:ea typeface=""/>', `<a:ea typeface="${slideFonts.chinese}"/>`),
    );
  }
  report.pages
    .flatMap(({ chart }) => (chart ? [chart] : []))
    .forEach((chart, at) => {
      put(`ppt/charts/chart${at + 1}.xml`, (xml) => asDrawn(xml, chart));
    });
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
      (page.legend ? group(page.legend, `${page.name}: legend`, '') : '');
    const pattern = new RegExp(
      `<p:sp>(?:(?!</p:sp>)[\\s\\S])*name="${marker(at)}"(?:(?!</p:sp>)[\\s\\S])*</p:sp>`,
    );
    put(`ppt/slides/slide${at + 1}.xml`, (slide) => {
      if (!pattern.test(slide)) throw new Error(`slide ${at + 1} has no place for its drawing`);
      return slide.replace(pattern, () => xml);
    });
  }
  for (const at of report.pages.keys()) put(`ppt/slides/slide${at + 1}.xml`, numbered);
  return zipSync(files, { level: 6 });
}

/** Dashes the series that are dashed in our drawings, and takes out of lines what only bars may hold. */
function asDrawn(xml: string, chart: NativeChart): string {
  let at = -1;
  const dashed = xml.replace(/<c:ser>[\s\S]*?<\/c:ser>/g, (series) => {
    at += 1;
    return chart.series[at]?.dashed
      ? series.replace('<a:prstDash val="solid"/>', '<a:prstDash val="sysDash"/>')
      : series;
  });
  return chart.kind === 'lines' ? dashed.replaceAll('<c:invertIfNegative val="0"/>', '') : dashed;
}

/** Shapes of a slide by numbers of their own: the package gives one twice where a chart and a table meet. */
function numbered(slide: string): string {
  let id = 0;
  return slide.replace(/<p:cNvPr id="\d+"/g, () => {
    id += 1;
    return `<p:cNvPr id="${id}"`;
  });
}
