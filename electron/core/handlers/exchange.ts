import { randomUUID } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { extension } from '../../../db/portfolioFile.ts';
import { countRecords, readRecords } from '../../../db/repositories/records.ts';
import { createSnapshot, removeSnapshot } from '../../../db/snapshots.ts';
import type { MethodInput } from '../../../shared/contract/methods.ts';
import { Failure } from '../../../shared/contract/result.ts';
import { emptyRecords, newPortfolio, usualCurrency } from '../../../shared/domain/defaults.ts';
import type { Label } from '../../../shared/domain/label.ts';
import { subjectTables } from '../../../shared/exchange/columns/subjectKinds.ts';
import type { ImportReport } from '../../../shared/exchange/contract.ts';
import { presetOf } from '../../../shared/exchange/presets.ts';
import { keptReport, readKeptReport } from '../../../shared/exchange/writing/keptReport.ts';
import { reportTable } from '../../../shared/exchange/writing/reportTable.ts';
import {
  type ExportFormat,
  pageFormats,
  type ReportOptions,
  usualOptions,
  wholeFormats,
} from '../../../shared/report/options.ts';
import type { Language } from '../../../shared/text/area.ts';
import { snapshots } from '../../../shared/text/catalogues/snapshots.ts';
import { type Handlers, Later, type ServiceContext } from '../context.ts';
import { type ExportSource, exportName } from '../exporting/exportOrder.ts';
import { exportStem } from '../exporting/exportStates.ts';
import { namedState, statesOf } from '../exporting/readStates.ts';
import { safeFileName } from '../fileNames.ts';
import { createPresetStore } from '../importing/presetStore.ts';
import { writeImported } from '../records/writeImported.ts';

// Readers and writers of other formats are loaded when they are first needed: starting must not wait for them.
const importing = () => import('../importing/importFile.ts');
const exporting = () => import('../exporting/exportFile.ts');

/** The values that were given: one that is left out must not hide the usual one. */
const defined = <T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;

const languageOf = (
  preferences: ServiceContext['preferences'],
  options: ServiceContext['options'],
): Language => preferences.read().language ?? (options.systemLocale.startsWith('zh') ? 'zh-CN' : 'en');

/** What an import can change. */
const imported = ['initiative', ...Object.values(subjectTables)] as const;

/**
 * Freezes a portfolio that holds anything before a list comes in; answers what runs the import, and takes the snapshot
 * away again where that fails.
 */
function snapshotBefore(
  session: ServiceContext['session'],
  file: string,
  at: string,
  language: Language,
): <T>(run: () => T) => T {
  const db = session.writing();
  const counts = countRecords(db);
  if (imported.every((table) => counts[table] === 0)) return (run) => run();
  const name = snapshots[language]['before.import'].replace('{{file}}', file).slice(0, 500);
  const made = createSnapshot(db, { name, note: '', by: session.author(), at });
  return (run) => {
    try {
      return run();
    } catch (error) {
      removeSnapshot(db, made.id);
      throw error;
    }
  };
}

/** The sentence of the step: what is new, and where the list met what is there, what it changed and retired. */
function importLabel(report: ImportReport): Label {
  const file = report.fileName.slice(0, 500);
  // Lists that came with it count like its own rows; what was joined to its initiatives does not.
  const lists = (report.tables ?? []).filter(({ taken }) => taken === true);
  const created = lists.reduce((sum, list) => sum + list.created, report.created);
  const updated = lists.reduce((sum, list) => sum + list.updated, report.updated);
  const retired = (report.vanished ?? []).filter((each) => each.retired).length;
  if (retired > 0) return { key: 'import.refreshRetired', params: { file, created, updated, retired } };
  // The plain sentence counts initiatives.
  if (updated > 0 || report.of !== undefined || created > report.created)
    return { key: 'import.refresh', params: { file, created, updated } };
  return { key: 'import', params: { file, count: created } };
}

