import { statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { extension } from '../../../db/portfolioFile.ts';
import { readRecords } from '../../../db/repositories/records.ts';
import { readSnapshot } from '../../../db/snapshots.ts';
import { emptyRecords, newPortfolio, usualCurrency } from '../../../shared/domain/defaults.ts';
import type { Handlers } from '../context.ts';
import { safeFileName } from '../fileNames.ts';
import { writeImported } from '../records/writeImported.ts';

// Readers and writers of other formats are loaded when they are first needed: starting must not wait for them.
const importing = () => import('../importing/importFile.ts');
const exporting = async () => ({
  ...(await import('../exporting/exportFile.ts')),
  ...(await import('../exporting/writeAnalysis.ts')),
});

const endings = { json: '.json', csv: ' CSV.zip', analysis: ' analysis.json' } as const;

/** Lists coming in and tables going out. */
export const exchangeHandlers = {
  'import.preview': async (input, { files, session, preferences, options }) => {
    const { path, name } = files.require(input.file);
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
      portfolio: records.portfolio.portfolio!,
      records,
    });
  },
  'import.run': (input, { files, session, jobs }) =>
    jobs.run(input.job, async (job) => {
      const { path, name } = files.require(input.file);
      const db = session.writing();
      const { readImport } = await importing();
      const { changes, report } = await readImport({
        path,
        fileName: name,
        plan: input.plan,
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
      const changed = session.change(
        { key: 'import', params: { file: name, count: report.created } },
        (writer) => writeImported(writer, changes),
      );
      job.report('writing', total, total);
      return { report, changed };
    }),
  'export.write': (input, { files, session, jobs, options, preferences, now }) =>
    jobs.run(input.job, async (job) => {
      const db = session.reading();
      const frozen = input.snapshot === null ? null : readSnapshot(db, input.snapshot);
      const records = frozen?.records ?? readRecords(db);
      const base = basename(session.path(), extension);
      const stem = safeFileName(frozen ? `${base} - ${frozen.snapshot.name}` : base);
      const suggestedName = stem + endings[input.format];
      const { token, path } = files.make(suggestedName);
      const { exportJson, exportCsvZip, writeAnalysis } = await exporting();
      if (input.format === 'analysis') {
        await writeAnalysis(path, records, {
          onProgress: (done, total) => job.report('computing', done, total),
          isCancelled: () => job.isCancelled(),
        });
      } else {
        const language =
          preferences.read().language ?? (options.systemLocale.startsWith('zh') ? 'zh-CN' : 'en');
        const content =
          input.format === 'json'
            ? exportJson(records, { exportedAt: now().toISOString() })
            : exportCsvZip(records, { language, at: now() });
        writeFileSync(path, content);
      }
      return { file: token, suggestedName, bytes: statSync(path).size };
    }),
} satisfies Handlers<'import.preview' | 'import.run' | 'export.write'>;
