import { describe, expect, it } from 'vitest';
import { partnerHandoffs } from '../../../shared/analysis/partnerHandoffs.ts';
import { partnerMoney } from '../../../shared/analysis/partnerMoney.ts';
import { emptyRecords, newCapability, newInitiative, newPartner } from '../../../shared/domain/defaults.ts';
import { newHandoff } from '../../../shared/domain/planningDefaults.ts';
import type { Handoff, Initiative, Partner, PortfolioRecords } from '../../../shared/domain/records.ts';
import { builtInChecks } from '../../../shared/guardrails/builtIn.ts';
import { removePartner } from '../../../shared/planning/removePartner.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';

const byId = <R extends { readonly id: string }>(list: readonly R[]): Record<string, R> =>
  Object.fromEntries(list.map((each) => [each.id, each]));
const initiative = (id: string, values: Partial<Initiative> = {}): Initiative => ({
  ...newInitiative(id, id),
  budget: 1000,
  ...values,
});
const partner = (id: string, values: Partial<Partner> = {}): Partner => ({
  ...newPartner(id, `Partner ${id}`),
  ...values,
});
const engagement = (id: string, initiativeId: string, partnerId: string, amount: number | null) => ({
  id,
  initiativeId,
  partnerId,
  description: '',
  amount,
  externalId: null,
});
const serves = (initiativeId: string, capabilityId: string, weight = 1) => ({
  id: `${initiativeId}-${capabilityId}`,
  initiativeId,
  capabilityId,
  weight,
});
const of = (values: {
  readonly initiatives: readonly Initiative[];
  readonly partners: readonly Partner[];
  readonly engagements: readonly ReturnType<typeof engagement>[];
  readonly contributions?: readonly ReturnType<typeof serves>[];
  readonly handoffs?: readonly Handoff[];
}): PortfolioRecords => ({
  ...emptyRecords(),
  initiative: byId(values.initiatives),
  partner: byId(values.partners),
  capability: byId([newCapability('c', 'Claims', null)]),
  engagement: byId(values.engagements),
  contribution: byId(values.contributions ?? []),
  handoff: byId(values.handoffs ?? []),
});

