import { decodeBytes } from '../decode.ts';
import { refuseDocument } from './otherFormats.ts';

/** Bytes of a text in which everything but plain characters is written =C3=A9 and lines end early in `=` (RFC 2045, 6.7). */
const unquoted = (body: string): Buffer =>
  Buffer.from(
    body
      .replace(/=[ \t]*\r?\n/g, '')
      .replace(/=([\dA-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );

/** The page that a part of an archive holds; null for a part that is none. */
function pageOf(part: string, fileName: string): string | null {
  const end = /\r?\n\r?\n/.exec(part);
  if (end === null) return null;
  // A header goes on in lines that are set in.
  const head = part.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ');
  const body = part.slice(end.index + end[0].length);
  if (!/^content-type:\s*text\/html/im.test(head) || body.trim() === '') return null;
  const coding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase();
  if (coding !== 'base64' && coding !== 'quoted-printable') return body;
  const bytes = coding === 'base64' ? Buffer.from(body, 'base64') : unquoted(body);
  return decodeBytes(bytes, fileName, /charset="?([\w-]+)/i.exec(head)?.[1]?.toLowerCase()).text;
}

/**
 * The pages of a web archive (.mht, RFC 2557), one behind the other: Excel writes a page for each sheet. Throws
 * file_other_office where it holds none.
 */
export function readArchivedPages(text: string, fileName: string): string {
  const boundary = /boundary="?([^"\r\n;]+)/i.exec(text.slice(0, 4096))?.[1];
  const parts = boundary === undefined ? [] : text.split(`--${boundary}`).slice(1);
  const pages = parts.flatMap((part) => pageOf(part, fileName) ?? []);
  if (pages.length === 0) throw refuseDocument(fileName);
  return pages.join('\n');
}
