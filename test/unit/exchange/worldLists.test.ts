/** Lists of more countries and programs, each of which once came in wrong without a word. */
import { describe, expect, test } from 'vitest';
import { importText } from './helpers.ts';
import { expectList, type ListCase, lines } from './listCases.ts';

const cases: readonly ListCase[] = [
  {
    list: 'of Bangladesh: taka in lakhs, said above',
    text: lines(
      'Annual Development Programme 2024-25: ICT Division,,,',
      '(Taka in Lakh),,,',
      'Sl. No.,Name of the Project,Executing Agency,Estimated Cost,Cumulative Expenditure up to June 2024',
      '1,Digital Government and Economy,BCC,254164.00,61500.25',
      '2,Hi-Tech Park,BHTPA,1846.00,1310.75',
      ',Total,,256010.00,62811.00',
    ),
    currency: 'BDT',
    fields: ['name', 'owner', 'budget', 'spent'],
    rows: [
      ['Digital Government and Economy', 'BCC', 25_416_400_000, 6_150_025_000],
      ['Hi-Tech Park', 'BHTPA', 184_600_000, 131_075_000],
    ],
    skipped: ['total'],
    stated: [25_601_000_000, 6_281_100_000],
  },
  {
    list: 'of Kazakhstan, in millions of tenge',
    text: lines(
      '№;Наименование проекта;Стоимость, млн тенге;Освоено, млн тенге',
      '1;Smart Data Ukimet;5 430,2;4 980,0',
      '2;Единая платформа;2 115,75;340,5',
    ),
    currency: 'KZT',
    fields: ['name', 'budget', 'spent'],
    rows: [
      ['Smart Data Ukimet', 5_430_200_000, 4_980_000_000],
      ['Единая платформа', 2_115_750_000, 340_500_000],
    ],
  },
  {
    list: 'whose budget is in euros, beside local ones in a currency for each row',
    text: lines(
      'Initiative,Country,Local budget,Currency,Budget EUR,Status',
      'Warehouse WMS,Poland,"4,300,000",PLN,"1,000,000",Running',
      'Fleet app,Germany,"250,000",EUR,"250,000",Running',
      'Shop,USA,"1,080,000",USD,"1,000,000",Planned',
    ),
    currency: 'EUR',
    fields: ['name', 'budget'],
    rows: [
      ['Warehouse WMS', 1_000_000],
      ['Fleet app', 250_000],
      ['Shop', 1_000_000],
    ],
  },
];

describe('a list of the wider world', () => {
  test.each(cases)('$list', expectList);
});

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
