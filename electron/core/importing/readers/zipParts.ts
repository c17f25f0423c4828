import { pipeline, type Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Failure } from '../../../../shared/contract/result.ts';

/** More files than this no workbook holds. */
const MAX_ENTRIES = 10_000;
/** A part that unpacks to more than this is refused before it is unpacked. */
const MAX_PART_BYTES = 512 * 1024 * 1024;
/** Parts that unpack to more than this must not be packed more tightly than tables can be. */
const LARGE_PART_BYTES = 32 * 1024 * 1024;
const MAX_RATIO = 200;

/** Bytes that are unpacked at once. Each piece waits for a thread to take its turn: of 16 KB, a large sheet waits for thousands. */
const UNPACKED_AT_ONCE = 64 * 1024;
const [STORED, DEFLATED] = [0, 8];
/** The bytes of an entry as they lie in the archive. */
const AS_STORED = { decodeFileData: false } as const;

/** The parts of a zipped document, by their names; nothing is unpacked before it is read. */
export interface ZipParts {
  /** A part's name as it stands in the archive; case and the kind of slash do not count. Null when there is none. */
  find(name: string): string | null;
  /** The unpacked bytes of a part, piece by piece. Throws a Failure when the part is broken or bursts its limits. */
  read(name: string): AsyncGenerator<Uint8Array>;
}

const key = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

function tooLarge(fileName: string, part: string, bytes: number): Failure {
  return new Failure('file_too_large', `${fileName}: ${part} unpacks to ${bytes} bytes`, {
    params: { bytes, limit: MAX_PART_BYTES },
    place: { file: fileName },
  });
}

/** A `file_broken` failure that names the file and keeps the cause. */
export function broken(fileName: string, what: string, cause?: unknown): Failure {
  return new Failure('file_broken', `${fileName}: ${what}`, {
    place: { file: fileName },
    ...(cause === undefined ? {} : { cause }),
  });
}

/** Opens a zip archive from its directory. Throws file_broken, or file_too_large for one with absurdly many files. */
export async function openZip(bytes: Uint8Array, fileName: string): Promise<ZipParts> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let zip: ZipFile;
  const entries = new Map<string, Entry>();
  try {
    zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true });
    if (zip.entryCount > MAX_ENTRIES)
      throw new Failure('file_too_large', `${fileName} holds ${zip.entryCount} files`, {
        params: { limit: MAX_ENTRIES },
        place: { file: fileName },
      });
    for await (const entry of zip.eachEntry()) entries.set(key(entry.fileName), entry);
  } catch (cause) {
    throw cause instanceof Failure ? cause : broken(fileName, 'its zip directory is damaged', cause);
  }
  return {
    find: (name) => entries.get(key(name))?.fileName ?? null,
    async *read(name) {
      const entry = entries.get(key(name));
      if (!entry) throw broken(fileName, `${name} is missing`);
      if (entry.isEncrypted())
        throw new Failure('file_password', `${fileName} is encrypted`, { place: { file: fileName } });
      const { uncompressedSize: size, compressedSize } = entry;
      const tight = size > LARGE_PART_BYTES && size > compressedSize * MAX_RATIO;
      if (size > MAX_PART_BYTES || tight) throw tooLarge(fileName, name, size);
      try {
        let [sum, length] = [0, 0];
        for await (const chunk of unpacked(await zip.openReadStreamPromise(entry, AS_STORED), entry)) {
          sum = crc32(chunk, sum);
          length += chunk.length;
          if (length > size) break;
          yield chunk;
        }
        if (length !== size) throw broken(fileName, `${name} does not unpack to the size that it says`);
        // Bits that changed on the way can unpack to other text without any complaint.
        if (sum !== entry.crc32) throw broken(fileName, `${name} has changed since it was packed`);
      } catch (cause) {
        throw cause instanceof Failure ? cause : broken(fileName, `${name} cannot be unpacked`, cause);
      }
    },
  };
}

/** The bytes of an entry, piece by piece. Throws for one that is packed in a way that workbooks are not. */
function unpacked(stored: Readable, { compressionMethod }: Entry): AsyncIterable<Uint8Array> {
  if (compressionMethod === STORED) return stored;
  if (compressionMethod !== DEFLATED) {
    stored.destroy();
    throw new Error(`packed by method ${compressionMethod}`);
  }
  // What goes wrong is thrown to whoever reads what comes out.
  return pipeline(stored, createInflateRaw({ chunkSize: UNPACKED_AT_ONCE }), () => undefined);
}
