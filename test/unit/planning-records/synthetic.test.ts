import { describe, expect, it } from 'vitest';
import { syntheticPortfolio } from '../../../electron/core/synthetic/syntheticPortfolio.ts';
import { buildGramVectors } from '../../../shared/coverage/gramVectors.ts';
import { findSimilarRows } from '../../../shared/coverage/similarityJoin.ts';
import { DEFAULT_SIMILARITY_THRESHOLD } from '../../../shared/coverage/types.ts';
import { type AnyRecord, recordSchemas, type TableName } from '../../../shared/domain/records.ts';
import { references, referredId } from '../../../shared/domain/references.ts';

const sizes = { initiatives: 300, capabilities: 40, seed: 7, name: 'x' };
const tablesOf = (options = sizes) =>
  Object.entries(syntheticPortfolio(options).lists) as [TableName, readonly AnyRecord[]][];

describe('a synthetic portfolio', () => {
  it('holds lawful records that refer to each other', () => {
    const tables = tablesOf();
    const ids = new Map(tables.map(([table, list]) => [table, new Set(list.map(({ id }) => id))]));
    for (const [table, list] of tables) {
      expect(list.length, table).toBeGreaterThan(0);
      expect(ids.get(table)?.size, table).toBe(list.length);
      for (const record of list) {
        expect(recordSchemas[table].safeParse(record), `${table} ${record.id}`).toMatchObject({
          success: true,
        });
        for (const reference of references[table]) {
          const id = referredId(record, reference);
          if (id !== null) expect(ids.get(reference.to)?.has(id), `${table}.${reference.field}`).toBe(true);
        }
      }
    }
  });

  it('has outcomes, segments, people, handoffs and tranches to plan with', () => {
    const counts = Object.fromEntries(tablesOf().map(([table, list]) => [table, list.length]));
    for (const table of ['outcome', 'outcomeReading', 'segment', 'teamMember', 'handoff', 'tranche']) {
      expect(counts[table], table).toBeGreaterThan(5);
    }
  });

  it('is the same for a seed, and another for another', () => {
    expect(tablesOf()).toEqual(tablesOf());
    expect(tablesOf()).not.toEqual(tablesOf({ ...sizes, seed: 8 }));
  });

  it('makes an initiative the same, however many there are', () => {
    const [few, many] = [sizes, { ...sizes, initiatives: 310 }].map(
      (options) => syntheticPortfolio(options).lists.initiative ?? [],
    );
    const texts = (list: typeof few) =>
      list?.slice(0, 300).map(({ name, description }) => [name, description]);
    expect(texts(few)).toEqual(texts(many));
  });

  it('names half of its initiatives in Chinese', () => {
    const list = syntheticPortfolio(sizes).lists.initiative ?? [];
    const chinese = list.filter(({ name, description }) => /\p{Script=Han}/u.test(name + description));
    expect(chinese).toHaveLength(list.length / 2);
    expect(list.some(({ name, description }) => /[{}]/.test(name + description))).toBe(false);
  });

  it.each([7, 42])('has few texts that look alike by chance among 10,000 (seed %i)', (seed) => {
    const list = syntheticPortfolio({ ...sizes, initiatives: 10_000, seed }).lists.initiative ?? [];
    const found = findSimilarRows(buildGramVectors(list), DEFAULT_SIMILARITY_THRESHOLD);
    const alike = new Set((found ?? []).flatMap(({ a, b }) => [a, b]));
    expect(found).not.toBeNull();
    expect(alike.size / list.length).toBeLessThan(0.02);
  });
});
