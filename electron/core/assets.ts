import { realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** A file of the built page: where it lies, and its media type. */
export interface Asset {
  readonly path: string;
  readonly type: string;
}

/** Every kind of file that the page's build makes; others are not served. */
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/**
 * The file under `root` that the path of an address names (`/` names index.html), or null: outside the folder,
 * also by a link, of a kind that we do not serve, or not there.
 */
export async function findAsset(root: string, pathname: string): Promise<Asset | null> {
  const relative = decode(pathname === '/' ? '/index.html' : pathname);
  if (relative === null) return null;
  const type = types[extname(relative).toLowerCase()];
  if (!type) return null;
  try {
    const folder = await realpath(root);
    const path = await realpath(join(folder, relative));
    if (!path.startsWith(folder + sep) || !(await stat(path)).isFile()) return null;
    return { path, type };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The decoded path, or null where it is malformed or holds what no file of ours has in its name. */
function decode(pathname: string): string | null {
  try {
    const decoded = decodeURIComponent(pathname);
    return /[\0\\:]/.test(decoded) ? null : decoded;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'EISDIR';
}
