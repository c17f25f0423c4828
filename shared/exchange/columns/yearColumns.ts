import type { HeaderWords } from './fieldNames.ts';
import { headerScore } from './headerScore.ts';

/** What something costs once, and what running it costs: together all that it costs, where both are of one time. */
export const COST_PARTS = [
  /\bcap ?ex\b|\bcapital (?:costs?|expenditures?)\b|资本性支出|资本支出|资本化支出/,
  /\bop ?ex\b|\boperat(?:ing|ional) (?:costs?|expenditures?|expenses?)\b|费用性支出|费用化支出|运营支出|经营性支出/,
] as const;
/** The year of a name: 2025, FY24, 2023/24, 24/25, 2024年度, '24년, 令和6年度; separators are blanks in a phrase. */
const YEAR =
  /(?<!\d)(?:\bf\.?y ?)?(?:(?:19|20)\d\d(?: \d\d(?:\d\d)?)?(?!\d)\s?(?:年度?|년도?)?|\d\d\s?년도?)|\bfy ?\d\d(?: \d\d)?(?!\d)|(?:令和|平成)\d+年度?/g;
/** 24/25 at the beginning of a name, as two numbers one after the other. */
const SHORT_YEARS = /^\d\d \d\d(?= )/;

/** The one year that the name of a column says, and the rest of the name. */
export interface YearName {
  readonly year: string;
  readonly rest: string;
}

/** Takes the year out of a header's phrase; null where it says none, or several. */
export function yearOf(phrase: string): YearName | null {
  const years = [...phrase.matchAll(YEAR)].map(([year]) => year);
  if (years.length === 0) years.push(SHORT_YEARS.exec(phrase)?.[0] ?? '');
  const [found = ''] = years;
  const [from = '', to] = found.match(/\d+/g) ?? [];
  const isOne = to === undefined || Number(to) % 100 === (Number(from) + 1) % 100;
  if (found === '' || years.length > 1 || !isOne) return null;
  const rest = phrase.replace(found, ' ').replace(/\s+/g, ' ').trim();
  return { year: found.replace(/\s+/g, ' ').trim(), rest };
}

/** How well the rest of a name must name the field. */
const NAMED = 55;
/** What is planned, where only its unit says that it is money. */
const PLAN = /^(?:plan|planned|planning|计划|計画|계획)$/;
const ACTUAL = /^(?:ytd |year to date )?actuals?(?: ytd| year to date)?$|^实际$/;
/** Money of all years, or up to one: the next column holds it again. */
export const NO_SLICE =
  /\b(?:cum(?:ulative|ulated|ul)?|to date|itd|inception|until|up to|through|as (?:of|at)|baseline|whole|life ?(?:time|cycle)?|wlc)\b|累计|截至|全周期|累計|누적/;

/** A column that holds one year's money of a field, or one of its parts. */
export interface YearColumn extends YearName {
  readonly column: number;
  /** Place in `COST_PARTS`, or -1 for all of the money. */
  readonly part: number;
}

/** The columns whose names say a year and what is or was to be spent in it; none that say all of the money. */
export function yearColumns(
  field: 'budget' | 'spent',
  headers: readonly HeaderWords[],
): readonly YearColumn[] {
  return headers.flatMap((header, column): YearColumn[] => {
    const said = yearOf(header.phrase);
    if (said === null || said.rest === '' || NO_SLICE.test(said.rest)) return [];
    const part = COST_PARTS.findIndex((pattern) => pattern.test(said.rest));
    const words = { ...header, phrase: said.rest, parts: [] };
    const isSpent = headerScore('spent', words) >= NAMED;
    const isBudget = part !== -1 || PLAN.test(said.rest) || headerScore('budget', words) >= NAMED;
    return (field === 'spent' ? isSpent : isBudget && !isSpent) ? [{ ...said, column, part }] : [];
  });
}

/** Whether the name of such a column says that it holds money: plans and actuals may be of anything. */
export const saysMoney = ({ rest }: YearColumn): boolean => !PLAN.test(rest) && !ACTUAL.test(rest);
