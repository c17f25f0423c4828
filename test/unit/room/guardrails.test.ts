import { describe, expect, test } from 'vitest';
import { newCapability, newPartner, newRelease, newTeam } from '../../../shared/domain/defaults.ts';
import { newOutcome, newTranche } from '../../../shared/domain/planningDefaults.ts';
import type { Guardrail, PortfolioRecords, Waiver } from '../../../shared/domain/records.ts';
import { evaluateGuardrail, evaluateGuardrails } from '../../../shared/guardrails/evaluate.ts';
import { builtInRuleIds, type Rule, startingRules } from '../../../shared/guardrails/rules.ts';
import { passes } from '../../../shared/guardrails/testField.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';

const today = '2026-06-30';
const guardrail = (rule: Rule, id = 'g', position = 0): Guardrail => ({
  id,
  position,
  name: id,
  rule,
  active: true,
});
const release = (id: string, initiativeId: string, actualDate: string | null, measured: number | null) => ({
  ...newRelease(id, initiativeId, id),
  actualDate,
  measuredValuePerMonth: measured,
});
const waiver = (values: Partial<Waiver>): Waiver => ({
  id: 'w',
  guardrailId: 'g',
  subject: null,
  reason: 'agreed',
  owner: 'CIO',
  grantedOn: '2026-01-01',
  until: null,
  ...values,
});
const built = (
  rule: (typeof builtInRuleIds)[number],
  records: PortfolioRecords,
  amount: number | null = null,
) => evaluateGuardrail(guardrail({ kind: 'builtIn', rule, amount }), { records, today });
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('the rules to start from', () => {
  test('every initiative serves an outcome: those that are done, stopped or retired are not asked', () => {
    const records = recordsOf({
      initiative: [
        initiative('a'),
        initiative('b'),
        initiative('done', { stage: 'done' }),
        initiative('old', { retired: true }),
      ],
      outcome: [newOutcome('o', 'O')],
      outcomeLink: [{ id: 'l', initiativeId: 'a', outcomeId: 'o', weight: 1 }],
    });
    const state = built('outcomeServed', records);
    expect([state.state, state.holding, ids(state.breaches)]).toEqual(['breaks', 1, ['b']]);
  });

  test('a first release in time: recorded dates count, and an initiative without facts is not known', () => {
    const records = recordsOf({
      initiative: [
        initiative('soon', { startDate: '2026-01-01' }),
        initiative('late', { startDate: '2026-01-01' }),
        initiative('bare'),
      ],
      release: [release('r', 'soon', '2026-03-01', null), release('s', 'late', '2026-06-01', null)],
    });
    const state = built('firstRelease', records, 90);
    expect(ids(state.breaches)).toEqual(['late']);
    expect(state.breaches[0]?.measured).toBe(151);
    expect([state.holding, ids(state.unknown)]).toEqual([1, ['bare']]);
  });

  test('work at once, measured value, money on evidence', () => {
    const records = recordsOf({
      initiative: [
        initiative('a', { teamParallel: 3, budget: 100 }),
        initiative('b', { teamParallel: 2, budget: 100 }),
        initiative('c', { budget: 100 }),
      ],
      release: [
        release('fresh', 'a', '2026-06-01', null),
        release('stale', 'a', '2026-01-01', null),
        release('known', 'a', '2026-01-01', 0),
        release('planned', 'a', null, null),
      ],
      tranche: [1, 2, 3, 4].map((n) => ({
        ...newTranche(`t${n}`, 'b', n, `T${n}`),
        amount: 25,
        evidence: n < 4 ? 'measured' : '',
      })),
    });
    expect(ids(built('parallelWork', records).breaches)).toEqual(['a']);
    expect(ids(built('parallelWork', records).unknown)).toEqual(['c']);
    const measured = built('measuredValue', records);
    expect([ids(measured.breaches), measured.holding]).toEqual([['stale'], 2]);
    const money = built('evidenceBeforeMoney', records);
    expect([ids(money.breaches), money.holding]).toEqual([['a', 'c'], 1]);
  });

  test('partner shares and owners of capabilities', () => {
    const records = recordsOf({
      initiative: [
        initiative('a', { budget: 100, mode: 'product', teamId: 't' }),
        initiative('b', { budget: 100 }),
      ],
      team: [newTeam('t', 'T')],
      capability: [
        { ...newCapability('c', 'C', null), importance: 5, ownerTeamId: 't' },
        { ...newCapability('d', 'D', null), importance: 4 },
        { ...newCapability('e', 'E', null), importance: 2 },
        { ...newCapability('f', 'F', null), importance: 5, retired: true },
      ],
      contribution: [
        { id: '1', initiativeId: 'a', capabilityId: 'c', weight: 1 },
        { id: '2', initiativeId: 'b', capabilityId: 'c', weight: 1 },
        { id: '3', initiativeId: 'a', capabilityId: 'd', weight: 1 },
      ],
      partner: [newPartner('p', 'P')],
      engagement: [
        { id: 'x', initiativeId: 'a', partnerId: 'p', description: '', amount: 60, externalId: null },
      ],
    });
    const share = built('partnerShare', records);
    expect(share.breaches.map(({ id, measured }) => [id, measured])).toEqual([['d', 0.6]]);
    expect(ids(share.unknown)).toEqual(['e']);
    expect(ids(built('ownedCapability', records).breaches)).toEqual(['d']);
    expect(built('ownedCapability', records).holding).toBe(1);
  });

  test('are all there, and say nothing about an empty plan', () => {
    expect(startingRules()).toHaveLength(builtInRuleIds.length);
    for (const rule of builtInRuleIds) expect(built(rule, recordsOf({})).state, rule).toBe('nothing');
  });
});

