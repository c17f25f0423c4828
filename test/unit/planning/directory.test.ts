import { describe, expect, test } from 'vitest';
import { newCapability, newPartner, newTeam } from '../../../shared/domain/defaults.ts';
import type { Engagement, Partner } from '../../../shared/domain/records.ts';
import {
  deletePartners,
  duplicatePartner,
  knownMoney,
  mergePartners,
} from '../../../shared/planning/mergePartners.ts';
import { deleteTeams, duplicateTeam, mergeTeams } from '../../../shared/planning/mergeTeams.ts';
import { findLikelySame, normalName } from '../../../shared/planning/similarNames.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

const partner = (id: string, values: Partial<Partner> = {}): Partner => ({
  ...newPartner(id, id),
  ...values,
});
const engagement = (
  id: string,
  initiativeId: string,
  partnerId: string,
  amount: number | null,
): Engagement => ({
  id,
  initiativeId,
  partnerId,
  description: '',
  amount,
  externalId: null,
});

describe('partners', () => {
  const records = recordsOf({
    initiative: [initiative('i'), initiative('j')],
    partner: [
      partner('p', { relationship: 'supplier' }),
      partner('q', { exitReadiness: 0.4, description: 'Cloud.' }),
      partner('r', { exitReadiness: 0, relationship: 'integrator' }),
    ],
    engagement: [
      engagement('1', 'i', 'p', 100),
      engagement('2', 'i', 'q', 40),
      engagement('3', 'j', 'r', null),
      engagement('4', 'j', 'r', 2),
    ],
  });

  test('merge keeps every engagement with its own amount, fills what is unknown, and says what is lost', () => {
    expect(mergePartners(records, ['q', 'r'], 'p')).toEqual({
      ok: true,
      engagements: 3,
      money: 42,
      filled: ['exitReadiness', 'description'],
      lost: [
        { field: 'relationship', id: 'r' },
        { field: 'exitReadiness', id: 'r' },
      ],
      changes: [
        { op: 'patch', table: 'engagement', id: '2', values: { partnerId: 'p' } },
        { op: 'patch', table: 'engagement', id: '3', values: { partnerId: 'p' } },
        { op: 'patch', table: 'engagement', id: '4', values: { partnerId: 'p' } },
        { op: 'patch', table: 'partner', id: 'p', values: { exitReadiness: 0.4, description: 'Cloud.' } },
        { op: 'remove', table: 'partner', id: 'q' },
        { op: 'remove', table: 'partner', id: 'r' },
      ],
    });
  });

  test('an exit readiness of zero is known, and is not filled', () => {
    const planned = mergePartners(records, ['q'], 'r');
    expect(planned).toMatchObject({ filled: ['description'], lost: [{ field: 'exitReadiness', id: 'q' }] });
  });

  test('merge into itself or with one that is gone is refused', () => {
    expect(mergePartners(records, ['p'], 'p')).toEqual({ ok: false, reason: 'sameRecord' });
    expect(mergePartners(records, ['q', 'p'], 'p')).toEqual({ ok: false, reason: 'sameRecord' });
    expect(mergePartners(records, [], 'p')).toEqual({ ok: false, reason: 'sameRecord' });
    expect(mergePartners(records, ['x'], 'p')).toEqual({ ok: false, reason: 'missing' });
    expect(mergePartners(records, ['p'], 'constructor')).toEqual({ ok: false, reason: 'missing' });
  });

  test('merge writes no description where the one that goes has none', () => {
    expect(mergePartners(records, ['p'], 'q')).toMatchObject({
      filled: ['relationship'],
      changes: [
        { table: 'engagement', id: '1' },
        { table: 'partner', id: 'q', values: { relationship: 'supplier' } },
        { op: 'remove', id: 'p' },
      ],
    });
  });

  test('amounts are added as far as they are known, and nothing is known too', () => {
    const amounts = [5, null, 0].map((amount, at) => engagement(`${at}`, 'i', 'p', amount));
    expect(knownMoney(amounts)).toEqual({ sum: 5, known: 2 });
  });

  test('delete says how many engagements go, and their money', () => {
    const both = deletePartners(records, ['p', 'r']);
    expect(both).toMatchObject({ engagements: 3, money: 102, initiatives: 2 });
    expect(deletePartners(records, ['p', 'gone', 'r'])).toEqual(both);
    expect(deletePartners(records, ['gone'])).toEqual({ ok: false, reason: 'missing' });
  });

  test('a copy has no engagements', () => {
    expect(
      duplicatePartner(
        records,
        'p',
        (name) => `${name} 2`,
        () => 'n',
      ),
    ).toMatchObject({
      id: 'n',
      changes: [{ op: 'put', table: 'partner', record: { id: 'n', name: 'p 2', relationship: 'supplier' } }],
    });
  });
});

