import { scaleQuantize } from 'd3-scale';
import type { ChartMark } from '../frame/chartMark.ts';
import { type HeatStep, heatSteps } from '../frame/heat.ts';
import { ellipsis, type MeasureText, wrapText } from '../frame/measureText.ts';
import type { Label, Rect } from '../frame/rects.ts';
import { type Heat, heatOf, itself, type MapNode, speaks } from './capabilityTree.ts';
import { type Fit, fitSections } from './fit.ts';

/** The words that stand in the drawing. */
export interface CapabilityMapWords {
  /** The amount of a box and how many initiatives stand behind it; `amount` null = not known. */
  readonly figure: (amount: number | null, initiatives: number) => string;
  /** The amount alone, for small boxes. */
  readonly amount: (amount: number | null) => string;
  /** Over boxes that hang under no other, beside branches. */
  readonly here: string;
  readonly itself: (name: string) => string;
}

/** A box: one capability, or a branch that can be opened. */
export interface TileLayout {
  readonly id: string;
  readonly node: MapNode;
  /** Whether it holds more capabilities and opens. */
  readonly branch: boolean;
  readonly rect: Rect;
  /** Its step of the heat; null when its amount is not known, 0 when it is nothing. */
  readonly step: HeatStep | 0 | null;
  readonly name: readonly Label[];
  readonly figure: Label | null;
  /** Centres of five dots, filled up to the importance; none without room or importance. */
  readonly dots: readonly { readonly x: number; readonly y: number; readonly filled: boolean }[];
  /** Where the arrow of a branch points from; null without room. */
  readonly arrow: { readonly x: number; readonly y: number } | null;
}

/** A branch with its boxes. */
export interface SectionLayout {
  /** Null for the boxes that hang under no other. */
  readonly node: MapNode | null;
  readonly rect: Rect;
  readonly head: Rect;
  readonly name: Label;
  readonly figure: Label | null;
  readonly tiles: readonly TileLayout[];
}

export interface CapabilityMapLayout {
  readonly width: number;
  readonly height: number;
  readonly sections: readonly SectionLayout[];
  readonly tileCount: number;
  /** Smallest and largest amount of the scale. */
  readonly domain: readonly [number, number];
  readonly marks: readonly ChartMark[];
}

export const DOT = 2.2;
const DOT_STEP = 6.4;
const NAME = 11.5;
const LINE = 13;
const SMALL = 11;
const HEAD = 13;
const PAD = 9;
const LEAST_WIDTH = 320;
/** Width of the stripe of an overlap, which words stand beside. */
export const BAND = 4.5;
/** A box smaller than this has no name, and one smaller still no words at all. */
const NAMED = { width: 62, height: 34 } as const;

/** Id of a section's mark and of a box's mark. */
export const sectionMark = (id: string): string => `branch:${id}`;
export const tileMark = (id: string): string => `box:${id}`;

/**
 * The map of one branch in px; pure. Its children are sections with a box for each of theirs, children without any of
 * their own stand together; deeper levels are added up in the boxes. Boxes of one drawing have nearly one size, as
 * large as `height` allows; very many make the map higher rather than unreadable. `most` fixes the scale of the heat.
 */
export function layoutCapabilityMap(
  focus: MapNode,
  heat: Heat,
  { width: availableWidth, height }: { readonly width: number; readonly height: number },
  words: CapabilityMapWords,
  measure: MeasureText,
  most: number | null = null,
): CapabilityMapLayout {
  const width = Math.max(LEAST_WIDTH, Math.floor(availableWidth));
  const parts = sectionsOf(focus, words);
  const fit = fitSections(
    parts.map(({ tiles }) => tiles.length),
    width,
    height,
  );
  const amounts = parts.flatMap(({ tiles }) => tiles.map((node) => heatOf(node, heat) ?? 0));
  const high = Math.max(0, most ?? 0, ...amounts);
  const quantize = scaleQuantize<HeatStep>([0, high > 0 ? high : 1], [...heatSteps]);
  const step = (amount: number | null): TileLayout['step'] =>
    amount === null ? null : amount > 0 ? quantize(amount) : 0;
  const sections = parts.map(({ node, tiles }, k): SectionLayout => {
    const { rect, places } = fit.sections[k]!;
    const head = { x: rect.x, y: rect.y, width: rect.width, height: fit.head };
    return {
      node,
      rect,
      head,
      ...layoutHead(node, parts.length === 1 ? focus.name : words.here, head, heat, words, measure),
      tiles: tiles.map((tile, at) => layoutTile(tile, places[at]!, heat, step, fit, words, measure)),
    };
  });
  return {
    width,
    height: fit.height,
    sections,
    tileCount: amounts.length,
    domain: [0, high],
    marks: marksOf(sections),
  };
}

/** The most that any box of this branch would show. */
export function mostOf(focus: MapNode, heat: Heat, words: CapabilityMapWords): number {
  let most = 0;
  for (const { tiles } of sectionsOf(focus, words)) {
    for (const tile of tiles) most = Math.max(most, heatOf(tile, heat) ?? 0);
  }
  return most;
}

