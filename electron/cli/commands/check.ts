import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from '../../../shared/contract/result.ts';
import { dataFolder } from '../../core/dataFolder.ts';
import { backupsOf, inspectPortfolio } from '../../core/portfolioFiles.ts';
import { print, requireFile } from '../headless.ts';

/** Prints how a portfolio file is; false when something is wrong with it. The file is not written. */
export async function check(file: string, options: { readonly json?: true }): Promise<boolean> {
  const path = resolve(file);
  requireFile(path);
  const { folder, good, unreadable, problem } = backupsOf(path, dataFolder(process.env));
  const backups = {
    folder,
    good: good.map(({ ref, at, bytes, why, content }) => ({
      ref,
      at: at.toISOString(),
      bytes,
      why,
      initiatives: content.initiatives,
    })),
    unreadable,
    problem,
  };
  const base = { file: path, bytes: statSync(path).size };
  try {
    const found = await inspectPortfolio(path);
    const ok = found.problems.length === 0;
    print(options.json, { ok, ...base, ...found, error: null, backups }, [
      `${path}: ${ok ? 'in order' : 'NOT in order'}`,
      `schema ${found.schemaVersion}${found.schemaVersion === found.newestSchemaVersion ? '' : ` (newest is ${found.newestSchemaVersion}; it is brought up to date when it is opened)`}`,
      `records: ${Object.entries(found.records)
        .map(([table, count]) => `${table} ${count}`)
        .join(', ')}`,
      `history: ${found.history.done} steps to undo, ${found.history.undone} to redo, ${found.history.damaged} damaged`,
      `snapshots: ${found.snapshots.length}`,
      `backups: ${problem ?? `${good.length} good, ${unreadable} unreadable, in ${folder}`}`,
      ...found.problems.map((problem) => `problem: ${problem}`),
    ]);
    return ok;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (options.json) print(true, { ok: false, ...base, error: error.error, backups }, []);
    const offer = backups.good.length > 0 ? `; ${backups.good.length} good backups in ${folder}` : '';
    throw new Failure(error.error.code, `${error.message}${offer}`);
  }
}
