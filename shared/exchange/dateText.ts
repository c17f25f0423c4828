import { isIsoDate } from '../domain/primitives.ts';
import type { DateOrder, ImportReason, RepairKind } from './contract.ts';
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
  | { readonly kind: 'half'; readonly year: number; readonly half: 1 | 2 };

/** How a column writes its dates, decided over all its cells. */
export interface DateColumn {
  readonly order: DateOrder;
  /** True when `2011-12` means the fiscal year, as another cell of the column proves. */
  readonly spans: boolean;
}

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
/** The months of other lists, where they differ from the English ones and their first three letters. */
const OTHER_MONTHS: readonly string[] = [
  'januar janvier janv enero ene janeiro januari gennaio gen',
  'februar fevrier fevr fev febrero fevereiro februari febbraio',
  'marz mars marzo marco maart mrz mrt',
  'avril avr abril abr aprile',
  'mai mayo maio mei maggio mag',
  'juni juin junio junho giugno giu',
  'juli juillet juil julio julho luglio lug',
  'aout agosto augustus ago',
  'septembre septiembre setembro settembre set',
  'oktober octobre octubre outubro out ottobre ott okt',
  'novembre noviembre novembro',
  'dezember decembre diciembre dezembro dicembre dez dic',
];
const monthByName = new Map<string, number>([
  ...MONTHS.map((name, index) => [name, index + 1] as const),
  ...MONTHS.map((name, index) => [name.slice(0, 3), index + 1] as const),
  ['sept', 9],
  ...OTHER_MONTHS.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
]);
const monthOf = (word: string): number | undefined => monthByName.get(withoutAccents(word.toLowerCase()));

/** The day of the week before a date, as project plans write it. */
const WEEKDAY =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+(?=\d|[a-z])|(?:mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mi[eé]|jue|vie|s[aá]b|dom|seg|ter|qua|qui|sex)[.,]?\s+(?=\d{1,2}[./-]\d)|(?:周|星期)[一二三四五六日天]\s*(?=\d))/i;
/** The day of the week behind a date: 2025年3月3日（月）. */
const WEEKDAY_BEHIND = /\s*\((?:周|星期)?[一二三四五六日天月火水木金土월화수목금토일]\)$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const TIME = /[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const NUMBERS = /^(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,2})\.?$/;
const CHINESE = /^(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?)?\s*(?:末|底|初)?$/;
const NAME_FIRST =
  /^([a-zà-ÿ]{3,10})\.?[\s/-]*(?:de\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?[\s,-]+)?'?(\d{4}|\d{2})$/i;
const DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th|er|\.)?[\s/-]*(?:(?:of|de)\s+)?([a-zà-ÿ]{3,10})\.?[\s,/-]*(?:de\s+)?'?(\d{4}|\d{2})$/i;
const SPAN =
  /^(?:(?:fiscal year|financial year|f\.?y\.?|财年|财政年度)\s*)?(\d{4})\s*[/–-]\s*(\d{4}|\d{2})(?:\s*(?:财年|财政年度))?$/i;
const FISCAL = /^(?:fiscal year|financial year|f\.?y\.?)\s*'?(\d{4}|\d{2})$|^(\d{4})\s*(?:财年|财政年度)$/i;
const QUARTER =
  /^(?:(?:[qt]|qtr|quarter)\s?([1-4])|第?([一二三四1-4])季度?)\s*[-,/]?\s*(?:fy\s*)?(\d{4})(?:\s*[/–-]\s*(\d{4}|\d{2}))?$/i;
const QUARTER_LAST =
  /^(?:fy\s*)?(\d{4})(?:\s*[/–-]\s*(\d{4}|\d{2}))?\s*[-,年]?\s*\(?(?:(?:[qt]|qtr|quarter)\s?([1-4])|第?([一二三四1-4])季度?)\)?$/i;
const ROMAN_QUARTER = /^(i{1,3}|iv)\s*[./-]\s*(\d{4})$/i;
/** The quarter before its word: 3T2025, 3º trimestre de 2025, 2. Quartal 2025. */
const QUARTER_NUMBER =
  /^([1-4])\s?(?:o|er|e|ª|\.|st|nd|rd|th)?\s?(?:t|q|trim(?:estre)?|quartal|quarter|분기)\.?\s*(?:de\s+|do\s+|of\s+)?[-/]?\s*(\d{4})$/i;
const HALF_NUMBER =
  /^([12])\s?(?:o|er|e|\.|st|nd)?\s?(?:sem(?:estre)?|halbjahr|hj|half)\.?\s*(?:de\s+|do\s+|of\s+)?[-/]?\s*(\d{4})$/i;
const HALF = /^[hs]([12])\s*[-,/]?\s*(?:fy\s*)?(\d{4})$/i;
const HALF_LAST = /^(?:fy\s*)?(\d{4})\s*[-,年]?\s*(?:h([12])|([上下])半年)$/i;
const MONTH_YEAR = /^(\d{1,2})\s*[./-]\s*(\d{4})$|^(\d{4})\s*[./]\s*(\d{1,2})\.?$/;

