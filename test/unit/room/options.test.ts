import { describe, expect, test } from 'vitest';
import type {
  DetailByType,
  EvidenceByType,
  Finding,
  FindingType,
} from '../../../shared/coverage/findings.ts';
import { findingOptions, initiativesOf, type OptionKind } from '../../../shared/decisions/options.ts';
import { newCapability } from '../../../shared/domain/defaults.ts';
import type { Initiative } from '../../../shared/domain/records.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';

const capability = newCapability('claims', 'Claims', null);
const contribution = (initiativeId: string, weight: number, capabilityId = 'claims') => ({
  id: `${initiativeId}-${capabilityId}`,
  initiativeId,
  capabilityId,
  weight,
});
/** Large: a project of 1,000.00 with half of its work on claims; small: a product team; old: retired. */
const initiatives: readonly Initiative[] = [
  initiative('large', { mode: 'project', budget: 100_000, startDate: '2026-02-01', endDate: '2026-12-31' }),
  initiative('small', { mode: 'product', budget: 20_000, startDate: '2026-05-01' }),
  initiative('undated', { mode: 'project', budget: null }),
  initiative('old', { mode: 'project', budget: 5_000, retired: true }),
];
const plan = recordsOf({
  capability: [capability, newCapability('billing', 'Billing', null)],
  initiative: initiatives,
  contribution: [
    contribution('large', 0.25, 'billing'),
    contribution('large', 0.5),
    contribution('small', 1),
    contribution('undated', 1),
  ],
});
const names = { initiative: (of: string) => `Work on ${of}`, partner: 'New partner' };

function finding<T extends FindingType>(
  type: T,
  evidence: Partial<EvidenceByType[T]>,
  more: {
    subject?: string;
    money?: number;
    detail?: T extends keyof DetailByType ? DetailByType[T] : null;
  } = {},
): Finding {
  return {
    type,
    subject: 'claims',
    money: 300,
    confidence: 1,
    importance: 5,
    score: 300,
    evidence,
    detail: null,
    healthy: [],
    ...more,
  } as unknown as Finding;
}

const gap = (contributors: readonly string[], more: { subject?: string; money?: number } = {}) =>
  finding(
    'GAP_UNDER',
    { contributors: contributors.map((id, at) => ({ initiative: id, money: 100 - at })) },
    more,
  );

function optionOf(of: Finding, kind: OptionKind, records = plan) {
  let made = 0;
  const found = findingOptions(records, of, names, () => `new-${++made}`).find((each) => each.kind === kind);
  if (!found) throw new Error(`${kind} is not offered`);
  return found;
}

const patch = (id: string, values: Partial<Initiative>) => ({ op: 'patch', table: 'initiative', id, values });
const unknown = { changes: null, cost: null, about: [] };

describe('the initiatives of a finding', () => {
  const ids = (of: Finding) => initiativesOf(plan, of).map(({ id }) => id);

  test('of a need are its contributors, the one with most money first', () => {
    const contributors = [
      { initiative: 'small', money: 20 },
      { initiative: 'large', money: 100 },
    ];
    for (const type of ['GAP_NONE', 'GAP_UNDER', 'OVER_INVESTED', 'INVEST_NO_DEMAND'] as const)
      expect(ids(finding(type, { contributors }))).toEqual(['large', 'small']);
  });

  test('of an overlap are the two of its largest pair, and none where there is no pair', () => {
    const pair = { money: 1, kappa: 1, redundant: 1 };
    const pairs = [
      { ...pair, lead: 'small', other: 'large' },
      { ...pair, lead: 'undated', other: 'large' },
    ];
    expect(ids(finding('OVERLAP', { pairs }))).toEqual(['small', 'large']);
    expect(ids(finding('OVERLAP', { pairs: [] }))).toEqual([]);
  });

  test.each([
    [
      [1, 2],
      ['small', 'large'],
    ],
    [
      [2, 1],
      ['large', 'small'],
    ],
    [
      [1, 1],
      ['large', 'small'],
    ],
    [
      [null, 1],
      ['small', 'large'],
    ],
    [
      [null, null],
      ['large', 'small'],
    ],
  ] as const)('of a likely duplicate with money %j stand as %j', (money, order) => {
    const detail = { initiatives: ['large', 'small'], money, time_overlap: 1, gram_parts: [] } as const;
    expect(ids(finding('DUPLICATE_TEXT', {}, { detail }))).toEqual(order);
  });

  test('leave out those that are retired or gone, and are named by each other kind', () => {
    expect(ids(gap(['old', 'small', 'gone', 'constructor']))).toEqual(['small']);
    expect(ids(finding('COLLABORATION', { members: ['small', 'large'] }))).toEqual(['small', 'large']);
    expect(ids(finding('ORPHAN', { last_initiatives: ['large'] }))).toEqual(['large']);
    expect(ids(finding('UNMAPPED', {}, { subject: 'undated' }))).toEqual(['undated']);
    expect(ids(finding('CONCENTRATION', {}))).toEqual([]);
    expect(ids(finding('LOCK_IN', {}))).toEqual([]);
  });
});

