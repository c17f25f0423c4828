import { describe, expect, test } from 'vitest';
import { newPartner, newTeam } from '../../../shared/domain/defaults.ts';
import { diffCounts } from '../../../shared/history/diff.ts';
import { DiffBuilder } from '../../../shared/history/diffBuilder.ts';

const [a, b] = [newTeam('a', 'A'), newTeam('b', 'B')];
const teams = [a, b];

describe('many records added at once', () => {
  test('are in the diff and in its counts like those added one by one', () => {
    const [atOnce, one] = [new DiffBuilder(), new DiffBuilder()];
    atOnce.addAll('team', teams);
    for (const team of teams) one.add('team', team);
    expect(atOnce.counts()).toEqual({ added: 2, updated: 0, removed: 0 });
    expect(atOnce.diff()).toEqual(one.diff());
    expect(JSON.stringify(atOnce.diff())).toBe(JSON.stringify(one.diff()));
    expect(structuredClone(atOnce.diff())).toEqual(one.diff());
    expect(diffCounts(atOnce.diff())).toEqual(atOnce.counts());
  });

  test('are known by id, and can be added to, changed and removed afterwards', () => {
    const builder = new DiffBuilder();
    builder.addAll('team', teams);
    expect([builder.hasAdded('team', 'a'), builder.hasAdded('team', 'c')]).toEqual([true, false]);
    builder.addAll('team', [newTeam('c', 'C')]);
    builder.add('team', newTeam('d', 'D'));
    builder.update('team', a, { ...a, mission: 'pay claims' });
    builder.remove('team', b);
    expect(builder.counts()).toEqual({ added: 3, updated: 0, removed: 0 });
    expect(Object.keys(builder.diff().team?.added ?? {})).toEqual(['a', 'c', 'd']);
    expect(builder.diff().team?.added.a?.mission).toBe('pay claims');
    expect(builder.hasAdded('team', 'b')).toBe(false);
  });

  test('that were removed before count as what they became', () => {
    const builder = new DiffBuilder();
    builder.remove('team', a);
    builder.remove('partner', newPartner('p', 'P'));
    builder.addAll('team', [{ ...a, name: 'A2' }, b]);
    expect(builder.counts()).toEqual({ added: 1, updated: 1, removed: 1 });
    expect(builder.diff().team).toEqual({
      added: { b },
      updated: { a: [a, { ...a, name: 'A2' }] },
      removed: {},
    });
  });
});
