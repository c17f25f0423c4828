import { z } from 'zod';
import { currencySchema, idSchema } from '../domain/primitives.ts';
import { importFields, rowSubjects, translatedFields } from './importFields.ts';
import { importKinds, sourceChoices, sourceFindings, sourceNoteSchema, tableRoles } from './sources.ts';
import { translationsSchema } from './translation.ts';

export const dateOrders = ['dayFirst', 'monthFirst', 'yearFirst'] as const;
/**
 * Factor from the list's money to whole currency units; 万 (ten thousands) and 亿 (hundred millions) are everyday units
 * in Chinese lists, lakh (hundred thousands) and crore (ten millions) in Indian ones.
 */
export const moneyUnits = [
  'units',
  'thousands',
  'tenThousands',
  'lakhs',
  'millions',
  'crores',
  'hundredMillions',
  'billions',
] as const;
export type MoneyUnit = (typeof moneyUnits)[number];
export type DateOrder = (typeof dateOrders)[number];

/** What a person decided of one row of a refresh: it is this record of ours, or a new one. */
export const rowDecisionSchema = z.strictObject({
  /** Line number in the file, 1 for the first. */
  row: z.number().int().min(1),
  /** The record that the row is; null for a new one. */
  id: idSchema.nullable(),
});
export type RowDecision = Readonly<z.infer<typeof rowDecisionSchema>>;

/** How to read a list; every choice is found by itself first and can then be changed. */
export const importPlanSchema = z.strictObject({
  /** Absent is found by itself; the other choices of a plan say nothing about a `throughline` file. */
  kind: z.enum(importKinds).optional(),
  /** What a row is; absent is found by itself. */
  rows: z.enum(rowSubjects).optional(),
  ...sourceChoices,
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
  /** Separators by column index, where a column has another than `listSeparator`. */
  separators: z.record(z.string(), z.string().max(5)).optional(),
  /** Words of theirs and ours for them, before any that we know by ourselves. */
  translations: translationsSchema.optional(),
  /** Further words that say only "not known", in any column. */
  unknownWords: z.array(z.string().min(1).max(200)).max(500).optional(),
  /** Columns in which a zero says "not known". */
  zeroUnknown: z.array(z.number().int().min(0)).max(2_000).optional(),
  /** True when an empty cell makes a known value unknown; else it leaves the value. */
  emptyClears: z.boolean().optional(),
  /** What the person decided of single rows. */
  decisions: z.array(rowDecisionSchema).max(200_000).optional(),
  /** Columns headed by a day, with what the metric of an outcome stood at then. */
  readings: z.array(z.number().int().min(0)).max(500).optional(),
  /** Records that the list no longer has and that are to be retired. */
  retire: z.array(idSchema).max(200_000).optional(),
});
export type ImportPlan = Readonly<z.infer<typeof importPlanSchema>>;

export const repairKinds = [
  'whitespace',
  'entities',
  'unknownWord',
  'moneyText',
  'moneyUnit',
  'dateText',
  'dateSerial',
  'monthOnly',
  'yearOnly',
  'fiscalYear',
  'yearPart',
  'dateSpan',
  'shiftedRow',
  'encoding',
  'modeText',
  'stageText',
  'duplicateHeader',
  'endBeforeStart',
  'kept_as_text',
  'quotes',
  'translated',
  'zeroUnknown',
  'scaleText',
  'choiceText',
  'unitText',
  'codeInName',
  'footnoteMark',
] as const;
export type RepairKind = (typeof repairKinds)[number];

/** Why a row or a cell could not be taken as it is; a sentence for each is in the `importReasons` catalogue. */
export const importReasons = [
  'no_name',
  'not_a_date',
  'one_day',
  'fiscal_year_start_unknown',
  'not_an_amount',
  'negative_amount',
  'amount_range',
  'amount_too_large',
  'other_currency',
  'not_a_mode',
  'too_long',
  'end_before_start',
  'beyond_header',
  'not_a_number',
  'not_yes_or_no',
  'formula_error',
  'not_on_scale',
  'not_a_choice',
  'parent_unknown',
  'parent_circle',
  'same_place',
  'same_name',
  'importance_differs',
  'id_unknown',
  'id_twice',
  'kept_as_is',
] as const;
export type ImportReason = (typeof importReasons)[number];

