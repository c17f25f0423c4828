import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { emptyRecords } from '../../../shared/domain/defaults.ts';
import { portfolioTables } from '../../../shared/exchange/csvTables.ts';
import { languages } from '../../../shared/text/area.ts';
import { replaceFile } from '../../core/portfolioFiles.ts';
import { findSnapshot } from '../findSnapshot.ts';
import { print, withPortfolio } from '../headless.ts';

export interface ExportOptions {
  readonly format: 'json' | 'csv' | 'analysis';
  readonly out: string;
  readonly snapshot?: string;
  readonly json?: true;
}

/** Writes a portfolio, or one of its snapshots, to a file; one that is there is replaced only when the new one is whole. */
export async function exportTables(file: string, options: ExportOptions): Promise<boolean> {
  const out = resolve(options.out);
  await withPortfolio(file, 'read', async ({ service, call }) => {
    const snapshot = options.snapshot === undefined ? null : (await findSnapshot(call, options.snapshot)).id;
    const made = await call('export.write', { format: options.format, snapshot, job: 'export' });
    const { path } = service.files.require(made.file);
    const initiativesOnly = options.format === 'csv' && out.endsWith('.csv');
    replaceFile(out, (part) =>
      initiativesOnly ? writeFileSync(part, initiativesOf(readFileSync(path))) : copyFileSync(path, part),
    );
  });
  const { size } = statSync(out);
  print(options.json, { format: options.format, out, bytes: size }, [`wrote ${out} (${size} bytes)`]);
  return true;
}

/** One CSV file cannot hold all tables: a name that ends in `.csv` asks for the initiatives alone. */
function initiativesOf(zip: Uint8Array): Uint8Array {
  const titles = languages.flatMap((language) =>
    portfolioTables(emptyRecords(), language)
      .filter(({ table }) => table === 'initiative')
      .map(({ title }) => `${title}.csv`),
  );
  const [content] = Object.values(unzipSync(zip, { filter: ({ name }) => titles.includes(name) }));
  if (!content) throw new Error('the export holds no table of initiatives');
  return content;
}
