import { setImmediate as nextTurn } from 'node:timers/promises';
import { SaxesParser } from 'saxes';
import { Failure } from '../../../../shared/contract/result.ts';
import { broken } from './zipParts.ts';

/** More characters without a tag than any cell or shared text has. */
export const MAX_TEXT = 8 * 1024 * 1024;
const MAX_DEPTH = 100;
/** Longest time without giving the event loop a turn, in milliseconds. */
export const TURN_MS = 12;

export type Attributes = Readonly<Record<string, string>>;

/** Hears the elements of an XML part in order; names come without their prefix. */
export interface XmlListener {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

export interface ScanOptions {
  readonly fileName: string;
  readonly part: string;
  /** Asked now and then; true ends the scan without an error. */
  readonly enough?: () => boolean;
  /** Called now and then; may throw to end the scan, as a cancelled import does. */
  readonly onTurn?: () => void;
}

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
};

/**
 * Reads XML as it arrives, without a tree and without any entity but the five of XML itself; a document type is
 * refused. Gives the event loop its turn. Throws file_broken for XML that is not well-formed, file_too_large for texts
 * or nesting beyond all reason.
 */
export async function scanXml(
  chunks: AsyncIterable<Uint8Array>,
  listener: XmlListener,
  options: ScanOptions,
): Promise<void> {
  const { fileName, part, enough = () => false, onTurn = () => undefined } = options;
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  const tooLarge = (): Failure =>
    new Failure('file_too_large', `${fileName}: ${part} holds texts or nesting beyond all reason`, {
      place: { file: fileName },
    });
  parser.on('error', (error) => {
    throw broken(fileName, `${part} is no well-formed XML`, error);
  });
  parser.on('doctype', () => {
    throw broken(fileName, `${part} declares a document type`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw tooLarge();
    listener.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    listener.close?.(localName(name));
  });
  if (listener.text) {
    const text = listener.text.bind(listener);
    parser.on('text', text);
    parser.on('cdata', text);
  }
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let sinceTag = 0;
  let turn = performance.now();
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: false });
    const text = decoder.decode(chunk, { stream: true });
    const tag = text.lastIndexOf('<');
    sinceTag = tag === -1 ? sinceTag + text.length : text.length - tag;
    if (sinceTag > MAX_TEXT) throw tooLarge();
    parser.write(text);
    if (enough()) return;
    if (performance.now() - turn > TURN_MS) {
      onTurn();
      await nextTurn();
      turn = performance.now();
    }
  }
  if (decoder) parser.write(decoder.decode());
  parser.close();
}

/** XML of office programs is UTF-8, or UTF-16 with a byte order mark. */
function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

const SLICE = 256 * 1024;

/** A text in pieces as bytes, so that reading takes turns as it does for a file that arrives. */
export async function* textPieces(text: string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + SLICE);
    // Never between the two halves of one character.
    const code = text.charCodeAt(end - 1);
    if (end < text.length && code >= 0xd800 && code <= 0xdbff) end -= 1;
    yield encoder.encode(text.slice(at, end));
    at = end;
  }
}