/** 00 to 79 are this century: portfolios plan ahead, to 2040 and beyond. */
const fullYear = (text: string): number => {
  const year = Number(text);
  return text.length > 2 ? year : year < 80 ? 2000 + year : 1900 + year;
};
const plausible = (year: number): boolean => year >= 1900 && year <= 2199;
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

/** The year before the first of a Japanese era. */
const ERA_START: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988 };
const ERA = /^(令和|平成)\s*(\d{1,2}|元)年/;
/** A date of an era by its letter: R5.4.1 for 令和5年4月1日. */
const ERA_LETTER = /^([RH])\s?(\d{1,2})[./-](\d{1,2})(?:[./-](\d{1,2}))?$/;
/** A Korean day is written as a Chinese one is: 2025년 3월 3일. */
const KOREAN = /(?<=\d\s?)[년월일]/g;
const KOREAN_SIGNS: Readonly<Record<string, string>> = { 년: '年', 월: '月', 일: '日' };
const NUMERALS = '〇一二三四五六七八九';

/** A year of Taiwan, counted from 1911: 民國112年3月, 112/03/01. */
const ROC = /^(?:民[國国]\s?)?(1[0-4]\d)(?=\s?年|[./-]\d{1,2}[./-]\d{1,2}$)/;

const eraInWords = (text: string): string => {
  const [, letter, year, month, dayOfMonth] = ERA_LETTER.exec(text) ?? [];
  if (letter === undefined) return text;
  return `${letter === 'R' ? '令和' : '平成'}${year}年${month}月${dayOfMonth === undefined ? '' : `${dayOfMonth}日`}`;
};

/** 二〇二四年十二月 as 2024年12月, 令和3年4月1日 as 2021年4月1日. */
function withDigits(text: string): string {
  const era = ERA.exec(text);
  if (era)
    return `${(ERA_START[era[1] ?? ''] ?? 0) + (era[2] === '元' ? 1 : Number(era[2]))}${text.slice(era[0].length - 1)}`;
  if (!/[〇零一二三四五六七八九]年/.test(text)) return text;
  const digit = (sign: string): string => String(Math.max(0, NUMERALS.indexOf(sign)));
  return text
    .replace(/^[〇零一二三四五六七八九]{4}(?=年)/, (year) => [...year].map(digit).join(''))
    .replace(
      /([一二三]?)十([一二三四五六七八九]?)/g,
      (_, tens: string, ones: string) => `${tens === '' ? 1 : digit(tens)}${ones === '' ? 0 : digit(ones)}`,
    )
    .replace(/[一二三四五六七八九]/g, digit);
}

const readHalf = (year: string, isFirst: boolean): DateText | null =>
  plausible(Number(year)) ? { kind: 'half', year: Number(year), half: isFirst ? 1 : 2 } : null;

