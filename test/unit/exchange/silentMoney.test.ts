import { describe, expect, test } from 'vitest';
import { readStatedMoney } from '../../../shared/exchange/columns/unitProse.ts';
import { readAmount } from '../../../shared/exchange/values/moneyText.ts';
import { importText, recordsWith } from './helpers.ts';
import { lines } from './listCases.ts';

describe('an amount with the mark of a footnote', () => {
  test.each([
    ['2,000*', 2000, null],
    ['120 [1]', 120, null],
    ['120¹', 120, null],
    ['1.2 (a)', 1.2, null],
    // No billion: only k and m say a unit so.
    ['11,300 (b)', 11_300, null],
    ['1.2bn (c)', 1.2, 1e9],
    ['£26.19m†', 26.19, 1e6],
    ['2.5 (m)', 2.5, 1e6],
    ['٨٥٠٠', 8500, null],
    ['١٢٫٥', 12.5, null],
  ])('%s', (text, value, scale) => {
    expect(readAmount(text)).toMatchObject({ value, scale });
  });

  test.each(['12 (3)', '2024–2025', '120 m²x', '*', 'M1 to M5', 'over 5'])(
    '%s says no single amount',
    (text) => {
      expect(readAmount(text)).toBe('not_an_amount');
    },
  );

  test.each([
    '£4.0bn–£4.3bn',
    '100-200k',
    '10-15万',
    'between 1 and 2 million',
    '< 5',
    '42.5–48.0',
    'over $1,000,000',
    '500万以上',
  ])('%s is a range or a bound', (text) => {
    expect(readAmount(text)).toBe('amount_range');
  });

  test.each(['(15)', '△120', '▲1,200', '-5', '−5'])('%s is below zero', (text) => {
    expect(readAmount(text)).toBe('negative_amount');
  });
});

describe('what a line beside the table says of its amounts', () => {
  test.each([
    ['£ millions unless stated', 'millions', 'GBP'],
    ['US$ thousands', 'thousands', 'USD'],
    ['$ millions, current prices', 'millions', '$'],
  ])('%s', (line, unit, currency) => {
    expect(readStatedMoney(line)).toEqual({ unit, currency });
  });
  test.each(['£ million programmes of the year', 'Our $m mission'])('%s says nothing', (line) => {
    expect(readStatedMoney(line)).toEqual({ unit: null, currency: null });
  });
});

const money = async (...rows: readonly string[]) => {
  const { initiatives, report } = await importText(lines(...rows), {}, recordsWith());
  return {
    rows: initiatives.map(({ name, budget, spent }) => [name, budget, spent]),
    notes: report.notes ?? [],
    skipped: report.skipped.length,
    sum: report.sums.budget,
  };
};

test('a column of amounts with a sign and no unit has the unit of the like one beside it', async () => {
  const { rows } = await money(
    'Projectnaam;Kosten in mln €;Uitgaven',
    'A;€ 12,3;€ 9,1',
    'B;€ 5,0;€ 6,0',
    'C;€ 41,2;n.n.b.',
  );
  expect(rows).toEqual([
    ['A', 1_230_000_000, 910_000_000],
    ['B', 500_000_000, 600_000_000],
    ['C', 4_120_000_000, null],
  ]);
  const whole = await money('Project,Cost (€k),Spent', 'A,500,€ 400000', 'B,300,€ 200000');
  expect(whole.rows).toEqual([
    ['A', 50_000_000, 40_000_000],
    ['B', 30_000_000, 20_000_000],
  ]);
});

describe('a table with groups and their sums, as a pivot table writes it', () => {
  const pivot = [
    'Row Labels,Sum of Budget',
    'Finance,300',
    'Billing,100',
    'Ledger,200',
    'Operations,400',
    'ERP,400',
  ];

  test('counts nothing twice', async () => {
    const found = await money(...pivot, 'Grand Total,700');
    expect(found.rows.map(([name, budget]) => [name, budget])).toEqual([
      ['Billing', 10_000],
      ['Ledger', 20_000],
      ['ERP', 40_000],
    ]);
    expect(found.notes).toContainEqual({
      what: 'summariesLeft',
      count: 2,
      examples: ['Finance', 'Operations'],
    });
    expect(found).toMatchObject({ sum: 70_000, skipped: 3 });
  });

  test.each([
    ['its total is that of all rows', [...pivot, 'Grand Total,1400']],
    ['it has no total', pivot],
    [
      'one of its blocks does not add up',
      [...pivot.slice(0, 3), 'Ledger,150', 'Operations,450', 'ERP,400', 'Grand Total,700'],
    ],
  ])('is a list like any other where %s', async (_, rows) => {
    expect((await money(...rows)).rows).toHaveLength(5);
  });
});

