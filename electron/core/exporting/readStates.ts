import { openForReading, type ReadDb } from '../../../db/open.ts';
import { findPlaced, readRecords } from '../../../db/repositories/records.ts';
import { listSnapshots, readSnapshot } from '../../../db/snapshots.ts';
import type { ReportState, ReportStates } from '../../../shared/report/states.ts';
import { historyEntries } from '../records/historyEntries.ts';
import type { ExportSource } from './exportOrder.ts';
import { exportStates, lookedAt } from './exportStates.ts';

/** Steps of the history that a report looks at: more than its pages hold. */
const STEPS = 300;

/**
 * The states of an export as a file has them at one moment, whatever is written meanwhile. Throws what `exportStates`
 * throws.
 */
export function statesOf(db: ReadDb, { storyboard, ...wanted }: ExportSource): ReportStates {
  return db.atOnce(() =>
    exportStates(readRecords(db), wanted, storyboard, {
      steps: historyEntries(db, STEPS),
      snapshots: listSnapshots(db),
      read: (snapshot) => readSnapshot(db, snapshot),
    }),
  );
}

/** The same, by the path of the file. */
export function readStates(source: ExportSource): ReportStates {
  const db = openForReading(source.file);
  try {
    return statesOf(db, source);
  } finally {
    db.close();
  }
}

/** What an export is of and what that is called; empty for the plan, and for what is not there. */
export function namedState(
  db: ReadDb,
  wanted: Pick<ExportSource, 'snapshot' | 'scenario'>,
): Pick<ReportState, 'looked' | 'name'> {
  const looked = lookedAt(wanted);
  switch (looked.kind) {
    case 'plan':
      return { looked, name: '' };
    case 'scenario': {
      const found = findPlaced(db, 'scenario', looked.id)?.record;
      return { looked, name: found && 'name' in found ? String(found.name) : '' };
    }
    case 'snapshot':
      return { looked, name: listSnapshots(db).find(({ id }) => id === looked.id)?.name ?? '' };
  }
}
