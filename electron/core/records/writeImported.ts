import type { RecordWriter } from '../../../db/recordWriter.ts';
import { Failure } from '../../../shared/contract/result.ts';
import { type AnyRecord, tableNames } from '../../../shared/domain/records.ts';
import type { ImportChanges } from '../../../shared/exchange/mapTable.ts';
import { checkedRecord } from './applyChanges.ts';
import { checkTouched } from './recordRules.ts';

/** Writes what an import asks for, checked like every other change. Throws what `applyChanges` throws. */
export function writeImported(writer: RecordWriter, changes: ImportChanges): void {
  for (const table of tableNames) {
    for (const raw of (changes.add[table] ?? []) as readonly AnyRecord[]) {
      const record = checkedRecord(table, raw);
      writer.add(table, record);
    }
    for (const raw of (changes.update[table] ?? []) as readonly AnyRecord[]) {
      const record = checkedRecord(table, raw);
      const before = writer.find(table, record.id);
      if (!before)
        throw new Failure('not_found', `there is no ${table} ${record.id}`, { params: { what: table } });
      writer.update(table, before, record);
    }
  }
  checkTouched(writer);
}
