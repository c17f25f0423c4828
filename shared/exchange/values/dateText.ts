import { westernDigits } from '../table/cellText.ts';
import { monthNamed } from './cldrWords.ts';
import { inCommonYears, withDigits } from './dateEras.ts';
import { type DatePart, partOfTime, readSeason, readWeek, type Season, type Week } from './dateParts.ts';
import { hijriDay } from './hijriDays.ts';
import { withoutAccents } from './otherLanguages.ts';

/** What a cell's text says, before the column has decided what is ambiguous in it. */
export type DateText =
  | {
      readonly kind: 'day';
      readonly year: number;
      readonly month: number;
      readonly day: number;
      readonly iso: boolean;
    }
  /** Three numbers with the year last, where only the column can tell the day from the month. */
  | {
      readonly kind: 'numbers';
      readonly year: number;
      readonly first: number;
      readonly second: number;
      /** Written 03.04.2025: nobody who writes the month first puts dots. */
      readonly dotted?: true;
      /** Its last number has two digits, so that the first one may be the year. */
      readonly short?: true;
    }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'year'; readonly year: number }
  /** `2023-24`: a fiscal year; `2011-12` may as well be a month: `month` is then set. */
  | {
      readonly kind: 'fiscalYear';
      readonly from: number | null;
      readonly to: number;
      readonly month: number | null;
    }
  | { readonly kind: 'quarter'; readonly from: number | null; readonly to: number; readonly quarter: number }
  | { readonly kind: 'half'; readonly year: number; readonly half: 1 | 2 }
  /** `2025年度`: from April on where the list is Japanese, as a year of an era proves, else the calendar year. */
  | {
      readonly kind: 'yearOfCount';
      readonly year: number;
      readonly isJapanese: boolean;
      /** Months of it that are meant, 12 from 0 for all of them. */
      readonly first: number;
      readonly count: number;
    }
  | ({ readonly kind: 'season' } & Season)
  | ({ readonly kind: 'week' } & Week)
  /** The first, middle or last month of a longer time, or a third of it. */
  | { readonly kind: 'part'; readonly part: DatePart; readonly of: DateText };

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
/** Months in short in other languages, where they differ from the English ones and their first three letters, and other spellings. */
const OTHER_MONTHS: readonly string[] = [
  'janv ene gen',
  'fevr fev feber pebruari',
  'mrz mrt mac',
  'avr abr',
  'mai maj mei mag май мая',
  'giu يونيه',
  'juil lug يوليه',
  'ago agu agt',
  'set',
  'out ott okt',
  'nopember',
  'des dez dic',
];
const monthByName = new Map<string, number>([
  ...MONTHS.map((name, index) => [name, index + 1] as const),
  ...MONTHS.map((name, index) => [name.slice(0, 3), index + 1] as const),
  ['sept', 9],
  ...OTHER_MONTHS.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
]);
function monthOf(word: string): number | undefined {
  const name = withoutAccents(word.toLowerCase());
  return monthByName.get(name) ?? monthNamed(name);
}

/** The day of the week before a date, as project plans write it. */
const WEEKDAY =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+(?=\d|[a-z])|(?:mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mi[eé]|jue|vie|s[aá]b|dom|seg|ter|qua|qui|sex)[.,]?\s+(?=\d{1,2}[./-]\d)|(?:周|星期)[一二三四五六日天]\s*(?=\d))/i;
/** The day of the week behind a date: 2025年3月3日（月）. */
const WEEKDAY_BEHIND = /\s*\((?:周|星期)?[一二三四五六日天月火水木金土월화수목금토일]\)$/;
/** Within a year: 2025年内. */
const WITHIN = /(?<=年度?)(?:内|之内|全年)$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const TIME =
  /[T\s,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m)?\s*(?:Z|UTC|(?:GMT)?[+-]\d{1,2}(?::?\d{2})?|GMT)?(?:\s*\([^)]*\))?$/i;