describe('waivers', () => {
  const records = (...waivers: Waiver[]) =>
    recordsOf({ initiative: [initiative('a'), initiative('b')], waiver: waivers });
  const stateWith = (...waivers: Waiver[]) => built('outcomeServed', records(...waivers));

  test('cover one record, or all, from their day until theirs', () => {
    expect(stateWith().state).toBe('breaks');
    expect(stateWith(waiver({})).state).toBe('waived');
    const one = stateWith(waiver({ subject: 'a' }));
    expect([one.state, one.breaches.map(({ waiver: own }) => own?.id ?? null)]).toEqual([
      'breaks',
      ['w', null],
    ]);
    expect(stateWith(waiver({ until: '2026-06-30' })).state).toBe('waived');
    expect(stateWith(waiver({ until: '2026-06-29' })).state).toBe('breaks');
    expect(stateWith(waiver({ grantedOn: '2026-07-01' })).state).toBe('breaks');
    expect(stateWith(waiver({ guardrailId: 'other' })).state).toBe('breaks');
  });
});

describe('rules of one’s own', () => {
  test('hold a field against a value, for the records that they pick', () => {
    const records = recordsOf({
      initiative: [
        initiative('big', { budget: 500, owner: 'X' }),
        initiative('small', { budget: 10 }),
        initiative('blank'),
      ],
    });
    const rule: Rule = {
      kind: 'own',
      table: 'initiative',
      where: [{ field: 'budget', comparison: 'atLeast', value: 100 }],
      must: { field: 'owner', comparison: 'known', value: null },
    };
    expect(evaluateGuardrail(guardrail(rule), { records, today })).toMatchObject({
      state: 'holds',
      holding: 1,
      unknown: [],
    });
    const cap: Rule = { ...rule, where: [], must: { field: 'budget', comparison: 'atMost', value: 100 } };
    const state = evaluateGuardrail(guardrail(cap), { records, today });
    expect([ids(state.breaches), ids(state.unknown)]).toEqual([['big'], ['blank']]);
  });

  test('of a newer program are shown as not known, and inactive ones are left out', () => {
    const odd = { id: 'x', position: 0, name: 'X', rule: { kind: 'moon' }, active: true };
    const off = { ...guardrail(startingRules()[0]!, 'off', 1), active: false };
    const records = recordsOf({ guardrail: [off, odd] });
    expect(evaluateGuardrails({ records, today }).map(({ guardrail: { id }, state }) => [id, state])).toEqual(
      [['x', 'unknown']],
    );
    const unknownField = guardrail({
      kind: 'own',
      table: 'partner',
      where: [],
      must: { field: '__proto__', comparison: 'known', value: null },
    });
    expect(evaluateGuardrail(unknownField, { records, today }).state).toBe('unknown');
  });

  test.each([
    [5, 'atMost', 5, true],
    [6, 'atMost', 5, false],
    ['2026-02-01', 'atLeast', '2026-01-31', true],
    ['Red ', 'is', 'red', true],
    [null, 'is', 'red', null],
    [null, 'unknown', null, true],
    ['', 'known', null, false],
    [5, 'is', 'five', null],
    [5, 'isNot', 4, true],
  ] as const)('%s %s %s is %s', (value, comparison, other, expected) => {
    expect(passes({ f: value }, { field: 'f', comparison, value: other })).toBe(expected);
  });
});
