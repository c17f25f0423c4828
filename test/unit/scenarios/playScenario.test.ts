import { describe, expect, test } from 'vitest';
import type { Change } from '../../../shared/contract/changes.ts';
import { newInitiative } from '../../../shared/domain/defaults.ts';
import type { PortfolioRecords, ScenarioStep } from '../../../shared/domain/records.ts';
import { newScenario } from '../../../shared/domain/roomDefaults.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import { playScenario, withCheckedChanges } from '../../../shared/scenarios/playScenario.ts';
import { recordsOf } from '../../helpers/records.ts';

const at = '2026-01-02T03:04:05.006Z';
const step = (
  id: string,
  scenarioId: string,
  position: number,
  changes: readonly Change[],
): ScenarioStep => ({
  id,
  scenarioId,
  position,
  label: { key: 'initiative.edit', params: {} },
  by: '',
  at,
  changes: changes as ScenarioStep['changes'],
});
const rename = (id: string, name: string): Change => ({
  op: 'patch',
  table: 'initiative',
  id,
  values: { name },
});

function plan(...steps: readonly ScenarioStep[]): PortfolioRecords {
  const base = recordsOf({ initiative: [newInitiative('a', 'A'), newInitiative('b', 'B')] });
  return {
    ...base,
    scenario: {
      s: newScenario('s', 'S', 0, '', at),
      t: { ...newScenario('t', 'T', 1, '', at), parentId: 's' },
    },
    scenarioStep: Object.fromEntries(steps.map((each) => [each.id, each])),
  };
}

describe('a scenario', () => {
  test('shows its steps in order on top of the plan, after those of the scenario it stands on', () => {
    const records = plan(
      step('2', 's', 1, [rename('a', 'A2')]),
      step('1', 's', 0, [rename('a', 'A1'), rename('b', 'B1')]),
      step('3', 't', 0, [rename('b', 'B3')]),
    );
    const played = playScenario(records, 't');
    expect(Object.values(played.records.initiative).map(({ name }) => name)).toEqual(['A2', 'B3']);
    expect(played.changes).toHaveLength(4);
    expect(played.passedOver).toEqual([]);
    expect(Object.values(records.initiative).map(({ name }) => name)).toEqual(['A', 'B']);
    expect(Object.values(playScenario(records, 's').records.initiative).map(({ name }) => name)).toEqual([
      'A2',
      'B1',
    ]);
  });

  test('leaves untouched tables their identity', () => {
    const records = plan(step('1', 's', 0, [rename('a', 'X')]));
    const played = playScenario(records, 's').records;
    expect(played.initiative).not.toBe(records.initiative);
    expect(played.phase).toBe(records.phase);
    expect(played.initiative.b).toBe(records.initiative.b);
  });

  test('passes over a whole step that does not fit any more, names it, and keeps the others', () => {
    const records = plan(
      step('1', 's', 0, [rename('a', 'A1'), rename('gone', 'X')]),
      step('2', 's', 1, [rename('b', 'B2')]),
      step('3', 's', 2, [
        {
          op: 'patch',
          table: 'initiative',
          id: 'a',
          values: { startDate: '2026-02-01', endDate: '2026-01-01' },
        },
      ]),
      step('4', 's', 3, [{ op: 'put', table: 'decision', record: { id: 'd' } }]),
      step('5', 's', 4, [
        {
          op: 'put',
          table: 'contribution',
          record: { id: 'c', initiativeId: 'a', capabilityId: 'no', weight: 1 },
        },
      ]),
    );
    const played = playScenario(records, 's');
    expect(Object.values(played.records.initiative).map(({ name }) => name)).toEqual(['A', 'B2']);
    expect(played.passedOver.map(({ step: { id }, error }) => [id, error.code])).toEqual([
      ['1', 'not_found'],
      ['3', 'invalid_record'],
      ['4', 'invalid_record'],
      ['5', 'broken_reference'],
    ]);
    expect(played.changes).toEqual([rename('b', 'B2')]);
  });

  test('that is applied adds nothing to those that stand on it', () => {
    const records = plan(step('1', 's', 0, [rename('a', 'A1')]), step('2', 't', 0, [rename('b', 'B2')]));
    const applied = withChanges(records, [
      { op: 'patch', table: 'scenario', id: 's', values: { appliedAt: at } },
    ]);
    expect(Object.values(playScenario(applied, 't').records.initiative).map(({ name }) => name)).toEqual([
      'A',
      'B2',
    ]);
  });

  test('checks changes as the file does, and takes a record out once with what belongs to it', () => {
    const records = withChanges(plan(), [
      {
        op: 'put',
        table: 'scopeItem',
        record: {
          id: 'i',
          initiativeId: 'a',
          name: 'I',
          personDays: 1,
          valueShare: 0,
          useful: true,
          mlp: false,
        },
      },
    ]);
    const both: Change[] = [
      { op: 'remove', table: 'initiative', id: 'a' },
      { op: 'remove', table: 'scopeItem', id: 'i' },
    ];
    expect(withCheckedChanges(records, both).scopeItem).toEqual({});
    expect(() => withCheckedChanges(records, [{ op: 'remove', table: 'initiative', id: 'x' }])).toThrow(
      /no initiative x/,
    );
    expect(() => withCheckedChanges(records, [rename('a', '')])).toThrow(/name/);
  });
});
