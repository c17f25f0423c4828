import { headlineOf } from '../analysis/headline.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import { compareRecords } from '../history/compareRecords.ts';
import { diffCounts } from '../history/diff.ts';
import { initiativeSide } from './initiativeSide.ts';
import { planDiff, touchedInitiatives } from './recordChanges.ts';

/** After minus before, in whole currency units and person-days; null where no initiative that differs has the figure. */
export interface QuickDifference {
  /** Records added, changed or removed. */
  readonly records: number;
  readonly initiatives: number;
  readonly cost: number | null;
  /** Of initiatives whose value is known on both sides, or that are on one side only. */
  readonly value: number | null;
  readonly wasteDays: number | null;
  readonly wasteMoney: number | null;
}

/** Initiatives that are computed at once; with more the figures are left to the whole comparison. */
const AT_MOST = 300;

/**
 * What moves between two states, without simulation or coverage: quick enough for every key press where few initiatives
 * differ. Null where more than a few hundred do.
 */
export function quickDifference(before: PortfolioRecords, after: PortfolioRecords): QuickDifference | null {
  const diff = planDiff(compareRecords(before, after));
  const touched = touchedInitiatives(diff);
  if (touched === null || touched.size > AT_MOST) return null;
  const { added, updated, removed } = diffCounts(diff);
  const sums = { cost: new Sum(), value: new Sum(), wasteDays: new Sum(), wasteMoney: new Sum() };
  let initiatives = 0;
  for (const id of touched) {
    const old = initiativeSide(before, id, id in before.initiative ? headlineOf(before, id) : null);
    const now = initiativeSide(after, id, id in after.initiative ? headlineOf(after, id) : null);
    if (!old && !now) continue;
    initiatives += 1;
    for (const key of ['cost', 'value', 'wasteDays', 'wasteMoney'] as const)
      sums[key].add(old === null ? 0 : old[key], now === null ? 0 : now[key]);
  }
  return {
    records: added + updated + removed,
    initiatives,
    cost: sums.cost.total,
    value: sums.value.total,
    wasteDays: sums.wasteDays.total,
    wasteMoney: sums.wasteMoney.total,
  };
}

/** A sum of differences; unknown on one side says nothing. */
class Sum {
  total: number | null = null;

  add(before: number | null, after: number | null): void {
    if (before === null || after === null) return;
    this.total = (this.total ?? 0) + after - before;
  }
}
