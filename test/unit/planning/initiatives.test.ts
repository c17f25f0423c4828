import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { undo } from '../../../db/changes.ts';
import { readRecords } from '../../../db/repositories/records.ts';
import { applyChanges } from '../../../electron/core/records/applyChanges.ts';
import type { Change } from '../../../shared/contract/changes.ts';
import { newHandoff } from '../../../shared/domain/planningDefaults.ts';
import { type AnyRecord, type PortfolioRecords, tableNames } from '../../../shared/domain/records.ts';
import {
  deleteInitiatives,
  duplicateInitiatives,
  initiativeTables,
  partsOf,
  retireInitiatives,
  tagOverhead,
} from '../../../shared/planning/initiatives.ts';
import { mergeInitiatives } from '../../../shared/planning/initiativesMerge.ts';
import type { Planned } from '../../../shared/planning/planned.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import { change, create, temporaryFolders } from '../../db/support.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';
import { ids, newId, somePortfolio } from './initiativesSample.ts';

const temporary = temporaryFolders();
const someIds = fc.subarray([...ids], { minLength: 1 });
const copyName = (name: string): string => `Copy of ${name}`;

function done<D>(planned: Planned<D>): { readonly ok: true; readonly changes: readonly Change[] } & D {
  if (!planned.ok) throw new Error(`refused: ${planned.reason}`);
  return planned;
}

const shareSum = (
  records: PortfolioRecords,
  table: 'contribution' | 'outcomeLink' | 'segmentLink',
  id: string,
) =>
  Object.values(records[table])
    .filter(({ initiativeId }) => initiativeId === id)
    .reduce((sum, { weight }) => sum + weight, 0);

