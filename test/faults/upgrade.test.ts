import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { backupFolder, listBackups } from '../../db/backup.ts';
import { readBackupContent } from '../../db/backupContent.ts';
import { type Migration, migrations } from '../../db/migrations/migrations.ts';
import { services } from '../contract/support.ts';
import { expectSaid } from './support.ts';

const { make, folder } = services();
const oldest = fileURLToPath(new URL('../fixtures/golden/schema-10.throughline', import.meta.url));
const last = migrations.at(-1)!;

const failing: { readonly [how: string]: Migration['up'] } = {
  'throws half way': (db) => {
    db.exec('CREATE TABLE half_done (id TEXT) STRICT; DELETE FROM phase;');
    throw new Error('the step broke off');
  },
  'breaks a reference': (db) => {
    last.up(db);
    db.exec(
      `PRAGMA defer_foreign_keys = ON; DELETE FROM initiative WHERE id IN (SELECT initiative_id FROM phase)`,
    );
  },
  'loses the settings': (db) => {
    last.up(db);
    db.exec('DELETE FROM portfolio');
  },
};

it.each(Object.keys(failing))(
  'an upgrade that %s leaves the file as it was, says so, and keeps a backup',
  async (how) => {
    const path = join(folder(), 'old.throughline');
    copyFileSync(oldest, path);
    const broken = migrations.map((step) => (step === last ? { ...step, up: failing[how]! } : step));
    const test = make({ migrations: broken });
    const file = test.service.files.register(path);
    const error = await test.error('portfolio.openChosen', { file });
    expectSaid(error, 'upgrade_failed');
    expect(error.place).toEqual({ file: 'old.throughline' });
    expect(readFileSync(path).equals(readFileSync(oldest))).toBe(true);
    expect(readdirSync(dirname(path))).toEqual(['old.throughline']);
    const backups = listBackups(backupFolder(join(test.folder, 'Backups'), path));
    expect(backups).toMatchObject([{ why: 'upgrade' }]);
    expect(readBackupContent(backups[0]!)).toMatchObject({ initiatives: expect.any(Number) });
    // The program that can do it still can.
    const mended = make();
    const opened = await mended.ok('portfolio.openChosen', { file: mended.service.files.register(path) });
    expect(Object.keys(opened.records.initiative)).toContain('constructor');
  },
);

it('a later step that fails takes the steps before it back too', async () => {
  const path = join(folder(), 'old.throughline');
  copyFileSync(oldest, path);
  const after: Migration = {
    version: last.version,
    name: 'more',
    up: (db) => {
      last.up(db);
      throw new Error('full stop');
    },
  };
  const between: Migration = {
    version: last.version - 1,
    name: 'between',
    up: (db) => db.exec('CREATE TABLE between_two (id TEXT) STRICT'),
  };
  const steps = [...migrations.slice(0, -1), between, after];
  const test = make({ migrations: steps });
  const error = await test.error('portfolio.openChosen', { file: test.service.files.register(path) });
  expectSaid(error, 'upgrade_failed');
  expect(readFileSync(path).equals(readFileSync(oldest))).toBe(true);
});
