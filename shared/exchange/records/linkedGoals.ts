import { newOutcome, newSegment } from '../../domain/planningDefaults.ts';
import type { Outcome, OutcomeLink, PortfolioRecords, Segment, SegmentLink } from '../../domain/records.ts';
import { matchKey } from '../table/cellText.ts';
import { splitNames, tidyName } from '../values/splitNames.ts';
import type { Aliases } from './aliases.ts';
import { byTarget, createSharedLinks, type SharedLinks, type Weighed } from './sharedLinks.ts';

/** Outcomes and customer segments that a list names in passing, each made once for a name. */
export interface LinkedGoals {
  readonly outcome: readonly Outcome[];
  readonly segment: readonly Segment[];
  readonly outcomeLink: SharedLinks<OutcomeLink>;
  readonly segmentLink: SharedLinks<SegmentLink>;
  /** Ties the initiative to the outcomes of one cell, in equal shares; answers the ids of those that are new to it. */
  linkOutcomes(initiativeId: string, cell: string): readonly string[];
  linkSegments(initiativeId: string, cell: string): readonly string[];
  /** Ties the initiative to outcomes in the shares that stand beside their names. */
  shareOutcomes(initiativeId: string, shares: ReadonlyMap<string, number>): Weighed;
  shareSegments(initiativeId: string, shares: ReadonlyMap<string, number>): Weighed;
  /** What an outcome or segment is called, by its id. */
  nameOf(id: string): string;
  /** Forgets what initiatives were tied to so far; what they are tied to stays known. */
  forget(): void;
  /** The id of the one segment that a cell names, or null when it names none. */
  segmentOf(cell: string): string | null;
}

/**
 * Starts from what the portfolio holds already, so that a known outcome or segment is not made again: found by its name,
 * or by what another list of the same import calls it.
 */
export function createGoalLinks(
  records: PortfolioRecords,
  separators: { readonly outcomes: string; readonly segments: string },
  newId: () => string,
  aliases: Aliases = {},
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
  /** Names of what this list made, by id. */
  const made = new Map<string, string>();
  const idOf = (kind: 'outcome' | 'segment', name: string, make: (id: string) => void): string => {
    const called = kind === 'outcome' ? aliases.outcomes : aliases.segments;
    const before = known[kind].get(matchKey(name)) ?? called?.get(matchKey(name));
    if (before !== undefined) return before;
    const id = newId();
    make(id);
    made.set(id, name);
    known[kind].set(matchKey(name), id);
    return id;
  };
  const outcomeOf = (name: string): string =>
    idOf('outcome', name, (id) => outcome.push(newOutcome(id, name)));
  const segmentOf = (name: string): string =>
    idOf('segment', name, (id) => segment.push(newSegment(id, name)));
  const idsOf = (kind: 'outcome' | 'segment', cell: string): readonly string[] => {
    // A name that is known whole may hold the separator itself.
    const whole = known[kind].get(matchKey(cell));
    if (whole !== undefined) return [whole];
    const [separator, idOfName] =
      kind === 'outcome' ? [separators.outcomes, outcomeOf] : [separators.segments, segmentOf];
    return [...new Set(splitNames(cell, separator).map(idOfName))];
  };
  return {
    outcome,
    segment,
    outcomeLink,
    segmentLink,
    linkOutcomes: (initiativeId, cell) => outcomeLink.link(initiativeId, idsOf('outcome', cell)),
    linkSegments: (initiativeId, cell) => segmentLink.link(initiativeId, idsOf('segment', cell)),
    shareOutcomes: (initiativeId, shares) =>
      outcomeLink.weigh(
        initiativeId,
        byTarget(shares, (name) => idsOf('outcome', name)),
      ),
    shareSegments: (initiativeId, shares) =>
      segmentLink.weigh(
        initiativeId,
        byTarget(shares, (name) => idsOf('segment', name)),
      ),
    nameOf: (id) => (records.outcome[id] ?? records.segment[id])?.name ?? made.get(id) ?? id,
    forget() {
      outcomeLink.forget();
      segmentLink.forget();
    },
    segmentOf(cell) {
      const name = tidyName(cell);
      return name === null ? null : segmentOf(name);
    },
  };
}
