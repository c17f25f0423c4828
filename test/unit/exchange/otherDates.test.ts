import { describe, expect, test } from 'vitest';
import { readDateText } from '../../../shared/exchange/values/dateText.ts';
import { resolveDate } from '../../../shared/exchange/values/resolveDate.ts';
import { importText, recordsWith, repairs } from './helpers.ts';

const day = (year: number, month: number, dayOfMonth: number) => ({
  kind: 'day',
  year,
  month,
  day: dayOfMonth,
});

describe('a date as other languages write it', () => {
  test.each([
    ['6. Januar 2025', day(2025, 1, 6)],
    ['1er février 2025', day(2025, 2, 1)],
    ['3 de março de 2025', day(2025, 3, 3)],
    ['2025. 3. 3.', day(2025, 3, 3)],
    ['2025년 3월 3일', day(2025, 3, 3)],
    ['2025年3月3日（月）', day(2025, 3, 3)],
    ['周一 2025/3/3', day(2025, 3, 3)],
    ['Mo 13.01.25', { kind: 'numbers', year: 2025, first: 13, second: 1 }],
    ['mar. 06/01/25', { kind: 'numbers', year: 2025, first: 6, second: 1 }],
    ['março de 2025', { kind: 'month', year: 2025, month: 3 }],
    ['2025년 3월', { kind: 'month', year: 2025, month: 3 }],
    ['2025. 3.', { kind: 'month', year: 2025, month: 3 }],
    ['Mar 25', { kind: 'month', year: 2025, month: 3 }],
    ['3T2025', { kind: 'quarter', to: 2025, quarter: 3 }],
    ['3º trimestre de 2025', { kind: 'quarter', to: 2025, quarter: 3 }],
    ['2. Quartal 2025', { kind: 'quarter', to: 2025, quarter: 2 }],
    ['S2 2025', { kind: 'half', year: 2025, half: 2 }],
    ['1. Halbjahr 2025', { kind: 'half', year: 2025, half: 1 }],
    ['2º semestre de 2025', { kind: 'half', year: 2025, half: 2 }],
    ['KW 12 2026', { kind: 'week', year: 2026, week: 12 }],
    ['CW12/26', { kind: 'week', year: 2026, week: 12 }],
    ['12. KW 2026', { kind: 'week', year: 2026, week: 12 }],
    ['2026-W12', { kind: 'week', year: 2026, week: 12 }],
    ['2026年第12周', { kind: 'week', year: 2026, week: 12 }],
    ['15 Mayıs 2025', day(2025, 5, 15)],
    ['17 Agustus 2025', day(2025, 8, 17)],
    ['31/12/2568', { kind: 'numbers', year: 2025, first: 31, second: 12 }],
    ['2568-12-31', day(2025, 12, 31)],
  ])('%s', (text, found) => {
    expect(readDateText(text)).toMatchObject(found);
  });

  test.each([
    'sometime 2025',
    'So 2025',
    'Fr. Müller 12',
    '3 T',
    'S3 2025',
    'R4',
    'Ende',
    '25/26',
    'end of 2025-03-04',
    'Week 12 2026',
    'KW 12',
    'W1-2025',
    '2568',
  ])('%s is none, or none that is sure', (text) => {
    expect(readDateText(text)).toBeNull();
  });
});

