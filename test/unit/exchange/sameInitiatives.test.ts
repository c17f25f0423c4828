import { describe, expect, test } from 'vitest';
import { importTogether } from './helpers.ts';
import { lines } from './listCases.ts';

describe('a table that says more of the same initiatives', () => {
  const money = lines(
    'Ref,Project name,Budget £k,Spend to date £k,FY25 £k',
    'P1,ERP Upgrade,2000,1500,800',
    'P2,CRM,500,120,200',
    'P3,Wi-Fi refresh,90,95,',
    'P4,Data lake,10,,10',
  );
  const status = lines(
    'Project,RAG,Status,PM,Budget £k,Comment',
    'ERP upgrade,Amber,In progress,Ann,1999,Vendor late',
    'CRM,Green,In progress,Bob,,',
    'Wi-Fi refresh,Green,Complete,Cy,,see note 3',
    'Fax server,Red,On hold,Di,,',
    'Total,,,,1999,',
  );

  test('fills what the list leaves open, and makes no steps of its comments', async () => {
    const { initiatives, changes, report } = await importTogether(
      [
        ['money.csv', money],
        ['status.csv', status],
      ],
      { main: 0 },
    );
    expect(
      initiatives.map(({ externalId, name, stage, status, owner, budget }) => [
        externalId,
        name,
        stage,
        status,
        owner,
        (budget ?? 0) / 100,
      ]),
    ).toEqual([
      ['P1', 'ERP Upgrade', 'active', 'Amber', 'Ann', 2_000_000],
      ['P2', 'CRM', 'active', 'Green', 'Bob', 500_000],
      ['P3', 'Wi-Fi refresh', 'done', 'Green', 'Cy', 90_000],
      ['P4', 'Data lake', null, null, null, 10_000],
    ]);
    expect(initiatives[0]?.extra).toMatchObject({
      'FY25 £k': '800',
      'Budget £k': '1999',
      Comment: 'Vendor late',
    });
    expect(changes.add.phase ?? []).toEqual([]);
    expect(report.tables?.[0]).toMatchObject({
      role: 'initiatives',
      join: 'Project',
      rows: 5,
      updated: 3,
      skipped: 1,
      unjoined: 1,
      unjoinedIds: ['Fax server'],
    });
  });

  test('is left out where the person says so, and changes nothing the second time', async () => {
    const files = [
      ['money.csv', money],
      ['status.csv', status],
    ] as const;
    const left = await importTogether(files, {
      main: 0,
      tables: [{ file: 1, role: 'initiatives', join: null }],
    });
    expect(left.initiatives.map(({ stage }) => stage)).toEqual([null, null, null, null]);
    const first = await importTogether(files, { main: 0 });
    const again = await importTogether(files, { main: 0 }, first.after);
    expect(again.changes.add.initiative ?? []).toEqual([]);
    expect(again.changes.update.initiative ?? []).toEqual([]);
    expect(again.report.tables?.[0]).toMatchObject({ updated: 0, unchanged: 3 });
  });
});
