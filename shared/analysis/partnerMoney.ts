import { herfindahl, largestExternal, sharesOf } from '../coverage/concentration.ts';
import { INTERNAL_VENDOR } from '../coverage/types.ts';
import type { Engagement, Partner, PortfolioRecords } from '../domain/records.ts';
import { inUse } from '../planning/inUse.ts';
import { engagementsByPartner } from '../planning/mergePartners.ts';
import { portfolioIndex } from './portfolioIndex.ts';

/** A partner's part of one capability. */
export interface PartnerCell {
  readonly partnerId: string;
  /** In minor units, of what is known: the least that it can be. */
  readonly money: number;
  /** The most that it can be: with all that no contract takes of the budgets it works on; null where a budget is unknown. */
  readonly most: number | null;
  /** Initiatives in which the partner works for an amount that nobody entered, or whose budget nobody knows. */
  readonly unknown: number;
  readonly initiativeIds: readonly string[];
}

/** One capability's money by partner. */
export interface PartnerRow {
  readonly capabilityId: string;
  /** Known money that serves it, partners and own people together, in minor units. */
  readonly money: number;
  /** The most money first, those of whom no amount is known last. */
  readonly cells: readonly PartnerCell[];
  /** The partner that surely holds too much, else the one that may hold the most; shares 0..1, null where unbounded. */
  readonly largest: { readonly partnerId: string; readonly low: number; readonly high: number | null } | null;
  /** True where amounts are unknown: every share may be larger. */
  readonly atLeast: boolean;
  /** Herfindahl-Hirschman index over partners and own people, up to 10,000; null where amounts are unknown. */
  readonly hhi: number | null;
  /** Largest share * (1 - exit readiness), 0..1; null where the readiness is not known. */
  readonly lockIn: number | null;
}

/** One partner over the whole portfolio. */
export interface PartnerTotal {
  readonly partner: Partner;
  /** Known money of funded initiatives, in minor units; null where no amount is known. */
  readonly money: number | null;
  /** Of all money of funded initiatives, 0..1; null where either is not known. */
  readonly share: number | null;
  /** The most money that it can be, in minor units, of budgets that are known. */
  readonly most: number;
  /** Engagements without an amount. */
  readonly unknown: number;
  readonly engagements: number;
  readonly initiativeIds: readonly string[];
  /** Capabilities that its initiatives serve, the most of its money first. */
  readonly capabilityIds: readonly string[];
}

export interface PartnerMoney {
  /** Capabilities with a partner at work: what one surely holds too much of, what it may, by money; unknown ones last. */
  readonly rows: readonly PartnerRow[];
  /** Partners in use, the most money first, those without a known amount last. */
  readonly partners: readonly PartnerTotal[];
  /** Budgets of funded initiatives, in minor units. */
  readonly total: number;
  /** The three partners with the most money together: their share of all money at least and at most, 0..1. */
  readonly top: {
    readonly partnerIds: readonly string[];
    readonly low: number;
    readonly high: number;
  } | null;
  /** Engagements of partners in use without an amount. */
  readonly unknown: number;
}

/** From this share on one partner holds too much of a capability, as the guardrail to start from says. */
export const HELD_TOO_MUCH = 0.4;

/** The known amounts of an initiative's engagements, added. */
const paidFor = (engagements: readonly Engagement[]): number =>
  engagements.reduce((sum, { amount }) => sum + (amount ?? 0), 0);

/**
 * The part of an initiative's budget that a contract takes, in the budget's unit. More may be owed to partners than the
 * budget says: their parts are then of what is owed.
 */
export const contractPart = (budget: number, amount: number, engagements: readonly Engagement[]): number => {
  const whole = Math.max(paidFor(engagements), budget);
  return whole > 0 ? budget * (amount / whole) : 0;
};

interface Gathered {
  money: number;
  most: number | null;
  unknown: number;
  readonly initiativeIds: string[];
}

