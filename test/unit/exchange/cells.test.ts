import { describe, expect, test } from 'vitest';
import { readHeader } from '../../../shared/exchange/columns/fieldNames.ts';
import { decodeEntities, isBlank, tidyLine } from '../../../shared/exchange/table/cellText.ts';
import { dateEvidence } from '../../../shared/exchange/values/dateEvidence.ts';
import { readDateText } from '../../../shared/exchange/values/dateText.ts';
import { commaIsDecimal } from '../../../shared/exchange/values/decimalSign.ts';
import { readAmount } from '../../../shared/exchange/values/moneyText.ts';
import { resolveDate } from '../../../shared/exchange/values/resolveDate.ts';
import { readMode, readStage } from '../../../shared/exchange/values/stageWords.ts';
import { unknownWord } from '../../../shared/exchange/values/unknownWords.ts';

describe('amounts', () => {
  test.each([
    ['1234.5', 1234.5, null, null],
    ['£1,234.5', 1234.5, null, 'GBP'],
    ['£26.19m', 26.19, 1e6, 'GBP'],
    ['2.306 ($m)', 2.306, 1e6, '$'],
    ['$6,279,429', 6279429, null, '$'],
    ['USD 5 bn', 5, 1e9, 'USD'],
    ['A$12.5 million', 12.5, 1e6, 'AUD'],
    ['300万元', 300, 1e4, 'CNY'],
    ['¥1.2亿', 1.2, 1e8, '¥'],
    ['1 234,50 €', 1234.5, null, 'EUR'],
    ["CHF 1'250'000", 1250000, null, 'CHF'],
    ['12,34,567', 1234567, null, null],
    ['0', 0, null, null],
    ['(0)', 0, null, null],
  ])('%s', (text, value, scale, currency) => {
    expect(readAmount(text)).toMatchObject({ value, scale, currency });
  });

  test.each([
    ['(1,234)', 'negative_amount'],
    ['-5', 'negative_amount'],
    ['£-5m', 'negative_amount'],
    ['−5', 'negative_amount'],
    ['(£2.5m)', 'negative_amount'],
    ['5-10', 'not_an_amount'],
    ['about five', 'not_an_amount'],
    ['1,23,4', 'not_an_amount'],
    ['1.2.3', 'not_an_amount'],
    ['12 apples', 'not_an_amount'],
    ['£5 €', 'not_an_amount'],
    ['', 'not_an_amount'],
  ])('%s is %s', (text, reason) => expect(readAmount(text)).toBe(reason));

  test('a decimal comma is proved by the column, and never against a proof of the contrary', () => {
    expect(commaIsDecimal(['1.234,50', '12'])).toBe(true);
    expect(commaIsDecimal(['12,5', '1.234.567'])).toBe(true);
    expect(commaIsDecimal(['1,234', '5,678'])).toBe(false);
    expect(commaIsDecimal(['12,5', '3.25'])).toBe(false);
    expect(readAmount('1 234,50 €', true)).toMatchObject({ value: 1234.5, currency: 'EUR' });
  });

  test.each([
    [['1.250', '2.900', '640'], true, 'thousands: as decimals their zeros would not be written'],
    [['1.250', '640'], false, 'one may be a decimal'],
    [['1.251', '2.903', '640'], false, 'none ends with a zero'],
    [['1.250', '2.900'], false, 'no whole number beside them'],
    [['1.250', '2.900', '640', '12345'], false, 'the column writes thousands without a point'],
    [['1.250', '2.900', '640', '1,234'], false, 'the column writes thousands with a comma'],
  ] as const)('points in %j are those of thousands: %s, %s', (cells, expected, _why) => {
    expect(commaIsDecimal(cells)).toBe(expected);
  });
});

