import { spawnSync } from 'node:child_process';

/** Whether poppler is here to read PDFs with; where it is not, a line says what is not run. `.ci/run` installs it. */
export const hasPoppler = spawnSync('pdfinfo', ['-v']).error === undefined;
if (!hasPoppler && process.env.CI) throw new Error('no poppler to read PDFs with: .ci/run installs it');
if (!hasPoppler)
  console.log('What other programs read in PDFs was NOT looked at: there is no pdfinfo (poppler).');

/** What one of poppler's programs says of a PDF. Throws where it has something to complain about. */
function said(program: string, options: readonly string[], bytes: Uint8Array): string {
  const { error, stdout, stderr } = spawnSync(program, ['-enc', 'UTF-8', ...options], {
    input: bytes,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
  if (error) throw error;
  if (stderr !== '') throw new Error(stderr);
  return stdout;
}

/** The text of each page. */
export const pdfPages = (bytes: Uint8Array): readonly string[] =>
  said('pdftotext', ['-', '-'], bytes).split('\f').slice(0, -1);

/** An element of a PDF's structure, with the text that stands directly in it. */
export interface PdfElement {
  readonly type: string;
  readonly text: string;
  /** As poppler writes them, such as `/Scope /Column`. */
  readonly attributes: readonly string[];
  readonly children: readonly PdfElement[];
}

interface Building extends PdfElement {
  text: string;
  readonly attributes: string[];
  readonly children: Building[];
}

/** The elements of a PDF's structure, as poppler reads them. Throws where it has something to complain about. */
export function pdfStructure(bytes: Uint8Array): readonly PdfElement[] {
  const top: Building = { type: '', text: '', attributes: [], children: [] };
  const open: Building[] = [top];
  for (const line of said('pdfinfo', ['-struct-text', '-'], bytes).split('\n')) {
    const words = line.trimStart();
    const depth = (line.length - words.length) / 2;
    if (words === '') continue;
    if (words.startsWith('"')) open.at(-1)!.text += words.slice(1, -1);
    else if (words.startsWith('/')) open.at(-1)!.attributes.push(words);
    else {
      open.length = depth + 1;
      const element: Building = {
        type: /^\w+/.exec(words)?.[0] ?? words,
        text: '',
        attributes: [],
        children: [],
      };
      open.at(-1)!.children.push(element);
      open.push(element);
    }
  }
  return top.children;
}
