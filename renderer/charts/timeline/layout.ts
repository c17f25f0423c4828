import { ellipsis, type MeasureText } from '../frame/measureText.ts';
import type { Rect } from '../frame/rects.ts';
import { type Ticks, type TimeAxis, ticksOf, xOf } from './axis.ts';
import { type DrawnItem, drawItem } from './drawItem.ts';
import { type HeadWords, headShapes, tickRoom } from './head.ts';
import type { ItemContext } from './itemContext.ts';
import { linkShapes, WARNING_LEFT, warning } from './links.ts';
import { type LoadWords, loadShapes } from './loadCells.ts';
import type { Metrics } from './metrics.ts';
import { type RowGeometry, rowsIn, type TimelineRow } from './rows.ts';
import type { Scene, Shape } from './scene.ts';
import type { TimelineData, TimelineItem } from './timelineData.ts';
import type { Part, Zone } from './zones.ts';

/** The words inside the drawing. */
export interface TimelineWords extends LoadWords, HeadWords {
  readonly noDates: string;
  readonly endUnknown: string;
  readonly startUnknown: string;
  readonly tooEarly: (days: number) => string;
  /** First and last day of a stretch, either perhaps unknown. */
  readonly dates: (start: number | null, end: number | null) => string;
  readonly count: (count: number) => string;
}

export interface TimelineInput {
  readonly geometry: RowGeometry;
  readonly data: TimelineData;
  readonly axis: TimeAxis;
  /** Of the whole drawing, px. */
  readonly width: number;
  readonly height: number;
  /** Px by which the lines are scrolled up. */
  readonly scrollTop: number;
  readonly metrics: Metrics;
  readonly measure: MeasureText;
  readonly words: TimelineWords;
  readonly fiscalStartMonth: number;
  /** Day numbers. */
  readonly today: number;
  readonly dataDate: number | null;
  readonly grouped: boolean;
  readonly selectedId: string | null;
  /** Key of the line under the pointer. */
  readonly hoveredKey: string | null;
  /** What the keyboard stands on: the line, and the part of the selected initiative. */
  readonly cursor: { readonly key: string; readonly part: Part | null } | null;
  /** The initiative as it would lie if the gesture under way ended now. */
  readonly ghost: { readonly item: TimelineItem; readonly day: number | null } | null;
  readonly links: 'selected' | 'all';
  readonly showCritical: boolean;
}

export interface TimelineLayout {
  readonly scene: Scene;
  readonly zones: readonly Zone[];
}

/** Places what can be seen of a timeline: the lines in the window, their names, the dates above, and arrows. */
export function layoutTimeline(input: TimelineInput): TimelineLayout {
  const { geometry, metrics, width, height, scrollTop, axis, data } = input;
  const left = Math.min(metrics.names, Math.max(0, width));
  const plotBox: Rect = {
    x: left,
    y: metrics.head,
    width: Math.max(0, width - left),
    height: Math.max(0, height - metrics.head),
  };
  if (plotBox.width === 0 || plotBox.height === 0) {
    return { scene: { width, height, plotBox, plot: [], side: [], head: [] }, zones: [] };
  }
  const ticks = ticksOf(axis, plotBox.width, input.fiscalStartMonth, tickRoom(input));
  const context: ItemContext = {
    axis,
    left,
    right: width,
    metrics,
    measure: input.measure,
    showCritical: input.showCritical,
    reference: input.dataDate ?? input.today,
    words: input.words,
  };
  const [first, last] = rowsIn(geometry, scrollTop, scrollTop + plotBox.height);
  const back: Shape[] = gridShapes(ticks, plotBox);
  const front: Shape[] = [];
  const labels: Shape[] = [];
  const side: Shape[] = [
    { kind: 'rect', x: 0, y: metrics.head, width: left, height: plotBox.height, fill: '--card' },
  ];
  const zones: Zone[] = [];
  for (let at = first; at < last; at += 1) {
    const row = geometry.rows[at]!;
    const top = metrics.head + geometry.tops[at]! - scrollTop;
    const rowHeight = geometry.tops[at + 1]! - geometry.tops[at]!;
    if (row.kind === 'group') {
      drawGroup(row, top, rowHeight, input, { left, back, front, side, zones });
      continue;
    }
    const { item } = row;
    const chosen = item.id === input.selectedId;
    const fill = chosen ? '--selected' : row.key === input.hoveredKey ? '--hover' : null;
    if (fill) {
      back.push({ kind: 'rect', x: left, y: top, width: plotBox.width, height: rowHeight, fill });
      side.push({ kind: 'rect', x: 0, y: top, width: left, height: rowHeight, fill });
    }
    const line: Shape = { kind: 'rect', x: 0, y: top + rowHeight - 0.5, width, height: 0.5, fill: '--line' };
    back.push(line);
    const ghost = input.ghost?.item.id === item.id ? input.ghost : null;
    const part = input.cursor?.key === row.key ? input.cursor.part : null;
    const drawn = drawItem(ghost?.item ?? item, row.key, top, part, context);
    if (ghost) back.push(...shadowOf(drawItem(item, row.key, top, null, context)));
    front.push(...drawn.shapes);
    zones.push(...drawn.zones);
    if (drawn.box && (chosen || ghost))
      labels.push(...dateLabel(drawn.box, ghost?.item ?? item, ghost, input));
    if (drawn.box && data.violated.has(item.id)) {
      front.push(...warning(drawn.box.x - WARNING_LEFT, top + rowHeight / 2, metrics));
    }
    drawName(row.key, item, top, rowHeight, input, left, side, zones);
  }
  side.push({ kind: 'rect', x: left - 1, y: metrics.head, width: 1, height: plotBox.height, fill: '--line' });
  const links = linksOf(input, context, [first, last]);
  const scene: Scene = {
    width,
    height,
    plotBox,
    plot: [...back, ...markLines(input, plotBox), ...front, ...links, ...labels],
    side,
    head: headShapes(ticks, input, plotBox),
  };
  return { scene, zones };
}

