import { z } from 'zod';
import { currencySchema } from '../domain/primitives.ts';

/** Our fields that a column of a list can fill. */
export const importFields = [
  'externalId',
  'name',
  'description',
  'mode',
  'stage',
  'status',
  'owner',
  'startDate',
  'endDate',
  'budget',
  'spent',
  'valuePerMonth',
  'capabilities',
  'partners',
  'team',
  'parent',
] as const;
export type ImportField = (typeof importFields)[number];

export const dateOrders = ['dayFirst', 'monthFirst', 'yearFirst'] as const;
/** Factor from the list's money to whole currency units. */
export const moneyUnits = ['units', 'thousands', 'millions', 'billions'] as const;

/** How to read a list; every choice is found by itself first and can then be changed. */
export const importPlanSchema = z.strictObject({
  encoding: z.string().max(40),
  delimiter: z.string().max(5),
  /** Zero-based line of the parsed table that holds the column names. */
  headerRow: z.number().int().min(0),
  /** For each of our fields the zero-based column that fills it; absent = not filled. */
  columns: z.partialRecord(z.enum(importFields), z.number().int().min(0)),
  currency: currencySchema,
  /** Money unit per column index; a column that is not named is in `units`. */
  units: z.record(z.string(), z.enum(moneyUnits)),
  /** Day or month first, per column index, decided over the whole column. */
  dateOrders: z.record(z.string(), z.enum(dateOrders)),
  /** Characters that separate several capabilities or partners in one cell. */
  listSeparator: z.string().max(5),
  /** Mode of initiatives whose list does not say. */
  defaultMode: z.enum(['project', 'product']),
});
export type ImportPlan = Readonly<z.infer<typeof importPlanSchema>>;

export const repairKinds = [
  'whitespace',
  'entities',
  'unknownWord',
  'moneyText',
  'moneyUnit',
  'dateText',
  'monthOnly',
  'yearOnly',
  'fiscalYear',
  'shiftedRow',
  'encoding',
  'modeText',
  'stageText',
  'duplicateHeader',
  'endBeforeStart',
  'kept_as_text',
] as const;

export const importIssueSchema = z.strictObject({
  row: z.number().int(),
  column: z.string(),
  reason: z.string(),
  value: z.string(),
});

export const importPreviewSchema = z.strictObject({
  fileName: z.string(),
  plan: importPlanSchema,
  /** Lines above the header, and lines below the data that are notes. */
  prose: z.array(z.string()),
  rows: z.number().int(),
  columns: z.array(
    z.strictObject({
      index: z.number().int(),
      header: z.string(),
      samples: z.array(z.string()),
      /** Share of cells with content. */
      filled: z.number(),
      looksLike: z.enum(['text', 'number', 'money', 'date', 'empty']),
      /** Why the column was matched to a field: by its name, by its values, by the person. */
      matched: z.enum(['name', 'values', 'chosen']).nullable(),
    }),
  ),
  /** The first rows as they would come in: our field to what it would become, as text; problems by field. */
  sample: z.array(
    z.strictObject({
      row: z.number().int(),
      values: z.partialRecord(z.enum(importFields), z.string()),
      problems: z.partialRecord(z.enum(importFields), z.string()),
    }),
  ),
  expected: z.strictObject({
    created: z.number().int(),
    skipped: z.number().int(),
    refused: z.number().int(),
  }),
});
export type ImportPreview = Readonly<z.infer<typeof importPreviewSchema>>;

/** What an import did, row by row where it matters. Rows are line numbers of the file, 1 for the first. */
export const importReportSchema = z.strictObject({
  fileName: z.string(),
  rows: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  skipped: z.array(
    z.strictObject({ row: z.number().int(), reason: z.enum(['blank', 'total', 'duplicate', 'footnote']) }),
  ),
  refused: z.array(z.strictObject({ row: z.number().int(), column: z.string(), reason: z.string() })),
  repaired: z.array(
    z.strictObject({ what: z.enum(repairKinds), count: z.number().int(), examples: z.array(z.string()) }),
  ),
  /** Sum of what came in as budget, in minor units, and its currency. */
  sums: z.strictObject({ budget: z.number(), currency: z.string() }),
});
export type ImportReport = Readonly<z.infer<typeof importReportSchema>>;
