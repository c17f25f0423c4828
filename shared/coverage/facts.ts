import { runSteps, type Steps } from '../steps.ts';
import {
  type CoverageInitiative,
  type CoverageInput,
  type DeclaredRun,
  INTERNAL_VENDOR,
  NO_TEAM,
  type RunDeclared,
} from './types.ts';

/** Where the money of an initiative comes from; "unknown" is not 0, it is a question to the planner. */
export type MoneySource = 'budget' | 'model' | 'not_funded' | 'unknown';
/** Where the end of an initiative comes from; "open" = a product team without an end. */
export type EndSource = 'plan' | 'model' | 'open' | 'unknown';

/** An initiative with every hole of its record filled or named. */
export interface InitiativeFacts {
  readonly index: number;
  readonly id: string;
  /** B_i of MODEL.md 3.1; 0 when not funded or unknown. */
  readonly money: number;
  readonly money_source: MoneySource;
  readonly start: number;
  /** Month in which its team ends; Infinity when open or unknown. */
  readonly end: number;
  readonly end_source: EndSource;
  readonly vendor: string;
  readonly team: string;
  readonly group: string | null;
  /** Indexes of the initiatives it depends on. */
  readonly depends_on: ReadonlySet<number>;
  readonly record: CoverageInitiative;
}

/** Facts of all initiatives, and the model where it is still needed. */
export interface PortfolioFacts {
  readonly initiatives: readonly InitiativeFacts[];
  /** The declared run of an initiative, computed once; null when it is not computable. */
  readonly runOf: (index: number) => DeclaredRun | null;
  /** Exit readiness that the vendor list gives; undefined when it says nothing. */
  readonly vendorExitReadiness: (vendor: string) => number | undefined;
}

// Products of two such numbers still fit a double; nothing larger is money or months.
const LARGEST = 1e100;

/** Whether a value is a number that can be calculated with, so that no Infinity or NaN gets into a result. */
export const isUsableNumber = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) <= LARGEST;

/** The number, or undefined when absent or not usable. */
export const finite = (value: number | null | undefined): number | undefined =>
  isUsableNumber(value) ? value : undefined;

/** The number when it can be an amount, else undefined. */
export const amount = (value: number | null | undefined): number | undefined => {
  const number = finite(value);
  return number !== undefined && number >= 0 ? number : undefined;
};

/** The number cut to 0..1; undefined when absent. */
export const share = (value: number | null | undefined): number | undefined => {
  const number = finite(value);
  return number === undefined ? undefined : Math.min(1, Math.max(0, number));
};

const moneyOf = (
  record: CoverageInitiative,
  run: () => DeclaredRun | null,
): Pick<InitiativeFacts, 'money' | 'money_source'> => {
  if (record.funded === false) return { money: 0, money_source: 'not_funded' };
  const budget = amount(record.budget);
  if (budget !== undefined) return { money: budget, money_source: 'budget' };
  const cost = amount(run()?.cost);
  return cost === undefined ? { money: 0, money_source: 'unknown' } : { money: cost, money_source: 'model' };
};

const endOf = (
  record: CoverageInitiative,
  start: number,
  run: () => DeclaredRun | null,
): Pick<InitiativeFacts, 'end' | 'end_source'> => {
  const planned = finite(record.end_month);
  if (planned !== undefined) return { end: planned, end_source: 'plan' };
  if (record.mode === 'product') return { end: Number.POSITIVE_INFINITY, end_source: 'open' };
  const modelled = finite(run()?.end_month);
  // A project without any end is taken as still running: a guessed end would invent an orphan.
  if (modelled === undefined) return { end: Number.POSITIVE_INFINITY, end_source: 'unknown' };
  return { end: start + modelled, end_source: 'model' };
};

const RECORDS_BETWEEN_PAUSES = 64;

/** Reads money, time, vendor, team and declared links of each initiative (MODEL.md 3.1, 3.2). */
export function* factSteps(input: CoverageInput, runDeclared: RunDeclared): Steps<PortfolioFacts> {
  const indexOf = new Map<string, number>();
  input.initiatives.forEach((record, index) => {
    if (!indexOf.has(record.id)) indexOf.set(record.id, index);
  });
  const runs = new Map<number, DeclaredRun | null>();
  const runOf = (index: number): DeclaredRun | null => {
    const known = runs.get(index);
    if (known !== undefined) return known;
    const record = input.initiatives[index];
    const run = record ? runDeclared(record) : null;
    runs.set(index, run);
    return run;
  };
  const read = (record: CoverageInitiative, index: number): InitiativeFacts => {
    const run = (): DeclaredRun | null => runOf(index);
    const start = finite(record.start_month) ?? 0;
    const linked = (record.depends_on ?? []).map((id) => indexOf.get(id)).filter((at) => at !== undefined);
    return {
      index,
      id: record.id,
      ...moneyOf(record, run),
      start,
      ...endOf(record, start, run),
      vendor: record.vendor || INTERNAL_VENDOR,
      team: record.team || NO_TEAM,
      group: record.collaboration_group || null,
      depends_on: new Set(linked),
      record,
    };
  };
  const initiatives: InitiativeFacts[] = [];
  for (const [index, record] of input.initiatives.entries()) {
    if (index % RECORDS_BETWEEN_PAUSES === 0) yield index / input.initiatives.length;
    initiatives.push(read(record, index));
  }
  const vendors = new Map((input.vendors ?? []).map((vendor) => [vendor.id, share(vendor.exit_readiness)]));
  return { initiatives, runOf, vendorExitReadiness: (vendor) => vendors.get(vendor) };
}

/** The facts of `factSteps` at once. */
export const readFacts = (input: CoverageInput, runDeclared: RunDeclared): PortfolioFacts =>
  runSteps(factSteps(input, runDeclared));

/** Whether people declared that two initiatives belong together: same group, or one depends on the other. */
export const isDeclaredLink = (a: InitiativeFacts, b: InitiativeFacts): boolean =>
  (a.group !== null && a.group === b.group) || a.depends_on.has(b.index) || b.depends_on.has(a.index);

/** Common months / months of the shorter of two spans, 0..1; spans in sequence give 0 (MODEL.md 3.2). */
export const spanOverlap = (startA: number, endA: number, startB: number, endB: number): number => {
  const common = Math.min(endA, endB) - Math.max(startA, startB);
  if (!(common > 0)) return 0;
  const shorter = Math.min(endA - startA, endB - startB);
  return shorter === Number.POSITIVE_INFINITY ? 1 : common / shorter;
};

/** spanOverlap of two initiatives. */
export const timeOverlap = (a: InitiativeFacts, b: InitiativeFacts): number =>
  spanOverlap(a.start, a.end, b.start, b.end);