function gridShapes(ticks: Ticks, box: Rect): Shape[] {
  const shapes: Shape[] = [{ kind: 'rect', ...box, fill: '--card' }];
  for (const { x } of ticks.minor) {
    shapes.push({ kind: 'rect', x: box.x + x, y: box.y, width: 0.5, height: box.height, fill: '--line' });
  }
  for (const { x } of ticks.major) {
    shapes.push({ kind: 'rect', x: box.x + x - 0.5, y: box.y, width: 1, height: box.height, fill: '--line' });
  }
  return shapes;
}

interface Layers {
  readonly left: number;
  readonly back: Shape[];
  readonly front: Shape[];
  readonly side: Shape[];
  readonly zones: Zone[];
}

function drawGroup(
  row: Extract<TimelineRow, { kind: 'group' }>,
  top: number,
  height: number,
  input: TimelineInput,
  { left, back, front, side, zones }: Layers,
): void {
  const { metrics, measure, width, words, cursor } = input;
  const middle = top + height / 2;
  back.push({ kind: 'rect', x: left, y: top, width: width - left, height, fill: '--paper' });
  back.push({ kind: 'rect', x: left, y: top + height - 1, width: width - left, height: 1, fill: '--line' });
  side.push({ kind: 'rect', x: 0, y: top, width: left, height, fill: '--paper' });
  side.push({ kind: 'rect', x: 0, y: top + height - 1, width: left, height: 1, fill: '--line' });
  const d = row.collapsed
    ? `M13 ${middle - 4}L17.5 ${middle}L13 ${middle + 4}`
    : `M11 ${middle - 2.2}L15 ${middle + 2.3}L19 ${middle - 2.2}`;
  side.push({ kind: 'path', d, fill: null, stroke: '--ink-2', strokeWidth: 1.6 });
  const count = words.count(row.count);
  const countWidth = measure(count, metrics.small, 500);
  const title = ellipsis(row.title, left - 26 - countWidth - 22, measure, metrics.text, 600);
  const baseline = middle + metrics.text * 0.36;
  side.push(
    {
      kind: 'text',
      x: 26,
      y: baseline,
      text: title,
      size: metrics.text,
      weight: 600,
      fill: '--ink',
      anchor: 'start',
    },
    {
      kind: 'text',
      x: left - 12,
      y: baseline,
      text: count,
      size: metrics.small,
      weight: 500,
      fill: '--ink-3',
      anchor: 'end',
    },
  );
  if (cursor?.key === row.key) {
    side.push({
      kind: 'rect',
      x: 2,
      y: top + 2,
      width: left - 5,
      height: height - 5,
      fill: null,
      stroke: '--focus',
      strokeWidth: 2,
    });
  }
  if (row.load) front.push(...loadShapes(row.load, top, height, left, input));
  zones.push({ kind: 'group', key: row.key, rect: { x: 0, y: top, width: left, height } });
}

function drawName(
  key: string,
  item: TimelineItem,
  top: number,
  height: number,
  input: TimelineInput,
  left: number,
  side: Shape[],
  zones: Zone[],
): void {
  const { metrics, measure, grouped, selectedId } = input;
  const x = grouped ? 26 : 12;
  const middle = top + height / 2;
  const chosen = item.id === selectedId;
  const r = metrics.small * 0.38;
  side.push({ kind: 'rect', x: 0, y: top + height - 0.5, width: left, height: 0.5, fill: '--line' });
  side.push(
    item.initiative.mode === 'project'
      ? { kind: 'rect', x: x, y: middle - r, width: 2 * r, height: 2 * r, fill: '--project' }
      : { kind: 'circle', x: x + r, y: middle, r: r * 1.1, fill: '--product' },
  );
  const textX = x + 2 * r + 7;
  const weight = chosen ? 600 : 400;
  side.push({
    kind: 'text',
    x: textX,
    y: middle + metrics.text * 0.36,
    text: ellipsis(item.initiative.name, left - textX - 10, measure, metrics.text, weight),
    size: metrics.text,
    weight,
    fill: '--ink',
    anchor: 'start',
  });
  zones.push({ kind: 'name', key, id: item.id, rect: { x: 0, y: top, width: left, height } });
}

