import { sum } from 'd3-array';
import type { CarrierRow, Scatter } from '../../../shared/analysis/carrierMatrix.ts';
import { addLosses, NO_LOSS, type ScatterLoss } from './scatterLoss.ts';

/** What the picture of who carries what draws; money in minor units, days since 1970-01-01. */
export interface CarryData {
  /** In the order in which they are drawn. */
  readonly rows: readonly CarrierRow[];
  /** Known teams, the most money first. */
  readonly teamIds: readonly string[];
  readonly scatters: readonly Scatter[];
  /** What handing over and learning again costs, by the id of what scatters. */
  readonly losses: ReadonlyMap<string, ScatterLoss>;
  /** The day that the matrix is about. */
  readonly day: number;
  /** The day of the data. */
  readonly now: number;
  readonly nameOf: (kind: 'team' | 'capability' | 'initiative', id: string) => string;
}

/** A check that what was kept is the first day after a quarter, as a day number, or null for the day of the data. */
export const isKeptDay = (value: unknown): value is number | null =>
  value === null || Number.isInteger(value);

/** What goes within one quarter. */
export interface QuarterScatter {
  readonly from: number;
  readonly to: number;
  readonly scatters: readonly Scatter[];
  readonly money: number;
  readonly unknownMoney: number;
  readonly loss: ScatterLoss;
  /** Capabilities that nobody carries any more from this quarter on. */
  readonly leftAlone: readonly string[];
}

/** What goes in each of some quarters; quarters in which nothing goes are empty. */
export function scattersByQuarter(
  scatters: readonly Scatter[],
  quarters: readonly { readonly from: number; readonly to: number }[],
  losses: ReadonlyMap<string, ScatterLoss>,
): readonly QuarterScatter[] {
  let at = 0;
  const sorted = [...scatters].sort((a, b) => a.day - b.day);
  return quarters.map(({ from, to }) => {
    while (at < sorted.length && sorted[at]!.day < from) at += 1;
    const own: Scatter[] = [];
    while (at < sorted.length && sorted[at]!.day < to) own.push(sorted[at++]!);
    return {
      from,
      to,
      scatters: own,
      money: sum(own, ({ money }) => money),
      unknownMoney: sum(own, ({ unknownMoney }) => unknownMoney),
      loss: addLosses(own.map(({ id }) => losses.get(id) ?? NO_LOSS)),
      leftAlone: [...new Set(own.flatMap(({ leftAlone }) => leftAlone))],
    };
  });
}

/** True where a capability rests on one team and nobody else may know it. */
export const restsOnOne = ({ teams, unknownTeams }: CarrierRow): boolean => teams === 1 && unknownTeams === 0;
/** True where nobody carries it any more. */
export const isAlone = ({ teams, unknownTeams, nextFrom }: CarrierRow): boolean =>
  teams === 0 && unknownTeams === 0 && nextFrom === null;
/** True where nobody carries it yet: the work on it is still to begin. */
export const isToBegin = ({ teams, unknownTeams, nextFrom }: CarrierRow): boolean =>
  teams === 0 && unknownTeams === 0 && nextFrom !== null;
/** True where people work on it of whom no team is recorded. */
export const isUnknown = ({ teams, unknownTeams }: CarrierRow): boolean => teams === 0 && unknownTeams > 0;
