import { describe, expect, test } from 'vitest';
import { importPath, importText, tempFile } from './helpers.ts';
import { lines } from './listCases.ts';
import { xlsxFile } from './xlsxFile.ts';

const groupsOf = async (...all: readonly string[]): Promise<readonly unknown[]> =>
  (await importText(lines(...all))).initiatives.map(({ name, collaborationGroup }) => [
    name,
    collaborationGroup,
  ]);

describe('headings below headings', () => {
  test('keep groups of one name apart that stand under different programmes', async () => {
    const list = await importText(
      lines(
        'Project,Owner,Budget,Status',
        'Programme A,,,',
        'Workstream 1,,,',
        'Portal,Ann,100,Active',
        'App,Bob,250,Active',
        'Workstream 2,,,',
        'Search,Cy,40,Planned',
        'Ledger,Di,60,Planned',
        'Programme B,,,',
        'Workstream 1,,,',
        'Network,Ed,75,Active',
        'Storage,Flo,60,Active',
        'Backup,Gus,15,Active',
      ),
    );
    expect(
      list.initiatives.map(({ name, budget, collaborationGroup }) => [name, budget, collaborationGroup]),
    ).toEqual([
      ['Portal', 10_000, 'Programme A · Workstream 1'],
      ['App', 25_000, 'Programme A · Workstream 1'],
      ['Search', 4_000, 'Programme A · Workstream 2'],
      ['Ledger', 6_000, 'Programme A · Workstream 2'],
      ['Network', 7_500, 'Programme B · Workstream 1'],
      ['Storage', 6_000, 'Programme B · Workstream 1'],
      ['Backup', 1_500, 'Programme B · Workstream 1'],
    ]);
    expect(list.report.skipped.map(({ row, reason }) => [row, reason])).toEqual(
      [2, 3, 6, 9, 10].map((row) => [row, 'group']),
    );
    expect(list.report.sums.budget).toBe(60_000);
  });

  test('are told apart by their numbers in a Chinese list', async () => {
    expect(
      await groupsOf(
        '序号,项目名称,建设单位,总投资（万元）',
        '一、数字政府,,,',
        '（一）新建项目,,,',
        '1,一网通办,政务局,1200',
        '2,数据中台,大数据局,800',
        '（二）续建项目,,,',
        '3,政务云,大数据局,5300',
        '二、智慧城市,,,',
        '（一）新建项目,,,',
        '4,智慧水务,水务局,950',
        '三、其他,,,',
        '5,机房改造,机关事务局,300',
      ),
    ).toEqual([
      ['一网通办', '数字政府 · 新建项目'],
      ['数据中台', '数字政府 · 新建项目'],
      ['政务云', '数字政府 · 续建项目'],
      ['智慧水务', '智慧城市 · 新建项目'],
      ['机房改造', '其他'],
    ]);
  });

  test('merged over the rows of a sheet are told by which of them head others', async () => {
    const path = tempFile(
      'nested.xlsx',
      xlsxFile([
        {
          name: 'Plan',
          merges: ['A2:C2', 'A3:C3', 'A5:C5', 'A7:C7', 'A8:C8', 'A10:C10'],
          rows: [
            ['Project', 'Owner', 'Budget'],
            ['Digital', null, null],
            ['Claims', null, null],
            ['Portal', 'Ann', 120],
            ['Billing', null, null],
            ['Invoices', 'Bob', 80],
            ['Infrastructure', null, null],
            ['Network', null, null],
            ['LAN', 'Cy', 300],
            ['Storage', null, null],
            ['Archive', 'Di', 70],
          ],
        },
      ]),
    );
    const list = await importPath(path, 'nested.xlsx');
    expect(list.initiatives.map(({ name, collaborationGroup }) => [name, collaborationGroup])).toEqual([
      ['Portal', 'Digital · Claims'],
      ['Invoices', 'Digital · Billing'],
      ['LAN', 'Infrastructure · Network'],
      ['Archive', 'Infrastructure · Storage'],
    ]);
  });

  test('of one sort are one after the other, even where the first has no rows', async () => {
    expect(
      await groupsOf(
        'No,Project,Owner,Budget',
        'A. Ongoing,,,',
        'B. New,,,',
        '1,Portal,Ann,10',
        '2,App,Bob,20',
        'C. Ideas,,,',
        '3,Search,Cy,30',
      ),
    ).toEqual([
      ['Portal', 'New'],
      ['App', 'New'],
      ['Search', 'Ideas'],
    ]);
  });

  test('are none where two initiatives follow each other of which only names are known', async () => {
    expect(
      await groupsOf(
        'Project,Owner,Budget',
        'Chat bot,,',
        'Printing,,',
        'Invoices,Ann,5',
        'Portal,Bob,6',
        'Mail room,,',
        'Rooms,,',
        'Ledger,Cy,7',
        'Search,Di,8',
        'Lab,Ed,9',
        'Net,Flo,3',
      ),
    ).toHaveLength(10);
  });
});
