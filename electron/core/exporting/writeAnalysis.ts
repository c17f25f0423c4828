import { closeSync, openSync, writeSync } from 'node:fs';
import { analysisSteps } from '../../../shared/analysis/analysePortfolio.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';

/**
 * Writes the analysis of a portfolio with the receipt of every figure as JSON (`analysis-v1.schema.json`), one
 * initiative at a time, so that memory stays flat. It takes long and pauses nowhere: only a thread of its own runs it.
 */
export function writeAnalysis(
  path: string,
  records: PortfolioRecords,
  onProgress: (done: number, total: number) => void,
): void {
  const file = openSync(path, 'w');
  try {
    const steps = analysisSteps(records, { receipts: true, onProgress });
    let before = '{"initiatives":[\n';
    for (;;) {
      const step = steps.next();
      if (step.done) {
        // Without a hook that cancels, the analysis always answers.
        if (!step.value) throw new Error('the analysis was cancelled by nobody');
        const rest = JSON.stringify(step.value).slice(1);
        writeSync(file, `${before === ',\n' ? '' : before}\n],${rest}\n`);
        return;
      }
      writeSync(file, before + JSON.stringify(step.value));
      before = ',\n';
    }
  } finally {
    closeSync(file);
  }
}
