import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { withLaterFields } from '../shared/domain/laterFields.ts';
import type { AnyRecord } from '../shared/domain/records.ts';
import { type TableName, tableNames } from '../shared/domain/records.ts';

const seqSchema = z.number().int().min(0);
const tableStepSchema = z.strictObject({
  live: z.array(z.tuple([seqSchema, seqSchema])),
  absent: z.array(
    z.tuple([seqSchema, z.custom<AnyRecord>((value) => typeof value === 'object' && value !== null)]),
  ),
  fields: z.record(z.string(), z.record(z.string(), z.tuple([z.unknown(), z.unknown()]))),
});

/**
 * What one step did to one table, in a form that can be played both ways. Records that the step brought in and that
 * are in the table now are named by ranges of places (`live`), so that an import of any size costs a few bytes;
 * records that are not there now are kept whole (`absent`). Playing the step swaps the two. `fields` holds
 * [before, after] of each changed field by record id.
 */
export type TableStep = z.infer<typeof tableStepSchema>;

const stepSchema = z.partialRecord(z.enum(tableNames as [TableName, ...TableName[]]), tableStepSchema);
export type Step = z.infer<typeof stepSchema>;

/** Below this many bytes a payload stays readable JSON; above, it is deflated. */
const deflateFrom = 2048;
/** The first byte tells how the rest is written. */
const plain = 0x6a;
const deflated = 0x7a;

/** A step as bytes with their check sum. */
export function encodeStep(step: Step): { payload: Uint8Array; crc32: number } {
  const json = Buffer.from(JSON.stringify(step), 'utf8');
  const body = json.length < deflateFrom ? json : deflateRawSync(json, { level: 1 });
  const payload = Buffer.concat([Buffer.of(json.length < deflateFrom ? plain : deflated), body]);
  return { payload, crc32: crc32(payload) };
}

/** The step in those bytes, or null when they are damaged. */
export function decodeStep(payload: Uint8Array, sum: number): Step | null {
  if (crc32(payload) !== sum) return null;
  try {
    const body = payload.subarray(1);
    const json = payload[0] === deflated ? inflateRawSync(body) : Buffer.from(body);
    const parsed = stepSchema.safeParse(JSON.parse(json.toString('utf8')));
    return parsed.success ? inTodaysForm(parsed.data) : null;
  } catch {
    // Whatever is wrong with the bytes, the answer is the same: this step cannot be played.
    return null;
  }
}

/** Records that an earlier program kept come back with the fields that came later. */
function inTodaysForm(step: Step): Step {
  for (const [table, own] of Object.entries(step)) {
    own.absent = own.absent.map(([seq, record]) => [seq, withLaterFields(table, record)]);
  }
  return step;
}

/** Places as ranges, both ends included; `seqs` must rise. */
export function toRanges(seqs: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const seq of seqs) {
    const last = ranges.at(-1);
    if (last && seq === last[1] + 1) last[1] = seq;
    else ranges.push([seq, seq]);
  }
  return ranges;
}
