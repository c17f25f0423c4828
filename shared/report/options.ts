import { z } from 'zod';
import { idSchema } from '../domain/primitives.ts';
import { languages } from '../text/area.ts';

/** What an export can be written as. `analysis` is JSON with the receipt of every figure. */
export const exportFormats = [
  'pptx',
  'pdf',
  'html',
  'svg',
  'png',
  'xlsx',
  'csv',
  'json',
  'analysis',
] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Formats that are made of pages; the others hold tables or records. */
export const pageFormats = ['pptx', 'pdf', 'html', 'svg', 'png'] as const satisfies readonly ExportFormat[];
/** Formats that hold everything word for word, and so can hide nothing. */
export const wholeFormats = ['json', 'analysis'] as const satisfies readonly ExportFormat[];

/** The pages of a report, in their order. */
export const pageIds = [
  'overview',
  'outcomes',
  'wastes',
  'map',
  'flow',
  'handoffs',
  'cadence',
  'capabilities',
  'coverage',
  'findings',
  'guardrails',
  'carry',
  'partners',
  'timeline',
  'initiatives',
  'comparison',
  'decisions',
  'rankings',
  'actions',
  'minutes',
  'directory',
  'overhead',
  'parameters',
  'sensitivity',
  'evidence',
  'snapshots',
  'history',
] as const;
export type PageId = (typeof pageIds)[number];

/** Lists to look things up in, and what the model rests on, rather than what is talked about: they stand in a report when somebody asks for them. */
const onRequest: ReadonlySet<PageId> = new Set([
  'directory',
  'overhead',
  'parameters',
  'sensitivity',
  'evidence',
  'snapshots',
  'history',
]);

/** The pages of a report that nobody chose the pages of. */
export const usualPages: readonly PageId[] = pageIds.filter((id) => !onRequest.has(id));

export const reportThemes = ['light', 'dark', 'projector'] as const;
export type ReportTheme = (typeof reportThemes)[number];

/** Sizes of a page, all of them wide. */
export const pageSizes = ['16:9', 'a4', 'a3', 'letter'] as const;
export type PageSize = (typeof pageSizes)[number];

/** How an export is to be made; everything has a usual value. */
export const reportOptionsSchema = z.strictObject({
  language: z.enum(languages),
  theme: z.enum(reportThemes),
  /** Hidden: no amount of money stands anywhere in the file. */
  amounts: z.enum(['shown', 'hidden']),
  /** Hidden: initiatives are numbered, and nobody who owns one is named. */
  names: z.enum(['shown', 'hidden']),
  pageSize: z.enum(pageSizes),
  pages: z.array(z.enum(pageIds)).min(1).max(pageIds.length),
  /** Initiatives that get a page of their own in `flow`; empty for those to convert first. */
  initiatives: z.array(idSchema).max(50),
  /** The storyboard whose pages are made instead of `pages`, in its order; null for none. */
  storyboard: idSchema.nullable(),
});
export type ReportOptions = Readonly<z.infer<typeof reportOptionsSchema>>;

/** The usual pages, wide and light, nothing hidden. */
export function usualOptions(language: ReportOptions['language']): ReportOptions {
  return {
    language,
    theme: 'light',
    amounts: 'shown',
    names: 'shown',
    pageSize: '16:9',
    pages: [...usualPages],
    initiatives: [],
    storyboard: null,
  };
}

/** Width and height of a page in px of 1/96 inch. */
export const sheetSize: Readonly<Record<PageSize, { readonly width: number; readonly height: number }>> = {
  '16:9': { width: 1280, height: 720 },
  a4: { width: 1123, height: 794 },
  a3: { width: 1587, height: 1123 },
  letter: { width: 1056, height: 816 },
};