describe('a time that is no day', () => {
  const days = (text: string, fiscalStartMonth: number): readonly unknown[] => {
    const read = readDateText(text);
    if (read === null) return [];
    return (['start', 'end'] as const).map((side) => {
      const day = resolveDate(read, { order: 'dayFirst', spans: false }, side, fiscalStartMonth);
      return typeof day === 'string' ? day : day.date;
    });
  };

  test.each([
    // Japanese years of count begin in April, whatever the portfolio's do.
    ['令和4年度', '2022-04-01', '2023-03-31'],
    ['令和元年度', '2019-04-01', '2020-03-31'],
    ['R4年度', '2022-04-01', '2023-03-31'],
    ['R4年度末', '2023-03-01', '2023-03-31'],
    ['令和4年度第2四半期', '2022-07-01', '2022-09-30'],
    ['令和4年度下期', '2022-10-01', '2023-03-31'],
    ['平成31年', '2019-01-01', '2019-12-31'],
    ['昭和63年', '1988-01-01', '1988-12-31'],
    ['2025年度', '2025-01-01', '2025-12-31'],
    ['113年度', '2024-01-01', '2024-12-31'],
    ['2025년도', '2025-01-01', '2025-12-31'],
    ['2025년 하반기', '2025-07-01', '2025-12-31'],
    ['2025년 1분기', '2025-01-01', '2025-03-31'],
    ['Ende 2025', '2025-12-01', '2025-12-31'],
    ['end of 2025', '2025-12-01', '2025-12-31'],
    ['fin 2025', '2025-12-01', '2025-12-31'],
    ['fin mars 2025', '2025-03-01', '2025-03-31'],
    ['Anfang 2026', '2026-01-01', '2026-01-31'],
    ['Mitte 2026', '2026-06-01', '2026-07-31'],
    ['mi-2025', '2025-06-01', '2025-07-31'],
    ['mid-March 2025', '2025-03-01', '2025-03-31'],
    ['End Q2 2025', '2025-06-01', '2025-06-30'],
    ['2025年底', '2025-12-01', '2025-12-31'],
    ['二〇二五年底', '2025-12-01', '2025-12-31'],
    ['2025年初', '2025-01-01', '2025-01-31'],
    ['2025年中', '2025-06-01', '2025-07-31'],
    ['2025年6月中旬', '2025-06-11', '2025-06-20'],
    ['2026年2月下旬', '2026-02-21', '2026-02-28'],
    ['令和8年3月上旬', '2026-03-01', '2026-03-10'],
    ['2026年年底', '2026-12-01', '2026-12-31'],
    ['2026年4月初', '2026-04-01', '2026-04-30'],
    ['early 2026', '2026-01-01', '2026-04-30'],
    ['late 2026', '2026-09-01', '2026-12-31'],
    ['KW 12 2026', '2026-03-16', '2026-03-22'],
    ['KW 1/2026', '2025-12-29', '2026-01-04'],
    ['2026-W53', '2026-12-28', '2027-01-03'],
    ['CW53 2025', 'not_a_date', 'not_a_date'],
    ['KW 0 2026', 'not_a_date', 'not_a_date'],
    ['late March 2026', '2026-03-21', '2026-03-31'],
    ['late Q3 2026', '2026-09-01', '2026-09-30'],
    ['finales de 2025', '2025-09-01', '2025-12-31'],
    ['Spring 2026', '2026-03-01', '2026-05-31'],
    ['Frühjahr 2026', '2026-03-01', '2026-05-31'],
    ['2026年春季', '2026-03-01', '2026-05-31'],
    ['Winter 2025/26', '2025-12-01', '2026-02-28'],
    ['second half of 2026', '2026-07-01', '2026-12-31'],
    ['deuxième trimestre 2026', '2026-04-01', '2026-06-30'],
    ['2025年3月份', '2025-03-01', '2025-03-31'],
    ['2026年上半年', '2026-01-01', '2026-06-30'],
    ['第三季度2025', '2025-07-01', '2025-09-30'],
    ['2H 2025', '2025-07-01', '2025-12-31'],
    ['H2/25', '2025-07-01', '2025-12-31'],
    ['1H25', '2025-01-01', '2025-06-30'],
    ['4Q25', '2025-10-01', '2025-12-31'],
    ["Q3 '25", '2025-07-01', '2025-09-30'],
    ['Q3 25', '2025-07-01', '2025-09-30'],
    ['June 2025*', '2025-06-01', '2025-06-30'],
    ['2025-03-31 [1]', '2025-03-31', '2025-03-31'],
  ])('%s', (text, start, end) => {
    expect(days(text, 1)).toEqual([start, end]);
  });

  test.each([
    ['Q2 FY25/26', '2025-07-01', '2025-09-30'],
    ['FY26 Q2', '2025-07-01', '2025-09-30'],
    ['FY25/26', '2025-04-01', '2026-03-31'],
    ['end of FY2025/26', '2026-03-01', '2026-03-31'],
    ['令和4年度', '2022-04-01', '2023-03-31'],
    ['2025年度', '2025-01-01', '2025-12-31'],
  ])('%s in a portfolio whose year begins in April', (text, start, end) => {
    expect(days(text, 4)).toEqual([start, end]);
  });

  test('a season of the southern half of the world is another one, and a winter of one year could be either', () => {
    const southern = (text: string, isSouthern: boolean): unknown => {
      const read = readDateText(text);
      const day = read && resolveDate(read, { order: 'dayFirst', spans: false, isSouthern }, 'start', 1);
      return day && typeof day === 'object' ? day.date : day;
    };
    expect(['Spring 2026', 'Winter 2026', 'Summer 2025/26'].map((text) => southern(text, true))).toEqual([
      '2026-09-01',
      '2026-06-01',
      '2025-12-01',
    ]);
    expect(['Winter 2026', 'Summer 2025/26'].map((text) => southern(text, false))).toEqual([
      'not_a_date',
      'not_a_date',
    ]);
  });

  test.each([
    ['Q1-Q2 2026', '2026-01-01', '2026-06-30'],
    ['Q1/Q2 2026', '2026-01-01', '2026-06-30'],
    ['2026 Q1–Q3', '2026-01-01', '2026-09-30'],
    ['Q4 2025 - Q1 2026', '2025-10-01', '2026-03-31'],
    ['Jan–Mar 2026', '2026-01-01', '2026-03-31'],
    ['March/April 2026', '2026-03-01', '2026-04-30'],
    ['mid to late 2026', '2026-06-01', '2026-12-31'],
    ['2026年1-3月', '2026-01-01', '2026-03-31'],
    ['2026年一季度至二季度', '2026-01-01', '2026-06-30'],
    ['2025-2027', '2025-01-01', '2027-12-31'],
    // Nothing says of which years these are.
    ['Dec-Jan 2026', null, null],
    ['M1-M2 2026', null, null],
    // An end says nothing of a start.
    ['by Q3 2026', null, '2026-09-30'],
  ])('%s in a column of days gives its first and its last', async (text, start, end) => {
    const found = await importText(
      `Project,Start date,End date\nA,2025-01-01,2027-01-31\nB,${text},${text}\n`,
    );
    const [, last] = found.initiatives;
    expect([last?.startDate, last?.endDate]).toEqual([start, end]);
    expect(found.report.unreadable).toHaveLength([start, end].filter((day) => day === null).length);
    const said = found.report.repaired.find(({ what }) => what === 'dateSpan');
    expect(said?.examples ?? []).toEqual(
      [start, end].flatMap((day) => (day === null ? [] : [`${text} → ${day}`])),
    );
  });

  test.each(['Q2 FY25/26', 'end of FY2025/26'])(
    '%s says too little where no fiscal year is known',
    (text) => {
      expect(days(text, 1)).toEqual(['fiscal_year_start_unknown', 'fiscal_year_start_unknown']);
    },
  );

  test('is told in the report, and what is not certain is kept as it is written', async () => {
    const found = await importText(
      'Projekt,Beginn,Ende\nA,Anfang 2025,Ende 2026\nB,Mitte 2025,früh 2026\nC,2025-03-01,Q2 FY25/26\n',
    );
    expect(found.initiatives.map(({ startDate, endDate, extra }) => [startDate, endDate, extra])).toEqual([
      ['2025-01-01', '2026-12-31', {}],
      ['2025-06-01', null, { Ende: 'früh 2026' }],
      ['2025-03-01', null, { Ende: 'Q2 FY25/26' }],
    ]);
    expect(repairs(found)).toMatchObject({ yearPart: 3 });
    expect(found.report.unreadable.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'not_a_date'],
      [4, 'fiscal_year_start_unknown'],
    ]);
  });

  test.each([
    ['事業名,開始年度,終了年度\n基幹システム更改,2024年度,2025年度\n', '2024-04-01', '2026-03-31'],
    ['件名,開始,完了\n甲,令和6年度,2025年度\n', '2024-04-01', '2026-03-31'],
    ['项目名称,开始时间,结束时间\n系统升级,2024年度,2025年度\n', '2024-01-01', '2025-12-31'],
  ])('年度 begins in April where the list is Japanese: %#', async (text, start, end) => {
    const { initiatives } = await importText(text, {}, recordsWith());
    expect(initiatives.map(({ startDate, endDate }) => [startDate, endDate])).toEqual([[start, end]]);
  });
});
