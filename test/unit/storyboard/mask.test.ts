import { describe, expect, it } from 'vitest';
import { newDecision, newScenario } from '../../../shared/domain/roomDefaults.ts';
import { withoutAmounts } from '../../../shared/storyboard/amountText.ts';
import { type AliasWords, createMasker } from '../../../shared/storyboard/mask.ts';
import { createNameIndex } from '../../../shared/storyboard/nameIndex.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

const words: AliasWords = (kind, nth) => `${kind[0]?.toUpperCase()}${kind.slice(1)} ${nth}`;
const at = '2026-01-02T03:04:05Z';

const portal = initiative('i1', {
  name: 'Claims portal',
  description: 'Rebuilt with Contoso',
  owner: 'Ada Byron',
  teamId: 't1',
  budget: 120_000_00,
  extra: { Sponsor: 'Ada Byron' },
});
const records = recordsOf(
  {
    initiative: [portal, initiative('i2', { name: 'Claims', owner: 'ada byron' })],
    phase: [phase('p1', 'i1', 0, { name: 'Build of Claims portal' })],
    team: [
      {
        id: 't1',
        name: 'IT',
        mission: 'Claims',
        stableSince: null,
        decidesAlone: '',
        platforms: ['Claims portal API'],
        disbandsOn: null,
      },
    ],
    decision: [
      { ...newDecision('d1', 'Convert Claims portal for $1.2M?', 'Ada Byron', at), reason: 'Ada said so' },
    ],
    scenario: [newScenario('s1', 'Without claims', 0, 'Ada Byron', at)],
    scenarioStep: [
      {
        id: 'ss1',
        scenarioId: 's1',
        position: 0,
        label: { key: 'initiative.flip', params: { name: 'Claims portal' } },
        by: 'Ada Byron',
        at,
        changes: [
          {
            op: 'patch',
            table: 'initiative',
            id: 'i1',
            values: { mode: 'product', description: 'by Contoso' },
          },
          { op: 'put', table: 'initiative', record: { ...initiative('i9', { name: 'Secret work' }) } },
        ],
      },
    ],
  },
  { name: 'Northwind', parameters: { team_size: { value: 5, by: 'Ada Byron', at } } },
);
const secrets = ['Claims', 'Contoso', 'Ada', 'Northwind', 'Secret work', 'Rebuilt'];

describe('hiding names', () => {
  const masker = createMasker({ names: true, amounts: false }, words);
  const masked = masker.records(records);

  it('leaves no name, no person and no free text in any record', () => {
    const text = JSON.stringify(masked);
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(masked.team.t1?.name).toBe('Team 1');
    expect(masked.initiative.i1?.name).toBe('Initiative 1');
    expect(masked.initiative.i2?.name).toBe('Initiative 2');
  });

  it('keeps ids, numbers, modes, dates and what the picture is made of', () => {
    expect(masked.initiative.i1).toMatchObject({
      id: 'i1',
      teamId: 't1',
      budget: 120_000_00,
      mode: portal.mode,
    });
    expect(masked.scenario.s1?.createdAt).toBe(at);
    expect(masked.portfolio.portfolio?.currency).toBe(records.portfolio.portfolio?.currency);
    expect(masked.phase.p1).toMatchObject({ kind: 'build', name: 'Build of Initiative 1' });
    expect(masked.decision.d1?.name).toBe('Convert Initiative 1 for $1.2M?');
  });

  it('gives one person one number, whatever the case', () => {
    expect(masked.initiative.i1?.owner).toBe(masked.initiative.i2?.owner);
  });

  it('numbers a new record on, and keeps the numbers of the others', () => {
    const third = initiative('i3', { name: 'Broker app' });
    const diff = masker.diff({ initiative: { added: { i3: third }, updated: {}, removed: {} } });
    // The scenario's own new initiative has a number too.
    expect(diff.initiative?.added.i3?.name).toMatch(/^Initiative \d$/);
    expect(JSON.stringify(diff)).not.toContain('Broker');
    expect(masker.value({ text: 'Broker app ended' })).toEqual({
      text: `${diff.initiative?.added.i3?.name} ended`,
    });
  });

  it('hides in the history also names that nobody bears any more', () => {
    const label = {
      key: 'initiative.rename',
      params: { name: 'Old Portal', field: 'initiative.name', count: 3 },
    };
    expect(masker.value({ undo: label }).undo.params).toEqual({
      name: '•••',
      field: 'initiative.name',
      count: 3,
    });
  });

  it('puts true names and texts back into what is written', () => {
    const shown = masked.initiative.i1!;
    const written = masker.unmask({
      label: { key: 'initiative.edit', params: { name: 'Initiative 1' } },
      changes: [
        { op: 'put', table: 'initiative', record: { ...shown, mode: 'product' } },
        { op: 'patch', table: 'decision', id: 'd1', values: { reason: 'Initiative 1 is ready' } },
      ],
    });
    expect(written.label.params.name).toBe('Claims portal');
    expect(written.changes[0]).toEqual({
      op: 'put',
      table: 'initiative',
      record: { ...portal, mode: 'product' },
    });
    expect(written.changes[1]).toMatchObject({ values: { reason: 'Claims portal is ready' } });
  });

  it('writes back into a scenario what was not touched there', () => {
    const step = masked.scenarioStep.ss1!;
    const { changes } = masker.unmask({
      label: { key: 'scenario.step', params: {} },
      changes: [{ op: 'put', table: 'scenarioStep', record: { ...step } }],
    });
    expect(changes[0]).toEqual({ op: 'put', table: 'scenarioStep', record: records.scenarioStep.ss1 });
  });
});

describe('hiding amounts', () => {
  it.each([
    ['It saves $3.1M a year', 'It saves ••• a year'],
    ['-€1,200.50 and 5 people', '••• and 5 people'],
    ['每年节省 ¥310万', '每年节省 •••'],
    ['约 300 万元，20 天', '约 •••，20 天'],
    ['12 USD', '•••'],
    ['43 of 50 futures, 46%, 9 months', '43 of 50 futures, 46%, 9 months'],
  ])('%s', (text, hidden) => expect(withoutAmounts(text)).toBe(hidden));

  it('takes them out of texts, and leaves names and numbers', () => {
    const masked = createMasker({ names: false, amounts: true }, words).records(records);
    expect(masked.decision.d1?.name).toBe('Convert Claims portal for •••?');
    expect(masked.initiative.i1?.budget).toBe(120_000_00);
  });
});

it('hides nothing when nothing is to be hidden', () => {
  const masker = createMasker({ names: false, amounts: false }, words);
  expect(masker.records(records)).toBe(records);
});

describe('finding names', () => {
  const index = createNameIndex();
  for (const [k, name] of ['IT', 'Claims', 'Claims portal', '理赔门户'].entries()) index.add(name, `#${k}`);

  it.each([
    ['claims portal and Claims', '#2 and #1'],
    ['with IT', 'with #0'],
    ['Exclaims claimsX', 'Exclaims claimsX'],
    ['新的理赔门户上线', '新的#3上线'],
    ['', ''],
  ])('%s', (text, replaced) => expect(index.replace(text)).toBe(replaced));
});
