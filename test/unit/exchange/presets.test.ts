import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createPresetStore } from '../../../electron/core/importing/presetStore.ts';
import {
  changesPlan,
  importPresetSchema,
  planFromPreset,
  presetOf,
  recognisePresets,
} from '../../../shared/exchange/presets.ts';
import { failureOf, fixture, importPath, importText, importTogether } from './helpers.ts';

const headersOf = (list: { preview: { columns: readonly { header: string }[] } }): string[] =>
  list.preview.columns.map(({ header }) => header);

function store() {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-presets-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const heard: string[] = [];
  return {
    folder: join(folder, 'Import presets'),
    heard,
    presets: createPresetStore(folder, (line) => heard.push(line)),
  };
}

describe('presets of a mapping', () => {
  test('what was chosen of the tables beside a list is taken again, in another order and with other columns', async () => {
    const list = 'Key,What\nK-1,Alpha\nK-2,Beta\n';
    // Nobody can guess that Zap is the supplier's name and Due what it costs, or that the last one is to stay out.
    const payees = 'For,Zap,Due\nK-1,Nova,100\nK-2,Orbit,50\n';
    const steps = 'For,Step,From,To\nK-1,Build,2026-01-01,2026-03-01\n';
    const chosen = await importTogether(
      [
        ['list.csv', list],
        ['payees.csv', payees],
        ['steps.csv', steps],
      ],
      {
        columns: { externalId: 0, name: 1 },
        tables: [
          { file: 1, role: 'suppliers', join: 0, columns: { name: 1, budget: 2 } },
          { file: 2, role: 'activities', join: null },
        ],
      },
    );
    expect(chosen.report.tables).toMatchObject([
      { role: 'suppliers', created: 2, sum: 15_000 },
      { role: 'activities', created: 0, join: null },
    ]);
    const preset = importPresetSchema.parse(
      presetOf(
        'Q1',
        chosen.preview.plan,
        headersOf(chosen),
        '2026-01-01T00:00:00.000Z',
        chosen.report.tables,
      ),
    );
    const next: readonly (readonly [string, string])[] = [
      ['list-2.csv', list],
      ['steps-2.csv', steps],
      ['payees-2.csv', 'Note,Due,For,Zap\nx,70,K-1,Nova\n'],
    ];
    const plain = await importTogether(next, { columns: { externalId: 0, name: 1 } });
    const further = plain.preview.tables;
    expect(changesPlan(preset, plain.preview.plan, headersOf(plain), further)).toBe(true);
    const again = await importTogether(next, planFromPreset(preset, headersOf(plain), further));
    expect(again.report.tables).toMatchObject([
      { file: 1, role: 'activities', created: 0, join: null },
      { file: 2, role: 'suppliers', created: 1, sum: 7_000, columns: { name: 3, budget: 1 } },
    ]);
    expect(changesPlan(preset, again.preview.plan, headersOf(again), again.preview.tables)).toBe(false);
    // A table that has lost the column of its initiatives is looked at anew.
    const lost = [['list.csv', list] as const, ['payees.csv', 'Zap,Due\nNova,70\n'] as const];
    const without = await importTogether(lost);
    expect(planFromPreset(preset, headersOf(without), without.preview.tables).tables).toBeUndefined();
  });

  test('the next list of the same sort is recognised, columns in another order and all', async () => {
    const first = await importText(
      'Ref,What,Boss,Money,State\n1,Alpha,Ann,5,Amber/Red\n2,Beta,Bob,0,Green\n',
      {
        columns: { externalId: 0, name: 1, owner: 2, budget: 3, status: 4 },
        units: { '3': 'lakhs' },
        zeroUnknown: [3],
        translations: [{ field: 'status', from: 'Amber/Red', to: 'At risk' }],
        unknownWords: ['vacant'],
        defaultMode: 'product',
        currency: 'INR',
      },
    );
    expect(first.initiatives.map(({ budget, status }) => [budget, status])).toEqual([
      [50_000_000, 'At risk'],
      [null, 'Green'],
    ]);
    const preset = presetOf('Yearly', first.preview.plan, headersOf(first), '2026-01-01T00:00:00.000Z');
    const text = 'State,Money,New column,Boss,ref,What\namber/red,7,x,Vacant,1,Alpha\n';
    const plain = await importText(text);
    const [found] = recognisePresets([preset], headersOf(plain));
    expect(found).toMatchObject({ preset: { name: 'Yearly' }, missing: [] });
    const next = await importText(text, planFromPreset(preset, headersOf(plain)));
    expect(next.initiatives).toMatchObject([
      { externalId: '1', name: 'Alpha', owner: null, budget: 70_000_000, status: 'At risk', mode: 'product' },
    ]);
  });

  test('it is not offered for other lists, nor where its column of names is gone', async () => {
    const australia = await importPath(fixture('australia-2026.csv'), 'australia-2026.csv');
    const preset = presetOf('AU', australia.preview.plan, headersOf(australia), '2026-01-01T00:00:00.000Z');
    const canada = await importPath(fixture('canada-2019.csv'), 'canada-2019.csv');
    expect(recognisePresets([preset], headersOf(canada))).toEqual([]);
    const withoutName = headersOf(australia).filter((header) => header !== 'Project name');
    expect(recognisePresets([preset], withoutName)).toEqual([]);
    const withoutTier = headersOf(australia).filter((header) => header !== 'Agency');
    expect(recognisePresets([preset], withoutTier)).toMatchObject([{ missing: ['Agency'] }]);
  });

  test('a file made to reach the prototype is only a preset with odd names', async () => {
    const { folder, presets } = store();
    const list = await importText('Name,Budget\nA,5\n');
    presets.save(presetOf('x', list.preview.plan, headersOf(list), '2026-01-01T00:00:00.000Z'));
    const [file = ''] = readdirSync(folder);
    const text = readFileSync(join(folder, file), 'utf8');
    writeFileSync(
      join(folder, file),
      text
        .replace('"units": {', '"units": {"__proto__": "millions", "constructor": "lakhs"')
        .replace('"headers": [', '"headers": ["__proto__", "constructor", '),
    );
    const [preset] = presets.list().presets;
    expect(Object.prototype).not.toHaveProperty('millions');
    expect(({} as Record<string, unknown>).lakhs).toBeUndefined();
    if (!preset) throw new Error('the preset was not read');
    expect(Object.keys(preset.units)).toEqual(['constructor']);
    const plan = planFromPreset(preset, ['Name', 'Budget', '__proto__', 'constructor']);
    expect(Object.getPrototypeOf(plan.units)).toBe(Object.prototype);
    expect(recognisePresets([preset], ['Name', 'Budget', 'constructor', '__proto__'])).toHaveLength(1);
  });

  test('kept one file each; a damaged one is set aside and said, the others stay', async () => {
    const { folder, presets, heard } = store();
    expect(presets.list()).toEqual({ presets: [], problems: [] });
    const list = await importText('Name,Budget\nA,5\n');
    const make = (name: string) =>
      presetOf(name, list.preview.plan, headersOf(list), '2026-01-01T00:00:00.000Z');
    presets.save(make('一年一次'));
    presets.save(make('b / c'));
    presets.save(make('b / c'));
    expect(
      presets
        .list()
        .presets.map(({ name }) => name)
        .sort(),
    ).toEqual(['b / c', '一年一次'].sort());
    const [victim = ''] = readdirSync(folder).filter((file) =>
      readFileSync(join(folder, file), 'utf8').includes('b / c'),
    );
    writeFileSync(join(folder, victim), '{"name":"b / c","columns":{"__proto__":');
    const after = presets.list();
    expect(after.presets.map(({ name }) => name)).toEqual(['一年一次']);
    expect(after.problems).toHaveLength(1);
    expect(heard).toEqual(after.problems);
    expect(readdirSync(folder).some((file) => file.startsWith(`${victim}.damaged-`))).toBe(true);
    // Set aside once: the next look is clean.
    expect(presets.list().problems).toEqual([]);
    presets.remove('一年一次');
    expect(presets.list().presets).toEqual([]);
    expect(await failureOf((async () => presets.remove('一年一次'))())).toMatchObject({ code: 'not_found' });
  });
});