/** Behind a day of a plan: that it is past (A), or was set by hand (*). */
const PLAN_MARK = /(?<=\d)(?:\s+A|\*)$/;
/** The day on which a week begins or ends: w/c 12 May 2025. */
const WEEK = /^(?:w\/[cbe]|(?:wk|week) (?:commencing|beginning|starting|ending|of))\.?:?\s+(?=[\da-z])/i;
/** Behind the year of a day, as ordinals are written, or the Cyrillic or Polish word for it: 15.01.2025., 01.03.2021 г., 1.03.2021 r. */
const YEAR_DOT = /(?<=\d{4})(?:\.|\s?[грr]\.)$/;
/** About then: 2028年1月頃. */
const ABOUT = /(?:頃|ごろ|左右|前后|前後)$/;
/** A day as a browser writes it, with the name of its time zone. */
const WITH_ZONE = /GMT[+-]\d{4} \([^)]{1,50}\)$/;
const NUMBERS = /^(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/;
/** A year of two digits before a day of one, which is no year: 25.3.1. */
const SHORT_YEAR_FIRST = /^(\d{2})([./-])(\d{1,2})\2(\d)$/;
const YEAR_FIRST = /^(\d{4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,2})\.?$/;
const CHINESE =
  /^(\d{4})\s*(?:年|[./](?=\s*\d{1,2}\s*月))(?:\s*(\d{1,2})\s*月(?:份|\s*(\d{1,2})\s*[日号])?)?$/;
/** 2025年度, 2022年度第2四半期, 2022年度下半期. */
const YEAR_OF_COUNT = /^(\d{4})\s*年度\s*(?:第?\s*([1-4])\s*(?:四半期|季度)|([上下])(?:半)?[期年])?$/;
const NAME_FIRST =
  /^(\p{L}{3,12})[.,]*[\s/-]*(?:de\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?[\s,-]+)?'?(\d{4}|\d{2})$/iu;
const DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th|er|\.)?[\s/-]*(?:(?:of|de)\s+)?(\p{L}{3,12})\.?[\s,/-]*(?:de\s+)?'?(\d{4}|\d{2})(?:\s?(?:[гр]\.?|r\.|року|года))?$/iu;
/** The year before a month in words: 2025. szeptember 1., 2025 March. */
const YEAR_NAMED = /^(\d{4})\.?\s+(?:m\.\s+)?(\p{L}{3,12})\.?(?:\s+(\d{1,2})(?:\.|\s+d\.)?)?$/u;
/** The year and the day before the month: 2025. gada 15. marts, 2025. gada martā. */
const YEAR_DAY_NAMED = /^(\d{4})\. gada (?:(\d{1,2})\. )?(\p{L}{3,12})$/u;
const SPAN =
  /^(?:(?:fiscal year|financial year|f\.?y\.?|财年|财政年度)\s*)?(\d{4})\s*[/–-]\s*(\d{4}|\d{2})(?:\s*(?:财年|财政年度))?$/i;
/** A year of two digits is one only where something says that it is a year: FY25/26, Q2 FY26, 4Q25. */
const SHORT_SPAN = /^(?:fiscal year|financial year|f\.?y\.?)\s*'?(\d{2})\s*[/–-]\s*'?(\d{2})$/i;
const SHORT_QUARTER =
  /^(?:[qt]|qtr|quarter)\s?([1-4])\s*[-,/]?\s*(?:(?:of\s+)?f\.?y\.?\s*'?|'|(?<=[\s,/-]))(\d{2})(?:\s*[/–-]\s*(\d{2}))?$|^([1-4])q\s?'?(\d{2})$/i;
const SHORT_QUARTER_LAST =
  /^f\.?y\.?\s*'?(\d{2})(?:\s*[/–-]\s*(\d{2}))?\s*[-,]?\s*(?:q|qtr|quarter)\s?([1-4])$/i;
