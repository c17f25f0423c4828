import { builtOnce } from '../../../shared/builtOnce.ts';
import type { CoverageAnalysis } from '../../../shared/coverage/analyse.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { childrenOf } from '../../../shared/planning/capabilityTree.ts';

/** Figures of one capability, itself and with all below it. */
export interface CapabilityFigures {
  /** Initiatives that serve the capability itself. */
  readonly initiatives: number;
  readonly initiativesAll: number;
  /** Needed money below and itself, in minor units, and for how many it is entered. */
  readonly neededAll: { readonly sum: number; readonly known: number };
  /** Funded money in whole units; null while it is being computed. */
  readonly supply: number | null;
  readonly supplyAll: number | null;
  /** How many capabilities lie below. */
  readonly below: number;
}

export interface TreeFigures {
  readonly of: (id: string) => CapabilityFigures;
  readonly all: CapabilityFigures;
  /** Capabilities that nobody serves, neither themselves nor anything below them. */
  readonly unserved: ReadonlySet<string>;
}

interface Sums {
  initiatives: Set<string>;
  needed: number;
  known: number;
  supply: number;
  below: number;
}

/** Which initiatives serve each capability; gathered once for each state of the table. */
const servingOf = builtOnce(
  (contributions: PortfolioRecords['contribution']): ReadonlyMap<string, ReadonlySet<string>> =>
    new Map(
      [...Map.groupBy(Object.values(contributions), ({ capabilityId }) => capabilityId)].map(
        ([capabilityId, own]) => [capabilityId, new Set(own.map(({ initiativeId }) => initiativeId))],
      ),
    ),
);

/** Adds up the tree from the leaves. Initiatives that serve several capabilities of a branch count once in it. */
export function treeFigures(records: PortfolioRecords, analysis: CoverageAnalysis | null): TreeFigures {
  const supply = new Map(analysis?.elements.map(({ id, supply_money }) => [id, supply_money]));
  const serving = servingOf(records.contribution);
  const figures = new Map<string, CapabilityFigures>();
  const unserved = new Set<string>();
  const told = (own: number, ownSupply: number, sums: Sums): CapabilityFigures => ({
    initiatives: own,
    initiativesAll: sums.initiatives.size,
    neededAll: { sum: sums.needed, known: sums.known },
    supply: analysis ? ownSupply : null,
    supplyAll: analysis ? sums.supply : null,
    below: sums.below,
  });
  const add = (parentId: string | null): Sums => {
    const sums: Sums = { initiatives: new Set(), needed: 0, known: 0, supply: 0, below: 0 };
    for (const { id, neededMoney, retired } of childrenOf(records, parentId)) {
      const branch = add(id);
      const own = serving.get(id);
      if (own) for (const each of own) branch.initiatives.add(each);
      if (neededMoney !== null) {
        branch.needed += neededMoney;
        branch.known += 1;
      }
      branch.supply += supply.get(id) ?? 0;
      figures.set(id, told(own?.size ?? 0, supply.get(id) ?? 0, branch));
      // What is kept for the record only counts nowhere above it.
      if (retired) continue;
      if (branch.initiatives.size === 0) unserved.add(id);
      for (const each of branch.initiatives) sums.initiatives.add(each);
      sums.needed += branch.needed;
      sums.known += branch.known;
      sums.supply += branch.supply;
      sums.below += branch.below + 1;
    }
    return sums;
  };
  const all = told(0, 0, add(null));
  const none = told(0, 0, { initiatives: new Set(), needed: 0, known: 0, supply: 0, below: 0 });
  return { of: (id) => figures.get(id) ?? none, all, unserved };
}