function sectionsOf(
  focus: MapNode,
  words: CapabilityMapWords,
): readonly { readonly node: MapNode | null; readonly tiles: readonly MapNode[] }[] {
  const own = (node: MapNode): readonly MapNode[] =>
    node.own && speaks(node.own) ? [itself(node, words.itself(node.name))] : [];
  const branches = focus.children.filter((child) => child.children.length > 0);
  const leaves = focus.children.filter((child) => child.children.length === 0);
  const loose = [...own(focus), ...leaves];
  return [
    ...branches.map((node) => ({ node, tiles: [...own(node), ...node.children] })),
    ...(loose.length > 0 ? [{ node: null, tiles: loose }] : []),
  ];
}

function layoutHead(
  node: MapNode | null,
  here: string,
  head: Rect,
  heat: Heat,
  words: CapabilityMapWords,
  measure: MeasureText,
): Pick<SectionLayout, 'name' | 'figure'> {
  const y = head.y + head.height / 2 + HEAD * 0.36;
  const inner = head.width - 2 * PAD - (node === null ? 0 : 12);
  const figureText = node === null ? '' : words.figure(heatOf(node, heat), node.initiatives);
  const figureWidth = measure(figureText, NAME);
  const withFigure = node !== null && figureWidth < inner * 0.6;
  const name = ellipsis(
    node?.name ?? here,
    withFigure ? inner - figureWidth - 10 : inner,
    measure,
    HEAD,
    650,
  );
  return {
    name: {
      text: name,
      x: head.x + PAD,
      y,
      anchor: 'start',
      size: HEAD,
      weight: 650,
      width: measure(name, HEAD, 650),
    },
    figure: withFigure
      ? {
          text: figureText,
          x: head.x + head.width - PAD - 12,
          y,
          anchor: 'end',
          size: NAME,
          weight: 400,
          width: figureWidth,
        }
      : null,
  };
}

function layoutTile(
  node: MapNode,
  rect: Rect,
  heat: Heat,
  step: (amount: number | null) => TileLayout['step'],
  { compact }: Fit,
  words: CapabilityMapWords,
  measure: MeasureText,
): TileLayout {
  const amount = heatOf(node, heat);
  const branch = node.children.length > 0;
  const base = { id: tileMark(node.id), node, branch, rect, step: step(amount) };
  const pad = compact ? 3 : PAD;
  const room = rect.width - 2 * pad;
  const label = (text: string, x: number, y: number, size: number, weight: number): Label => ({
    text,
    x,
    y,
    anchor: 'start',
    size,
    weight,
    width: measure(text, size, weight),
  });
  if (rect.width < NAMED.width || rect.height < NAMED.height) {
    const text = words.amount(amount);
    const aside = node.overlaps > 0 ? BAND + 1 : 0;
    const fits = measure(text, SMALL, 600) <= room - aside && rect.height >= SMALL + 3;
    const figure = fits ? label(text, rect.x + pad + aside, rect.y + rect.height / 2 + 4, SMALL, 600) : null;
    return { ...base, name: [], figure, dots: [], arrow: null };
  }
  const top = rect.y + 5;
  const foot = rect.y + rect.height - 7;
  const lines = Math.max(1, Math.min(3, Math.floor((rect.height - 21) / LINE)));
  const name = wrapText(node.name, branch ? room - 12 : room, lines, measure, NAME, 600)
    .filter((text) => text !== '')
    .map((text, k) => label(text, rect.x + pad, top + 10 + k * LINE, NAME, 600));
  const whole = words.figure(amount, node.initiatives);
  const text = measure(whole, SMALL) <= room ? whole : ellipsis(words.amount(amount), room, measure, SMALL);
  const figure = text === '' ? null : label(text, rect.x + pad, foot, SMALL, 400);
  const dotsWidth = 4 * DOT_STEP + 2 * DOT;
  const dotsFit = node.importance !== null && (figure?.width ?? 0) + 8 + dotsWidth <= room;
  const right = rect.x + rect.width - pad;
  return {
    ...base,
    name,
    figure,
    dots: dotsFit
      ? [0, 1, 2, 3, 4].map((k) => ({
          x: right - DOT - (4 - k) * DOT_STEP,
          y: foot - 4,
          filled: k < node.importance!,
        }))
      : [],
    arrow: branch ? { x: right - 5, y: top + 6 } : null,
  };
}

/** Lanes run from top to bottom: headings and rows of boxes that stand at the same height. */
function marksOf(sections: readonly SectionLayout[]): readonly ChartMark[] {
  const places = sections.flatMap(({ node, head, tiles }) => [
    ...(node === null ? [] : [{ id: sectionMark(node.id), rect: head }]),
    ...tiles.map(({ id, rect }) => ({ id, rect })),
  ]);
  const tops = [...new Set(places.map(({ rect }) => Math.round(rect.y)))].sort((a, b) => a - b);
  const lane = new Map(tops.map((top, k) => [top, k]));
  return places.map(({ id, rect }) => ({ id, rect, lane: lane.get(Math.round(rect.y))! }));
}
