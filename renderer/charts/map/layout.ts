import { scaleLinear, scaleLog } from 'd3-scale';
import type { ChartMark } from '../frame/chartMark.ts';
import { ellipsis, type MeasureText, wrapText } from '../frame/measureText.ts';
import { leastCrossed, placeLabel } from '../frame/placeLabel.ts';
import { type Anchor, apart, type Label, labelRect, type Rect } from '../frame/rects.ts';
import type { MapAxis, MapItem, MapPlace } from './mapData.ts';
import { LEAST_PLACE, placesOf } from './places.ts';
import type { MapWindow } from './window.ts';

/** The words inside the drawing. */
export interface MapWords {
  readonly months: (tick: number) => string;
  readonly percent: (share: number) => string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly never: string;
}

/** P10 to P90 of where an initiative would be in the other mode. */
export interface MapRing {
  readonly fromMonths: number;
  readonly toMonths: number;
  readonly fromShare: number;
  readonly toShare: number;
}

export interface MapMark {
  readonly item: MapItem;
  readonly x: number;
  readonly y: number;
  /** Half of the square's side, or the circle's radius. */
  readonly r: number;
  /** True in the part that is shown. */
  readonly inside: boolean;
}

/** The quiet marks that are shown, by mode: x, y and r of one after the other. Thousands of objects a frame take longer. */
export interface QuietMarks {
  readonly project: Float64Array;
  readonly product: Float64Array;
}

/** Numbers that a quiet mark takes in its list. */
export const QUIET = 3;

export interface MapArrow {
  readonly item: MapItem;
  /** From the mark's edge to just before the other place. */
  readonly path: string;
  readonly head: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly ring: {
    readonly cx: number;
    readonly cy: number;
    readonly rx: number;
    readonly ry: number;
  } | null;
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: Rect;
  readonly xTicks: readonly { readonly x: number; readonly label: Label | null }[];
  readonly yTicks: readonly { readonly y: number; readonly label: Label }[];
  readonly titles: readonly Label[];
  /** Where those without a release stand; null when there is none. */
  readonly neverX: number | null;
  readonly grey: QuietMarks;
  readonly lit: readonly MapMark[];
  readonly arrows: readonly MapArrow[];
  readonly labels: readonly (Label & { readonly id: string })[];
  readonly marks: readonly ChartMark[];
}

const LEFT = 52;
const TOP = 26;
const BOTTOM = 48;
const NEVER = 62;
const SMALL = 12;
const LABEL = 12.5;
/** Two names above each other stand as far apart as two lines of a text, whatever the script. */
const LEADING = LABEL * 0.17;
const MOST_LABEL = 190;
/** Share of the width that a name takes where nothing is in its way. */
const ROOMY = 0.3;
/** What a name is cut to (share of the longest) before it may lie over an arrow. */
const SHORTER = 0.6;
/** A name that is not so many times nearer to its own mark than to any other may be read as the other's. */
const NEARER = 1.6;
/** Marks less than this (px) apart share a place. */
const TOUCHING = 2;
const TICKS = [0.5, 1, 3, 6, 12, 24, 60] as const;
const RADIUS = [2.8, 17] as const;
/** Half the side of the smallest box that a pointer finds. */
export const LEAST_TARGET = 5;
/** Up to this many initiatives, marks have their full size. */
const CROWD = 600;

/**
 * Every place of the map in px; pure. `order` are all ids by rank; `lit` stand out and are named where their names
 * find room, `arrows` show where they would be in the other mode.
 */
