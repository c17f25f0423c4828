import type { Rect } from '../frame/rects.ts';

/** What a place on the timeline is, so that it can be pointed at and dragged. */
export type Zone =
  | { readonly kind: 'group'; readonly key: string; readonly rect: Rect }
  | { readonly kind: 'name' | 'undated'; readonly key: string; readonly id: string; readonly rect: Rect }
  | { readonly kind: 'bar' | 'start' | 'end'; readonly key: string; readonly id: string; readonly rect: Rect }
  | {
      readonly kind: 'phase' | 'phaseStart' | 'phaseEnd';
      readonly key: string;
      readonly id: string;
      readonly phaseId: string;
      readonly rect: Rect;
    }
  | {
      readonly kind: 'release';
      readonly key: string;
      readonly id: string;
      readonly releaseId: string;
      readonly rect: Rect;
    };

/** Small things win over what they lie on. */
const rank: Readonly<Record<Zone['kind'], number>> = {
  release: 6,
  start: 5,
  end: 5,
  phaseStart: 4,
  phaseEnd: 4,
  phase: 3,
  bar: 2,
  undated: 1,
  name: 1,
  group: 1,
};

/** What lies at a point; of several the highest rank, then the last drawn. Null where there is nothing. */
export function zoneAt(zones: readonly Zone[], x: number, y: number): Zone | null {
  let best: Zone | null = null;
  for (const zone of zones) {
    const { rect } = zone;
    if (x < rect.x || y < rect.y || x > rect.x + rect.width || y > rect.y + rect.height) continue;
    if (!best || rank[zone.kind] >= rank[best.kind]) best = zone;
  }
  return best;
}

/** The part of an initiative that the keyboard stands on. */
export type Part =
  | { readonly kind: 'bar' }
  | { readonly kind: 'phase'; readonly id: string }
  | { readonly kind: 'release'; readonly id: string };

export const wholeBar: Part = { kind: 'bar' };

export const samePart = (a: Part, b: Part): boolean =>
  a.kind === b.kind && (a.kind === 'bar' || (b.kind !== 'bar' && a.id === b.id));

/** The part that a zone belongs to. */
export function partOf(zone: Zone): Part {
  if ('phaseId' in zone) return { kind: 'phase', id: zone.phaseId };
  if ('releaseId' in zone) return { kind: 'release', id: zone.releaseId };
  return wholeBar;
}
