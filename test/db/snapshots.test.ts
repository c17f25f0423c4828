import { join } from 'node:path';
import { expect, it } from 'vitest';
import { redo, undo } from '../../db/changes.ts';
import { listEntries } from '../../db/repositories/history.ts';
import { readRecords } from '../../db/repositories/records.ts';
import {
  createSnapshot,
  listSnapshots,
  readSnapshot,
  removeSnapshot,
  restoreSnapshot,
} from '../../db/snapshots.ts';
import {
  bytesOf,
  capability,
  change,
  contribution,
  create,
  initiative,
  phase,
  team,
  temporaryFolders,
} from './support.ts';

const temporary = temporaryFolders();
const intent = () => ({
  label: { key: 'snapshot.restore', params: {} },
  by: '',
  at: '2026-01-01T00:00:00.000Z',
});
const freeze = (db: Parameters<typeof createSnapshot>[0], name: string) =>
  createSnapshot(db, { name, note: 'why', by: 'Ada', at: '2026-01-01T00:00:00.000Z' });

function filled() {
  const file = temporary.keep(create(join(temporary.folder(), 'p.throughline')));
  change(file.db, 'fill', (writer) => {
    writer.add('team', team('t'));
    writer.add('capability', capability('c'));
    for (const id of ['a', 'b', 'z']) writer.add('initiative', initiative(id));
    writer.add('phase', phase('pa', 'a'));
    writer.add('phase', phase('pb', 'b'));
    writer.add('contribution', contribution('bc', 'b', 'c'));
  });
  return file;
}

it('a snapshot is put back byte for byte, in one step that can be undone', () => {
  const { db } = filled();
  const frozen = bytesOf(db);
  const snapshot = freeze(db, 'Before 之前');
  change(db, 'much', (writer) => {
    writer.remove('initiative', 'b');
    writer.add('initiative', initiative('new', { teamId: 't' }));
    const pa = writer.find('phase', 'pa')!;
    // The phase now hangs on an initiative that the snapshot does not have, which goes when it is restored.
    writer.update('phase', pa, { ...pa, initiativeId: 'new' } as typeof pa);
    const settings = writer.find('portfolio', 'portfolio')!;
    writer.update('portfolio', settings, { ...settings, currency: 'EUR' } as typeof settings);
  });
  const changed = bytesOf(db);
  const { diff } = restoreSnapshot(db, snapshot.id, intent);
  expect(bytesOf(db)).toBe(frozen);
  expect(diff.initiative?.places).toEqual({ b: 'z' });
  // Only what differs is written.
  expect(Object.keys(diff).sort()).toEqual(['contribution', 'initiative', 'phase', 'portfolio']);
  expect(listEntries(db, 9)).toHaveLength(3);
  undo(db);
  expect(bytesOf(db)).toBe(changed);
  redo(db);
  expect(bytesOf(db)).toBe(frozen);
});

it('a snapshot outlives undo, lists what it holds, and can be read and removed', () => {
  const { db } = filled();
  const snapshot = freeze(db, 'One');
  undo(db);
  expect(readRecords(db).initiative).toEqual({});
  expect(listSnapshots(db)).toEqual([snapshot]);
  expect(snapshot.counts).toMatchObject({ initiative: 3, phase: 2, team: 1, release: 0 });
  expect(Object.keys(readSnapshot(db, snapshot.id).records.initiative)).toEqual(['a', 'b', 'z']);
  removeSnapshot(db, snapshot.id);
  expect(listSnapshots(db)).toEqual([]);
  expect(() => removeSnapshot(db, snapshot.id)).toThrow(/no snapshot/);
  expect(() => readSnapshot(db, snapshot.id)).toThrow(/no snapshot/);
});

it('restoring a snapshot of the present state changes nothing and leaves no step', () => {
  const { db } = filled();
  const snapshot = freeze(db, 'Now');
  expect(restoreSnapshot(db, snapshot.id, intent).diff).toEqual({});
  expect(listEntries(db, 9)).toHaveLength(1);
});

it.each([
  ['its bytes', `UPDATE snapshot SET payload = x'00'`],
  ['its check sum', `UPDATE snapshot SET sha256 = '${'0'.repeat(64)}'`],
])('a snapshot with damage to %s is refused and changes nothing', (_what, statement) => {
  const { db } = filled();
  const snapshot = freeze(db, 'Broken');
  db.exec(statement);
  const before = bytesOf(db);
  expect(() => restoreSnapshot(db, snapshot.id, intent)).toThrow(/is damaged/);
  expect(bytesOf(db)).toBe(before);
});
