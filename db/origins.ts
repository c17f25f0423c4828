import type { Label } from '../shared/domain/label.ts';
import type { TableName } from '../shared/domain/records.ts';
import { fieldColumns } from './columns.ts';
import type { ReadDb } from './open.ts';
import { stepsInForce } from './repositories/history.ts';
import { findPlaced } from './repositories/records.ts';

/** Who set a value, when, and in which step. */
export interface Origin {
  readonly by: string;
  readonly at: string;
  readonly label: Label;
}

/**
 * Who last set each field of a record; fields never changed since the record was added carry the step that added it.
 * A field that no step in force tells of (the file was made with it) is absent. Null when there is no such record.
 */
export function findOrigins(db: ReadDb, table: TableName, id: string): Record<string, Origin> | null {
  const placed = findPlaced(db, table, id);
  if (!placed) return null;
  const open = new Set(fieldColumns(table).map(({ field }) => field));
  const origins: Record<string, Origin> = {};
  for (const { entry, step } of stepsInForce(db)) {
    const own = step[table];
    if (!own) continue;
    const added = own.live.some(([low, high]) => placed.seq >= low && placed.seq <= high);
    const fields = added ? [...open] : Object.hasOwn(own.fields, id) ? Object.keys(own.fields[id]!) : [];
    for (const field of fields) {
      if (open.delete(field)) origins[field] = { by: entry.by, at: entry.at, label: entry.label };
    }
    if (open.size === 0) break;
  }
  return origins;
}
