import { z } from 'zod';
import type { KeptImportReport } from '../../domain/records.ts';
import { type ImportReport, importReportSchema } from '../contract.ts';
import { type ImportPreset, importPresetSchema } from '../presets.ts';

/** Lists of a report longer than this are cut when it is kept with the portfolio; their counts stay. */
export const KEPT_ROWS = 1_000;

const listed = ['skipped', 'refused', 'unreadable', 'vanished', 'doubtful'] as const;

/** A report as it is kept: its lists may be cut, `totals` says how long they were. */
export const keptReportSchema = z.strictObject({
  report: importReportSchema,
  totals: z.strictObject({
    skipped: z.number().int(),
    refused: z.number().int(),
    unreadable: z.number().int(),
    vanished: z.number().int(),
    doubtful: z.number().int(),
  }),
  /** How the list was read, named by its file, so that the next one can be read alike; null for files without columns. */
  mapping: importPresetSchema.nullable(),
});
export type KeptReport = Readonly<z.infer<typeof keptReportSchema>>;

/** A report in the size in which it is kept with the portfolio, as plain JSON. */
export function keptReport(report: ImportReport, mapping: ImportPreset | null): KeptImportReport['report'] {
  const cut: Record<string, unknown> = { ...report };
  for (const list of listed) if (report[list]) cut[list] = report[list].slice(0, KEPT_ROWS);
  const kept = {
    report: cut,
    totals: {
      skipped: report.skipped.length,
      refused: report.refused.length,
      unreadable: report.unreadable.length,
      vanished: report.vanished?.length ?? 0,
      doubtful: report.doubtful?.length ?? 0,
    },
    mapping,
  };
  return JSON.parse(JSON.stringify(kept)) as KeptImportReport['report'];
}

/** Reads a kept report; null when this version of the program cannot. */
export function readKeptReport(value: unknown): KeptReport | null {
  const parsed = keptReportSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