describe('who gets the money', () => {
  const records = of({
    initiatives: [initiative('i'), initiative('j', { budget: 500 })],
    partners: [partner('p', { exitReadiness: 0.25 }), partner('q')],
    engagements: [engagement('e1', 'i', 'p', 600), engagement('e2', 'j', 'q', 150)],
    contributions: [serves('i', 'c'), serves('j', 'c')],
  });

  it('shares a budget out by contract, the rest to own people', () => {
    const { rows, partners, top } = partnerMoney(records);
    expect(rows[0]).toMatchObject({
      money: 1500,
      atLeast: false,
      largest: { partnerId: 'p', low: 0.4, high: 0.4 },
      lockIn: 0.4 * 0.75,
    });
    expect(rows[0]!.cells.map(({ partnerId, money, most }) => [partnerId, money, most])).toEqual([
      ['p', 600, 600],
      ['q', 150, 150],
    ]);
    expect(rows[0]!.hhi).toBeCloseTo(40 ** 2 + 10 ** 2 + 50 ** 2, 9);
    expect(partners.map(({ partner: { id }, share }) => [id, share])).toEqual([
      ['p', 0.4],
      ['q', 0.1],
    ]);
    expect(top).toEqual({ partnerIds: ['p', 'q'], low: 0.5, high: 0.5 });
  });

  it('stands in order: what is surely too much, then what may be most, the unbounded last', () => {
    const capabilities = ['maybe', 'sure', 'little', 'open', 'own', 'alike'];
    const served = of({
      initiatives: [
        initiative('sure'),
        initiative('maybe'),
        initiative('little'),
        initiative('alike'),
        initiative('open'),
        initiative('unknown', { budget: null }),
        initiative('own'),
      ],
      partners: [partner('p'), partner('q'), partner('old', { retired: true })],
      engagements: [
        engagement('e1', 'sure', 'p', 500),
        engagement('e2', 'maybe', 'p', null),
        engagement('e3', 'little', 'p', 100),
        engagement('e4', 'alike', 'q', 100),
        engagement('e5', 'open', 'p', 100),
        engagement('e6', 'unknown', 'p', null),
        engagement('e7', 'own', 'old', 900),
      ],
      contributions: [...capabilities.map((id) => serves(id, id)), serves('unknown', 'open')],
    });
    const own = { ...served, capability: byId(capabilities.map((id) => newCapability(id, id, null))) };
    const turned = { ...own, initiative: byId(Object.values(own.initiative).reverse()) };
    for (const { rows } of [own, turned].map(partnerMoney))
      expect(rows.map(({ capabilityId }) => capabilityId)).toEqual([
        'sure',
        'maybe',
        'alike',
        'little',
        'open',
      ]);
  });

  it('begins with what one may hold most money of, not with all of something small', () => {
    const served = of({
      initiatives: [initiative('small'), initiative('large', { budget: 9000 })],
      partners: [partner('p'), partner('q')],
      engagements: [
        engagement('1', 'small', 'p', null),
        engagement('2', 'large', 'p', null),
        engagement('3', 'large', 'q', 3600),
      ],
      contributions: [serves('small', 'small'), serves('large', 'large')],
    });
    const capability = byId(['small', 'large'].map((id) => newCapability(id, id, null)));
    const { rows } = partnerMoney({ ...served, capability });
    expect(rows.map(({ capabilityId, largest }) => [capabilityId, largest?.high])).toEqual([
      ['large', 0.6],
      ['small', 1],
    ]);
  });

  it('names the three partners with most, and of each the capabilities with most of its money', () => {
    const shared = of({
      initiatives: ['i', 'j', 'k', 'l'].map((id) => initiative(id)),
      partners: ['none', 'twice', 'two', 'one', 'most', 'less', 'least'].map((id) => partner(id)),
      engagements: [
        engagement('1', 'i', 'least', 10),
        engagement('2', 'j', 'less', 20),
        engagement('3', 'k', 'most', 300),
        engagement('4', 'l', 'one', null),
        engagement('5', 'k', 'two', 100),
        engagement('6', 'l', 'two', 0),
        engagement('7', 'l', 'none', 0),
        engagement('8', 'l', 'twice', 0),
        engagement('9', 'i', 'twice', 0),
        engagement('10', 'i', 'most', 100),
      ],
      // 100 of one budget, and half of 300 of another.
      contributions: [serves('i', 'c'), serves('k', 'd', 0.5)],
    });
    const { partners, top } = partnerMoney({
      ...shared,
      capability: byId(['c', 'd'].map((id) => newCapability(id, id, null))),
    });
    // Of those without known money first who may get most, then who works in most places.
    const ids = ['most', 'two', 'less', 'least', 'one', 'twice', 'none'];
    expect(partners.map(({ partner: { id } }) => id)).toEqual(ids);
    expect(partners[0]!.capabilityIds).toEqual(['d', 'c']);
    expect(top?.partnerIds).toEqual(['most', 'two', 'less']);
    expect(top?.low).toBeCloseTo(520 / 4_000, 12);
    const broke = {
      ...shared,
      initiative: byId(['i', 'j', 'k', 'l'].map((id) => initiative(id, { budget: 0 }))),
    };
    expect(partnerMoney(broke).partners.map(({ share }) => share)).toEqual(ids.map(() => null));
  });

  it('says the same largest share as the guardrail about it', () => {
    const [verdict] = builtInChecks.partnerShare({ records, today: '2026-01-01' }, 0.4);
    expect(verdict?.measured).toBeCloseTo(partnerMoney(records).rows[0]!.largest!.low, 12);
  });

  it('leaves the guardrail undecided where a contract without an amount may take too much', () => {
    const verdictOf = (amount: number | null, other: number | null) => {
      const open = of({
        initiatives: [initiative('i')],
        partners: [partner('p'), partner('q')],
        engagements: [engagement('e1', 'i', 'p', amount), engagement('e2', 'i', 'q', other)],
        contributions: [serves('i', 'c')],
      });
      const [verdict] = builtInChecks.partnerShare({ records: open, today: '2026-01-01' }, 0.4);
      return [verdict?.holds, verdict?.measured];
    };
    expect(verdictOf(300, 300)).toEqual([true, 0.3]);
    // All that the known contract leaves, 700 of 1,000, may be the other's.
    expect(verdictOf(300, null)).toEqual([null, 0.3]);
    expect(verdictOf(500, null)).toEqual([false, 0.5]);
    expect(verdictOf(null, null)).toEqual([null, 0]);
  });

  it('has the guardrail say nothing of a capability that no known money serves, and hold without partners', () => {
    const holds = (values: Partial<Initiative>, partners: readonly ReturnType<typeof engagement>[] = []) => {
      const open = of({
        initiatives: [initiative('i', values)],
        partners: [partner('p')],
        engagements: partners,
        contributions: [serves('i', 'c')],
      });
      return builtInChecks.partnerShare({ records: open, today: '2026-01-01' }, 0.4)[0]?.holds;
    };
    expect(holds({})).toBe(true);
    expect(holds({ budget: null }, [engagement('e', 'i', 'p', 10)])).toBeNull();
    expect(holds({ funded: false })).toBeNull();
    expect(holds({ retired: true })).toBeNull();
    expect(holds({ budget: 0 })).toBeNull();
  });

  it('shares what is owed where contracts are worth more than the budget', () => {
    const over = of({
      initiatives: [initiative('i')],
      partners: [partner('p'), partner('q')],
      engagements: [engagement('e1', 'i', 'p', 1500), engagement('e2', 'i', 'q', 500)],
      contributions: [serves('i', 'c')],
    });
    expect(partnerMoney(over).rows[0]!.cells.map(({ money }) => money)).toEqual([750, 250]);
    expect(partnerMoney(over).total).toBe(1000);
  });

  it('never takes unknown for nothing: an unknown contract may be all that no other one takes, once', () => {
    const open = of({
      initiatives: [initiative('i')],
      partners: [partner('p'), partner('q')],
      engagements: [
        engagement('e1', 'i', 'p', 300),
        engagement('e2', 'i', 'q', null),
        engagement('e3', 'i', 'q', null),
        engagement('e4', 'i', 'p', null),
      ],
      contributions: [serves('i', 'c')],
    });
    const { rows, partners, top, unknown } = partnerMoney(open);
    expect(unknown).toBe(3);
    expect(rows[0]).toMatchObject({ atLeast: true, hhi: null, lockIn: null });
    expect(rows[0]!.cells.map(({ partnerId, money, most }) => [partnerId, money, most])).toEqual([
      ['p', 300, 1000],
      ['q', 0, 700],
    ]);
    expect(partners.find((each) => each.partner.id === 'q')).toMatchObject({
      money: null,
      share: null,
      most: 700,
    });
    expect(top).toEqual({ partnerIds: ['p', 'q'], low: 0.3, high: 1 });
  });

  it('knows no most where the budget is unknown, and leaves out what is not funded or retired', () => {
    const none = of({
      initiatives: [
        initiative('i', { budget: null }),
        initiative('j', { funded: false }),
        initiative('k', { retired: true }),
      ],
      partners: [partner('p')],
      engagements: ['i', 'j', 'k'].map((id) => engagement(`e${id}`, id, 'p', 10)),
      contributions: ['i', 'j', 'k'].map((id) => serves(id, 'c')),
    });
    const { rows, total, top } = partnerMoney(none);
    expect([total, top]).toEqual([0, null]);
    expect(rows[0]).toMatchObject({ money: 0, largest: null });
    expect(rows[0]!.cells).toEqual([
      { partnerId: 'p', money: 0, most: null, unknown: 1, initiativeIds: ['i'] },
    ]);
  });
});

