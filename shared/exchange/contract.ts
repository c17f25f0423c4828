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
/** Factor from the list's money to whole currency units; 万 (ten thousands) and 亿 (hundred millions) are everyday units in Chinese lists. */
export const moneyUnits = [
  'units',
  'thousands',
  'tenThousands',
  'millions',
  'hundredMillions',
  'billions',
] as const;
export type MoneyUnit = (typeof moneyUnits)[number];
export type DateOrder = (typeof dateOrders)[number];

/** What a file is: a list in rows and columns, or a portfolio in our own JSON exchange format. */
export const importKinds = ['table', 'throughline'] as const;

/** How to read a list; every choice is found by itself first and can then be changed. */
export const importPlanSchema = z.strictObject({
  /** Absent means `table`; the other choices of a plan say nothing about a `throughline` file. */
  kind: z.enum(importKinds).optional(),
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
  'quotes',
] as const;
export type RepairKind = (typeof repairKinds)[number];

/** Why a row or a cell could not be taken as it is; a sentence for each is in the `importReasons` catalogue. */
export const importReasons = [
  'no_name',
  'not_a_date',
  'fiscal_year_start_unknown',
  'not_an_amount',
  'negative_amount',
  'amount_too_large',
  'other_currency',
  'not_a_mode',
  'too_long',
  'end_before_start',
  'beyond_header',
] as const;
export type ImportReason = (typeof importReasons)[number];

export const skipReasons = ['blank', 'total', 'duplicate', 'footnote'] as const;
export type SkipReason = (typeof skipReasons)[number];

export const importIssueSchema = z.strictObject({
  row: z.number().int(),
  column: z.string(),
  reason: z.enum(importReasons),
  value: z.string(),
});
export type ImportIssue = Readonly<z.infer<typeof importIssueSchema>>;

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
      problems: z.partialRecord(z.enum(importFields), z.enum(importReasons)),
    }),
  ),
  expected: z.strictObject({
    created: z.number().int(),
    updated: z.number().int(),
    unchanged: z.number().int(),
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
  skipped: z.array(z.strictObject({ row: z.number().int(), reason: z.enum(skipReasons) })),
  refused: z.array(
    z.strictObject({ row: z.number().int(), column: z.string(), reason: z.enum(importReasons) }),
  ),
  /** Cells that could not be read: their row came in without them, and their text is kept in `extra`. */
  unreadable: z.array(importIssueSchema),
  repaired: z.array(
    z.strictObject({ what: z.enum(repairKinds), count: z.number().int(), examples: z.array(z.string()) }),
  ),
  /** Sum of what came in as budget, in minor units, and its currency. */
  sums: z.strictObject({ budget: z.number(), currency: z.string() }),
});
export type ImportReport = Readonly<z.infer<typeof importReportSchema>>;
