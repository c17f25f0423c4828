import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillNew, redo, undo } from '../../db/changes.ts';
import type { WriteDb } from '../../db/open.ts';
import { findOrigins } from '../../db/origins.ts';
import { historyState, lastDone, listEntries } from '../../db/repositories/history.ts';
import { readRecords } from '../../db/repositories/records.ts';
import { Failure } from '../../shared/contract/result.ts';
import type { Initiative } from '../../shared/domain/records.ts';
import { applyDiff } from '../../shared/history/diff.ts';
import {
  bytesOf,
  capability,
  change,
  contribution,
  create,
  initiative,
  phase,
  reopen,
  team,
  temporaryFolders,
  textOf,
} from './support.ts';

const temporary = temporaryFolders();
const open = () => temporary.keep(create(join(temporary.folder(), 'p.throughline')));

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Failure) return error.error.code;
    throw error;
  }
  throw new Error('it should have failed');
}

/** Three initiatives, the middle one with everything that can belong to one. */
function fill(db: WriteDb): void {
  change(db, 'fill', (writer) => {
    writer.add('team', team('t'));
    writer.add('capability', capability('c'));
    for (const id of ['a', 'b', 'z']) writer.add('initiative', initiative(id, { teamId: 't' }));
    writer.add('phase', phase('b1', 'b', { teamId: 't' }));
    writer.add('phase', phase('a1', 'a'));
    writer.add('phase', phase('b2', 'b'));
    writer.add('contribution', contribution('bc', 'b', 'c'));
    writer.add('dependency', { id: 'd', fromInitiativeId: 'a', toInitiativeId: 'b' });
  });
}

describe('a change', () => {
  it('is all or nothing', () => {
    const { db } = open();
    fill(db);
    const before = bytesOf(db);
    expect(() =>
      change(db, 'fails', (writer) => {
        writer.remove('initiative', 'b');
        writer.add('initiative', initiative('new'));
        throw new Error('in the middle');
      }),
    ).toThrow('in the middle');
    expect(bytesOf(db)).toBe(before);
    expect(historyState(db)).toEqual({ revision: 1, undo: { key: 'fill', params: {} }, redo: null });
  });

  it('that leaves everything as it was leaves no step', () => {
    const { db } = open();
    fill(db);
    const changed = change(db, 'nothing', (writer) => {
      const a = writer.find('initiative', 'a')!;
      writer.update('initiative', a, { ...a, name: 'other' } as typeof a);
      writer.update('initiative', { ...a, name: 'other' } as typeof a, a);
      writer.add('team', team('short-lived'));
      writer.remove('team', 'short-lived');
    });
    expect(changed).toEqual({ diff: {}, history: historyState(db) });
    expect(listEntries(db, 10)).toHaveLength(1);
  });

  it('names everything that goes with a removed initiative, and clears what only pointed at it', () => {
    const { db } = open();
    fill(db);
    const { diff } = change(db, 'remove', (writer) => {
      writer.remove('initiative', 'b');
      writer.remove('team', 't');
    });
    expect(Object.keys(diff.initiative?.removed ?? {})).toEqual(['b']);
    expect(Object.keys(diff.phase?.removed ?? {}).sort()).toEqual(['b1', 'b2']);
    expect(Object.keys(diff.contribution?.removed ?? {})).toEqual(['bc']);
    expect(Object.keys(diff.dependency?.removed ?? {})).toEqual(['d']);
    expect(diff.initiative?.updated.a?.[1].teamId).toBeNull();
    expect(Object.keys(diff.team?.removed ?? {})).toEqual(['t']);
  });

  it('is refused by the file when it breaks a reference that nobody checked', () => {
    const { db } = open();
    expect(() => change(db, 'orphan', (writer) => writer.add('phase', phase('p', 'nowhere')))).toThrow(
      /FOREIGN KEY/,
    );
    expect(readRecords(db).phase).toEqual({});
  });
});