export function layoutMap(
  items: readonly MapItem[],
  choice: {
    readonly axis: MapAxis;
    readonly window: MapWindow;
    readonly order: readonly string[];
    readonly lit: readonly string[];
    readonly arrows: readonly string[];
    readonly rings: ReadonlyMap<string, MapRing>;
    /** Names longer than this are cut, px; the usual length where nothing is said. */
    readonly longestName?: number;
    /** While a hand moves the map nothing is pointed at, and no marks are made. */
    readonly moving?: boolean;
  },
  available: { readonly width: number; readonly height: number },
  words: MapWords,
  measure: MeasureText,
): MapLayout {
  const { axis, window } = choice;
  const width = Math.max(420, Math.floor(available.width));
  const height = Math.max(220, Math.floor(available.height));
  const places = placesOf(items, axis);
  const { never, mostMoney } = places;
  const plot: Rect = {
    x: LEFT,
    y: TOP,
    width: width - LEFT - 18 - (never ? NEVER + 8 : 0),
    height: height - TOP - BOTTOM,
  };
  const neverX = never ? plot.x + plot.width + 18 + NEVER / 2 : null;
  const label = (text: string, x: number, y: number, anchor: Anchor, size: number, weight = 400): Label => ({
    text,
    x,
    y,
    anchor,
    size,
    weight,
    width: measure(text, size, weight),
  });
  const months = scaleLog([window.fromMonths, window.toMonths], [plot.x, plot.x + plot.width]);
  const shares = scaleLinear([window.fromShare, window.toShare], [plot.y + plot.height, plot.y]);
  // Thousands of marks need less room each, or the map would be one blot.
  const crowd = Math.max(0.42, Math.min(1, Math.sqrt(CROWD / Math.max(1, items.length))));
  const [least, most] = [RADIUS[0] * Math.sqrt(crowd), RADIUS[1] * crowd];
  const radius = (cost: number): number =>
    least + (most - least) * (mostMoney > 0 ? Math.sqrt(cost / mostMoney) : 0);
  const xOf = (place: MapPlace): number => {
    const value = place[axis];
    return value === null ? neverX! : months(Math.max(value, LEAST_PLACE));
  };
  const isInside = (x: number, y: number, place: MapPlace): boolean =>
    y >= plot.y - 1 &&
    y <= plot.y + plot.height + 1 &&
    (place[axis] === null || (x >= plot.x - 1 && x <= plot.x + plot.width + 1));

  const litIds = new Set(choice.lit);
  const arrowIds = new Set(choice.arrows);
  // The same as the scales, for lists: a frame of a drag has ten thousand of them to place.
  const [logFrom, logTo] = [Math.log(window.fromMonths), Math.log(window.toMonths)];
  const perLog = plot.width / (logTo - logFrom);
  const perShare = plot.height / (window.toShare - window.fromShare);
  const [right, bottom] = [plot.x + plot.width + 1, plot.y + plot.height + 1];
  const xs = new Float64Array(items.length);
  const ys = new Float64Array(items.length);
  const inside = new Uint8Array(items.length);
  const quiet = {
    project: new Float64Array(QUIET * items.length),
    product: new Float64Array(QUIET * items.length),
  };
  const quietCount = { project: 0, product: 0 };
  const litById = new Map<string, MapMark>();
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!;
    const log = places.logMonths[at]!;
    const isNever = Number.isNaN(log);
    const x = isNever ? neverX! : plot.x + (log - logFrom) * perLog;
    const y = plot.y + plot.height - (places.shares[at]! - window.fromShare) * perShare;
    const isIn = y >= plot.y - 1 && y <= bottom && (isNever || (x >= plot.x - 1 && x <= right));
    xs[at] = x;
    ys[at] = y;
    inside[at] = isIn ? 1 : 0;
    const r = least + (most - least) * places.sizes[at]!;
    if (litIds.has(item.id)) litById.set(item.id, { item, x, y, r, inside: isIn });
    else if (isIn) {
      const list = quiet[item.mode];
      const to = QUIET * quietCount[item.mode]++;
      list[to] = x;
      list[to + 1] = y;
      list[to + 2] = r;
    }
  }
  const grey: QuietMarks = {
    project: quiet.project.subarray(0, QUIET * quietCount.project),
    product: quiet.product.subarray(0, QUIET * quietCount.product),
  };
  const lit = choice.lit.flatMap((id) => litById.get(id) ?? []).filter(({ inside }) => inside);

  const points: (readonly [number, number])[] = [];
  const arrows: MapArrow[] = [];
  for (const mark of lit) {
    const { item } = mark;
    if (!arrowIds.has(item.id)) continue;
    const [x, y, r] = [xOf(item.other), shares(item.other.share), radius(item.other.cost)];
    if (!isInside(x, y, item.other)) continue;
    const ring = choice.rings.get(item.id);
    const arrow = curve(mark, { x, y, r });
    points.push(...arrow.points);
    const edge = (value: number): number =>
      Math.min(plot.x + plot.width, Math.max(plot.x, months(Math.max(value, LEAST_PLACE))));
    const level = (value: number): number => Math.min(plot.y + plot.height, Math.max(plot.y, shares(value)));
    arrows.push({
      item,
      x,
      y,
      r,
      path: arrow.path,
      head: arrow.head,
      ring:
        ring && item.other[axis] !== null
          ? {
              cx: (edge(ring.fromMonths) + edge(ring.toMonths)) / 2,
              cy: (level(ring.fromShare) + level(ring.toShare)) / 2,
              rx: Math.max(r + 4, (edge(ring.toMonths) - edge(ring.fromMonths)) / 2),
              ry: Math.max(r + 4, (level(ring.fromShare) - level(ring.toShare)) / 2),
            }
          : null,
    });
  }

  const marksInOrder = (): readonly ChartMark[] => {
    const indexOf = new Map(items.map(({ id }, at) => [id, at]));
    return choice.order.flatMap((id, lane): ChartMark[] => {
      const at = indexOf.get(id);
      if (at === undefined || inside[at] === 0) return [];
      const r = Math.max(LEAST_TARGET, least + (most - least) * places.sizes[at]!);
      return [{ id, lane, rect: squareOf({ x: xs[at]!, y: ys[at]!, r }) }];
    });
  };
  const boxes: Rect[] = [...lit, ...arrows].map(squareOf);
  // Names keep off the words along both axes.
  const bounds: Rect = { x: plot.x + 2, y: 18, width: width - plot.x - 4, height: plot.y + plot.height - 20 };
  const labels: (Label & { id: string })[] = [];
  const longestName = choice.longestName ?? MOST_LABEL;
  const roomyName = Math.max(longestName, width * ROOMY);
  const clear = { bounds, boxes, points };
  const placeName = (item: MapItem, stand: Dot, besides: readonly Dot[]): Label | null => {
    const own = squareOf(stand);
    // A name that stands about as near to another mark that is lit would be read as that one's.
    const others = besides.map(squareOf).filter((other) => apart(other, own) >= TOUCHING);
    const isOwn = (candidate: Label): boolean => {
      const box = labelRect(candidate);
      const distance = apart(box, own);
      return others.every((other) => apart(box, other) >= NEARER * distance);
    };
    const around = (longest: number): readonly Label[] => {
      const { x, y, r } = stand;
      const text = ellipsis(item.name, longest, measure, LABEL, 600);
      const at = (dx: number, dy: number, anchor: Anchor): Label =>
        label(text, x + dx, y + dy, anchor, LABEL, 600);
      const below = LABEL * 0.8;
      return [5, 14, 26]
        .flatMap((gap) => [
          at(0, -r - gap, 'middle'),
          at(0, r + gap + below, 'middle'),
          at(r + gap, LABEL * 0.35, 'start'),
          at(-r - gap, LABEL * 0.35, 'end'),
          at(r * 0.7, -r - gap, 'start'),
          at(-r * 0.7, -r - gap, 'end'),
          at(r * 0.7, r + gap + below, 'start'),
          at(-r * 0.7, r + gap + below, 'end'),
        ])
        .filter(isOwn);
    };
    // A shorter name beside an arrow is read more easily than a whole one under it.
    const whole = around(longestName);
    return (
      placeLabel(around(roomyName), clear) ??
      placeLabel(around((roomyName + longestName) / 2), clear) ??
      placeLabel(whole, clear) ??
      placeLabel(around(longestName * SHORTER), clear) ??
      leastCrossed(whole, clear)
    );
  };
  for (const mark of lit) {
    const { item } = mark;
    const arrow = arrows.find(({ item: { id } }) => id === item.id);
    // Where its mark stands in a bunch, an arrow is named at its other end.
    const placed =
      placeName(item, mark, lit) ??
      (arrow ? placeName(item, arrow, [...lit, ...arrows.filter((other) => other !== arrow)]) : null);
    if (!placed) continue;
    labels.push({ ...placed, id: item.id });
    const taken = labelRect(placed);
    boxes.push({ ...taken, y: taken.y - LEADING, height: taken.height + 2 * LEADING });
  }

  let lastEnd = Number.NEGATIVE_INFINITY;
  const xTicks = TICKS.filter((tick) => tick >= window.fromMonths && tick <= window.toMonths).map((tick) => {
    const x = months(tick);
    const text = words.months(tick);
    const half = measure(text, SMALL) / 2;
    const fits = x - half > lastEnd + 8 && x + half < (neverX === null ? width : neverX - NEVER / 2 - 10);
    if (fits) lastEnd = x + half;
    return { x, label: fits ? label(text, x, plot.y + plot.height + 18, 'middle', SMALL) : null };
  });
  const yTicks = shares.ticks(5).map((share) => {
    const y = shares(share);
    return { y, label: label(words.percent(share), plot.x - 8, y + 4, 'end', SMALL) };
  });
  const titles = [
    label(words.yTitle, 2, 14, 'start', SMALL, 600),
    label(words.xTitle, plot.x + plot.width, height - 8, 'end', SMALL, 600),
  ];
  if (neverX !== null) {
    wrapText(words.never, NEVER + 12, 2, measure, SMALL).forEach((line, k) => {
      titles.push(label(line, neverX, plot.y + plot.height + 17 + k * 13, 'middle', SMALL));
    });
  }
  const marks = choice.moving ? [] : marksInOrder();
  return { width, height, plot, xTicks, yTicks, titles, neverX, grey, lit, arrows, labels, marks };
}

