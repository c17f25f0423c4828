import { median } from 'd3-array';
import type { MissingFact } from '../../../shared/analysis/delivery.ts';
import { initiativeInput } from '../../../shared/analysis/initiativeInput.ts';
import type { Finding, FindingType } from '../../../shared/coverage/findings.ts';
import { toMajor } from '../../../shared/text/format.ts';
import type { Ranking } from '../../charts/map/mapData.ts';
import { openMatters } from '../../features/coverage/findingFilter.ts';
import type { PageContext } from '../context.ts';
import { rankedItems } from './map.tsx';
import { type KnownFacts, knownFacts } from './overviewKnown.ts';
import { billOf } from './wastes.tsx';

const MOST_FINDINGS = 10;

/** P10 to P90, shares of the booked effort. */
interface Span {
  readonly low: number;
  readonly high: number;
}

/** The whole portfolio in a few figures; null where nothing is known. Money in whole currency units. */
export interface Overview {
  readonly initiatives: number;
  readonly projects: number;
  readonly products: number;
  readonly budget: number | null;
  readonly budgetInProjects: number;
  readonly budgetUnknown: number;
  readonly horizonMonths: number;
  /** Initiatives that lack facts. */
  readonly missing: number;
  /** What they lack and how many lack it, where no initiative has all facts: what serves all of them at once first. */
  readonly lacks: readonly { readonly fact: MissingFact['code']; readonly count: number }[];
  /** Share of the booked effort that goes into the seven wastes: as planned, and all in one mode. */
  readonly waste: {
    readonly today: number;
    readonly project: number;
    readonly product: number;
    readonly projectRange: Span | null;
    readonly productRange: Span | null;
  } | null;
  /** Median months to the first value of those that release. */
  readonly first: { readonly project: number | null; readonly product: number | null };
  readonly ranking: Ranking;
  /** Findings by kind, most first; null without capabilities. */
  readonly findings: readonly { readonly type: FindingType; readonly count: number }[] | null;
  /** The first of them as they are listed. */
  readonly weightiest: readonly Finding[];
  /** What a list says by itself, as long as nothing of it can be played forward; else null. */
  readonly known: KnownFacts | null;
}

/** Works out the figures of the portfolio on a page. */
export function overviewOf(context: PageContext): Overview {
  const { records, results, settings } = context;
  const { initiatives } = results;
  let [budget, inProjects, unknown] = [0, 0, 0];
  for (const { id, mode } of initiatives) {
    const amount = records.initiative[id]?.budget ?? null;
    if (amount === null) unknown += 1;
    else {
      budget += amount;
      if (mode === 'project') inProjects += amount;
    }
  }
  const bill = billOf(context);
  const ready = initiatives.flatMap(({ headline }) => (headline ? [headline] : []));
  const firstOf = (mode: 'project' | 'product'): number | null =>
    median(ready, (headline) => headline[mode].timeToFirstValueMonths ?? undefined) ?? null;
  const waste = wasteOf(context);
  const counts = new Map<FindingType, number>();
  const matters = openMatters(results.coverage?.analysis.findings ?? []);
  for (const { type } of matters) counts.set(type, (counts.get(type) ?? 0) + 1);
  return {
    initiatives: initiatives.length,
    projects: initiatives.filter(({ mode }) => mode === 'project').length,
    products: initiatives.filter(({ mode }) => mode === 'product').length,
    budget: unknown === initiatives.length ? null : toMajor(budget, settings.currency),
    budgetInProjects: toMajor(inProjects, settings.currency),
    budgetUnknown: unknown,
    horizonMonths: bill.horizonMonths,
    missing: bill.notComputed,
    lacks: bill.counted === 0 ? lacksOf(context) : [],
    waste,
    first: { project: firstOf('project'), product: firstOf('product') },
    ranking: rankedItems(context).ranking,
    findings:
      results.coverage === null || results.coverage.analysis.state === 'no_capabilities'
        ? null
        : [...counts].map(([type, count]) => ({ type, count })).sort((a, b) => b.count - a.count),
    weightiest: matters.slice(0, MOST_FINDINGS),
    known: waste === null && initiatives.length > 0 ? knownFacts(context) : null,
  };
}

/** Counts the facts without which initiatives cannot be played forward. */
function lacksOf({ state, results }: PageContext): Overview['lacks'] {
  const counts = new Map<MissingFact['code'], number>();
  for (const { id } of results.initiatives) {
    const codes = new Set(initiativeInput(state.records, id).missing.map(({ code }) => code));
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  // One number of the portfolio serves all of them.
  const ofPortfolio = (fact: MissingFact['code']): number => (fact === 'dayRate' ? 1 : 0);
  return [...counts]
    .map(([fact, count]) => ({ fact, count }))
    .sort((a, b) => ofPortfolio(b.fact) - ofPortfolio(a.fact) || b.count - a.count);
}

function wasteOf(context: PageContext): Overview['waste'] {
  const { results } = context;
  const bill = billOf(context);
  const booked = { project: 0, product: 0 };
  const range = { project: { low: 0, high: 0 }, product: { low: 0, high: 0 } };
  const [modes, simulated] = [['project', 'product'] as const, new Set(results.simulated)];
  let whole = results.simulated.length > 0;
  for (const { id, headline } of results.initiatives) {
    if (!headline) continue;
    const futures = results.futures.get(id);
    if (!futures || !simulated.has(id)) whole = false;
    for (const mode of modes) {
      booked[mode] += headline[mode].bookedPd;
      range[mode].low += futures?.[mode].sevenPd.low ?? 0;
      range[mode].high += futures?.[mode].sevenPd.high ?? 0;
    }
  }
  if (bill.bookedPd <= 0 || booked.project <= 0 || booked.product <= 0) return null;
  const span = (mode: 'project' | 'product'): Span | null =>
    // Where only the largest were simulated, a range of the sum would be too narrow.
    whole ? { low: range[mode].low / booked[mode], high: range[mode].high / booked[mode] } : null;
  return {
    today: bill.total.today.pd / bill.bookedPd,
    project: bill.total.allProject.pd / booked.project,
    product: bill.total.allProduct.pd / booked.product,
    projectRange: span('project'),
    productRange: span('product'),
  };
}
