import type { Say } from '../../i18n.ts';
import type { FigureWords } from '../frame/figureWords.ts';
import type { LegendItem } from '../frame/legend.ts';
import type { MarkCard } from '../frame/markCard.ts';
import { numberCell, type TwinCell, type TwinTableData, textCell } from '../frame/twinTable.ts';
import type { MatrixWords } from './layout.ts';
import { type MatrixData, type MatrixRow, orderRows, type ShownMatrix } from './matrixData.ts';

/** What the words of the matrix are made from. */
export interface MatrixSpeech {
  readonly say: Say<'coverage'>;
  readonly figures: FigureWords;
  readonly mode: (mode: 'project' | 'product') => string;
  /** Money of each initiative, over all capabilities. */
  readonly money: Readonly<Record<string, number>>;
}

/** The sentences inside the drawing. */
export function matrixWords({ say }: MatrixSpeech): MatrixWords {
  return {
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
  if (shown.otherColumns > 0) items.push({ swatch: 'others', label: say('legend.others') });
  if (shown.cells.length > 0) items.push({ swatch: 'sizeScale', label: say('legend.size') });
  if (shown.rows.some((row) => row.flag === 'gap')) items.push({ swatch: 'gap', label: say('legend.gap') });
  if (shown.rows.some((row) => row.flag === 'overlap' || row.redundant > 0)) {
    items.push({ swatch: 'overlap', label: say('legend.overlap') });
  }
  if (shown.rows.some((row) => row.supply > 0)) items.push({ swatch: 'supply', label: say('legend.supply') });
  if (shown.rows.some((row) => row.need !== null)) items.push({ swatch: 'need', label: say('legend.need') });
  return items;
}

/** The matrix in one or two sentences. */
export function describeMatrix(shown: ShownMatrix, { say, figures }: MatrixSpeech): string {
  const count = (flag: MatrixRow['flag']): string =>
    figures.number(shown.rows.filter((row) => row.flag === flag).length);
  return say('describe.matrix', {
    rows: figures.number(shown.rows.length),
    columns: figures.number(shown.columns.length),
    overlaps: count('overlap'),
    gaps: count('gap'),
  });
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
    const whole = speech.money[column.id] ?? 0;
    return {
      title: column.name,
      rows: [
        ['', `${speech.mode(column.mode)} · ${say('card.for', { capability: row.name })}`],
        [say('card.money'), figures.money(money)],
        [say('card.shareOfRow'), figures.percent(money / row.supply)],
        ...(whole > 0 ? [[say('card.shareOfInitiative'), figures.percent(money / whole)] as const] : []),
      ],
    };
  }
  if (kind === 'column') {
    const column = shown.columns.find((each) => each.id === rest)!;
    const served = data.cells.filter((cell) => cell.column === rest);
    return {
      title: column.name,
      rows: [
        ['', speech.mode(column.mode)],
        [say('card.money'), figures.money(speech.money[rest] ?? 0)],
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
      ...(row.gap !== null && row.gap > 0 ? [[say('card.gap'), figures.money(row.gap)] as const] : []),
      ...(row.redundant > 0 ? [[say('card.redundant'), figures.money(row.redundant)] as const] : []),
      [say('card.initiatives'), figures.number(data.cells.filter((cell) => cell.row === row.id).length)],
    ],
  };
}

/** The whole matrix as a table, all rows and columns: a line for each cell, and one for each capability without any. */
export function matrixTable(data: MatrixData, speech: MatrixSpeech): TwinTableData {
  const { say, figures } = speech;
  const none: TwinCell = { value: null, text: '' };
  const money = (value: number | null): TwinCell =>
    value === null ? none : numberCell(value, figures.money(value));
  const columns = new Map(data.columns.map((column) => [column.id, column]));
  const byRow = new Map<string, MatrixData['cells'][number][]>();
  for (const cell of data.cells) {
    const list = byRow.get(cell.row);
    if (list) list.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const rows = orderRows(data.rows).flatMap((row) => {
    const own = (id: string, initiative: TwinCell, mode: TwinCell, amount: number | null) => ({
      id,
      cells: [
        textCell(row.name),
        textCell(row.group),
        initiative,
        mode,
        money(amount),
        row.need === null ? { value: null, text: say('needUnknown') } : money(row.need),
        money(row.supply),
        money(row.gap),
        money(row.redundant),
        row.flag === null ? none : textCell(say(`flag.${row.flag}`)),
      ],
    });
    const cells = byRow.get(row.id) ?? [];
    if (cells.length === 0) return [own(row.id, none, none, null)];
    return [...cells]
      .sort((a, b) => b.money - a.money)
      .map((cell) => {
        const column = columns.get(cell.column)!;
        return own(
          `${row.id}\n${cell.column}`,
          textCell(column.name),
          textCell(speech.mode(column.mode)),
          cell.money,
        );
      });
  });
  return {
    caption: say('table.caption'),
    columns: [
      { id: 'capability', label: say('table.capability'), kind: 'text' },
      { id: 'group', label: say('table.group'), kind: 'text' },
      { id: 'initiative', label: say('table.initiative'), kind: 'text' },
      { id: 'mode', label: say('table.mode'), kind: 'text' },
      { id: 'money', label: say('table.money'), kind: 'number' },
      { id: 'need', label: say('table.need'), kind: 'number' },
      { id: 'supply', label: say('table.supply'), kind: 'number' },
      { id: 'gap', label: say('table.gap'), kind: 'number' },
      { id: 'redundant', label: say('table.redundant'), kind: 'number' },
      { id: 'flag', label: say('table.flag'), kind: 'text' },
    ],
    rows,
  };
}
