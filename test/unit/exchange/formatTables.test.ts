import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { previewFile, readImport } from '../../../electron/core/importing/importFile.ts';
import type { ImportPlan } from '../../../shared/exchange/contract.ts';
import { afterImport } from '../../../shared/exchange/records/afterImport.ts';
import { checkRecords, failureOf, fixture, importPath, recordsWith, tempFile } from './helpers.ts';
import { xlsxFile } from './xlsxFile.ts';

const source = (name: string): string =>
  name === 'Metric.csv'
    ? fixture('hhs-metric.csv')
    : new URL(`../../../assets/samples/hhs-2012/source/${name}`, import.meta.url).pathname;

/** Counts and sums were worked out from the files with another program; money is in millions of dollars. */
describe('every table of a whole portfolio', () => {
  test.each([
    ['Activity.csv', 1102, 1102, 0, 568.503],
    ['Bureau.csv', 11, 11, 0, 0],
    ['Business_Area.csv', 3, 3, 0, 0],
    ['Business_Function.csv', 18, 18, 0, 0],
    ['Contract.csv', 157, 157, 0, 6327.502835],
    ['Metric.csv', 455, 455, 0, 0],
    // 94 of its projects have no name there.
    ['Project.csv', 202, 108, 94, 156.892],
    ['Service.csv', 29, 29, 0, 0],
    ['Supplier.csv', 98, 98, 0, 0],
    // 29 of the investments have no name, only an id and a summary.
    ['hhs_investments_major.csv', 81, 52, 29, 0],
    ['hhs_project_activities.csv', 1102, 1102, 0, 568.503],
    ['hhs_projects.csv', 202, 202, 0, 1702.407],
  ])('%s: %d rows, %d created, %d refused, %d million', async (name, rows, created, refused, millions) => {
    const first = await importPath(source(name), name);
    const { columns } = first.preview.plan;
    const units: ImportPlan['units'] = columns.budget === undefined ? {} : { [columns.budget]: 'millions' };
    const { report } = await importPath(source(name), name, { units });
    expect([report.rows, report.created, report.refused.length]).toEqual([rows, created, refused]);
    expect(report.skipped).toEqual([]);
    // Each contract is rounded to the cent; the sum of 157 stays within a dollar or two.
    expect(Math.abs(report.sums.budget / 100 - millions * 1e6)).toBeLessThan(2);
    for (const { row, column, reason } of report.refused) {
      expect(row).toBeGreaterThan(1);
      expect([column, reason]).toEqual([expect.stringMatching(/^(name|title)$/), 'no_name']);
    }
  });

  test('relations.csv: 26 of 3,677 rows are exact repetitions', async () => {
    const { report } = await importPath(source('relations.csv'), 'relations.csv', { columns: { name: 2 } });
    expect([report.rows, report.created]).toEqual([3677, 3651]);
    expect(report.skipped.filter(({ reason }) => reason === 'duplicate')).toHaveLength(26);
  });

  test('a long table that joins a list is counted in the progress, and can be cancelled in its midst', async () => {
    const list = tempFile('list.csv', 'Id,Name\nP-1,Alpha\nP-2,Beta\n');
    const rows = Array.from(
      { length: 20_000 },
      (_, index) => `P-${1 + (index % 2)},Step ${index},2026-01-01`,
    );
    const others = [
      { name: 'steps.csv', path: tempFile('steps.csv', `Project,Activity,Start\n${rows.join('\n')}\n`) },
    ];
    const request = { path: list, fileName: 'list.csv', others, plan: {}, records: recordsWith() };
    const told: number[] = [];
    const whole = await readImport({
      ...request,
      onProgress: (stage, done) => {
        if (stage === 'mapping') told.push(done);
      },
    });
    expect(whole.report.tables).toMatchObject([{ role: 'activities', created: 20_000 }]);
    expect(told.filter((done) => done > 2 && done < 20_000).length).toBeGreaterThan(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    let rowsDone = 0;
    const cancelled = readImport({
      ...request,
      onProgress: (_stage, done) => {
        rowsDone = done;
      },
      isCancelled: () => rowsDone > 2,
    });
    expect(await failureOf(cancelled)).toMatchObject({ code: 'cancelled', place: { file: 'list.csv' } });
    expect(rowsDone).toBeLessThan(20_000);
  });

  test('sheets of one workbook whose names say what they hold are joined, others are left', async () => {
    const sheets = [
      {
        name: 'Projects',
        rows: [
          ['ID', 'Project name', 'Budget'],
          ['P-1', 'Alpha', 10],
          ['P-2', 'Beta', 20],
        ],
      },
      {
        name: 'Last year',
        rows: [
          ['ID', 'Project name'],
          ['P-1', 'Alpha'],
          ['P-2', 'Beta'],
        ],
      },
      {
        name: 'Activities',
        rows: [
          ['Project', 'Activity', 'Start', 'End'],
          ['P-1', 'Design', '2026-01-01', '2026-02-01'],
          ['P-7', 'Test', null, null],
        ],
      },
      {
        name: '供应商',
        rows: [
          ['项目编号', '供应商', '合同', '金额'],
          ['P-2', '甲公司', 'C-1', 5],
        ],
      },
    ];
    const list = await importPath(tempFile('book.xlsx', xlsxFile(sheets)), 'book.xlsx');
    expect(list.preview.plan).toMatchObject({
      sheet: 'Projects',
      tables: [
        { file: 102, role: 'activities', join: 0 },
        { file: 103, role: 'suppliers', join: 0 },
      ],
    });
    expect(list.report.tables).toMatchObject([
      { fileName: 'Activities', created: 1, unjoined: 1, unjoinedIds: ['P-7'] },
      { fileName: '供应商', created: 1, sum: 500 },
    ]);
    expect(list.report.notes).toEqual([{ what: 'otherSheets', count: 1, examples: ['Last year'] }]);
    expect(list.changes.add.phase?.map(({ name, startDate }) => [name, startDate])).toEqual([
      ['Design', '2026-01-01'],
    ]);
    expect(list.changes.add.partner?.map(({ name }) => name)).toEqual(['甲公司']);
    const none = await importPath(tempFile('book.xlsx', xlsxFile(sheets)), 'book.xlsx', {
      tables: [
        { file: 102, role: 'activities', join: null },
        { file: 103, role: 'suppliers', join: null },
      ],
    });
    expect(none.changes.add.phase ?? []).toEqual([]);
  });

  test('ends before their starts are left unknown and told by row, also beside what is known', async () => {
    const sheets = (start: string) => [
      {
        name: 'Projects',
        rows: [
          ['ID', 'Project name'],
          ['P-1', 'Alpha'],
          ['P-2', 'Beta'],
        ],
      },
      {
        name: 'Activities',
        rows: [
          ['Project', 'Activity', 'Start', 'End', 'Actual start', 'Actual end'],
          [],
          ['P-1', 'Design', start, '2026-03-01', '2026-06-01', '2026-01-01'],
        ],
      },
    ];
    const first = await importPath(tempFile('a.xlsx', xlsxFile(sheets('2026-01-01'))), 'a.xlsx');
    expect(first.changes.add.phase).toMatchObject([
      { startDate: '2026-01-01', endDate: '2026-03-01', actualStartDate: '2026-06-01', actualEndDate: null },
    ]);
    expect(first.report.tables?.[0]?.issues).toEqual([
      { row: 3, column: 'actualEndDate', reason: 'end_before_start', value: '2026-01-01' },
    ]);
    const records = afterImport(recordsWith(), first.changes);
    const again = await importPath(tempFile('a.xlsx', xlsxFile(sheets('2026-05-01'))), 'a.xlsx', {}, records);
    expect(again.changes.update.phase).toMatchObject([{ startDate: '2026-05-01', endDate: null }]);
  });

  test('projects and their activities together', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-together-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const records = recordsWith();
    const portfolio = records.portfolio.portfolio;
    if (!portfolio) throw new Error('test records without a portfolio');
    const path = source('hhs_project_activities.csv');
    const others = [{ path: source('hhs_projects.csv'), name: 'hhs_projects.csv' }];
    const request = { path, fileName: basename(path), plan: {}, others, records };
    const preview = await previewFile({ ...request, portfolio });
    expect(preview).toMatchObject({ fileName: 'hhs_projects.csv', expected: { created: 202 } });
    expect(preview.plan).toMatchObject({ main: 1, tables: [{ file: 0, role: 'activities', join: 0 }] });
    const { report, changes } = await readImport({ ...request, plan: preview.plan });
    checkRecords(changes);
    expect(report.tables).toMatchObject([
      { join: 'project_id', rows: 1102, created: 1102, unjoined: 0, refused: 0, sum: 56_850_300_000 },
    ]);
    const ids = new Set(changes.add.initiative?.map(({ id }) => id));
    const phases = changes.add.phase ?? [];
    expect(phases.every(({ initiativeId }) => ids.has(initiativeId))).toBe(true);
    expect(phases.reduce((sum, { cost }) => sum + (cost ?? 0), 0)).toBe(56_850_300_000);
    const passport = changes.add.initiative?.find(({ externalId }) => externalId === '2207');
    const own = phases.filter(({ initiativeId }) => initiativeId === passport?.id);
    expect(
      own.map(({ position, kind, startDate, externalId }) => [position, kind, startDate, externalId]),
    ).toEqual([
      [0, expect.any(String), '2011-07-05', '10026'],
      [1, 'release', '2011-08-20', '10025'],
    ]);
  });
});
