import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { redo, undo } from '../../db/changes.ts';
import type { RecordWriter } from '../../db/recordWriter.ts';
import { readRecords } from '../../db/repositories/records.ts';
import { applyChanges } from '../../electron/core/records/applyChanges.ts';
import type { Change } from '../../shared/contract/changes.ts';
import { Failure } from '../../shared/contract/result.ts';
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

// Few ids, so that changes meet: names of Object.prototype and numbers among them.
const ids = ['a', 'b', 'c', 'constructor', 'toString', '7', '42', '名'] as const;
const id = fc.constantFrom(...ids);
const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const money = fc.option(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ id, description: text, budget: money, team: fc.option(id) }).map(
    (given): Change => ({
      op: 'put',
      table: 'initiative',
      record: initiative(given.id, {
        description: given.description,
        budget: given.budget,
        teamId: given.team,
      }),
    }),
  ),
  id.map((own): Change => ({ op: 'put', table: 'team', record: team(own) })),
  fc
    .tuple(id, fc.option(id))
    .map(([own, parent]): Change => ({ op: 'put', table: 'capability', record: capability(own, parent) })),
  fc
    .tuple(id, id)
    .map(([own, parent]): Change => ({ op: 'put', table: 'phase', record: phase(own, parent) })),
  fc.tuple(id, id, id, fc.double({ min: 0, max: 1, noNaN: true })).map(
    ([own, from, to, weight]): Change => ({
      op: 'put',
      table: 'contribution',
      record: contribution(own, from, to, weight),
    }),
  ),
  fc
    .record({ id, extra: fc.dictionary(text, text) })
    .map(({ id: own, extra }): Change => ({ op: 'patch', table: 'initiative', id: own, values: { extra } })),
  fc
    .tuple(fc.constantFrom('team', 'initiative', 'capability', 'phase', 'contribution'), id)
    .map(([table, own]): Change => ({ op: 'remove', table: table as Change['table'], id: own })),
);

it('undoing everything gives the very first bytes, redoing everything the very last; pages follow every step', async () => {
  let refused = 0;
  let done = 0;
  for (const seed of [1, 2]) {
    const path = join(temporary.folder(), 'p.throughline');
    let file = create(path);
    const first = bytesOf(file.db);
    let page = readRecords(file.db);
    const states = [first];
    const steps = fc.sample(fc.array(anyChange, { minLength: 1, maxLength: 4 }), { numRuns: 1000, seed });
    for (const [index, changes] of steps.entries()) {
      const before = bytesOf(file.db);
      try {
        const changed = change(file.db, `step${index}`, (writer: RecordWriter) =>
          applyChanges(writer, changes),
        );
        page = applyDiff(page, changed.diff);
        if (Object.keys(changed.diff).length > 0) states.push(bytesOf(file.db));
        done += 1;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        refused += 1;
        expect(bytesOf(file.db)).toBe(before);
      }
      if (index % 9 === 8 && states.length > 3) {
        // A walk back and forth in between.
        page = applyDiff(page, undo(file.db).diff);
        page = applyDiff(page, undo(file.db).diff);
        expect(bytesOf(file.db)).toBe(states.at(-3));
        page = applyDiff(page, redo(file.db).diff);
        page = applyDiff(page, redo(file.db).diff);
      }
      expect(textOf(page)).toBe(bytesOf(file.db));
    }
    file.close();
    file = await reopen(path);
    for (const state of states.slice(0, -1).reverse()) {
      undo(file.db);
      expect(bytesOf(file.db)).toBe(state);
    }
    expect(bytesOf(file.db)).toBe(first);
    file.close();
    file = await reopen(path);
    for (const state of states.slice(1)) {
      redo(file.db);
      expect(bytesOf(file.db)).toBe(state);
    }
    file.close();
  }
  // The law would hold trivially if nearly everything were refused.
  expect(done).toBeGreaterThan(refused / 2);
}, 120_000);