/** `group`: a row that only heads those below it; `header`: one that names or numbers the columns again. */
export const skipReasons = ['blank', 'total', 'duplicate', 'footnote', 'group', 'header'] as const;
export type SkipReason = (typeof skipReasons)[number];

export const importIssueSchema = z.strictObject({
  row: z.number().int(),
  column: z.string(),
  reason: z.enum(importReasons),
  value: z.string(),
});
export type ImportIssue = Readonly<z.infer<typeof importIssueSchema>>;

const repairedSchema = z.array(
  z.strictObject({ what: z.enum(repairKinds), count: z.number().int(), examples: z.array(z.string()) }),
);
const doubtfulSchema = z.array(
  z.strictObject({
    row: z.number().int(),
    name: z.string(),
    taken: z.string().nullable(),
    decided: z.boolean(),
  }),
);

/** What became of a table that came together with the list. */
export const tableReportSchema = z.strictObject({
  fileName: z.string(),
  /** `records`: others of a portfolio that was given back in the tables of its export. */
  role: z.enum([...tableRoles, 'records']),
  /** The column by which rows found their initiative; null when the table was left out, or is a list of its own. */
  join: z.string().nullable(),
  /** For a list of its own: whether it came in. */
  taken: z.boolean().optional(),
  rows: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  skipped: z.number().int(),
  refused: z.number().int(),
  /** Rows whose initiative is not in the portfolio, with the first of the ids. */
  unjoined: z.number().int(),
  unjoinedIds: z.array(z.string()),
  /** What came in as money, in minor units. */
  sum: z.number(),
  /** Rows that did not come in, and cells that could not be read, with their places and reasons. */
  issues: z.array(importIssueSchema).optional(),
  repaired: repairedSchema.optional(),
  notes: z.array(sourceNoteSchema).optional(),
  /** Rows that may be a record of ours and were taken as said. */
  doubtful: doubtfulSchema.optional(),
  /** Which of the files it is, 0 for the first. */
  file: z.number().int().optional(),
  headers: z.array(z.string()).optional(),
  /** Columns whose values are initiatives' ids or names, with the share of them that are; the best first. */
  joins: z.array(z.strictObject({ column: z.number().int(), share: z.number() })).optional(),
  /** Which column fills which of our fields. */
  columns: z.record(z.string(), z.number().int()).optional(),
});
export type TableReport = Readonly<z.infer<typeof tableReportSchema>>;

/** Why an amount of the file is not among those that came in. */
export const sumReasons = [...skipReasons, ...importReasons, 'not_given', 'zero_unknown'] as const;
export type SumReason = (typeof sumReasons)[number];

/** What a column of amounts adds up to in the file and in what came in; in minor units. `file` is `came` and the differences. */
export const sumCheckSchema = z.strictObject({
  field: z.enum(importFields),
  column: z.string(),
  /** Cells that hold an amount that came in. */
  cells: z.number().int(),
  file: z.number(),
  came: z.number(),
  /** What the file's own row of totals says; null when it has none. */
  stated: z.number().nullable(),
  differences: z.array(
    z.strictObject({
      why: z.enum(sumReasons),
      cells: z.number().int(),
      /** Null when the cells hold no amount that can be read. */
      amount: z.number().nullable(),
    }),
  ),
});
export type SumCheck = Readonly<z.infer<typeof sumCheckSchema>>;

/** Why a row is taken for a record of ours. */
export const matchEvidence = ['chosen', 'id', 'place', 'name', 'likeName', 'likeText', 'owner'] as const;
export type MatchEvidence = (typeof matchEvidence)[number];

export const candidateSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  /** How alike, 0 to 1. */
  likeness: z.number(),
  why: z.array(z.enum(matchEvidence)),
  /** Evidence against it: other id, other owner. */
  against: z.array(z.enum(['id', 'owner', 'text', 'several', 'place'])),
});
export type MatchCandidate = Readonly<z.infer<typeof candidateSchema>>;

/** A row of a refresh whose record is not certain, or that changes one. */
export const rowMatchSchema = z.strictObject({
  row: z.number().int(),
  name: z.string(),
  sure: z.enum(['sure', 'doubtful', 'new']),
  /** What it is taken for: a record's id, or null for a new one. */
  taken: idSchema.nullable(),
  chosen: z.boolean(),
  candidates: z.array(candidateSchema),
  /** What would change in the record it is taken for, or in the best candidate. */
  differences: z.array(
    z.strictObject({ field: z.string(), ours: z.string().nullable(), theirs: z.string().nullable() }),
  ),
});
export type RowMatch = Readonly<z.infer<typeof rowMatchSchema>>;

