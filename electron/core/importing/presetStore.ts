import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../../shared/contract/result.ts';
import { type ImportPreset, importPresetSchema } from '../../../shared/exchange/presets.ts';
import { readJsonFile, writeJsonFile } from '../jsonFile.ts';

/** Presets for imports in a folder of the person's data, one file each: a damaged one takes no other with it. */
export interface PresetStore {
  /** Presets by name; `problems` says in a line each which files were damaged and set aside just now. */
  list(): { readonly presets: readonly ImportPreset[]; readonly problems: readonly string[] };
  /** Keeps a preset, in place of one of the same name. */
  save(preset: ImportPreset): void;
  /** Throws `not_found` where there is none of that name. */
  remove(name: string): void;
}

const folderName = 'Import presets';
const ending = '.preset.json';

/** Reads at each use: another window may have written. `log` hears of damaged files. */
export function createPresetStore(dataFolder: string, log: (line: string) => void): PresetStore {
  const folder = join(dataFolder, folderName);
  // The name is in the file; a hash names the file, so that every name can be one and case does not matter on any disk.
  const pathOf = (name: string): string =>
    join(folder, `${createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, 24)}${ending}`);
  const files = (): string[] => {
    try {
      return readdirSync(folder).filter((file) => file.endsWith(ending));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  };
  return {
    list() {
      const problems: string[] = [];
      const presets = files().flatMap(
        (file) =>
          readJsonFile(join(folder, file), importPresetSchema, (line) => {
            problems.push(line);
            log(line);
          }) ?? [],
      );
      presets.sort((a, b) => a.name.localeCompare(b.name));
      return { presets, problems };
    },
    save: (preset) => writeJsonFile(pathOf(preset.name), preset),
    remove(name) {
      const path = pathOf(name);
      if (!files().some((file) => join(folder, file) === path))
        throw new Failure('not_found', `there is no import preset ${name}`, { params: { what: name } });
      rmSync(path);
    },
  };
}