describe('undo', () => {
  it('puts removed records back in their place, byte for byte, and tells a page the place', () => {
    const { db } = open();
    fill(db);
    const before = bytesOf(db);
    const page = readRecords(db);
    const removed = change(db, 'remove', (writer) => writer.remove('initiative', 'b'));
    const back = undo(db);
    expect(bytesOf(db)).toBe(before);
    expect(textOf(applyDiff(applyDiff(page, removed.diff), back.diff))).toBe(before);
    expect(back.diff.initiative?.places).toEqual({ b: 'z' });
    expect(back.diff.phase?.places).toEqual({ b1: 'a1' });
  });

  it('outlives closing and opening, and redo too', async () => {
    const path = join(temporary.folder(), 'p.throughline');
    const first = create(path);
    fill(first.db);
    const filled = bytesOf(first.db);
    change(first.db, 'remove', (writer) => writer.remove('initiative', 'b'));
    const removed = bytesOf(first.db);
    first.close();
    const second = await reopen(path);
    expect(bytesOf(second.db)).toBe(removed);
    undo(second.db);
    expect(bytesOf(second.db)).toBe(filled);
    second.close();
    const third = temporary.keep(await reopen(path));
    expect(historyState(third.db).redo?.key).toBe('remove');
    redo(third.db);
    expect(bytesOf(third.db)).toBe(removed);
  });

  it('has nothing to do at either end', () => {
    const { db } = open();
    expect(codeOf(() => undo(db))).toBe('nothing_to_undo');
    fill(db);
    expect(codeOf(() => redo(db))).toBe('nothing_to_redo');
    undo(db);
    expect(codeOf(() => undo(db))).toBe('nothing_to_undo');
    redo(db);
    expect(codeOf(() => redo(db))).toBe('nothing_to_redo');
  });

  it('drops what could be redone when something new is done', () => {
    const { db } = open();
    fill(db);
    change(db, 'one', (writer) => writer.add('team', team('one')));
    undo(db);
    const { history } = change(db, 'two', (writer) => writer.add('team', team('two')));
    expect(history.redo).toBeNull();
    expect(listEntries(db, 10).map(({ label }) => label.key)).toEqual(['two', 'fill']);
    expect(codeOf(() => redo(db))).toBe('nothing_to_redo');
  });

  it('raises the revision by one with every change, undo and redo', () => {
    const { db } = open();
    fill(db);
    expect(undo(db).history.revision).toBe(2);
    expect(redo(db).history.revision).toBe(3);
  });
});

it('what a new portfolio starts with is no step, and comes only into one that never changed', () => {
  const { db } = open();
  fillNew(db, (writer) => writer.add('team', team('first')));
  expect(Object.keys(readRecords(db).team)).toEqual(['first']);
  expect(historyState(db)).toMatchObject({ revision: 0, undo: null });
  change(db, 'second', (writer) => writer.add('team', team('second')));
  const before = bytesOf(db);
  expect(() => fillNew(db, (writer) => writer.add('team', team('third')))).toThrow(/never changed/);
  expect(bytesOf(db)).toBe(before);
  undo(db);
  expect(Object.keys(readRecords(db).team)).toEqual(['first']);
});

describe('a damaged step of the history', () => {
  const damage = (db: WriteDb, id: number) =>
    db.run(`UPDATE history_entry SET payload = CAST(x'6a7b7d' AS BLOB) WHERE id = ?`, id);

  it('is reported, passed over, and never tried again', () => {
    const { db } = open();
    fill(db);
    change(db, 'one', (writer) => writer.add('team', team('one')));
    change(db, 'two', (writer) => writer.add('team', team('two')));
    damage(db, 3);
    const before = bytesOf(db);
    expect(codeOf(() => undo(db))).toBe('history_entry_damaged');
    expect(bytesOf(db)).toBe(before);
    expect(lastDone(db)?.label.key).toBe('one');
    undo(db);
    expect(Object.keys(readRecords(db).team)).toEqual(['t', 'two']);
    expect(listEntries(db, 5).map(({ state }) => state)).toEqual(['damaged', 'undone', 'done']);
  });

  it('does not trap the steps before it that no longer fit', () => {
    const { db } = open();
    fill(db);
    change(db, 'rename', (writer) => {
      const a = writer.find('initiative', 'a')!;
      writer.update('initiative', a, { ...a, name: 'Renamed' } as typeof a);
    });
    change(db, 'remove', (writer) => writer.remove('initiative', 'a'));
    damage(db, 3);
    expect(codeOf(() => undo(db))).toBe('history_entry_damaged');
    // `a` is gone for good now: its renaming cannot be taken back, and says so instead of failing for ever.
    expect(codeOf(() => undo(db))).toBe('history_entry_damaged');
    expect(lastDone(db)?.label.key).toBe('fill');
    expect(codeOf(() => undo(db))).toBe('history_entry_damaged');
    expect(codeOf(() => undo(db))).toBe('nothing_to_undo');
    expect(Object.keys(readRecords(db).initiative)).toEqual(['b', 'z']);
  });
});