describe('the plan without a partner', () => {
  const records = of({
    initiatives: [initiative('i'), initiative('j'), initiative('k', { budget: null })],
    partners: [partner('p', { contractEnd: '2026-12-31' }), partner('q')],
    engagements: [
      engagement('e1', 'i', 'p', 400),
      engagement('e2', 'i', 'q', 100),
      engagement('e3', 'j', 'p', null),
      engagement('e4', 'k', 'p', 50),
    ],
    handoffs: [
      { ...newHandoff('h', 'i', 0), kind: 'partner', fromPartnerId: 'p', toPartnerId: 'q', waitDays: 20 },
    ],
  });

  it('takes its contracts and their known money out of the budgets, and leaves unknown ones as they are', () => {
    const planned = removePartner(records, 'p');
    if (!planned.ok) throw new Error(planned.reason);
    expect(planned).toMatchObject({ engagements: 3, money: 400, initiatives: 1, unknown: 2 });
    const after = withChanges(records, planned.changes);
    expect(Object.keys(after.engagement)).toEqual(['e2']);
    expect(after.partner.p).toBeUndefined();
    expect([after.initiative.i?.budget, after.initiative.j?.budget, after.initiative.k?.budget]).toEqual([
      600,
      1000,
      null,
    ]);
    // The work still has to pass on: its row stays, under the name of who is gone.
    expect(after.handoff.h).toMatchObject({ fromPartnerId: null, fromName: 'Partner p', toPartnerId: 'q' });
    const other = removePartner(records, 'q');
    if (!other.ok) throw new Error(other.reason);
    expect(withChanges(records, other.changes).handoff.h).toMatchObject({
      ...{ fromPartnerId: 'p', fromName: '' },
      ...{ toPartnerId: null, toName: 'Partner q' },
    });
  });

  it('takes of a budget that is less than its contracts only the part that this contract has of them', () => {
    const less = of({
      initiatives: [initiative('i')],
      partners: [partner('p'), partner('q')],
      engagements: [engagement('e1', 'i', 'p', 900), engagement('e2', 'i', 'q', 600)],
    });
    // 1,000 for contracts of 1,500: 900 of them are 600 of it.
    expect(removePartner(less, 'p')).toMatchObject({ money: 600, unknown: 0 });
  });

  it('writes nothing into a handoff that says its name already', () => {
    const named = withChanges(records, [
      { op: 'patch', table: 'handoff', id: 'h', values: { fromName: 'Partner p' } },
    ]);
    const planned = removePartner(named, 'p');
    expect(planned.ok && planned.changes.some(({ table }) => table === 'handoff')).toBe(false);
  });

  it('is refused for a partner that is not there', () => {
    expect(removePartner(records, 'nobody')).toEqual({ ok: false, reason: 'missing' });
  });
});

