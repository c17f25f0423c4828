import { randomUUID } from 'node:crypto';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** Ids that share one random beginning (58 random bits); their last four hexadecimal digits count. */
const RUN = 0x10000;

/**
 * Ids for records that are written one after another: UUIDs of version 7 (RFC 9562, 6.2 method 1) whose order is the
 * order of making. The file's index of ids then grows at its end, where each random id would touch another page of it.
 */
export function createRecordIds(now: () => number = Date.now): () => string {
  let start = '';
  /** The beginning that the next 256 share, made once for all of them. */
  let block = '';
  let time = 0;
  let count = RUN;
  return () => {
    if (count === RUN) {
      // Two beginnings in one millisecond would be in no order.
      time = Math.max(now(), time + 1);
      const hex = time.toString(16).padStart(12, '0');
      start = `${hex.slice(0, 8)}-${hex.slice(8)}-7${randomUUID().slice(15, 32)}`;
      count = 0;
    }
    if ((count & 0xff) === 0) block = `${start}${HEX[count >> 8]}`;
    const id = block + HEX[count & 0xff];
    count += 1;
    return id;
  };
}
