import { type Headline, monthsBetweenReleases } from '../analysis/headline.ts';
import type { Mode, PortfolioRecords } from '../domain/records.ts';
import { sevenWastesOf } from './measures.ts';

/** One side of an initiative that differs. Money in whole currency units, value only where it is known. */
export interface InitiativeSide {
  readonly mode: Mode;
  /** Minor units. */
  readonly budget: number | null;
  readonly cost: number | null;
  readonly value: number | null;
  readonly wasteDays: number | null;
  readonly wasteMoney: number | null;
  /** Person-days that are booked up to the horizon; waste is a share of them. */
  readonly bookedDays: number | null;
  readonly firstValueMonths: number | null;
  readonly betweenReleasesMonths: number | null;
}

/** An initiative as one state of the plan has it; null where it is not there, or retired. */
export function initiativeSide(
  records: PortfolioRecords,
  id: string,
  headline: Headline,
): InitiativeSide | null {
  const initiative = Object.hasOwn(records.initiative, id) ? records.initiative[id] : undefined;
  if (!initiative || initiative.retired) return null;
  const own = headline?.[initiative.mode];
  const wastes = own ? sevenWastesOf(own) : null;
  return {
    mode: initiative.mode,
    budget: initiative.budget,
    cost: own?.cost ?? null,
    value: headline?.valueKnown ? (own?.value ?? null) : null,
    wasteDays: wastes?.days ?? null,
    wasteMoney: wastes?.money ?? null,
    bookedDays: own?.bookedPd ?? null,
    firstValueMonths: own?.timeToFirstValueMonths ?? null,
    betweenReleasesMonths: own ? monthsBetweenReleases(own.releases) : null,
  };
}
