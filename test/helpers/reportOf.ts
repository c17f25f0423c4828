import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readFonts } from '../../electron/core/exporting/fonts.ts';
import type { Pictures } from '../../electron/core/exporting/makeExport.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { type ReportOptions, usualOptions } from '../../shared/report/options.ts';
import type { Report } from '../../shared/report/page.ts';
import { planState, type ReportStates } from '../../shared/report/states.ts';
import { projectRoot } from './projectRoot.ts';

const folder = join(projectRoot, '.build', 'pictures');
// The build that every host uses; the drawings need their style sheet, which tests take out of modules.
const { reportSteps } = createRequire(import.meta.url)(join(folder, 'pictures.cjs')) as Pictures;

/** The fonts that reports are measured with. */
export const fonts = readFonts(folder);

/** A whole report of some records, in English and with the usual pages unless said otherwise. */
export function reportOf(
  records: PortfolioRecords,
  options: Partial<ReportOptions> = {},
  states: Partial<ReportStates> = {},
): Report {
  const steps = reportSteps(
    { shown: planState(records), plan: records, ofPages: {}, snapshots: [], steps: [], ...states },
    { ...usualOptions('en'), ...options },
    { measure: fonts.measure, today: '2026-11-21' },
  );
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    expect(step.value).toBeGreaterThanOrEqual(0);
    expect(step.value).toBeLessThanOrEqual(1);
  }
}