describe('extending', () => {
  test('adds what is missing over the share of the work that goes to the capability', () => {
    // 300.00 are missing, half of each amount arrives: 600.00 more on 1,000.00.
    expect(optionOf(gap(['large', 'small']), 'extend')).toEqual({
      kind: 'extend',
      changes: [patch('large', { budget: 160_000 })],
      cost: 60_000,
      about: ['large'],
    });
  });

  test('is not known where nobody contributes, the budget is unknown, or nothing is missing', () => {
    for (const of of [
      gap([]),
      gap(['undated']),
      gap(['large'], { subject: 'elsewhere' }),
      gap(['large'], { money: 0 }),
    ])
      expect(optionOf(of, 'extend')).toEqual({ kind: 'extend', ...unknown });
  });

  test('keeps the team of an orphan, at a cost that nobody knows', () => {
    expect(optionOf(finding('ORPHAN', { last_initiatives: ['large'] }), 'extend')).toEqual({
      kind: 'extend',
      changes: [patch('large', { endDate: null })],
      cost: null,
      about: ['large'],
    });
  });
});

describe('building', () => {
  const built = {
    name: 'Work on Claims',
    mode: 'product',
    stage: 'candidate',
    budget: 30_000,
    startDate: '2026-05-01',
    endDate: '2027-05-01',
  };
  const serves = { id: 'new-2', initiativeId: 'new-1', capabilityId: 'claims', weight: 1 };

  test('makes a product team with the money that is missing, a year long from the latest start', () => {
    const { changes, cost, about } = optionOf(gap([]), 'build');
    expect({ cost, about }).toEqual({ cost: 30_000, about: ['Claims'] });
    expect(changes).toMatchObject([
      { table: 'initiative', record: { id: 'new-1', ...built } },
      { table: 'contribution', record: serves },
    ]);
    expect(changes).toHaveLength(2);
  });

  test('starts on the data date where there is one, and has no dates where none is known', () => {
    const dated = recordsOf(
      { capability: [capability], initiative: initiatives },
      { dataDate: '2026-09-30', currency: 'USD' },
    );
    const first = (records: typeof plan) => optionOf(gap([]), 'build', records).changes?.[0];
    expect(first(dated)).toMatchObject({ record: { startDate: '2026-09-30', endDate: '2027-09-30' } });
    expect(first(recordsOf({ capability: [capability] }))).toMatchObject({
      record: { startDate: null, endDate: null },
    });
  });

  test('with a partner pays half of it to a new one', () => {
    const { kind, changes, cost } = optionOf(gap([]), 'partner');
    expect({ kind, cost }).toEqual({ kind: 'partner', cost: 30_000 });
    // Building alone was offered before it, and took two ids.
    expect(changes).toMatchObject([
      { table: 'initiative', record: { id: 'new-3', ...built } },
      { table: 'contribution', record: { ...serves, id: 'new-4', initiativeId: 'new-3' } },
      { table: 'partner', record: { id: 'new-5', name: 'New partner' } },
      {
        table: 'engagement',
        record: { initiativeId: 'new-3', partnerId: 'new-5', amount: 15_000, description: '' },
      },
    ]);
  });

  test('is not known for what is no capability, nor where no money is missing', () => {
    for (const of of [gap([], { subject: 'some outcome' }), gap([], { money: 0 })])
      for (const kind of ['build', 'partner'] as const)
        expect(optionOf(of, kind)).toEqual({ kind, ...unknown });
  });

  test('with a partner is nothing that ends a dependence on one: which one comes, people say', () => {
    for (const type of ['CONCENTRATION', 'LOCK_IN'] as const)
      expect(optionOf(finding(type, {}), 'partner')).toEqual({ kind: 'partner', ...unknown });
  });
});

describe('changing what there is', () => {
  const pair = { lead: 'small', other: 'large', money: 1, kappa: 1, redundant: 1 };
  const overlap = finding('OVERLAP', { pairs: [pair] });
  const none = finding('OVERLAP', { pairs: [] });

  test('converts the first project among them, and none where all are product teams', () => {
    expect(optionOf(overlap, 'convert')).toEqual({
      kind: 'convert',
      changes: [patch('large', { mode: 'product' })],
      cost: 0,
      about: ['large'],
    });
    expect(optionOf(gap(['small']), 'convert')).toEqual({ kind: 'convert', ...unknown });
  });

  test('retires the lesser of two, the only one of one, and nothing of none', () => {
    const retired = (id: string) => ({ changes: [patch(id, { retired: true })], cost: 0, about: [id] });
    expect(optionOf(overlap, 'retire')).toMatchObject(retired('large'));
    expect(optionOf(finding('UNMAPPED', {}, { subject: 'undated' }), 'retire')).toMatchObject(
      retired('undated'),
    );
    expect(optionOf(none, 'retire')).toEqual({ kind: 'retire', ...unknown });
  });

  test('merges the lesser into the greater, and needs both', () => {
    const merged = optionOf(overlap, 'merge');
    expect(merged).toMatchObject({ cost: 0, about: ['small', 'large'] });
    expect(merged.changes).toContainEqual({ op: 'remove', table: 'initiative', id: 'large' });
    expect(optionOf(none, 'merge')).toEqual({ kind: 'merge', ...unknown });
    const half = finding('OVERLAP', { pairs: [{ ...pair, other: 'old' }] });
    expect(optionOf(half, 'merge')).toEqual({ kind: 'merge', ...unknown });
  });

  test('leaves splitting to people', () => {
    expect(optionOf(overlap, 'split')).toEqual({ kind: 'split', ...unknown });
  });
});
