import { compareCodePoints } from '../text/compareCodePoints.ts';
import { type PortfolioFacts, share } from './facts.ts';
import type { CoverageMatrix } from './matrix.ts';
import { INTERNAL_VENDOR } from './types.ts';

/** Shares of money by name, adding to 1; empty without money. Names in the order in which they come. */
export type Shares = ReadonlyMap<string, number>;

/** The largest external vendor of an element or the portfolio, and what holds us there. */
export interface LargestVendor {
  readonly vendor: string;
  readonly share: number;
  /** Readiness to leave it, 0..1. */
  readonly exit_readiness: number;
}

/** How one element's money is spread (MODEL.md 3.2 and 3.3). */
export interface ConcentrationRow {
  readonly teams: Shares;
  readonly vendors: Shares;
  readonly n_eff_initiatives: number;
  readonly n_eff_teams: number;
  readonly n_eff_vendors: number;
  readonly hhi_vendor: number;
  /** Largest external share * (1 - exit readiness), 0..1. */
  readonly lock_in: number;
  readonly largest: LargestVendor | null;
}

/** Money added by name and divided by its sum. */
export const sharesOf = (parts: Iterable<readonly [name: string, money: number]>): Shares => {
  const sums = new Map<string, number>();
  let total = 0;
  for (const [name, money] of parts) {
    if (!(money > 0)) continue;
    sums.set(name, (sums.get(name) ?? 0) + money);
    total += money;
  }
  for (const [name, money] of sums) sums.set(name, money / total);
  return sums;
};

/** Herfindahl-Hirschman index: sum of (100 share)^2, up to 10,000 for one supplier; 0 without money. */
export const herfindahl = (shares: Shares): number => {
  let sum = 0;
  for (const value of shares.values()) sum += (100 * value) ** 2;
  return sum;
};

/** Effective number 1 / sum share^2: how many equal parts would be as spread; 0 without money. */
const effectiveNumber = (shares: Shares): number => {
  let sum = 0;
  for (const value of shares.values()) sum += value * value;
  return sum > 0 ? 1 / sum : 0;
};

/** Vendor with the largest share, own people left out; null without one. Equal shares: the first name. */
export const largestExternal = (
  shares: Shares,
): { readonly vendor: string; readonly share: number } | null => {
  let largest: { readonly vendor: string; readonly share: number } | null = null;
  for (const [vendor, value] of shares) {
    if (vendor === INTERNAL_VENDOR) continue;
    const difference =
      largest === null ? 1 : value - largest.share || compareCodePoints(largest.vendor, vendor);
    if (difference > 0) largest = { vendor, share: value };
  }
  return largest;
};

/** What is known best goes first: the element, then the vendor, then the mean of its initiatives here; else 0. */
const exitReadiness = (
  matrix: CoverageMatrix,
  facts: PortfolioFacts,
  element: number,
  vendor: string,
): number => {
  const stated = share(matrix.elements[element]!.exit_readiness) ?? facts.vendorExitReadiness(vendor);
  if (stated !== undefined) return stated;
  let weighted = 0;
  let money = 0;
  for (const cell of matrix.cells[element]!) {
    const initiative = facts.initiatives[cell.initiative]!;
    if (initiative.vendor !== vendor) continue;
    weighted += cell.money * (share(initiative.record.exit_readiness) ?? 0);
    money += cell.money;
  }
  return money > 0 ? weighted / money : 0;
};

/** Spread of every element's money over initiatives, teams and vendors. */
export const computeConcentration = (
  matrix: CoverageMatrix,
  facts: PortfolioFacts,
): readonly ConcentrationRow[] =>
  matrix.cells.map((cells, element) => {
    const by = (name: (index: number) => string): Shares =>
      sharesOf(cells.map((cell) => [name(cell.initiative), cell.money] as const));
    const teams = by((index) => facts.initiatives[index]!.team);
    const vendors = by((index) => facts.initiatives[index]!.vendor);
    const external = largestExternal(vendors);
    const largest = external && {
      ...external,
      exit_readiness: exitReadiness(matrix, facts, element, external.vendor),
    };
    return {
      teams,
      vendors,
      n_eff_initiatives: effectiveNumber(by(String)),
      n_eff_teams: effectiveNumber(teams),
      n_eff_vendors: effectiveNumber(vendors),
      hhi_vendor: herfindahl(vendors),
      lock_in: largest ? largest.share * (1 - largest.exit_readiness) : 0,
      largest,
    };
  });
