import { scaleLinear } from 'd3-scale';
import type { ChartMark } from '../frame/chartMark.ts';
import { ellipsis, type MeasureText, wrapText } from '../frame/measureText.ts';
import type { Anchor, Label, Rect } from '../frame/rects.ts';
import { type BillData, type BillRow, type Measure, measured, rankedWastes } from './billData.ts';

/** The sentences and figures inside the drawing. */
export interface BillWords {
  readonly head: (column: BillColumn) => string;
  readonly name: (row: BillRow['id']) => string;
  readonly price: string;
  readonly cell: (row: BillRow, column: BillColumn) => string;
}

/** Columns of figures to the right of the bars, by importance: the last ones go first where room is short. */
const billColumns = ['days', 'money', 'product', 'project', 'share', 'range'] as const;
export type BillColumn = (typeof billColumns)[number];
/** Their order on the page. */
const READING: readonly BillColumn[] = ['days', 'money', 'range', 'share', 'project', 'product'];

export interface BillBar {
  readonly row: BillRow;
  readonly y: number;
  readonly name: Label;
  readonly cells: readonly Label[];
  /** Left to right: paid work of projects and of product teams, then what is forgone. */
  readonly project: Rect | null;
  readonly product: Rect | null;
  readonly forgone: Rect | null;
  /** From low to high; null until it is simulated. */
  readonly range: { readonly from: number; readonly to: number; readonly y: number } | null;
  /** Where the bar would end with all in one mode; null for the sum. */
  readonly ifs: { readonly project: number; readonly product: number; readonly y: number } | null;
  /** All booked days, for the sum only. */
  readonly all: Rect | null;
}

export interface BillLayout {
  readonly width: number;
  readonly height: number;
  readonly heads: readonly Label[];
  readonly headBottom: number;
  readonly rows: readonly BillBar[];
  /** Lines under the head, above the sum and above the price of a mode. */
  readonly rules: readonly number[];
  readonly priceHead: Label;
  readonly barLeft: number;
  readonly marks: readonly ChartMark[];
}

/** Heights of a row on the screen, the least that its bar, its range and its two ends need, and the most, px. */
export const BILL_ROW = { usual: 44, least: 35, most: 64 } as const;
const BAR = 13;
const SIZE = 13;
const SMALL = 11.5;
const GAP = 18;
const LEAST_BAR = 190;
const LINE = 14;

