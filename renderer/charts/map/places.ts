import type { MapAxis, MapItem, MapPlace } from './mapData.ts';

/** Where each initiative stands before a part of the map is chosen, in flat lists in the order of the items. */
export interface MapPlaces {
  /** Whether any of them releases nothing, in one mode or the other. */
  readonly never: boolean;
  /** The most money in either mode, 0 where none costs anything. */
  readonly mostMoney: number;
  /** Natural logarithm of the months; NaN = nothing is released. */
  readonly logMonths: Float64Array;
  readonly shares: Float64Array;
  /** Square root of the cost's share of the most money, 0..1: how far the mark is from the smallest to the largest. */
  readonly sizes: Float64Array;
}

/** Nearer than this (months) nothing is told apart on a logarithmic scale. */
export const LEAST_PLACE = 1e-3;

const made = new WeakMap<readonly MapItem[], Map<MapAxis, MapPlaces>>();

/** The places of some items on an axis; worked out once for a list, since every frame of a drag asks for them. */
export function placesOf(items: readonly MapItem[], axis: MapAxis): MapPlaces {
  const known = made.get(items) ?? new Map<MapAxis, MapPlaces>();
  made.set(items, known);
  let places = known.get(axis);
  if (!places) {
    places = placesFor(items, axis);
    known.set(axis, places);
  }
  return places;
}

function placesFor(items: readonly MapItem[], axis: MapAxis): MapPlaces {
  const mostMoney = items.reduce((most, { now, other }) => Math.max(most, now.cost, other.cost), 0);
  return {
    never: items.some(({ now, other }) => now[axis] === null || other[axis] === null),
    mostMoney,
    logMonths: Float64Array.from(items, ({ now }) => logOf(now, axis)),
    shares: Float64Array.from(items, ({ now }) => now.share),
    sizes: Float64Array.from(items, ({ now }) => (mostMoney > 0 ? Math.sqrt(now.cost / mostMoney) : 0)),
  };
}

/** The logarithm of a place's months on an axis; NaN = nothing is released. */
function logOf(place: MapPlace, axis: MapAxis): number {
  const months = place[axis];
  return months === null ? Number.NaN : Math.log(Math.max(months, LEAST_PLACE));
}
