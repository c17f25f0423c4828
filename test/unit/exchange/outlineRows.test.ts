import { describe, expect, test } from 'vitest';
import { levelsOf, type PlanSpan } from '../../../shared/exchange/projects/planLevels.ts';
import { importText, importTogether, recordsWith } from './helpers.ts';
import { lines } from './listCases.ts';

const read = async (...rows: readonly string[]) => {
  const { initiatives, report } = await importText(lines(...rows));
  return {
    rows: initiatives.map(({ name, budget, collaborationGroup }) => [
      name,
      budget === null ? null : budget / 100,
      collaborationGroup,
    ]),
    sum: report.sums.budget / 100,
    left: report.notes?.find(({ what }) => what === 'summariesLeft')?.examples ?? [],
    skipped: report.skipped.map(({ row, reason }) => `${row} ${reason}`),
  };
};

describe('rows that sum those below them', () => {
  const summed = {
    rows: [
      ['Portal', 100, 'Digital'],
      ['App', 200, 'Digital'],
      ['Network', 50, 'Infrastructure'],
    ],
    sum: 350,
    left: ['Digital', 'Infrastructure'],
    skipped: ['2 group', '5 group'],
  };
  test.each([
    [
      'outline numbers',
      [
        'No,Project,Budget',
        '1,Digital,300',
        '1.1,Portal,100',
        '1.2,App,200',
        '2,Infrastructure,50',
        '2.1,Network,50',
      ],
    ],
    [
      'codes that begin alike',
      [
        'Code,Project,Budget',
        'P1,Digital,300',
        'P1.1,Portal,100',
        'P1.2,App,200',
        'P2,Infrastructure,50',
        'P2.1,Network,50',
      ],
    ],
    [
      'a column of levels',
      [
        'Level,Project,Budget',
        '1,Digital,300',
        '2,Portal,100',
        '2,App,200',
        '1,Infrastructure,50',
        '2,Network,50',
      ],
    ],
    [
      'names that are set in',
      [
        'Project,Owner,Budget',
        'Digital,x,300',
        '   Portal,x,100',
        '   App,x,200',
        'Infrastructure,x,50',
        '   Network,x,50',
      ],
    ],
    [
      'a mark',
      [
        'Task Name,Start,Cost,Summary',
        'Digital,2025-01-01,300,Yes',
        'Portal,2025-01-01,100,No',
        'App,2025-02-01,200,No',
        'Infrastructure,2025-01-01,50,Yes',
        'Network,2025-01-01,50,No',
      ],
    ],
  ])('by %s are no initiatives beside them', async (_, rows) => {
    expect(await read(...rows)).toEqual(summed);
  });

  test('over several levels, with amounts as lists round them, each under the nearest', async () => {
    const found = await read(
      'WBS,Project,Budget ($m)',
      '1,Digital,4.3',
      '1.1,Channels,3.3',
      '1.1.1,Portal,1.1',
      '1.1.2,App,2.2',
      '1.2,Data,1',
      '2,Cloud,7',
    );
    expect(found.rows).toEqual([
      ['Portal', 1_100_000, 'Channels'],
      ['App', 2_200_000, 'Channels'],
      ['Data', 1_000_000, 'Digital'],
      ['Cloud', 7_000_000, null],
    ]);
    expect(found.left).toEqual(['Digital', 'Channels']);
  });

  test.each([
    [
      'an upper row that has money of its own',
      [
        'No,Project,Budget',
        '1,Digital,30',
        '1.1,Portal,100',
        '1.2,App,200',
        '2,Infrastructure,50',
        '2.1,Network,20',
      ],
      400,
    ],
    [
      'one row below another of the same amount',
      ['No,Project,Budget', '1,Digital,30', '1.1,Portal,30', '2,Infrastructure,50', '3,Cloud,20'],
      130,
    ],
    [
      'rows whose numbers only look alike',
      ['ID,Project,Budget', '1.1,Digital,300', '1.2,Portal,100', '1.3,App,200'],
      600,
    ],
    [
      'a level that is no place in a tree',
      ['Level,Project,Budget', 'High,Digital,300', 'Low,Portal,100', 'Low,App,200'],
      600,
    ],
  ])('%s stays an initiative', async (_, rows, sum) => {
    const found = await read(...rows);
    expect(found).toMatchObject({ sum, left: [], skipped: [] });
    expect(found.rows).toHaveLength(rows.length - 1);
  });

  test('a column of yes and no is no name, whatever it is called', async () => {
    const { initiatives } = await importText(
      lines('Task Name,Start,Summary', 'Portal,2025-01-01,No', 'App,2025-02-01,No', 'Net,2025-03-01,No'),
    );
    expect(initiatives.map(({ name }) => name)).toEqual(['Portal', 'App', 'Net']);
  });
});

