import type { AppError } from '../../../shared/contract/result.ts';
import type { LeftOutPages } from '../../../shared/report/leftOutPage.ts';
import type { ExportFormat, ReportOptions } from '../../../shared/report/options.ts';
import type { ReportStates } from '../../../shared/report/states.ts';

/** What the thread of an export is told. */
export interface ExportOrder {
  readonly states: ReportStates;
  readonly formats: readonly ExportFormat[];
  readonly options: ReportOptions;
  /** Name of the files, without an ending. */
  readonly stem: string;
  /** The instant that the files are dated by. */
  readonly at: string;
  /** Where the result goes. */
  readonly path: string;
  /** The build of the pictures, with its fonts; null where the host has none. */
  readonly pictures: string | null;
}

/** What the thread tells. */
export type FromExport =
  | {
      readonly type: 'progress';
      readonly stage: 'computing' | 'writing';
      readonly done: number;
      readonly total: number;
    }
  | { readonly type: 'done'; readonly leftOut: LeftOutPages }
  | { readonly type: 'failed'; readonly error: AppError };

/** The ending of a format's file; several files of one format stand in a zip. */
export const endings: Readonly<Record<ExportFormat, string>> = {
  pptx: '.pptx',
  pdf: '.pdf',
  html: '.html',
  svg: ' SVG.zip',
  png: ' PNG.zip',
  xlsx: '.xlsx',
  csv: ' CSV.zip',
  json: '.json',
  analysis: ' analysis.json',
};

/** The name of what an export makes: the file of one format, or one zip of several. */
export const exportName = (stem: string, formats: readonly ExportFormat[]): string =>
  formats.length === 1 && formats[0] ? stem + endings[formats[0]] : `${stem}.zip`;
