import type { Language } from '../text/area.ts';

/** The largest tick from which on a unit is used, and how a spreadsheet writes numbers in it. */
const units: Readonly<Record<Language, readonly (readonly [number, string])[]>> = {
  en: [
    [5e9, '0,,,"B"'],
    [1e9, '0.0,,,"B"'],
    [5e6, '0,,"M"'],
    [1e6, '0.0,,"M"'],
    [5e3, '0,"K"'],
  ],
  // Spreadsheets divide by thousands only: a point of our own before the last digits makes ten thousands of them.
  'zh-CN': [
    [1e8, '0\\.00,,"亿"'],
    [1e5, '0\\.0,"万"'],
  ],
};

/** A number format for the ticks of an axis of large amounts: `60M` or `6000.0万` in place of a row of noughts, and `0`. */
export function axisFormat(most: number, language: Language): string {
  const unit = units[language].find(([from]) => most >= from)?.[1];
  return unit ? `[=0]0;${unit}` : '#,##0';
}
