/** What spreadsheets begin a formula with, full-width signs among it: programs set to Chinese take these, too. */
const startsFormula = /^[=+\-@＝＋－＠\t\r\n]/;

/**
 * A cell that no spreadsheet takes for a formula: text that starts like one gets an apostrophe in front, which
 * spreadsheets read as "this is text". Numbers, also negative ones, stay numbers.
 */
export function harmless(text: string): string {
  if (!startsFormula.test(text)) return text;
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? text : `${GUARD}${text}`;
}

/** What an apostrophe kept from becoming a number or a day: '00123, '2025-05-01. */
const NUMBER_OR_DAY = /^\d[\d\s.,:/-]*$/;
const GUARD = "'";
const GUARD_CODE = GUARD.charCodeAt(0);

/**
 * A text without the apostrophe that `harmless` put in front, or a person before a number that is to stay as it is typed;
 * one between two of them is a quotation.
 */
export function unguarded(text: string): string {
  if (text.charCodeAt(0) !== GUARD_CODE) return text;
  const inside = text.slice(1);
  return NUMBER_OR_DAY.test(inside) || (startsFormula.test(inside) && !text.endsWith(GUARD)) ? inside : text;
}