interface Total {
  money: number;
  most: number;
  known: number;
  readonly byCapability: Map<string, number>;
}

/** So many partners are named together. */
const TOP = 3;

/** What no contract takes of a budget; whoever works there for an unknown amount may get all of it, once. */
const unassigned = (budget: number, engagements: readonly Engagement[]): number =>
  Math.max(0, budget - paidFor(engagements));

/**
 * Who gets the money of funded initiatives that are not retired: by partner and capability. Money without a contract
 * stays with own people. What is not known is counted, and never taken for nothing.
 */
export function partnerMoney(records: PortfolioRecords): PartnerMoney {
  const index = portfolioIndex(records);
  const capabilities = new Map<string, { money: number; cells: Map<string, Gathered> }>();
  const totals = new Map<string, Total>();
  let total = 0;
  const capabilityOf = (id: string) => {
    let found = capabilities.get(id);
    if (!found) {
      found = { money: 0, cells: new Map() };
      capabilities.set(id, found);
    }
    return found;
  };
  for (const initiative of inUse(records.initiative)) {
    if (!initiative.funded) continue;
    const { budget } = initiative;
    total += budget ?? 0;
    const own = index.engagements.get(initiative.id) ?? [];
    const serves = (index.contributions.get(initiative.id) ?? []).filter(
      ({ capabilityId }) => records.capability[capabilityId]?.retired === false,
    );
    for (const { capabilityId, weight } of serves) capabilityOf(capabilityId).money += weight * (budget ?? 0);
    const open = new Set<string>();
    for (const { partnerId, amount } of own) {
      if (records.partner[partnerId]?.retired !== false) continue;
      const part = amount === null || budget === null ? null : contractPart(budget, amount, own);
      const sum: Total = totals.get(partnerId) ?? { money: 0, most: 0, known: 0, byCapability: new Map() };
      totals.set(partnerId, sum);
      // Two unknown contracts of one partner can not both take the same rest.
      const rest =
        part !== null || open.has(partnerId) ? 0 : budget === null ? null : unassigned(budget, own);
      if (part === null) open.add(partnerId);
      else {
        sum.money += part;
        sum.known += 1;
      }
      sum.most += (part ?? 0) + (rest ?? 0);
      for (const { capabilityId, weight } of serves) {
        sum.byCapability.set(
          capabilityId,
          (sum.byCapability.get(capabilityId) ?? 0) + weight * ((part ?? 0) + (rest ?? 0)),
        );
        const { cells } = capabilityOf(capabilityId);
        const cell = cells.get(partnerId) ?? { money: 0, most: 0, unknown: 0, initiativeIds: [] };
        cells.set(partnerId, cell);
        if (part === null) cell.unknown += 1;
        else cell.money += weight * part;
        cell.most = cell.most === null || rest === null ? null : cell.most + weight * ((part ?? 0) + rest);
        if (!cell.initiativeIds.includes(initiative.id)) cell.initiativeIds.push(initiative.id);
      }
    }
  }
  const rows = [...capabilities].flatMap(([capabilityId, { money, cells }]): PartnerRow[] =>
    cells.size === 0 ? [] : [rowOf(records, capabilityId, money, cells)],
  );
  rows.sort(
    (a, b) =>
      heldFor(b) - heldFor(a) ||
      b.money * (b.largest?.high ?? 0) - a.money * (a.largest?.high ?? 0) ||
      b.money - a.money ||
      (a.capabilityId < b.capabilityId ? -1 : 1),
  );
  const byPartner = engagementsByPartner(records);
  const partners = inUse(records.partner).map((partner): PartnerTotal => {
    const engagements = (byPartner.get(partner.id) ?? []).filter(
      ({ initiativeId }) => records.initiative[initiativeId]?.retired === false,
    );
    const sum = totals.get(partner.id);
    const money = sum && sum.known > 0 ? sum.money : null;
    return {
      partner,
      money,
      share: money === null || total === 0 ? null : money / total,
      most: sum?.most ?? 0,
      unknown: engagements.filter(({ amount }) => amount === null).length,
      engagements: engagements.length,
      initiativeIds: [...new Set(engagements.map(({ initiativeId }) => initiativeId))],
      capabilityIds: [...(sum?.byCapability ?? [])].sort((a, b) => b[1] - a[1]).map(([id]) => id),
    };
  });
  partners.sort(
    (a, b) =>
      (b.money ?? 0) - (a.money ?? 0) ||
      b.most - a.most ||
      b.engagements - a.engagements ||
      (a.partner.id < b.partner.id ? -1 : 1),
  );
  const top = topOf(records, partners, total);
  return { rows, partners, total, top, unknown: partners.reduce((sum, { unknown }) => sum + unknown, 0) };
}

