import PptxGenJS from 'pptxgenjs';
import type { NativeChart, Report, ReportPage } from '../../../shared/report/page.ts';
import { LEAST_TEXT, pageScale } from '../../../shared/report/sheetFrame.ts';
import { reports } from '../../../shared/text/catalogues/reports.ts';
import type { PictureFonts } from './fonts.ts';
import { slideFonts } from './slideShapes.ts';

// The package's types describe its CommonJS face; Node and bundlers take the other one, whose default is the class.
export const Presentation = PptxGenJS as unknown as typeof PptxGenJS.default;

const PX = 96;
const POINT = 0.75;

/** Px of a page in inches, as the package measures. */
export const inch = (px: number): number => px / PX;
/** Px of a page in points, as fonts are measured. */
export const points = (px: number): number => Math.round(px * POINT * 10) / 10;
/** A colour as the package writes it. */
export const hex = (color: string): string => color.replace('#', '');

/** The language that slide programs check the words in. */
export const languageOf = ({ options }: Report): string => (options.language === 'en' ? 'en-US' : 'zh-CN');

/** What a deck says beside its pages, in its language. */
export const wordsOf = ({ options }: Report) => reports[options.language];

export type Deck = InstanceType<typeof Presentation>;
export type Slide = ReturnType<Deck['addSlide']>;

/** The table beside a chart: its head, a row at most, and its words, px; on a larger page, more so. */
const BESIDE = { head: 40, row: 38, size: LEAST_TEXT, pad: 8 } as const;
/** Words of a chart, points; on a larger page, more so. */
const CHART_TEXT = 11;

/** Puts rows on a slide as a table of the slide program. */
export function addTable(slide: Slide, table: NonNullable<ReportPage['placedTable']>, report: Report): void {
  const { colors } = report;
  const lang = languageOf(report);
  const line = { type: 'solid' as const, pt: 0.5, color: hex(colors['--line']!) };
  const none = { type: 'none' as const };
  const size = points(table.size);
  const cell = (text: string, at: number, inHead: boolean) => {
    const heads = inHead || (table.rowHeads && at === 0);
    return {
      text,
      options: {
        align: table.columns[at]?.kind === 'number' ? ('right' as const) : ('left' as const),
        valign: 'top' as const,
        bold: heads,
        color: hex(colors[heads ? '--ink-2' : '--ink']!),
        fontFace: slideFonts.latin,
        fontSize: size,
        lang,
        margin: [0.04, 0.083, 0.04, 0.083] as [number, number, number, number],
        border: [none, none, line, none] as [typeof none, typeof none, typeof line, typeof none],
      },
    };
  };
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
      objectName: wordsOf(report)['slide.table'],
    },
  );
}

/** Px of the longest cell of a column, its head aside: that may break. */
const longest = (
  { rows }: NonNullable<ReportPage['table']>,
  column: number,
  size: number,
  measure: PictureFonts['measure'],
): number => Math.max(0, ...rows.map((row) => measure(row[column]?.text ?? '', size)));

/** The chart with the figures beside it, where it has any. */
export function addChart(
  deck: Deck,
  slide: Slide,
  page: ReportPage,
  chart: NativeChart,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  report: Report,
  measure: PictureFonts['measure'],
): void {
  const { colors } = report;
  const ink = hex(colors['--ink-2']!);
  const line = hex(colors['--line']!);
  const { table } = page;
  const columns = table
    ? chart.beside.flatMap((id) => table.columns.findIndex((column) => column.id === id))
    : [];
  const chartWidth = columns.length > 0 ? box.width * 0.47 : box.width;
  const bars = chart.kind === 'stackedBars';
  const scale = pageScale(report.options.pageSize);
  const fontSize = Math.round(CHART_TEXT * scale);
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
      objectName: wordsOf(report)['slide.chart'],
      chartColors: chart.series.map(({ color }) => hex(color)),
      showLegend: true,
      legendPos: 'b',
      legendFontSize: fontSize,
      legendColor: ink,
      legendFontFace: slideFonts.latin,
      catAxisLabelColor: ink,
      catAxisLabelFontSize: fontSize,
      catAxisLabelFontFace: slideFonts.latin,
      valAxisLabelColor: ink,
      valAxisLabelFontSize: fontSize,
      valAxisLabelFontFace: slideFonts.latin,
      valAxisLabelFormatCode: chart.axisFormat,
      dataLabelFormatCode: chart.format,
      valGridLine: { color: line, size: 0.5 },
      catGridLine: { style: 'none' },
      valAxisLineShow: false,
      showValAxisTitle: chart.valueTitle !== '',
      valAxisTitle: chart.valueTitle,
      valAxisTitleColor: ink,
      valAxisTitleFontSize: fontSize,
      ...(chart.categoryTitle === ''
        ? {}
        : {
            showCatAxisTitle: true,
            catAxisTitle: chart.categoryTitle,
            catAxisTitleColor: ink,
            catAxisTitleFontSize: fontSize,
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
  // Amounts must not break: each column has what its longest cell takes, and what is left is shared out.
  const size = BESIDE.size * scale;
  const needed = columns.map((at) => 2 * BESIDE.pad + longest(table, at, size, measure));
  const all = needed.reduce((sum, each) => sum + each, 0);
  addTable(
    slide,
    {
      x: box.x + chartWidth + 24,
      y: box.y,
      widths: needed.map((each) =>
        all > width ? (each * width) / all : each + (width - all) / needed.length,
      ),
      headHeight: BESIDE.head * scale,
      rowHeights: table.rows.map(() =>
        Math.min(BESIDE.row * scale, (box.height - BESIDE.head * scale) / Math.max(1, table.rows.length)),
      ),
      size,
      columns: columns.map((at) => table.columns[at]!),
      rows: table.rows.map((row) => columns.map((at) => row[at]?.text ?? '')),
      rowHeads: false,
    },
    report,
  );
}
