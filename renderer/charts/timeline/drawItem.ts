import type { PlacedPhase } from '../../../shared/analysis/schedule.ts';
import { ellipsis } from '../frame/measureText.ts';
import type { Rect } from '../frame/rects.ts';
import { xOf } from './axis.ts';
import { releaseShapes, releaseZones } from './drawReleases.ts';
import type { ItemContext } from './itemContext.ts';
import type { Paint, Shape } from './scene.ts';
import { handOvers, type TimelineItem } from './timelineData.ts';
import { noDates, unknownEnd } from './unknownDates.ts';
import type { Part, Zone } from './zones.ts';

/** Room below which a phase is not named, in heights of its letters: half a word says nothing. */
const LEAST_NAME = 3;

export interface DrawnItem {
  readonly shapes: readonly Shape[];
  readonly zones: readonly Zone[];
  /** The whole bar, as far as it is known; null without dates. */
  readonly box: Rect | null;
}

/** A band without an end fades away over this many days. */
const FADE_DAYS = 730;
/** Px of an end that is not known. */
const STUB = 44;
const EDGE = 7;

/** One initiative's line: bar or band with what lies on it, and the places that can be taken hold of. */
export function drawItem(
  item: TimelineItem,
  key: string,
  top: number,
  part: Part | null,
  context: ItemContext,
): DrawnItem {
  const { metrics, left, right } = context;
  const { start, end } = item.schedule;
  const middle = top + metrics.row / 2;
  const rowRect = { x: left, y: top, width: Math.max(0, right - left), height: metrics.row };
  const base = { key, id: item.id };
  const releases = releaseZones(item, key, middle, context);
  if (start === null && end === null) {
    return {
      shapes: [noDates(middle, rectsOf(releases), context), ...releaseShapes(item, middle, part, context)],
      zones: [{ kind: 'undated', ...base, rect: rowRect }, ...releases],
      box: null,
    };
  }
  const at = (day: number): number => left + xOf(context.axis, day);
  const x0 = start === null ? at(end!) - STUB : at(start);
  const open = end === null && item.initiative.mode === 'product';
  const x1 =
    end !== null ? at(end) : open ? at(Math.max(start!, context.reference) + FADE_DAYS) : at(start!) + STUB;
  const y = middle - metrics.bar / 2;
  const box: Rect = { x: x0, y, width: Math.max(2, x1 - x0), height: metrics.bar };
  const shapes: Shape[] = [];
  const zones: Zone[] = [];
  const hold = { y: y - 4, height: metrics.bar + 8 };
  zones.push({ kind: 'bar', ...base, rect: { x: x0, width: box.width, ...hold } });
  if (item.initiative.mode === 'product') {
    shapes.push(...trancheShapes(item, box, at, context));
    shapes.push(...bandShapes(box, end === null, at(Math.max(start ?? 0, context.reference)), context));
  } else {
    shapes.push(...projectShapes(item, box, at, context));
    zones.push(...phaseZones(item, key, at, hold));
  }
  if (start === null || (end === null && !open))
    shapes.push(unknownEnd(box, start === null, rectsOf(releases), context));
  if (item.actual) {
    const to = item.actual.to ?? context.reference;
    if (to > item.actual.from) {
      shapes.push({
        kind: 'rect',
        x: at(item.actual.from),
        y: y + metrics.bar + 2,
        width: Math.max(2, at(to) - at(item.actual.from)),
        height: 2.5,
        fill: '--ink-2',
      });
    }
  }
  const edge = Math.min(EDGE, Math.max(2, box.width / 4));
  if (start !== null) zones.push({ kind: 'start', ...base, rect: { x: x0 - 3, width: edge + 1, ...hold } });
  // The end of an open band lies nowhere: it can be set by date, not taken hold of.
  if (end !== null || !open) {
    zones.push({ kind: 'end', ...base, rect: { x: x0 + box.width - edge + 2, width: edge + 1, ...hold } });
  }
  shapes.push(...ledgerShapes(item, box, context));
  shapes.push(...releaseShapes(item, middle, part, context));
  zones.push(...releases);
  if (part && part.kind !== 'release') shapes.push(focusRing(part, item, box, at));
  return { shapes, zones, box };
}

