import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type PortfolioRecords, recordSchemas, tableNames } from '../../../shared/domain/records.ts';
import { newDecision, newScenario, newStoryboardPage } from '../../../shared/domain/roomDefaults.ts';
import { withoutAmounts } from '../../../shared/storyboard/amountText.ts';
import { type AliasWords, createMasker } from '../../../shared/storyboard/mask.ts';
import { createNameIndex } from '../../../shared/storyboard/nameIndex.ts';
import { initiative, phase, recordsOf } from '../../helpers/records.ts';

const HIDDEN = '(text hidden)';
const words: AliasWords = (kind, nth) =>
  kind === 'text' ? HIDDEN : `${kind[0]?.toUpperCase()}${kind.slice(1)} ${nth}`;
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
    expect(masked.phase.p1).toMatchObject({ kind: 'build', name: 'Phase 1' });
    expect(masked.decision.d1?.name).toBe('Decision 1');
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
    expect(masker.value({ name: 'Broker app' })).toEqual({ name: diff.initiative?.added.i3?.name });
  });

  it('hides in the history also names that nobody bears any more', () => {
    const label = {
      key: 'initiative.rename',
      params: { name: 'Old Portal', field: 'initiative.name', count: 3 },
    };
    expect(masker.value({ undo: label }).undo.params).toEqual({
      name: HIDDEN,
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

describe('what nobody can vouch for', () => {
  const secret = 'Zaphod of Heart of Gold';
  /** The words of the business stay; what the program itself chose is no secret. */
  const business = new Set(['capability.name', 'segment.name', 'outcome.name', 'outcome.metric']);

  const ids = new Set(['key', 'item', 'winner', 'loser', 'table', 'op']);

  /** A value of that shape in which every text is the secret. */
  function filled(schema: unknown): unknown {
    if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return filled(schema.unwrap());
    if (schema instanceof z.ZodEnum) return schema.options[0];
    if (schema instanceof z.ZodLiteral) return schema.value;
    if (schema instanceof z.ZodNumber) return 1;
    if (schema instanceof z.ZodBoolean) return true;
    if (schema instanceof z.ZodArray) return [filled(schema.element)];
    if (schema instanceof z.ZodObject)
      return Object.fromEntries(
        Object.entries(schema.shape).map(([name, each]) => [name, ids.has(name) ? 'x1' : filled(each)]),
      );
    if (schema instanceof z.ZodRecord) return {};
    return secret;
  }
  // Ids, codes and dates have shapes of their own, which a secret has not.
  const isChecked = (schema: unknown): boolean => {
    const text =
      schema instanceof z.ZodNullable || schema instanceof z.ZodOptional ? schema.unwrap() : schema;
    return !(text instanceof z.ZodString) || z.safeParse(text as z.ZodType, secret).success;
  };

  it.each(tableNames)('is not in any field of %s', (table) => {
    const shape = recordSchemas[table].shape as Readonly<Record<string, z.ZodType>>;
    const record = Object.fromEntries(
      Object.entries(shape).map(([name, schema]) => [
        name,
        name === 'id' ? 'x1' : isChecked(schema) ? filled(schema) : null,
      ]),
    );
    const masker = createMasker({ names: true, amounts: false }, words);
    const shown = masker.records({ ...recordsOf({}), [table]: { x1: record } } as PortfolioRecords)[table];
    const left = Object.entries(shown.x1 ?? {}).flatMap(([name, value]) =>
      JSON.stringify(value)?.includes('Zaphod') ? [`${table}.${name}`] : [],
    );
    const kept = ['Id', 'Key', 'unit', 'code', 'area', 'subject', 'items', 'pairs', 'currency'];
    expect(left.filter((place) => !business.has(place) && !kept.some((end) => place.endsWith(end)))).toEqual(
      [],
    );
  });

  it('leaves a sentence of the program, and what a page finds by itself', () => {
    const page = newStoryboardPage('p1', 's1', 0, 'map');
    const masker = createMasker({ names: true, amounts: false }, words, (text) => text === 'Where are gaps?');
    const { storyboardPage } = masker.records(
      recordsOf({ storyboardPage: [{ ...page, questionEn: 'Where are gaps?', titleEn: 'What Ada thinks' }] }),
    );
    expect(storyboardPage.p1).toMatchObject({ questionEn: 'Where are gaps?', titleEn: '' });
  });

  it('is hidden in the history, field by field, and comes back whole when a record is written', () => {
    const masker = createMasker({ names: true, amounts: false }, words);
    const shown = masker.records(records);
    const entry = {
      changes: [
        {
          table: 'decision',
          id: 'd1',
          name: 'Ask Grace',
          fields: [
            { field: 'reason', before: 'Grace said so', after: 'Ada Byron said so' },
            { field: 'state', before: 'open', after: 'decided' },
          ],
        },
      ],
      names: { i1: 'Claims portal', x: 'Grace' },
    };
    const masked = masker.value(entry);
    expect(JSON.stringify(masked)).not.toMatch(/Grace|Ada|Claims/);
    expect(masked.changes[0]?.fields[1]).toEqual({ field: 'state', before: 'open', after: 'decided' });
    const written = masker.unmask({
      label: { key: 'decision.edit', params: {} },
      changes: [{ op: 'put', table: 'decision', record: { ...shown.decision.d1!, state: 'decided' } }],
    });
    expect(written.changes[0]).toMatchObject({
      record: { name: 'Convert Claims portal for $1.2M?', reason: 'Ada said so', state: 'decided' },
    });
  });
});

describe('hiding amounts', () => {
  it.each([
    ['It saves $3.1M a year', 'It saves ••• a year'],
    ['-€1,200.50 and 5 people', '••• and 5 people'],
    ['每年节省 ¥310万', '每年节省 •••'],
    ['节省 JP¥310万, or CN¥3.1M', '节省 •••, or •••'],
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
