import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** An element of a part, by its name with the prefix. */
export interface PartElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parents: readonly string[];
}

/** The elements of an XML part in their order. Throws for bytes that are no UTF-8, and for what XML does not allow. */
export function elementsOf(bytes: Uint8Array): readonly PartElement[] {
  const found: PartElement[] = [];
  const parents: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    found.push({ name, attributes: attributes as Record<string, string>, parents: [...parents] });
    parents.push(name);
  });
  parser.on('closetag', () => parents.pop());
  parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
  return found;
}

const isXml = (path: string): boolean => /\.(xml|rels)$/.test(path);

/** The part that a file of relationships belongs to; the package itself for the first one. */
const ownerOf = (path: string): string => path.replace(/_rels\/([^/]*)\.rels$/, '$1');

/**
 * What programs refuse or repair in a package of Office although the schema allows it: parts that are no XML, that are
 * related and missing, or there and of no type, related twice by one id or by none; and the same in workbooks inside.
 */
export function packageProblems(bytes: Uint8Array): readonly string[] {
  const files = unzipSync(bytes);
  const problems: string[] = [];
  const parts = new Map<string, readonly PartElement[]>();
  for (const [path, content] of Object.entries(files)) {
    if (path.endsWith('/')) continue;
    try {
      if (isXml(path)) parts.set(path, elementsOf(content));
    } catch (error) {
      problems.push(`${path}: ${String(error)}`);
    }
    if (path.endsWith('.xlsx')) problems.push(...packageProblems(content).map((each) => `${path}/${each}`));
  }
  const types = parts.get('[Content_Types].xml') ?? [];
  const named = new Set(types.flatMap(({ attributes }) => attributes.PartName ?? []));
  const endings = new Set(types.flatMap(({ attributes }) => attributes.Extension ?? []));
  for (const name of named) if (!files[name.slice(1)]) problems.push(`no part ${name}, which has a type`);
  for (const path of Object.keys(files))
    if (!path.endsWith('/') && !named.has(`/${path}`) && !endings.has(path.replace(/^.*\./, '')))
      problems.push(`no type for ${path}`);
  for (const [path, elements] of parts) {
    if (!path.endsWith('.rels')) continue;
    const owner = ownerOf(path);
    const ids = new Set<string>();
    for (const { name, attributes } of elements) {
      if (name !== 'Relationship') continue;
      const { Id = '', Target = '', TargetMode } = attributes;
      if (ids.has(Id)) problems.push(`${path}: two of ${Id}`);
      ids.add(Id);
      const target = posix
        .join(Target.startsWith('/') ? '' : posix.dirname(owner), Target)
        .replace(/^\//, '');
      if (TargetMode !== 'External' && !files[target]) problems.push(`${path}: no ${target}`);
    }
    for (const { name, attributes } of parts.get(owner) ?? [])
      for (const [key, id] of Object.entries(attributes))
        if (/^r:(id|embed|link|pict)$/.test(key) && id !== '' && !ids.has(id))
          problems.push(`${owner}: ${name} is related by ${id}, which is none`);
  }
  return problems;
}

/** What programs refuse or repair in the slides of a deck although the schema allows it. */
export function slideProblems(bytes: Uint8Array): readonly string[] {
  const files = unzipSync(bytes);
  return Object.keys(files)
    .filter((path) => /^ppt\/(slides|notesSlides|slideLayouts|slideMasters)\/[^/]+\.xml$/.test(path))
    .flatMap((path) => {
      const problems: string[] = [];
      const ids = new Set<string>();
      let [columns, cells] = [0, 0];
      for (const { name, attributes, parents } of elementsOf(files[path]!)) {
        const { id, val, cx, cy, x, y } = attributes;
        if (name === 'p:cNvPr') {
          if (ids.has(id!)) problems.push(`two shapes ${id}`);
          if (!/^[1-9]\d*$/.test(id!)) problems.push(`shape ${id}`);
          ids.add(id!);
        }
        if (name === 'a:srgbClr' && !/^[0-9A-Fa-f]{6}$/.test(val!)) problems.push(`colour ${val}`);
        for (const length of [cx, cy, x, y])
          if (length !== undefined && /^a:(ext|off|chExt|chOff)$/.test(name) && !/^-?\d+$/.test(length))
            problems.push(`${name} of ${length}`);
        if ((cx ?? cy)?.startsWith('-') || cy?.startsWith('-')) problems.push(`${name} of ${cx} by ${cy}`);
        if (name === 'a:tblGrid') columns = 0;
        if (name === 'a:gridCol') columns += 1;
        if (name === 'a:tr') cells = 0;
        if (name === 'a:tc') {
          cells += 1;
          if (cells > columns) problems.push(`more cells than the ${columns} columns of a table`);
        }
        if (name === 'a:tr' && !/^\d+$/.test(attributes.h!)) problems.push(`row of ${attributes.h}`);
        if (name === 'a:rPr' && !/^(en-US|zh-CN)$/.test(attributes.lang ?? 'en-US'))
          problems.push(`language ${attributes.lang}`);
        if (name === 'a:t' && parents.at(-1) !== 'a:r' && parents.at(-1) !== 'a:fld')
          problems.push(`words in ${parents.at(-1)}`);
      }
      return problems.map((problem) => `${path}: ${problem}`);
    });
}
