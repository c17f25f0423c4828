import { inflateSync } from 'node:zlib';

/**
 * The texts of a PDF in the order they are painted, page by page, read the way a reader's copy command does it: glyphs
 * through each font's own table of characters. Reads what PDFKit writes: no object streams, two-byte glyphs.
 */
export function pdfTexts(bytes: Uint8Array): readonly string[] {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(id, body);
  const streamOf = (id: string): string => {
    const body = objects.get(id) ?? '';
    const start = body.indexOf('stream\n') + 'stream\n'.length;
    const content = Buffer.from(body.slice(start, body.lastIndexOf('\nendstream')), 'latin1');
    return body.includes('/FlateDecode')
      ? inflateSync(content).toString('latin1')
      : content.toString('latin1');
  };
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const body of objects.values()) {
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
      if (table !== undefined && !fonts.has(name)) fonts.set(name, charactersOf(streamOf(table)));
    }
  }
  const pages: string[] = [];
  for (const body of objects.values()) {
    if (!/\/Type \/Page\b(?!s)/.test(body)) continue;
    const contents = /\/Contents (\d+) 0 R/.exec(body)?.[1];
    if (contents !== undefined) pages.push(textOf(streamOf(contents), fonts));
  }
  return pages;
}

function charactersOf(cmap: string): ReadonlyMap<string, string> {
  const characters = new Map<string, string>();
  const decode = (hex: string): string =>
    (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
  for (const [, block = ''] of cmap.matchAll(/beginbfrange\s([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', , list = ''] of block.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
      let glyph = Number.parseInt(from, 16);
      for (const [, hex = ''] of list.matchAll(/<([0-9a-fA-F]*)>/g)) {
        characters.set(glyph.toString(16).padStart(4, '0'), decode(hex));
        glyph += 1;
      }
    }
  }
  return characters;
}

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> = new Map();
  let text = '';
  for (const [, name, array] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    else {
      for (const [, hex = ''] of (array ?? '').matchAll(/<([0-9a-fA-F]*)>/g))
        for (const glyph of hex.toLowerCase().match(/.{4}/g) ?? []) text += font.get(glyph) ?? '?';
      text += '\n';
    }
  }
  return text;
}
