import { describe, expect, it } from 'vitest';
import { coverageTables, isSameToCoverage } from '../../../renderer/analysis/coverageTables.ts';
import { coverageSteps } from '../../../renderer/analysis/jobs.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { syntheticRecords } from '../../helpers/syntheticRecords.ts';

const records = syntheticRecords({ initiatives: 60, capabilities: 12, seed: 5 });

describe('what the coverage reads', () => {
  it('is every table that its analysis looks into, so that no change of one is overlooked', () => {
    const read = new Set<string>();
    const watched: PortfolioRecords = { ...records };
    for (const table of Object.keys(records) as (keyof PortfolioRecords)[]) {
      const rows = records[table];
      Object.defineProperty(watched, table, {
        get: () =>
          new Proxy(rows, {
            get: (map, key) => {
              read.add(table);
              return Reflect.get(map, key);
            },
            ownKeys: (map) => {
              read.add(table);
              return Reflect.ownKeys(map);
            },
          }),
      });
    }
    const steps = coverageSteps(watched);
    for (let step = steps.next(); !step.done; step = steps.next());
    expect([...read].sort()).toContain('contribution');
    expect([...read].filter((table) => !coverageTables.some((known) => known === table))).toEqual([]);
  });

  it('tells a change of a name from a decision that nobody asked the coverage about', () => {
    const [first] = Object.values(records.initiative);
    const renamed = { ...records.initiative, [first!.id]: { ...first!, name: 'Another name' } };
    expect(isSameToCoverage(records, { ...records, initiative: renamed })).toBe(false);
    expect(isSameToCoverage(records, { ...records, decision: { ...records.decision } })).toBe(true);
  });
});
