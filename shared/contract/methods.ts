import { z } from 'zod';
import { labelSchema } from '../domain/label.ts';
import { currencySchema, idSchema, instantSchema, nameSchema } from '../domain/primitives.ts';
import { importPlanSchema, importPreviewSchema, importReportSchema } from '../exchange/contract.ts';
import { importPresetSchema, presetNameSchema } from '../exchange/presets.ts';
import { leftOutPagesSchema } from '../report/leftOutPage.ts';
import { exportFormats, reportOptionsSchema } from '../report/options.ts';
import { changeSchema, portfolioRecordsSchema, recordsDiffSchema } from './changes.ts';
import { keptRoomSchema } from './keptRoom.ts';
import { appErrorSchema } from './result.ts';

/** A file that the person chose in this session, by the token the host gave for it; pages never name paths. */
export const fileTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
const otherFilesSchema = z.array(fileTokenSchema).max(10);
/** An id that the caller makes up for a long job, to receive its progress and to cancel it. */
const jobIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

export const languages = ['en', 'zh-CN'] as const;
export const themes = ['system', 'light', 'dark', 'projector'] as const;

/** What the person likes, kept in the user's data folder and not in the portfolio. */
export const preferencesSchema = z.strictObject({
  language: z.enum(languages).nullable(),
  theme: z.enum(themes),
  /** The name that history and parameters record; empty until set. */
  userName: z.string().trim().max(200),
  /** Keys that were changed, by the command's id: the list in place of the command's own; empty for no key. */
  keys: z
    .record(
      z
        .string()
        .regex(/^[a-z][A-Za-z]*\.[A-Za-z]+$/)
        .max(60),
      z.array(z.string().regex(/^\S{1,40}$/)).max(4),
    )
    .optional(),
});
export type Preferences = Readonly<z.infer<typeof preferencesSchema>>;

export const fileInfoSchema = z.strictObject({
  /** Names the file in `portfolio.open`; made by the host, not a path. */
  ref: z.string(),
  name: z.string(),
  /** The folder for people to read. */
  folder: z.string(),
  bytes: z.number(),
  modifiedAt: instantSchema,
  missing: z.boolean(),
});

const historyStateSchema = z.strictObject({
  /** Grows by one with every change, undo and redo. */
  revision: z.number().int(),
  undo: labelSchema.nullable(),
  redo: labelSchema.nullable(),
});
export type HistoryState = Readonly<z.infer<typeof historyStateSchema>>;

/** A step of the history that something is dated by. */
const namedStepSchema = z.strictObject({ label: labelSchema, by: z.string(), at: instantSchema });

/** What was found when a portfolio was opened whose last session did not end as it should. */
const recoverySchema = z.strictObject({
  /** The last sign of life of the session that ended. */
  endedAt: instantSchema,
  lastChange: namedStepSchema.nullable(),
  /** Changes that no backup held yet; null when there was no backup. */
  changesSinceBackup: z.number().int().nullable(),
});

export type Recovery = Readonly<z.infer<typeof recoverySchema>>;

const openPortfolioSchema = z.strictObject({
  ref: z.string(),
  fileName: z.string(),
  folder: z.string(),
  /** Why nothing can be written, or null. `backup`: this is a backup that is looked at. */
  readOnly: z.enum(['other_window', 'file_read_only', 'backup']).nullable(),
  /** The backup that is looked at; `ref` then names the portfolio that it belongs to. */
  backup: z.strictObject({ ref: z.string(), at: instantSchema }).optional(),
  /** Present when the session before this one did not end as it should. */
  recovered: recoverySchema.optional(),
  records: portfolioRecordsSchema,
  history: historyStateSchema,
});
export type OpenPortfolio = Readonly<z.infer<typeof openPortfolioSchema>>;

/** What a write did: applied as is by every page that shows the portfolio. */
const changedSchema = z.strictObject({ diff: recordsDiffSchema, history: historyStateSchema });

const historyEntrySchema = z.strictObject({
  id: z.number().int(),
  label: labelSchema,
  by: z.string(),
  at: instantSchema,
  /** Not in force: it can be redone, unless it is damaged. */
  undone: z.boolean(),
  /** Cannot be played any more; undo and redo pass over it. */
  damaged: z.boolean(),
  counts: z.strictObject({ added: z.number(), updated: z.number(), removed: z.number() }),
});
export type HistoryEntry = Readonly<z.infer<typeof historyEntrySchema>>;

