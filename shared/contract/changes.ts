import { z } from 'zod';
import { idSchema } from '../domain/primitives.ts';
import type { AnyRecord, PortfolioRecords } from '../domain/records.ts';
import { type TableName, tableNames } from '../domain/records.ts';
import type { RecordsDiff } from '../history/diff.ts';

const tableSchema = z.enum(tableNames as [TableName, ...TableName[]]);

/**
 * One step of a change. `put` writes a whole record (new or not), `patch` some fields of an existing one,
 * `remove` deletes it and what belongs to it. The service checks values against the table's schema.
 */
export const changeSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('put'), table: tableSchema, record: z.record(z.string(), z.unknown()) }),
  z.strictObject({
    op: z.literal('patch'),
    table: tableSchema,
    id: idSchema,
    values: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({ op: z.literal('remove'), table: tableSchema, id: idSchema }),
]);
export type Change = z.infer<typeof changeSchema>;

const tableDiffSchema = z.strictObject({
  added: z.record(z.string(), z.custom<AnyRecord>()),
  updated: z.record(z.string(), z.tuple([z.custom<AnyRecord>(), z.custom<AnyRecord>()])),
  removed: z.record(z.string(), z.custom<AnyRecord>()),
  places: z.record(z.string(), z.string()).optional(),
});
/** The shape of `RecordsDiff`; records inside it were checked when they were written. */
export const recordsDiffSchema: z.ZodType<RecordsDiff> = z.partialRecord(
  tableSchema,
  tableDiffSchema,
) as unknown as z.ZodType<RecordsDiff>;

/** Record maps as read from a file; every record was checked by its table's schema on the way in. */
export const portfolioRecordsSchema = z.custom<PortfolioRecords>(
  (value) =>
    typeof value === 'object' && value !== null && tableNames.every((name) => Object.hasOwn(value, name)),
);
