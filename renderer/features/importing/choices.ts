import type { ImportPlan, ImportPreview } from '../../../shared/exchange/contract.ts';

/** A column of the list as the preview describes it. */
export type PreviewColumn = ImportPreview['columns'][number];

/** Signs that separate several names in one cell. */
export const separators = [';', '；', ',', '，', '|', '/', '、', '\n', ''] as const;

/** Delimiters of columns. */
export const delimiters = [',', ';', '\t', '|'] as const;

/** The choices with the one that is in force, where it is not among them. */
export const withFound = (known: readonly string[], found: string): readonly string[] =>
  known.includes(found) ? known : [found, ...known];

/** The separator that a column is split by. */
export const separatorOf = (plan: ImportPlan, column: number): string =>
  plan.separators?.[String(column)] ?? plan.listSeparator;

/** From this sureness on a match is likely, and from that on certain. */
const LIKELY = 0.7;
const CERTAIN = 0.9;

/** How sure a match is, in one of three words. */
export function surenessOf(sure: number): 'certain' | 'likely' | 'look' {
  return sure >= CERTAIN ? 'certain' : sure >= LIKELY ? 'likely' : 'look';
}