describe('adding many at once', () => {
  // 20 rows go into one statement: none, some and all of it, with columns that all, some or none of them fill.
  for (const count of [1, 19, 20, 21, 45]) {
    it(`writes ${count} records as they are, whatever they share`, () => {
      const { db } = open();
      const wanted = Array.from({ length: count }, (_, index) =>
        initiative(`n${index}`, {
          funded: true,
          overhead: index === 3,
          budget: index === count - 1 ? 5 : null,
          description: '{}',
          extra: index % 2 === 0 ? {} : { Remark: `row ${index}` },
        }),
      );
      change(db, 'many', (writer) => writer.addAll('initiative', wanted));
      expect(Object.values(readRecords(db).initiative)).toEqual(wanted);
      undo(db);
      expect(readRecords(db).initiative).toEqual({});
      redo(db);
      expect(Object.values(readRecords(db).initiative)).toEqual(wanted);
    });
  }

  it('keeps its places whatever else happens to them in the same change', () => {
    const { db } = open();
    fill(db);
    const before = bytesOf(db);
    const many = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => initiative(`n${from + index}`));
    change(db, 'many', (writer) => {
      writer.addAll('initiative', many(0, 5));
      writer.addAll('initiative', many(5, 8));
      writer.remove('initiative', 'n2');
      writer.remove('initiative', 'a');
      writer.addAll('initiative', [initiative('a', { name: 'Again' }), initiative('n2')]);
      const n4 = writer.find('initiative', 'n4')!;
      writer.update('initiative', n4, { ...n4, name: 'Changed' } as typeof n4);
    });
    const after = bytesOf(db);
    expect(Object.keys(readRecords(db).initiative)).toEqual([
      'a',
      'b',
      'z',
      'n0',
      'n1',
      'n2',
      'n3',
      'n4',
      'n5',
      'n6',
      'n7',
    ]);
    undo(db);
    expect(bytesOf(db)).toBe(before);
    redo(db);
    expect(bytesOf(db)).toBe(after);
  });
});

describe('what a change touched', () => {
  it('is told as it is now: added at once and then changed, added again, written over; not what is gone', () => {
    const { db } = open();
    fill(db);
    change(db, 'many', (writer) => {
      writer.addAll('initiative', [initiative('n0'), initiative('n1'), initiative('n2')]);
      expect([...writer.touched()].map(([, { id }]) => id)).toEqual(['n0', 'n1', 'n2']);
      const n1 = writer.find('initiative', 'n1')!;
      writer.update('initiative', n1, { ...n1, name: 'Changed' } as typeof n1);
      writer.remove('initiative', 'n0');
      const b = writer.find('initiative', 'b')!;
      writer.update('initiative', b, { ...b, name: 'Written over' } as typeof b);
      writer.remove('initiative', 'a');
      writer.add('initiative', initiative('a', { name: 'Again' }));
      const touched = [...writer.touched()].flatMap(([table, record]) =>
        table === 'initiative' ? [record as Initiative] : [],
      );
      expect(Object.fromEntries(touched.map(({ id, name }) => [id, name]))).toEqual({
        n1: 'Changed',
        n2: initiative('n2').name,
        b: 'Written over',
        a: 'Again',
      });
      expect(['n0', 'n1', 'n2', 'a', 'b'].map((id) => writer.hasAdded('initiative', id))).toEqual([
        false,
        true,
        true,
        false,
        false,
      ]);
    });
  });

  it('leaves no step where everything that was added is gone again', () => {
    const { db } = open();
    fill(db);
    const before = bytesOf(db);
    const { diff } = change(db, 'nothing', (writer) => {
      writer.addAll('initiative', [initiative('n0'), initiative('n1')]);
      writer.remove('initiative', 'n0');
      writer.remove('initiative', 'n1');
    });
    expect(diff).toEqual({});
    expect(bytesOf(db)).toBe(before);
  });
});

describe('the history of a large import', () => {
  it('stays small, and is undone and redone whole', () => {
    const { path, db } = open();
    change(db, 'import', (writer) =>
      writer.addAll(
        'initiative',
        Array.from({ length: 10_000 }, (_, index) =>
          initiative(`id-${index}`, { description: `row ${index} `.repeat(12) }),
        ),
      ),
    );
    const imported = bytesOf(db);
    const { size } = db.query('SELECT length(payload) AS size FROM history_entry').get() as { size: number };
    expect(size).toBeLessThan(200);
    const empty = undo(db);
    expect(Object.keys(empty.diff.initiative?.removed ?? {})).toHaveLength(10_000);
    expect(readRecords(db).initiative).toEqual({});
    redo(db);
    expect(bytesOf(db)).toBe(imported);
    expect(statSync(path).size).toBeGreaterThan(0);
  });
});

describe('origins', () => {
  it('name who set each field last, and skip what was undone', () => {
    const { db } = open();
    fill(db);
    change(db, 'rename', (writer) => {
      const a = writer.find('initiative', 'a')!;
      writer.update('initiative', a, { ...a, name: 'Renamed' } as typeof a);
    });
    change(db, 'budget', (writer) => {
      const a = writer.find('initiative', 'a')!;
      writer.update('initiative', a, { ...a, budget: 5 } as typeof a);
    });
    undo(db);
    const origins = findOrigins(db, 'initiative', 'a');
    expect(origins?.name?.label.key).toBe('rename');
    expect(origins?.budget?.label.key).toBe('fill');
    expect(origins?.budget?.by).toBe('Ada');
    expect(findOrigins(db, 'initiative', 'nobody')).toBeNull();
    expect(findOrigins(db, 'portfolio', 'portfolio')).toEqual({});
  });
});
