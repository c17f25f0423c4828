import { carriersOf } from '../../shared/analysis/carrierMatrix.ts';
import { type Headline, headlineOf } from '../../shared/analysis/headline.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import type { PageId } from '../../shared/report/options.ts';
import { partOf, type Steps } from '../../shared/steps.ts';
import { dataDay } from '../analysis/carryPicture.ts';
import { futuresSteps, type InitiativeFutures } from '../analysis/futures.ts';
import { type PortfolioCoverage, wholeCoverageSteps } from '../analysis/jobs.ts';
import { type Billed, mostWasteful } from '../analysis/wasteBill.ts';
import { simulatedScatters } from '../charts/carry/scatterLoss.ts';
import { anyReadsFigures } from '../features/guardrails/guardrailLines.ts';

/** Futures of each initiative that the pictures draw their ranges from, as on the screen. */
export const FUTURES = 200;
/** Initiatives simulated for the ranges at most, as on the screen: those that lose most. */
export const MOST_SIMULATED = 1000;

/** The model's results that the pages of a report share. */
export interface ReportFigures {
  readonly initiatives: readonly Billed[];
  /** Ids of the initiatives whose futures were simulated for the ranges of the bill. */
  readonly simulated: readonly string[];
  /** Of these, and of the projects that disband next where a page shows who carries what. */
  readonly futures: ReadonlyMap<string, InitiativeFutures | null>;
  /** Null where no page needs it. */
  readonly coverage: PortfolioCoverage | null;
}

const modelled: ReadonlySet<PageId> = new Set([
  'overview',
  'carry',
  'wastes',
  'map',
  'flow',
  'cadence',
  'initiatives',
  'sensitivity',
]);
const simulatedPages: ReadonlySet<PageId> = new Set(['overview', 'wastes', 'map']);
const covered: ReadonlySet<PageId> = new Set(['overview', 'capabilities', 'coverage', 'findings']);

/** Computes what the pages need, retired initiatives left out; yields how far it is, 0 to 1. */
export function* figureSteps(records: PortfolioRecords, pages: readonly PageId[]): Steps<ReportFigures> {
  const needs = (set: ReadonlySet<PageId>): boolean => pages.some((page) => set.has(page));
  const kept = Object.values(records.initiative).filter(({ retired }) => !retired);
  const initiatives: Billed[] = [];
  const headlines = needs(modelled) || (pages.includes('guardrails') && anyReadsFigures(records.guardrail));
  for (const { id, name, mode } of kept) {
    const headline: Headline | undefined = headlines ? headlineOf(records, id) : undefined;
    initiatives.push({ id, name, mode, headline });
    if (initiatives.length % 20 === 0) yield (0.4 * initiatives.length) / kept.length;
  }
  const simulated = needs(simulatedPages) ? mostWasteful(initiatives, MOST_SIMULATED) : [];
  const scattering = pages.includes('carry')
    ? simulatedScatters(carriersOf(records).scatters, dataDay(records))
    : [];
  const wanted = [...new Set([...simulated, ...scattering])];
  const futures = yield* partOf(futuresSteps(records, wanted, FUTURES), 0.4, 0.8);
  const coverage = needs(covered) ? yield* partOf(wholeCoverageSteps(records), 0.8, 1) : null;
  return { initiatives, simulated, futures: new Map(futures), coverage };
}
