import { describe, expect, test } from 'vitest';
import { stageOfStatus } from '../../../shared/exchange/projects/jira.ts';
import { afterImport } from '../../../shared/exchange/records/afterImport.ts';
import { fixture, importPath, importText, recordsWith } from './helpers.ts';

const jira = (records = recordsWith(), plan = {}) =>
  importPath(fixture('jira-epics.csv'), 'jira-epics.csv', plan, records);

describe('issues from Jira', () => {
  test('epics become initiatives with what lies below them', async () => {
    const list = await jira();
    expect(list.preview.plan.kind).toBe('jira');
    expect(list.preview.kinds).toEqual(['jira', 'table']);
    expect(list.report).toMatchObject({ rows: 2, created: 2, refused: [], unreadable: [] });
    const [claims, pay] = list.initiatives;
    expect(claims).toMatchObject({
      externalId: 'CL-1',
      name: 'Claims online',
      description: 'Customers file\nclaims online',
      stage: 'active',
      status: 'In Progress',
      startDate: '2026-01-05',
      endDate: '2026-06-30',
      extra: {
        Labels: 'q1; board',
        Sprints: 'Sprint 1; Sprint 2',
        Issues: '3',
        'Issues done': '1',
        'Story points': '8',
      },
    });
    expect(pay).toMatchObject({ name: 'Pay by card', stage: 'stopped', endDate: '2026-02-02' });
    expect(list.changes.add.capability?.map(({ name }) => name)).toEqual([
      'Web',
      'Claims',
      'Media',
      'Payments',
    ]);
    expect(list.report.notes).toEqual([
      { what: 'issuesGathered', count: 5, examples: ['Claims online', 'Pay by card'] },
      { what: 'issuesLeft', count: 1, examples: ['CL-6'] },
      { what: 'peopleCounted', count: 3, examples: [] },
    ]);
  });

  test('fix versions become releases, out on the day of their last issue', async () => {
    const { changes } = await jira();
    expect(
      changes.add.release?.map(({ name, actualDate, scopeShare }) => [name, actualDate, scopeShare]),
    ).toEqual([
      ['1.0', '2026-03-10', 1 / 3],
      ['2.0', null, 1 / 3],
    ]);
  });

  test('nobody’s name comes in', async () => {
    const { changes } = await jira();
    expect(JSON.stringify(changes)).not.toMatch(/Ann Lee|Cy Ho|Bob|Dee/);
  });

  test('read twice, nothing is there twice', async () => {
    const first = await jira();
    const again = await jira(afterImport(recordsWith(), first.changes));
    expect(again.report).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(again.changes.add.release ?? []).toEqual([]);
  });

  test('can be read as a plain list', async () => {
    const list = await jira(recordsWith(), { kind: 'table' });
    expect(list.preview.kinds).toEqual(['jira', 'table']);
    expect(list.report.created).toBe(6);
  });

  test('without epics every issue that lies below no other is an initiative; Chinese headers too', async () => {
    const text =
      '概要,问题关键字,问题类型,状态,经办人,修复版本,修复版本\n保单查询,BX-1,故事,进行中,张三,一期,\n查询接口,BX-2,子任务,待办,李四,,\n理赔上传,BX-3,故事,完成,张三,一期,二期\n';
    const list = await importText(text);
    expect(list.initiatives.map(({ name, stage }) => [name, stage])).toEqual([
      ['保单查询', 'active'],
      ['理赔上传', 'done'],
    ]);
    expect(JSON.stringify(list.changes)).not.toMatch(/张三|李四/);
    expect(list.changes.add.release?.map(({ name }) => name)).toEqual(['一期', '一期', '二期']);
  });

  test('what lies above epics is their programme; circles of parents end', async () => {
    const text =
      'Summary,Issue key,Issue Type,Status,Parent key\nBig,A-1,Initiative,Open,\nOne,A-2,Epic,Open,A-1\nX,A-3,Story,Open,A-4\nY,A-4,Story,Open,A-3\n';
    const list = await importText(text);
    expect(list.initiatives.map(({ name, collaborationGroup }) => [name, collaborationGroup])).toEqual([
      ['One', 'Big'],
    ]);
    expect(list.report.notes?.find(({ what }) => what === 'issuesLeft')?.examples).toEqual(['A-3', 'A-4']);
  });

  test.each([
    ['Won’t Do', 'Done', '', 'stopped'],
    ['Done', 'Done', 'Duplicate', 'stopped'],
    ['Ready for QA', 'In Progress', '', 'active'],
    ['Backlog', 'To Do', '', 'candidate'],
    ['Triage', 'To Do', '', 'planned'],
    ['Triage', '', '', ''],
    ['已完成', '完成', '', 'done'],
  ])('status %s (%s, %s) is %s', (status, category, resolution, stage) => {
    expect(stageOfStatus(status, category, resolution)).toBe(stage);
  });
});