const snapshotSchema = z.strictObject({
  id: idSchema,
  name: nameSchema,
  note: z.string(),
  by: z.string(),
  createdAt: instantSchema,
  counts: z.record(z.string(), z.number()),
});
export type Snapshot = Readonly<z.infer<typeof snapshotSchema>>;

/** What a person says of a snapshot. */
/** What is written for others, and of which state of the portfolio. */
const exportedSchema = z.strictObject({
  formats: z.array(z.enum(exportFormats)).min(1).max(exportFormats.length),
  options: reportOptionsSchema.partial().optional(),
  snapshot: idSchema.nullable(),
  /** A scenario that is not in the plan yet; never together with a snapshot. */
  scenario: idSchema.nullable().optional(),
});

const snapshotWordsSchema = z.strictObject({ name: nameSchema, note: z.string().max(10_000) });

/** Why a backup was made: the rule of each day, a new schema, before an older state came back, or because it was asked for. */
export const backupReasons = ['daily', 'upgrade', 'restore', 'asked'] as const;
const backupSchema = z.strictObject({
  ref: z.string(),
  at: instantSchema,
  bytes: z.number(),
  why: z.enum(backupReasons),
  /** What is in it; null when it is damaged, and then it is never offered. */
  content: z
    .strictObject({
      initiatives: z.number().int(),
      projects: z.number().int(),
      productTeams: z.number().int(),
      /** Sum of the known budgets in minor units; null when none is known. */
      budget: z.number().nullable(),
      currency: currencySchema,
      lastChange: namedStepSchema.nullable(),
    })
    .nullable(),
});
export type Backup = Readonly<z.infer<typeof backupSchema>>;
export type BackupReason = Backup['why'];

/** How many records of each table a change adds, updates and removes; tables without a change are absent. */
const changeCountsSchema = z.array(
  z.strictObject({ table: z.string(), added: z.number(), updated: z.number(), removed: z.number() }),
);

/** What a step of the history did to one record. Ids in values are explained by the names that come along. */
const recordChangeSchema = z.strictObject({
  table: z.string(),
  id: idSchema,
  /** Its own name, or the names of what it joins; null for a record that is gone and left no name. */
  name: z.string().nullable(),
  kind: z.enum(['added', 'updated', 'removed']),
  fields: z.array(z.strictObject({ field: z.string(), before: z.json(), after: z.json() })),
});
export type RecordChange = Readonly<z.infer<typeof recordChangeSchema>>;

const nothing = z.strictObject({});
const read = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'read', input, output }) as const;
const write = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'write', input, output }) as const;

/**
 * The whole boundary between a page (or the command line) and the service. `write` methods change a portfolio,
 * the disk or the preferences. A method without a handler does not compile.
 */
