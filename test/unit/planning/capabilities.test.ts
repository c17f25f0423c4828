import { describe, expect, test } from 'vitest';
import { newCapability } from '../../../shared/domain/defaults.ts';
import type { Capability } from '../../../shared/domain/records.ts';
import {
  indentCapabilities,
  moveCapabilities,
  outdentCapabilities,
  reorderCapabilities,
} from '../../../shared/planning/capabilityTree.ts';
import { clearContribution, freeShare, setContribution } from '../../../shared/planning/contributions.ts';
import { duplicateCapability } from '../../../shared/planning/copyCapability.ts';
import { deleteCapabilities } from '../../../shared/planning/deleteCapability.ts';
import { mergeCapabilities } from '../../../shared/planning/mergeCapabilities.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';

const capability = (
  id: string,
  parentId: string | null,
  position: number,
  values: Partial<Capability> = {},
) => ({
  ...newCapability(id, id, parentId),
  position,
  ...values,
});
const link = (id: string, initiativeId: string, capabilityId: string, weight: number) => ({
  id,
  initiativeId,
  capabilityId,
  weight,
});

const tree = [
  capability('a', null, 0),
  capability('b', null, 1),
  capability('b1', 'b', 0),
  capability('b2', 'b', 1),
  capability('b21', 'b2', 0),
];

describe('moves that cannot be made are refused with the reason', () => {
  const records = recordsOf({ capability: tree });
  test.each([
    ['into itself', () => moveCapabilities(records, ['b'], 'b', 0), 'ownDescendant'],
    ['into what lies under it', () => moveCapabilities(records, ['b'], 'b21', 0), 'ownDescendant'],
    ['to where it is', () => moveCapabilities(records, ['b1'], 'b', 0), 'alreadyThere'],
    ['under a parent that is not there', () => moveCapabilities(records, ['b1'], 'z', 0), 'missing'],
    [
      'under the sibling above, when it is the first',
      () => indentCapabilities(records, ['b1']),
      'firstChild',
    ],
    ['out of the top', () => outdentCapabilities(records, ['a']), 'topLevel'],
    ['up from the first place', () => reorderCapabilities(records, ['a'], -1), 'alreadyThere'],
    ['down from the last place', () => reorderCapabilities(records, ['b'], 1), 'alreadyThere'],
    ['a name of Object.prototype', () => moveCapabilities(records, ['constructor'], null, 0), 'missing'],
  ])('%s', (_what, move, reason) => {
    expect(move()).toEqual({ ok: false, reason });
  });
});

describe('a move writes only what changes', () => {
  const records = recordsOf({ capability: tree });
  test('one place up swaps two positions', () => {
    expect(reorderCapabilities(records, ['b2'], -1)).toEqual({
      ok: true,
      changes: [
        { op: 'patch', table: 'capability', id: 'b1', values: { position: 1 } },
        { op: 'patch', table: 'capability', id: 'b2', values: { position: 0 } },
      ],
    });
  });

  test('out of its parent it comes right after it, and its old siblings close up', () => {
    expect(outdentCapabilities(records, ['b1'])).toEqual({
      ok: true,
      changes: [
        { op: 'patch', table: 'capability', id: 'b1', values: { parentId: null, position: 2 } },
        { op: 'patch', table: 'capability', id: 'b2', values: { position: 0 } },
      ],
    });
  });
});

