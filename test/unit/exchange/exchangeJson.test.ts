import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { publishedSchema } from '../../../assets/schema/publishedSchema.ts';
import { exportJson } from '../../../electron/core/exporting/exportFile.ts';
import { previewFile, readImport, readPortfolioJson } from '../../../electron/core/importing/importFile.ts';
import { newInitiative, newPhase } from '../../../shared/domain/defaults.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import {
  exchangeSchema,
  fromExchange,
  readExchange,
  toExchange,
  writeExchange,
} from '../../../shared/exchange/json.ts';
import { afterImport } from '../../../shared/exchange/records/afterImport.ts';
import { failureOf, fixture, importPath, recordsWith, tempFile } from './helpers.ts';

const small = (): PortfolioRecords => ({
  ...recordsWith({ name: '组合 “A”' }),
  initiative: { a: { ...newInitiative('a', '客户门户'), budget: 12345, extra: { z: '1', b: '2' } } },
  phase: { p: newPhase('p', 'a', 0, 'build', 'Build') },
});

const failure = (text: string) => failureOf((async () => readExchange(text, 'x.json'))());

describe('the JSON exchange format', () => {
  test('export, import, export is the same bytes', async () => {
    const real = await importPath(fixture('hhs_projects.csv'), 'hhs_projects.csv');
    for (const records of [small(), afterImport(recordsWith(), real.changes)]) {
      const first = exportJson(records, { exportedAt: '2026-01-02T03:04:05.678Z' });
      const path = tempFile('p.json', first);
      const again = exportJson(await readPortfolioJson(path), { exportedAt: '2026-01-02T03:04:05.678Z' });
      expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
    }
  });

  test('keys stand in the order of the schema, whatever their order in memory', () => {
    const records = small();
    const initiative = records.initiative.a;
    if (!initiative) throw new Error('no initiative');
    const shuffled = Object.fromEntries(Object.entries(initiative).reverse()) as typeof initiative;
    expect(writeExchange(toExchange({ ...records, initiative: { a: shuffled } }))).toBe(
      writeExchange(toExchange(records)),
    );
  });

  test('reading into an empty portfolio takes everything over; a second time nothing changes', async () => {
    const path = tempFile('p.json', exportJson(small()));
    const records = recordsWith({ name: 'Empty' });
    const portfolio = records.portfolio.portfolio;
    if (!portfolio) throw new Error('no portfolio');
    const preview = await previewFile({ path, fileName: 'p.json', plan: {}, portfolio, records });
    expect(preview.plan.kind).toBe('throughline');
    expect(preview.expected).toMatchObject({ created: 1, updated: 0, unchanged: 0 });
    const first = await readImport({ path, fileName: 'p.json', plan: preview.plan, records });
    expect(first.report).toMatchObject({ created: 1, sums: { budget: 12345, currency: 'USD' } });
    const after = afterImport(records, first.changes);
    expect(after).toEqual(small());
    const second = await readImport({ path, fileName: 'p.json', plan: {}, records: after });
    expect(second.report).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect([second.changes.add, second.changes.update]).toEqual([{}, {}]);
  });

  test('a document in another currency is not mixed into a portfolio that holds money', async () => {
    const path = tempFile('p.json', exportJson(small()));
    const records = { ...small(), portfolio: recordsWith({ currency: 'EUR' }).portfolio };
    expect(await failureOf(readImport({ path, fileName: 'p.json', plan: {}, records }))).toMatchObject({
      code: 'invalid_input',
      place: { file: 'p.json', field: 'portfolio.currency' },
    });
  });

  test('what is wrong is named by its path', async () => {
    const document = toExchange(small());
    const text = (change: (copy: ReturnType<typeof structuredClone<typeof document>>) => unknown): string => {
      const copy = structuredClone(document);
      return JSON.stringify(change(copy) ?? copy);
    };
    expect(await failure('[]')).toMatchObject({ code: 'unsupported_format' });
    expect(await failure(text((copy) => ({ ...copy, version: 4 })))).toMatchObject({
      code: 'newer_version',
      params: { version: 4 },
    });
    expect(await failure(text((copy) => ({ ...copy, version: 0 })))).toMatchObject({
      code: 'invalid_record',
      place: { field: 'version' },
    });
    expect(
      await failure(text((copy) => ({ ...copy, initiative: [{ ...copy.initiative[0], budget: -1 }] }))),
    ).toMatchObject({ code: 'invalid_record', place: { file: 'x.json', field: 'initiative[0].budget' } });
    expect(
      await failure(text((copy) => ({ ...copy, initiative: [{ ...copy.initiative[0], surprise: 1 }] }))),
    ).toMatchObject({ code: 'invalid_record', place: { field: 'initiative[0]' } });
    expect(
      await failure(text((copy) => ({ ...copy, phase: [{ ...copy.phase[0], initiativeId: 'nobody' }] }))),
    ).toMatchObject({ code: 'broken_reference', place: { field: 'phase[0].initiativeId' } });
    expect(
      await failure(text((copy) => ({ ...copy, initiative: [copy.initiative[0], copy.initiative[0]] }))),
    ).toMatchObject({ code: 'invalid_record', place: { field: 'initiative[1].id' } });
  });

  test('records that no table can hold are refused: ids that reach the prototype', () => {
    const document = toExchange(small());
    const bad = JSON.stringify(document).replaceAll('"id":"a"', '"id":"__proto__"');
    expect(() => readExchange(bad, 'x.json')).toThrow(/id/);
    expect(Object.keys(fromExchange(document).initiative)).toEqual(['a']);
  });

  test('the published JSON Schema is the one that this code makes', () => {
    const file = readFileSync(
      new URL('../../../assets/schema/portfolio-v3.schema.json', import.meta.url),
      'utf8',
    );
    expect(file).toBe(publishedSchema());
    const schema = JSON.parse(file) as { properties: Record<string, unknown>; required: string[] };
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(exchangeSchema.shape).sort());
    expect(schema.required).not.toContain('exportedAt');
  });
});
