import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Told to a caller whose body is larger than a route takes. */
export class BodyTooLarge extends Error {
  readonly limitBytes: number;
  constructor(limitBytes: number) {
    super(`The body is larger than ${limitBytes} bytes`);
    this.name = 'BodyTooLarge';
    this.limitBytes = limitBytes;
  }
}

/** The body as text; throws `BodyTooLarge`, at once where the length is told. */
export async function readText(request: IncomingMessage, limitBytes: number): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of limited(request, limitBytes)) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** Writes the body to a file and answers its bytes; throws `BodyTooLarge`. Nothing stays behind when it fails. */
export async function writeBody(request: IncomingMessage, path: string, limitBytes: number): Promise<number> {
  const file = createWriteStream(path, { mode: 0o600 });
  try {
    await pipeline(limited(request, limitBytes), file);
    return file.bytesWritten;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

function limited(request: IncomingMessage, limitBytes: number): Readable {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw new BodyTooLarge(limitBytes);
  let bytes = 0;
  const limit = new Transform({
    transform(part: Buffer, _encoding, done) {
      bytes += part.length;
      if (bytes > limitBytes) done(new BodyTooLarge(limitBytes));
      else done(null, part);
    },
  });
  request.on('error', (error) => limit.destroy(error));
  request.on('aborted', () => limit.destroy(new Error('The sender went away')));
  return request.pipe(limit);
}