/** 3 where one partner surely holds too much, 2 where it may, 1 where it does not, 0 where nobody can say. */
function heldFor({ largest }: PartnerRow): 0 | 1 | 2 | 3 {
  if (largest && largest.low > HELD_TOO_MUCH) return 3;
  if (!largest || largest.high === null) return 0;
  return largest.high > HELD_TOO_MUCH ? 2 : 1;
}

function topOf(
  records: PortfolioRecords,
  partners: readonly PartnerTotal[],
  total: number,
): PartnerMoney['top'] {
  const named = new Set(
    partners.flatMap(({ partner, most }) => (most > 0 ? [partner.id] : [])).slice(0, TOP),
  );
  if (named.size === 0 || total === 0) return null;
  const { engagements } = portfolioIndex(records);
  let [low, high] = [0, 0];
  for (const { id, budget, funded } of inUse(records.initiative)) {
    if (!funded || budget === null) continue;
    const all = engagements.get(id) ?? [];
    const own = all.filter(({ partnerId }) => named.has(partnerId));
    if (own.length === 0) continue;
    const known = own.reduce((sum, { amount }) => sum + contractPart(budget, amount ?? 0, all), 0);
    low += known;
    // What is unassigned counts once, however many of them may get it.
    high += known + (own.some(({ amount }) => amount === null) ? unassigned(budget, all) : 0);
  }
  return { partnerIds: [...named], low: low / total, high: high / total };
}

function rowOf(
  records: PortfolioRecords,
  capabilityId: string,
  money: number,
  gathered: ReadonlyMap<string, Gathered>,
): PartnerRow {
  const cells = [...gathered]
    .map(([partnerId, cell]): PartnerCell => ({ partnerId, ...cell }))
    .sort(
      (a, b) => b.money - a.money || (b.most ?? 0) - (a.most ?? 0) || (a.partnerId < b.partnerId ? -1 : 1),
    );
  const held = cells.reduce((sum, cell) => sum + cell.money, 0);
  const shares = sharesOf([
    ...cells.map((cell) => [cell.partnerId, cell.money] as const),
    [INTERNAL_VENDOR, Math.max(0, money - held)],
  ]);
  const sure = largestExternal(shares);
  const atLeast = cells.some(({ unknown }) => unknown > 0);
  const widest = cells.reduce<PartnerCell | null>(
    (best, cell) => (best === null || (cell.most ?? 0) > (best.most ?? 0) ? cell : best),
    null,
  );
  const chosen =
    sure && sure.share > HELD_TOO_MUCH
      ? (cells.find(({ partnerId }) => partnerId === sure.vendor) ?? null)
      : widest;
  const largest =
    chosen && money > 0
      ? {
          partnerId: chosen.partnerId,
          low: chosen.money / money,
          high: chosen.most === null ? null : chosen.most / money,
        }
      : null;
  const readiness = largest ? (records.partner[largest.partnerId]?.exitReadiness ?? null) : null;
  return {
    capabilityId,
    money,
    cells,
    largest,
    atLeast,
    hhi: atLeast || money === 0 ? null : herfindahl(shares),
    lockIn: largest === null || atLeast || readiness === null ? null : largest.low * (1 - readiness),
  };
}
