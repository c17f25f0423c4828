import { spawnSync } from 'node:child_process';

/** Whether poppler's `pdfinfo` is here, or has to be, because nothing may be left out. */
export const hasPdfinfo =
  process.env.E2E_REQUIRED === '1' || spawnSync('pdfinfo', ['-v']).error === undefined;

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
  const { error, stdout, stderr } = spawnSync('pdfinfo', ['-enc', 'UTF-8', '-struct-text', '-'], {
    input: bytes,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
  if (error) throw error;
  if (stderr !== '') throw new Error(stderr);
  const top: Building = { type: '', text: '', attributes: [], children: [] };
  const open: Building[] = [top];
  for (const line of stdout.split('\n')) {
    const said = line.trimStart();
    const depth = (line.length - said.length) / 2;
    if (said === '') continue;
    if (said.startsWith('"')) open.at(-1)!.text += said.slice(1, -1);
    else if (said.startsWith('/')) open.at(-1)!.attributes.push(said);
    else {
      open.length = depth + 1;
      const element: Building = {
        type: /^\w+/.exec(said)?.[0] ?? said,
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
