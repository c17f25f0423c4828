import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { undo } from '../../../db/changes.ts';
import type { WriteDb } from '../../../db/open.ts';
import { readRecords } from '../../../db/repositories/records.ts';
import { applyChanges } from '../../../electron/core/records/applyChanges.ts';
import type { Change } from '../../../shared/contract/changes.ts';
import { newCapability } from '../../../shared/domain/defaults.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import {
  addCapability,
  childrenOf,
  indentCapabilities,
  moveCapabilities,
  outdentCapabilities,
  reorderCapabilities,
  subtreeOf,
} from '../../../shared/planning/capabilityTree.ts';
import { clearContribution, setContribution } from '../../../shared/planning/contributions.ts';
import { duplicateCapability } from '../../../shared/planning/copyCapability.ts';
import { deleteCapabilities } from '../../../shared/planning/deleteCapability.ts';
import { mergeCapabilities } from '../../../shared/planning/mergeCapabilities.ts';
import type { Planned } from '../../../shared/planning/planned.ts';
import { insertTemplate } from '../../../shared/planning/template.ts';
import { change, create, temporaryFolders } from '../../db/support.ts';
import { initiative } from '../../helpers/records.ts';

const temporary = temporaryFolders();
let made = 0;
const newId = (): string => {
  made += 1;
  return `n${made}`;
};

type Op = (records: PortfolioRecords) => { readonly planned: Planned; readonly check: Check };
type Check = (before: PortfolioRecords, after: PortfolioRecords) => void;

const ids = (records: PortfolioRecords): readonly string[] => Object.keys(records.capability).sort();
const pick = (records: PortfolioRecords, nth: number): string => {
  const all = ids(records);
  return all[nth % all.length] ?? 'none';
};
const initiativeIds = ['i0', 'i1', 'i2'];
const given = (records: PortfolioRecords, id: string): number =>
  Object.values(records.contribution)
    .filter(({ initiativeId }) => initiativeId === id)
    .reduce((sum, { weight }) => sum + weight, 0);

const sameCapabilities: Check = (before, after) => {
  expect(ids(after)).toEqual(ids(before));
  expect(after.contribution).toEqual(before.contribution);
  for (const { position: _p, parentId: _q, ...rest } of Object.values(before.capability))
    expect(after.capability[rest.id]).toMatchObject(rest);
};

const picked = (records: PortfolioRecords, places: readonly number[]): readonly string[] =>
  places.map((place) => pick(records, place));
const nth = fc.nat({ max: 40 });
/** One, or several at once. */
const some = fc.array(nth, { minLength: 1, maxLength: 4 });
const moving = fc.oneof(
  fc.tuple(some, fc.option(nth), nth).map(
    ([a, b, at]): Op =>
      (records) => ({
        planned: moveCapabilities(records, picked(records, a), b === null ? null : pick(records, b), at),
        check: sameCapabilities,
      }),
  ),
  some.map(
    (a): Op =>
      (records) => ({ planned: indentCapabilities(records, picked(records, a)), check: sameCapabilities }),
  ),
  some.map(
    (a): Op =>
      (records) => ({ planned: outdentCapabilities(records, picked(records, a)), check: sameCapabilities }),
  ),
  fc.tuple(some, fc.constantFrom(-1 as const, 1 as const)).map(
    ([a, by]): Op =>
      (records) => ({
        planned: reorderCapabilities(records, picked(records, a), by),
        check: sameCapabilities,
      }),
  ),
);

const growing = fc.oneof(
  fc.tuple(fc.option(nth), nth).map(
    ([parent, at]): Op =>
      (records) => ({
        planned: addCapability(
          records,
          newCapability(newId(), 'new', parent === null ? null : pick(records, parent)),
          at,
        ),
        check: (before, after) => expect(ids(after)).toHaveLength(ids(before).length + 1),
      }),
  ),
  fc.tuple(nth, fc.boolean()).map(
    ([a, deep]): Op =>
      (records) => {
        const id = pick(records, a);
        const planned = duplicateCapability(records, id, deep, (name) => `${name}′`, newId);
        return {
          planned,
          check: (before, after) => {
            const added = deep ? subtreeOf(before, id).length : 1;
            expect(ids(after)).toHaveLength(ids(before).length + added);
            if (planned.ok) expect(planned.count).toBe(added);
            expect(after.contribution).toEqual(before.contribution);
          },
        };
      },
  ),
  fc.constant<Op>((records) => ({
    planned: insertTemplate(
      records,
      {
        id: 't',
        source: '',
        capabilities: [
          {
            code: '1',
            name: { en: 'One' },
            description: null,
            children: [{ code: '1.1', name: { en: 'Under' }, description: null, children: [] }],
          },
        ],
      },
      'en',
      null,
      newId,
    ),
    check: (_before, after) =>
      expect(Object.values(after.capability).filter(({ code }) => code === '1.1').length).toBeGreaterThan(0),
  })),
);

