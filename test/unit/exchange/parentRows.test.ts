import { describe, expect, test } from 'vitest';
import { importText, importTogether } from './helpers.ts';
import { lines } from './listCases.ts';

const read = async (...rows: readonly string[]) => {
  const { initiatives, report } = await importText(lines(...rows));
  const examples = (what: string) => report.notes?.find((note) => note.what === what)?.examples ?? [];
  return {
    rows: initiatives.map(({ name, budget, collaborationGroup }) => [
      name,
      budget === null ? null : budget / 100,
      collaborationGroup,
    ]),
    sum: report.sums.budget / 100,
    left: examples('summariesLeft'),
    counted: examples('uppersCounted'),
    skipped: report.skipped.map(({ row, reason }) => `${row} ${reason}`),
  };
};

describe('rows that other rows name as standing above them', () => {
  const summed = {
    rows: [
      ['Portal', 100_000, 'Digital'],
      ['App', 200_000, 'Digital'],
      ['Network', 50_000, 'Infrastructure'],
      ['Cloud', 70_000, null],
    ],
    sum: 420_000,
    left: ['Digital', 'Infrastructure'],
    counted: [],
    skipped: ['2 group', '4 group'],
  };
  test.each([
    [
      'numbers that count the rows',
      [
        'No,Parent No,Project,Budget',
        '1,,Digital,300000',
        '2,1,Portal,100000',
        '3,,Infrastructure,50000',
        '4,1,App,200000',
        '5,3,Network,50000',
        '6,,Cloud,70000',
      ],
    ],
    [
      'ids, beside a column with another sort of programme',
      [
        'ID,Project,Parent ID,Programme,Budget',
        'A-7,Digital,,Digital,300000',
        'A-9,Portal,A-7,Digital,100000',
        'B-1,Infrastructure,,Infrastructure,50000',
        'B-8,App,A-7,Digital,200000',
        'C-1,Network,B-1,Infrastructure,50000',
        'D-1,Cloud,,,70000',
      ],
    ],
    [
      'names',
      [
        'Task,Parent task,Budget',
        'Digital,,300000',
        'Portal,Digital,100000',
        'Infrastructure,,50000',
        'App,Digital,200000',
        'Network,Infrastructure,50000',
        'Cloud,,70000',
      ],
    ],
    [
      'names with the address of their page',
      [
        'Name,Parent item,Budget',
        'Digital,,300000',
        'Portal,Digital (https://www.notion.so/Digital-8a7),100000',
        'Infrastructure,,50000',
        'App,Digital (https://www.notion.so/Digital-8a7),200000',
        'Network,Infrastructure (https://www.notion.so/Infrastructure-1),50000',
        'Cloud,,70000',
      ],
    ],
    [
      'codes under Chinese headings',
      [
        '项目编号,项目名称,上级项目编号,预算（元）',
        'X1,Digital,,300000',
        'X2,Portal,X1,100000',
        'X3,Infrastructure,,50000',
        'X4,App,X1,200000',
        'X5,Network,X3,50000',
        'X6,Cloud,,70000',
      ],
    ],
  ])('by %s are their programmes where they sum them', async (_, rows) => {
    const found = await read(...rows);
    expect({ ...found, rows: [...found.rows].sort(byPlace) }).toEqual(summed);
  });
  const byPlace = (a: readonly unknown[], b: readonly unknown[]): number => place(a) - place(b);
  const place = ([name]: readonly unknown[]): number => summed.rows.findIndex(([each]) => each === name);

  test('over two steps, where the one between has no amount and a child stands before its parent', async () => {
    expect(
      await read(
        'ID,Parent ID,Project,Budget',
        'p3,p2,Portal,120000',
        'p1,,Digital,360000',
        'p2,p1,Channels,',
        'p4,p2,App,230000',
        'p5,p1,Data,10000',
      ),
    ).toEqual({
      rows: [
        ['Portal', 120_000, 'Channels'],
        ['App', 230_000, 'Channels'],
        ['Data', 10_000, 'Digital'],
      ],
      sum: 360_000,
      left: ['Digital', 'Channels'],
      counted: [],
      skipped: ['3 group', '4 group'],
    });
  });

  test('with money of their own stay initiatives, beside others that sum, and the report asks to look', async () => {
    expect(
      await read(
        'ID,Parent ID,Project,Budget',
        'p1,,Digital,300000',
        'p2,p1,Portal,100000',
        'p3,p1,App,200000',
        'p4,,Infrastructure,55000',
        'p5,p4,Network,20000',
      ),
    ).toEqual({
      rows: [
        ['Portal', 100_000, 'Digital'],
        ['App', 200_000, 'Digital'],
        ['Infrastructure', 55_000, null],
        ['Network', 20_000, 'Infrastructure'],
      ],
      sum: 375_000,
      left: ['Digital'],
      counted: ['Infrastructure'],
      skipped: ['2 group'],
    });
  });

  test('stay initiatives where two small amounts happen to add up among many that do not', async () => {
    const found = await read(
      'ID,Parent ID,Project,Budget',
      'a,,A,5000',
      'a1,a,A1,2000',
      'a2,a,A2,3000',
      ...['b', 'c'].flatMap((id) => [
        `${id},,${id},9000`,
        `${id}1,${id},${id}1,2000`,
        `${id}2,${id},${id}2,1000`,
      ]),
    );
    expect(found).toMatchObject({ sum: 34_000, left: [], counted: ['A', 'b', 'c'], skipped: [] });
  });

  test('in a circle, or above themselves, are initiatives like the others', async () => {
    const found = await read(
      'ID,Parent ID,Project,Budget',
      'a,b,A,1000',
      'b,a,B,1000',
      'c,c,C,2000',
      'd,gone,D,3000',
      'e,,E,5000',
      'e1,e,E1,2000',
      'e2,e,E2,3000',
    );
    expect(found.rows.map(([name]) => name)).toEqual(['A', 'C', 'D', 'E1', 'E2']);
    expect(found).toMatchObject({ sum: 11_000, left: ['B', 'E'] });
  });

  test('in a table of activities are no phases beside those that they sum, and the report of the table says so', async () => {
    const { changes, report } = await importTogether([
      ['projects.csv', lines('ID,Project,Budget', 'P-1,Portal,300000', 'P-2,App,50000')],
      [
        'activities.csv',
        lines(
          'Project ID,Activity ID,Parent activity,Activity,Start,End,Cost',
          'P-1,a,,Delivery,2025-01-01,2025-09-30,300000',
          'P-1,b,a,Design,2025-01-01,2025-03-31,100000',
          'P-1,c,a,Build,2025-04-01,2025-09-30,200000',
          'P-2,d,,Build,2025-04-01,2025-09-30,50000',
        ),
      ],
    ]);
    expect(changes.add.phase?.map(({ name, cost }) => [name, (cost ?? 0) / 100])).toEqual([
      ['Design', 100_000],
      ['Build', 200_000],
      ['Build', 50_000],
    ]);
    expect(report.tables?.map(({ sum, notes }) => [sum / 100, notes])).toEqual([
      [350_000, [{ what: 'summariesLeft', count: 1, examples: ['Delivery'] }]],
    ]);
  });

  test('without money in the list stay initiatives, and name the group of those below', async () => {
    const { initiatives } = await importText(
      lines('ID,Parent ID,Title,State', '1,,Digital,Active', '2,1,Portal,Active', '5,1,App,New'),
    );
    expect(
      initiatives.map(({ name, externalId, collaborationGroup }) => [name, externalId, collaborationGroup]),
    ).toEqual([
      ['Digital', '1', null],
      ['Portal', '2', 'Digital'],
      ['App', '5', 'Digital'],
    ]);
  });
});