describe('handoffs between companies', () => {
  const row = (id: string, values: Partial<Handoff>): Handoff => ({ ...newHandoff(id, 'i', 0), ...values });
  const handoffs = (list: readonly Handoff[]) =>
    partnerHandoffs(
      of({
        initiatives: [initiative('i')],
        partners: [partner('p'), partner('q')],
        engagements: [],
        handoffs: list,
      }),
    );

  it('says nothing of initiatives that are kept for the record only, and has unknown waits last', () => {
    const between = (id: string, initiativeId: string, fromName: string, waitDays: number | null) => ({
      ...{ ...newHandoff(id, initiativeId, 0), kind: 'partner' as const },
      ...{ fromName, toPartnerId: 'q', waitDays },
    });
    const groups = partnerHandoffs(
      of({
        initiatives: [initiative('i'), initiative('old', { retired: true })],
        partners: [partner('q')],
        engagements: [],
        handoffs: [
          between('a', 'i', 'Acme', null),
          between('b', 'i', 'Bolt', 0),
          between('c', 'i', 'Cord', 5),
          between('d', 'old', 'Dust', 50),
        ],
      }),
    );
    expect(groups.map(({ from }) => from)).toEqual(
      ['Cord', 'Bolt', 'Acme'].map((name) => ({ kind: 'named', name })),
    );
  });

  it('adds days and keeps the mean share of knowledge by who hands to whom', () => {
    const groups = handoffs([
      row('a', { kind: 'partner', fromPartnerId: 'p', toPartnerId: 'q', waitDays: 10, keptLikely: 0.4 }),
      row('b', { kind: 'partner', fromPartnerId: 'p', toPartnerId: 'q', waitDays: 30, keptLikely: 0.8 }),
      row('c', { kind: 'partner', fromPartnerId: 'p', toPartnerId: 'q', waitDays: null }),
      row('d', { kind: 'partner', fromName: 'Operations', toName: 'Acme', waitDays: 50 }),
      row('e', { kind: 'team', fromName: 'Design', toName: 'Build', waitDays: 90 }),
      row('f', { kind: 'team', fromName: 'Design', toPartnerId: 'q' }),
    ]);
    expect(groups.map(({ from, to }) => [from, to])).toEqual([
      [
        { kind: 'named', name: 'Operations' },
        { kind: 'named', name: 'Acme' },
      ],
      [
        { kind: 'partner', id: 'p' },
        { kind: 'partner', id: 'q' },
      ],
      [{ kind: 'own' }, { kind: 'partner', id: 'q' }],
    ]);
    expect(groups[1]).toMatchObject({ handoffs: 3, waitDays: 40, unknownWaits: 1 });
    expect(groups[1]!.kept).toBeCloseTo(0.6, 12);
    expect(groups[2]).toMatchObject({ waitDays: null, unknownWaits: 1, kept: null });
  });
});
