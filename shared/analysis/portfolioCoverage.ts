import { analyseCoverageSteps, type CoverageAnalysis, type CoverageOptions } from '../coverage/analyse.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import type { Steps } from '../steps.ts';
import { coverageInput, portfolioRun } from './coverageInput.ts';
import { settingsOf } from './initiativeInput.ts';

/** The coverage of one state of a portfolio, by its own settings. */
export const portfolioCoverageSteps = (
  records: PortfolioRecords,
  options: Pick<CoverageOptions, 'pairLimit'> = {},
): Steps<CoverageAnalysis> =>
  analyseCoverageSteps(coverageInput(records).input, {
    ...options,
    threshold: settingsOf(records).duplicateThreshold,
    runDeclared: portfolioRun(records),
  });
