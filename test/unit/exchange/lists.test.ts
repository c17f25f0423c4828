import { describe, expect, test } from 'vitest';
import { afterImport } from '../../../shared/exchange/records/afterImport.ts';
import type { Imported } from './helpers.ts';
import { fixture, importPath, recordsWith, repairs } from './helpers.ts';

/** Counts and sums were worked out from the files by an independent program, not read off this importer. */
const columnsOf = ({ preview }: Imported): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(preview.plan.columns).map(([field, column]) => [field, preview.columns[column]?.header]),
  );
const known = (imported: Imported, field: 'budget' | 'startDate' | 'endDate' | 'status'): number =>
  imported.initiatives.filter((initiative) => initiative[field] !== null).length;

describe('real lists', () => {
  test('Australia 2026: months, millions, NFP, the stage in its own column', async () => {
    const list = await importPath(fixture('australia-2026.csv'), 'australia-2026.csv');
    expect(list.report).toMatchObject({ rows: 124, created: 124, skipped: [], refused: [], unreadable: [] });
    expect(list.report.sums).toEqual({ budget: 1_129_910_000_000, currency: 'USD' });
    expect([known(list, 'budget'), known(list, 'startDate'), known(list, 'endDate')]).toEqual([
      119, 123, 121,
    ]);
    expect(columnsOf(list)).toEqual({
      name: 'Project name',
      description: 'Project description',
      owner: 'Agency',
      status: 'DCA 2026',
      stage: 'Delivery status',
      budget: 'Total budget (millions)',
      startDate: 'Project start date',
      endDate: 'Project end date',
    });
    expect(list.preview.plan.units).toMatchObject({ '9': 'millions' });
    const stages = Object.groupBy(list.initiatives, (initiative) => initiative.stage ?? 'none');
    expect([stages.active?.length, stages.done?.length, stages.paused?.length]).toEqual([103, 18, 3]);
    expect(repairs(list)).toMatchObject({ monthOnly: 244, moneyUnit: 119 });
    const first = list.initiatives[0];
    expect(first).toMatchObject({
      name: 'Digital Services to Take Farmers to Markets (TFTM)',
      startDate: '2020-10-01',
      endDate: '2026-06-30',
      budget: 32_290_000_000,
      status: 'Medium-High',
    });
    expect(first?.extra).toMatchObject({ Tier: 'Tier 1', 'Digital budget (millions)': '322.9' });
    const paused = list.initiatives.find((initiative) => initiative.extra['Delivery status'] !== undefined);
    expect(paused).toMatchObject({
      stage: 'paused',
      extra: { 'Delivery status': 'Paused (Digital Budget)' },
    });
    const open = list.initiatives.find((initiative) => initiative.extra['Project end date'] !== undefined);
    expect(open).toMatchObject({ endDate: null, extra: { 'Project end date': 'Ongoing - no end date' } });
  });

  test('Canada 2019: dollars in words, ends without starts, names that occur nine times', async () => {
    const list = await importPath(fixture('canada-2019.csv'), 'canada-2019.csv');
    expect(list.report).toMatchObject({ rows: 463, created: 463, skipped: [], refused: [], unreadable: [] });
    expect(list.report.sums).toEqual({ budget: 703_087_165_100, currency: 'CAD' });
    expect([known(list, 'budget'), known(list, 'startDate'), known(list, 'endDate')]).toEqual([456, 0, 419]);
    expect(columnsOf(list)).toEqual({
      externalId: 'uniqueId',
      name: 'projectName',
      description: 'description',
      owner: 'department',
      budget: 'totalBudget',
      endDate: 'estimatedCompletionDate',
    });
    const ends = list.initiatives.flatMap((initiative) => initiative.endDate ?? []).sort();
    expect([ends[0], ends.at(-1)]).toEqual(['2018-03-31', '2027-03-31']);
    expect(list.initiatives.filter((initiative) => initiative.name === 'GCdocs')).toHaveLength(9);
  });

  test('Canada 2019 in its raw dates: fiscal years, quarters, holds; nothing is lost', async () => {
    const before = await importPath(fixture('canada-2019.csv'), 'canada-2019.csv');
    const columns = { ...before.preview.plan.columns, endDate: 8 };
    const list = await importPath(
      fixture('canada-2019.csv'),
      'canada-2019.csv',
      { columns },
      recordsWith({ fiscalYearStartMonth: 4 }),
    );
    expect(list.preview.columns[8]?.matched).toBe('chosen');
    for (const [index, initiative] of list.initiatives.entries()) {
      // The list's authors worked their end dates out of the same texts; where both are known they agree or are a month apart.
      const raw = before.initiatives[index]?.extra.rawProvidedDate ?? '';
      const theirs = before.initiatives[index]?.endDate ?? null;
      if (initiative.endDate === null) expect(initiative.extra.rawProvidedDate ?? raw).toBe(raw);
      else if (/^(?:\d{4}-\d{2}|Fiscal Year|FY|\d{4}-\d{4})/.test(raw) && !/^\d{4}-\d{2}-\d{2}/.test(raw))
        expect(initiative.endDate, raw).toBe(theirs);
    }
  });

  test('United Kingdom 2021: semicolons, cp1252, exemptions in number cells, millions proved by the comments', async () => {
    const list = await importPath(fixture('uk-2021.csv'), 'uk-2021.csv');
    expect(list.preview.plan).toMatchObject({ encoding: 'cp1252', delimiter: ';', currency: 'GBP' });
    expect(list.report).toMatchObject({ rows: 184, created: 184, skipped: [], refused: [], unreadable: [] });
    expect(columnsOf(list)).toEqual({
      externalId: 'project_number',
      name: 'project_name',
      description: 'description_aims',
      owner: 'department',
      status: 'colour_rating',
      startDate: 'start_date',
      endDate: 'end_date',
      budget: 'wlc_baseline_incl_NCG',
    });
    expect(list.preview.plan.units).toMatchObject({ '14': 'millions' });
    expect(list.report.sums).toEqual({ budget: 54_195_137_000_000, currency: 'GBP' });
    // 164 cells hold an amount; two of the zeros stand beside a comment that no costs were reported.
    expect([
      known(list, 'budget'),
      known(list, 'startDate'),
      known(list, 'endDate'),
      known(list, 'status'),
    ]).toEqual([162, 181, 178, 176]);
    expect(list.changes.update.portfolio).toMatchObject([{ currency: 'GBP' }]);
    const exempt = list.initiatives.find((initiative) =>
      /Section 43/.test(initiative.extra.wlc_baseline_incl_NCG ?? ''),
    );
    expect(exempt?.budget).toBeNull();
    expect(list.initiatives.some((initiative) => initiative.description.includes('£102m'))).toBe(true);
  });

  test('HHS 2012: suppliers, functions and investments become records', async () => {
    const list = await importPath(fixture('hhs_projects.csv'), 'hhs_projects.csv');
    expect(list.report).toMatchObject({ rows: 202, created: 202, skipped: [], refused: [], unreadable: [] });
    expect(list.report.sums).toEqual({ budget: 170_240_700_000, currency: 'USD' });
    expect(columnsOf(list)).toMatchObject({
      budget: 'lifecycle_cost_usd_m',
      endDate: 'completion_b1',
      parent: 'investment_title',
    });
    const { add } = list.changes;
    expect([
      add.partner?.length,
      add.capability?.length,
      add.contribution?.length,
      add.engagement?.length,
    ]).toEqual([62, 10, 202, 238]);
    expect(new Set(list.initiatives.map((initiative) => initiative.collaborationGroup)).size).toBe(49);
    expect(add.capability).toContainEqual(expect.objectContaining({ code: '110', name: 'Health' }));
  });

  test.each(['australia-2026.csv', 'canada-2019.csv', 'uk-2021.csv', 'hhs_projects.csv'])(
    '%s read a second time changes nothing',
    async (name) => {
      const records = recordsWith();
      const first = await importPath(fixture(name), name, {}, records);
      const after = afterImport(records, first.changes);
      const second = await importPath(fixture(name), name, { currency: first.preview.plan.currency }, after);
      expect(second.report).toMatchObject({ created: 0, updated: 0, unchanged: first.report.created });
      expect(Object.values(second.changes.add).every((list) => list.length === 0)).toBe(true);
    },
  );
});