export const methods = {
  'app.info': read(
    nothing,
    z.strictObject({
      version: z.string(),
      host: z.enum(['desktop', 'browser', 'cli']),
      platform: z.string(),
      dataFolder: z.string(),
      systemLocale: z.string(),
      preferences: preferencesSchema,
      /** The portfolio that was open last and opens by itself; null on the first start, and once it was closed. */
      lastOpened: fileInfoSchema.nullable(),
      /** The room that was being presented to when the program ended; null where none was. */
      room: keptRoomSchema.nullable(),
    }),
  ),
  /** Keeps what the room is being shown, or that no room is presented to any more. */
  'app.keepRoom': write(z.strictObject({ room: keptRoomSchema.nullable() }), nothing),
  'preferences.write': write(preferencesSchema.partial(), preferencesSchema),

  'portfolio.current': read(nothing, openPortfolioSchema.nullable()),
  'portfolio.list': read(nothing, z.strictObject({ files: z.array(fileInfoSchema) })),
  'portfolio.create': write(
    z.strictObject({ name: nameSchema, currency: currencySchema }),
    openPortfolioSchema,
  ),
  'portfolio.open': write(z.strictObject({ ref: z.string() }), openPortfolioSchema),
  /** Opens a file chosen with the host's picker; the browser host first keeps a copy in the data folder. */
  'portfolio.openChosen': write(z.strictObject({ file: fileTokenSchema }), openPortfolioSchema),
  'portfolio.openSample': write(nothing, openPortfolioSchema),
  'portfolio.close': write(nothing, nothing),
  /** Closes and deletes a portfolio that was made for an import which then did not happen: only one never written into. */
  'portfolio.discardNew': write(nothing, z.strictObject({ discarded: z.boolean() })),
  /** Writes a clean copy; the host then offers it for saving under the suggested name. */
  'portfolio.copy': read(nothing, z.strictObject({ file: fileTokenSchema, suggestedName: z.string() })),
  /** Opens the portfolio's file again: takes over where another window let go of it, or where it was replaced. */
  'portfolio.reopen': write(nothing, openPortfolioSchema),
  /** Every backup of a portfolio, also of one that is damaged or gone, newest first; damaged ones say so. */
  'portfolio.backups': read(
    z.strictObject({ ref: z.string() }),
    z.strictObject({
      backups: z.array(backupSchema),
      /** Why they cannot be listed (`backups_unreadable`), or why the last attempt to make one failed, or null. */
      problem: appErrorSchema.nullable(),
    }),
  ),
  /** Puts a good backup where a damaged or missing file was, and opens it; a damaged one is set aside under a new name. */
  'portfolio.restoreBackup': write(
    z.strictObject({ ref: z.string(), backup: z.string() }),
    openPortfolioSchema,
  ),
  /** Backs the open portfolio up now; answers the backup that there is when nothing changed since. */
  'backup.make': write(nothing, z.strictObject({ backup: backupSchema, made: z.boolean() })),
  /** What changed from a backup of the open portfolio until now. */
  'backup.compare': read(
    z.strictObject({ backup: z.string() }),
    z.strictObject({ tables: changeCountsSchema }),
  ),
  /** Puts the open portfolio back to a backup in one undoable step, after a backup of what is there now. */
  'backup.restore': write(z.strictObject({ backup: z.string() }), changedSchema),
  /** Shows a backup of the open portfolio, for reading only, in its place; `portfolio.open` goes back. */
  'portfolio.showBackup': write(z.strictObject({ backup: z.string() }), openPortfolioSchema),
  /** A clean copy of a backup, to be offered for saving. */
  'backup.copy': read(
    z.strictObject({ backup: z.string() }),
    z.strictObject({ file: fileTokenSchema, suggestedName: z.string() }),
  ),

  'records.change': write(
    z.strictObject({ label: labelSchema, changes: z.array(changeSchema).min(1).max(200_000) }),
    changedSchema,
  ),
  'history.undo': write(nothing, changedSchema),
  'history.redo': write(nothing, changedSchema),
  /** Steps newest first; `before` goes on below an entry. */
  'history.list': read(
    z.strictObject({ limit: z.number().int().min(1).max(1000), before: z.number().int().optional() }),
    z.strictObject({ entries: z.array(historyEntrySchema) }),
  ),
  /** What one step did, record by record and field by field. */
  'history.entry': read(
    z.strictObject({ id: z.number().int() }),
    z.strictObject({
      changes: z.array(recordChangeSchema),
      /** How many records it touched; `changes` holds the first of them. */
      total: z.number().int(),
      /** Names of records that values refer to, by id. */
      names: z.record(z.string(), z.string()),
    }),
  ),
  /**
   * Goes to the state right after a step (0: before the first), undoing or redoing all between at once. Steps that
   * cannot be played are passed over and counted; the way back stays open until something else is changed.
   */
  'history.jump': write(
    z.strictObject({ to: z.number().int().min(0) }),
    z.strictObject({ changed: changedSchema, steps: z.number().int(), passedOver: z.number().int() }),
  ),
  /** Who last set each field of a record, and when; fields never changed since the record was added carry that entry. */
  'history.origins': read(
    z.strictObject({ table: z.string(), id: idSchema }),
    z.strictObject({
      fields: z.record(z.string(), z.strictObject({ by: z.string(), at: instantSchema, label: labelSchema })),
    }),
  ),

  /**
   * Detects format, encoding, header and columns of a chosen list and maps it as `plan` says (all of it optional); for
   * a new portfolio where none is open.
   */
  'import.preview': read(
    z.strictObject({
      file: fileTokenSchema,
      plan: importPlanSchema.partial(),
      /** Further files of the same portfolio: activities, suppliers, releases, joined by the initiatives' ids. */
      others: otherFilesSchema.optional(),
    }),
    importPreviewSchema,
  ),
  /**
   * Imports in one undoable step, what the plan leaves out as a preview finds it; nothing stays behind when it is
   * cancelled or fails.
   */
  'import.run': write(
    z.strictObject({
      file: fileTokenSchema,
      plan: importPlanSchema.partial(),
      others: otherFilesSchema.optional(),
      job: jobIdSchema,
    }),
    z.strictObject({ report: importReportSchema, changed: changedSchema.nullable() }),
  ),
  /** Makes a file of pasted rows, to be imported like one that was chosen. */
  'import.paste': read(
    z.strictObject({ text: z.string().min(1).max(20_000_000), name: z.string().min(1).max(100) }),
    z.strictObject({ file: fileTokenSchema, name: z.string(), bytes: z.number().int() }),
  ),
  /** A kept report of an import (a record of the portfolio), as a file to be offered for saving. */
  'import.exportReport': read(
    z.strictObject({ id: idSchema, format: z.enum(['csv', 'json']) }),
    z.strictObject({ file: fileTokenSchema, suggestedName: z.string() }),
  ),
  /** Presets for imports, by name. Damaged files are set aside; each is named in `problems` once. */
  'preset.list': read(
    nothing,
    z.strictObject({ presets: z.array(importPresetSchema), problems: z.array(z.string()) }),
  ),
  /** Keeps how a list is read, in place of a preset of the same name. */
  'preset.save': write(importPresetSchema.omit({ savedAt: true }), importPresetSchema),
  'preset.remove': write(z.strictObject({ name: presetNameSchema }), nothing),

  /** What `export.write` will call its file: known before, so that its place can be chosen before the work. */
  'export.name': read(exportedSchema, z.strictObject({ suggestedName: z.string() })),
  /**
   * Writes the plan, the plan with a scenario on top, or a snapshot, for others: one format as a file, several as one
   * zip of files. Takes long and runs beside everything else; `job.cancel` ends it. What `options` leaves out has its
   * usual value. `leftOut` names the steps of scenarios that do not fit the plan any more, and so are in no file;
   * `pagesLeftOut` the pages of a storyboard, or of some that were picked, that no file has, and why. Throws
   * `invalid_input` where JSON or the analysis should hide something: they hold everything.
   */
  'export.write': read(
    exportedSchema.extend({ job: jobIdSchema }),
    z.strictObject({
      file: fileTokenSchema,
      suggestedName: z.string(),
      bytes: z.number(),
      leftOut: z.array(z.strictObject({ scenario: z.string(), label: labelSchema, error: appErrorSchema })),
      pagesLeftOut: leftOutPagesSchema,
    }),
  ),

  /**
   * Writes a scenario's steps, and those of the scenarios it stands on, into the plan in one undoable step, after a
   * snapshot of the plan as it was. Fails with `scenario_does_not_fit` where steps do not fit the plan any more, unless
   * `passOver` leaves those out.
   */
  'scenario.apply': write(
    z.strictObject({ id: idSchema, passOver: z.boolean(), snapshotName: nameSchema }),
    z.strictObject({ changed: changedSchema, passedOver: z.number().int(), snapshot: snapshotSchema }),
  ),

  'snapshot.list': read(nothing, z.strictObject({ snapshots: z.array(snapshotSchema) })),
  'snapshot.create': write(snapshotWordsSchema, snapshotSchema),
  /** Gives a snapshot another name and note; what it froze stays as it is. */
  'snapshot.describe': write(snapshotWordsSchema.extend({ id: idSchema }), snapshotSchema),
  'snapshot.read': read(
    z.strictObject({ id: idSchema }),
    z.strictObject({ snapshot: snapshotSchema, records: portfolioRecordsSchema }),
  ),
  /** Puts the portfolio back to the snapshot in one undoable step. */
  'snapshot.restore': write(z.strictObject({ id: idSchema }), changedSchema),
  'snapshot.remove': write(z.strictObject({ id: idSchema }), nothing),

  'job.cancel': write(z.strictObject({ job: jobIdSchema }), nothing),
} as const;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type MethodInput<M extends MethodName> = z.input<Methods[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<Methods[M]['output']>;
export const methodNames = Object.keys(methods) as readonly MethodName[];

/** What the service tells every page without being asked. */
const events = {
  'portfolio.changed': changedSchema,
  'job.progress': z.strictObject({
    job: jobIdSchema,
    stage: z.enum(['reading', 'mapping', 'writing', 'computing']),
    done: z.number(),
    total: z.number().nullable(),
  }),
} as const;
export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>;
export const eventNames = Object.keys(events) as readonly EventName[];
