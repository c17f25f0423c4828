import { isUtf8 } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { detect } from 'chardet';
import iconv from 'iconv-lite';
import { Failure } from '../../../shared/contract/result.ts';

/** Lists larger than this are refused before they are read: the text of 150,000 rows with long descriptions fits. */
export const MAX_IMPORT_BYTES = 160 * 1024 * 1024;

export interface DecodedText {
  readonly text: string;
  /** The encoding by its usual name in lower case. */
  readonly encoding: string;
  /** Characters that stand for bytes which the encoding does not define. */
  readonly replaced: number;
  /** How many characters of a text in cp1252 were written in UTF-8, and the first of them; absent where none is. */
  readonly mixed?: { readonly count: number; readonly examples: string[] };
}

const SIGNATURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x25, 0x50, 0x44, 0x46],
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x1f, 0x8b],
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66],
  [0x52, 0x49, 0x46, 0x46],
  [0x42, 0x4d, 0x00],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x7f, 0x45, 0x4c, 0x46],
];
const BOMS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte);

/** Reads a whole file of at most `MAX_IMPORT_BYTES`. Fails with file_missing, file_unreadable, file_too_large or file_empty. */
export async function readBytes(path: string, fileName: string): Promise<Uint8Array> {
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(path, 'r');
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Failure(missing ? 'file_missing' : 'file_unreadable', `${fileName} cannot be opened`, {
      place: { file: fileName },
      cause,
    });
  }
  try {
    const stat = await handle.stat();
    if (!stat.isFile())
      throw new Failure('file_unreadable', `${fileName} is not a file`, { place: { file: fileName } });
    if (stat.size > MAX_IMPORT_BYTES)
      throw new Failure(
        'file_too_large',
        `${fileName} has ${stat.size} bytes; at most ${MAX_IMPORT_BYTES} are read`,
        {
          params: { bytes: stat.size, limit: MAX_IMPORT_BYTES },
          place: { file: fileName },
        },
      );
    const bytes = await readWhole(handle, stat.size);
    if (bytes.length === 0)
      throw new Failure('file_empty', `${fileName} is empty`, { place: { file: fileName } });
    return bytes;
  } finally {
    await handle.close();
  }
}

/** Bytes asked for at once. */
const PIECE = 16 * 1024 * 1024;

/** A file's bytes in memory of their own, which can be given back as soon as they are text. */
async function readWhole(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafeSlow(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await handle.read(bytes, length, Math.min(PIECE, size - length));
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

/** Gives back the memory of bytes that nobody needs any more; waiting for the collector would keep a second copy of every list. */
export function releaseBytes(bytes: Uint8Array): void {
  if (bytes.buffer instanceof ArrayBuffer) bytes.buffer.transfer(0);
}

/** UTF-16 without a byte order mark: in most texts every second byte is zero. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 4 || bytes.length % 2 !== 0) return null;
  let [even, odd] = [0, 0];
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const half = length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be';
  return null;
}

/** The encoding of bytes that are no strict UTF-8, by statistics; Chinese ones are read as GB18030, which holds the others. */
function guessLegacy(bytes: Uint8Array): string {
  const found = detect(bytes)?.toLowerCase() ?? 'windows-1252';
  if (found.startsWith('gb') || found === 'iso-2022-cn') return 'gb18030';
  if (found === 'big5' || found === 'shift_jis' || found === 'euc-jp' || found === 'euc-kr') return found;
  if (found === 'utf-8') return 'utf-8';
  // Lines that end in a carriage return alone come from the old Macintosh, whose letters stand elsewhere.
  if (/^windows-125[02]$|^iso-8859-[12]$/.test(found) && bytes.includes(13) && !bytes.includes(10))
    return 'macintosh';
  if (/^windows-125\d$|^koi8-r$/.test(found)) return found === 'windows-1252' ? 'cp1252' : found;
  // ISO 8859-1 lists come from programs that mean its superset; other parts of the standard are as they say.
  if (found === 'iso-8859-1' || !iconv.encodingExists(found) || found.startsWith('utf')) return 'cp1252';
  return found;
}

/** Signs at the beginning of a document of markup in which it says its encoding. */
const DECLARED_WITHIN = 4096;

/** The encoding that XML or a web page says it is in; null where it says none that is known. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1');
  if (!/^\s*</.test(start)) return null;
  const said =
    /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)/i.exec(start) ??
    /<meta\s[^>]*charset\s*=\s*["']?\s*([\w-]+)/i.exec(start);
  const name = said?.[1]?.toLowerCase();
  if (name === undefined || name.startsWith('utf') || !iconv.encodingExists(name)) return null;
  // As browsers do: pages that say the smaller sets are written in those that hold them.
  if (name === 'iso-8859-1' || name === 'us-ascii' || name === 'latin1') return 'cp1252';
  return name === 'gb2312' || name === 'gbk' ? 'gb18030' : name;
}

/** Characters of UTF-8 that Western lists have: letters with accents, typographic marks, the sign of the euro. */
const WITHIN = '[\\xc2\\xc3][\\x80-\\xbf]|\\xe2[\\x80\\x82][\\x80-\\xbf]';
const HAS_WITHIN = new RegExp(WITHIN);
const HIGH = new RegExp(`(${WITHIN})|[\\x80-\\xff]`, 'g');
const EXAMPLES = 3;

/**
 * Bytes of which some lines are UTF-8 and others cp1252, as files are that were put together: each character as it was
 * written. Null where none is UTF-8.
 */
function decodeMixed(bytes: Uint8Array): Required<Pick<DecodedText, 'text' | 'mixed'>> | null {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!HAS_WITHIN.test(raw)) return null;
  const high = iconv.decode(Buffer.from(Array.from({ length: 128 }, (_, at) => at + 128)), 'cp1252');
  let count = 0;
  const examples = new Set<string>();
  const text = raw.replace(HIGH, (found, within: string | undefined) => {
    if (within === undefined) return high[found.charCodeAt(0) - 128] ?? found;
    const character = Buffer.from(within, 'latin1').toString('utf8');
    count += 1;
    if (examples.size < EXAMPLES) examples.add(character);
    return character;
  });
  return { text, mixed: { count, examples: [...examples] } };
}

const countReplaced = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) count += 1;
  return count;
};

