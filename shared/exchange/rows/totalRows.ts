import { isBlank, matchKey } from '../table/cellText.ts';
import { cellAt, type Rows } from '../table/rows.ts';
import { currencyOfWord } from '../values/currencyWords.ts';
import { commaIsDecimal } from '../values/decimalSign.ts';
import { readAmount } from '../values/moneyText.ts';
import { readPeriod } from '../values/periodText.ts';
import { unknownWord } from '../values/unknownWords.ts';

const WORDS =
  '(?:(?:grand|overall|sub|sum)[\\s-]*)?totals?|合计|总计|小计|总和|共计|汇总|合計|總計|小計|합계|총계|소계|(?:zwischen|gesamt)?summe|gesamtergebnis|gesamt|overall results?|somme|total g[eé]n[eé]ral|sous-total|suma|soma|totaal|totale|totalt|i alt|sammanlagt|yhteens[aä]|razem|og[oó]łem|celkem|összesen|ukupno|skupaj|spolu|celkom|kokku|kopā|iš viso|toplam|jumlah|tổng(?: cộng| số)?|รวมทั้งสิ้น|รวมทั้งหมด|รวม|итого|всего|всього|усього|разом|общо|укупно|вкупно|samtals|(?:γενικ[οό] )?σ[υύ]νολο|סה["״]?כ|סך הכ[ו]?ל|計|المجموع|الاجمالي|الإجمالي|إجمالي|اجمالي|مجموع|جمع(?: کل)?';
/** How many rows are summed, as `合计（7个）` says. */
const COUNT = '(?:\\s*[(（]\\s*\\d+\\s*\\D{0,12}[)）])?';
/** The same in a cell of its own: `3 Projects`. */
const COUNTED = /^\s*\d+ \p{L}{3,20}\s*$/u;
/** What follows a word for a total: a letter of no other word, for `Totally` and `总和平` are none. */
const END = '(?![\\p{L}\\p{N}])';
const TOTAL_WORD = new RegExp(`^(?:${WORDS})(?:${END}|(?<=[\\u3400-\\u9fff\\uac00-\\ud7af]))`, 'u');
const TOTAL_ALONE = new RegExp(`^(?:sum|overall|${WORDS})${COUNT}\\s*[:：]?$`, 'u');
const PART = /^(?:sub|小计|小計|소계|zwischen|sous)/;
/** How the words for a total begin; nearly every row is told by that alone. */
const BEGINNINGS: ReadonlySet<string> = new Set(
  'to|gr|ov|su|uk|sk|sp|ko|iš|جم|zw|ge|so|i |sa|yh|ra|og|ce|ös|ju|tổ|รว|ит|вс|ус|ра|об|ук|вк|σύ|συ|γε|סה|סך|ال|إج|اج|مج|合计|总计|小计|总和|共计|汇总|合計|總計|小計|計|합계|총계|소계'.split(
    '|',
  ),
);

/** Signs of Chinese, Japanese and Korean words that are set apart to fill a cell: 合　计. */
const SPACED = /(?<=[\u3400-\u9fff\uac00-\ud7af])\s+(?=[\u3400-\u9fff\uac00-\ud7af])/g;
const closedUp = (text: string): string =>
  text.charCodeAt(0) >= 0x3400 && /^.\s/u.test(text) ? text.replace(SPACED, '') : text;

/** No word for a total begins so, and many rows do. */
const isDigit = (sign: number): boolean => sign >= 48 && sign <= 57;

const STARS = /^\s*\*+\s*$/;
const SHARE = /^\s*-?\d+(?:[.,]\d+)?\s?%\s*$/;

/** An amount with either decimal sign, which of them the column has is not known here; or one below zero. */
export function isAmount(cell: string): boolean {
  if (cell.length > 40) return false;
  const amount = readAmount(cell);
  return (
    typeof amount !== 'string' || amount === 'negative_amount' || typeof readAmount(cell, true) !== 'string'
  );
}

