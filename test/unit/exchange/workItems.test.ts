import { describe, expect, test } from 'vitest';
import { importText } from './helpers.ts';
import { lines } from './listCases.ts';

describe('work items as Azure DevOps exports them', () => {
  const query = lines(
    '"ID","Work Item Type","Title 1","Title 2","Title 3","State","Assigned To","Tags","Target Date","Approved budget"',
    '"10","Epic","Customer portal","","","Active","Ann <ann@x.test>","web; key","3/31/2026 12:00:00 AM","$300,000"',
    '"11","Feature","","Sign in","","Active","Bob <bob@x.test>","","",""',
    '"12","User Story","","","As a user, I sign in","Closed","Cy <cy@x.test>","","",""',
    '"20","Epic","Data platform","","","New","Dee <dee@x.test>","data","",""',
    '"21","Feature","","Lake","","New","","","",""',
  );

  test('epics become initiatives with what is set in below them, and with the money that they have', async () => {
    const { preview, initiatives, report } = await importText(query);
    expect(preview.kinds).toEqual(['jira', 'table']);
    expect(
      initiatives.map(({ externalId, name, stage, endDate, budget, teamPeople, extra }) => [
        externalId,
        name,
        stage,
        endDate,
        budget,
        teamPeople,
        extra['Issues done'],
      ]),
    ).toEqual([
      ['10', 'Customer portal', 'active', '2026-03-31', 300_000_00, 3, '1'],
      ['20', 'Data platform', 'planned', null, null, 1, '0'],
    ]);
    expect(report.refused).toEqual([]);
    expect(report.notes?.find(({ what }) => what === 'issuesGathered')?.count).toBe(5);
  });

  test('nobody’s name comes in', async () => {
    const { changes } = await importText(query);
    expect(JSON.stringify(changes)).not.toMatch(/Ann|Bob|Dee|x\.test/);
  });

  test('as a table each row is an initiative that names the one above it', async () => {
    const { initiatives } = await importText(query, { kind: 'table' });
    expect(initiatives.map(({ name, collaborationGroup }) => [name, collaborationGroup])).toEqual([
      ['Customer portal', null],
      ['Sign in', 'Customer portal'],
      ['As a user, I sign in', 'Sign in'],
      ['Data platform', null],
      ['Lake', 'Data platform'],
    ]);
  });
});

describe('titles in a column a level', () => {
  test('of a list with money: rows that sum those set in below them are no initiatives', async () => {
    const { initiatives, report } = await importText(
      lines(
        'Title 1,Title 2,State,Budget',
        'Customer portal,,Active,300000',
        ',Sign in,Active,100000',
        ',Pay,Active,200000',
        'Data platform,,New,50000',
      ),
    );
    expect(
      initiatives.map(({ name, budget, collaborationGroup }) => [name, budget, collaborationGroup]),
    ).toEqual([
      ['Sign in', 100_000_00, 'Customer portal'],
      ['Pay', 200_000_00, 'Customer portal'],
      ['Data platform', 50_000_00, null],
    ]);
    expect(report.refused).toEqual([]);
  });

  test('are left where rows fill several of them: these are two titles', async () => {
    const { preview, initiatives } = await importText(
      lines('Title 1,Title 2,State', 'Portal,Portail,Active', 'App,Appli,Active', 'Net,Réseau,New'),
    );
    expect(initiatives.map(({ name }) => name)).toEqual(['Portal', 'App', 'Net']);
    expect(preview.columns.map(({ header }) => header)).toEqual(['Title 1', 'Title 2', 'State']);
  });
});

test('money that an organisation added to its issues comes in from Jira as well; logged time does not', async () => {
  const { initiatives } = await importText(
    lines(
      'Issue key,Issue Type,Summary,Status,Time Spent,Custom field (Approved budget),Custom field (Actual cost)',
      'CL-1,Epic,Claims online,In Progress,7200,"250,000","100,000"',
      'CL-2,Epic,Pay by card,Done,3600,,',
    ),
  );
  expect(initiatives.map(({ name, budget, spent }) => [name, budget, spent])).toEqual([
    ['Claims online', 250_000_00, 100_000_00],
    ['Pay by card', null, null],
  ]);
});
