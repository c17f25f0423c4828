import { ellipsis, type MeasureText, wrapText } from '../../charts/frame/measureText.ts';
import type { Anchor, Label, Rect } from '../../charts/frame/rects.ts';
import type { Room } from '../draft.ts';

export type Tone = 'ink' | 'ink-2' | 'ink-3' | 'project-ink' | 'product-ink';

/** A figure or two under what they are of, with a note. */
export interface Tile {
  readonly label: string;
  readonly figures: readonly { readonly text: string; readonly tone: 'ink' | 'project' | 'product' }[];
  readonly note: string;
}

/** A line of a panel, with what its kind of panel shows of it. */
export interface PanelLine {
  readonly label: string;
  readonly value?: string;
  readonly note?: string;
  /** Shares of the longest bar. */
  readonly project?: number;
  readonly product?: number;
}

/** A box with a title; what is said stands under its lines, and further lines with their notes where room is left. */
export interface Panel {
  readonly kind: 'bars' | 'notes' | 'counts';
  readonly title: string;
  readonly lines: readonly PanelLine[];
  readonly said: readonly string[];
  readonly further?: { readonly title: string; readonly lines: readonly PanelLine[] };
}

/** The words of the portfolio on a page. */
export interface OverviewWords {
  readonly tiles: readonly Tile[];
  readonly panels: readonly [Panel, Panel, Panel];
}

export interface OverviewText extends Label {
  readonly tone: Tone;
}

export interface OverviewLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Rect[];
  /** Lines between the tiles. */
  readonly rules: readonly { readonly x: number; readonly from: number; readonly to: number }[];
  readonly texts: readonly OverviewText[];
  readonly bars: readonly (Rect & { readonly mode: 'project' | 'product' })[];
}

const TILE = 104;
const PAD = 16;
const GAP = 18;
const FIGURE = 27;
const FIGURE_GAP = 22;
const SIZE = 12.5;
const SMALL = 11;
/** From one line of a label to the next. */
const LABEL_LINE = 15;
/** From one line of a panel to the next, and what a line has under its words, px. */
const STEP = { bars: 46, notes: 42, counts: 26 } as const;
const UNDER = { bars: 0, notes: 16, counts: 0 } as const;
const BAR = 7;
/** Where few lines would leave a panel empty, they stand so many times further apart at most. */
const MOST_APART = 1.6;
/** Fewer further lines than this are not worth their title. */
const FEWEST_FURTHER = 2;

/** From one line of a panel to the next, px, where `room` is left under the first: bars stand closer where they must. */
function stepOf({ kind, lines, said, further }: Panel, room: number): number {
  const fitting = (room - UNDER[kind] + (kind === 'bars' ? 12 : 0)) / Math.max(1, lines.length);
  if (kind === 'bars' && fitting < STEP.bars) return fitting;
  return said.length > 0 || further
    ? STEP[kind]
    : Math.min(Math.max(STEP[kind], fitting), MOST_APART * STEP[kind]);
}

