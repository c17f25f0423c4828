import type { RecordWriter } from '../../../db/recordWriter.ts';
import { readReferring } from '../../../db/repositories/records.ts';
import { type RecordsDiff, tableDiffs } from '../../../shared/history/diff.ts';
import { checkRecords, type Touched } from '../../../shared/rules/recordRules.ts';

/** Checks everything that a change touched in the file by the rules of `checkRecords`; throws as it does. */
export function checkTouched(writer: RecordWriter): void {
  const diff = writer.diff();
  checkRecords(
    {
      isNew: (table, id) => Object.hasOwn(diff[table]?.added ?? {}, id),
      find: (table, id) => writer.find(table, id),
      referring: (table, reference, id) =>
        readReferring(writer.reader, table, reference, id).map(({ record }) => record),
    },
    touched(diff),
  );
}

function* touched(diff: RecordsDiff): Generator<Touched> {
  for (const [table, change] of tableDiffs(diff)) {
    for (const record of Object.values(change.added)) yield [table, record];
    for (const [, after] of Object.values(change.updated)) yield [table, after];
  }
}
