import type { Headline } from '../analysis/headline.ts';
import { settingsOf } from '../analysis/initiativeInput.ts';
import type { Initiative, PortfolioRecords } from '../domain/records.ts';
import { toMajor } from '../text/format.ts';

/** Cost of delay over duration: what a month of waiting costs, divided by the months that the work takes. */
export interface DelayScore {
  /** Whole currency units a month; null when nobody said what the work is worth. */
  readonly costOfDelay: number | null;
  /** Months to the first value in the declared mode; null when it never comes or is not computable. */
  readonly months: number | null;
  /** Null when either is not known. */
  readonly score: number | null;
}

/** The score of an initiative from its value a month (and its penalty after a deadline) and its time to first value. */
export function delayScore(
  records: PortfolioRecords,
  initiative: Initiative,
  headline: Headline,
): DelayScore {
  const { currency } = settingsOf(records);
  const { valuePerMonth, penaltyPerMonth } = initiative;
  const costOfDelay =
    valuePerMonth === null && penaltyPerMonth === null
      ? null
      : toMajor((valuePerMonth ?? 0) + (penaltyPerMonth ?? 0), currency);
  const months = headline?.[initiative.mode].timeToFirstValueMonths ?? null;
  const score = costOfDelay === null || months === null || months <= 0 ? null : costOfDelay / months;
  return { costOfDelay, months, score };
}

/** An item that the room and the score put in different places. */
export interface Disagreement {
  readonly id: string;
  readonly roomPlace: number;
  readonly scorePlace: number;
}

/** Where the room and the score disagree most, largest difference first; items without a score are left out of both. */
export function disagreements(
  places: readonly { readonly id: string; readonly place: number }[],
  scoreOf: (id: string) => number | null,
): readonly Disagreement[] {
  const scored = places.flatMap(({ id, place }) => {
    const score = scoreOf(id);
    return score === null ? [] : [{ id, place, score }];
  });
  const byRoom = [...scored].sort((a, b) => a.place - b.place);
  const byScore = [...scored].sort((a, b) => b.score - a.score);
  const roomPlaces = new Map(byRoom.map(({ id }, at) => [id, at + 1]));
  return byScore
    .map(({ id }, at) => ({ id, roomPlace: roomPlaces.get(id)!, scorePlace: at + 1 }))
    .filter(({ roomPlace, scorePlace }) => roomPlace !== scorePlace)
    .sort(
      (a, b) =>
        Math.abs(b.roomPlace - b.scorePlace) - Math.abs(a.roomPlace - a.scorePlace) ||
        a.scorePlace - b.scorePlace,
    );
}
