import { builtOnce } from '../builtOnce.ts';
import type { CoverageAnalysis, ElementRow } from '../coverage/analyse.ts';
import type { CoverageElement } from '../coverage/types.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import { minorDigits } from '../text/format.ts';
import { coverageElements } from './coverageElements.ts';
import { settingsOf } from './initiativeInput.ts';

/** What all elements of one kind need and are given; money in whole currency units. */
interface KindSums {
  readonly demand: number;
  readonly supplyMoney: number;
}

type Overlap = Extract<CoverageAnalysis['findings'][number], { readonly type: 'OVERLAP' }>;

/** What the receipts of an analysis look up, by the ids of its elements. */
interface ElementLookup {
  readonly rows: ReadonlyMap<string, ElementRow>;
  readonly overlaps: ReadonlyMap<string, Overlap>;
  readonly unrated: ReadonlySet<string>;
  readonly sums: ReadonlyMap<ElementRow['kind'], KindSums>;
}

/**
 * The lookup of an analysis, made when it is first asked for: a workbook opens every figure of every element, and walking
 * the lists for each of them would take their square.
 */
export const elementLookup = builtOnce((analysis: CoverageAnalysis): ElementLookup => {
  const { elements, findings, unrated } = analysis;
  const sums = new Map<ElementRow['kind'], KindSums>();
  for (const { kind, demand, supply_money } of elements) {
    const sum = sums.get(kind) ?? { demand: 0, supplyMoney: 0 };
    sums.set(kind, { demand: sum.demand + demand, supplyMoney: sum.supplyMoney + supply_money });
  }
  const overlaps = new Map<string, Overlap>();
  for (const found of findings)
    if (found.type === 'OVERLAP' && !overlaps.has(found.subject)) overlaps.set(found.subject, found);
  return { rows: new Map(elements.map((row) => [row.id, row])), overlaps, unrated: new Set(unrated), sums };
});

/** What the portfolio needs, by id; amounts in whole currency units. */
export const neededElements = builtOnce((records: PortfolioRecords): ReadonlyMap<string, CoverageElement> => {
  const minor = 10 ** minorDigits(settingsOf(records).currency);
  const major = (amount: number | null): number | null => (amount === null ? null : amount / minor);
  return new Map(coverageElements(records, major).map((element) => [element.id, element]));
});
