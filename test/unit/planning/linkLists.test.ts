import { describe, expect, test } from 'vitest';
import { newCapability, newPartner, newTeam } from '../../../shared/domain/defaults.ts';
import { newHandoff } from '../../../shared/domain/planningDefaults.ts';
import { retireCapabilities } from '../../../shared/planning/capabilityTree.ts';
import { endNamed, handoffEnd } from '../../../shared/planning/handoffs.ts';
import { inUse, teamsOn } from '../../../shared/planning/inUse.ts';
import { namesIn, setCapabilities, setPartners } from '../../../shared/planning/linkLists.ts';
import { disbandTeams, retireRecords } from '../../../shared/planning/retire.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';

describe('names in a cell', () => {
  const known = new Set(['payments, cards']);
  const isKnown = (name: string): boolean => known.has(name.toLowerCase());
  test.each([
    ['A; B；C、D\nE', ['A', 'B', 'C', 'D', 'E']],
    ['Payments, Cards; Claims, Pricing', ['Payments, Cards', 'Claims', 'Pricing']],
    ['A, a ; A', ['A']],
    [' ; ,', []],
  ])('%j', (text, names) => {
    expect(namesIn(text, isKnown)).toEqual(names);
  });
});

const link = (id: string, capabilityId: string, weight: number) => ({
  id,
  initiativeId: 'i',
  capabilityId,
  weight,
});
const engagement = (id: string, partnerId: string) => ({
  id,
  initiativeId: 'i',
  partnerId,
  description: '',
  amount: 100,
  externalId: null,
});

describe('links set as a list', () => {
  const records = recordsOf({
    initiative: [initiative('i')],
    capability: ['a', 'b', 'c', 'd'].map((id) => newCapability(id, id, null)),
    partner: [newPartner('p', 'p'), newPartner('q', 'q')],
    contribution: [link('1', 'a', 0.5), link('2', 'b', 0.2)],
    engagement: [engagement('x', 'p'), engagement('y', 'p')],
  });
  let count = 0;
  const newId = () => `new${++count}`;
  const weights = (ids: readonly string[]) => {
    const planned = setCapabilities(records, 'i', ids, newId);
    if (!planned.ok) return planned.reason;
    return Object.values(withChanges(records, planned.changes).contribution).map(
      ({ capabilityId, weight }) => `${capabilityId} ${weight}`,
    );
  };

  test('those that stay keep their share, new ones share what is free', () => {
    expect(weights(['a', 'c', 'd'])).toEqual(['a 0.5', 'c 0.25', 'd 0.25']);
    expect(weights(['c'])).toEqual(['c 1']);
    expect(weights([])).toEqual([]);
    expect(weights(['b', 'a'])).toBe('alreadyThere');
  });
  test('thirds never add up to more than the whole', () => {
    const planned = setCapabilities({ ...records, contribution: {} }, 'i', ['a', 'b', 'c'], newId);
    const sum = planned.ok
      ? planned.changes.reduce(
          (total, each) => total + (each.op === 'put' ? Number(each.record.weight) * 1e6 : 0),
          0,
        )
      : -1;
    expect(sum).toBe(999_999);
  });
  test('nothing free is refused', () => {
    const full = { ...records, contribution: { 1: link('1', 'a', 1) } };
    expect(setCapabilities(full, 'i', ['a', 'b'], newId)).toEqual({ ok: false, reason: 'noShareLeft' });
  });
  test('all engagements of a partner that stays are left as they are', () => {
    const planned = setPartners(records, 'i', ['q', 'p'], newId);
    expect(planned.ok && planned.changes.map(({ op }) => op)).toEqual(['put']);
    const none = setPartners(records, 'i', [], newId);
    expect(none.ok && none.changes).toEqual([
      { op: 'remove', table: 'engagement', id: 'x' },
      { op: 'remove', table: 'engagement', id: 'y' },
    ]);
  });
});

describe('what is kept for the record only', () => {
  const records = recordsOf({
    capability: [
      newCapability('a', 'a', null),
      newCapability('a1', 'a1', 'a'),
      newCapability('a11', 'a11', 'a1'),
      newCapability('b', 'b', null),
    ],
    partner: [newPartner('p', 'p'), { ...newPartner('q', 'q'), retired: true }],
    team: [newTeam('t', 't'), { ...newTeam('u', 'u'), disbandsOn: '2026-05-01' }],
  });
  const left = (changed: typeof records) => inUse(changed.capability).map(({ id }) => id);
  const retired = (ids: readonly string[], on: boolean, from = records) => {
    const planned = retireCapabilities(from, ids, on);
    return planned.ok ? withChanges(from, planned.changes) : from;
  };

  test('a capability takes all below it along, and comes back with those above it', () => {
    const without = retired(['a'], true);
    expect(left(without)).toEqual(['b']);
    expect(left(retired(['a1'], false, without))).toEqual(['a', 'a1', 'a11', 'b']);
    expect(left(retired(['a11'], false, without))).toEqual(['a', 'a1', 'a11', 'b']);
    expect(retireCapabilities(without, ['a'], true)).toEqual({ ok: false, reason: 'alreadyThere' });
    expect(retireCapabilities(records, ['constructor'], true)).toEqual({ ok: false, reason: 'missing' });
  });
  test('partners are flagged, teams end on a day', () => {
    expect(inUse(records.partner).map(({ id }) => id)).toEqual(['p']);
    const back = retireRecords(records, 'partner', ['q', 'p'], false);
    expect(back.ok && [back.count, back.changes]).toEqual([
      1,
      [{ op: 'patch', table: 'partner', id: 'q', values: { retired: false } }],
    ]);
    expect(teamsOn(records.team, '2026-04-30').map(({ id }) => id)).toEqual(['t', 'u']);
    expect(teamsOn(records.team, '2026-05-01').map(({ id }) => id)).toEqual(['t']);
    expect(disbandTeams(records, ['t', 'u', 'gone'], '2026-05-01')).toMatchObject({ ok: true, count: 1 });
    expect(disbandTeams(records, ['gone'], '2026-05-01')).toEqual({ ok: false, reason: 'missing' });
    expect(retireRecords(records, 'partner', ['gone'], true)).toEqual({ ok: false, reason: 'missing' });
  });
});

describe('the ends of a handoff', () => {
  const records = recordsOf({
    team: [newTeam('t', 'Core')],
    partner: [newPartner('p', 'Acme'), newPartner('c', 'core')],
  });
  test('point at a team, else a partner, else say what was typed', () => {
    const typed = (text: string) => {
      const handoff = { ...newHandoff('h', 'i', 0), ...endNamed(records, 'to', text) };
      return [handoff.toName, handoff.toTeamId, handoff.toPartnerId];
    };
    expect(typed(' CORE ')).toEqual(['Core', 't', null]);
    expect(typed('acme')).toEqual(['Acme', null, 'p']);
    expect(typed('The board')).toEqual(['The board', null, null]);
    expect(typed('')).toEqual(['', null, null]);
  });
  test('show the present name of what they point at', () => {
    const handoff = { ...newHandoff('h', 'i', 0), ...endNamed(records, 'from', 'Acme') };
    const renamed = { ...records, partner: { p: { ...newPartner('p', 'Acme Ltd') } } };
    expect(handoffEnd(renamed, handoff, 'from')).toEqual({ kind: 'partner', id: 'p', name: 'Acme Ltd' });
    expect(handoffEnd({ team: {}, partner: {} }, handoff, 'from')).toEqual({
      kind: 'text',
      id: null,
      name: 'Acme',
    });
  });
});