/** The box around a mark. */
export const squareOf = ({ x, y, r }: Dot): Rect => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r });

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** A curve from one mark to another that leaves and arrives level, with a head that points along it. */
function curve(
  from: Dot,
  to: Dot,
): { readonly path: string; readonly head: string; readonly points: readonly (readonly [number, number])[] } {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  if (distance <= from.r + to.r + 10) return { path: '', head: '', points: [] };
  const side = Math.sign(to.x - from.x) || 1;
  const [sx, ex] = [from.x + side * (from.r + 2), to.x - side * (to.r + 12)];
  // Marks one above the other are joined straight: a level start would have no room to turn.
  const level = Math.abs(to.x - from.x) > from.r + to.r + 30;
  const straight = {
    x: (to.x - from.x) / distance,
    y: (to.y - from.y) / distance,
  };
  const a = level
    ? { x: sx, y: from.y }
    : { x: from.x + straight.x * (from.r + 2), y: from.y + straight.y * (from.r + 2) };
  const d = level
    ? { x: ex, y: to.y }
    : { x: to.x - straight.x * (to.r + 12), y: to.y - straight.y * (to.r + 12) };
  const bend = level ? (d.x - a.x) * 0.45 : 0;
  const [b, c] = [
    { x: a.x + bend, y: a.y },
    { x: d.x - bend, y: d.y },
  ];
  const points = Array.from({ length: 60 }, (_, k): readonly [number, number] => {
    const t = k / 59;
    const u = 1 - t;
    const mix = (p: number, q: number, r: number, s: number): number =>
      u ** 3 * p + 3 * u * u * t * q + 3 * u * t * t * r + t ** 3 * s;
    return level
      ? [mix(a.x, b.x, c.x, d.x), mix(a.y, b.y, c.y, d.y)]
      : [a.x + (d.x - a.x) * t, a.y + (d.y - a.y) * t];
  });
  const [hx, hy] = level ? [side, 0] : [straight.x, straight.y];
  const n = (value: number): string => value.toFixed(1);
  const head = `M${n(d.x + hx * 10)} ${n(d.y + hy * 10)}L${n(d.x - hy * 5)} ${n(d.y + hx * 5)}L${n(d.x + hy * 5)} ${n(d.y - hx * 5)}Z`;
  const path = level
    ? `M${n(a.x)} ${n(a.y)}C${n(b.x)} ${n(b.y)} ${n(c.x)} ${n(c.y)} ${n(d.x)} ${n(d.y)}`
    : `M${n(a.x)} ${n(a.y)}L${n(d.x)} ${n(d.y)}`;
  return { path, head, points };
}
