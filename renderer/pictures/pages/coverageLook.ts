import { type CoverageQuarters, coverageQuarters } from '../../analysis/coverageQuarters.ts';
import type { PortfolioCoverage } from '../../analysis/jobs.ts';
import { matrixData } from '../../analysis/matrixData.ts';
import type { MatrixData } from '../../charts/matrix/matrixData.ts';
import {
  coverageFinding,
  coverageSubtitle,
  quarterFinding,
  quarterSubtitle,
} from '../../features/coverage/coverageTitle.ts';
import { quarterName, quarterOf } from '../../features/coverage/useQuarters.ts';
import type { MatrixOrder } from '../../state/coverageStore.ts';
import type { PageContext } from '../context.ts';

/** The coverage as a page shows it: all time, or in the quarter that its look names. */
export interface ShownCoverage {
  readonly coverage: PortfolioCoverage;
  /** All rows and the cells of initiatives, all time. */
  readonly base: MatrixData;
  /** Null for all time. */
  readonly quarter: { readonly time: CoverageQuarters; readonly at: number; readonly name: string } | null;
  readonly title: string;
  readonly subtitle: string;
}

/** What both pictures of the coverage start from; null where there is nothing to show. */
export function shownCoverage(context: PageContext, order: MatrixOrder | 'map'): ShownCoverage | null {
  const { records, results, figures, settings, say, look } = context;
  const { coverage } = results;
  if (!coverage || Object.keys(records.capability).length === 0 || results.initiatives.length === 0)
    return null;
  const { analysis } = coverage;
  const base = matrixData(records, coverage);
  const words = { say: say('coverage'), figures };
  const wanted = look?.coverage?.quarter ?? null;
  const time = wanted === null ? null : coverageQuarters(records, coverage, base.rows);
  const at = time === null || wanted === null ? null : quarterOf(time, wanted);
  if (!time || at === null) {
    return {
      coverage,
      base,
      quarter: null,
      title: coverageFinding(base, analysis.totals.redundant_money, words),
      subtitle: coverageSubtitle(base, analysis.unknown_money.length, words.say, order),
    };
  }
  const name = (q: number): string =>
    quarterName(time.quarters[q]?.day ?? 0, settings.fiscalYearStartMonth, words.say);
  const needKnown = base.rows.some((row) => row.need !== null);
  return {
    coverage,
    base,
    quarter: { time, at, name: name(at) },
    title: quarterFinding({ time, name }, at, records, base.cells, needKnown, words),
    subtitle: quarterSubtitle({ time }, at, words),
  };
}