describe('teams', () => {
  const records = recordsOf({
    team: [newTeam('s', 's'), { ...newTeam('t', 't'), mission: 'Pay on time', platforms: ['Payments'] }],
    initiative: [initiative('i', { teamId: 't' })],
    phase: [phase('f', 'i', 0, { teamId: 't' }), phase('g', 'i', 1, { teamId: 's' })],
    capability: [{ ...newCapability('c', 'c', null), ownerTeamId: 't' }],
    teamMember: [{ id: 'm', teamId: 't', name: 'Developer', people: 3 }],
  });

  test('merge moves initiatives, phases and owned capabilities', () => {
    expect(mergeTeams(records, ['t'], 's')).toEqual({
      ok: true,
      moved: { initiative: 1, phase: 1, capability: 1, teamMember: 1 },
      mission: true,
      changes: [
        { op: 'patch', table: 'capability', id: 'c', values: { ownerTeamId: 's' } },
        { op: 'patch', table: 'initiative', id: 'i', values: { teamId: 's' } },
        { op: 'patch', table: 'phase', id: 'f', values: { teamId: 's' } },
        { op: 'patch', table: 'teamMember', id: 'm', values: { teamId: 's' } },
        { op: 'patch', table: 'team', id: 's', values: { mission: 'Pay on time', platforms: ['Payments'] } },
        { op: 'remove', table: 'team', id: 't' },
      ],
    });
  });

  test('merge with nobody, itself or one that is gone is refused', () => {
    expect(mergeTeams(records, [], 's')).toEqual({ ok: false, reason: 'sameRecord' });
    expect(mergeTeams(records, ['s'], 's')).toEqual({ ok: false, reason: 'sameRecord' });
    expect(mergeTeams(records, ['t', 's'], 's')).toEqual({ ok: false, reason: 'sameRecord' });
    expect(mergeTeams(records, ['gone'], 's')).toEqual({ ok: false, reason: 'missing' });
    expect(mergeTeams(records, ['s'], 'gone')).toEqual({ ok: false, reason: 'missing' });
    expect(mergeTeams(records, ['s'], 'constructor')).toEqual({ ok: false, reason: 'missing' });
  });

  test('merge puts what both say together once, and leaves what it knew as it is written', () => {
    const some = recordsOf({
      team: [
        { ...newTeam('s', 's'), mission: ' Pay on time\n', platforms: ['Search', 'Payments'] },
        { ...newTeam('t', 't'), mission: 'Pay on time', platforms: ['Payments'] },
        { ...newTeam('u', 'u'), platforms: ['Cloud'] },
      ],
    });
    const gone = { op: 'remove', table: 'team', id: 't' };
    expect(mergeTeams(some, ['t'], 's')).toMatchObject({ mission: false, changes: [gone] });
    expect(mergeTeams(some, ['t', 'u'], 's')).toMatchObject({
      changes: [
        { table: 'team', id: 's', values: { platforms: ['Search', 'Payments', 'Cloud'] } },
        gone,
        { op: 'remove', table: 'team', id: 'u' },
      ],
    });
  });

  test('a copy says what the team is, and has none of its work', () => {
    const copied = duplicateTeam(
      records,
      't',
      (name) => `${name} 2`,
      () => 'n',
    );
    expect(copied).toEqual({
      ok: true,
      id: 'n',
      changes: [{ op: 'put', table: 'team', record: { ...records.team.t, id: 'n', name: 't 2' } }],
    });
    expect(
      duplicateTeam(
        records,
        'gone',
        (name) => name,
        () => 'n',
      ),
    ).toEqual({ ok: false, reason: 'missing' });
  });

  test('delete says what loses its team', () => {
    expect(deleteTeams(records, ['t', 's'])).toMatchObject({
      cleared: { initiative: 1, phase: 2, capability: 1 },
      removed: { teamMember: 1 },
    });
  });
});

describe('names that are likely one', () => {
  test.each([
    ['Booz Allen Hamilton, Inc.', 'booz allen hamilton'],
    ['DELOITTE CONSULTING LLP', 'deloitte consulting'],
    ['L.L. Bean', 'll bean'],
    ['华为技术有限公司', '华为技术'],
    ['中国建筑股份有限公司', '中国建筑'],
    ['The Company', 'the company'],
    ['公司', '公司'],
  ])('%s is compared as %s', (name, normal) => {
    expect(normalName(name)).toBe(normal);
  });

  const groups = (...names: readonly string[]) =>
    findLikelySame(names.map((name) => ({ id: name, name }))).map(({ ids }) => ids);

  test('spellings of one supplier are found, other suppliers are not', () => {
    expect(
      groups(
        'Lockheed Martin Corporation',
        'Northrop Grumman Systems Corp',
        'LOCKHEED MARTIN CORP.',
        'Lockheed Martn Corporation',
        'Science Applications International Corp',
        'SRA International',
      ),
    ).toEqual([['Lockheed Martin Corporation', 'LOCKHEED MARTIN CORP.', 'Lockheed Martn Corporation']]);
  });

  test('names in Chinese too, those of one company wholly alike', () => {
    const names = ['华为技术有限公司', '华为技术', '腾讯科技有限公司'];
    expect(findLikelySame(names.map((name) => ({ id: name, name })))).toEqual([
      { ids: ['华为技术有限公司', '华为技术'], similarity: 1 },
    ]);
  });

  test('names that differ by a number were told apart on purpose', () => {
    expect(groups('Payments team 1', 'Payments team 2', 'Payments team 12')).toEqual([]);
  });

  test('nothing and one name give nothing', () => {
    expect(groups()).toEqual([]);
    expect(groups('A')).toEqual([]);
    expect(groups('???', '...')).toEqual([]);
  });
});
