import { builtOnce } from '../builtOnce.ts';
import type {
  Allocation,
  Capability,
  Contribution,
  Dependency,
  Engagement,
  Handoff,
  OutcomeLink,
  Phase,
  PortfolioRecords,
  Release,
  ScopeItem,
  SegmentLink,
  Tranche,
} from '../domain/records.ts';

/** The records that hang on one initiative, ready to read; made once per state of the portfolio. */
export interface PortfolioIndex {
  readonly phases: ReadonlyMap<string, readonly Phase[]>;
  readonly releases: ReadonlyMap<string, readonly Release[]>;
  readonly scopeItems: ReadonlyMap<string, readonly ScopeItem[]>;
  readonly contributions: ReadonlyMap<string, readonly Contribution[]>;
  readonly engagements: ReadonlyMap<string, readonly Engagement[]>;
  readonly dependencies: ReadonlyMap<string, readonly Dependency[]>;
  /** In order of position. */
  readonly tranches: ReadonlyMap<string, readonly Tranche[]>;
  /** The ledger, in order of position. */
  readonly handoffs: ReadonlyMap<string, readonly Handoff[]>;
  readonly allocations: ReadonlyMap<string, readonly Allocation[]>;
  readonly outcomeLinks: ReadonlyMap<string, readonly OutcomeLink[]>;
  readonly segmentLinks: ReadonlyMap<string, readonly SegmentLink[]>;
  readonly capabilityChildren: ReadonlyMap<string | null, readonly Capability[]>;
}

type Table<R> = Readonly<Record<string, R>>;

const byInitiative = <R extends { readonly initiativeId: string }>(records: Table<R>) =>
  Map.groupBy(Object.values(records), (record) => record.initiativeId);

/** The same groups, each by the places of its records. */
function inOrder<K, R extends { readonly position: number }>(groups: Map<K, R[]>): Map<K, R[]> {
  for (const group of groups.values()) group.sort((a, b) => a.position - b.position);
  return groups;
}

const phasesOf = builtOnce(
  (records: Table<Phase>): ReadonlyMap<string, readonly Phase[]> => inOrder(byInitiative(records)),
);
const releasesOf = builtOnce<Table<Release>, ReadonlyMap<string, readonly Release[]>>(byInitiative);
const scopeItemsOf = builtOnce<Table<ScopeItem>, ReadonlyMap<string, readonly ScopeItem[]>>(byInitiative);
const contributionsOf = builtOnce<Table<Contribution>, ReadonlyMap<string, readonly Contribution[]>>(
  byInitiative,
);
const engagementsOf = builtOnce<Table<Engagement>, ReadonlyMap<string, readonly Engagement[]>>(byInitiative);
const dependenciesOf = builtOnce(
  (records: Table<Dependency>): ReadonlyMap<string, readonly Dependency[]> =>
    Map.groupBy(Object.values(records), (record) => record.fromInitiativeId),
);
const allocationsOf = builtOnce<Table<Allocation>, ReadonlyMap<string, readonly Allocation[]>>(byInitiative);
const tranchesOf = builtOnce(
  (records: Table<Tranche>): ReadonlyMap<string, readonly Tranche[]> => inOrder(byInitiative(records)),
);
const handoffsOf = builtOnce(
  (records: Table<Handoff>): ReadonlyMap<string, readonly Handoff[]> => inOrder(byInitiative(records)),
);
const outcomeLinksOf = builtOnce<Table<OutcomeLink>, ReadonlyMap<string, readonly OutcomeLink[]>>(
  byInitiative,
);
const segmentLinksOf = builtOnce<Table<SegmentLink>, ReadonlyMap<string, readonly SegmentLink[]>>(
  byInitiative,
);
const childrenOf = builtOnce(
  (records: Table<Capability>): ReadonlyMap<string | null, readonly Capability[]> =>
    inOrder(Map.groupBy(Object.values(records), (record) => record.parentId)),
);

/**
 * Groups the records by what they belong to, each grouping when it is first read: whoever asks for the children of a
 * capability does not wait for a hundred thousand phases. Cheap to call again, since unchanged maps are grouped once.
 */
export function portfolioIndex(records: PortfolioRecords): PortfolioIndex {
  return {
    get phases() {
      return phasesOf(records.phase);
    },
    get releases() {
      return releasesOf(records.release);
    },
    get scopeItems() {
      return scopeItemsOf(records.scopeItem);
    },
    get contributions() {
      return contributionsOf(records.contribution);
    },
    get engagements() {
      return engagementsOf(records.engagement);
    },
    get dependencies() {
      return dependenciesOf(records.dependency);
    },
    get tranches() {
      return tranchesOf(records.tranche);
    },
    get handoffs() {
      return handoffsOf(records.handoff);
    },
    get allocations() {
      return allocationsOf(records.allocation);
    },
    get outcomeLinks() {
      return outcomeLinksOf(records.outcomeLink);
    },
    get segmentLinks() {
      return segmentLinksOf(records.segmentLink);
    },
    get capabilityChildren() {
      return childrenOf(records.capability);
    },
  };
}
