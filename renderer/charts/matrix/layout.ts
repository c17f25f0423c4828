import { scaleLinear, scaleSqrt } from 'd3-scale';
import type { ChartMark } from '../frame/chartMark.ts';
import { LEAST_WIDTH } from '../frame/leastWidth.ts';
import { ellipsis, type MeasureText } from '../frame/measureText.ts';
import type { Label, Rect } from '../frame/rects.ts';
import {
  type MatrixCell,
  type MatrixColumn,
  type MatrixRow,
  type MatrixScale,
  type ShownMatrix,
  scaleOf,
} from './matrixData.ts';
import { type BarLayout, layoutBar, SMALL } from './needBar.ts';

/** The words that stand in the drawing. */
export interface MatrixWords {
  readonly need: string;
  readonly andFunded: string;
  readonly others: (count: number) => string;
  readonly needUnknown: string;
  /** An amount, short. */
  readonly money: (amount: number) => string;
  readonly sum: string;
}

export interface RowLayout {
  readonly row: MatrixRow;
  readonly y: number;
  readonly name: Label;
  readonly group: Label | null;
  /** Box across the cells that carries the gap's dashes or the overlap's stripes. */
  readonly box: Rect;
  readonly bar: BarLayout;
  /** What is funded, as a number. */
  readonly sum: Label;
}

export interface ColumnLayout {
  readonly column: MatrixColumn;
  readonly x: number;
  /** The name, turned by `HEAD_ANGLE` around (x, headBottom). */
  readonly text: string;
  /** Money of the rows shown: the bar under the column, and the number that stands upright at its foot. */
  readonly sum: SumLayout;
}

export interface SumLayout {
  readonly bar: Rect;
  readonly text: string;
  /** Where the upright number ends, below the bar. */
  readonly y: number;
}

export interface CellLayout {
  readonly id: string;
  readonly cell: MatrixCell;
  readonly mode: MatrixColumn['mode'];
  readonly rest: boolean;
  readonly x: number;
  readonly y: number;
  /** Half of the square's side, or the circle's radius. */
  readonly r: number;
}