describe('merging', () => {
  test('adds the shares of one initiative and cuts them at its 100 %', () => {
    // Shares above 100 % come from files that were written by others.
    const records = recordsOf({
      initiative: [initiative('i'), initiative('j')],
      capability: tree,
      contribution: [
        link('1', 'i', 'a', 0.7),
        link('2', 'i', 'b', 0.6),
        link('3', 'i', 'b1', 0.2),
        link('4', 'j', 'b', 1),
      ],
    });
    const planned = mergeCapabilities(records, 'b', 'a');
    expect(planned).toMatchObject({
      ok: true,
      links: 2,
      added: 1,
      capped: [{ initiativeId: 'i', asked: 1.3, given: 0.8 }],
      children: 2,
    });
    expect(planned.ok && planned.changes).toEqual([
      { op: 'remove', table: 'contribution', id: '2' },
      { op: 'patch', table: 'contribution', id: '1', values: { weight: 0.8 } },
      { op: 'patch', table: 'contribution', id: '4', values: { capabilityId: 'a' } },
      { op: 'patch', table: 'capability', id: 'b1', values: { parentId: 'a' } },
      { op: 'patch', table: 'capability', id: 'b2', values: { parentId: 'a' } },
      { op: 'remove', table: 'capability', id: 'b' },
    ]);
  });

  test('teaches the one that stays what it did not know, and adds what both need', () => {
    const records = recordsOf({
      capability: [
        capability('a', null, 0, { neededMoney: 100, importance: 2 }),
        capability('b', null, 1, { neededMoney: 50, importance: 5, code: 'B', targetMaturity: 4 }),
      ],
    });
    expect(mergeCapabilities(records, 'b', 'a')).toMatchObject({
      filled: ['code', 'targetMaturity'],
      neededMoney: 150,
      changes: [
        {
          op: 'patch',
          table: 'capability',
          id: 'a',
          values: { code: 'B', targetMaturity: 4, neededMoney: 150 },
        },
        { op: 'remove', table: 'capability', id: 'b' },
      ],
    });
  });

  test('into what lies under it lifts that to its place, with its other children', () => {
    const planned = mergeCapabilities(recordsOf({ capability: tree }), 'b', 'b2');
    expect(planned).toMatchObject({ children: 1 });
    expect(planned.ok && planned.changes).toEqual([
      { op: 'patch', table: 'capability', id: 'b1', values: { parentId: 'b2', position: 1 } },
      { op: 'patch', table: 'capability', id: 'b2', values: { parentId: null } },
      { op: 'remove', table: 'capability', id: 'b' },
    ]);
  });

  test('into one further below closes up the place that it leaves', () => {
    const deep = [...tree, capability('b22', 'b2', 1)];
    const planned = mergeCapabilities(recordsOf({ capability: deep }), 'b', 'b21');
    expect(planned.ok && planned.changes).toEqual([
      { op: 'patch', table: 'capability', id: 'b22', values: { position: 0 } },
      { op: 'patch', table: 'capability', id: 'b1', values: { parentId: 'b21' } },
      { op: 'patch', table: 'capability', id: 'b2', values: { parentId: 'b21' } },
      { op: 'patch', table: 'capability', id: 'b21', values: { parentId: null, position: 1 } },
      { op: 'remove', table: 'capability', id: 'b' },
    ]);
  });

  test('into itself, or with one that is gone, is refused', () => {
    const records = recordsOf({ capability: tree });
    expect(mergeCapabilities(records, 'a', 'a')).toEqual({ ok: false, reason: 'sameRecord' });
    expect(mergeCapabilities(records, 'gone', 'a')).toEqual({ ok: false, reason: 'missing' });
    expect(mergeCapabilities(records, 'a', 'gone')).toEqual({ ok: false, reason: 'missing' });
  });
});

