/** A mark that the keyboard can stand on: its lane (top to bottom) and its place along the lane. */
export interface WalkStop {
  readonly id: string;
  readonly lane: number;
  readonly x: number;
}

const walkKeys = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
] as const;
export type WalkKey = (typeof walkKeys)[number];

/** True for the keys that move along a chart. */
export const isWalkKey = (key: string): key is WalkKey => (walkKeys as readonly string[]).includes(key);

const PAGE_LANES = 10;

/**
 * Where a key leads from `current` (null: nowhere yet, any key leads to the first stop). Left and right stay in the
 * lane, up and down go to the nearest stop of the next lane that has one, Home and End to the lane's ends, Page keys
 * ten lanes on. At an edge the answer is `current`; null only when there is no stop at all.
 */
export function walk(stops: readonly WalkStop[], current: string | null, key: WalkKey): string | null {
  const from = stops.find((stop) => stop.id === current);
  if (!from) return first(stops);
  const lane = stops.filter((stop) => stop.lane === from.lane).sort(byPlace);
  const at = lane.findIndex((stop) => stop.id === from.id);
  switch (key) {
    case 'ArrowLeft':
      return lane[Math.max(0, at - 1)]!.id;
    case 'ArrowRight':
      return lane[Math.min(lane.length - 1, at + 1)]!.id;
    case 'Home':
      return lane[0]!.id;
    case 'End':
      return lane[lane.length - 1]!.id;
    case 'ArrowUp':
      return nearestInLane(stops, from, -1, 1);
    case 'ArrowDown':
      return nearestInLane(stops, from, 1, 1);
    case 'PageUp':
      return nearestInLane(stops, from, -1, PAGE_LANES);
    case 'PageDown':
      return nearestInLane(stops, from, 1, PAGE_LANES);
  }
}

const byPlace = (a: WalkStop, b: WalkStop): number => a.x - b.x || (a.id < b.id ? -1 : 1);

function first(stops: readonly WalkStop[]): string | null {
  let best: WalkStop | undefined;
  for (const stop of stops) {
    if (!best || stop.lane < best.lane || (stop.lane === best.lane && byPlace(stop, best) < 0)) best = stop;
  }
  return best?.id ?? null;
}

function nearestInLane(stops: readonly WalkStop[], from: WalkStop, direction: 1 | -1, count: number): string {
  const lanes = [...new Set(stops.map((stop) => stop.lane))].sort((a, b) => a - b);
  const index = lanes.indexOf(from.lane);
  const target = lanes[Math.max(0, Math.min(lanes.length - 1, index + direction * count))]!;
  if (target === from.lane) return from.id;
  let best: WalkStop | undefined;
  for (const stop of stops) {
    if (stop.lane !== target) continue;
    if (!best || Math.abs(stop.x - from.x) < Math.abs(best.x - from.x)) best = stop;
  }
  return best!.id;
}