const rectsOf = (zones: readonly Zone[]): readonly Rect[] => zones.map(({ rect }) => rect);

function bandShapes(box: Rect, open: boolean, fadeFrom: number, { metrics }: ItemContext): readonly Shape[] {
  const { x, y, width, height } = box;
  const radius = height / 2;
  const solid = open ? Math.max(radius, Math.min(width, fadeFrom - x)) : width;
  const middle = y + height / 2;
  const tail = open ? width - solid : metrics.row;
  const shapes: Shape[] = [
    { kind: 'rect', x, y, width: solid, height, fill: '--product', radius, roundRight: false, opacity: 0.24 },
    { kind: 'rect', x: x + solid, y, width: tail, height, fill: 'fade', opacity: 0.24 },
    {
      kind: 'rect',
      x: x + radius * 0.6,
      y: middle - 1,
      width: solid - radius * 0.6,
      height: 2,
      fill: '--product',
    },
    { kind: 'rect', x: x + solid, y: middle - 1, width: tail, height: 2, fill: 'fade' },
  ];
  // Where the plan names an end, a line says how far; the band itself stays open.
  if (!open) shapes.push({ kind: 'rect', x: x + width - 1, y, width: 1.5, height, fill: '--product' });
  return shapes;
}

/** Tranches under the band: filled when decided on, hollow while pending, crossed out where funding stopped. */
function trancheShapes(
  item: TimelineItem,
  box: Rect,
  at: (day: number) => number,
  { metrics }: ItemContext,
): readonly Shape[] {
  const y = box.y + box.height + 1.5;
  return item.tranches.flatMap(({ tranche, start, end }): readonly Shape[] => {
    const x = at(start) + 1;
    const width = Math.max(3, (end === null ? at(start) + metrics.row : at(end)) - x - 1);
    const pending = tranche.decision === 'pending';
    const bar: Shape = pending
      ? { kind: 'rect', x, y: y + 0.5, width, height: 3, fill: '--card', stroke: '--product', strokeWidth: 1 }
      : { kind: 'rect', x, y, width, height: 4, fill: '--product' };
    if (tranche.decision !== 'stop') return [bar];
    const right = x + width;
    return [
      bar,
      {
        kind: 'path',
        d: `M${right - 3.5} ${y - 1.5}L${right + 3.5} ${y + 5.5}M${right + 3.5} ${y - 1.5}L${right - 3.5} ${y + 5.5}`,
        fill: null,
        stroke: '--danger',
        strokeWidth: 2,
      },
    ];
  });
}

function projectShapes(
  item: TimelineItem,
  box: Rect,
  at: (day: number) => number,
  context: ItemContext,
): readonly Shape[] {
  const { metrics, measure, showCritical } = context;
  const { phases, start, end } = item.schedule;
  const { y, height } = box;
  const known = start !== null && end !== null;
  if (phases.length === 0) {
    // A dashed outline where one end is not known.
    return known
      ? [{ kind: 'rect', ...box, fill: '--project' }]
      : [
          {
            kind: 'rect',
            ...box,
            fill: '--project-soft',
            stroke: '--project',
            strokeWidth: 1.2,
            dash: [4, 3],
          },
        ];
  }
  const shapes: Shape[] = known
    ? [{ kind: 'rect', ...box, fill: '--project-soft', stroke: '--project', strokeWidth: 0.7 }]
    : [];
  for (const { start: from, waitFrom } of phases) {
    const width = at(from) - at(waitFrom);
    if (width > 0.5) shapes.push({ kind: 'rect', x: at(waitFrom), y, width, height, fill: 'wait' });
  }
  // Phases may run side by side: where one is named, another is not.
  const named: (readonly [from: number, until: number])[] = [];
  for (const placed of phases) {
    const x = at(placed.start);
    const width = at(placed.end) - x;
    if (x > context.right || x + width < context.left) continue;
    if (width < 0.3) continue;
    shapes.push({
      kind: 'rect',
      x,
      y,
      width: Math.max(1, width),
      height,
      fill: '--project',
      ...(width > 4 ? { stroke: '--card' as Paint, strokeWidth: 1 } : {}),
    });
    if (showCritical && item.slackDays.get(placed.phase.id) === 0) {
      shapes.push({ kind: 'rect', x, y: y - 3.5, width: Math.max(1, width), height: 2, fill: '--ink' });
    }
    // The name stands where the phase can be seen, up to the first release or phase over it.
    const from = Math.max(x, context.left);
    const mark = item.releases.find(({ day }) => at(day) + metrics.mark > from && at(day) < x + width);
    const covering = phases.find((each) => each.start > placed.start && each.start < placed.end);
    const until = Math.min(
      x + width,
      context.right,
      mark ? at(mark.day) - metrics.mark : x + width,
      covering ? at(covering.start) : x + width,
    );
    const room = until - from - 8;
    const taken = named.some(([start, end]) => start < until && end > from);
    if (room > Math.max(24, metrics.small * LEAST_NAME) && !taken) {
      const text = ellipsis(placed.phase.name, room, measure, metrics.small, 500);
      if (text !== '') {
        named.push([from, until]);
        shapes.push({
          kind: 'text',
          x: from + 4,
          y: y + height / 2 + metrics.small * 0.36,
          text,
          size: metrics.small,
          weight: 500,
          fill: '--card',
          anchor: 'start',
        });
      }
    }
  }
  for (const { day, critical } of handOvers(item)) {
    const x = at(day);
    const filled = critical && showCritical;
    const size = filled ? 5 : 4;
    shapes.push({
      kind: 'path',
      d: `M${x - size} ${y - size - 3}H${x + size}L${x} ${y - 1}Z`,
      fill: filled ? '--danger' : '--card',
      stroke: filled ? '--danger' : '--project',
      strokeWidth: 1.2,
    });
  }
  return shapes;
}

