import { describe, expect, test } from 'vitest';
import { yearOf } from '../../../shared/exchange/columns/yearColumns.ts';
import { importText } from './helpers.ts';
import { lines } from './listCases.ts';

describe('the year in the name of a column', () => {
  test.each([
    ['fy24 budget', 'fy24', 'budget'],
    ['budget 2025', '2025', 'budget'],
    ['2023 24 plan', '2023 24', 'plan'],
    ['24 25 plan', '24 25', 'plan'],
    ['2025年度预算', '2025年度', '预算'],
    ['24년 예산', '24년', '예산'],
    ['令和6年度当初予算', '令和6年度', '当初予算'],
  ])('%s', (phrase, year, rest) => {
    expect(yearOf(phrase)).toEqual({ year, rest });
  });

  test.each(['budget', 'budget 2024 2027 plan', 'phase 24', '24 30 plan', 'item 20250'])(
    '%s says none, or several',
    (phrase) => {
      expect(yearOf(phrase)).toBeNull();
    },
  );
});

/** What comes of a list: budgets and what was spent in whole units, whether years were added up, and the notes on money. */
async function moneyOf(rows: readonly string[], addTimes?: boolean) {
  const { initiatives, report, preview } = await importText(
    lines(...rows),
    addTimes === undefined ? {} : { addTimes },
  );
  const whole = (amount: number | null) => (amount === null ? null : amount / 100);
  return {
    budgets: initiatives.map(({ budget }) => whole(budget)),
    spent: initiatives.map(({ spent }) => whole(spent)),
    added: preview.plan.addTimes,
    notes: (report.notes ?? []).map(({ what, examples }) => [what, ...examples]),
    extra: initiatives[0]?.extra,
  };
}

describe('money that columns hold year by year', () => {
  test('is added up, planned and spent by itself, in its unit; a dash adds nothing, what is not known stays so', async () => {
    const found = await moneyOf([
      'Initiative,FY24 Budget (€m),FY25 Budget (€m),FY26 Plan (€m),FY24 Actual (€m),FY25 YTD Actual (€m)',
      'Core,12.5,30.2,41,11.9,14.2',
      'Fraud,2,3.5,-,2.2,1.1',
      'Wi-Fi,1.2,,,1.1,',
      'Open data,,TBC,6.5,,0.3',
    ]);
    expect(found.budgets).toEqual([83_700_000, 5_500_000, 1_200_000, null]);
    expect(found.spent).toEqual([26_100_000, 3_300_000, 1_100_000, 300_000]);
    expect(found.added).toBe(true);
    expect(found.notes).toEqual([
      ['timesAdded', 'FY24 Budget (€m)', 'FY25 Budget (€m)', 'FY26 Plan (€m)'],
      ['timesAdded', 'FY24 Actual (€m)', 'FY25 YTD Actual (€m)'],
    ]);
    expect(found.extra).toMatchObject({ 'FY24 Budget (€m)': '12.5', 'FY26 Plan (€m)': '41' });
  });

  test.each([
    [
      'in two parts a year',
      ['Project,FY25 CapEx,FY25 OpEx,FY26 CapEx,FY26 OpEx', 'A,100,20,300,40', 'B,50,5,,', 'C,,,800,60'],
      [460, 55, 860],
    ],
    ['in Chinese', ['项目名称,2024年预算,2025年预算', '甲,100,20', '乙,,300'], [120, 300]],
    [
      'in Portuguese',
      ['Projeto,Valor estimado 2024,Valor estimado 2025', 'A,"1.200,50","800,00"', 'B,"350,00",0'],
      [2000.5, 350],
    ],
  ])('is added up %s', async (_, rows, budgets) => {
    expect(await moneyOf(rows)).toMatchObject({ budgets, added: true });
  });

  test.each([
    ['it only grows: it may be cumulative', ['A,100,250,300', 'B,50,90,120'], 100],
    ['it hardly changes: each year may say all of it again', ['A,100,100,105', 'B,50,52,48'], 100],
  ])('is one year where %s, until a person says otherwise', async (_, rows, first) => {
    const list = ['Project,2024 Budget,2025 Budget,2026 Budget', ...rows];
    const found = await moneyOf(list);
    expect(found).toMatchObject({ added: false });
    expect(found.budgets[0]).toBe(first);
    expect(found.notes).toContainEqual(['oneYearOnly', '2024 Budget', '2025 Budget', '2026 Budget']);
    const chosen = await moneyOf(list, true);
    expect(chosen).toMatchObject({ added: true });
    const sums = rows.map((row) =>
      row
        .split(',')
        .slice(1)
        .map(Number)
        .reduce((sum, each) => sum + each, 0),
    );
    expect(chosen.budgets).toEqual(sums);
  });

  test('of years that lack those before and behind is no budget by itself, and the report says that none was taken', async () => {
    const list = [
      'Scheme,2023/24 Actual £000,2024/25 Plan £000,2025/26 Plan £000',
      'EPR,4210,5000,3500',
      'PACS,0,1200,2300',
      'Network,1150,250,',
    ];
    const found = await moneyOf(list);
    expect(found).toMatchObject({ budgets: [null, null, null], added: false });
    expect(found.notes).toContainEqual(['moneyLeft', '2024/25 Plan £000', '2025/26 Plan £000']);
    expect((await moneyOf(list, true)).budgets).toEqual([8_500_000, 3_500_000, 250_000]);
  });

  test('stays apart where a person says so', async () => {
    const list = ['Project,FY24 Budget,FY25 Budget', 'A,100,20', 'B,50,300'];
    expect(await moneyOf(list)).toMatchObject({ budgets: [120, 350], added: true });
    expect(await moneyOf(list, false)).toMatchObject({ budgets: [100, 50], added: false });
    const years = ['Project,FY24/25 £k,FY25/26 £k', 'A,100,20', 'B,50,300'];
    expect(await moneyOf(years)).toMatchObject({ budgets: [120_000, 350_000], added: true });
    expect(await moneyOf(years, false)).toMatchObject({ budgets: [null, null], added: false });
  });

  test.each([
    ['another column holds all of it', 'Project,Total budget,2025 Budget,2026 Budget', 900],
    ['it says what the whole is to cost as of a year', 'Project,WLC 2024,WLC 2025,Users', 100],
    [
      'its names say that it is cumulative',
      'Project,Cumulative budget 2024,Cumulative budget 2025,Users',
      900,
    ],
    ['one year is there twice', 'Project,2025 Budget,2025 Revised budget,2026 Budget', 900],
    ['its units differ', 'Project,2024 Budget ($),2025 Budget (€),Users', 900],
  ])('is not added up where %s', async (_, header, first) => {
    for (const wanted of [undefined, true]) {
      const { budgets, notes } = await moneyOf([header, 'A,900,100,3', 'B,40,700,2'], wanted);
      expect(budgets[0]).toBe(first);
      expect(notes.map(([what]) => what)).not.toContain('timesAdded');
    }
  });
});
