import { describe, expect, test } from 'vitest';
import type { ImportPlan } from '../../../shared/exchange/contract.ts';
import {
  changesPlan,
  importPresetSchema,
  planFromPreset,
  presetOf,
} from '../../../shared/exchange/presets.ts';
import { type Imported, importTogether } from './helpers.ts';

const capabilities = [
  'Capability,Parent,Importance,Current maturity',
  'Finance,,vital-ish,mostly there',
  'Billing,Finance,nice,mostly there',
  'Audit,Finance,nice,gone',
].join('\n');
const initiatives = 'ID,Initiative,Budget,Importance,Capability\nP-1,Payroll,10,vital-ish,Billing\n';
const files = [
  ['capabilities.csv', capabilities],
  ['initiatives.csv', initiatives],
] as const;
const words: NonNullable<NonNullable<ImportPlan['tables']>[number]['translations']> = [
  { field: 'importance', from: 'vital-ish', to: '5' },
  { field: 'importance', from: 'nice', to: '2' },
  { field: 'currentMaturity', from: 'mostly there', to: '4' },
  { field: 'currentMaturity', from: 'gone', to: '' },
];
const steps = ({ after }: Imported & { readonly after: Parameters<typeof importTogether>[2] }) =>
  Object.values(after?.capability ?? {}).map(({ name, importance, currentMaturity }) => [
    name,
    importance,
    currentMaturity,
  ]);

describe('words of a list beside the initiatives', () => {
  test('are shown with how often each stands there and what it becomes, and are translated for that list alone', async () => {
    const plain = await importTogether(files);
    expect(plain.preview.tableValues).toEqual([
      {
        file: 0,
        field: 'importance',
        header: 'Importance',
        values: [
          { text: 'nice', count: 2, reads: null, proposed: null },
          { text: 'vital-ish', count: 1, reads: null, proposed: null },
        ],
      },
      {
        file: 0,
        field: 'currentMaturity',
        header: 'Current maturity',
        values: [
          { text: 'mostly there', count: 2, reads: null, proposed: null },
          { text: 'gone', count: 1, reads: null, proposed: null },
        ],
      },
    ]);
    expect(steps(plain).map(([, importance]) => importance)).toEqual([null, null, null]);
    const said = await importTogether(files, {
      tables: [{ file: 0, role: 'capabilities', join: null, translations: words }],
    });
    expect(steps(said)).toEqual([
      ['Finance', 5, 4],
      ['Billing', 2, 4],
      ['Audit', 2, null],
    ]);
    expect(said.report.tables?.[0]?.repaired).toContainEqual(
      expect.objectContaining({ what: 'translated', count: 6 }),
    );
    expect(said.report.tables?.[0]?.issues).toEqual([]);
    // What the list of initiatives translates is said of its own words.
    const main = await importTogether(files, { translations: words });
    expect(steps(main).map(([, importance]) => importance)).toEqual([null, null, null]);
  });

  test('a word that says only "not known" says so in every list of the import', async () => {
    const { after, report } = await importTogether(files, { unknownWords: ['gone'] });
    expect(Object.values(after.capability).find(({ name }) => name === 'Audit')?.currentMaturity).toBeNull();
    expect(report.tables?.[0]?.issues?.map(({ value }) => value)).not.toContain('gone');
  });

  test('are kept with a preset, and taken again for the list that is like it', async () => {
    const said = await importTogether(files, {
      tables: [{ file: 0, role: 'capabilities', join: null, translations: words }],
    });
    const headers = ({ preview }: Imported) => preview.columns.map(({ header }) => header);
    const preset = importPresetSchema.parse(
      presetOf('Q1', said.preview.plan, headers(said), '2026-01-01T00:00:00.000Z', said.preview.tables),
    );
    expect(preset.tables?.[0]?.translations).toEqual(words);
    const next = [
      ['plan-2.csv', initiatives],
      ['caps-2.csv', `${capabilities}\nPayroll,Finance,nice,gone`],
    ] as const;
    const plain = await importTogether(next);
    expect(changesPlan(preset, plain.preview.plan, headers(plain), plain.preview.tables)).toBe(true);
    const again = await importTogether(next, planFromPreset(preset, headers(plain), plain.preview.tables));
    expect(steps(again)).toEqual([...steps(said), ['Payroll', 2, null]]);
    expect(changesPlan(preset, again.preview.plan, headers(again), again.preview.tables)).toBe(false);
  });
});

describe('words of a table that joins the initiatives', () => {
  const list = 'ID,Initiative\nP-1,Payroll\nP-2,Ledger\n';
  const suppliers =
    'Project ID,Supplier,Relationship,Contract value\nP-1,Nova,mates,100\nP-2,Orbit,hired hands,50\nP-2,Nova,mates,5\n';
  const relations = ({ after }: Awaited<ReturnType<typeof importTogether>>) =>
    Object.values(after.partner).map(({ name, relationship }) => [name, relationship]);

  test('such as how a supplier is worked with, are shown and translated', async () => {
    const files = [
      ['list.csv', list],
      ['suppliers.csv', suppliers],
    ] as const;
    const plain = await importTogether(files);
    expect(plain.preview.tableValues).toEqual([
      {
        file: 1,
        field: 'relationship',
        header: 'Relationship',
        values: [
          { text: 'mates', count: 2, reads: null, proposed: null },
          { text: 'hired hands', count: 1, reads: null, proposed: null },
        ],
      },
    ]);
    expect(relations(plain)).toEqual([
      ['Nova', null],
      ['Orbit', null],
    ]);
    expect(plain.report.tables?.[0]?.issues?.map(({ value }) => value)).toEqual([
      'mates',
      'hired hands',
      'mates',
    ]);
    const said = await importTogether(files, {
      tables: (plain.preview.plan.tables ?? []).map((table) => ({
        ...table,
        translations: [
          { field: 'relationship', from: 'mates', to: 'coInnovator' },
          { field: 'relationship', from: 'hired hands', to: '' },
        ],
      })),
    });
    expect(relations(said)).toEqual([
      ['Nova', 'coInnovator'],
      ['Orbit', null],
    ]);
    expect(said.report.tables?.[0]?.issues).toEqual([]);
  });

  test('such as how initiatives do, are shown and translated where the list says nothing of it', async () => {
    const money = 'ID,Budget,Delivery confidence\nP-1,100,humming\nP-2,50,humming\n';
    const files = [
      ['list.csv', list],
      ['money.csv', money],
    ] as const;
    const plain = await importTogether(files);
    expect(plain.preview.tableValues).toMatchObject([
      { file: 1, field: 'status', header: 'Delivery confidence', values: [{ text: 'humming', count: 2 }] },
    ]);
    const said = await importTogether(files, {
      tables: (plain.preview.plan.tables ?? []).map((table) => ({
        ...table,
        translations: [{ field: 'status', from: 'humming', to: 'Green' }],
      })),
    });
    expect(Object.values(said.after.initiative).map(({ status }) => status)).toEqual(['Green', 'Green']);
    // What the list itself says of it is not said twice.
    const told = await importTogether([
      ['list.csv', 'ID,Initiative,Delivery confidence\nP-1,Payroll,Red\nP-2,Ledger,Amber\n'],
      files[1],
    ]);
    expect(told.preview.tableValues).toEqual([]);
  });
});
