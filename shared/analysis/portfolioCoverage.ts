import { analyseCoverageSteps, type CoverageAnalysis } from '../coverage/analyse.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import type { Steps } from '../steps.ts';
import { coverageInput, portfolioRun } from './coverageInput.ts';
import { settingsOf } from './initiativeInput.ts';

/** The coverage of one state of a portfolio, by its own settings. */
export const portfolioCoverageSteps = (records: PortfolioRecords): Steps<CoverageAnalysis> =>
  analyseCoverageSteps(coverageInput(records).input, {
    threshold: settingsOf(records).duplicateThreshold,
    runDeclared: portfolioRun(records),
  });
