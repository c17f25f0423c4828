import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, deflateRawSync } from 'node:zlib';

/** What a zip says of one of its files: its bytes before they were packed, and their checksum. */
export interface PackedSize {
  readonly size: number;
  readonly crc: number;
}

const deflated = promisify(deflateRaw) as (
  data: Uint8Array,
  options: { level: number; finishFlush: number },
) => Promise<Uint8Array<ArrayBuffer>>;

/** Bytes that are packed in one go. */
const BLOCK = 1 << 19;
/** Blocks that are packed at once at most, so that no more than these are in memory. */
const PACKED_AT_ONCE = 8;
/** An empty last block, which ends a stream of packed blocks. */
export const LAST_BLOCK: Uint8Array<ArrayBuffer> = deflateRawSync(new Uint8Array(0));

/**
 * Pieces of a text as packed blocks, which make one stream (DEFLATE) when put side by side with `LAST_BLOCK` at the
 * end; answers what they were before. Blocks are packed while the next ones are made: Node's own compression takes a
 * tenth of the time that a package's takes on a hundred megabytes of cells, and runs in threads of its own.
 */
export async function* packed(
  pieces: Iterable<string>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, PackedSize, void> {
  let size = 0;
  let crc = 0;
  const packing: Promise<Uint8Array<ArrayBuffer>>[] = [];
  for (const bytes of blocksOf(pieces)) {
    size += bytes.length;
    crc = crc32(bytes, crc);
    packing.push(deflated(bytes, { level: 1, finishFlush: constants.Z_SYNC_FLUSH }));
    if (packing.length === PACKED_AT_ONCE) yield packing.shift()!;
  }
  yield* packing;
  return { size, crc };
}

/** Pieces of a text in blocks that are worth packing. */
function* blocksOf(pieces: Iterable<string>): Generator<Uint8Array, void> {
  let block = Buffer.allocUnsafe(BLOCK);
  let used = 0;
  for (const piece of pieces) {
    // A letter takes three bytes at most: four are two letters of a string.
    const most = piece.length * 3;
    if (used > 0 && used + most > block.length) {
      yield block.subarray(0, used);
      block = Buffer.allocUnsafe(BLOCK);
      used = 0;
    }
    if (most > block.length) yield Buffer.from(piece);
    else used += block.write(piece, used);
  }
  if (used > 0) yield block.subarray(0, used);
}
