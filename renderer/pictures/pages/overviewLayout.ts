import { ellipsis, type MeasureText, wrapText } from '../../charts/frame/measureText.ts';
import type { Anchor, Label, Rect } from '../../charts/frame/rects.ts';
import type { Room } from '../draft.ts';

export type Tone = 'ink' | 'ink-2' | 'ink-3' | 'project-ink' | 'product-ink';

/** The words of the portfolio on a page; bars are shares of the longest one. */
export interface OverviewWords {
  readonly tiles: readonly {
    readonly label: string;
    readonly figures: readonly { readonly text: string; readonly tone: 'ink' | 'project' | 'product' }[];
    readonly note: string;
  }[];
  readonly wastes: {
    readonly title: string;
    readonly lines: readonly {
      readonly label: string;
      readonly value: string;
      readonly project: number;
      readonly product: number;
    }[];
    /** Paragraphs that stand where there is no line. */
    readonly empty: readonly string[];
  };
  readonly convert: {
    readonly title: string;
    readonly lines: readonly { readonly label: string; readonly note: string }[];
    readonly empty: string;
  };
  readonly findings: {
    readonly title: string;
    readonly lines: readonly { readonly label: string; readonly value: string }[];
    readonly empty: string;
  };
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
const LINE = 26;

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

  const tiles = words.tiles.length;
  const tileWidth = width / tiles;
  words.tiles.forEach((tile, at) => {
    const left = at * tileWidth + PAD;
    const inner = tileWidth - 2 * PAD;
    put(tile.label, left, 26, SIZE - 0.5, 'ink-2', { room: inner });
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
  const body = ({ x, y, width: wide }: Rect, title: string) => {
    put(title, x + PAD, y + 26, SIZE + 0.5, 'ink', { weight: 600, room: wide - 2 * PAD });
    return { left: x + PAD, first: y + 52, inner: wide - 2 * PAD, last: y + below - 12 };
  };
  const empty = (paragraphs: readonly string[], at: ReturnType<typeof body>): void => {
    let y = at.first;
    for (const text of paragraphs) {
      for (const line of wrapText(text, at.inner, 4, measure, SIZE)) {
        if (y <= at.last) put(line, at.left, y, SIZE, 'ink-3');
        y += 17;
      }
      y += 7;
    }
  };

  const wastes = body(boxes[0]!, words.wastes.title);
  if (words.wastes.lines.length === 0) empty(words.wastes.empty, wastes);
  const step = Math.min(46, (wastes.last - wastes.first + 12) / Math.max(1, words.wastes.lines.length));
  words.wastes.lines.forEach((line, k) => {
    const y = wastes.first + k * step;
    const valueWidth = put(line.value, wastes.left + wastes.inner, y, SIZE, 'ink', {
      anchor: 'end',
      weight: 600,
    });
    put(line.label, wastes.left, y, SIZE, 'ink', { room: wastes.inner - valueWidth - 10 });
    const [a, b] = [line.project * wastes.inner, line.product * wastes.inner];
    if (a > 0) bars.push({ mode: 'project', x: wastes.left, y: y + 5, width: Math.max(0.6, a), height: 7 });
    if (b > 0)
      bars.push({ mode: 'product', x: wastes.left + a, y: y + 5, width: Math.max(0.6, b), height: 7 });
  });

  const convert = body(boxes[1]!, words.convert.title);
  if (words.convert.lines.length === 0) empty([words.convert.empty], convert);
  words.convert.lines.slice(0, Math.floor((convert.last - convert.first + 26) / 42)).forEach((line, k) => {
    const y = convert.first + k * 42;
    put(line.label, convert.left, y, SIZE, 'ink', { weight: 600, room: convert.inner });
    put(line.note, convert.left + 16, y + 16, SMALL, 'ink-2', { room: convert.inner - 16 });
  });

  const findings = body(boxes[2]!, words.findings.title);
  if (words.findings.lines.length === 0) empty([words.findings.empty], findings);
  words.findings.lines
    .slice(0, Math.floor((findings.last - findings.first) / LINE) + 1)
    .forEach((line, k) => {
      const y = findings.first + k * LINE;
      const valueWidth = put(line.value, findings.left + findings.inner, y, SIZE, 'ink', {
        anchor: 'end',
        weight: 600,
      });
      put(line.label, findings.left, y, SIZE, 'ink', { room: findings.inner - valueWidth - 10 });
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
