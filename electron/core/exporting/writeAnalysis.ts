import { closeSync, openSync, writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { analysisSteps } from '../../../shared/analysis/analysePortfolio.ts';
import { Failure } from '../../../shared/contract/result.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';

/** Longest time without a look at other work, in milliseconds. */
const AWAKE_EVERY = 25;

/**
 * Writes the analysis of a portfolio with the receipt of every figure as JSON (`analysis-v1.schema.json`), one
 * initiative at a time, so that memory stays flat. Throws `cancelled`; the file is then not whole.
 */
export async function writeAnalysis(
  path: string,
  records: PortfolioRecords,
  hooks: { readonly onProgress: (done: number, total: number) => void; readonly isCancelled: () => boolean },
): Promise<void> {
  const file = openSync(path, 'w');
  try {
    const steps = analysisSteps(records, { receipts: true, ...hooks });
    let before = '{"initiatives":[\n';
    let slept = performance.now();
    for (;;) {
      const step = steps.next();
      if (step.done) {
        if (!step.value) throw new Failure('cancelled', 'cancelled before the file was whole');
        const rest = JSON.stringify(step.value).slice(1);
        writeSync(file, `${before === ',\n' ? '' : before}\n],${rest}\n`);
        return;
      }
      writeSync(file, before + JSON.stringify(step.value));
      before = ',\n';
      if (performance.now() - slept < AWAKE_EVERY) continue;
      await setImmediate();
      slept = performance.now();
    }
  } finally {
    closeSync(file);
  }
}