export interface OtherLayout {
  readonly id: string;
  readonly row: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

export interface MatrixLayout {
  readonly width: number;
  readonly height: number;
  readonly headBottom: number;
  readonly left: number;
  readonly right: number;
  readonly rows: readonly RowLayout[];
  readonly columns: readonly ColumnLayout[];
  readonly otherColumn: { readonly x: number; readonly text: string; readonly sum: SumLayout } | null;
  /** The word before the sums of the columns; its line's y for what stands above it. */
  readonly sums: { readonly label: Label; readonly y: number; readonly total: Label } | null;
  readonly cells: readonly CellLayout[];
  readonly others: readonly OtherLayout[];
  readonly barHead: { readonly need: Label; readonly funded: Label; readonly x: number };
  readonly marks: readonly ChartMark[];
}

/** Column names rise at this angle, in degrees. */
export const HEAD_ANGLE = 52;
const NAME = [110, 250] as const;
const GROUP = [0, 150] as const;
const GAP = 10;
const BAR = [112, 168] as const;
/** Least room for the sums at the right of the bars, and room for those that stand upright under the columns. */
const SUM = 56;
const SUMS = 82;
const SUM_BAR = 24;
const ROW = 27;
const MOST_HEAD = 156;
const LEAST_HEAD = 64;
const SIZE = 12.5;
const LEAST_COLUMN = 19;
const MOST_COLUMN = 44;

/** Room for the rows' names and for what they are part of: as much as they need, within a share of the width. */
function nameRoom(
  rows: readonly MatrixRow[],
  width: number,
  measure: MeasureText,
): readonly [name: number, group: number] {
  const names = Math.max(0, ...rows.map((row) => measure(row.name, SIZE, row.flag === null ? 400 : 600)));
  const groups = Math.max(0, ...rows.map((row) => measure(row.group, SMALL)));
  const clamp = (value: number, [low, high]: readonly [number, number], share: number): number =>
    Math.max(low, Math.min(high, share * width, Math.ceil(value)));
  return [clamp(names + 10, NAME, 0.22), groups === 0 ? 0 : clamp(groups + 8, GROUP, 0.13)];
}

/** Room for the amounts at the right: cut, an amount would be another one. */
function sumRoom(rows: readonly MatrixRow[], money: MatrixWords['money'], measure: MeasureText): number {
  let [most, total] = [0, 0];
  for (const { supply } of rows) {
    total += supply;
    most = Math.max(most, measure(money(supply), SMALL));
  }
  return Math.max(SUM, Math.ceil(Math.max(most, measure(money(total), SMALL, 600))) + 6);
}

/** Columns that find room beside the names, the bars and the amounts of these rows in `width` px; at least one. */
export function columnsThatFit(
  rows: readonly MatrixRow[],
  width: number,
  words: Pick<MatrixWords, 'money'>,
  measure: MeasureText,
): number {
  const [name, group] = nameRoom(rows, matrixWidth(width), measure);
  const sum = sumRoom(rows, words.money, measure);
  return Math.max(
    1,
    Math.floor(
      (matrixWidth(width) - name - group - 3 * GAP - barRoom(matrixWidth(width)) - sum) / LEAST_COLUMN,
    ),
  );
}

/** Width of the bars of need and supply. */
const barRoom = (width: number): number => Math.max(BAR[0], Math.min(BAR[1], 0.2 * width));

const matrixWidth = (width: number): number => Math.max(LEAST_WIDTH, Math.floor(width));

/**
 * Every place of the matrix in px; pure. Marks' areas stand for money on one scale over all cells; `scale` gives another
 * one, so that marks keep their size while the figures change.
 */
export function layoutMatrix(
  shown: ShownMatrix,
  availableWidth: number,
  words: MatrixWords,
  measure: MeasureText,
  scale: MatrixScale = scaleOf(shown),
  mostHead = MOST_HEAD,
): MatrixLayout {
  const columnCount = shown.columns.length + (shown.otherColumns > 0 ? 1 : 0);
  const [nameWidth, groupWidth] = nameRoom(shown.rows, matrixWidth(availableWidth), measure);
  const barWidth = barRoom(matrixWidth(availableWidth));
  const sumWidth = sumRoom(shown.rows, words.money, measure);
  const left = nameWidth + groupWidth + GAP;
  const room = matrixWidth(availableWidth) - left - barWidth - sumWidth - 2 * GAP;
  const step = Math.min(MOST_COLUMN, Math.max(LEAST_COLUMN, room / Math.max(1, columnCount)));
  const right = left + step * Math.max(1, columnCount);
  const barLeft = Math.max(right + 2 * GAP, matrixWidth(availableWidth) - barWidth - sumWidth);
  const width = barLeft + barWidth + sumWidth;
  const x = (k: number): number => left + step * (k + 0.5);

  const label = (text: string, room: number, at: Omit<Label, 'text' | 'width'>): Label => {
    const short = ellipsis(text, room, measure, at.size, at.weight);
    return { ...at, text: short, width: measure(short, at.size, at.weight) };
  };
  const sin = Math.sin((HEAD_ANGLE * Math.PI) / 180);
  const longest = Math.max(0, ...shown.columns.map((column) => measure(column.name, SMALL)));
  const head = Math.ceil(Math.max(LEAST_HEAD, Math.min(mostHead, longest * sin + 34)));
  const headLength = (head - 30) / sin;
  // The last names lean to the right over the bars' head; they may not leave the picture.
  const cos = Math.cos((HEAD_ANGLE * Math.PI) / 180);
  const headRoom = (at: number): number => Math.max(24, Math.min(headLength, (width - at - 6) / cos));
  const rowY = (k: number): number => head + 8 + ROW * (k + 0.5);
  const bottom = rowY(shown.rows.length) - ROW / 2 + 6;
  const sumOf = sumsByColumn(shown);
  const mostSum = Math.max(1e-9, ...sumOf.values());
  const sumAt = (key: string, at: number): SumLayout => {
    const money = sumOf.get(key) ?? 0;
    const height = (SUM_BAR * money) / mostSum;
    return {
      bar: { x: at - 5, y: bottom + SUM_BAR - height, width: 10, height },
      text: words.money(money),
      y: bottom + SUM_BAR + 4,
    };
  };
  const columns = shown.columns.map(
    (column, k): ColumnLayout => ({
      column,
      x: x(k),
      text: ellipsis(column.name, headRoom(x(k)), measure, SMALL),
      sum: sumAt(column.id, x(k)),
    }),
  );
  const otherX = x(shown.columns.length);
  const otherColumn =
    shown.otherColumns > 0
      ? {
          x: otherX,
          text: ellipsis(words.others(shown.otherColumns), headRoom(otherX), measure, SMALL),
          sum: sumAt(OTHERS, otherX),
        }
      : null;

  const { mostMoney, mostBar } = scale;
  const radius = scaleSqrt([0, mostMoney > 0 ? mostMoney : 1], [2.6, Math.min(13, step / 2 - 0.5)]).clamp(
    true,
  );
  const bar = scaleLinear([0, mostBar > 0 ? mostBar : 1], [0, barWidth - 18]).clamp(true);

  const rowIndex = new Map(shown.rows.map((row, k) => [row.id, k]));
  const columnIndex = new Map(shown.columns.map((column, k) => [column.id, k]));
  const rows = shown.rows.map((row, k): RowLayout => {
    const y = rowY(k);
    const weight = row.flag === null ? 400 : 600;
    return {
      row,
      y,
      name: label(row.name, nameWidth - 8, { x: 0, y: y + 4, anchor: 'start', size: SIZE, weight }),
      group:
        row.group === ''
          ? null
          : label(row.group, groupWidth - 4, {
              x: nameWidth + groupWidth,
              y: y + 4,
              anchor: 'end',
              size: SMALL,
              weight: 400,
            }),
      box: { x: left, y: y - ROW / 2 + 2.5, width: right - left, height: ROW - 5 },
      bar: layoutBar(row, y, barLeft, barWidth, bar, words.needUnknown, measure),
      sum: label(words.money(row.supply), sumWidth - 4, {
        x: width - 2,
        y: y + 4,
        anchor: 'end',
        size: SMALL,
        weight: 400,
      }),
    };
  });
  const cells = shown.cells.map((cell): CellLayout => {
    const k = columnIndex.get(cell.column)!;
    return {
      id: `cell:${cell.row}\n${cell.column}`,
      cell,
      mode: shown.columns[k]!.mode,
      rest: shown.columns[k]!.rest === true,
      x: x(k),
      y: rowY(rowIndex.get(cell.row)!),
      r: radius(cell.money),
    };
  });
  const others = [...shown.others].map(
    ([row, sum]): OtherLayout => ({
      id: `others:${row}`,
      row,
      x: otherX,
      y: rowY(rowIndex.get(row)!),
      r: radius(sum.money),
    }),
  );

  const marks: ChartMark[] = columns.map((column) => ({
    id: `column:${column.column.id}`,
    lane: 0,
    rect: { x: column.x - 7, y: head - 14, width: 14, height: 16 },
  }));
  rows.forEach((row, k) => {
    marks.push({
      id: `row:${row.row.id}`,
      lane: k + 1,
      rect: { x: 0, y: row.y - ROW / 2, width: nameWidth + groupWidth, height: ROW },
    });
    marks.push({
      id: `bar:${row.row.id}`,
      lane: k + 1,
      rect: { x: barLeft, y: row.y - ROW / 2, width: barWidth + sumWidth, height: ROW },
    });
  });
  for (const mark of [...cells, ...others]) {
    const half = Math.max(mark.r, 7);
    const row = 'cell' in mark ? mark.cell.row : mark.row;
    marks.push({
      id: mark.id,
      lane: rowIndex.get(row)! + 1,
      rect: { x: mark.x - half, y: mark.y - half, width: 2 * half, height: 2 * half },
    });
  }
  const needLabel = label(words.need, barWidth, {
    x: barLeft,
    y: head - 4,
    anchor: 'start',
    size: SIZE,
    weight: 600,
  });
  let total = 0;
  for (const row of shown.rows) total += row.supply;
  const sumLine = bottom + SUM_BAR;
  const feet = [...columns.map(({ sum }) => sum.text), ...(otherColumn ? [otherColumn.sum.text] : [])];
  const upright = Math.max(
    SUMS,
    SUM_BAR + 6 + Math.ceil(Math.max(0, ...feet.map((text) => measure(text, SMALL)))),
  );
  return {
    width,
    height: shown.columns.length === 0 ? head + 16 + ROW * rows.length : bottom + upright,
    sums:
      shown.columns.length === 0
        ? null
        : {
            y: bottom - 1,
            label: label(words.sum, nameWidth + groupWidth - 8, {
              x: 0,
              y: sumLine,
              anchor: 'start',
              size: SIZE,
              weight: 600,
            }),
            total: label(words.money(total), sumWidth - 4, {
              x: width - 2,
              y: sumLine,
              anchor: 'end',
              size: SMALL,
              weight: 600,
            }),
          },
    headBottom: head,
    left,
    right,
    rows,
    columns,
    otherColumn,
    cells,
    others,
    barHead: {
      x: barLeft + needLabel.width + 8,
      need: needLabel,
      // The amounts on the right have no heading of their own: this one may stand over them, too.
      funded: label(words.andFunded, barWidth + sumWidth - needLabel.width - 20, {
        x: barLeft + needLabel.width + 16,
        y: head - 4,
        anchor: 'start',
        size: SIZE,
        weight: 400,
      }),
    },
    marks,
  };
}

/** The key of all columns without a place of their own. */
const OTHERS = '\n';

/** Money of the shown rows by column. */
function sumsByColumn({ cells, others }: ShownMatrix): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const add = (key: string, money: number): void => {
    sums.set(key, (sums.get(key) ?? 0) + money);
  };
  for (const { column, money } of cells) add(column, money);
  for (const { money } of others.values()) add(OTHERS, money);
  return sums;
}