/** Where the initiative lies now, while it is being moved. */
function shadowOf({ box }: DrawnItem): readonly Shape[] {
  if (!box) return [];
  return [{ kind: 'rect', ...box, fill: '--line', stroke: '--line-strong', strokeWidth: 1, dash: [3, 3] }];
}

function dateLabel(
  box: Rect,
  item: TimelineItem,
  ghost: TimelineInput['ghost'],
  { words, metrics, measure, width, axis }: TimelineInput,
): readonly Shape[] {
  const { start, end } = item.schedule;
  const text = ghost && ghost.day !== null ? words.dates(ghost.day, null) : words.dates(start, end);
  const size = metrics.small + 0.5;
  const labelWidth = measure(text, size, 600) + 12;
  const left = metrics.names;
  // Beside the bar where there is room, else inside the plot over it.
  const right = box.x + box.width + 14;
  let x = right;
  if (right + labelWidth > width - 4) x = box.x - labelWidth - 20;
  if (x < left + 4)
    x = Math.max(left + 4, Math.min(width - labelWidth - 4, box.x + box.width / 2 - labelWidth / 2));
  if (ghost && ghost.day !== null) x = Math.min(width - labelWidth - 4, left + xOf(axis, ghost.day) + 12);
  const height = size * 1.7;
  const y = box.y + box.height / 2 - height / 2;
  return [
    {
      kind: 'rect',
      x,
      y,
      width: labelWidth,
      height,
      fill: ghost ? '--primary' : '--card',
      stroke: ghost ? '--primary' : '--line',
      strokeWidth: 1,
      radius: 4,
    },
    {
      kind: 'text',
      x: x + 6,
      y: y + height / 2 + size * 0.36,
      text,
      size,
      weight: 600,
      fill: ghost ? '--on-primary' : '--ink-2',
      anchor: 'start',
    },
  ];
}

function markLines(input: TimelineInput, box: Rect): readonly Shape[] {
  const shapes: Shape[] = [];
  const { axis, today, dataDate } = input;
  const todayX = box.x + xOf(axis, today);
  if (dataDate !== null) {
    const x = box.x + xOf(axis, dataDate);
    shapes.push({
      kind: 'path',
      d: `M${x} ${box.y}V${box.y + box.height}`,
      fill: null,
      stroke: '--ink-2',
      strokeWidth: 1.3,
      dash: [5, 4],
    });
  }
  shapes.push({ kind: 'rect', x: todayX - 0.75, y: box.y, width: 1.5, height: box.height, fill: '--ink' });
  return shapes;
}

function linksOf(
  input: TimelineInput,
  context: ItemContext,
  [first, last]: readonly [number, number],
): readonly Shape[] {
  const { geometry, data, selectedId, links, metrics, scrollTop, measure, words, ghost } = input;
  if (links === 'selected' && selectedId === null) return [];
  const shapes: Shape[] = [];
  const spanOf = (id: string) => (ghost?.item.id === id ? ghost.item : data.items.get(id))?.schedule ?? null;
  for (const dependency of data.dependencies) {
    const mine = dependency.from === selectedId || dependency.to === selectedId;
    if (links === 'selected' && !mine) continue;
    const [fromRow, toRow] = [geometry.indexOf.get(dependency.to), geometry.indexOf.get(dependency.from)];
    if (fromRow === undefined || toRow === undefined) continue;
    const [upper, lower] = fromRow < toRow ? [fromRow, toRow] : [toRow, fromRow];
    if (lower < first || upper >= last) continue;
    // Of arrows between lines that cannot be seen only a meaningless stroke would show.
    const seen = (at: number): boolean => at >= first && at < last;
    if (!mine && !seen(fromRow) && !seen(toRow)) continue;
    const [end, start] = [spanOf(dependency.to)?.end, spanOf(dependency.from)?.start];
    if (end === undefined || end === null || start === undefined || start === null) continue;
    const y = (at: number): number => metrics.head + geometry.tops[at]! - scrollTop + metrics.row / 2;
    const x = (day: number): number => context.left + xOf(context.axis, day);
    shapes.push(
      ...linkShapes(
        { ...dependency, slackDays: start - end },
        { from: { x: x(end), y: y(fromRow) }, to: { x: x(start), y: y(toRow) } },
        { metrics, measure, tooEarly: mine ? words.tooEarly : null },
      ),
    );
  }
  return shapes;
}
