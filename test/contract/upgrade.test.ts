import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { backupFolder, listBackups } from '../../db/backup.ts';
import { fileVersion } from '../../db/migrate.ts';
import { schemaVersion } from '../../db/migrations/migrations.ts';
import { openForReading } from '../../db/open.ts';
import { services } from './support.ts';

const { make, folder } = services();
const oldest = fileURLToPath(new URL('../fixtures/golden/schema-10.throughline', import.meta.url));

function versionOf(path: string): number {
  const db = openForReading(path);
  try {
    return fileVersion(db);
  } finally {
    db.close();
  }
}

it('an old portfolio is backed up as it was before it is brought up to date', async () => {
  const path = join(folder(), 'old.throughline');
  copyFileSync(oldest, path);
  const test = make();
  const opened = await test.ok('portfolio.openChosen', { file: test.service.files.register(path) });
  expect(Object.keys(opened.records.initiative)).toContain('constructor');
  await test.ok('portfolio.close', {});
  expect(versionOf(path)).toBe(schemaVersion);
  const versions = listBackups(backupFolder(join(test.folder, 'Backups'), path)).map((backup) =>
    versionOf(backup.path),
  );
  expect(versions).toContain(10);
});

it('an old portfolio that is only read is brought up to date in a copy, and stays as it is', async () => {
  const path = join(folder(), 'old.throughline');
  copyFileSync(oldest, path);
  const test = make({ readOnly: true });
  const opened = await test.ok('portfolio.openChosen', { file: test.service.files.register(path) });
  expect(opened.readOnly).toBe('file_read_only');
  expect(Object.keys(opened.records.initiative)).toContain('constructor');
  expect(readFileSync(path).equals(readFileSync(oldest))).toBe(true);
});

it('no upgrade happens when the backup before it cannot be made', async () => {
  const path = join(folder(), 'old.throughline');
  copyFileSync(oldest, path);
  const test = make();
  // A file where the folder for backups should be.
  copyFileSync(oldest, join(test.folder, 'Backups'));
  await test.error('portfolio.openChosen', { file: test.service.files.register(path) });
  expect(versionOf(path)).toBe(10);
});
