import { describe, expect, test } from 'vitest';
import { readDuration } from '../../../shared/exchange/projects/planTable.ts';
import { afterImport } from '../../../shared/exchange/records/afterImport.ts';
import { importPath, importTogether, recordsWith, tempFile } from './helpers.ts';
import { lines } from './listCases.ts';
import { xlsxFile } from './xlsxFile.ts';

const importPlan = (text: string, plan = {}, records = recordsWith(), name = 'Claims portal.csv') =>
  importPath(tempFile(name, text), name, plan, records);

const ENGLISH = lines(
  'ID,Active,Task Mode,Name,Duration,Start,Finish,Predecessors,Outline Level,Summary,% Complete,Resource Names,Cost,Work',
  '1,Yes,Auto Scheduled,Claims portal,190 days,Mon 1/6/25,Fri 9/26/25,,1,Yes,35%,,"$412,500.00","3,300 hrs"',
  '2,Yes,Auto Scheduled,   Analysis,40 days,Mon 1/6/25,Fri 2/28/25,,2,Yes,100%,,"$80,000.00",640 hrs',
  '3,Yes,Auto Scheduled,      Interviews,20 days,Mon 1/6/25,Fri 1/31/25,,3,No,100%,"Ann Lee,Bob Ray[50%]","$50,000.00",400 hrs',
  '4,Yes,Auto Scheduled,      Requirements,20 days,Mon 2/3/25,Fri 2/28/25,3,3,No,100%,Ann Lee,"$30,000.00",240 hrs',
  '5,Yes,Auto Scheduled,   Development,110 days,Mon 3/17/25,Fri 8/15/25,2,2,Yes,20%,,"$282,500.00","2,260 hrs"',
  '6,Yes,Auto Scheduled,      Backend,60 days,Mon 3/17/25,Fri 6/6/25,4FS+10 days,3,No,40%,Cy Fox,"$150,000.00","1,200 hrs"',
  '7,Yes,Auto Scheduled,      Frontend,50 days,Mon 6/9/25,Fri 8/15/25,6,3,No,0%,Cy Fox,"$132,500.00","1,060 hrs"',
  '8,Yes,Auto Scheduled,   Acceptance test,30 days,Mon 8/18/25,Fri 9/26/25,7,2,No,0%,Dee Ox,"$50,000.00",400 hrs',
  '9,Yes,Auto Scheduled,   Go-live,0 days,Fri 9/26/25,Fri 9/26/25,8,2,No,0%,,$0.00,0 hrs',
  '10,No,Auto Scheduled,   Abandoned idea,30 days,Mon 8/18/25,Fri 9/26/25,,2,No,0%,,"$99,000.00",0 hrs',
);

