import type { RecordWriter } from '../../../db/recordWriter.ts';
import { readReferring } from '../../../db/repositories/records.ts';
import { checkRecords } from '../../../shared/rules/recordRules.ts';

/** Checks everything that a change touched in the file by the rules of `checkRecords`; throws as it does. */
export function checkTouched(writer: RecordWriter): void {
  checkRecords(
    {
      isNew: (table, id) => writer.hasAdded(table, id),
      find: (table, id) => writer.find(table, id),
      referring: (table, reference, id) =>
        readReferring(writer.reader, table, reference, id).map(({ record }) => record),
    },
    writer.touched(),
  );
}
