import { existsSync } from 'node:fs';
import { join } from 'node:path';

// biome-ignore lint/suspicious/noControlCharactersInRegex: file names must not hold them
const refusedSigns = /[\\/:*?"<>|\u0000-\u001f\u007f]+/g;
// Windows keeps them for devices, whatever ending follows.
const reservedOnWindows = /^(con|conin\$|conout\$|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=\s*(\.|$))/i;
/** File systems take 255 bytes; a number, an ending and SQLite's own endings come on top. */
const mostBytes = 180;

/** A name that every file system takes, as near to `name` as can be. */
export function safeFileName(name: string): string {
  let clean = name.toWellFormed().replace(refusedSigns, ' ').replace(/\s+/g, ' ').trim();
  while (Buffer.byteLength(clean) > mostBytes) clean = [...clean].slice(0, -1).join('');
  clean = clean.replace(/^[.\s]+|[.\s]+$/g, '');
  if (clean === '') return 'Portfolio';
  return clean.replace(reservedOnWindows, '$1_');
}

/** A path in `folder` that no file has yet: `NAME.ext`, else `NAME 2.ext` and so on. */
export function freePath(folder: string, name: string, extension: string): string {
  const base = safeFileName(name);
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${number === 1 ? base : `${base} ${number}`}${extension}`);
    if (!existsSync(path)) return path;
  }
}