/** How the list lies on the portfolio that is there. */
export const refreshSchema = z.strictObject({
  counts: z.strictObject({
    sure: z.number().int(),
    doubtful: z.number().int(),
    new: z.number().int(),
    vanished: z.number().int(),
  }),
  /** Doubtful rows first, then sure ones that change something, then new ones; the first of them. */
  rows: z.array(rowMatchSchema),
  /** What the portfolio has and the list has not; empty when the list is evidently another one. */
  vanished: z.array(z.strictObject({ id: idSchema, name: z.string(), owner: z.string().nullable() })),
  /** False when the list and the portfolio are too long to compare by likeness. */
  compared: z.boolean(),
});
export type Refresh = Readonly<z.infer<typeof refreshSchema>>;

/** A distinct value of a column that is translated, how often it stands there, and what it would become. */
export const valueSchema = z.strictObject({
  text: z.string(),
  count: z.number().int(),
  /** What we read in it by ourselves; null when nothing. */
  reads: z.string().nullable(),
  /** A word of ours that it probably means, where we do not take it by ourselves. */
  proposed: z.string().nullable(),
});

export const importPreviewSchema = z.strictObject({
  fileName: z.string(),
  plan: importPlanSchema,
  ...sourceFindings,
  /** What would become of tables that come together with the list. */
  tables: z.array(tableReportSchema).optional(),
  /** Distinct values of the columns of lists beside this one that fill a translated field. */
  tableValues: z
    .array(
      z.strictObject({
        file: z.number().int(),
        field: z.enum(translatedFields),
        header: z.string(),
        values: z.array(valueSchema),
      }),
    )
    .optional(),
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
      /** How sure the match is, 0 to 1; null where there is none, or the person made it. */
      sure: z.number().nullable().optional(),
      /** Distinct values with their counts, for columns that fill a translated field. */
      values: z.array(valueSchema).optional(),
      /** The day that the column's values can be readings of, YYYY-MM-DD; absent where they cannot. */
      reading: z.string().optional(),
      /** The field that the column would fill by its name or values, where it fills none. */
      wouldFill: z.enum(importFields).nullable().optional(),
    }),
  ),
  /** The first rows as they would come in: our field to what it would become, as text; problems by field. */
  sample: z.array(
    z.strictObject({
      row: z.number().int(),
      values: z.partialRecord(z.enum(importFields), z.string()),
      problems: z.partialRecord(z.enum(importFields), z.enum(importReasons)),
      /** Cells as they are written, for fields with a problem or a repair. */
      raw: z.partialRecord(z.enum(importFields), z.string()).optional(),
      /** Whether it would be a new record or one of ours. */
      known: z.boolean().optional(),
    }),
  ),
  /** Over all rows: how often which cell could not be read. */
  problems: z
    .array(
      z.strictObject({
        column: z.string(),
        reason: z.enum(importReasons),
        count: z.number().int(),
        rows: z.array(z.number().int()),
      }),
    )
    .optional(),
  sumChecks: z.array(sumCheckSchema).optional(),
  refresh: refreshSchema.optional(),
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
  /** What the rows were; absent for initiatives. */
  of: z.enum(rowSubjects).optional(),
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
  repaired: repairedSchema,
  /** Sum of what came in as budget, in minor units, and its currency. */
  sums: z.strictObject({ budget: z.number(), currency: z.string() }),
  sumChecks: z.array(sumCheckSchema).optional(),
  /** What was done and left while the file was taken apart. */
  notes: sourceFindings.notes,
  tables: z.array(tableReportSchema).optional(),
  /** What the portfolio has and the list has not; `retired` when the person had it retired. */
  vanished: z.array(z.strictObject({ id: idSchema, name: z.string(), retired: z.boolean() })).optional(),
  /** Rows that may be a record of ours and were taken as said; undecided ones say so. */
  doubtful: doubtfulSchema.optional(),
});
export type ImportReport = Readonly<z.infer<typeof importReportSchema>>;
