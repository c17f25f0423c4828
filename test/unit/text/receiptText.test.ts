import { afterEach, expect, test } from 'vitest';
import { HIDDEN_AMOUNT, hideAmounts } from '../../../shared/text/format.ts';
import { inputValueIn } from '../../../shared/text/receiptText.ts';

afterEach(() => hideAmounts(false));

test('rates among the inputs of a receipt are hidden with all amounts, and months are not', () => {
  const rate = { value: 712.5, unit: 'money_per_pd' } as const;
  const months = { value: 7, unit: 'month' } as const;
  expect(inputValueIn(rate, 'en', 'USD')).toBe('712.5 USD a day');
  hideAmounts(true);
  expect(inputValueIn(rate, 'en', 'USD')).toBe(`${HIDDEN_AMOUNT} USD a day`);
  expect(inputValueIn(rate, 'zh-CN', 'CNY')).not.toMatch(/\d/);
  expect(inputValueIn(months, 'en', 'USD')).toMatch(/^7/);
});

test('parts of 1 are said in percent, with what they are counted in', () => {
  expect(inputValueIn({ value: 0.08, unit: 'share_per_year' }, 'en', 'USD')).toBe('8% a year');
  expect(inputValueIn({ value: 0.01, unit: 'share_per_month' }, 'zh-CN', 'CNY')).toBe('1%／月');
  expect(inputValueIn({ value: 0.4, unit: 'share' }, 'en', 'USD')).toBe('40%');
});
