import { describe, expect, test } from 'vitest';
import { type Imported, importText } from './helpers.ts';
import { lines } from './listCases.ts';

const headerOf = ({ preview }: Imported, field: 'name' | 'budget' | 'endDate'): string | undefined =>
  preview.columns[preview.plan.columns[field] ?? -1]?.header;

describe('a budget', () => {
  test('with the money of a year beside all of it takes all of it, and the year where there is no more', async () => {
    const both = await importText(lines('Project,Budget 2024,Total budget', 'A,100,300', 'B,50,50'));
    expect(headerOf(both, 'budget')).toBe('Total budget');
    const one = await importText(lines('Project,Owner,Budget 2024', 'A,Ann,100', 'B,Bob,50'));
    expect(headerOf(one, 'budget')).toBe('Budget 2024');
  });
});

describe('amounts whose unit stands outside of their column', () => {
  const budgets = async (...all: readonly string[]) => {
    const list = await importText(lines(...all));
    return [list.preview.plan.currency, ...list.initiatives.map(({ budget }) => (budget ?? 0) / 100)];
  };
  test.each([
    ['All amounts in USD thousands', 'USD'],
    ['Dollars in thousands', 'USD'],
    ['IT projects 2025 ($ in thousands)', 'USD'],
    ['Alle Angaben in Tsd. EUR', 'EUR'],
    ['Montants en milliers d’euros', 'EUR'],
  ])('are read by "%s"', async (prose, currency) => {
    expect(await budgets(`${prose},,`, 'Project,Owner,Budget', 'A,Ann,1200', 'B,Bob,90')).toEqual([
      currency,
      1_200_000,
      90_000,
    ]);
  });

  test('are read by a note below the table', async () => {
    expect(
      await budgets('Project,Owner,Budget', 'A,Ann,1.2', 'B,Bob,90', '', 'Note: figures are in £m,,'),
    ).toEqual(['GBP', 1_200_000, 90_000_000]);
  });

  test('stay as they are where the column says its own unit or currency', async () => {
    expect(
      await budgets('All amounts in USD thousands,,', 'Project,Owner,Budget ($ M)', 'A,Ann,1.2', 'B,Bob,90'),
    ).toEqual(['USD', 1_200_000, 90_000_000]);
    expect(
      await budgets('Projects in thousands of schools,,', 'Project,Owner,Budget', 'A,Ann,120', 'B,Bob,90'),
    ).toEqual(['USD', 120, 90]);
  });
});

describe('rows that only head others', () => {
  const groups = async (...all: readonly string[]) =>
    (await importText(lines(...all))).initiatives.map(({ name, collaborationGroup }) => [
      name,
      collaborationGroup,
    ]);

  test('give their names to the rows below them, and the report says so', async () => {
    const list = await importText(
      lines(
        'Programme / Project,Owner,Cost ($k),Go-live',
        'Digital,,,',
        'Portal,Ann,100,Jun-25',
        'App,Bob,250,Sep-25',
        'Infrastructure,,,',
        'Network,Cy,75,Dec-25',
        'Storage,Di,60,TBC',
      ),
    );
    expect(list.initiatives.map(({ name, collaborationGroup }) => [name, collaborationGroup])).toEqual([
      ['Portal', 'Digital'],
      ['App', 'Digital'],
      ['Network', 'Infrastructure'],
      ['Storage', 'Infrastructure'],
    ]);
    expect(list.report.skipped).toEqual([
      { row: 2, reason: 'group' },
      { row: 5, reason: 'group' },
    ]);
    expect(list.report.notes).toContainEqual({
      what: 'headingsRead',
      count: 2,
      examples: ['Digital', 'Infrastructure'],
    });
  });

  test('are kept beside an initiative that names another group itself', async () => {
    const list = await importText(
      lines('No,Project,Programme,Owner', 'I. Now,,,', '1,Portal,Alpha,Ann', '2,App,,Bob'),
    );
    expect(
      list.initiatives.map(({ collaborationGroup, extra }) => [collaborationGroup, extra.group]),
    ).toEqual([
      ['Alpha', 'Now'],
      ['Now', undefined],
    ]);
  });

  test.each([
    ['most names stand alone', ['Chat bot,,', 'Printing,,', 'Invoices,Ann,50000', 'Mailroom,,', 'Rooms,,']],
    ['the first row says more', ['Portal,Ann,1', 'Digital,,', 'App,Bob,2', 'Net,Cy,3', 'Data,,', 'Lab,Di,4']],
    ['a name alone is the last', ['Digital,,', 'Portal,Ann,1', 'App,Bob,2', 'Data,,']],
    [
      'two names alone follow each other',
      ['Digital,,', 'Portal,Ann,1', 'Lab,Cy,3', 'Data,,', 'Net,,', 'App,Bob,2'],
    ],
    ['one name alone is all', ['Digital,,', 'Portal,Ann,1', 'App,Bob,2', 'Net,Cy,3']],
    [
      'other rows say hardly more',
      ['Digital,,', 'Portal,Ann,', 'App,Bob,2', 'Data,,', 'Net,Cy,3', 'Lab,Di,4'],
    ],
    ['every row is numbered so', ['A. Digital,,', 'B. Portal,Ann,1', 'C. App,Bob,2', 'D. Net,Cy,3']],
  ])('are none where %s', async (_, rows) => {
    expect(await groups('Project,Owner,Budget', ...rows)).toEqual(
      rows.map((row) => [row.slice(0, row.indexOf(',')), null]),
    );
  });
});

describe('dates that no cell proves', () => {
  const read = async (...rows: readonly string[]) => {
    const list = await importText(lines('Project,Start,End,Budget', ...rows));
    return {
      starts: list.initiatives.map(({ startDate }) => startDate),
      said: (list.report.notes ?? []).some(({ what }) => what === 'dayOrderOpen'),
    };
  };

  test('are read so that no end lies before its start', async () => {
    // Read with the month first, the second one would end in January of the year in which it starts in May.
    expect(await read('A,03/04/2021,10/11/2023,$1', 'B,05/02/2022,01/05/2022,$2')).toEqual({
      starts: ['2021-04-03', '2022-02-05'],
      said: true,
    });
    expect(await read('A,03/04/2021,10/11/2023,$1', 'B,02/05/2022,05/01/2022,$2')).toEqual({
      starts: ['2021-03-04', '2022-02-05'],
      said: true,
    });
  });

  test('are read as the first of their months where they are so nearly always', async () => {
    const { starts } = await read('A,04/01/2021,,$1', 'B,10/01/2022,,$2', 'C,07/01/2023,,$3');
    expect(starts).toEqual(['2021-04-01', '2022-10-01', '2023-07-01']);
  });

  test('are day first with dots, and nothing need be said', async () => {
    expect(await read('A,03.04.2021,10.11.2023,1')).toEqual({ starts: ['2021-04-03'], said: false });
  });
});