describe('dates', () => {
  const column = { order: 'dayFirst', spans: false } as const;
  const read = (text: string, side: 'start' | 'end' = 'start', fiscal = 4, spans = false) => {
    const found = readDateText(text);
    if (found === null) return null;
    const resolved = resolveDate(found, { ...column, spans }, side, fiscal);
    return typeof resolved === 'string' ? resolved : resolved.date;
  };
  test.each([
    ['2024-03-31', '2024-03-31'],
    ['2024-03-31T10:00:00Z', '2024-03-31'],
    ['2024/3/1', '2024-03-01'],
    ['20240331', '2024-03-31'],
    ['30.06.2026', '2026-06-30'],
    ['31.12.40', '2040-12-31'],
    ['31-12-99', '1999-12-31'],
    ['01/10/2011', '2011-10-01'],
    ['March 31, 2024', '2024-03-31'],
    ['31 March 2024', '2024-03-31'],
    ['1st Sept 2024', '2024-09-01'],
    ['31-Mar-24', '2024-03-31'],
    ['31/Mar/24 3:04 PM', '2024-03-31'],
    ['2024年3月31日', '2024-03-31'],
    ['29 February 2024', '2024-02-29'],
  ])('%s', (text, iso) => expect(read(text)).toBe(iso));

  test.each([
    ['October 2020', '2020-10-01', '2020-10-31'],
    ['August2020', '2020-08-01', '2020-08-31'],
    ['Mar-21', '2021-03-01', '2021-03-31'],
    ['2024年2月', '2024-02-01', '2024-02-29'],
    ['02/2023', '2023-02-01', '2023-02-28'],
    ['2021', '2021-01-01', '2021-12-31'],
    ['2023-24', '2023-04-01', '2024-03-31'],
    ['2023/2024', '2023-04-01', '2024-03-31'],
    ['Fiscal Year 2026-2027', '2026-04-01', '2027-03-31'],
    ['FY 2020/21', '2020-04-01', '2021-03-31'],
    ['FY2021', '2020-04-01', '2021-03-31'],
    ['Q4 2019/20', '2020-01-01', '2020-03-31'],
    ['2019-20 (Q1)', '2019-04-01', '2019-06-30'],
  ])('%s as start and as end, fiscal year from April', (text, start, end) => {
    expect(read(text, 'start')).toBe(start);
    expect(read(text, 'end')).toBe(end);
  });

  test('a span of two years in calendar years takes the outermost days; its quarters cannot be placed', () => {
    expect(read('2023-24', 'start', 1)).toBe('2023-01-01');
    expect(read('2023-24', 'end', 1)).toBe('2024-12-31');
    expect(read('Q4 2019/20', 'end', 1)).toBe('fiscal_year_start_unknown');
    expect(read('Q4 2019', 'end', 1)).toBe('2019-12-31');
  });

  test('2011-12 is a month unless its column proves fiscal years', () => {
    expect(read('2011-12', 'end')).toBe('2011-12-31');
    expect(read('2011-12', 'end', 4, true)).toBe('2012-03-31');
    expect(dateEvidence(['2011-12', '2023-24'].map(readDateText)).spans).toBe(true);
    expect(dateEvidence(['2011-12', '2011-07', '2012-08'].map(readDateText)).spans).toBe(false);
  });

  test.each([
    '2012-30-09',
    '2023-02-29',
    '31/11/2023',
    '99 2021/22',
    'soon',
    '13',
    'On hold',
    '31.04.24',
    '5 Foo 2020',
  ])('%s is no date', (text) => expect([null, 'not_a_date']).toContain(read(text)));

  test('the order of day and month is what the whole column proves', () => {
    const order = (cells: string[]) => dateEvidence(cells.map(readDateText)).order;
    expect(order(['01/10/2011', '05/06/2012', '25/12/2013'])).toBe('dayFirst');
    expect(order(['01/10/2011', '12/25/2013'])).toBe('monthFirst');
    expect(order(['01/10/2011'])).toBe(null);
    expect(order(['2011-10-01'])).toBe('yearFirst');
  });
});

describe('words', () => {
  test('unknown words are told from sentences that say why', () => {
    for (const word of ['N/A', 'TBC', 'nfp', '—', '待定', 'Data Not Provided', 'Not reported.'])
      expect(unknownWord(word), word).toBe('token');
    for (const text of [
      'Exempt under Section 43 of the Freedom of Information Act 2000',
      'Ongoing - no end date',
      'Awaiting approval',
    ])
      expect(unknownWord(text), text).toBe('sentence');
    for (const text of ['Amber', 'National', 'Nation', '0', 'Tbilisi'])
      expect(unknownWord(text), text).toBe(null);
  });

  test('stages and modes in both languages', () => {
    expect(readStage('In Progress')).toEqual({ stage: 'active', exact: true });
    expect(readStage('已完成')).toEqual({ stage: 'done', exact: true });
    expect(readStage('Paused (Digital Budget)')).toEqual({ stage: 'paused', exact: false });
    expect(readStage('Amber')).toBe(null);
    expect(readMode('产品团队')).toBe('product');
    expect(readMode('PROJECT')).toBe('project');
    expect(readMode('hybrid')).toBe(null);
  });

  test.each([
    ['projectName', 'project name', null, null],
    ['planned_cost_usd_m', 'planned cost', 'millions', 'USD'],
    ['Total budget (millions)', 'total budget', 'millions', null],
    ['Budget ($ M)', 'budget', 'millions', '$'],
    ['Cost (£m)', 'cost', 'millions', 'GBP'],
    ["Budget (£'000)", 'budget', 'thousands', 'GBP'],
    ['预算（万元）', '预算', 'tenThousands', 'CNY'],
    ['预算（百万元）', '预算', 'millions', 'CNY'],
    ['Start Date', 'start date', null, null],
    ['Plan B', 'plan b', null, null],
  ])('header %s', (header, phrase, unit, currency) => {
    const words = readHeader(header);
    expect(words.unit).toBe(unit);
    expect(words.currency).toBe(currency);
    if (header !== 'Plan B') expect(words.phrase).toBe(phrase);
  });

  test('cells are tidied without losing characters', () => {
    expect(tidyLine('  a \u00a0 b\r\n c ').text).toBe('a b c');
    expect(decodeEntities('R&amp;D &#8211; &lt;x&gt; &unknown; &#0;')).toBe('R&D – <x> &unknown; &#0;');
    expect(isBlank('\u3000 \u00a0')).toBe(true);
    expect(isBlank('　名')).toBe(false);
  });
});
