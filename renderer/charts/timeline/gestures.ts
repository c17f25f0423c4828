import { dayAt, type TimeAxis } from './axis.ts';
import { addUnits, nextBoundary, type SnapUnit, snapDay, startOfUnit } from './calendar.ts';
import type { Gesture } from './reschedule.ts';
import type { TimelineItem } from './timelineData.ts';
import type { Part, Zone } from './zones.ts';

/** How dates snap. */
export interface Snapping {
  readonly unit: SnapUnit;
  readonly fiscalStartMonth: number;
}

/** The unit while the modifier is held: single days, or months where days are the rule. */
export const otherUnit = (unit: SnapUnit): SnapUnit => (unit === 'day' ? 'month' : 'day');

/**
 * What dragging a place from `fromX` to `toX` (px in the plot) means; null where nothing can be dragged. The dragged
 * date itself snaps, so that a bar that begins on the 5th lies on the 1st after its first move by months.
 */
export function dragGesture(
  zone: Zone,
  item: TimelineItem,
  axis: TimeAxis,
  fromX: number,
  toX: number,
  { unit, fiscalStartMonth }: Snapping,
): Gesture | null {
  const days = (toX - fromX) / axis.pxPerDay;
  const snap = (day: number): number => snapDay(day, unit, fiscalStartMonth);
  const { start, end, phases } = item.schedule;
  switch (zone.kind) {
    case 'bar':
    case 'phase': {
      const lead = start ?? end;
      return lead === null ? null : { kind: 'move', days: snap(lead + days) - lead };
    }
    case 'start':
      return start === null ? null : { kind: 'start', to: snap(start + days) };
    case 'end': {
      // The end of a bar whose end is not known is set from where it was taken hold of.
      return { kind: 'end', to: snap(end === null ? dayAt(axis, toX) : end + days) };
    }
    case 'phaseStart':
    case 'phaseEnd': {
      const placed = phases.find((each) => each.phase.id === zone.phaseId);
      if (!placed) return null;
      const day = zone.kind === 'phaseStart' ? placed.start : placed.end;
      return { kind: zone.kind, phaseId: zone.phaseId, to: snap(day + days) };
    }
    case 'release': {
      const mark = item.releases.find(({ release }) => release.id === zone.releaseId);
      return mark ? { kind: 'release', releaseId: zone.releaseId, to: snap(mark.day + days) } : null;
    }
    case 'undated': {
      const [left, right] = [dayAt(axis, Math.min(fromX, toX)), dayAt(axis, Math.max(fromX, toX))];
      // What was swept over, whole units of it.
      const from = startOfUnit(left, unit, fiscalStartMonth);
      return { kind: 'place', from, to: addUnits(startOfUnit(right, unit, fiscalStartMonth), 1, unit) };
    }
    case 'group':
    case 'name':
      return null;
  }
}

/** What a key asks for: the whole part on, or one of its ends. */
export type KeyMove = 'move' | 'start' | 'end';

const FIRST_LENGTH: Readonly<Record<SnapUnit, number>> = { day: 30, month: 3, quarter: 1 };

/**
 * What a step by the keyboard means: the date goes on to the next beginning of a unit. `shown` is the initiative as it
 * lies now, a gesture under way included; `base` as its records are. Null where there is nothing to move.
 */
export function keyGesture(
  move: KeyMove,
  direction: 1 | -1,
  part: Part,
  base: TimelineItem,
  shown: TimelineItem,
  reference: number,
  { unit, fiscalStartMonth }: Snapping,
): Gesture | null {
  const next = (day: number): number => nextBoundary(day, direction, unit, fiscalStartMonth);
  if (part.kind === 'release') {
    const mark = shown.releases.find(({ release }) => release.id === part.id);
    return mark ? { kind: 'release', releaseId: part.id, to: next(mark.day) } : null;
  }
  if (part.kind === 'phase') {
    const placed = shown.schedule.phases.find((each) => each.phase.id === part.id);
    if (!placed) return null;
    return move === 'end'
      ? { kind: 'phaseEnd', phaseId: part.id, to: next(placed.end) }
      : { kind: 'phaseStart', phaseId: part.id, to: next(placed.start) };
  }
  const { start, end } = shown.schedule;
  const origin = base.schedule.start ?? base.schedule.end;
  if (origin === null) {
    // Without dates: the first step places it, the next ones move it on.
    const from = start === null ? startOfUnit(reference, unit, fiscalStartMonth) : next(start);
    const length = start !== null && end !== null ? end - start : null;
    const to = length === null ? addUnits(from, FIRST_LENGTH[unit], unit) : from + length;
    if (move === 'end' && start !== null && end !== null)
      return { kind: 'place', from: start, to: next(end) };
    if (move === 'start' && start !== null && end !== null)
      return { kind: 'place', from: next(start), to: end };
    return { kind: 'place', from, to };
  }
  if (move === 'move') return { kind: 'move', days: next(start ?? end ?? origin) - origin };
  if (move === 'start') return { kind: 'start', to: next(start ?? end ?? origin) };
  return { kind: 'end', to: next(end ?? Math.max(start ?? reference, reference)) };
}

/** The parts of a line from left to right: the whole, then phases and releases by their day. */
export function partsOf(item: TimelineItem): readonly Part[] {
  const inside: { readonly day: number; readonly part: Part }[] = [
    ...item.schedule.phases.map(({ phase, start }) => ({
      day: start,
      part: { kind: 'phase', id: phase.id } as const,
    })),
    ...item.releases.map(({ release, day }) => ({ day, part: { kind: 'release', id: release.id } as const })),
  ];
  inside.sort((a, b) => a.day - b.day);
  return [{ kind: 'bar' }, ...inside.map(({ part }) => part)];
}