/** Every place of the portfolio on a page in px; pure. Lines that find no room are left out. */
export function layoutOverview(room: Room, words: OverviewWords, measure: MeasureText): OverviewLayout {
  const width = Math.max(640, Math.floor(room.width));
  const height = Math.max(340, Math.floor(room.height));
  const texts: OverviewText[] = [];
  const bars: (Rect & { mode: 'project' | 'product' })[] = [];
  const put = (
    text: string,
    x: number,
    y: number,
    size: number,
    tone: Tone,
    rest: { readonly weight?: number; readonly anchor?: Anchor; readonly room?: number } = {},
  ): number => {
    const weight = rest.weight ?? 400;
    const short = ellipsis(text, rest.room ?? Number.POSITIVE_INFINITY, measure, size, weight);
    const wide = measure(short, size, weight);
    if (short !== '')
      texts.push({ text: short, x, y, size, weight, tone, anchor: rest.anchor ?? 'start', width: wide });
    return wide;
  };

  const putNote = ({ label, note = '' }: PanelLine, left: number, top: number, room: number): void => {
    put(label, left, top, SIZE, 'ink', { weight: 600, room });
    put(note, left + 16, top + 16, SMALL, 'ink-2', { room: room - 16 });
  };

  const tiles = words.tiles.length;
  const tileWidth = width / tiles;
  words.tiles.forEach((tile, at) => {
    const left = at * tileWidth + PAD;
    const inner = tileWidth - 2 * PAD;
    const labels = wrapText(tile.label, inner, 2, measure, SIZE - 0.5);
    labels.forEach((line, k) => {
      put(line, left, 26 + LABEL_LINE * (k - 0.6 * (labels.length - 1)), SIZE - 0.5, 'ink-2');
    });
    const tones = { ink: 'ink', project: 'project-ink', product: 'product-ink' } as const;
    const all = tile.figures.reduce(
      (sum, { text }) => sum + measure(text, FIGURE, 600) + FIGURE_GAP,
      -FIGURE_GAP,
    );
    const size = all > inner ? FIGURE * (inner / all) : FIGURE;
    let x = left;
    for (const { text, tone } of tile.figures)
      x += put(text, x, 60, size, tones[tone], { weight: 600 }) + FIGURE_GAP;
    wrapText(tile.note, inner, 2, measure, SMALL).forEach((line, k) => {
      put(line, left, 80 + k * 14, SMALL, 'ink-3');
    });
  });

  const top = TILE + GAP;
  const below = height - top;
  const shares = [0.3, 0.42, 0.28];
  const free = width - 2 * GAP;
  const lefts = shares.map((_, k) => shares.slice(0, k).reduce((sum, share) => sum + share * free + GAP, 0));
  const column = (k: number): Rect => ({ x: lefts[k]!, y: top, width: shares[k]! * free, height: below });
  const boxes = [column(0), column(1), column(2)];
  words.panels.forEach((panel, at) => {
    const { x, y, width: wide } = boxes[at]!;
    const left = x + PAD;
    const inner = wide - 2 * PAD;
    const title = wrapText(panel.title, inner, 2, measure, SIZE + 0.5, 600);
    title.forEach((line, k) => {
      put(line, left, y + 26 + LABEL_LINE * k, SIZE + 0.5, 'ink', { weight: 600 });
    });
    const first = y + 52 + LABEL_LINE * (title.length - 1);
    const last = y + below - 12;
    const { lines } = panel;
    const step = stepOf(panel, last - first);
    let lineTop = first;
    let shown = 0;
    for (const line of lines) {
      const value = line.value ?? '';
      const labels =
        panel.kind === 'counts'
          ? wrapText(line.label, inner - measure(value, SIZE, 600) - 10, 2, measure, SIZE)
          : [line.label];
      const more = LABEL_LINE * (labels.length - 1);
      if (lineTop + more + UNDER[panel.kind] > last + 1e-9) break;
      shown += 1;
      if (panel.kind === 'notes') putNote(line, left, lineTop, inner);
      else {
        const valueWidth = put(value, left + inner, lineTop, SIZE, 'ink', { anchor: 'end', weight: 600 });
        for (const [k, label] of labels.entries())
          put(label, left, lineTop + LABEL_LINE * k, SIZE, 'ink', { room: inner - valueWidth - 10 });
        const [a, b] = [(line.project ?? 0) * inner, (line.product ?? 0) * inner];
        const bar = { y: lineTop + 5, height: BAR * Math.max(1, step / STEP.bars) };
        if (a > 0) bars.push({ mode: 'project', x: left, width: Math.max(0.6, a), ...bar });
        if (b > 0) bars.push({ mode: 'product', x: left + a, width: Math.max(0.6, b), ...bar });
      }
      lineTop += step + more;
    }
    let under = shown === 0 ? first : lineTop + 10;
    for (const text of panel.said) {
      for (const line of wrapText(text, inner, 4, measure, SIZE)) {
        if (under <= last) put(line, left, under, SIZE, 'ink-3');
        under += 17;
      }
      under += 7;
    }
    const { further } = panel;
    const head = under + 16;
    const room = Math.floor((last - UNDER.notes - (head + 26)) / STEP.notes + 1e-9) + 1;
    if (!further || shown < lines.length || room < FEWEST_FURTHER) return;
    put(further.title, left, head, SIZE + 0.5, 'ink', { weight: 600, room: inner });
    further.lines.slice(0, room).forEach((line, k) => {
      putNote(line, left, head + 26 + k * STEP.notes, inner);
    });
  });

  return {
    width,
    height,
    boxes: [{ x: 0, y: 0, width, height: TILE }, ...boxes],
    rules: words.tiles.slice(1).map((_, at) => ({ x: (at + 1) * tileWidth, from: 0, to: TILE })),
    texts,
    bars,
  };
}
