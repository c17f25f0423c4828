import { type Headline, headlineOf } from '../analysis/headline.ts';
import { settingsOf } from '../analysis/initiativeInput.ts';
import { portfolioCoverageSteps } from '../analysis/portfolioCoverage.ts';
import type { CoverageAnalysis, ElementRow } from '../coverage/analyse.ts';
import { findingKey } from '../coverage/findingKey.ts';
import type { Finding } from '../coverage/findings.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import { partOf, runSteps, type Steps } from '../steps.ts';
import { type FuturesDifference, futuresDifference } from './futuresDifference.ts';
import { type InitiativeSide, initiativeSide } from './initiativeSide.ts';
import { type Measures, measuresOf } from './measures.ts';
import { type RecordChanges, recordChanges, touchedInitiatives } from './recordChanges.ts';

/** An initiative that is on one side only, or whose records differ. */
export interface InitiativeDifference {
  readonly id: string;
  readonly name: string;
  readonly before: InitiativeSide | null;
  readonly after: InitiativeSide | null;
}

/** Findings by what became of them, and what gaps and overlaps are worth on each side, whole currency units. */
export interface CoverageDifference {
  readonly opened: readonly Finding[];
  readonly closed: readonly Finding[];
  readonly gapMoney: readonly [before: number, after: number];
  readonly overlapMoney: readonly [before: number, after: number];
  /** Capabilities, outcomes and segments whose gap or overlap differs; capabilities alone count in the sums. */
  readonly elements: readonly ElementDifference[];
  /** False where one side has no capabilities: then its gaps are not known, and not zero. */
  readonly known: boolean;
}

/** Money of an element on one side, whole currency units. */
export interface ElementSide {
  readonly need: number;
  readonly supply: number;
  readonly gap: number;
  readonly overlap: number;
}

/** An element of the coverage whose gap or overlap differs; null where it is not there. */
export interface ElementDifference {
  readonly id: string;
  /** `capability`, `outcome` or `segment`. */
  readonly kind: string;
  readonly before: ElementSide | null;
  readonly after: ElementSide | null;
}

/** What differs between two states of one plan. */
export interface PlanComparison {
  readonly records: RecordChanges;
  readonly initiatives: readonly InitiativeDifference[];
  readonly before: Measures;
  readonly after: Measures;
  readonly coverage: CoverageDifference;
  /** False where the sides count money in different currencies: then no amount can be held against another. */
  readonly sameCurrency: boolean;
  /** Null when nothing that can be simulated differs, or money is not counted in one currency. */
  readonly futures: FuturesDifference | null;
}

export interface CompareOptions {
  /** Futures for the initiatives that differ; 0 leaves the simulation out. The later side's own when absent. */
  readonly draws?: number;
  /** At most so many initiatives are simulated, those whose money differs most; 200 when absent. */
  readonly simulatedAtMost?: number;
}

/** The whole comparison at once. */
export function comparePlans(
  before: PortfolioRecords,
  after: PortfolioRecords,
  options: CompareOptions = {},
): PlanComparison {
  return runSteps(comparePlansSteps(before, after, options));
}

/**
 * Compares two states: records, figures of the plan, findings, and the futures of what differs. Initiatives that are
 * the same on both sides are computed once. Yields its progress as a share wherever it can pause.
 */
