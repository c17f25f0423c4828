import type { AppError } from '../../../shared/contract/result.ts';
import type { LeftOutPages } from '../../../shared/report/leftOutPage.ts';
import type { ExportFormat, ReportOptions } from '../../../shared/report/options.ts';
import type { LeftOut, ReportStates } from '../../../shared/report/states.ts';

/** Where the states of an export are read from. */
export interface ExportSource {
  /** The portfolio's file. */
  readonly file: string;
  /** The snapshot or the scenario that it is of, at most one of them; neither for the plan. */
  readonly snapshot: string | null;
  readonly scenario: string | null;
  /** The storyboard whose pages it has. */
  readonly storyboard: string | null;
}

/** What is made of the states of a portfolio. */
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
  /** The thread that makes the receipts of a workbook. */
  readonly receiptsThread: string;
}

/** Is told how far an export is. */
export type OnProgress = (stage: 'computing' | 'writing', done: number, total: number) => void;

/** What the thread of an export is told. */
export interface ThreadOrder extends Omit<ExportOrder, 'states' | 'receiptsThread'> {
  /** It reads the states itself, so that nobody waits for it and nothing is copied. */
  readonly source: ExportSource;
  /** Null where it can; otherwise what the open file says, whose path leads somewhere else by now. */
  readonly states: ReportStates | null;
}

/** What the thread of an export answers. */
export interface Exported {
  readonly pagesLeftOut: LeftOutPages;
  /** Steps of scenarios that the states do without. */
  readonly leftOut: readonly LeftOut[];
}

/** What the thread tells. */
export type FromExport =
  | {
      readonly type: 'progress';
      readonly stage: 'computing' | 'writing';
      readonly done: number;
      readonly total: number;
    }
  | { readonly type: 'done'; readonly exported: Exported }
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
