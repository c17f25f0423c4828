import { useCallback } from 'react';
import { type Headline, headlineOf } from '../../../shared/analysis/headline.ts';
import { measuresOf } from '../../../shared/comparison/measures.ts';
import { coverageFigureSteps } from '../../../shared/decisions/effects.ts';
import { type Stamp, stampOf } from '../../../shared/decisions/figures.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { runSteps } from '../../../shared/steps.ts';
import type { PortfolioCoverage } from '../../analysis/jobs.ts';
import { runner } from '../../analysis/runner.ts';
import { useCoverage } from '../../analysis/useCoverage.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';

/** The figures of an initiative of a state; what the workers have not told yet is computed here. */
export function headlineIn(records: PortfolioRecords, id: string): Headline {
  const known = runner.headlines.get(id);
  return known === undefined ? headlineOf(records, id) : known;
}

/** The state of the numbers of what is shown. */
export function useStamp(): () => Stamp | null {
  const records = usePortfolio((state) => state.records);
  const coverage = useCoverage();
  const value = coverage.status === 'ready' ? coverage.value : null;
  return useCallback(() => {
    if (!records) return null;
    const measures = measuresOf(Object.values(records.initiative), (id) => headlineIn(records, id));
    return stampOf(measures, value ? figuresOf(value) : runSteps(coverageFigureSteps(records)));
  }, [records, value]);
}

const figuresOf = ({ analysis }: PortfolioCoverage) => {
  const known = analysis.state !== 'no_capabilities';
  return {
    gapMoney: known ? analysis.totals.gap_money : null,
    overlapMoney: known ? analysis.totals.redundant_money : null,
  };
};