export function* comparePlansSteps(
  before: PortfolioRecords,
  after: PortfolioRecords,
  options: CompareOptions = {},
): Steps<PlanComparison> {
  const records = recordChanges(before, after);
  const touched = touchedInitiatives(records.diff);
  yield 0.02;
  const later = new Map<string, Headline>();
  const earlier = new Map<string, Headline>();
  const total = Object.keys(after.initiative).length + Object.keys(before.initiative).length;
  let done = 0;
  for (const id in after.initiative) {
    later.set(id, headlineOf(after, id));
    if (++done % 50 === 0) yield 0.02 + (0.4 * done) / total;
  }
  for (const id in before.initiative) {
    const same = touched !== null && !touched.has(id);
    earlier.set(id, same ? (later.get(id) ?? null) : headlineOf(before, id));
    if (++done % 50 === 0) yield 0.02 + (0.4 * done) / total;
  }
  const initiatives = differences(before, after, touched, earlier, later);
  const gapsBefore = yield* partOf(portfolioCoverageSteps(before), 0.42, 0.51);
  const gapsAfter = yield* partOf(portfolioCoverageSteps(after), 0.51, 0.6);
  const { draws: own, seed, currency } = settingsOf(after);
  const sameCurrency = currency === settingsOf(before).currency;
  const draws = options.draws ?? own;
  const simulated = [...initiatives]
    .sort((a, b) => moneyMoved(b) - moneyMoved(a) || (a.id < b.id ? -1 : 1))
    .slice(0, options.simulatedAtMost ?? 200)
    .map(({ id }) => id);
  let futures: FuturesDifference | null = null;
  if (sameCurrency && draws > 0 && simulated.length > 0) {
    const found = yield* partOf(futuresDifference(before, after, simulated, { draws, seed }), 0.6, 1);
    if (found.simulated > 0) futures = found;
  }
  return {
    records,
    initiatives,
    before: measuresOf(Object.values(before.initiative), (id) => earlier.get(id) ?? null),
    after: measuresOf(Object.values(after.initiative), (id) => later.get(id) ?? null),
    coverage: coverageDifference(gapsBefore, gapsAfter),
    sameCurrency,
    futures,
  };
}

function differences(
  before: PortfolioRecords,
  after: PortfolioRecords,
  touched: ReadonlySet<string> | null,
  earlier: ReadonlyMap<string, Headline>,
  later: ReadonlyMap<string, Headline>,
): readonly InitiativeDifference[] {
  const ids = touched ?? new Set([...Object.keys(before.initiative), ...Object.keys(after.initiative)]);
  return [...ids].flatMap((id): InitiativeDifference[] => {
    const [old, now] = [
      initiativeSide(before, id, earlier.get(id) ?? null),
      initiativeSide(after, id, later.get(id) ?? null),
    ];
    const name = after.initiative[id]?.name ?? before.initiative[id]?.name;
    if (name === undefined || (!old && !now)) return [];
    // The settings of the portfolio touch every initiative, and move few.
    if (touched === null && JSON.stringify(old) === JSON.stringify(now)) return [];
    return [{ id, name, before: old, after: now }];
  });
}

function moneyMoved({ before, after }: InitiativeDifference): number {
  const of = (pick: (side: InitiativeSide) => number | null): number => {
    const [old, now] = [before ? pick(before) : 0, after ? pick(after) : 0];
    return old === null || now === null ? 0 : Math.abs(now - old);
  };
  return of(({ cost }) => cost) + of(({ value }) => value) + of(({ wasteMoney }) => wasteMoney);
}

function coverageDifference(before: CoverageAnalysis, after: CoverageAnalysis): CoverageDifference {
  const keys = (analysis: CoverageAnalysis): ReadonlySet<string> =>
    new Set(analysis.findings.map(findingKey));
  const [old, now] = [keys(before), keys(after)];
  return {
    opened: after.findings.filter((finding) => !old.has(findingKey(finding))),
    closed: before.findings.filter((finding) => !now.has(findingKey(finding))),
    gapMoney: [before.totals.gap_money, after.totals.gap_money],
    overlapMoney: [before.totals.redundant_money, after.totals.redundant_money],
    elements: elementDifferences(before, after),
    known: hasCapabilities(before) && hasCapabilities(after),
  };
}

const hasCapabilities = ({ elements }: CoverageAnalysis): boolean =>
  elements.some(({ kind }) => kind === 'capability');

function elementDifferences(before: CoverageAnalysis, after: CoverageAnalysis): readonly ElementDifference[] {
  const sides = (analysis: CoverageAnalysis): ReadonlyMap<string, ElementSide> =>
    new Map(analysis.elements.map((row) => [row.id, sideOf(row)]));
  const [old, now] = [sides(before), sides(after)];
  const kinds = new Map([...before.elements, ...after.elements].map(({ id, kind }) => [id, kind]));
  return [...kinds]
    .map(([id, kind]) => ({ id, kind, before: old.get(id) ?? null, after: now.get(id) ?? null }))
    .filter((each) => each.before?.gap !== each.after?.gap || each.before?.overlap !== each.after?.overlap);
}

const sideOf = (row: ElementRow): ElementSide => ({
  need: row.need_money,
  supply: row.supply_money,
  gap: row.gap_money,
  overlap: row.redundant_money,
});
