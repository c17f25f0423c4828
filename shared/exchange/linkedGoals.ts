import { newOutcome, newSegment } from '../domain/planningDefaults.ts';
import type { Outcome, OutcomeLink, PortfolioRecords, Segment, SegmentLink } from '../domain/records.ts';
import { matchKey } from './cellText.ts';
import { splitNames } from './splitNames.ts';

/** Outcomes and customer segments that a list names in passing, each made once for a name. */
export interface LinkedGoals {
  readonly outcome: readonly Outcome[];
  readonly segment: readonly Segment[];
  readonly outcomeLink: readonly OutcomeLink[];
  readonly segmentLink: readonly SegmentLink[];
  /** Ties the initiative to the outcomes of one cell, in equal shares; one that is tied already is left alone. */
  linkOutcomes(initiativeId: string, cell: string): void;
  linkSegments(initiativeId: string, cell: string): void;
}

/** Starts from what the portfolio holds already, so that a known outcome or segment is not made again. */
export function createGoalLinks(
  records: PortfolioRecords,
  separators: { readonly outcomes: string; readonly segments: string },
  newId: () => string,
): LinkedGoals {
  const outcome: Outcome[] = [];
  const segment: Segment[] = [];
  const outcomeLink: OutcomeLink[] = [];
  const segmentLink: SegmentLink[] = [];
  const known = {
    outcome: new Map(Object.values(records.outcome).map(({ id, name }) => [matchKey(name), id])),
    segment: new Map(Object.values(records.segment).map(({ id, name }) => [matchKey(name), id])),
  };
  const tied = {
    outcome: new Set(Object.values(records.outcomeLink).map(({ initiativeId }) => initiativeId)),
    segment: new Set(Object.values(records.segmentLink).map(({ initiativeId }) => initiativeId)),
  };
  const idOf = (kind: 'outcome' | 'segment', name: string, make: (id: string) => void): string => {
    const before = known[kind].get(matchKey(name));
    if (before !== undefined) return before;
    const id = newId();
    make(id);
    known[kind].set(matchKey(name), id);
    return id;
  };
  return {
    outcome,
    segment,
    outcomeLink,
    segmentLink,
    linkOutcomes(initiativeId, cell) {
      if (tied.outcome.has(initiativeId)) return;
      const ids = splitNames(cell, separators.outcomes).map((name) =>
        idOf('outcome', name, (id) => outcome.push(newOutcome(id, name))),
      );
      for (const outcomeId of ids)
        outcomeLink.push({ id: newId(), initiativeId, outcomeId, weight: 1 / ids.length });
    },
    linkSegments(initiativeId, cell) {
      if (tied.segment.has(initiativeId)) return;
      const ids = splitNames(cell, separators.segments).map((name) =>
        idOf('segment', name, (id) => segment.push(newSegment(id, name))),
      );
      for (const segmentId of ids)
        segmentLink.push({ id: newId(), initiativeId, segmentId, weight: 1 / ids.length });
    },
  };
}
