import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parseAst } from 'vite';
import { projectRoot } from './projectRoot.ts';

/** One import of a source file: both ends as paths from the project's folder, or the package's name. */
export interface Import {
  readonly from: string;
  /** A file of ours (`shared/domain/time.ts`), a package (`d3-scale`) or a module of Node (`node:fs`). */
  readonly to: string;
  readonly typeOnly: boolean;
}

const sourceFolders = ['shared', 'db', 'electron', 'renderer'];

/** Every source file of the program, as paths from the project's folder with forward slashes. */
export function sourceFiles(): string[] {
  return sourceFolders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
      .map((name) => `${folder}/${name.split(sep).join('/')}`),
  );
}

/** Every static, re-exporting and dynamic import of a source file, types too. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(join(projectRoot, file), 'utf8');
  const program = parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' });
  const found: Import[] = [];
  visit(program, (node) => {
    const source = node.source as { value?: unknown } | null | undefined;
    if (typeof source?.value !== 'string') return;
    const typeOnly = node.importKind === 'type' || node.exportKind === 'type';
    found.push({ from: file, to: target(file, source.value), typeOnly });
  });
  return found;
}

function target(file: string, specifier: string): string {
  const plain = specifier.replace(/\?.*$/, '');
  if (plain.startsWith('.')) {
    const path = join(projectRoot, dirname(file), plain);
    return relative(projectRoot, path).split(sep).join('/');
  }
  if (plain.startsWith('node:')) return plain;
  return plain
    .split('/')
    .slice(0, plain.startsWith('@') ? 2 : 1)
    .join('/');
}

type Node = Readonly<Record<string, unknown>>;

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, see);
  else if (typeof value === 'object' && value !== null) {
    const node = value as Node;
    if (typeof node.type === 'string') see(node);
    for (const child of Object.values(node)) visit(child, see);
  }
}
