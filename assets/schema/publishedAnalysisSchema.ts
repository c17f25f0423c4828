import { z } from 'zod';
import { portfolioAnalysisSchema } from '../../shared/analysis/analysisSchema.ts';

/** The JSON Schema of `analyse --json` and of the analysis export as text, as published in `analysis-v1.schema.json`. */
export function publishedAnalysisSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(portfolioAnalysisSchema, { target: 'draft-2020-12' });
  const titled = {
    $schema,
    title: 'throughline-analysis, version 1',
    description:
      'Everything the model says about a portfolio: each initiative as a project and as a product team, simulated ranges, totals, and coverage with findings. Money is in whole units of the portfolio’s currency, effort in person-days (pd), time in months. Figures of value mean nothing where value_known is false.',
    ...rest,
  };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
