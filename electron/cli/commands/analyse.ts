import { analysePortfolio } from '../../../shared/analysis/analysePortfolio.ts';
import { Failure } from '../../../shared/contract/result.ts';
import type { Quantiles } from '../../../shared/model/types.ts';
import { print } from '../headless.ts';
import { withReadable } from '../jsonPortfolio.ts';
import { createProgressLine } from '../progressLine.ts';

export interface AnalyseCommandOptions {
  readonly horizon?: number;
  readonly draws?: number;
  readonly seed?: number;
  readonly json?: true;
}

/** Prints the whole analysis of a portfolio file, or of a portfolio in the JSON exchange format. */
export async function analyse(file: string, options: AnalyseCommandOptions): Promise<boolean> {
  const records = await withReadable(file, async ({ opened }) => opened.records);
  const { horizon, draws, seed } = options;
  const progress = createProgressLine(process.stderr);
  const analysis = analysePortfolio(records, {
    ...(horizon === undefined ? {} : { horizon }),
    ...(draws === undefined ? {} : { draws }),
    ...(seed === undefined ? {} : { seed }),
    onProgress: (done, total) => progress.show('computing', done, total),
  });
  progress.clear();
  if (!analysis) throw new Failure('cancelled', 'the analysis was cancelled');
  const { totals, coverage, portfolio } = analysis;
  const whole = (value: number): string => Math.round(value).toLocaleString('en');
  const spread = ({ p10, p50, p90 }: Quantiles): string => [p10, p50, p90].map(whole).join(' / ');
  const wastes = (name: string, mode: 'declared' | 'project' | 'product'): readonly string[] => {
    const { seven_wastes_pd, seven_wastes_money, simulated } = totals[mode];
    const { currency } = portfolio;
    return [
      `seven wastes ${name}: ${whole(seven_wastes_pd)} person-days, ${whole(seven_wastes_money)} ${currency}`,
      // Delays are long on one side, so the futures of many initiatives lie above the sum of what is most likely.
      ...(simulated
        ? [
            `  in the futures (P10 / P50 / P90): ${spread(simulated.seven_wastes_pd)} person-days, ${spread(simulated.seven_wastes_money)} ${currency}`,
          ]
        : []),
    ];
  };
  const found = Object.entries(coverage)
    .filter(([, value]) => Array.isArray(value))
    .map(([kind, value]) => `${kind}: ${(value as unknown[]).length}`);
  print(options.json, analysis, [
    `${portfolio.name}: ${totals.computed} initiatives computed, ${totals.not_computed} lack facts (horizon ${portfolio.horizon_months} months, ${portfolio.draws} draws, seed ${portfolio.seed})`,
    ...wastes('as planned', 'declared'),
    ...wastes('if all were projects', 'project'),
    ...wastes('if all were product teams', 'product'),
    ...found,
  ]);
  return true;
}