/** Every place of the bill in px: wastes by size, their sum, then the price of a mode; pure. A page asks for lower rows. */
export function layoutBill(
  data: BillData,
  measure: Measure,
  availableWidth: number,
  words: BillWords,
  measureText: MeasureText,
  rowHeight: number = BILL_ROW.usual,
): BillLayout {
  const width = Math.max(420, Math.floor(availableWidth));
  // Figures stand in columns: every digit is as wide as the widest.
  const figureWidth = (text: string, size: number, weight: number): number =>
    measureText(text.replace(/\d/g, '0'), size, weight);
  const wastes = rankedWastes(data, measure);
  const lines = [...wastes, data.total, ...data.prices];
  const label = (text: string, x: number, y: number, anchor: Anchor, size: number, weight = 400): Label => ({
    text,
    x,
    y,
    anchor,
    size,
    weight,
    width: figureWidth(text, size, weight),
  });
  const nameWidth = Math.min(
    0.3 * width,
    Math.max(...lines.map((row) => measureText(words.name(row.id), SIZE, 600))) + 12,
  );
  const heads = (column: BillColumn): readonly string[] =>
    wrapText(words.head(column), 96, 3, measureText, SMALL, 600);
  const columnWidth = (column: BillColumn): number =>
    Math.ceil(
      Math.max(
        ...lines.map((row) => figureWidth(words.cell(row, column), SIZE, 600)),
        ...heads(column).map((line) => measureText(line, SMALL, 600)),
      ),
    );
  let shown = READING.map((id) => ({ id, width: columnWidth(id) }));
  const taken = (): number => shown.reduce((sum, column) => sum + column.width + GAP, 0);
  for (const id of [...billColumns].reverse()) {
    if (nameWidth + LEAST_BAR + taken() <= width || shown.length <= 1) break;
    shown = shown.filter((column) => column.id !== id);
  }
  const barLeft = nameWidth;
  const barRight = width - taken();
  let right = barRight;
  const columns = shown.map((column) => {
    right += GAP + column.width;
    return { ...column, right };
  });
  const headLines = Math.max(1, ...shown.map(({ id }) => heads(id).length));
  const headBottom = headLines * LINE + 10;
  const placedHeads = columns.flatMap((column) => {
    const texts = heads(column.id);
    return texts.map((text, k) =>
      label(text, column.right, headBottom - 8 - (texts.length - 1 - k) * LINE, 'end', SMALL, 600),
    );
  });
  const most = Math.max(
    ...[...wastes, ...data.prices].map((row) =>
      Math.max(
        measured(row.today, measure),
        measured(row.allProject, measure),
        measured(row.allProduct, measure),
        row.range?.[measure].high ?? 0,
      ),
    ),
  );
  const bars: readonly [number, number] = [barLeft, Math.max(barLeft + 1, barRight - 10)];
  const scale = scaleLinear([0, most > 0 ? most : 1], bars);
  // The sum is as long as seven bars; it has a scale of its own, on which a full bar is all booked days.
  const whole = scaleLinear([0, data.bookedPd > 0 ? data.bookedPd : 1], bars);
  const rows: BillBar[] = [];
  const marks: ChartMark[] = [];
  const rules = [headBottom];
  let y = headBottom;
  const place = (row: BillRow, bold: boolean): void => {
    const middle = y + rowHeight / 2;
    const weight = bold ? 600 : 400;
    const own = row.id !== 'total';
    const along = own ? scale : whole;
    const drawn = own || (measure === 'pd' && data.bookedPd > 0);
    const paid = (part: 'project' | 'product'): number => (measure === 'pd' ? row[part].pd : row[part].paid);
    const [p0, p1] = [paid('project'), paid('product')];
    const forgone = measure === 'pd' ? 0 : row.today.forgone;
    const span = (from: number, size: number): Rect | null =>
      drawn && size > 0
        ? {
            x: along(from),
            y: middle - BAR / 2 - 4,
            width: Math.max(0.5, along(from + size) - along(from)),
            height: BAR,
          }
        : null;
    const range = row.range?.[measure] ?? null;
    rows.push({
      row,
      y: middle,
      name: label(
        ellipsis(words.name(row.id), nameWidth - 8, measureText, SIZE, weight),
        0,
        middle + 2,
        'start',
        SIZE,
        weight,
      ),
      cells: columns.map((column) =>
        label(
          words.cell(row, column.id),
          column.right,
          middle + 2,
          'end',
          SIZE,
          bold || column.id === (measure === 'pd' ? 'days' : 'money') ? 600 : 400,
        ),
      ),
      project: span(0, p0),
      product: span(p0, p1),
      forgone: span(p0 + p1, forgone),
      all:
        own || !drawn ? null : { x: bars[0], y: middle - BAR / 2 - 4, width: bars[1] - bars[0], height: BAR },
      range:
        own && range && range.high > 0
          ? { from: scale(range.low), to: scale(range.high), y: middle - 4 }
          : null,
      ifs:
        own && (measured(row.allProject, measure) > 0 || measured(row.allProduct, measure) > 0)
          ? {
              project: scale(measured(row.allProject, measure)),
              product: scale(measured(row.allProduct, measure)),
              y: middle + 12,
            }
          : null,
    });
    marks.push({ id: row.id, lane: marks.length, rect: { x: 0, y, width, height: rowHeight } });
    y += rowHeight;
  };
  for (const row of wastes) place(row, false);
  rules.push(y);
  place(data.total, true);
  rules.push(y);
  const priceHead = label(words.price, 0, y + 22, 'start', SMALL, 600);
  y += 30;
  for (const row of data.prices) place(row, false);
  return {
    width,
    height: y + 4,
    heads: placedHeads,
    headBottom,
    rows,
    rules,
    priceHead,
    barLeft,
    marks,
  };
}
