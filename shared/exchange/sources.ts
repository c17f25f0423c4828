import { z } from 'zod';
import { type OtherSubject, otherSubjects } from './importFields.ts';
import { translationsSchema } from './translation.ts';

/**
 * What a file is before its rows are understood. `table`: rows and columns in text, a sheet or the clipboard;
 * `throughline`: a portfolio in our own JSON; `ownTables`: tables that the open portfolio was exported to; `jira`: issues as Jira exports them; `msProject`: a plan of MS Project, in its XML or as a table of tasks.
 */
export const importKinds = ['table', 'throughline', 'ownTables', 'jira', 'msProject'] as const;
export type ImportKind = (typeof importKinds)[number];

/** What a further table of the same portfolio holds: what belongs to the initiatives it names, or records of its own. */
export const tableRoles = [
  'initiatives',
  'activities',
  'suppliers',
  'releases',
  'links',
  ...otherSubjects,
] as const;
export type TableRole = (typeof tableRoles)[number];
/** Roles of tables whose rows belong to the initiatives that they name. */
export type JoinedRole = Exclude<TableRole, OtherSubject>;

/** True for a list whose rows are records of their own, which initiatives then name. */
export const isOwnList = (role: TableRole | 'records'): role is OtherSubject =>
  (otherSubjects as readonly string[]).includes(role);

/** What a person should look at, before the list comes in or after; the other notes say what was done to read it. */
export const notesToLookAt = [
  'struckRows',
  'dayOrderOpen',
  'currencyOpen',
  'currencyTold',
  'unitOpen',
  'moneyLeft',
  'datesLeft',
  'oneYearOnly',
  'partOnly',
  'timesAdded',
  'timesLeft',
  'uppersCounted',
  'rowsRepeat',
  'blocksOpen',
  'idsRounded',
  'formulaEmpty',
  'otherTable',
  'sheetsAlike',
  'namesMade',
  'subitemsLeft',
] as const;

/** What was seen or done while a file was taken apart, before any row was understood. */
export const sourceNotes = [
  ...notesToLookAt,
  'mergedCells',
  'hiddenRows',
  'hiddenColumns',
  'hiddenSheets',
  'otherSheets',
  'sheetsBeside',
  'formulaError',
  'dateSerial',
  'turned',
  'twoHeaders',
  'curlyQuotes',
  'linesInCells',
  'encodingsMixed',
  'linesDrawn',
  'markupTaken',
  'peopleCounted',
  'issuesGathered',
  'issuesLeft',
  'tasksGathered',
  'tasksLeft',
  'linksLeft',
  'linksBeside',
  'baselineKept',
  'columnsLeft',
  'parentsMade',
  'namedOnly',
  'tiesUnfound',
  'calendarRead',
  'calendarLeft',
  'headingsRead',
  'blocksFilled',
  'partsAdded',
  'costRowsAdded',
  'revisedTaken',
  'timesMarked',
  'endsAdded',
  'sharesFitted',
  'rowNumbersLeft',
  'summariesLeft',
  'namedBy',
  'ownEmptied',
  'ownHidden',
] as const;
export type SourceNoteKind = (typeof sourceNotes)[number];

/** How often something was seen or done, with the first examples. */
export const sourceNoteSchema = z.strictObject({
  what: z.enum(sourceNotes),
  count: z.number().int(),
  examples: z.array(z.string()),
});
export type SourceNote = Readonly<z.infer<typeof sourceNoteSchema>>;

/** Tables whose records are counted before a file without columns comes in. */
export const heldTables = [
  'initiative',
  'phase',
  'release',
  'handoff',
  'team',
  'capability',
  'partner',
  'outcome',
] as const;

/** One sheet of a workbook. */
export const sheetSchema = z.strictObject({
  name: z.string(),
  hidden: z.boolean(),
  /** Rows with content, as far as the file says before it is read; null when it does not say. */
  rows: z.number().int().nullable(),
  /** What its rows are where they are no initiatives; absent where they may be, or it was not looked at. */
  holds: z.enum(otherSubjects).optional(),
});
export type Sheet = Readonly<z.infer<typeof sheetSchema>>;

/**
 * A further table that belongs to the list: which of the files that came with it (0 for the first), what it holds, and
 * which of its columns names the initiative that a row belongs to.
 */
export const furtherTableSchema = z.strictObject({
  file: z.number().int().min(0),
  sheet: z.string().max(200).optional(),
  role: z.enum(tableRoles),
  /**
   * The column with the initiative's id, or its name where the list has no ids; null leaves the table out. A list of
   * its own has none, and says by `taken` whether it comes in.
   */
  join: z.number().int().min(0).nullable(),
  /** False leaves a list of its own out. */
  taken: z.boolean().optional(),
  /** Which of our fields its other columns fill, by field; absent lets them be found. */
  columns: z.record(z.string().max(40), z.number().int().min(0)).optional(),
  /** Words of a list of its own and ours for them, before any that we know by ourselves. */
  translations: translationsSchema.optional(),
});
export type FurtherTable = Readonly<z.infer<typeof furtherTableSchema>>;

/** Choices of how a file is taken apart, beside those of a list. Spread into the schema of a plan. */
export const sourceChoices = {
  /** The sheet of a workbook; absent takes the one that is most like a list. */
  sheet: z.string().max(200).optional(),
  /** True when the table's rows and columns are exchanged before it is read. */
  turned: z.boolean().optional(),
  /**
   * True adds up what columns hold of single years, quarters or months, false leaves them apart; absent is found by
   * itself, and stays so where there is nothing to add up.
   */
  addTimes: z.boolean().optional(),
  /** Which of several files holds the initiatives, 0 for the first; the other tables belong to it. */
  main: z.number().int().min(0).optional(),
  /** Tables that came together with the list. */
  tables: z.array(furtherTableSchema).max(20).optional(),
};

/** What was found when a file was taken apart. Spread into the schema of a preview. */
export const sourceFindings = {
  sheets: z.array(sheetSchema).optional(),
  /** What the file can be read as, where there is a choice. */
  kinds: z.array(z.enum(importKinds)).optional(),
  notes: z.array(sourceNoteSchema).optional(),
  /** Records that would be made, for files that need no matching. */
  holds: z.array(z.strictObject({ table: z.enum(heldTables), count: z.number().int() })).optional(),
};
