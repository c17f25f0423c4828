import { describe, expect, test } from 'vitest';
import { importPath, importText, tempFile } from './helpers.ts';
import { lines } from './listCases.ts';
import { type TestSheet, xlsxFile } from './xlsxFile.ts';

/** The names of the columns as a person sees them, and which of our fields each of those that fill one fills. */
async function namesOf(list: ReturnType<typeof importText>) {
  const { preview, report } = await list;
  const filled = new Map(Object.entries(preview.plan.columns).map(([field, column]) => [column, field]));
  const names = preview.columns.map(({ index, header }) => {
    const field = filled.get(index);
    return field === undefined ? header : `${header} → ${field}`;
  });
  const note = report.notes?.find(({ what }) => what === 'twoHeaders');
  expect(report.refused).toEqual([]);
  return { names, joined: note?.count ?? 0 };
}

const importSheet = (sheet: Omit<TestSheet, 'name'>) =>
  importPath(tempFile('book.xlsx', xlsxFile([{ name: 'List', ...sheet }])), 'book.xlsx');

describe('names of columns in two rows', () => {
  test('years over names that stand there again tell them apart', async () => {
    const text = lines(
      ',,,2024,,2025,',
      'ID,Project name,Owner,Budget,Actual,Budget,Actual',
      'P1,Alpha,Ann,100000,90000,200000,10000',
      'P2,Beta,Bob,150000,40000,50000,5000',
    );
    const years = [
      ...['2024 Budget', '2024 Actual', '2025 Budget', '2025 Actual'],
      'Budget (2024 Budget – 2025 Budget) → budget',
      'Spent (2024 Actual – 2025 Actual) → spent',
    ];
    expect(await namesOf(importText(text))).toEqual({
      names: ['ID → externalId', 'Project name → name', 'Owner → owner', ...years],
      joined: 4,
    });
    const rows = [
      [null, null, 2024, null, 2025, null],
      ['ID', 'Project name', 'Budget', 'Actual', 'Budget', 'Actual'],
      ['P1', 'Alpha', 100, 90, 200, 10],
      ['P2', 'Beta', 150, 40, 50, 5],
    ];
    const expected = { names: ['ID → externalId', 'Project name → name', ...years], joined: 4 };
    expect(await namesOf(importSheet({ rows, merges: ['C1:D1', 'E1:F1'] }))).toEqual(expected);
    expect(await namesOf(importSheet({ rows }))).toEqual(expected);
  });

  test('years below what they are of are put behind it; a name by itself stands in the upper row', async () => {
    const text = lines(
      'Project name,Owner,Budget,,Actual,',
      ',,2024,2025,2024,2025',
      'Alpha,Ann,100000,200000,90000,10000',
      'Beta,Bob,150000,50000,40000,5000',
    );
    expect(await namesOf(importText(text))).toEqual({
      names: [
        'Project name → name',
        'Owner → owner',
        ...['Budget 2024', 'Budget 2025', 'Actual 2024', 'Actual 2025'],
        'Budget (Budget 2024 – Budget 2025) → budget',
        'Spent (Actual 2024 – Actual 2025) → spent',
      ],
      joined: 4,
    });
  });

  test('a name over each column, as a program writes merged ones into text', async () => {
    const text = lines(
      ',,2024,2024,2025,2025',
      'ID,Project name,Budget,Actual,Budget,Actual',
      'P1,Alpha,100000,90000,200000,10000',
      'P2,Beta,150000,40000,50000,5000',
    );
    expect(await namesOf(importText(text))).toMatchObject({ joined: 4 });
  });

  test('a name that says too little takes the one over it, and any other stays as it is', async () => {
    const text = lines(
      'Project,,Sponsor,,Dates,,',
      'ID,Name,Name,Department,Start,End,Comment',
      'P1,Alpha,Ann,Claims,2024-01-01,2024-12-31,ok',
      'P2,Beta,Bob,Sales,2024-03-01,2025-12-31,late',
    );
    expect((await namesOf(importText(text))).names).toEqual([
      'Project ID → externalId',
      'Project Name → name',
      'Sponsor Name',
      'Department → owner',
      'Dates Start → startDate',
      'Dates End → endDate',
      'Comment',
    ]);
    const chinese = lines(
      '项目信息,,,计划,,实际,',
      '编号,名称,负责人,开始日期,结束日期,开始日期,结束日期',
      'P1,保单系统,张三,2024-01-01,2024-12-31,2024-02-01,2025-01-15',
      'P2,理赔平台,李四,2024-03-01,2025-12-31,2024-03-01,',
    );
    expect((await namesOf(importText(chinese))).names).toEqual([
      '项目信息 编号 → externalId',
      '项目信息 名称 → name',
      '负责人 → owner',
      '计划 开始日期 → startDate',
      '计划 结束日期 → endDate',
      '实际 开始日期',
      '实际 结束日期',
    ]);
  });

  test('one name over the second of two pairs', async () => {
    const text = lines(
      ',,,,Actual,',
      'Name,Owner,Start,End,Start,End',
      'Alpha,Ann,2024-01-01,2024-12-31,2024-01-15,',
      'Beta,Bob,2024-03-01,2025-12-31,2024-03-01,2025-11-30',
    );
    expect((await namesOf(importText(text))).names.slice(2)).toEqual([
      'Start → startDate',
      'End → endDate',
      'Actual Start',
      'Actual End',
    ]);
  });

  test.each([
    ['a title over the middle', ',,IT portfolio 2025,,,'],
    ['who made it', 'Prepared by,PMO,,,,'],
    ['a line of prose', 'All projects of the year,,,,,'],
    ['what is known of the list', 'Status as of,March 2025,,Currency,USD,'],
  ])('%s heads no columns', async (_, above) => {
    const text = lines(
      above,
      'ID,Project name,Owner,Start,End,Budget',
      'P1,Alpha,Ann,2024-01-01,2024-12-31,100000',
      'P2,Beta,Bob,2024-03-01,2025-12-31,150000',
    );
    expect(await namesOf(importText(text))).toEqual({
      names: [
        'ID → externalId',
        'Project name → name',
        'Owner → owner',
        'Start → startDate',
        'End → endDate',
        'Budget → budget',
      ],
      joined: 0,
    });
  });
});