/** Whether a row sums all rows or some of them; null where it does neither. Its first words say so, and all else in it is an amount. */
export function totalOf(row: readonly string[], first: string, isLastOfBody: boolean): 'all' | 'part' | null {
  if (isDigit(first.charCodeAt(0))) return null;
  const start = closedUp(first.trimStart());
  if (!start.startsWith('*') && !BEGINNINGS.has(start.slice(0, 2).toLowerCase())) return null;
  let words = 0;
  let amounts = 0;
  let isStarred = false;
  let alone = false;
  let key = '';
  for (const cell of row) {
    // A program marks its sums with stars in a column of their own.
    if (isBlank(cell)) continue;
    if (words === 0 && STARS.test(cell)) isStarred = true;
    else if (words === 0 && isStarred && isAmount(cell)) amounts += 1;
    else if (words === 0 && amounts === 0) {
      key = closedUp(matchKey(cell));
      alone = TOTAL_ALONE.test(key);
      if (!alone && !TOTAL_WORD.test(key)) return null;
      words += 1;
    } else if (isAmount(cell) || SHARE.test(cell)) amounts += 1;
    // A report says of a total when the first begins and the last ends.
    else if (alone && isTime(cell)) continue;
    // Or how many rows it sums: Total, 3 projects.
    else if (alone && COUNTED.test(cell)) continue;
    else if (currencyOfWord(cell.trim()) !== null) continue;
    // A merged cell of a sheet that was filled to its area says its word several times.
    else if (amounts > 0 || matchKey(cell) !== key) return null;
  }
  // Nothing but stars and amounts: a program marks the sum of each group so, and that of all.
  if (words === 0 && isStarred && amounts > 0) return isLastOfBody ? 'all' : 'part';
  const isPart = PART.test(key);
  // A part of the whole is named behind the word: Subtotal Finance.
  if (words !== 1 || amounts === 0 || !(alone || isLastOfBody || isPart)) return null;
  return isPart ? 'part' : 'all';
}

/** A group's sum that says first of which: `Corporate Total`, `零售 小计`. */
const ENDS_AS_TOTAL = /\S\s+(?:sub-?totals?|totals?|ergebnis|summe)$|\S\s*(?:汇总|小计|合计|小計)$/i;
/** Nearly every row is told by the last letter of its first text. */
const LAST_LETTERS: ReadonlySet<string> = new Set([...'lLsSeE总计計']);
const LONGEST_ENDING = 12;

/** Whether a text is that of a row that sums a group, which it names before the word for a total. */
export const endsAsTotal = (first: string): boolean =>
  LAST_LETTERS.has(first.at(-1) ?? '') && ENDS_AS_TOTAL.test(first.slice(-LONGEST_ENDING));

const NAMED_AFTER = new RegExp(`^(?:${WORDS})\\s*(?:[,:：–—-]|of|for)?\\s+(\\p{L}.*)$`, 'u');
const NAMED_BEFORE = /^(\S.*?)\s+(?:sub-?)?totals?$/;

/** What the first text of a row says that it sums, as `matchKey` writes it: Total, Major Works; Total New Works; null where it names nothing. */
export function totalledName(first: string): string | null {
  const isAfter = BEGINNINGS.has(first.trimStart().slice(0, 2).toLowerCase());
  if (!isAfter && !endsAsTotal(first)) return null;
  const key = matchKey(first);
  return (NAMED_AFTER.exec(key) ?? NAMED_BEFORE.exec(key))?.[1] ?? null;
}

/** Whether all but the first text of a row are amounts, or say that one is not known. */
export function isAmountsOrUnknown(row: readonly string[], first: string): boolean {
  const others = row.filter((cell) => !isBlank(cell) && cell !== first);
  return (
    others.length > 0 &&
    others.every((cell) => isAmount(cell) || SHARE.test(cell) || unknownWord(cell) !== null)
  );
}

/** Whether all but the first text of a row are amounts, of which there is one at least. */
export function isAllAmounts(row: readonly string[], first: string): boolean {
  const others = row.filter((cell) => !isBlank(cell) && cell !== first);
  return others.length > 0 && others.every((cell) => isAmount(cell) || SHARE.test(cell));
}

const NONE: ReadonlySet<number> = new Set();
/** Amounts are rounded where they are shown. */
const ROUNDED = 0.001;

/**
 * Whether a row sums those from `firstRow` to right above it without a word: it holds nothing but amounts, the first of
 * them a sum, and what says from when to when they last. `row` is what of it counts; `sums` are rows above that sum others.
 */
export function sumsSilently(
  rows: Rows,
  firstRow: number,
  index: number,
  row: readonly string[] = rows.at(index) ?? [],
  sums: ReadonlySet<number> = NONE,
): boolean {
  const isSum = (cell: string): boolean => !isBlank(cell) && isAmount(cell);
  const column = row.findIndex(isSum);
  if (column === -1 || index === firstRow) return false;
  if (!row.every((cell) => isBlank(cell) || isSum(cell) || SHARE.test(cell) || isTime(cell))) return false;
  const cells = Array.from({ length: index - firstRow + 1 }, (_, at) => cellAt(rows, firstRow + at, column));
  const comma = commaIsDecimal(cells);
  const amountAt = (at: number): number => {
    const amount = readAmount(cells[at - firstRow] ?? '', comma);
    return typeof amount === 'string' ? 0 : amount.value * (amount.scale ?? 1);
  };
  let sum = 0;
  for (let at = firstRow; at < index; at += 1) if (!sums.has(at)) sum += amountAt(at);
  const stated = amountAt(index);
  return stated > 0 && Math.abs(sum - stated) <= stated * ROUNDED;
}

const isTime = (cell: string): boolean => cell.length <= 40 && readPeriod(cell) !== null;
