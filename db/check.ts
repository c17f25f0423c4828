import { Failure } from '../shared/contract/result.ts';
import type { TableName } from '../shared/domain/records.ts';
import { inspectDatabase, inspectRecords } from './inspect.ts';
import { fileVersion } from './migrate.ts';
import { schemaVersion } from './migrations/migrations.ts';
import type { ReadDb } from './open.ts';
import { openPortfolioFile } from './portfolioFile.ts';
import { historyState, unreadableSteps } from './repositories/history.ts';
import { countRecords } from './repositories/records.ts';
import { listSnapshots, readSnapshot } from './snapshots.ts';

/** How a portfolio file is. */
export interface CheckResult {
  readonly schemaVersion: number;
  readonly newestSchemaVersion: number;
  readonly revision: number;
  readonly records: Readonly<Record<TableName, number>>;
  readonly history: { readonly done: number; readonly undone: number; readonly damaged: number };
  readonly snapshots: readonly { readonly id: string; readonly name: string; readonly ok: boolean }[];
  /** In English; empty when all is well. */
  readonly problems: readonly string[];
}

/**
 * Looks at every page, index, record, step of the history and snapshot of a file, through a private copy. Throws what
 * `openPortfolioFile` throws when it cannot be opened at all.
 */
export async function checkPortfolio(path: string): Promise<CheckResult> {
  let found = schemaVersion;
  const file = await openPortfolioFile(path, {
    readOnly: true,
    beforeUpgrade: async (db) => {
      found = fileVersion(db);
    },
  });
  try {
    const { db } = file;
    const problems = [...integrityProblems(db)];
    const { counts, unreadable } = historyCounts(db);
    if (unreadable > 0) problems.push(`${unreadable} steps of the history cannot be read`);
    const snapshots = listSnapshots(db).map(({ id, name }) => ({ id, name, ok: isReadable(db, id) }));
    for (const { name, ok } of snapshots) if (!ok) problems.push(`the snapshot "${name}" is damaged`);
    return {
      schemaVersion: found,
      newestSchemaVersion: schemaVersion,
      revision: historyState(db).revision,
      records: countRecords(db),
      history: counts,
      snapshots,
      problems,
    };
  } finally {
    file.close();
  }
}

function integrityProblems(db: ReadDb): readonly string[] {
  const rows = db.query('SELECT integrity_check AS line FROM pragma_integrity_check').all() as {
    line: string;
  }[];
  const lines = rows.map(({ line }) => line).filter((line) => line !== 'ok');
  try {
    inspectDatabase(db);
    inspectRecords(db);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    lines.push(error.message);
  }
  return lines;
}

function historyCounts(db: ReadDb) {
  const rows = db.query('SELECT state, count(*) AS n FROM history_entry GROUP BY state').all() as {
    state: 'done' | 'undone' | 'damaged';
    n: number;
  }[];
  const counts = { done: 0, undone: 0, damaged: 0 };
  for (const { state, n } of rows) counts[state] = n;
  return { counts, unreadable: unreadableSteps(db) };
}

function isReadable(db: ReadDb, id: string): boolean {
  try {
    readSnapshot(db, id);
    return true;
  } catch (error) {
    if (error instanceof Failure && error.error.code === 'damaged_file') return false;
    throw error;
  }
}
