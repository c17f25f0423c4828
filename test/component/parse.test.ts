import { describe, expect, it } from 'vitest';
import { choiceBegun } from '../../renderer/ui/editGrid/cellEdits.ts';
import { parseDate, parseMoney, parseNumber, parseShare, parseSigned } from '../../renderer/ui/parse.ts';

const value = <T>(parsed: { ok: true; value: T } | { ok: false; reason: string }): T | string =>
  parsed.ok ? parsed.value : parsed.reason;

describe('typed values', () => {
  it.each([
    ['', null],
    ['1234.5', 123450],
    ['1,234,500', 123450000],
    ['$1.2M', 120000000],
    ['120万', 120000000],
    ['¥3亿', 30000000000],
    ['１２．５', 1250],
    ['USD 40k', 4000000],
    ['12,34', 'invalid.money'],
    ['-5', 'invalid.negative'],
    ['−$5', 'invalid.negative'],
    ['about 5', 'invalid.money'],
    ['$', 'invalid.money'],
    ['1e20', 'invalid.money'],
    ['99999999999999999', 'invalid.money'],
  ])('reads %j as money: %j', (text, expected) => {
    expect(value(parseMoney(text, 'USD'))).toBe(expected);
  });

  it.each([
    ['', null],
    ['+1,500', 1500],
    ['−10', -10],
    ['- 2.5', -2.5],
    ['－３', -3],
    ['-0', 0],
    ['-', 'invalid.number'],
    ['+-5', 'invalid.negative'],
    ['5-', 'invalid.number'],
  ])('reads %j as a number with its sign: %j', (text, expected) => {
    expect(value(parseSigned(text))).toBe(expected);
  });

  it('knows currencies without a minor unit', () => {
    expect(value(parseMoney('1200', 'JPY'))).toBe(1200);
  });

  it.each([
    ['', null],
    ['2012-09-30', '2012-09-30'],
    ['2012/9/3', '2012-09-03'],
    ['2012年9月30日', '2012-09-30'],
    ['30 Sep 2012', '2012-09-30'],
    ['30 Sept 2012', '2012-09-30'],
    ['September 30, 2012', '2012-09-30'],
    ['30.9.2012', '2012-09-30'],
    ['30/09/2012', '2012-09-30'],
    ['09/30/2012', '2012-09-30'],
    ['04/05/2012', 'invalid.dateAmbiguous'],
    ['2012-30-09', 'invalid.dateNotReal'],
    ['2023-02-29', 'invalid.dateNotReal'],
    ['soon', 'invalid.date'],
    ['30 Foo 2012', 'invalid.date'],
  ])('reads %j as a date: %j', (text, expected) => {
    expect(value(parseDate(text))).toBe(expected);
  });

  it('reads shares in per cent and numbers with groups', () => {
    expect(value(parseShare('7 %'))).toBe(0.07);
    expect(value(parseShare('33.3333'))).toBe(0.333333);
    expect(value(parseShare('101'))).toBe('invalid.share');
    expect(value(parseNumber('1,250.5'))).toBe(1250.5);
    expect(value(parseNumber('1.250,5'))).toBe('invalid.number');
  });
});

describe('a letter typed over a choice', () => {
  const choices = [
    { id: '', text: '–' },
    { id: 'up', text: '提高', also: 'Higher is better' },
    { id: 'down', text: '降低', also: 'Lower is better' },
  ] as const;

  it.each([
    ['l', 'down'],
    ['提', 'up'],
    ['D', 'down'],
    ['–', ''],
    ['x', 'up'],
    ['', 'up'],
  ])('%j means %j where the cell says up', (typed, meant) => {
    expect(choiceBegun(choices, typed, 'up')).toBe(meant);
  });
});
