import type { Headline } from '../../../shared/analysis/headline.ts';
import type { Initiative } from '../../../shared/domain/records.ts';

/** What the portfolio's figures are at one moment; null where nothing could be computed. */
export interface PortfolioFigures {
  /** Mean share of the seven wastes over the initiatives, each in the mode it is set to. */
  readonly wasteShare: number | null;
  /** Median months to the first value; initiatives without one count as late. */
  readonly firstValueMonths: number | null;
  readonly computed: number;
}

/** The portfolio's figures out of those of its initiatives. */
export function portfolioFigures(
  initiatives: Readonly<Record<string, Initiative>>,
  headlines: ReadonlyMap<string, Headline>,
): PortfolioFigures {
  let sum = 0;
  let shares = 0;
  const months: number[] = [];
  for (const [id, headline] of headlines) {
    const mode = initiatives[id]?.mode;
    if (headline === null || mode === undefined) continue;
    const { wasteShare, timeToFirstValueMonths } = headline[mode];
    if (wasteShare !== null) {
      sum += wasteShare;
      shares += 1;
    }
    months.push(timeToFirstValueMonths ?? Number.POSITIVE_INFINITY);
  }
  months.sort((a, b) => a - b);
  const median = months[months.length >> 1];
  return {
    wasteShare: shares > 0 ? sum / shares : null,
    firstValueMonths: median === undefined || !Number.isFinite(median) ? null : median,
    computed: months.length,
  };
}
