import { newOutcome, newSegment } from '../domain/planningDefaults.ts';
import type { Outcome, OutcomeLink, PortfolioRecords, Segment, SegmentLink } from '../domain/records.ts';
import { matchKey } from './cellText.ts';
import { createSharedLinks, type SharedLinks } from './sharedLinks.ts';
import { splitNames, tidyName } from './splitNames.ts';

/** Outcomes and customer segments that a list names in passing, each made once for a name. */
export interface LinkedGoals {
  readonly outcome: readonly Outcome[];
  readonly segment: readonly Segment[];
  readonly outcomeLink: SharedLinks<OutcomeLink>;
  readonly segmentLink: SharedLinks<SegmentLink>;
  /** Ties the initiative to the outcomes of one cell, in equal shares; answers the names of those that are new to it. */
  linkOutcomes(initiativeId: string, cell: string): readonly string[];
  linkSegments(initiativeId: string, cell: string): readonly string[];
  /** Forgets what initiatives were tied to so far; what they are tied to stays known. */
  forget(): void;
  /** The id of the one segment that a cell names, or null when it names none. */
  segmentOf(cell: string): string | null;
}

/** Starts from what the portfolio holds already, so that a known outcome or segment is not made again. */
export function createGoalLinks(
  records: PortfolioRecords,
  separators: { readonly outcomes: string; readonly segments: string },
  newId: () => string,
): LinkedGoals {
  const outcome: Outcome[] = [];
  const segment: Segment[] = [];
  const outcomeLink = createSharedLinks(
    Object.values(records.outcomeLink),
    (each) => each.outcomeId,
    (initiativeId, outcomeId, weight): OutcomeLink => ({ id: newId(), initiativeId, outcomeId, weight }),
  );
  const segmentLink = createSharedLinks(
    Object.values(records.segmentLink),
    (each) => each.segmentId,
    (initiativeId, segmentId, weight): SegmentLink => ({ id: newId(), initiativeId, segmentId, weight }),
  );
  const known = {
    outcome: new Map(Object.values(records.outcome).map(({ id, name }) => [matchKey(name), id])),
    segment: new Map(Object.values(records.segment).map(({ id, name }) => [matchKey(name), id])),
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
      const names = new Map(
        splitNames(cell, separators.outcomes).map((name) => [
          idOf('outcome', name, (id) => outcome.push(newOutcome(id, name))),
          name,
        ]),
      );
      return outcomeLink.link(initiativeId, [...names.keys()]).map((id) => names.get(id) ?? id);
    },
    linkSegments(initiativeId, cell) {
      const names = new Map(
        splitNames(cell, separators.segments).map((name) => [
          idOf('segment', name, (id) => segment.push(newSegment(id, name))),
          name,
        ]),
      );
      return segmentLink.link(initiativeId, [...names.keys()]).map((id) => names.get(id) ?? id);
    },
    forget() {
      outcomeLink.forget();
      segmentLink.forget();
    },
    segmentOf(cell) {
      const name = tidyName(cell);
      return name === null ? null : idOf('segment', name, (id) => segment.push(newSegment(id, name)));
    },
  };
}
