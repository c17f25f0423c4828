import { Failure } from '../../../../shared/contract/result.ts';

/** Beginnings of files that hold no list, by what to say of them. */
const CONTAINERS = [
  { start: [0x50, 0x4b, 0x03, 0x04], kind: 'zip' },
  { start: [0x50, 0x4b, 0x05, 0x06], kind: 'zip' },
  { start: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], kind: 'compound' },
] as const;

/** What sort of container the bytes are, where they are one. */
export function containerOf(bytes: Uint8Array): 'zip' | 'compound' | null {
  const found = CONTAINERS.find(({ start }) => start.every((byte, index) => bytes[index] === byte));
  return found?.kind ?? null;
}

/**
 * What to tell of a compound file, which old and encrypted office documents are: the names of its streams, in UTF-16,
 * say which. Never answers without a failure.
 */
export function refuseCompound(bytes: Uint8Array, fileName: string): Failure {
  const place = { file: fileName };
  const holds = (name: string): boolean =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage'))
    return new Failure('file_password', `${fileName} is protected by a password: save it without one`, {
      place,
    });
  if (holds('Workbook') || holds('Book'))
    return new Failure('file_old_excel', `${fileName} is a workbook of Excel 97 to 2003: save it as .xlsx`, {
      place,
    });
  return new Failure(
    'file_other_office',
    `${fileName} is an office document of another kind: save it as .xlsx, .csv or XML`,
    { place },
  );
}

/** Whether a text is a document of markup, such as XML or a web page, instead of rows and columns. */
export const isMarkup = (text: string): boolean =>
  /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype|\?mso-application|[a-z][\w:.-]*[\s/>])/i.test(
    text.slice(0, 4096).replace(/^\s*<\?xml[^>]*\?>/, ''),
  );

/** Whether a text is a web page with its parts in one file, as Excel saves it as .mht. */
export const isMhtml = (text: string): boolean =>
  /^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*mime-version:/i.test(text.slice(0, 4096)) &&
  /multipart\/related/i.test(text.slice(0, 4096));

/** Whether a text is the database of Primavera P6, with its tables one below the other. */
export const isXer = (text: string): boolean => /^ERMHDR\t/.test(text);

/** What to tell of a document that holds no list and no project plan. */
export const refuseDocument = (fileName: string): Failure =>
  new Failure('file_other_office', `${fileName} is a document that holds no list or project plan`, {
    place: { file: fileName },
  });
