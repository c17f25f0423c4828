import { coverageInputSteps } from '../../shared/analysis/coverageInput.ts';
import { coverageStages } from '../../shared/coverage/analyse.ts';
import { noDeclaredRun } from '../../shared/coverage/declaredRun.ts';
import { emptyRecords } from '../../shared/domain/defaults.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { partOf, type Steps } from '../../shared/steps.ts';
import type { PortfolioCoverage } from './jobs.ts';

/**
 * What the budgets alone say of the capabilities: little enough to be worked out in the page, a piece at a time, so that a
 * view has something true to show while the analysis is on its way. Money that the model must fill in is missing as
 * unknown; of gaps, overlaps and time nothing is said.
 */
export function* coverageGlanceSteps(records: PortfolioRecords): Steps<PortfolioCoverage> {
  const { portfolio, initiative, capability, contribution } = records;
  const read = coverageInputSteps({ ...emptyRecords(), portfolio, initiative, capability, contribution });
  const { input } = yield* partOf(read, 0, 0.5);
  for (const step of coverageStages(input, { runDeclared: noDeclaredRun })) {
    if (typeof step === 'object')
      return { analysis: { ...step.early, findings: [] }, origin: null, modelled: false, compared: false };
    yield 0.5 + step / 2;
  }
  throw new Error('the coverage analysis said nothing early');
}
