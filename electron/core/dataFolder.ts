import { resolve } from 'node:path';
import envPaths from 'env-paths';

/**
 * The folder for portfolios, preferences and backups, the same for every host: where the operating system keeps a
 * person's data, or `THROUGHLINE_HOME` where that is set.
 */
export function dataFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const home = environment.THROUGHLINE_HOME;
  return home ? resolve(home) : envPaths('Throughline', { suffix: '' }).data;
}