test('the budget of a quarter or a month is not that of the initiative', async () => {
  const { rows } = await money('Product,Quarterly budget', 'Search,350', 'Checkout,300');
  expect(rows).toEqual([
    ['Search', null, null],
    ['Checkout', null, null],
  ]);
});

describe('what a list leaves open of its amounts', () => {
  const noted = async (what: string, ...rows: readonly string[]) =>
    (await money(...rows)).notes.filter((note) => note.what === what);

  test('is said where they are too small for initiatives, and no unit is named', async () => {
    const small = ['A,1.2', 'B,3.4', 'C,0.5'];
    expect(await noted('unitOpen', 'Project,Budget', ...small)).toEqual([
      { what: 'unitOpen', count: 1, examples: ['Budget'] },
    ]);
    expect(await noted('unitOpen', 'Project,Budget ($m)', ...small)).toEqual([]);
    expect(await noted('unitOpen', 'Project,Budget', 'A,120000', 'B,30000', 'C,500')).toEqual([]);
    expect(await noted('unitOpen', 'Project,Budget', 'A,0', 'B,0', 'C,')).toEqual([]);
  });

  test('is said where they are those of one year, and other columns hold other years', async () => {
    expect(
      await noted('oneYearOnly', 'Initiative,2024 Budget,2025 Budget', 'A,100000,100000', 'B,300000,300000'),
    ).toEqual([{ what: 'oneYearOnly', count: 1, examples: ['2024 Budget', '2025 Budget'] }]);
    expect(await noted('oneYearOnly', 'Initiative,FY24 Budget', 'A,100000', 'B,300000')).toEqual([]);
    expect(
      await noted('oneYearOnly', 'Initiative,Total budget,2025 Budget', 'A,100000,200000', 'B,300000,4'),
    ).toEqual([]);
  });
});

test.each([
  ['計畫名稱,總經費(千元)\n雲端資料中心,"86,400"\n', 'USD', 'TWD', 8_640_000_000],
  ['計畫名稱,總經費(千元)\n雲端資料中心,"86,400"\n', 'HKD', 'HKD', 8_640_000_000],
  ['项目名称,总投资（万元）\n数据中台,"1,200"\n', 'USD', 'CNY', 1_200_000_000],
  ['Наименование проекта,"Бюджет, млн руб."\nГосТех,"890,5"\n', 'USD', 'RUB', 89_050_000_000],
])('the currency of %s in a portfolio in %s is %s', async (text, ours, currency, budget) => {
  const { report } = await importText(text, {}, recordsWith({ currency: ours }));
  expect(report.sums).toEqual({ budget, currency });
});

test('how far an initiative has come is no status', async () => {
  const { initiatives } = await importText('計畫名稱,執行進度\n甲,85.2%\n乙,停辦\n丙,規劃中\n丁,已完成\n');
  expect(initiatives.map(({ stage, status }) => [stage, status])).toEqual([
    [null, null],
    ['stopped', null],
    ['planned', null],
    ['done', null],
  ]);
  expect(initiatives[0]?.extra).toEqual({ 執行進度: '85.2%' });
});

test.each([
  // Twelve and a half crowns would be no budget.
  ['Projekt;Budget (kr.)\nA;12.500\nB;8.750\n', 'DKK', 21_250],
  ['Projekt;Budget (t.kr.)\nA;12.500\nB;8.750\n', 'DKK', 21_250_000],
  ['Projekt;Budget (EUR)\nA;12.500\nB;8.750\n', 'EUR', 21_250],
  // In millions, and in dollars, three digits may follow a decimal sign.
  ['Project;Budget (EUR m)\nA;12.500\nB;8.750\n', 'EUR', 21_250_000],
  ['Project;Budget (USD)\nA;12.500\nB;8.750\n', 'USD', 21.25],
  // What a comma groups is no fraction of a crown.
  ['Project;Budget (DKK)\nA;12,500\nB;8,750\n', 'DKK', 21_250],
])('three digits behind each sign of %s', async (text, currency, budget) => {
  const { report } = await importText(text);
  expect(report.sums).toEqual({ budget: budget * 100, currency });
});
