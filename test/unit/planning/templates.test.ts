import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import brm from '../../../assets/templates/brm-v3.1.json' with { type: 'json' };
import generic from '../../../assets/templates/generic.json' with { type: 'json' };
import { makeBrmTemplate } from '../../../assets/templates/make-brm.ts';
import { templateSizes } from '../../../renderer/features/capabilities/templates.ts';
import { newCapability } from '../../../shared/domain/defaults.ts';
import { capabilitySchema } from '../../../shared/domain/records.ts';
import { insertTemplate, templateSchema, templateSize } from '../../../shared/planning/template.ts';
import { projectRoot } from '../../helpers/projectRoot.ts';
import { recordsOf } from '../../helpers/records.ts';

const templates = { brm: templateSchema.parse(brm), generic: templateSchema.parse(generic) };
const counter = () => {
  let made = 0;
  return () => {
    made += 1;
    return `n${made}`;
  };
};

test('the file of the Business Reference Model is what the script makes of its source', () => {
  const source = readFileSync(
    join(projectRoot, 'assets/templates/source/brm-v3.1-service-codes.csv'),
    'utf8',
  );
  expect(makeBrmTemplate(source)).toEqual(templates.brm);
  expect(templateSize(templates.brm.capabilities) - templates.brm.capabilities.length).toBe(207);
});

test('the generic one has eight domains of five, all in both languages', () => {
  const { capabilities } = templates.generic;
  expect(capabilities.map(({ children }) => children.length)).toEqual([5, 5, 5, 5, 5, 5, 5, 5]);
  for (const node of [...capabilities, ...capabilities.flatMap(({ children }) => children)]) {
    expect(node.name['zh-CN']).toMatch(/\p{Script=Han}/u);
    expect(node.description?.['zh-CN']).toMatch(/\p{Script=Han}.*。$/u);
    expect(node.description?.en).toMatch(/\.$/);
  }
});

describe.each(Object.entries(templates))('the template %s', (_name, template) => {
  test.each(['en', 'zh-CN'] as const)('becomes records that the file takes, in %s', (language) => {
    const planned = insertTemplate(recordsOf({}), template, language, null, counter());
    if (!planned.ok) throw new Error(planned.reason);
    expect(planned.count).toBe(templateSize(template.capabilities));
    const parents = new Set<string | null>([null]);
    for (const change of planned.changes) {
      if (change.op !== 'put') throw new Error('a template only adds');
      const record = capabilitySchema.parse(change.record);
      expect(parents.has(record.parentId)).toBe(true);
      parents.add(record.id);
    }
  });

  test('taken twice adds nothing', () => {
    const planned = insertTemplate(recordsOf({}), template, 'en', null, counter());
    if (!planned.ok) throw new Error(planned.reason);
    const capability = planned.changes.map((change) =>
      capabilitySchema.parse((change as { record: unknown }).record),
    );
    expect(insertTemplate(recordsOf({ capability }), template, 'zh-CN', null, counter())).toEqual({
      ok: false,
      reason: 'nothingNew',
    });
  });
});

test('the sizes that the dialog says are those of the files', () => {
  const counted = Object.entries(templates).map(([id, { capabilities }]) => [id, templateSize(capabilities)]);
  expect(Object.fromEntries(counted)).toEqual(templateSizes);
});

test('names come in the language asked for, and the other one stays out', () => {
  const planned = insertTemplate(recordsOf({}), templates.generic, 'zh-CN', null, counter());
  expect(planned.ok && planned.changes[0]).toMatchObject({
    record: {
      code: '1',
      name: '战略与组合',
      description: '决定组织的去向，以及为哪些变革投入资金。',
      position: 0,
    },
  });
});

test('its capabilities stand in their order under each parent, and the first is told', () => {
  const planned = insertTemplate(recordsOf({}), templates.generic, 'en', null, counter());
  if (!planned.ok) throw new Error(planned.reason);
  expect(planned.first).toBe('n1');
  const positions = new Map<string | null, number[]>();
  for (const change of planned.changes) {
    const { parentId, position } = capabilitySchema.parse((change as { record: unknown }).record);
    positions.set(parentId, [...(positions.get(parentId) ?? []), position]);
  }
  expect(positions.get(null)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect([...positions.values()].slice(1)).toEqual(Array.from({ length: 8 }, () => [0, 1, 2, 3, 4]));
});

test('a template under a parent stands after what is there', () => {
  const records = recordsOf({
    capability: [newCapability('p', 'p', null), { ...newCapability('q', 'q', 'p'), position: 0 }],
  });
  const planned = insertTemplate(records, templates.generic, 'en', 'p', counter());
  expect(planned.ok && planned.changes[0]).toMatchObject({ record: { parentId: 'p', position: 1 } });
});

test('what a branch of the same code lacks stands after what it has', () => {
  const records = recordsOf({
    capability: [
      { ...newCapability('p', 'p', null), code: '1' },
      { ...newCapability('q', 'q', 'p'), position: 0 },
    ],
  });
  const planned = insertTemplate(records, templates.generic, 'en', null, counter());
  expect(planned.ok && planned.changes.slice(0, 2)).toMatchObject([
    { record: { code: '1.1', parentId: 'p', position: 1 } },
    { record: { code: '1.2', parentId: 'p', position: 2 } },
  ]);
});