describe('a plan that MS Project exports as a table', () => {
  test('is one initiative with its steps as phases, as its XML is; nothing is counted twice', async () => {
    const list = await importPlan(ENGLISH);
    expect(list.preview).toMatchObject({
      plan: { kind: 'msProject' },
      kinds: ['msProject', 'table'],
      rows: 1,
    });
    expect(list.initiatives).toMatchObject([
      {
        name: 'Claims portal',
        externalId: null,
        startDate: '2025-01-06',
        endDate: '2025-09-26',
        budget: 41_250_000,
      },
    ]);
    expect(list.report).toMatchObject({
      created: 1,
      unreadable: [],
      sums: { budget: 41_250_000, currency: 'USD' },
    });
    expect(
      (list.changes.add.phase ?? []).map(({ name, kind, startDate, endDate, people, cost }) => [
        name,
        kind,
        startDate,
        endDate,
        people,
        cost,
      ]),
    ).toEqual([
      ['Analysis', 'analysis', '2025-01-06', '2025-02-28', 2, 8_000_000],
      ['Development', 'build', '2025-03-17', '2025-08-15', 1, 28_250_000],
      ['Acceptance test', 'test', '2025-08-18', '2025-09-26', 1, 5_000_000],
    ]);
    expect(
      (list.changes.add.phase ?? []).map(({ waitMonths }) => waitMonths === null || waitMonths === 0),
    ).toEqual([true, false, true]);
    expect((list.changes.add.release ?? []).map(({ name, plannedDate }) => [name, plannedDate])).toEqual([
      ['Go-live', '2025-09-26'],
    ]);
    expect(list.report.notes).toContainEqual({
      what: 'tasksGathered',
      count: 7,
      examples: ['Analysis', 'Development', 'Acceptance test'],
    });
    expect(list.report.notes).toContainEqual({ what: 'peopleCounted', count: 4, examples: [] });
    expect(JSON.stringify(list.changes)).not.toMatch(/Ann Lee|Bob Ray|Cy Fox|Dee Ox|Abandoned/);
  });

  test('is the same plan when it comes again with a row put in, for ids are only places of rows', async () => {
    const records = recordsWith();
    const first = await importPlan(ENGLISH, {}, records);
    const after = afterImport(records, first.changes);
    const again = await importPlan(ENGLISH, {}, after);
    expect(again.report).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    const moved = ENGLISH.trim()
      .split('\n')
      .flatMap((line, at) => {
        const next = line
          .replace(/^\d+/, (id) => String(Number(id) + (at > 1 ? 1 : 0)))
          .replace(/(?<=\/25,)\d(?=(?:FS\+10 days)?,\d,)/, (id) => String(Number(id) + 1));
        return at === 1
          ? [
              next,
              '2,Yes,Auto Scheduled,   Business case,4 days,Mon 1/6/25,Thu 1/9/25,,2,No,0%,,"$1,000.00",8 hrs',
            ]
          : [next];
      });
    const next = await importPlan(lines(...moved), {}, after);
    expect((next.changes.add.phase ?? []).map(({ name }) => name)).toEqual(['Business case']);
    expect((next.changes.update.phase ?? []).map(({ name }) => name)).toEqual([]);
  });

  test('has its steps and nothing below them where it is read as a list', async () => {
    const list = await importPlan(ENGLISH, { kind: 'table' });
    expect(list.preview.kinds).toEqual(['msProject', 'table']);
    expect(list.initiatives.map(({ name, budget }) => [name, budget])).toEqual([
      ['Analysis', 8_000_000],
      ['Development', 28_250_000],
      ['Acceptance test', 5_000_000],
    ]);
    expect(list.report.sums.budget).toBe(41_250_000);
    expect(list.report.notes).toContainEqual({
      what: 'tasksLeft',
      count: 6,
      examples: ['Claims portal', 'Interviews', 'Requirements', 'Backend', 'Frontend'],
    });
  });

  test('is read in German, without a row above all, its money in the steps once', async () => {
    const list = await importPlan(
      lines(
        'Nr.;Vorgangsname;Dauer;Anfang;Fertig stellen;Vorgänger;Gliederungsebene;Sammelvorgang;% Abgeschlossen;Ressourcennamen;Kosten;Geplanter Anfang;Geplantes Ende',
        '1;Konzeption;30 Tage;Mo 13.01.25;Fr 21.02.25;;1;Ja;100%;;24.000,00 €;Mo 13.01.25;Fr 14.02.25',
        '2;Anforderungen;20 Tage;Mo 13.01.25;Fr 07.02.25;;2;Nein;100%;Müller;16.000,00 €;Mo 13.01.25;Fr 07.02.25',
        '3;Architektur;10 Tage;Mo 10.02.25;Fr 21.02.25;2;2;Nein;100%;Schmidt[50%];8.000,00 €;Mo 10.02.25;Fr 14.02.25',
        '4;Umsetzung;12 Wochen?;Mo 24.02.25;Fr 16.05.25;1;1;Nein;0%;Müller;96.500,50 €;Mo 17.02.25;Fr 09.05.25',
      ),
      {},
      recordsWith({ currency: 'EUR' }),
      'Serviceportal.csv',
    );
    expect(list.initiatives).toMatchObject([
      { name: 'Serviceportal', startDate: '2025-01-13', endDate: '2025-05-09', budget: 12_050_050 },
    ]);
    expect(
      (list.changes.add.phase ?? []).map(({ name, startDate, endDate, cost }) => [
        name,
        startDate,
        endDate,
        cost,
      ]),
    ).toEqual([
      ['Konzeption', '2025-01-13', '2025-02-14', 2_400_000],
      ['Umsetzung', '2025-02-17', '2025-05-09', 9_650_050],
    ]);
    expect(list.report.unreadable).toEqual([]);
  });

  test('is read in Chinese, and from a workbook', async () => {
    const path = tempFile(
      '医保结算.xlsx',
      xlsxFile([
        {
          name: '任务表',
          rows: [
            [
              '标识号',
              '任务名称',
              '工期',
              '开始时间',
              '完成时间',
              '前置任务',
              '大纲级别',
              '摘要',
              '资源名称',
              '成本',
            ],
            [
              1,
              '医保结算系统',
              '100 个工作日',
              '2025年3月3日',
              '2025年7月18日',
              '',
              1,
              '是',
              '',
              '¥900,000.00',
            ],
            [
              2,
              '需求分析',
              '30 个工作日',
              '2025年3月3日',
              '2025年4月11日',
              '',
              2,
              '否',
              '王芳',
              '¥200,000.00',
            ],
            [3, '系统开发', '70 个工作日', '2025年4月14日', '2025年7月18日', '2', 2, '是', '', '¥700,000.00'],
            [4, '接口', '35 个工作日', '2025年4月14日', '2025年5月30日', '', 3, '否', '李明', '¥300,000.00'],
            [5, '结算', '35 个工作日', '2025年6月2日', '2025年7月18日', '4', 3, '否', '李明', '¥400,000.00'],
          ],
        },
      ]),
    );
    const list = await importPath(path, '医保结算.xlsx', {}, recordsWith({ currency: 'CNY' }));
    expect(list.initiatives).toMatchObject([
      { name: '医保结算系统', startDate: '2025-03-03', endDate: '2025-07-18', budget: 90_000_000 },
    ]);
    expect((list.changes.add.phase ?? []).map(({ name, kind, cost }) => [name, kind, cost])).toEqual([
      ['需求分析', 'analysis', 20_000_000],
      ['系统开发', 'build', 70_000_000],
    ]);
  });

  test('that only marks its summaries has their levels by what they span and cost, and counts nothing twice', async () => {
    const list = await importPlan(
      lines(
        'ID,Task Name,Duration,Start,Finish,Predecessors,Cost,Summary',
        '1,Claims portal,190 days,06/01/2025,26/09/2025,,£300.00,Yes',
        '2,Analysis,40 days,06/01/2025,28/02/2025,,£100.00,Yes',
        '3,Interviews,20 days,06/01/2025,31/01/2025,,£60.00,No',
        '4,Spec,20 days,03/02/2025,28/02/2025,3,£40.00,No',
        '5,Development,110 days,17/03/2025,15/08/2025,2,£180.00,Yes',
        '6,Back end,55 days,17/03/2025,30/05/2025,,£120.00,Yes',
        '7,API,55 days,17/03/2025,30/05/2025,,£120.00,No',
        '8,Front end,55 days,02/06/2025,15/08/2025,6,£60.00,No',
        '9,Test,20 days,01/09/2025,26/09/2025,5,£20.00,No',
        '10,Go live,0 days,26/09/2025,26/09/2025,9,£0.00,No',
      ),
    );
    expect(list.initiatives).toMatchObject([
      { name: 'Claims portal', startDate: '2025-01-06', endDate: '2025-09-26', budget: 30_000 },
    ]);
    expect((list.changes.add.phase ?? []).map(({ name, cost }) => [name, cost])).toEqual([
      ['Analysis', 10_000],
      ['Development', 18_000],
      ['Test', 2_000],
    ]);
    expect((list.changes.add.release ?? []).map(({ name }) => name)).toEqual(['Go live']);
  });

  test.each(['2SS', '2SS+2 days', '2AA', '2DD', '2 开始-开始', '2FF', '2EE-1 day'])(
    'a predecessor of %s runs beside it, and makes no wait',
    async (link) => {
      const plan = (predecessor: string) =>
        importPlan(
          lines(
            'ID,Task Name,Duration,Start,Finish,Predecessors,Outline Level',
            '1,Portal,100 days,2025-01-06,2025-06-27,,1',
            '2,Analysis,40 days,2025-01-06,2025-02-28,,2',
            `3,Build,60 days,2025-03-17,2025-06-27,${predecessor},2`,
          ),
        );
      const phases = async (predecessor: string) => (await plan(predecessor)).changes.add.phase ?? [];
      expect((await phases('2FS')).at(-1)?.waitMonths).toBeCloseTo(16 / 30.436875, 10);
      expect((await phases(link)).at(-1)?.waitMonths).toBeNull();
      expect((await plan(link)).report.notes).toContainEqual({ what: 'linksBeside', count: 1, examples: [] });
    },
  );

  test('says what of it could not be read', async () => {
    const list = await importPlan(
      ENGLISH.replace('Mon 8/18/25,Fri 9/26/25,7', 'after the summer,Fri 9/26/25,7'),
    );
    expect(list.report.unreadable).toEqual([
      { row: 9, column: 'Start', reason: 'not_a_date', value: 'after the summer' },
    ]);
  });

  test('is a list beside other lists', async () => {
    const { initiatives } = await importTogether([
      ['plan.csv', ENGLISH],
      [
        'suppliers.csv',
        lines('Project,Vendor,Contract value', 'Analysis,Acme,"$10,000"', 'Development,Beta,"$20,000"'),
      ],
    ]);
    expect(initiatives.map(({ name }) => name)).toEqual(['Analysis', 'Development', 'Acceptance test']);
  });
});

test.each([
  ['12 days?', 5_760, false],
  ['3,5 Wochen', 8_400, false],
  ['2 个工作日', 960, false],
  ['4 edays', 5_760, true],
  ['1 mon', 9_600, false],
  ['40 hrs', 2_400, false],
])('a duration of %s has its minutes', (text, minutes, elapsed) => {
  expect(readDuration(text)).toMatchObject({ minutes, elapsed });
});
test.each(['', '0 days', 'soon', '5 apples'])('"%s" is no duration', (text) => {
  expect(readDuration(text)).toBeNull();
});

test('a plan whose name stands above its tasks is called by it', async () => {
  const { initiatives } = await importPlan(
    lines(
      'Project name,Data centre exit,,,,',
      'Project owner,Ann Lee,,,,',
      ',,,,,',
      'Task number,Outline number,Name,Start,Finish,Duration',
      '1,1,Discovery,1/6/2025,3/28/2025,60 days',
      '2,1.1,Inventory,1/6/2025,2/14/2025,30 days',
      '3,2,Migration,4/1/2025,12/19/2025,189 days',
    ),
  );
  expect(initiatives.map(({ name }) => name)).toEqual(['Data centre exit']);
});
