import type { MoneyUnit } from '../contract.ts';
import { isBlank, tidyLine } from '../table/cellText.ts';
import type { Table } from '../table/table.ts';
import { readHeader } from './fieldNames.ts';

/** What a list says once of all its amounts, outside of its columns' names. */
export interface StatedMoney {
  readonly unit: MoneyUnit | null;
  readonly currency: string | null;
}

const NOTHING: StatedMoney = { unit: null, currency: null };
/** A longer line says more than in what its amounts are. */
const LONGEST = 160;
const LINES_BELOW = 12;
const SCALE = '(?:thousands?|millions?|billions?|lakhs?|crores?|000s?|k|m|mn|bn|mio|mill|mln|tsd|t)';
const SAID: readonly RegExp[] = [
  // 单位：万元; 単位:千円; 단위: 백만원
  /(?:金额)?(?:单位|單位|単位|단위|หน่วย)\s*[:：]?\s*([^\s,，;；)）]{1,12})/,
  // all amounts in USD thousands; dollars in millions; figures shown are £m
  /\b(?:dollars|euros|pounds|rupees|amounts?|figures?|values?|costs?|budgets?|numbers?|cifras|montos|currency|beträge|angaben|werte|montants|importes|importi|valori|bedragen|beløb|belopp|kwoty|expressed|stated)\b[^.;]{0,40}?\b(?:in|en|i|w|are)\s+([^;,()]{1,30})/i,
  // £ millions unless stated, US$ thousands; at the beginning of a line or sentence, or after what it is said of
  new RegExp(
    `(?:^|[.;:|]|\\b(?:figures|amounts|costs|values))\\s*([a-z]{0,3}[$£€¥₹]\\s*(?:in\\s+)?['’]?${SCALE})(?=\\s*(?:$|[,;.]|unless|except|\\())`,
    'i',
  ),
  // ($ in millions), (£m), (in thousands of dollars), (US$ 000)
  new RegExp(`\\(((?:in\\s+)?[a-z]{0,3}[$£€¥₹]?\\s*(?:in\\s+)?['’]?${SCALE}\\b[^()]{0,20})\\)`, 'i'),
];

/** What stands in brackets, or a line of its own, that may be nothing but words of money: (Taka in Lakh), Rs. Crore, USD million. */
const ALONE = /\(([^()]{2,30})\)|^\s*([^()]{2,30}?)\s*$/g;

/** What a line such as `单位：万元` or `All amounts in USD thousands` says of the amounts of its table. */
export function readStatedMoney(line: string): StatedMoney {
  const text = line.normalize('NFKC');
  if (text.length > LONGEST) return NOTHING;
  for (const pattern of SAID) {
    const said = pattern.exec(text)?.[1];
    if (said === undefined) continue;
    const { unit, currency } = readHeader(`amount (${said})`);
    if (unit !== null || currency !== null) return { unit, currency };
  }
  for (const [, bracketed, alone] of text.matchAll(ALONE)) {
    const { phrase, unit, currency } = readHeader(`amount (${bracketed ?? alone})`);
    if (/^amount(?: (?:de|of))*$/.test(phrase) && unit !== null) return { unit, currency };
  }
  return NOTHING;
}

/** What the lines above the header, or notes below the table, say of its amounts; the first that says anything counts. */
export function statedMoney(table: Table, headerRow: number): StatedMoney {
  const { rows } = table;
  const above = Array.from({ length: headerRow }, (_, back) => headerRow - 1 - back);
  const below = Array.from(
    { length: Math.min(LINES_BELOW, rows.length - headerRow - 1) },
    (_, back) => rows.length - 1 - back,
  );
  for (const index of [...above, ...below]) {
    const filled = (rows.at(index) ?? []).filter((cell) => !isBlank(cell));
    // A merged title stands in every cell of its row; a row of the table has different ones.
    if (filled.length === 0 || (filled.length > 3 && new Set(filled).size > 1)) continue;
    for (const cell of new Set(filled)) {
      const said = readStatedMoney(tidyLine(cell).text);
      if (said.unit !== null || said.currency !== null) return said;
    }
  }
  return NOTHING;
}
