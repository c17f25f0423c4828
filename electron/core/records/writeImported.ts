import type { RecordWriter } from '../../../db/recordWriter.ts';
import { Failure } from '../../../shared/contract/result.ts';
import { type AnyRecord, tableNames } from '../../../shared/domain/records.ts';
import type { ImportChanges } from '../../../shared/exchange/records/rowTarget.ts';
import { checkedRecord, wellFormedRecord } from './applyChanges.ts';
import { checkTouched } from './checkTouched.ts';

/**
 * Writes what an import asks for. Its records come from our own mapping, which gives what the schemas allow: the
 * file's constraints are the net below it, and everything between records is checked as for every other change.
 * Throws what `applyChanges` throws.
 */
export function writeImported(writer: RecordWriter, changes: ImportChanges): void {
  for (const table of tableNames) {
    const added = (changes.add[table] ?? []) as readonly AnyRecord[];
    if (added.length > 0)
      writer.addAll(
        table,
        changes.wellFormed ? added : added.map((record) => wellFormedRecord(table, record)),
      );
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