describe('duplicating', () => {
  test('copies all parts but the people of teams, and touches nothing that was there', () => {
    fc.assert(
      fc.property(somePortfolio, someIds, (records, chosen) => {
        const copy = done(duplicateInitiatives(records, chosen, copyName, newId));
        const after = withChanges(records, copy.changes);
        for (const table of tableNames)
          for (const [id, record] of Object.entries(records[table])) expect(after[table][id]).toBe(record);
        chosen.forEach((id, at) => {
          const copyId = copy.ids[at]!;
          expect(after.initiative[copyId]).toEqual({
            ...records.initiative[id],
            id: copyId,
            name: `Copy of ${id}`,
            externalId: null,
          });
          for (const table of initiativeTables) {
            const bare = (of: string) =>
              partsOf(after, table, new Set([of])).map(({ id: _id, initiativeId: _of, ...rest }) => ({
                ...rest,
                phaseId: undefined,
              }));
            expect(bare(copyId)).toEqual(table === 'allocation' ? [] : bare(id));
          }
        });
        // A copied handoff leads into the copied phase of the same place.
        for (const row of Object.values(after.handoff)) {
          if (row.phaseId !== null) expect(after.phase[row.phaseId]?.initiativeId).toBe(row.initiativeId);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a copied handoff leads into the copied phase, nothing keeps the id of another program, and all is counted', () => {
    const records = recordsOf({
      initiative: [initiative('a', { externalId: 'JIRA-1' })],
      phase: [phase('p', 'a', 0, { externalId: 'JIRA-2' }), phase('q', 'a', 1)],
      handoff: [{ ...newHandoff('h', 'a', 0), phaseId: 'q' }, newHandoff('i', 'a', 1)],
      dependency: [{ id: 'd', fromInitiativeId: 'a', toInitiativeId: 'b' }],
    });
    const copy = done(duplicateInitiatives(records, ['a', 'a', 'gone'], copyName, newId));
    expect(copy).toMatchObject({ ids: [expect.any(String)], parts: { phase: 2, handoff: 2, dependency: 1 } });
    const [id] = copy.ids;
    const after = withChanges(records, copy.changes);
    const phases = Object.values(after.phase).filter(({ initiativeId }) => initiativeId === id);
    const handoffs = Object.values(after.handoff).filter(({ initiativeId }) => initiativeId === id);
    expect(handoffs.map(({ phaseId }) => phaseId)).toEqual([phases[1]?.id, null]);
    expect([after.initiative[id!]?.externalId, ...phases.map(({ externalId }) => externalId)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(duplicateInitiatives(records, ['gone'], copyName, newId)).toEqual({
      ok: false,
      reason: 'missing',
    });
  });

  test('two copied together depend on each other and not on the originals', () => {
    const records = recordsOf({
      initiative: [initiative('a'), initiative('b')],
      dependency: [{ id: 'd', fromInitiativeId: 'a', toInitiativeId: 'b' }],
    });
    const copy = done(duplicateInitiatives(records, ['a', 'b'], copyName, newId));
    const added = Object.values(withChanges(records, copy.changes).dependency).filter(({ id }) => id !== 'd');
    expect(added).toMatchObject([{ fromInitiativeId: copy.ids[0], toInitiativeId: copy.ids[1] }]);
  });
});

describe('merging', () => {
  test('loses no link and no fact of pieces, gives nobody more than all, and says what it cut', () => {
    let cuts = 0;
    fc.assert(
      fc.property(
        somePortfolio,
        fc.shuffledSubarray([...ids], { minLength: 2 }),
        (records, [into, ...from]) => {
          const merged = done(mergeInitiatives(records, from, into!, 'pieces'));
          const after = withChanges(records, merged.changes);
          for (const id of from) expect(after.initiative[id]).toBeUndefined();
          expect(after.initiative[into!]).toEqual(merged.merged);
          const all = new Set([into!, ...from]);
          for (const table of ['phase', 'release', 'handoff', 'tranche', 'overheadWork'] as const) {
            const before = Object.values<AnyRecord>(records[table]);
            expect(Object.keys(after[table])).toHaveLength(before.length);
          }
          for (const table of ['phase', 'handoff', 'tranche'] as const) {
            const places = (partsOf(after, table, all) as readonly { position?: number }[]).map(
              ({ position }) => position,
            );
            expect(new Set(places).size).toBe(places.length);
          }
          for (const table of ['contribution', 'outcomeLink', 'segmentLink'] as const) {
            const field = {
              contribution: 'capabilityId',
              outcomeLink: 'outcomeId',
              segmentLink: 'segmentId',
            }[table];
            const targets = (of: PortfolioRecords) =>
              new Set(
                partsOf(of, table, all).map((each) => (each as unknown as Record<string, string>)[field]),
              );
            expect(targets(after)).toEqual(targets(records));
            expect(shareSum(after, table, into!)).toBeLessThanOrEqual(1 + 1e-9);
            const asked = [...all].reduce((sum, id) => sum + shareSum(records, table, id), 0);
            const cut = merged.cut.filter((each) => each.table === table);
            cuts += cut.length;
            if (asked <= 1) expect(cut).toEqual([]);
            const given = shareSum(after, table, into!);
            expect(given).toBeCloseTo(Math.min(1, asked), 4);
          }
          const people = (of: PortfolioRecords) =>
            Object.values(of.allocation).reduce((sum, each) => sum + each.people, 0);
          expect(people(after)).toBe(people(records));
          for (const each of Object.values(after.dependency)) {
            expect(each.fromInitiativeId).not.toBe(each.toInitiativeId);
            expect(after.initiative[each.fromInitiativeId]).toBeDefined();
            expect(after.initiative[each.toInitiativeId]).toBeDefined();
          }
        },
      ),
      { numRuns: 100 },
    );
    expect(cuts).toBeGreaterThan(0);
  });

  test('adds amounts of pieces, names who does not know theirs, and spans their dates', () => {
    const records = recordsOf({
      initiative: [
        initiative('a', { budget: 100, startDate: '2026-03-01', endDate: '2026-06-30', owner: 'Ada' }),
        initiative('b', {
          budget: 250,
          startDate: '2026-01-01',
          endDate: '2026-04-30',
          owner: 'Bo',
          spent: 7,
        }),
        initiative('c', { endDate: '2027-01-31' }),
      ],
    });
    const merged = done(mergeInitiatives(records, ['b', 'c'], 'a', 'pieces'));
    expect(merged.merged).toMatchObject({
      budget: 350,
      spent: 7,
      startDate: '2026-01-01',
      endDate: '2027-01-31',
      owner: 'Ada',
    });
    expect(merged.added).toEqual([{ field: 'budget', unknown: ['c'] }]);
    expect(merged.filled).toContain('spent');
    expect(merged.conflicts).toEqual([{ field: 'owner', winner: 'a', losers: ['b'] }]);
    const chosen = done(mergeInitiatives(records, ['b', 'c'], 'a', 'pieces', { owner: 'b' }));
    expect(chosen.merged.owner).toBe('Bo');
    // It knew an owner: that is a choice and nothing that it learnt.
    expect(chosen.filled).not.toContain('owner');
  });

  test('counts nothing twice of a double', () => {
    const records = recordsOf({
      initiative: [initiative('a', { budget: 100 }), initiative('b', { budget: 120 }), initiative('c')],
      phase: [phase('p', 'a', 0), phase('q', 'b', 0), phase('r', 'b', 1)],
      allocation: [
        { id: 'l', initiativeId: 'a', teamId: 't', quarter: '2026-Q1', people: 4 },
        { id: 'm', initiativeId: 'b', teamId: 't', quarter: '2026-Q1', people: 5 },
      ],
    });
    const merged = done(mergeInitiatives(records, ['b', 'c'], 'a', 'same'));
    expect(merged.merged.budget).toBe(100);
    expect(merged.conflicts).toContainEqual({ field: 'budget', winner: 'a', losers: ['b'] });
    expect(merged.dropped).toEqual({ phase: 2, allocation: 1 });
    const after = withChanges(records, merged.changes);
    expect(Object.keys(after.phase)).toEqual(['p']);
    expect(Object.values(after.allocation)).toMatchObject([{ people: 5 }]);
  });

  test('writes only what changes, and keeps the order of what it moves', () => {
    const link = (id: string, initiativeId: string, capabilityId: string, weight: number) => ({
      id,
      initiativeId,
      capabilityId,
      weight,
    });
    const records = recordsOf({
      initiative: [initiative('a'), initiative('b')],
      phase: [phase('second', 'b', 1), phase('first', 'b', 0)],
      contribution: [link('1', 'a', 'c', 0.3), link('2', 'b', 'd', 0.2)],
    });
    const merged = done(mergeInitiatives(records, ['b'], 'a', 'same'));
    expect(merged.changes).toEqual([
      { op: 'patch', table: 'phase', id: 'first', values: { initiativeId: 'a', position: 0 } },
      { op: 'patch', table: 'phase', id: 'second', values: { initiativeId: 'a', position: 1 } },
      { op: 'patch', table: 'contribution', id: '2', values: { initiativeId: 'a' } },
      { op: 'remove', table: 'initiative', id: 'b' },
    ]);
    expect(merged.moved).toEqual({ phase: 2, contribution: 1 });
  });

  test('has others wait for the one that stays, once, and never for itself', () => {
    const depends = (id: string, fromInitiativeId: string, toInitiativeId: string) => ({
      id,
      fromInitiativeId,
      toInitiativeId,
    });
    const records = recordsOf({
      initiative: ['a', 'b', 'c', 'd', 'e'].map((id) => initiative(id)),
      dependency: [
        depends('there', 'a', 'd'),
        depends('again', 'b', 'd'),
        depends('itself', 'b', 'a'),
        depends('in', 'e', 'b'),
        depends('out', 'b', 'e'),
        depends('out too', 'c', 'e'),
      ],
    });
    const merged = done(mergeInitiatives(records, ['b', 'c'], 'a', 'same'));
    const left = Object.values(withChanges(records, merged.changes).dependency);
    expect(
      left.map(({ id, fromInitiativeId, toInitiativeId }) => [id, fromInitiativeId, toInitiativeId]),
    ).toEqual([
      ['there', 'a', 'd'],
      ['in', 'e', 'a'],
      ['out', 'a', 'e'],
    ]);
  });

  test('turns dates round that were chosen of two and end before they start, and is alive where one of them is', () => {
    const records = recordsOf({
      initiative: [
        initiative('a', { startDate: '2026-01-01', endDate: '2026-02-28', retired: true }),
        initiative('b', { startDate: '2026-06-01', endDate: '2026-07-31' }),
      ],
    });
    const { merged } = done(mergeInitiatives(records, ['b'], 'a', 'same', { startDate: 'b' }));
    expect(merged).toMatchObject({ startDate: '2026-02-28', endDate: '2026-06-01', retired: false });
    const retired = withChanges(records, [
      { op: 'patch', table: 'initiative', id: 'b', values: { retired: true } },
    ]);
    expect(done(mergeInitiatives(retired, ['b'], 'a', 'same')).merged.retired).toBe(true);
  });

  test('refuses itself and strangers', () => {
    const records = recordsOf({ initiative: [initiative('a')] });
    expect(mergeInitiatives(records, ['a'], 'a', 'same')).toEqual({ ok: false, reason: 'sameRecord' });
    expect(mergeInitiatives(records, ['constructor'], 'a', 'same')).toEqual({ ok: false, reason: 'missing' });
    expect(mergeInitiatives(records, [], 'a', 'same')).toEqual({ ok: false, reason: 'sameRecord' });
  });
});

describe('retiring, tagging and deleting', () => {
  test('retire and bring back touch only those that are not so yet', () => {
    const records = recordsOf({ initiative: [initiative('a', { retired: true }), initiative('b')] });
    const retired = done(retireInitiatives(records, ['a', 'b'], true));
    expect(retired).toMatchObject({ count: 1, changes: [{ id: 'b', values: { retired: true } }] });
    expect(retireInitiatives(records, ['a'], true)).toEqual({ ok: false, reason: 'alreadyThere' });
    expect(done(tagOverhead(records, ['a', 'b'], true)).count).toBe(2);
  });

  test('deleting names who waits for what goes, once, and adds up the parts', () => {
    const depends = (id: string, fromInitiativeId: string, toInitiativeId: string) => ({
      id,
      fromInitiativeId,
      toInitiativeId,
    });
    const records = recordsOf({
      initiative: ['a', 'b', 'c', 'd'].map((id) => initiative(id, { name: `Name of ${id}` })),
      phase: [phase('p', 'a', 0), phase('q', 'a', 1), phase('r', 'c', 0)],
      dependency: [
        depends('1', 'c', 'a'),
        depends('2', 'c', 'b'),
        depends('3', 'b', 'a'),
        depends('4', 'a', 'd'),
      ],
    });
    expect(deleteInitiatives(records, ['a', 'b', 'gone'])).toMatchObject({
      initiatives: 2,
      parts: { phase: 2, dependency: 4 },
      count: 6,
      dependents: ['Name of c'],
    });
    expect(deleteInitiatives(records, ['gone'])).toEqual({ ok: false, reason: 'missing' });
  });

  test('deleting says exactly what goes along', () => {
    fc.assert(
      fc.property(somePortfolio, someIds, (records, chosen) => {
        const loss = done(deleteInitiatives(records, chosen));
        const after = withChanges(records, loss.changes);
        for (const table of tableNames) {
          const gone = Object.keys(records[table]).length - Object.keys(after[table]).length;
          expect(gone, table).toBe(table === 'initiative' ? chosen.length : (loss.parts[table] ?? 0));
        }
        const detached = Object.values(after.overheadWork).filter(
          ({ id, initiativeId }) => initiativeId === null && records.overheadWork[id]?.initiativeId !== null,
        );
        expect(detached).toHaveLength(loss.detached);
      }),
      { numRuns: 60 },
    );
  });
});

describe('in the file', () => {
  test('each operation is accepted as the preview showed it, and undo brings back every byte', () => {
    fc.assert(
      fc.property(
        somePortfolio,
        fc.shuffledSubarray([...ids], { minLength: 2 }),
        fc.constantFrom('pieces' as const, 'same' as const),
        (records, [into, ...from], kind) => {
          const folder = temporary.folder();
          const file = create(join(folder, 'p.throughline'));
          const write = (changes: readonly Change[]) =>
            change(file.db, 'test', (writer) => applyChanges(writer, changes));
          write(
            tableNames.flatMap((table) =>
              Object.values<AnyRecord>(records[table]).map(
                (record): Change =>
                  table === 'portfolio'
                    ? { op: 'patch', table, id: 'portfolio', values: { ...record } }
                    : { op: 'put', table, record: { ...record } },
              ),
            ),
          );
          const start = readRecords(file.db);
          for (const planned of [
            duplicateInitiatives(start, from, copyName, newId),
            mergeInitiatives(start, from, into!, kind),
            deleteInitiatives(start, from),
          ]) {
            const { changes } = done(planned as Planned);
            write(changes);
            expect(readRecords(file.db)).toEqual(withChanges(start, changes));
            undo(file.db);
            expect(JSON.stringify(readRecords(file.db))).toBe(JSON.stringify(start));
          }
          file.close();
        },
      ),
      { numRuns: 25 },
    );
  });
});