test('a copy stands right after what it is of, its branch in the same order below it', () => {
  let made = 0;
  const records = recordsOf({ capability: tree });
  const copied = duplicateCapability(
    records,
    'b',
    true,
    (name) => `${name}′`,
    () => `n${made++}`,
  );
  if (!copied.ok) throw new Error(copied.reason);
  expect([copied.id, copied.count]).toEqual(['n0', 4]);
  const after = Object.values(withChanges(records, copied.changes).capability);
  const under = (parentId: string | null) =>
    after
      .filter((each) => each.parentId === parentId)
      .sort((a, b) => a.position - b.position)
      .map(({ name, position }) => `${position} ${name}`);
  expect(under(null)).toEqual(['0 a', '1 b', '2 b′']);
  expect(under('n0')).toEqual(['0 b1', '1 b2']);
  const copyOf = (id: string) => duplicateCapability(records, id, true, String, () => 'n');
  expect(copyOf('gone')).toEqual({ ok: false, reason: 'missing' });
  const next = duplicateCapability(
    records,
    'a',
    false,
    (name) => `${name}′`,
    () => 'n',
  );
  if (!next.ok) throw new Error(next.reason);
  expect(
    Object.values(withChanges(records, next.changes).capability)
      .filter(({ parentId }) => parentId === null)
      .sort((a, b) => a.position - b.position)
      .map(({ name }) => name),
  ).toEqual(['a', 'a′', 'b']);
});

test('deleting says what goes along before it is done', () => {
  const records = recordsOf({
    initiative: [initiative('i'), initiative('j')],
    capability: tree,
    contribution: [link('1', 'i', 'b21', 0.5), link('2', 'i', 'a', 0.5), link('3', 'j', 'b', 1)],
  });
  expect(deleteCapabilities(records, ['b'])).toMatchObject({ capabilities: 4, links: 2, stranded: 1 });
  expect(deleteCapabilities(records, ['a', 'b21'])).toMatchObject({
    capabilities: 2,
    links: 2,
    stranded: 1,
    changes: [
      { op: 'remove', table: 'capability', id: 'a' },
      { op: 'remove', table: 'capability', id: 'b21' },
      { op: 'patch', table: 'capability', id: 'b', values: { position: 0 } },
    ],
  });
});

describe('a share', () => {
  const records = recordsOf({
    initiative: [initiative('i')],
    capability: tree,
    contribution: [link('1', 'i', 'a', 0.1), link('2', 'i', 'b', 0.2)],
  });
  const newId = () => 'new';

  test('that is not said takes what is free, without the noise of decimals', () => {
    expect(freeShare(records, 'i')).toBe(0.7);
    expect(setContribution(records, 'i', 'b1', null, newId)).toMatchObject({ weight: 0.7, capped: null });
  });

  test('above what is free is cut, and says so', () => {
    expect(setContribution(records, 'i', 'b', 0.95, newId)).toEqual({
      ok: true,
      weight: 0.9,
      capped: { initiativeId: 'i', asked: 0.95, given: 0.9 },
      changes: [{ op: 'patch', table: 'contribution', id: '2', values: { weight: 0.9 } }],
    });
  });

  test('of what is not there is refused', () => {
    expect(setContribution(records, 'gone', 'a', 0.1, newId)).toEqual({ ok: false, reason: 'missing' });
    expect(setContribution(records, 'i', 'gone', 0.1, newId)).toEqual({ ok: false, reason: 'missing' });
  });

  test('goes with each of its links, and one that is not there is refused', () => {
    const twice = recordsOf({
      initiative: [initiative('i')],
      capability: tree,
      contribution: [link('1', 'i', 'a', 0.1), link('2', 'i', 'b', 0.2), link('3', 'i', 'a', 0.3)],
    });
    expect(clearContribution(twice, 'i', 'a')).toEqual({
      ok: true,
      changes: ['1', '3'].map((id) => ({ op: 'remove', table: 'contribution', id })),
    });
    expect(clearContribution(twice, 'i', 'b1')).toEqual({ ok: false, reason: 'missing' });
  });

  test('of an initiative that gives all already is refused', () => {
    const full = recordsOf({
      initiative: [initiative('i')],
      capability: tree,
      contribution: [link('1', 'i', 'a', 1)],
    });
    expect(setContribution(full, 'i', 'b', null, newId)).toEqual({ ok: false, reason: 'noShareLeft' });
    for (const weight of [0.2, 1])
      expect(setContribution(full, 'i', 'b', weight, newId)).toEqual({ ok: false, reason: 'noShareLeft' });
  });
});
