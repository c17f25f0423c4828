import { describe, expect, test } from 'vitest';
import type { Guardrail } from '../../../shared/domain/records.ts';
import { compareStates, worstFirst } from '../../../shared/guardrails/compareStates.ts';
import { type Breach, evaluateGuardrail } from '../../../shared/guardrails/evaluate.ts';
import { initiative, recordsOf } from '../../helpers/records.ts';

const today = '2026-06-30';
const guardrail: Guardrail = {
  id: 'g',
  position: 0,
  name: 'At most two',
  rule: { kind: 'builtIn', rule: 'parallelWork', amount: 2 },
  active: true,
};
/** The rule over initiatives that work on so many at once; null is not known. */
const state = (parallel: Readonly<Record<string, number | null>>) =>
  evaluateGuardrail(guardrail, {
    records: recordsOf({
      initiative: Object.entries(parallel).map(([id, teamParallel]) => initiative(id, { teamParallel })),
    }),
    today,
  });
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('a guardrail between two states', () => {
  test('says which records break it anew and which do not any more, also those that are gone', () => {
    const change = compareStates(state({ a: 1, b: 5, gone: 7 }), state({ a: 4, b: 2 }));
    expect(ids(change.newly)).toEqual(['a']);
    expect(ids(change.mended)).toEqual(['b', 'gone']);
    expect(change).toMatchObject({ breaks: false, mends: false });
  });

  test('breaks where nothing broke it, and mends where nothing does any more', () => {
    expect(compareStates(state({ a: 1 }), state({ a: 3 }))).toMatchObject({ breaks: true, mends: false });
    expect(compareStates(state({ a: 3 }), state({ a: 1 }))).toMatchObject({ breaks: false, mends: true });
    expect(compareStates(state({ a: 3 }), state({}))).toMatchObject({ breaks: false, mends: true });
  });

  test('is not mended where nobody knows any more', () => {
    const change = compareStates(state({ a: 3 }), state({ a: null }));
    expect(change).toMatchObject({ newly: [], mended: [], breaks: false, mends: false });
  });
});

test('worst first: without a number, then the furthest from the rule; with leave to break it last', () => {
  const breach = (id: string, measured: number | null, waived = false): Breach => ({
    id,
    name: id,
    holds: false,
    measured,
    waiver: waived
      ? { id, guardrailId: 'g', subject: id, reason: '', owner: 'CIO', grantedOn: today, until: null }
      : null,
  });
  const list = [breach('few', 3), breach('waived', 99, true), breach('never', null), breach('many', 9)];
  expect(ids(worstFirst(list, 'higher'))).toEqual(['never', 'many', 'few', 'waived']);
  expect(ids(worstFirst(list, 'lower'))).toEqual(['never', 'few', 'many', 'waived']);
});

test('figures that are computed elsewhere and are not there yet are not known, and are not computed here', () => {
  const asked: string[] = [];
  const rule: Guardrail = { ...guardrail, rule: { kind: 'builtIn', rule: 'firstRelease', amount: 90 } };
  const { state: said, unknown } = evaluateGuardrail(rule, {
    records: recordsOf({ initiative: [initiative('a', { startDate: '2026-01-01', teamPeople: 5 })] }),
    today,
    headlineOf: (id) => {
      asked.push(id);
      return undefined;
    },
  });
  expect(asked).toEqual(['a']);
  expect({ said, unknown: ids(unknown) }).toEqual({ said: 'unknown', unknown: ['a'] });
});
