import { joinSentences } from '../../../shared/text/join.ts';
import type { Say } from '../../i18n.ts';
import type { FigureWords } from '../frame/figureWords.ts';
import type { LegendItem } from '../frame/legend.ts';
import type { MarkCard } from '../frame/markCard.ts';
import { numberCell, type TwinCell, type TwinTableData, textCell } from '../frame/twinTable.ts';
import type { MatrixWords } from './layout.ts';
import { isGapPending, type MatrixData, type MatrixRow, orderRows, type ShownMatrix } from './matrixData.ts';

/** What the words of the matrix are made from. */
export interface MatrixSpeech {
  readonly say: Say<'coverage'>;
  readonly figures: FigureWords;
  readonly mode: (mode: 'project' | 'product') => string;
  /** What the columns are, in a word; null when they are initiatives. */
  readonly kind?: string | null;
  /** The quarter that is looked at; null = all time. */
  readonly quarter?: string | null;
}

/** The sentences inside the drawing. */
export function matrixWords({ say, figures }: Pick<MatrixSpeech, 'say' | 'figures'>): MatrixWords {
  return {
    money: (amount) => (amount > 0 ? figures.moneyShort(amount) : '–'),
    sum: say('sum'),
    need: say('need'),
    andFunded: say('andFunded'),
    others: (count) => say('others', { count }),
    needUnknown: say('needUnknown'),
  };
}

/** Legend entries for what the matrix really shows. */
export function matrixLegend(shown: ShownMatrix, { say }: MatrixSpeech): readonly LegendItem[] {
  const items: LegendItem[] = [];
  if (shown.columns.some((column) => column.mode === 'project')) {
    items.push({ swatch: 'projectSquare', label: say('legend.project') });
  }
  if (shown.columns.some((column) => column.mode === 'product')) {
    items.push({ swatch: 'productCircle', label: say('legend.product') });
  }
  if (shown.columns.some((column) => column.mode === null && !column.rest)) {
    items.push({ swatch: 'columnMark', label: say('legend.column') });
  }
  if (shown.columns.some((column) => column.rest)) {
    items.push({ swatch: 'columnRest', label: say('legend.rest') });
  }
  if (shown.otherColumns > 0) items.push({ swatch: 'others', label: say('legend.others') });
  if (shown.cells.length > 0) items.push({ swatch: 'sizeScale', label: say('legend.size') });
  if (shown.rows.some((row) => row.flag === 'gap')) items.push({ swatch: 'gap', label: say('legend.gap') });
  if (shown.rows.some((row) => row.flag === 'overlap' || (row.redundant ?? 0) > 0)) {
    items.push({ swatch: 'overlap', label: say('legend.overlap') });
  }
  if (shown.rows.some((row) => row.supply > 0)) items.push({ swatch: 'supply', label: say('legend.supply') });
  if (shown.rows.some((row) => row.need !== null)) items.push({ swatch: 'need', label: say('legend.need') });
  return items;
}

/** The matrix in one or two sentences. */
export function describeMatrix(
  shown: ShownMatrix,
  { say, figures, kind = null, quarter = null }: MatrixSpeech,
): string {
  const count = (flag: MatrixRow['flag']): string =>
    figures.number(shown.rows.filter((row) => row.flag === flag).length);
  const counts = {
    rows: figures.number(shown.rows.length),
    columns: figures.number(shown.columns.length),
    overlaps: count('overlap'),
    gaps: count('gap'),
  };
  const words =
    kind === null ? say('describe.matrix', counts) : say('describe.matrixOf', { ...counts, kind });
  return joinSentences([
    words,
    ...(quarter === null ? [] : [say('describe.quarter', { quarter })]),
    ...(shown.rows.some(isGapPending)
      ? [say('describe.glance')]
      : shown.rows.some((row) => row.redundant === null)
        ? [say('describe.comparing')]
        : []),
  ]);
}

