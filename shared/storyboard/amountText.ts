import { HIDDEN_AMOUNT } from '../text/format.ts';

const number = String.raw`[-−+]?\d[\d.,\u00a0\u202f]*\d|\d`;
const scale = String.raw`(?:\s?(?:[KMBT](?![A-Za-z])|bn|thousand|million|billion|[十百千万亿]+))?`;
const sign = String.raw`(?:US\$|CN¥|HK\$|[$€£¥₹]|(?:USD|EUR|GBP|CNY|RMB|JPY|CHF|CAD|AUD|INR)\s?)`;
const unit = String.raw`\s?(?:€|元|(?:USD|EUR|GBP|CNY|RMB|JPY|CHF|CAD|AUD|INR|dollars?|euros?|yuan)\b)`;
const amounts = new RegExp(
  String.raw`[-−+]?${sign}\s?(?:${number})${scale}|(?:${number})${scale}${unit}`,
  'gi',
);

/** The text with every amount of money in it, written with a currency, made unreadable. */
export const withoutAmounts = (text: string): string => text.replace(amounts, HIDDEN_AMOUNT);
