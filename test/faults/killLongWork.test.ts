import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { backUp, backupFolder, listBackups } from '../../db/backup.ts';
import { readBackupContent } from '../../db/backupContent.ts';
import { undo } from '../../db/changes.ts';
import { readRecords } from '../../db/repositories/records.ts';
import { listSnapshots, readSnapshot } from '../../db/snapshots.ts';
import { label, services } from '../contract/support.ts';
import { bytesOf, reopen, textOf, type WritablePortfolio } from '../db/support.ts';
import { type HostProcess, ok, startDesktopService } from './hosts.ts';
import { put } from './support.ts';

const { make } = services();
/** For each kind of work. */
const kills = Math.ceil(Number(process.env.KILLS ?? 40) / 20);

/** A closed portfolio of some size. */
async function prepared() {
  const test = make();
  const made = await test.ok('portfolio.create', { name: 'Plan', currency: 'USD' });
  const changes = Array.from({ length: 500 }, (_, index) => put(`i${index}`, 2000));
  await test.ok('records.change', { label, changes });
  await test.service.close();
  const path = join(made.folder, made.fileName);
  return {
    home: test.folder,
    path,
    ref: made.ref,
    backups: backupFolder(join(test.folder, 'Backups'), path),
  };
}

/** What the work left in the portfolio and beside it. Throws where that is neither nothing nor all of it. */
type Look = (file: WritablePortfolio, before: string, backups: string) => Promise<'nothing' | 'all'>;

const lookAtImport: Look = async ({ db }, before) => {
  if (bytesOf(db) === before) return 'nothing';
  expect(Object.keys(readRecords(db).initiative)).toHaveLength(3500);
  undo(db);
  expect(bytesOf(db)).toBe(before);
  return 'all';
};

const lookAtSnapshots: Look = async ({ db }, before) => {
  const snapshots = listSnapshots(db);
  for (const { id } of snapshots) expect(textOf(readSnapshot(db, id).records)).toBe(before);
  expect(bytesOf(db)).toBe(before);
  return snapshots.length === 0 ? 'nothing' : 'all';
};

const lookAtBackups: Look = async ({ db }, before, folder) => {
  const found = listBackups(folder);
  // One is there already, of when the portfolio was closed. Half a backup has a name that nobody takes for a whole one.
  for (const backup of found) expect(readBackupContent(backup)).toMatchObject({ initiatives: 500 });
  expect(bytesOf(db)).toBe(before);
  await backUp(db, folder, new Date(), 'upgrade');
  expect(readdirSync(folder).every((name) => name.endsWith('.throughline'))).toBe(true);
  return found.length === 1 ? 'nothing' : 'all';
};

const rows = Array.from({ length: 3000 }, (_, index) => `Row ${index}\t${index * 10}\t${'y'.repeat(200)}`);
const text = ['Name\tBudget\tDescription', ...rows].join('\n');

const works: readonly (readonly [
  what: string,
  begin: (host: HostProcess) => Promise<unknown>,
  look: Look,
])[] = [
  [
    'an import',
    async (host) => {
      const { file } = await ok(host, 'import.paste', { text, name: 'list' });
      return ok(host, 'import.run', { file, plan: {}, job: 'job' });
    },
    lookAtImport,
  ],
  ['a snapshot', (host) => ok(host, 'snapshot.create', { name: 'S', note: '' }), lookAtSnapshots],
  ['a backup', (host) => ok(host, 'backup.make', {}), lookAtBackups],
];

it.each(works)(
  `${kills} kills in the middle of %s leave nothing or all of it`,
  async (_what, begin, look) => {
    const left: string[] = [];
    let wholeMs = 0;
    for (let round = -1; round < kills; round += 1) {
      const { home, path, ref, backups } = await prepared();
      const host = await startDesktopService(home);
      await ok(host, 'portfolio.open', { ref });
      // A backup is made only of what changed.
      await ok(host, 'records.change', { label, changes: [put('i0', 1)] });
      const before = textOf((await ok(host, 'portfolio.current', {}))!.records);
      const begun = performance.now();
      const working = begin(host).then(
        () => 'done',
        () => 'killed',
      );
      // The first round is not cut short: it says how long the work takes, and must leave all of it.
      if (round < 0) {
        expect(await working).toBe('done');
        wholeMs = performance.now() - begun;
      } else await pause((wholeMs * (round + 0.5)) / kills);
      await host.kill();
      const acknowledged = (await working) === 'done';
      const file = await reopen(path);
      try {
        expect(file.db.pragmaValue('integrity_check')).toBe('ok');
        const found = await look(file, before, backups);
        if (acknowledged) expect(found).toBe('all');
        left.push(found);
      } finally {
        file.close();
      }
    }
    expect(left[0]).toBe('all');
    expect(left).toContain('nothing');
  },
  300_000,
);
