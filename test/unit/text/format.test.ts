import { afterEach, describe, expect, it } from 'vitest';
import { languages } from '../../../shared/text/area.ts';
import {
  formatBareAmount,
  formatDate,
  formatInstant,
  formatMoney,
  formatMoneyShort,
  formatMonths,
  formatNumber,
  formatPercent,
  formatShare,
  HIDDEN_AMOUNT,
  hideAmounts,
  minorDigits,
  toMajor,
  toMinor,
} from '../../../shared/text/format.ts';

afterEach(() => hideAmounts(false));

describe('money', () => {
  it('has as many minor digits as its currency', () => {
    expect(['USD', 'CNY', 'JPY', 'KWD'].map(minorDigits)).toEqual([2, 2, 0, 3]);
    expect([toMajor(12_345, 'USD'), toMajor(12_345, 'JPY'), toMajor(12_345, 'KWD')]).toEqual([
      123.45, 12_345, 12.345,
    ]);
  });

  it('rounds to the minor unit, half of one away from zero', () => {
    expect([1.125, -1.125, 1.124, -1.124].map((major) => toMinor(major, 'USD'))).toEqual([
      113, -113, 112, -112,
    ]);
    expect([2.5, -2.5].map((major) => toMinor(major, 'JPY'))).toEqual([3, -3]);
  });

  it('is written in full, with cents only where there are any', () => {
    expect([1_234_500_00, 1_234_50, 1_234_05].map((minor) => formatMoney(minor, 'USD', 'en'))).toEqual([
      '$1,234,500',
      '$1,234.50',
      '$1,234.05',
    ]);
    expect(formatMoney(1_234, 'JPY', 'en')).toBe('¥1,234');
    expect(formatMoney(-5_00, 'CNY', 'zh-CN')).toBe('−¥5');
  });

  it('tells yuan and yen apart in both languages', () => {
    for (const language of languages) {
      expect(formatMoney(5_00, 'CNY', language)).not.toBe(formatMoney(5, 'JPY', language));
      expect(formatMoneyShort(5_000_000_00, 'CNY', language)).not.toBe(
        formatMoneyShort(5_000_000, 'JPY', language),
      );
    }
    expect(formatMoneyShort(3_100_000_00, 'CNY', 'en')).toBe('CN¥3.1M');
    expect(formatMoney(1_234, 'JPY', 'zh-CN')).toBe('JP¥1,234');
    expect(formatMoney(5_00, 'AUD', 'en')).toBe('$5');
  });

  it('is hidden in all its forms, and where it is not known stays so', () => {
    expect(formatBareAmount(1_234.5, 'en')).toBe('1,234.5');
    hideAmounts(true);
    for (const language of languages) {
      expect(formatMoney(1, 'USD', language)).toBe(HIDDEN_AMOUNT);
      expect(formatMoneyShort(1, 'USD', language)).toBe(HIDDEN_AMOUNT);
      expect(formatBareAmount(1, language)).toBe(HIDDEN_AMOUNT);
      expect(formatMoney(null, 'USD', language)).toBeNull();
      expect(formatMoneyShort(null, 'USD', language)).toBeNull();
    }
  });
});

describe('numbers, shares and months', () => {
  it('have at most the digits that are asked for, months exactly so many', () => {
    expect([formatNumber(1234.56, 'en'), formatNumber(1234.56, 'en', 1), formatNumber(2, 'en', 1)]).toEqual([
      '1,235',
      '1,234.6',
      '2',
    ]);
    expect([formatPercent(0.456, 'en'), formatPercent(0.456, 'en', 1), formatPercent(0.4, 'en', 1)]).toEqual([
      '46%',
      '45.6%',
      '40%',
    ]);
    expect([formatMonths(14, 'en'), formatMonths(14, 'zh-CN'), formatMonths(2.25, 'en', 0)]).toEqual([
      '14.0 mo',
      '14.0 个月',
      '2 mo',
    ]);
  });

  it('say of a little that it is not nothing, from half of the last digit on as it is', () => {
    expect([0, 0.0004, 0.0049, 0.005, 1].map((share) => formatShare(share, 'en'))).toEqual([
      '0%',
      '<1%',
      '<1%',
      '1%',
      '100%',
    ]);
    expect([0.0004, 0.0005, 0.005].map((share) => formatShare(share, 'en', 1))).toEqual([
      '<0.1%',
      '0.1%',
      '0.5%',
    ]);
  });

  it.each(languages)('have no sign where they round to nothing, in %s', (language) => {
    const texts = [
      formatMoney(-0, 'USD', language),
      formatMoneyShort(-4, 'USD', language),
      formatNumber(-0.4, language),
      formatPercent(-0.004, language),
      formatMonths(-0.04, language),
    ];
    expect(texts).toEqual([
      formatMoney(0, 'USD', language),
      formatMoneyShort(0, 'USD', language),
      formatNumber(0, language),
      formatPercent(0, language),
      formatMonths(0, language),
    ]);
  });

  it('have one minus sign below nothing, and none where they round to nothing', () => {
    for (const language of languages) {
      const said = [
        formatMoneyShort(-5_000_000_00, 'CNY', language),
        formatNumber(-1234.5, language, 1),
        formatPercent(-0.08, language),
        formatMonths(-2, language),
        formatBareAmount(-7, language),
      ];
      for (const text of said) expect(text).toMatch(/^−[^-−]+$/);
      expect([formatNumber(-0.2, language), formatPercent(-0.001, language)]).toEqual(['0', '0%']);
    }
  });

  it('stay unknown where they are', () => {
    expect([formatNumber(null, 'en'), formatPercent(null, 'en'), formatMonths(null, 'en')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('days', () => {
  it('are the day that is written, wherever the reader is', () => {
    expect(formatDate('2011-10-04', 'en')).toBe('4 Oct 2011');
    expect(formatDate('2011-10-04', 'zh-CN')).toBe('2011年10月4日');
    expect([formatDate(null, 'en'), formatInstant(null, 'en')]).toEqual([null, null]);
  });

  it('of an instant are those of the reader’s own clock, with the time', () => {
    const noon = new Date(2011, 9, 4, 12, 5);
    expect(formatInstant(noon.toISOString(), 'en')).toBe('4 Oct 2011, 12:05');
    expect(formatInstant(noon.toISOString(), 'zh-CN')).toBe('2011年10月4日 12:05');
  });
});
