import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { durationMinutes } from '../../../shared/exchange/projects/msProject.ts';
import { afterImport } from '../../../shared/exchange/records/afterImport.ts';
import { failureOf, fixture, type Imported, importPath, recordsWith, tempFile } from './helpers.ts';

const XML = readFileSync(fixture('claims-renewal.xml'), 'utf8');
const importXml = (xml: string, records = recordsWith()): Promise<Imported> =>
  importPath(tempFile('plan.xml', xml), 'plan.xml', {}, records);

describe('a project plan in MS Project’s XML', () => {
  test('one initiative, planned by its baseline, with money in hundredths', async () => {
    const list = await importXml(XML);
    expect(list.preview).toMatchObject({ rows: 1, plan: { kind: 'msProject', currency: 'EUR' } });
    expect(list.report.sums).toEqual({ budget: 11_000_000, currency: 'EUR' });
    expect(list.initiatives[0]).toMatchObject({
      externalId: '7E5B1A2C-0001',
      name: 'Claims renewal',
      owner: 'Insurance IT',
      stage: 'active',
      startDate: '2026-01-05',
      endDate: '2026-08-28',
      budget: 11_000_000,
      spent: 4_000_000,
      extra: { Milestones: '2026-02-13 Sign-off', 'Expected finish': '2026-09-30' },
    });
    expect(list.changes.update.portfolio?.[0]?.currency).toBe('EUR');
  });

  test('steps become phases with planned and actual dates, people and waits', async () => {
    const { changes } = await importXml(XML);
    expect(
      changes.add.phase?.map(
        ({ kind, name, startDate, endDate, actualStartDate, actualEndDate, people, cost }) => [
          kind,
          name,
          startDate,
          endDate,
          actualStartDate,
          actualEndDate,
          people,
          cost,
        ],
      ),
    ).toEqual([
      ['analysis', 'Requirements', '2026-01-05', '2026-02-06', '2026-01-07', '2026-02-20', 1, 1_800_000],
      ['build', 'Development', '2026-03-02', '2026-07-31', null, null, 4, 9_000_000],
      ['test', '测试与验收', '2026-08-03', '2026-09-25', null, null, null, null],
    ]);
    const waits = changes.add.phase?.map(({ waitMonths }) => waitMonths);
    // Sixteen days from sign-off to development; only a week-end before the test.
    expect(waits).toEqual([null, 16 / 30.436875, 0]);
  });

  test.each([
    [3, 'starts together with it'],
    [0, 'ends together with it'],
    [2, 'ends when it starts'],
  ])('a link of type %i, by which a step %s, makes no wait and no handoff, and hides none', async (type) => {
    // The test waits for the development for two days after the week-end, and is tied to the requirements besides.
    const { changes, report } = await importXml(
      XML.replaceAll('2026-08-03T08:00:00', '2026-08-06T08:00:00').replace(
        '<PredecessorUID>4</PredecessorUID><Type>1</Type></PredecessorLink>',
        `$&<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>${type}</Type><LinkLag>48000</LinkLag></PredecessorLink>`,
      ),
    );
    const waits = changes.add.phase?.map(({ waitMonths }) => waitMonths);
    expect(waits).toEqual([null, 16 / 30.436875, 5 / 30.436875]);
    expect(changes.add.handoff?.map(({ toName }) => toName)).toEqual(['Builders']);
    expect(report.notes).toContainEqual({ what: 'linksBeside', count: 1, examples: [] });
  });

  test('a lag is part of the wait, and a lead makes none', async () => {
    const waitOf = async (start: string, lag: number) => {
      const { changes } = await importXml(
        XML.replaceAll('2026-08-03T08:00:00', start).replace(
          '<PredecessorUID>4</PredecessorUID><Type>1</Type>',
          `$&<LinkLag>${lag}</LinkLag>`,
        ),
      );
      return changes.add.phase?.at(-1)?.waitMonths;
    };
    expect(await waitOf('2026-08-17T08:00:00', 48_000)).toBeCloseTo(16 / 30.436875, 10);
    expect(await waitOf('2026-07-20T08:00:00', -48_000)).toBe(0);
  });

  test('milestones that customers notice are releases; resources are teams and roles without names', async () => {
    const { changes } = await importXml(XML);
    expect(changes.add.release?.map(({ name, plannedDate }) => [name, plannedDate])).toEqual([
      ['Go-live', '2026-08-28'],
    ]);
    expect(changes.add.team?.map(({ name }) => name)).toEqual(['Analysts', 'Builders']);
    expect(changes.add.teamMember?.map(({ name, people }) => [name, people])).toEqual([
      ['Analysts', 1],
      ['Developer', 4],
    ]);
    expect(changes.add.handoff).toMatchObject([
      { fromName: 'Analysts', toName: 'Builders', passes: 'Sign-off', waitDays: 16 },
    ]);
    expect(JSON.stringify(changes)).not.toMatch(/Cy Ho|Ann Lee/);
  });

  test('read again, the plan brings its own records up to date', async () => {
    const records = afterImport(recordsWith(), (await importXml(XML)).changes);
    const same = await importXml(XML, records);
    expect(same.report).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect(Object.values(same.changes.add).flat()).toEqual([]);
    const moved = await importXml(
      XML.replace(
        '<ActualStart>2026-01-07T08:00:00</ActualStart>',
        '<ActualStart>2026-01-09T08:00:00</ActualStart>',
      ),
      records,
    );
    expect(moved.report).toMatchObject({ created: 0, updated: 1 });
    expect(moved.changes.update.phase?.map(({ actualStartDate }) => actualStartDate)).toEqual(['2026-01-09']);
  });

  test('what somebody changed since stays when the plan is read again', async () => {
    const records = afterImport(recordsWith(), (await importXml(XML)).changes);
    const changed = (list: Readonly<Record<string, object>>, values: object) =>
      Object.fromEntries(Object.entries(list).map(([id, record]) => [id, { ...record, ...values }]));
    const flipped = {
      ...records,
      initiative: changed(records.initiative, { mode: 'product', overhead: true, funded: false }),
      phase: changed(records.phase, { kind: 'idea' }),
    } as typeof records;
    const again = await importXml(XML, flipped);
    expect(again.report).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    expect(again.changes.update).toMatchObject({ initiative: [], phase: [] });
  });

  test('ends before their starts, days of no calendar and of other centuries are left unknown', async () => {
    const task = (uid: number, start: string, finish: string): string =>
      `<Task><UID>${uid}</UID><Name>Step ${uid}</Name><OutlineLevel>1</OutlineLevel><Start>${start}T08:00:00</Start><Finish>${finish}T17:00:00</Finish><ActualStart>${start}T08:00:00</ActualStart><ActualFinish>${finish}T17:00:00</ActualFinish></Task>`;
    const xml = `<Project xmlns="http://schemas.microsoft.com/project"><Name>Back</Name><StartDate>2026-05-01T00:00:00</StartDate><FinishDate>2026-01-01T00:00:00</FinishDate><Tasks>${task(1, '2026-05-01', '2026-01-01')}${task(2, '1600-02-01', '2026-02-30')}</Tasks></Project>`;
    const { changes, report } = await importXml(xml);
    expect(changes.add.initiative).toMatchObject([{ startDate: '2026-05-01', endDate: null }]);
    expect(
      changes.add.phase?.map(({ startDate, endDate, actualEndDate }) => [startDate, endDate, actualEndDate]),
    ).toEqual([
      ['2026-05-01', null, null],
      [null, null, null],
    ]);
    expect(report.unreadable.map(({ column, reason }) => [column, reason])).toEqual([
      ['Back: endDate', 'end_before_start'],
      ['Step 1: endDate', 'end_before_start'],
      ['Step 1: actualEndDate', 'end_before_start'],
    ]);
  });

  test('one task above all others is only the title of the steps below it', async () => {
    const task = (uid: number, level: number, name: string, summary: 0 | 1): string =>
      `<Task><UID>${uid}</UID><Name>${name}</Name><OutlineLevel>${level}</OutlineLevel><Summary>${summary}</Summary></Task>`;
    const xml = `<Project xmlns="http://schemas.microsoft.com/project"><Name>Move</Name><Tasks>${task(1, 1, 'Everything', 1)}${task(2, 2, 'Design', 0)}${task(3, 2, 'Build', 1)}${task(4, 3, 'Code', 0)}</Tasks></Project>`;
    const { changes } = await importXml(xml);
    expect(changes.add.phase?.map(({ name }) => name)).toEqual(['Design', 'Build']);
    expect(changes.add.initiative?.[0]).toMatchObject({ budget: null, spent: null, startDate: null });
  });

  test('money in another currency than the portfolio’s is reported, not mixed', async () => {
    const records = recordsWith({ currency: 'USD', dayRate: 80_000 });
    const list = await importXml(XML, records);
    expect(list.initiatives[0]).toMatchObject({ budget: null, spent: null });
    expect(list.report.unreadable).toEqual([
      { row: 1, column: 'Cost', reason: 'other_currency', value: '110000 EUR' },
    ]);
  });

  test.each([
    ['PT80H0M0S', 4800],
    ['PT0H30M0S', 30],
    ['P1DT2H', 1560],
    ['', null],
    ['P', null],
    ['80h', null],
  ])('duration %s is %s minutes', (text, minutes) => {
    expect(durationMinutes(text)).toBe(minutes);
  });

  test('plans that are cut off, that declare entities, and other markup', async () => {
    const code = async (xml: string) => (await failureOf(importXml(xml))).code;
    expect(await code(XML.slice(0, XML.length / 2))).toBe('file_broken');
    expect(await code(`<!DOCTYPE p [<!ENTITY a "x">]>${XML}`)).not.toBe('internal');
    expect(await code(XML.replace('<Tasks>', '<Tasks>&boom;'))).toBe('file_broken');
    expect(await code('<html><body><table><tr><td>Name</td></tr></table></body></html>')).toBe(
      'file_other_office',
    );
    expect(await code('<?xml version="1.0"?><catalog><book/></catalog>')).toBe('file_other_office');
  });
});
