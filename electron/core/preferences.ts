import { join } from 'node:path';
import { type Preferences, preferencesSchema } from '../../shared/contract/methods.ts';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';

const defaults: Preferences = { language: null, theme: 'system', userName: '' };

/** What the person likes, in `preferences.json` of the data folder. */
export interface PreferenceStore {
  read(): Preferences;
  write(values: Partial<Preferences>): Preferences;
}

/** Reads at each use: another window of the program may have written them. */
export function createPreferences(dataFolder: string, log: (line: string) => void): PreferenceStore {
  const path = join(dataFolder, 'preferences.json');
  const read = (): Preferences => readJsonFile(path, preferencesSchema, log) ?? defaults;
  return {
    read,
    write(values) {
      const next = preferencesSchema.parse({ ...read(), ...values });
      writeJsonFile(path, next);
      return next;
    },
  };
}