function binary(fileName: string): Failure {
  return new Failure('file_binary', `${fileName} is not a text file`, { place: { file: fileName } });
}

function decodeAs(bytes: Uint8Array, encoding: string, fileName: string): string {
  if (encoding === 'utf-8') return new TextDecoder('utf-8').decode(bytes);
  if (!iconv.encodingExists(encoding))
    throw new Failure('invalid_input', `unknown encoding ${encoding}`, {
      place: { file: fileName, field: 'encoding' },
    });
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
}

/**
 * Turns a file's bytes into text: by its byte order mark, as UTF-8 where every byte obeys it, as UTF-16 where the
 * zeros say so, as what markup says of itself, else by what the bytes look like (cp1252, also with UTF-8 in some lines,
 * GB18030 and their like). `wanted` overrules all but pictures and other binary files, which fail with file_binary. The
 * bytes are not to be used afterwards.
 */
export function decodeBytes(bytes: Uint8Array, fileName: string, wanted?: string): DecodedText {
  if (SIGNATURES.some((signature) => startsWith(bytes, signature))) throw binary(fileName);
  const obeysUtf8 = isUtf8(bytes);
  const named = wanted ?? BOMS.find(([, bom]) => startsWith(bytes, bom))?.[0];
  // English in UTF-16 is also valid UTF-8, full of zeros: so UTF-16 is looked for first.
  const encoding =
    named ??
    guessUtf16(bytes) ??
    (obeysUtf8 ? 'utf-8' : (declaredEncoding(bytes) ?? guessLegacy(bytes.subarray(0, 1024 * 1024))));
  const strict = encoding === 'utf-8' && obeysUtf8;
  // Also where cp1252 is asked for: a plan says how its list was read the first time.
  const mixed = encoding === 'cp1252' ? decodeMixed(bytes) : null;
  // Line ends are made one while they are bytes: as a text the list would need a second copy of itself.
  const text = mixed?.text ?? decodeAs(strict ? oneLineEnd(bytes) : bytes, encoding, fileName);
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (clean.includes('\0') || looksBinary(clean)) throw binary(fileName);
  if (clean.trim() === '')
    throw new Failure('file_empty', `${fileName} is empty`, { place: { file: fileName } });
  // A strict decode replaces nothing and gives no half of a surrogate pair; there U+FFFD is what the author wrote.
  if (strict) return { text: clean, encoding, replaced: 0 };
  const wellFormed = clean.isWellFormed() ? clean : clean.toWellFormed();
  const replaced = countReplaced(wellFormed);
  return { text: wellFormed, encoding, replaced, ...(mixed === null ? {} : { mixed: mixed.mixed }) };
}

const [LF, CR] = [10, 13];

/** The bytes with every line end a line feed, in their own memory. In UTF-8 no other character has such a byte. */
function oneLineEnd(bytes: Uint8Array): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = buffer.indexOf(CR);
  if (at === -1) return buffer;
  let to = at;
  while (at !== -1) {
    const from = at + 1;
    if (buffer[from] !== LF) {
      buffer[to] = LF;
      to += 1;
    }
    at = buffer.indexOf(CR, from);
    const end = at === -1 ? buffer.length : at;
    buffer.copyWithin(to, from, end);
    to += end - from;
  }
  return buffer.subarray(0, to);
}

/** Control characters that no text has, in more than one place of a thousand. */
function looksBinary(text: string): boolean {
  const length = Math.min(text.length, 8192);
  let controls = 0;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 26) controls += 1;
  }
  return controls > Math.max(2, length / 1000);
}