const SHORT_HALF = /^(?:h\s?([12])\s*(?:[-/,\s]\s*(?:fy\s*)?|fy\s*|')'?|([12])h\s?'?)(\d{2})$/i;
const FISCAL = /^(?:fiscal year|financial year|f\.?y\.?)\s*'?(\d{4}|\d{2})$|^(\d{4})\s*(?:财年|财政年度)$/i;
const QUARTER =
  /^(?:(?:[qt]|qtr|quarter)\s?([1-4])|第?([一二三四1-4])季度?)\s*[-,/]?\s*(?:fy\s*)?(\d{4})(?:\s*[/–-]\s*(\d{4}|\d{2}))?$/i;
const QUARTER_LAST =
  /^(?:fy\s*)?(\d{4})(?:\s*[/–-]\s*(\d{4}|\d{2}))?\s*[-,.年]?\s*\(?(?:(?:[qt]|qtr|quarter)\s?([1-4])|第?([一二三四1-4])季度?)\)?$/i;
const ROMAN_QUARTER = /^(i{1,3}|iv)\s*(?:[./-]|кв(?:артал)?\.?)\s*(\d{4})(?:\s?г\.?)?$/i;
/** The quarter before its word: 3T2025, 3º trimestre de 2025, 2. Quartal 2025. */
const QUARTER_NUMBER =
  /^([1-4])\s?(?:o|er|e|ème|ª|\.|st|nd|rd|th|ro|do|to)?\s?(?:t|q|trim(?:estre)?|quartal|kvartal|kvt|kv|quarter|분기)\.?\s*(?:de\s+|do\s+|of\s+)?[-/]?\s*(\d{4})$/i;
const HALF_NUMBER =
  /^([12])\s?(?:o|er|e|ème|\.|st|nd|ro|do)?\s?(?:sem(?:estre)?|halbjahr|hj|half|h)\.?\s*(?:de\s+|do\s+|of\s+)?[-/]?\s*(\d{4})$/i;
/** A number of a quarter or a half in words. */
const ORDINALS =
  /^(first|premi(?:er|ère)|primer(?:o)?|primeiro|erstes)|^(second|deuxième|segundo|zweites)|^(third|troisième|tercer(?:o)?|terceiro|drittes)|^(fourth|quatrième|cuarto|quarto|viertes)/i;
const HALF = /^[hs]([12])\s*[-,/]?\s*(?:fy\s*)?(\d{4})$/i;
const HALF_LAST = /^(?:fy\s*)?(\d{4})\s*[-,.年]?\s*(?:h([12])|([上下])半年)$/i;
/** A month of a year of two digits, which its sign says to be a year: '20.9. */
const SHORT_MONTH = /^['’‘](\d{2})\s?[./]\s?(\d{1,2})\.?$/;
const MONTH_YEAR = /^(\d{1,2})\s*[./-]\s*(\d{4})$|^(\d{4})\s*[./]\s*(\d{1,2})\.?$/;

const SUPERSCRIPT = /[¹²³⁰⁴-⁹]+$/;
/** The mark of a footnote behind a date: 2025-03*, June 2025 [1], 2025 (a). */
const FOOTNOTE = /\s*(?:[*†‡]+|\[\w{1,2}\]|\((?:[a-z]|(?:see )?(?:foot)?note \w{1,2})\))$/i;

/** 00 to 79 are this century: portfolios plan ahead, to 2040 and beyond. */
const fullYear = (text: string): number => {
  const year = Number(text);
  return text.length > 2 ? year : year < 80 ? 2000 + year : 1900 + year;
};
/** The year of a whole day: Thailand counts 543 more, which no plan of ours reaches. */
const commonYear = (text: string): number => {
  const year = fullYear(text);
  return year >= 2500 && year < 2700 ? year - 543 : year;
};
/** Programs that keep no empty day write the first one that they know, in 1900. */
const plausible = (year: number): boolean => year > 1900 && year <= 2199;
const quarterOf = (text: string): number =>
  '一二三四'.includes(text) ? '一二三四'.indexOf(text) + 1 : Number(text);

/** The year that ends a span written 2023-24 or 2023-2024, or null when the two are not neighbours. */
function spanEnd(from: number, second: string): number | null {
  const to = second.length === 2 ? Math.floor(from / 100) * 100 + Number(second) : Number(second);
  const wrapped = to < from ? to + 100 : to;
  return wrapped === from + 1 ? wrapped : null;
}

const day = (year: number, month: number, dayOfMonth: number, iso = false): DateText | null =>
  plausible(year) ? { kind: 'day', year, month, day: dayOfMonth, iso } : null;

function readQuarter(from: string, second: string | undefined, quarter: string): DateText | null {
  const first = Number(from);
  if (!plausible(first)) return null;
  if (second === undefined) return { kind: 'quarter', from: null, to: first, quarter: quarterOf(quarter) };
  const to = spanEnd(first, second);
  return to === null ? null : { kind: 'quarter', from: first, to, quarter: quarterOf(quarter) };
}

const readHalf = (year: string, isFirst: boolean): DateText | null =>
  plausible(Number(year)) ? { kind: 'half', year: Number(year), half: isFirst ? 1 : 2 } : null;

/** Reads what one cell says, or null when it is no date in any notation known here. */
export function readDateText(raw: string): DateText | null {
  const match = ISO.exec(raw);
  const iso = match && day(commonYear(match[1] ?? ''), Number(match[2]), Number(match[3]), raw.length === 10);
  if (iso) return iso;
  if (raw.length > 40 && !(raw.endsWith(')') && WITH_ZONE.test(raw))) return null;
  const text = westernDigits(raw.replace(SUPERSCRIPT, '').normalize('NFKC'))
    .trim()
    .replace(PLAN_MARK, '')
    .replace(TIME, '')
    .trim()
    .replace(WEEK, '')
    .replace(WEEKDAY, '')
    .replace(WEEKDAY_BEHIND, '')
    .replace(WITHIN, '')
    .replace(ABOUT, '')
    .replace(FOOTNOTE, '')
    .replace(YEAR_DOT, '');
  return readPlain(inCommonYears(text));
}

function readPlain(said: string): DateText | null {
  const text = hijriDay(said) ?? said;
  let match = YEAR_FIRST.exec(text);
  if (match) return day(commonYear(match[1] ?? ''), Number(match[3]), Number(match[4]));
  match = NUMBERS.exec(text);
  if (match) {
    const year = commonYear(match[4] ?? '');
    if (!plausible(year)) return null;
    const dotted = match[2] === '.' ? ({ dotted: true } as const) : {};
    const short = match[4]?.length === 2 ? ({ short: true } as const) : {};
    return { kind: 'numbers', year, first: Number(match[1]), second: Number(match[3]), ...dotted, ...short };
  }
  match = SHORT_YEAR_FIRST.exec(text);
  if (match) return day(fullYear(match[1] ?? ''), Number(match[3]), Number(match[4]));
  const { text: digits, isEra } = withDigits(text);
  match = CHINESE.exec(digits);
  if (match) {
    const year = Number(match[1]);
    if (!plausible(year)) return null;
    if (match[2] === undefined) return { kind: 'year', year };
    if (match[3] === undefined) return { kind: 'month', year, month: Number(match[2]) };
    return day(year, Number(match[2]), Number(match[3]));
  }
  match = YEAR_OF_COUNT.exec(digits);
  if (match) return readYearOfCount(Number(match[1]), match[2], match[3], isEra);
  match = /^(\d{4})(\d{2})(\d{2})?$/.exec(text);
  if (match) return readDigits(Number(match[1]), Number(match[2]), match[3]);
  match = /^\d{4}$/.exec(text);
  if (match) return plausible(Number(text)) ? { kind: 'year', year: Number(text) } : null;
  const words = readWords(text);
  if (words !== null) return words;
  const season = readSeason(text);
  if (season !== null) return plausible(season.year) ? { kind: 'season', ...season } : null;
  const week = readWeek(text);
  if (week !== null) return plausible(week.year) ? { kind: 'week', ...week } : null;
  const found = partOfTime(text);
  const of = found === null ? null : readPlain(found.rest);
  return found === null || of === null || !isLong(of) ? null : { kind: 'part', part: found.part, of };
}

/** 20250331 and 202503. */
function readDigits(year: number, month: number, dayOfMonth: string | undefined): DateText | null {
  if (dayOfMonth !== undefined) return day(year, month, Number(dayOfMonth));
  return plausible(year) && month >= 1 && month <= 12 ? { kind: 'month', year, month } : null;
}

/** Whether a time has a beginning and an end of its own. */
const isLong = ({ kind }: DateText): boolean =>
  kind !== 'day' && kind !== 'numbers' && kind !== 'part' && kind !== 'season';

function readYearOfCount(
  year: number,
  quarter: string | undefined,
  half: string | undefined,
  isJapanese: boolean,
): DateText | null {
  if (!plausible(year)) return null;
  const [first, count] =
    quarter !== undefined
      ? [(Number(quarter) - 1) * 3, 3]
      : half !== undefined
        ? [half === '上' ? 0 : 6, 6]
        : [0, 12];
  return { kind: 'yearOfCount', year, isJapanese, first, count };
}

/** "First half of 2026" as "1 half of 2026". */
const inNumbers = (text: string): string =>
  text.replace(ORDINALS, (...found) => String(found.slice(1, 5).findIndex((word) => word !== undefined) + 1));

function readWords(said: string): DateText | null {
  const text = inNumbers(said);
  let match = NAME_FIRST.exec(text);
  const firstMonth = match ? monthOf(match[1] ?? '') : undefined;
  if (match && firstMonth !== undefined) {
    const year = fullYear(match[3] ?? '');
    if (!plausible(year)) return null;
    return match[2] === undefined
      ? { kind: 'month', year, month: firstMonth }
      : day(year, firstMonth, Number(match[2]));
  }
  match = DAY_FIRST.exec(text);
  const secondMonth = match ? monthOf(match[2] ?? '') : undefined;
  if (match && secondMonth !== undefined) return day(fullYear(match[3] ?? ''), secondMonth, Number(match[1]));
  match = YEAR_NAMED.exec(text);
  const namedMonth = match ? monthOf(match[2] ?? '') : undefined;
  if (match && namedMonth !== undefined) {
    const year = Number(match[1]);
    if (match[3] !== undefined) return day(year, namedMonth, Number(match[3]));
    return plausible(year) ? { kind: 'month', year, month: namedMonth } : null;
  }
  match = YEAR_DAY_NAMED.exec(text);
  const lastMonth = match ? monthOf(match[3] ?? '') : undefined;
  if (match && lastMonth !== undefined) {
    const year = Number(match[1]);
    if (match[2] !== undefined) return day(year, lastMonth, Number(match[2]));
    return plausible(year) ? { kind: 'month', year, month: lastMonth } : null;
  }
  match = SPAN.exec(text);
  if (match) {
    const from = Number(match[1]);
    const second = match[2] ?? '';
    const to = spanEnd(from, second);
    // 2011/12 is the year 2011-12 rather than a December; 2024/03 can only be a month.
    const bare = to === null ? /^\d{4}[-/]\d{2}$/.test(text) : /^\d{4}-\d{2}$/.test(text);
    const month = bare && Number(second) >= 1 && Number(second) <= 12 ? Number(second) : null;
    if (!plausible(from)) return null;
    if (to !== null) return { kind: 'fiscalYear', from, to, month };
    return month === null ? null : { kind: 'month', year: from, month };
  }
  match = FISCAL.exec(text);
  if (match) return { kind: 'fiscalYear', from: null, to: fullYear(match[1] ?? match[2] ?? ''), month: null };
  match = SHORT_SPAN.exec(text);
  if (match) {
    const from = fullYear(match[1] ?? '');
    const to = spanEnd(from, match[2] ?? '');
    return to === null ? null : { kind: 'fiscalYear', from, to, month: null };
  }
  match = SHORT_QUARTER.exec(text);
  if (match)
    return readQuarter(String(fullYear(match[2] ?? match[5] ?? '')), match[3], match[1] ?? match[4] ?? '');
  match = SHORT_QUARTER_LAST.exec(text);
  if (match) return readQuarter(String(fullYear(match[1] ?? '')), match[2], match[3] ?? '');
  match = SHORT_HALF.exec(text);
  if (match) return readHalf(String(fullYear(match[3] ?? '')), (match[1] ?? match[2]) === '1');
  match = QUARTER.exec(text);
  if (match) return readQuarter(match[3] ?? '', match[4], match[1] ?? match[2] ?? '');
  match = QUARTER_LAST.exec(text);
  if (match) return readQuarter(match[1] ?? '', match[2], match[3] ?? match[4] ?? '');
  match = ROMAN_QUARTER.exec(text);
  if (match) {
    const quarter = ['i', 'ii', 'iii', 'iv'].indexOf((match[1] ?? '').toLowerCase()) + 1;
    return readQuarter(match[2] ?? '', undefined, String(quarter));
  }
  match = QUARTER_NUMBER.exec(text);
  if (match) return readQuarter(match[2] ?? '', undefined, match[1] ?? '');
  match = HALF_NUMBER.exec(text);
  if (match) return readHalf(match[2] ?? '', match[1] === '1');
  match = HALF.exec(text);
  if (match) return readHalf(match[2] ?? '', match[1] === '1');
  match = HALF_LAST.exec(text);
  if (match) return readHalf(match[1] ?? '', match[2] === '1' || match[3] === '上');
  match = SHORT_MONTH.exec(text);
  if (match) return { kind: 'month', year: fullYear(match[1] ?? ''), month: Number(match[2]) };
  match = MONTH_YEAR.exec(text);
  if (match) {
    const year = Number(match[2] ?? match[3]);
    return plausible(year) ? { kind: 'month', year, month: Number(match[1] ?? match[4]) } : null;
  }
  return null;
}