describe('numbers of an outline that only number the rows', () => {
  const list = ['No,Project,Budget', '1,Alpha,5', '1.1,Beta,7', '1.2,Gamma,9', '2,Delta,11', '2.1,Eps,1'];
  const ids = async (...rows: readonly string[]) =>
    (await importText(lines(...rows))).initiatives.map(({ externalId }) => externalId);

  test('are no ids: a row put in moves those behind it', async () => {
    expect(await ids(...list)).toEqual([null, null, null, null, null]);
    const { report } = await importText(lines(...list));
    expect(report.notes).toContainEqual({ what: 'rowNumbersLeft', count: 1, examples: ['No'] });
  });

  test('where only the lower rows are numbered, too', async () => {
    expect(await ids('#,Project,Budget', '1.1,A,1', '1.2,B,2', '2.1,C,3')).toEqual([null, null, null]);
  });

  test.each([
    ['a gap', ['No,Project,Budget', '1,Alpha,5', '1.1,Beta,7', '1.3,Gamma,9', '2,Delta,11']],
    [
      'a heading that names something that lasts',
      ['Project code,Project,Budget', '1,Alpha,5', '1.1,Beta,7', '1.2,Gamma,9'],
    ],
    ['one that is said twice', ['No,Project,Budget', '1,Alpha,5', '1.1,Beta,7', '1.1,Gamma,9']],
  ])('%s makes them ids', async (_, rows) => {
    expect(await ids(...rows)).toEqual(rows.slice(1).map((row) => row.split(',')[0]));
  });

  test('are ids where another list names its rows by them', async () => {
    const { initiatives, changes } = await importTogether([
      ['projects.csv', lines(...list)],
      [
        'steps.csv',
        lines('Ref,Step,Start,End', '1.1,Build,2025-01-01,2025-03-01', '2.1,Test,2025-04-01,2025-05-01'),
      ],
    ]);
    expect(initiatives.map(({ externalId }) => externalId)).toEqual(['1', '1.1', '1.2', '2', '2.1']);
    expect(changes.add.phase?.map(({ name }) => name)).toEqual(['Build', 'Test']);
  });

  test('are the codes of a tree of capabilities', async () => {
    const { changes } = await importText(
      lines('No,Capability,Importance', '1,Finance,5', '1.1,Billing,4', '1.2,Audit,3', '2,Sales,2'),
      {},
      recordsWith(),
    );
    const all = changes.add.capability ?? [];
    expect(
      all.map(({ code, name, parentId }) => [code, name, all.find(({ id }) => id === parentId)?.name]),
    ).toEqual([
      ['1', 'Finance', undefined],
      ['1.1', 'Billing', 'Finance'],
      ['1.2', 'Audit', 'Finance'],
      ['2', 'Sales', undefined],
    ]);
  });
});

describe('levels of a plan that only says which rows sum others', () => {
  const row = (summary: boolean, start: string, finish: string, cost: number | null): PlanSpan => ({
    summary,
    start: `2025-${start}`,
    finish: `2025-${finish}`,
    cost,
  });
  test.each([
    ['none', [], []],
    ['no summary', [row(false, '01-01', '02-01', 1), row(false, '01-01', '02-01', 1)], [1, 1]],
    [
      'two steps',
      [
        row(true, '01-01', '02-01', 3),
        row(false, '01-01', '02-01', 3),
        row(true, '01-01', '02-01', 5),
        row(false, '01-01', '02-01', 5),
      ],
      [1, 2, 1, 2],
    ],
    [
      'a plan above all, and a summary right below another',
      [
        row(true, '01-01', '06-01', 10),
        row(true, '01-01', '03-01', 6),
        row(true, '01-01', '02-01', 2),
        row(false, '01-01', '02-01', 2),
        row(false, '02-01', '03-01', 4),
        row(true, '03-01', '06-01', 4),
        row(false, '03-01', '06-01', 4),
      ],
      [1, 2, 3, 4, 3, 2, 3],
    ],
    [
      'by their days where nothing costs anything',
      [
        row(true, '01-01', '06-01', null),
        row(true, '01-01', '03-01', null),
        row(false, '01-01', '02-01', null),
        row(true, '04-01', '06-01', null),
        row(false, '04-01', '05-01', null),
      ],
      [1, 2, 3, 2, 3],
    ],
  ])('%s', (_, rows, levels) => {
    expect(levelsOf(rows)).toEqual(levels);
  });
});