const shrinking = fc.oneof(
  fc.tuple(nth, nth).map(
    ([a, b]): Op =>
      (records) => {
        const [from, into] = [pick(records, a), pick(records, b)];
        return {
          planned: mergeCapabilities(records, from, into),
          check: (before, after) => {
            expect(ids(after)).toEqual(ids(before).filter((id) => id !== from));
            for (const id of initiativeIds) expect(given(after, id)).toBeCloseTo(given(before, id), 5);
            expect(Object.values(after.contribution).some(({ capabilityId }) => capabilityId === from)).toBe(
              false,
            );
          },
        };
      },
  ),
  nth.map(
    (a): Op =>
      (records) => {
        const id = pick(records, a);
        const planned = deleteCapabilities(records, [id]);
        return {
          planned,
          check: (before, after) => {
            const gone = new Set(subtreeOf(before, id).map((each) => each.id));
            expect(ids(after)).toEqual(ids(before).filter((each) => !gone.has(each)));
            if (!planned.ok) return;
            expect(planned.capabilities).toBe(gone.size);
            const links = Object.keys(before.contribution).length - Object.keys(after.contribution).length;
            expect(planned.links).toBe(links);
            const serving = (records: PortfolioRecords) =>
              new Set(Object.values(records.contribution).map(({ initiativeId }) => initiativeId)).size;
            expect(planned.stranded).toBe(serving(before) - serving(after));
          },
        };
      },
  ),
);

const linking = fc.oneof(
  fc.tuple(fc.constantFrom(...initiativeIds), nth, fc.option(fc.double({ min: 0, max: 1, noNaN: true }))).map(
    ([initiativeId, a, weight]): Op =>
      (records) => {
        const capabilityId = pick(records, a);
        const planned = setContribution(records, initiativeId, capabilityId, weight, newId);
        return {
          planned,
          check: (_before, after) => {
            const own = Object.values(after.contribution).filter(
              (each) => each.initiativeId === initiativeId && each.capabilityId === capabilityId,
            );
            expect(own).toHaveLength(1);
            if (planned.ok) expect(own[0]?.weight).toBe(planned.weight);
          },
        };
      },
  ),
  fc.tuple(fc.constantFrom(...initiativeIds), nth).map(
    ([initiativeId, a]): Op =>
      (records) => ({
        planned: clearContribution(records, initiativeId, pick(records, a)),
        check: (before, after) =>
          expect(Object.keys(after.contribution).length).toBeLessThan(
            Object.keys(before.contribution).length,
          ),
      }),
  ),
);

function lawful(records: PortfolioRecords): void {
  let reached = 0;
  const walk = (parentId: string | null): void =>
    childrenOf(records, parentId).forEach((child, at) => {
      reached += 1;
      expect(child.position).toBe(at);
      walk(child.id);
    });
  walk(null);
  // Every capability hangs on the top: no cycle, no lost parent.
  expect(reached).toBe(Object.keys(records.capability).length);
  for (const id of initiativeIds) expect(given(records, id)).toBeLessThanOrEqual(1 + 1e-9);
}

const planted = [
  ['c0', null, 0],
  ['c1', null, 1],
  ['c2', null, 2],
  ['c3', 'c1', 0],
  ['c4', 'c1', 1],
  ['c5', 'c1', 2],
  ['c6', 'c4', 0],
  ['c7', 'c4', 1],
] as const;

const write = (db: WriteDb, changes: readonly Change[]) =>
  change(db, 'test', (writer) => applyChanges(writer, changes));

describe('whatever is done to the tree', () => {
  test('it stays a tree without holes, nothing is lost, nobody gives more than all, and undo takes it all back', () => {
    const file = temporary.keep(create(join(temporary.folder(), 'p.throughline')));
    write(file.db, [
      ...initiativeIds.map(
        (id): Change => ({ op: 'put', table: 'initiative', record: { ...initiative(id) } }),
      ),
      ...planted.map(
        ([id, parentId, position]): Change => ({
          op: 'put',
          table: 'capability',
          record: { ...newCapability(id, `Capability ${id}`, parentId), position },
        }),
      ),
      ...[0, 1, 2, 3].map(
        (at): Change => ({
          op: 'put',
          table: 'contribution',
          record: { id: `k${at}`, initiativeId: 'i0', capabilityId: `c${at}`, weight: 0.25 },
        }),
      ),
    ]);
    const start = readRecords(file.db);
    let [done, refused] = [0, 0];
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 2, arbitrary: growing }, moving, shrinking, linking), {
          minLength: 4,
          maxLength: 24,
        }),
        (ops) => {
          let records = readRecords(file.db);
          const stack: PortfolioRecords[] = [];
          for (const op of ops) {
            const { planned, check } = op(records);
            if (!planned.ok || planned.changes.length === 0) {
              refused += 1;
              continue;
            }
            write(file.db, planned.changes);
            const after = readRecords(file.db);
            lawful(after);
            check(records, after);
            stack.push(records);
            records = after;
            done += 1;
          }
          for (const before of stack.reverse()) {
            undo(file.db);
            expect(readRecords(file.db)).toEqual(before);
          }
        },
      ),
      { numRuns: 150 },
    );
    expect(readRecords(file.db)).toEqual(start);
    // The run says something only when most of it was really done.
    expect(done).toBeGreaterThan(refused);
  });
});