/** What the card beside a mark says; throws for an id that the layout did not make. */
export function matrixCard(id: string, data: MatrixData, shown: ShownMatrix, speech: MatrixSpeech): MarkCard {
  const { say, figures } = speech;
  const at = id.indexOf(':');
  const kind = id.slice(0, at);
  const rest = id.slice(at + 1);
  if (kind === 'cell') {
    const [rowId, columnId] = rest.split('\n');
    const row = shown.rows.find((each) => each.id === rowId)!;
    const column = shown.columns.find((each) => each.id === columnId)!;
    const money = shown.cells.find((cell) => cell.row === rowId && cell.column === columnId)!.money;
    const whole = column.total;
    const target = say('card.for', { capability: row.name });
    return {
      title: column.name,
      rows: [
        ['', column.mode === null ? target : `${speech.mode(column.mode)} · ${target}`],
        [say('card.money'), figures.money(money)],
        [say('card.shareOfRow'), figures.percent(money / row.supply)],
        // In one quarter the whole of an initiative is no measure.
        ...(whole > 0 && (speech.quarter ?? null) === null
          ? [
              [
                say(column.mode === null ? 'card.shareOfColumn' : 'card.shareOfInitiative'),
                figures.percent(money / whole),
              ] as const,
            ]
          : []),
      ],
    };
  }
  if (kind === 'column') {
    const column = shown.columns.find((each) => each.id === rest)!;
    const served = data.cells.filter((cell) => cell.column === rest);
    return {
      title: column.name,
      rows: [
        ...(column.mode === null ? [] : [['', speech.mode(column.mode)] as const]),
        [say('card.money'), figures.money(column.total)],
        [say('card.serves'), figures.number(served.length)],
      ],
    };
  }
  const row = shown.rows.find((each) => each.id === rest);
  if (!row) throw new Error(`the matrix has no mark ${id}`);
  if (kind === 'others') {
    const sum = shown.others.get(rest)!;
    return {
      title: say('card.othersTitle', { count: sum.count }),
      rows: [
        ['', say('card.for', { capability: row.name })],
        [say('card.money'), figures.money(sum.money)],
        [say('card.shareOfRow'), figures.percent(sum.money / row.supply)],
      ],
    };
  }
  return {
    title: row.group === '' ? row.name : `${row.name} · ${row.group}`,
    rows: [
      [say('card.need'), row.need === null ? say('needUnknown') : figures.money(row.need)],
      [say('card.funded'), figures.money(row.supply)],
      ...(row.need !== null && row.need > 0
        ? [[say('card.covered'), figures.percent(row.supply / row.need)] as const]
        : []),
      ...(isGapPending(row) ? [[say('card.gap'), say('glance.cell')] as const] : []),
      ...(row.gap !== null && row.gap > 0 ? [[say('card.gap'), figures.money(row.gap)] as const] : []),
      ...(row.alone ? [[say('card.alone'), say('card.aloneYes')] as const] : []),
      ...(row.redundant === null
        ? [[say('card.redundant'), say('comparing.cell')] as const]
        : row.redundant > 0
          ? [[say('card.redundant'), figures.money(row.redundant)] as const]
          : []),
      [say('card.initiatives'), figures.number(data.cells.filter((cell) => cell.row === row.id).length)],
    ],
  };
}

/** A quarter as a column of a table: its name, and the money of a cell in it. */
export interface QuarterColumn {
  readonly name: string;
  /** Money of a column for a row in that quarter; the row's sum without a column. */
  readonly money: (row: string, column: string | null) => number;
}

/**
 * The whole matrix as a table, all rows and columns: a line for each cell, and one for each capability without any;
 * with a column for each quarter where quarters are given.
 */
export function matrixTable(
  data: MatrixData,
  speech: MatrixSpeech,
  quarters: readonly QuarterColumn[] = [],
): TwinTableData {
  const { say, figures } = speech;
  const none: TwinCell = { value: null, text: '' };
  const money = (value: number | null): TwinCell =>
    value === null ? none : numberCell(value, figures.money(value));
  const columns = new Map(data.columns.map((column) => [column.id, column]));
  const byRow = Map.groupBy(data.cells, ({ row }) => row);
  const rows = orderRows(data.rows).flatMap((row) => {
    const own = (column: string | null, initiative: TwinCell, mode: TwinCell, amount: number | null) => ({
      id: column === null ? row.id : `${row.id}\n${column}`,
      cells: [
        textCell(row.name),
        textCell(row.group),
        initiative,
        mode,
        money(amount),
        row.need === null ? { value: null, text: say('needUnknown') } : money(row.need),
        money(row.supply),
        isGapPending(row) ? { value: null, text: say('glance.cell') } : money(row.gap),
        row.redundant === null ? { value: null, text: say('comparing.cell') } : money(row.redundant),
        row.flag === null ? none : textCell(say(`flag.${row.flag}`)),
        ...quarters.map((quarter) => money(quarter.money(row.id, column))),
      ],
    });
    const cells = byRow.get(row.id) ?? [];
    if (cells.length === 0) return [own(null, none, none, null)];
    return [...cells]
      .sort((a, b) => b.money - a.money)
      .map((cell) => {
        const column = columns.get(cell.column)!;
        return own(
          cell.column,
          textCell(column.name),
          column.mode === null ? none : textCell(speech.mode(column.mode)),
          cell.money,
        );
      });
  });
  return {
    caption: say('table.caption'),
    columns: [
      { id: 'capability', label: say('table.capability'), kind: 'text' },
      { id: 'group', label: say('table.group'), kind: 'text' },
      { id: 'initiative', label: speech.kind ?? say('table.initiative'), kind: 'text' },
      { id: 'mode', label: say('table.mode'), kind: 'text' },
      { id: 'money', label: say('table.money'), kind: 'number' },
      { id: 'need', label: say('table.need'), kind: 'number' },
      { id: 'supply', label: say('table.supply'), kind: 'number' },
      { id: 'gap', label: say('table.gap'), kind: 'number' },
      { id: 'redundant', label: say('table.redundant'), kind: 'number' },
      { id: 'flag', label: say('table.flag'), kind: 'text' },
      ...quarters.map(({ name }, q) => ({ id: `quarter${q}`, label: name, kind: 'number' as const })),
    ],
    rows,
  };
}
