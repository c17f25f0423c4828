import { isBlank, tidyLine } from '../table/cellText.ts';
import { cellAt } from '../table/rows.ts';
import type { Table } from '../table/table.ts';
import { currencyOfWord } from './currencyWords.ts';
import { arabicCurrencies } from './rightToLeft.ts';

const DOLLARS: ReadonlySet<string> = new Set([
  'USD',
  'AUD',
  'CAD',
  'NZD',
  'HKD',
  'SGD',
  'TWD',
  'MXN',
  'BRL',
  'ARS',
  'CLP',
  'COP',
]);

/** Currencies that one word or sign may mean, the one of the largest economy first: Rs, pesos, Arabic words. */
const SHARED_WORDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['rs', ['INR', 'PKR', 'LKR', 'NPR', 'MUR', 'SCR']],
  ['peso', ['MXN', 'ARS', 'COP', 'CLP', 'PHP', 'UYU', 'DOP', 'CUP']],
  ['fcfa', ['XOF', 'XAF']],
  ...arabicCurrencies,
]);

/** Signs that several currencies share; 元 only in traditional characters. */
export const SHARED_SIGNS: ReadonlySet<string> = new Set(['$', '¥', 'kr', '元', ...SHARED_WORDS.keys()]);

/** The currency of the largest economy of those that a word means; undefined for one that is not shared. */
export const firstOf = (word: string): string | undefined => SHARED_WORDS.get(word)?.[0];

const CROWNS: ReadonlySet<string> = new Set(['DKK', 'NOK', 'SEK', 'ISK']);

/** Whether a currency written in a cell or header can be `code`: a `$` is any dollar, a `¥` yuan or yen, a `kr` any crown of the north, a 元 in traditional characters any of the dollars and yuan so called. */
export function currencyFits(written: string, code: string): boolean {
  if (written === '$') return DOLLARS.has(code);
  if (written === '¥') return code === 'CNY' || code === 'JPY';
  if (written === 'kr') return CROWNS.has(code);
  if (written === '元') return code === 'TWD' || code === 'HKD' || code === 'CNY' || code === 'MOP';
  return SHARED_WORDS.get(written)?.includes(code) ?? written === code;
}

/** Words and letters that headers of one of these languages have and the others do not. */
const CROWN_OF: readonly (readonly [RegExp, string])[] = [
  [/prosjekt|budsjett|\bmill\b|kostnadsramme|virksomhet|påløpt|sluttdato|\bikke\b/i, 'NOK'],
  [/projektnamn|\b[mt]kr\b|mnkr|mdkr|slutdatum|myndighet|kostnad|ä|ö/i, 'SEK'],
  [/verkefni|kostnaður|ð|þ/i, 'ISK'],
];

/** Which crown a list means by `kr`, told by the language of its headers: Norwegian, Swedish, Icelandic, else Danish. */
export function crownOf(headers: readonly string[]): string {
  const text = headers.join(' ');
  return CROWN_OF.find(([words]) => words.test(text))?.[1] ?? 'DKK';
}

/** Which dollar a list in traditional characters means by 元: that of Hong Kong where it has its words, else Taiwan's. */
export const dollarOf = (headers: readonly string[]): string =>
  /承擔額|決策局|開支/.test(headers.join(' ')) ? 'HKD' : 'TWD';

const HEADER =
  /^(?:(?:default|budget|project|contract|amount|value|transaction|reporting|document)[ _-]+)?(?:currency|ccy|curr|crcy)(?:[ _-](?:code|unit))?$|^(?:币种|货币|币别|预算单位|幣別|通貨|w[aä]hr(?:ung|\.)?|devise|moneda|moeda|valuta)$/i;
const ROWS_SEARCHED = 400;

export interface CurrencyColumn {
  readonly column: number;
  /** The currencies of its first 400 filled cells, most frequent first. */
  readonly currencies: readonly string[];
}

/** The column that says for each row in which currency its amounts are; null where none does, or where it says anything else. */
export function currencyColumn(
  names: readonly string[],
  { rows }: Table,
  firstRow: number,
): CurrencyColumn | null {
  const column = names.findIndex((name) => HEADER.test(tidyLine(name).text));
  if (column === -1) return null;
  const counts = new Map<string, number>();
  let seen = 0;
  for (let index = firstRow; index < rows.length && seen < ROWS_SEARCHED; index += 1) {
    const cell = cellAt(rows, index, column);
    if (isBlank(cell)) continue;
    const code = currencyOfWord(tidyLine(cell).text);
    if (code === null) return null;
    counts.set(code, (counts.get(code) ?? 0) + 1);
    seen += 1;
  }
  const currencies = [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
  return currencies.length === 0 ? null : { column, currencies };
}

/** Whether the name of a column says which currency its amounts are of, whatever another column says: Budget EUR. */
export const saysCurrency = (written: string | null | undefined): boolean =>
  written !== null && written !== undefined && !SHARED_SIGNS.has(written);

/** Whether a row says, in a column of its own, that its amounts are of a currency that the list is not read in. */
export function foreignRows(
  names: readonly string[],
  table: Table,
  firstRow: number,
  currency: string,
): (cells: readonly string[]) => boolean {
  const stated = currencyColumn(names, table, firstRow);
  if (stated === null) return () => false;
  return (cells) => {
    const code = currencyOfWord(tidyLine(cells[stated.column] ?? '').text);
    return code !== null && !currencyFits(code, currency);
  };
}