/** Lists coming in and tables going out. */
export const exchangeHandlers = {
  'import.preview': async (input, { files, session, preferences, options }) => {
    const { path, name } = files.require(input.file);
    const others = (input.others ?? []).map((token) => files.require(token));
    const language = preferences.read().language ?? options.systemLocale;
    const records =
      session.openPath === null
        ? { ...emptyRecords(), portfolio: { portfolio: newPortfolio(name, usualCurrency(language)) } }
        : readRecords(session.reading());
    const { previewFile } = await importing();
    return previewFile({
      path,
      fileName: name,
      plan: input.plan,
      others,
      portfolio: records.portfolio.portfolio!,
      records,
    });
  },
  'import.run': (input, { files, session, jobs, now, preferences, options }) =>
    jobs.run(input.job, async (job) => {
      const { path, name } = files.require(input.file);
      const others = (input.others ?? []).map((token) => files.require(token));
      const db = session.writing();
      const { readImport } = await importing();
      const { changes, report, mapped, asItWas } = await readImport({
        path,
        fileName: name,
        plan: input.plan,
        others,
        records: readRecords(db),
        onProgress: (stage, done, total) => job.report(stage, done, total),
        isCancelled: () => job.isCancelled(),
      });
      job.check();
      const total = [...Object.values(changes.add), ...Object.values(changes.update)].reduce(
        (sum, records) => sum + records.length,
        0,
      );
      job.report('writing', 0, total);
      if (total === 0) return { report, changed: null };
      // Writing holds everything up: what it is must be told before.
      await nextTurn();
      job.check();
      const at = now().toISOString();
      const keep = snapshotBefore(session, report.fileName, at, languageOf(preferences, options));
      const changed = keep(() =>
        session.change(importLabel(report), (writer) => {
          writeImported(writer, changes);
          if (asItWas) return;
          // In the same step: undo takes the report with what it reports.
          writer.addAll('importReport', [
            {
              id: randomUUID(),
              at,
              by: session.author(),
              fileName: report.fileName.slice(0, 500),
              report: keptReport(
                report,
                mapped
                  ? presetOf(report.fileName.slice(0, 100), mapped.plan, mapped.headers, at, report.tables)
                  : null,
              ),
            },
          ]);
        }),
      );
      job.report('writing', total, total);
      return { report, changed };
    }),
  'import.paste': (input, { files }) => {
    const { token, path } = files.make(`${safeFileName(input.name)}.tsv`);
    writeFileSync(path, input.text);
    return { file: token, name: input.name, bytes: statSync(path).size };
  },
  'import.exportReport': async (input, { files, session, options, preferences }) => {
    const kept = readRecords(session.reading()).importReport[input.id];
    const report = kept && readKeptReport(kept.report);
    if (!kept || !report)
      throw new Failure('not_found', `there is no import report ${input.id}`, {
        params: { what: 'importReport' },
      });
    const stem = safeFileName(`${kept.fileName} - ${kept.at.slice(0, 10)}`);
    const suggestedName = `${stem}.${input.format}`;
    const { token, path } = files.make(suggestedName);
    if (input.format === 'json') writeFileSync(path, `${JSON.stringify(kept, null, 2)}\n`);
    else {
      const language = languageOf(preferences, options);
      const { csvText } = await exporting();
      writeFileSync(path, csvText(reportTable(report.report, language)));
    }
    return { file: token, suggestedName };
  },
  'preset.list': (_input, { options, log }) => {
    const { presets, problems } = createPresetStore(options.dataFolder, log).list();
    return { presets: [...presets], problems: [...problems] };
  },
  'preset.save': (input, { options, log, now }) => {
    const preset = { ...input, savedAt: now().toISOString() };
    createPresetStore(options.dataFolder, log).save(preset);
    return preset;
  },
  'preset.remove': (input, { options, log }) => {
    createPresetStore(options.dataFolder, log).remove(input.name);
    return {};
  },
  'export.name': (input, context) => ({ suggestedName: wantedExport(input, context).suggestedName }),
  'export.write': (input, context) => {
    const { files, session, jobs, options, now } = context;
    const { job: id, formats } = input;
    try {
      const db = session.reading();
      const { chosen, source, stem, suggestedName } = wantedExport(input, context);
      // A file that was moved or replaced underneath is still open: what was in it can be saved elsewhere.
      const states = db.isInPlace() ? null : statesOf(db, source);
      const { token, path } = files.make(suggestedName);
      return new Later(() =>
        jobs.run(id, async (job) => {
          const { runExport } = await import('../exporting/runExport.ts');
          const { leftOut, pagesLeftOut } = await runExport(
            {
              source,
              states,
              formats: [...new Set(formats)],
              options: chosen,
              stem,
              at: now().toISOString(),
              path,
              pictures: options.pictures ?? null,
            },
            options.exportThread ?? join(import.meta.dirname, '..', 'exporting', 'export.worker.ts'),
            job,
          );
          return {
            file: token,
            suggestedName,
            bytes: statSync(path).size,
            leftOut: [...leftOut],
            pagesLeftOut: { ...pagesLeftOut, pages: [...pagesLeftOut.pages] },
          };
        }),
      );
    } catch (error) {
      jobs.forget(id);
      throw error;
    }
  },
} satisfies Handlers<
  | 'import.preview'
  | 'import.run'
  | 'import.paste'
  | 'import.exportReport'
  | 'preset.list'
  | 'preset.save'
  | 'preset.remove'
  | 'export.name'
  | 'export.write'
>;

/** What is to be exported, with everything that was left out at its usual value, and what it is called. */
function wantedExport(
  input: MethodInput<'export.name'>,
  { session, options, preferences }: ServiceContext,
): {
  readonly chosen: ReportOptions;
  readonly source: ExportSource;
  /** Name of the files, without an ending. */
  readonly stem: string;
  readonly suggestedName: string;
} {
  const { formats } = input;
  const db = session.reading();
  const chosen = { ...usualOptions(languageOf(preferences, options)), ...defined(input.options ?? {}) };
  refuseHiding(formats, chosen);
  const hasPages = formats.some((format) => pageFormats.some((each) => each === format));
  const source = {
    file: db.path,
    snapshot: input.snapshot,
    scenario: input.scenario ?? null,
    storyboard: hasPages ? chosen.storyboard : null,
  };
  const stem = exportStem(basename(session.path(), extension), namedState(db, source), chosen);
  return { chosen, source, stem, suggestedName: exportName(stem, formats) };
}

/** JSON holds everything word for word: an export that should hide something must not leave it in there. */
function refuseHiding(formats: readonly ExportFormat[], { amounts, names }: ReportOptions): void {
  const whole = formats.filter((format) => wholeFormats.some((each) => each === format));
  if (whole.length === 0 || (amounts === 'shown' && names === 'shown')) return;
  throw new Failure(
    'invalid_input',
    `${whole.join(' and ')} holds everything, so nothing can be hidden in it`,
    {
      place: { field: amounts === 'hidden' ? 'options.amounts' : 'options.names' },
    },
  );
}