function phaseZones(
  item: TimelineItem,
  key: string,
  at: (day: number) => number,
  hold: { readonly y: number; readonly height: number },
): readonly Zone[] {
  const zones: Zone[] = [];
  const { phases } = item.schedule;
  phases.forEach(({ phase, start, end }, index) => {
    const [x0, x1] = [at(start), at(end)];
    const base = { key, id: item.id, phaseId: phase.id };
    if (x1 - x0 < 3) return;
    zones.push({ kind: 'phase', ...base, rect: { x: x0, width: x1 - x0, ...hold } });
    // Boundaries can be taken hold of where there is room to tell them from the phase.
    if (x1 - x0 < 14) return;
    const joined = phases[index - 1]?.end === start;
    if (!joined) zones.push({ kind: 'phaseStart', ...base, rect: { x: x0 - 1, width: 5, ...hold } });
    zones.push({ kind: 'phaseEnd', ...base, rect: { x: x1 - 4, width: 7, ...hold } });
  });
  return zones;
}

/** Handoffs that lead into no phase: one hollow mark above the beginning, with their number. */
function ledgerShapes(
  item: TimelineItem,
  box: Rect,
  { metrics, left, words }: ItemContext,
): readonly Shape[] {
  const count = item.ledger.length;
  if (count === 0 || box.x + box.width < left) return [];
  const x = Math.max(left, box.x) + 9;
  const { y } = box;
  const ink: Paint = item.initiative.mode === 'product' ? '--product' : '--project';
  return [
    {
      kind: 'path',
      d: `M${x - 4} ${y - 7}H${x + 4}L${x} ${y - 1}Z`,
      fill: '--card',
      stroke: ink,
      strokeWidth: 1.2,
    },
    {
      kind: 'text',
      x: x + 7,
      y: y - 0.5,
      text: words.count(count),
      size: Math.round(metrics.small * 0.85),
      weight: 600,
      fill: '--ink-2',
      anchor: 'start',
    },
  ];
}

function focusRing(
  part: Exclude<Part, { kind: 'release' }>,
  item: TimelineItem,
  box: Rect,
  at: (day: number) => number,
): Shape {
  let [x0, x1] = [box.x, box.x + box.width];
  if (part.kind === 'phase') {
    const placed: PlacedPhase | undefined = item.schedule.phases.find((each) => each.phase.id === part.id);
    if (placed) [x0, x1] = [at(placed.start), at(placed.end)];
  }
  return {
    kind: 'rect',
    x: x0 - 2.5,
    y: box.y - 2.5,
    width: Math.max(4, x1 - x0 + 5),
    height: box.height + 5,
    fill: null,
    stroke: '--focus',
    strokeWidth: 2,
  };
}
