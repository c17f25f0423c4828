/** Money of one initiative that stands in several rows, or in a column for each year. */
import { describe, expect, test } from 'vitest';
import { importText } from './helpers.ts';
import { lines } from './listCases.ts';

describe('a row for each year of an initiative’s money', () => {
  const header = 'Project ID,Project Name,Agency,Fiscal Year,Budget,Expenditure';

  test('is one initiative, whose money adds up, and is told', async () => {
    const { initiatives, report } = await importText(
      lines(
        header,
        'P1,Tax platform,Revenue,2023,1000000,950000',
        'P1,Tax platform,Revenue,2024,2000000,1800000',
        'P1,Tax platform,Revenue,2025,500000,0',
        'P2,Licensing,Transport,FY24,300000,120000',
        'P2,Licensing,Transport,FY25,400000,0',
      ),
    );
    expect(initiatives.map(({ name, budget, spent }) => [name, budget, spent])).toEqual([
      ['Tax platform', 350_000_000, 275_000_000],
      ['Licensing', 70_000_000, 12_000_000],
    ]);
    expect(report.notes).toContainEqual({
      what: 'costRowsAdded',
      count: 3,
      examples: ['Tax platform', 'Tax platform', 'Licensing'],
    });
  });

  test.each([
    ['all of the money', 'Whole life cost (£m)', ['100', '130', '90']],
    ['nearly the same', 'Budget', ['100000', '104000', '106000']],
  ])('is not added up where each says %s, and that is told', async (_, money, [a, b, c]) => {
    const { initiatives, report } = await importText(
      lines(
        `Reporting year,Project,Department,${money}`,
        `2023,Courts,MoJ,${a}`,
        `2024,Courts,MoJ,${b}`,
        `2025,Courts,MoJ,${c}`,
        '2025,Border,HO,70',
      ),
    );
    expect(initiatives).toHaveLength(4);
    expect(report.notes).toContainEqual({ what: 'rowsRepeat', count: 1, examples: ['Courts'] });
  });
});

test('rows of one id and name are told, rows of one name with ids of their own are not', async () => {
  const { report } = await importText(
    lines('ID,Project,Supplier,Cost (€)', 'P1,ERP,A,100', 'P1,ERP,B,200', 'P2,Wi-Fi,A,50', 'P3,Wi-Fi,B,60'),
  );
  expect((report.notes ?? []).filter(({ what }) => what === 'rowsRepeat')).toEqual([
    { what: 'rowsRepeat', count: 1, examples: ['ERP'] },
  ]);
});

test('rows of one name for each sort of cost are told', async () => {
  const { initiatives, report } = await importText(
    lines(
      'Project,Category,2024,2025,Total',
      'ERP,Hardware,5,1,6',
      'ERP,Software,2,1,3',
      'CRM,Software,4,4,8',
    ),
  );
  expect(initiatives).toHaveLength(3);
  expect(report.notes).toContainEqual({ what: 'rowsRepeat', count: 1, examples: ['ERP'] });
});

describe('the years of an initiative’s money', () => {
  test('with those before and behind them are all of it', async () => {
    const { initiatives, report } = await importText(
      lines(
        'Project,Agency,Prior Years,FY 2023-24,FY 2024-25,Future Years',
        'PALM,DFS,"$89,200,000","$39,400,000","$41,000,000","$60,000,000"',
        'FX,AHCA,"$120,000,000","$57,000,000","$61,500,000",-',
      ),
    );
    expect(initiatives.map(({ budget }) => (budget ?? 0) / 100)).toEqual([229_600_000, 238_500_000]);
    expect(report.notes).toContainEqual({
      what: 'timesAdded',
      count: 4,
      examples: ['Prior Years', 'FY 2023-24', 'FY 2024-25', 'Future Years'],
    });
  });

  test('beside what is called the total of the project are parts of that', async () => {
    const { initiatives } = await importText(
      lines(
        'Project,Prior Years,FY 2023-24,FY 2024-25,Project Total',
        'PALM,"$89,200,000","$39,400,000","$41,000,000","$999,600,000"',
        'FX,"$120,000,000","$57,000,000",-,"$177,000,000"',
      ),
    );
    expect(initiatives.map(({ budget }) => (budget ?? 0) / 100)).toEqual([999_600_000, 177_000_000]);
  });

  test('have thousands with dots where a sign stands before each, and one year proves it for the others', async () => {
    const { initiatives, report } = await importText(
      lines(
        'Cifras en millones de pesos;;;',
        'Nombre de la iniciativa;Costo 2023;Costo 2024;Costo 2025',
        'Interoperabilidad;$ 1.250;$ 980;$ 1.125',
        'Recuperación;$ 640;$ 2.300;',
        'TOTAL;$ 1.890;$ 3.280;$ 1.125',
      ),
    );
    expect(initiatives.map(({ budget }) => (budget ?? 0) / 100)).toEqual([3_355_000_000, 2_940_000_000]);
    expect(report.sumChecks?.[0]).toMatchObject({ came: 629_500_000_000, stated: 629_500_000_000 });
  });
});

test('a pivot table with labels above its columns is called by the names below them, and its groups sum their rows', async () => {
  const { initiatives, report } = await importText(
    lines(
      'Sum of Amount,Column Labels,,',
      'Row Labels,2024,2025,Grand Total',
      'Finance,300,200,500',
      'Ledger,100,100,200',
      'Tax,200,100,300',
      'IT,400,150,550',
      'Network,400,150,550',
      'Grand Total,700,350,1050',
    ),
  );
  expect(
    initiatives.map(({ name, budget, collaborationGroup }) => [name, budget, collaborationGroup]),
  ).toEqual([
    ['Ledger', 20_000, 'Finance'],
    ['Tax', 30_000, 'Finance'],
    ['Network', 55_000, 'IT'],
  ]);
  expect(report.sumChecks?.[0]).toMatchObject({ came: 105_000, stated: 105_000 });
});

test('a card of one project, with its names down the first of two columns, is that project', async () => {
  const { initiatives } = await importText(
    lines(
      'PROJECT CHARTER,',
      'Project Name,Notes replacement',
      'Project ID,P-77',
      'Project Manager,Ann Huber',
      'Start Date,2025-01-06',
      'End Date,2026-12-31',
      'Total Budget ($k),1250',
      'Phase,Execution',
    ),
  );
  expect(
    initiatives.map(({ externalId, name, owner, stage, startDate, endDate, budget }) => [
      externalId,
      name,
      owner,
      stage,
      startDate,
      endDate,
      budget,
    ]),
  ).toEqual([['P-77', 'Notes replacement', 'Ann Huber', 'active', '2025-01-06', '2026-12-31', 125_000_000]]);
});

test('a list of two columns stays one, whatever its rows are called', async () => {
  const { initiatives } = await importText(
    lines('Project,Budget', 'Portal,100', 'Owner register,200', 'Status page,300', 'End of life,400'),
  );
  expect(initiatives.map(({ name }) => name)).toEqual([
    'Portal',
    'Owner register',
    'Status page',
    'End of life',
  ]);
});