/** Reads what one cell says, or null when it is no date in any notation known here. */
export function readDateText(raw: string): DateText | null {
  let match = ISO.exec(raw);
  if (match) return day(Number(match[1]), Number(match[2]), Number(match[3]), raw.length === 10);
  if (raw.length > 40) return null;
  const text = raw
    .normalize('NFKC')
    .trim()
    .replace(TIME, '')
    .trim()
    .replace(WEEKDAY, '')
    .replace(WEEKDAY_BEHIND, '')
    .replace(KOREAN, (sign) => KOREAN_SIGNS[sign] ?? sign)
    .replace(ROC, (_, year: string) => String(Number(year) + 1911));
  match = YEAR_FIRST.exec(text);
  if (match) return day(Number(match[1]), Number(match[3]), Number(match[4]));
  match = NUMBERS.exec(text);
  if (match) {
    const year = fullYear(match[4] ?? '');
    if (!plausible(year)) return null;
    const dotted = match[2] === '.' ? ({ dotted: true } as const) : {};
    return { kind: 'numbers', year, first: Number(match[1]), second: Number(match[3]), ...dotted };
  }
  match = CHINESE.exec(withDigits(eraInWords(text)));
  if (match) {
    const year = Number(match[1]);
    if (!plausible(year)) return null;
    if (match[2] === undefined) return { kind: 'year', year };
    if (match[3] === undefined) return { kind: 'month', year, month: Number(match[2]) };
    return day(year, Number(match[2]), Number(match[3]));
  }
  match = /^\d{8}$/.exec(text);
  if (match) return day(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
  match = /^\d{4}$/.exec(text);
  if (match) return plausible(Number(text)) ? { kind: 'year', year: Number(text) } : null;
  return readWords(text);
}

function readWords(text: string): DateText | null {
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
  match = SPAN.exec(text);
  if (match) {
    const from = Number(match[1]);
    const second = match[2] ?? '';
    const to = spanEnd(from, second);
    const bare = /^\d{4}-\d{2}$/.test(text);
    const month = bare && Number(second) >= 1 && Number(second) <= 12 ? Number(second) : null;
    if (!plausible(from)) return null;
    if (to !== null) return { kind: 'fiscalYear', from, to, month };
    return month === null ? null : { kind: 'month', year: from, month };
  }
  match = FISCAL.exec(text);
  if (match) return { kind: 'fiscalYear', from: null, to: fullYear(match[1] ?? match[2] ?? ''), month: null };
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
  match = MONTH_YEAR.exec(text);
  if (match) {
    const year = Number(match[2] ?? match[3]);
    return plausible(year) ? { kind: 'month', year, month: Number(match[1] ?? match[4]) } : null;
  }
  return null;
}

/** What one column's cells prove: the order of day and month (null when nothing proves it) and whether spans are fiscal years. */
export function dateEvidence(texts: Iterable<DateText | null>): {
  readonly order: DateOrder | null;
  readonly spans: boolean;
} {
  let [dayFirst, monthFirst, yearFirst, numbers, dotted] = [0, 0, 0, 0, 0];
  let [spans, months] = [0, 0];
  for (const text of texts) {
    if (text === null) continue;
    if (text.kind === 'numbers') {
      numbers += 1;
      if (text.dotted) dotted += 1;
      if (text.first > 12 && text.second <= 12) dayFirst += 1;
      if (text.second > 12 && text.first <= 12) monthFirst += 1;
    } else if (text.kind === 'day' && text.iso) yearFirst += 1;
    else if (text.kind === 'fiscalYear' && text.month === null) spans += 1;
    else if (text.kind === 'month') months += 1;
  }
  const order =
    dayFirst > monthFirst
      ? 'dayFirst'
      : monthFirst > dayFirst
        ? 'monthFirst'
        : numbers === 0 && yearFirst > 0
          ? 'yearFirst'
          : numbers > 0 && dotted === numbers && dayFirst === 0
            ? 'dayFirst'
            : null;
  return { order, spans: spans > 0 && spans >= months };
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const lastDay = (year: number, month: number): number =>
  month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0)
    ? 29
    : (MONTH_DAYS[month - 1] ?? 31);
const iso = (year: number, month: number, dayOfMonth: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;

/** The first (start) or last (end) day of `count` months from `month` of `year`; months past 12 run into later years. */
function edge(year: number, month: number, count: number, side: 'start' | 'end'): string {
  const index = year * 12 + (month - 1) + (side === 'end' ? count - 1 : 0);
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return iso(y, m, side === 'start' ? 1 : lastDay(y, m));
}

export interface ReadDate {
  readonly date: string;
  readonly repair: RepairKind | null;
}

/**
 * The calendar day that a text stands for. A start takes the first day and an end the last day of a month, year or
 * fiscal year. A fiscal year of one number is named by the year in which it ends; a span of two years in a portfolio
 * whose fiscal year is the calendar year takes the outermost days, because nothing says where the years meet.
 */
export function resolveDate(
  text: DateText,
  column: DateColumn,
  side: 'start' | 'end',
  fiscalStartMonth: number,
): ReadDate | ImportReason {
  const checked = (date: string, repair: RepairKind | null): ReadDate | ImportReason =>
    isIsoDate(date) ? { date, repair } : 'not_a_date';
  switch (text.kind) {
    case 'day':
      return checked(iso(text.year, text.month, text.day), text.iso ? null : 'dateText');
    case 'numbers': {
      const [dayOfMonth, month] =
        column.order === 'monthFirst' ? [text.second, text.first] : [text.first, text.second];
      return checked(iso(text.year, month, dayOfMonth), 'dateText');
    }
    case 'month':
      return text.month >= 1 && text.month <= 12
        ? checked(edge(text.year, text.month, 1, side), 'monthOnly')
        : 'not_a_date';
    case 'year':
      return checked(edge(text.year, 1, 12, side), 'yearOnly');
    case 'fiscalYear': {
      if (text.month !== null && text.from !== null && !column.spans)
        return checked(edge(text.from, text.month, 1, side), 'monthOnly');
      if (fiscalStartMonth === 1)
        return checked(edge(side === 'start' ? (text.from ?? text.to) : text.to, 1, 12, side), 'fiscalYear');
      return checked(edge(text.to - 1, fiscalStartMonth, 12, side), 'fiscalYear');
    }
    case 'half': {
      const year = fiscalStartMonth === 1 ? text.year : text.year - 1;
      return checked(edge(year, fiscalStartMonth + (text.half - 1) * 6, 6, side), 'fiscalYear');
    }
    case 'quarter': {
      if (fiscalStartMonth === 1 && text.from !== null) return 'fiscal_year_start_unknown';
      const year = fiscalStartMonth === 1 ? text.to : text.to - 1;
      return checked(edge(year, fiscalStartMonth + (text.quarter - 1) * 3, 3, side), 'fiscalYear');
    }
  }
}
