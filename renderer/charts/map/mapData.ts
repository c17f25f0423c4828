import type { Mode } from '../../../shared/domain/records.ts';

/** Where an initiative stands in one mode; months are null when nothing is released by the horizon. */
export interface MapPlace {
  readonly between: number | null;
  readonly first: number | null;
  /** Share of the booked days that goes into the seven wastes. */
  readonly share: number;
  /** Money spent by the horizon. */
  readonly cost: number;
}

/** An initiative on the map: now, in the mode it is set to, and in the other one. Money in whole currency units. */
export interface MapItem {
  readonly id: string;
  readonly name: string;
  readonly mode: Mode;
  readonly now: MapPlace;
  readonly other: MapPlace;
  readonly horizonMonths: number;
  /** Value less cost: other mode minus this one; null when nobody entered a value. */
  readonly gain: number | null;
  readonly valueGain: number | null;
  /** Person-days in the seven wastes that the other mode does not lose. */
  readonly wasteDaysSaved: number;
  /** Person-days of release overhead and of idle capacity that the other mode adds. */
  readonly releaseDaysAdded: number;
  readonly idleDaysAdded: number;
  /** Months that the first value comes sooner in the other mode; null when it does not come in both. */
  readonly sooner: number | null;
}

/** All days saved, what the other mode costs taken off. */
export const daysSaved = (item: MapItem): number =>
  item.wasteDaysSaved - item.releaseDaysAdded - item.idleDaysAdded;

export type MapAxis = 'between' | 'first';
export type RankBy = 'gain' | 'perMoney';

/** Gain for each unit of money that the initiative costs now; null where either is not known. */
export const gainPerMoney = ({ gain, now }: MapItem): number | null =>
  gain === null || now.cost <= 0 ? null : gain / now.cost;

/** Projects by what to do with them. */
export interface Ranking {
  /** Those that gain as product teams, the most first. */
  readonly convert: readonly MapItem[];
  /** Those that are better as projects, the clearest first. */
  readonly stay: readonly MapItem[];
  /** Those that nobody entered a value for, the most expensive first. */
  readonly unknown: readonly MapItem[];
}

/** Ranks the projects; product teams are in none of the lists. */
export function rankProjects(items: readonly MapItem[], by: RankBy): Ranking {
  const projects = items.filter(({ mode }) => mode === 'project');
  const key = (item: MapItem): number => (by === 'gain' ? item.gain : gainPerMoney(item)) ?? 0;
  const byId = (a: MapItem, b: MapItem): number => (a.id < b.id ? -1 : 1);
  return {
    convert: projects
      .filter(({ gain }) => gain !== null && gain > 0)
      .sort((a, b) => key(b) - key(a) || byId(a, b)),
    stay: projects
      .filter(({ gain }) => gain !== null && gain <= 0)
      .sort((a, b) => a.gain! - b.gain! || byId(a, b)),
    unknown: projects
      .filter(({ gain }) => gain === null)
      .sort((a, b) => b.now.cost - a.now.cost || byId(a, b)),
  };
}
