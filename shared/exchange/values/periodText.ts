import { type DateText, readDateText } from './dateText.ts';
import { unknownWord } from './unknownWords.ts';

/** From when to when, as one cell says it; an end that is open or not known is null. */
export interface Period {
  readonly from: DateText | null;
  readonly to: DateText | null;
  /** False where the cell names one day, month or year, which is both. */
  readonly isRange: boolean;
}

/** What stands between two dates, the surest first; a hyphen also stands inside of them. */
const BETWEEN: readonly RegExp[] = [
  /\s*(?:→|⟶|->|~|～|至|到|—|–|−)\s*/g,
  /\s+(?:-|to|till|until|through|bis|au|al?|até|do|t\/m)\s+/gi,
  /-/g,
];
/** Signs that also stand inside one date: they are between two where a text is no date as a whole. */
const LOOSE = /\s*(?:\/|&|\band\b)\s*/g;
const OPEN =
  /^(?:now|today|present|ongoing|open(?: end)?|continuous|今|至今|现在|目前|长期|持续|heute|laufend|offen|계속|lfd\.?)?$/i;

/** One end alone: ab 07/2025, from 2024, 2025年3月起; bis 12/2025, until 2026, 2025年まで. */
const FROM =
  /^(?:ab|seit|from|since|starting|desde|a partir de|à partir de|dès|vanaf|从|自)\s*(.+)$|^(.+?)\s*(?:起|から|부터)$/i;
const UNTIL =
  /^(?:bis|until|till|by|jusqu['’](?:à|en)|hasta|até|tot|截至|至)\s*(.+)$|^(.+?)\s*(?:止|まで|까지)$/i;

/** The year that stands last in the second of two texts, or first in the first of them: both share it. */
const LAST_YEAR = /(?:f\.?y\.?\s*)?(?:\d{4}(?:\s*[/–-]\s*\d{2,4})?|'?\d{2})$/i;
const FIRST_YEAR = /^(?:f\.?y\.?\s*)?\d{4}\s*年?/i;
/** What stands behind the second of two numbers and belongs to both: 1-3月, 一至二季度. */
const SHARED_SIGN = /(?:月|季度|四半期|분기|월)$/;

/** Two times of which one alone names the year of both: Q1-Q2 2026, Jan – Mar 2026, 2026年1-3月. */
function sharingYear(first: string, second: string): readonly [DateText, DateText] | null {
  const sign = SHARED_SIGN.exec(second)?.[0] ?? '';
  const year = LAST_YEAR.exec(second)?.[0];
  const before = FIRST_YEAR.exec(first)?.[0];
  const from =
    readDateText(first) ??
    (before !== undefined && sign !== '' ? readDateText(`${first}${sign}`) : null) ??
    (year === undefined ? null : readDateText(`${first} ${year}`));
  if (from === null) return null;
  const to = readDateText(second) ?? (before === undefined ? null : readDateText(`${before}${second}`));
  return to === null || from.kind === 'year' || from.kind !== to.kind ? null : [from, to];
}

/** A year in short behind its mark, '23~'27, and the sign of a year that stands behind the second one alone: 112-115年. */
const SHORT_YEAR = /(?<!\d)['’](\d\d)(?!\d)/g;
const SHARED_YEAR_SIGN = /^(\d{2,4})(\s*[-~–—至]\s*\d{2,4}\s*年度?)$/;

/**
 * Reads `2022-2024`, `2024.3—2025.12`, `2023年3月至2024年12月`, `2024-02-01 → 2024-11-30`, `Q1-Q2 2026` or one date; null
 * for anything else.
 */
export function readPeriod(raw: string): Period | null {
  const said = raw.normalize('NFKC').trim();
  const one = readDateText(said);
  const text = one === null ? said.replace(SHORT_YEAR, '20$1').replace(SHARED_YEAR_SIGN, '$1年$2') : said;
  let shared: readonly [DateText, DateText] | null = null;
  for (const sign of one === null ? [...BETWEEN, LOOSE] : BETWEEN)
    for (const { index, 0: between } of text.matchAll(sign)) {
      const [first, second] = [text.slice(0, index).trim(), text.slice(index + between.length).trim()];
      const from = readDateText(first);
      const to = readDateText(second);
      // A lone hyphen behind a date opens no end: `2024-` may be a date that was cut.
      const isOpen = to === null && second !== '' && (OPEN.test(second) || unknownWord(second) !== null);
      if (from !== null && (to !== null || isOpen)) return { from, to, isRange: true };
      if (one === null) shared ??= sharingYear(first, second);
    }
  if (shared !== null) return { from: shared[0], to: shared[1], isRange: true };
  // Set apart by a blank, what joins two times says that the second is still open: 2025/07/01 - .
  const [, begun = '', ended = ''] = /^(\S.*?)\s+[-–—~→]$|^[-–—~→]\s+(.*\S)$/.exec(text) ?? [];
  const [opens, closes] = [readDateText(begun), readDateText(ended)];
  if (opens !== null || closes !== null) return { from: opens, to: closes, isRange: true };
  const after = FROM.exec(text);
  const from = after ? readDateText((after[1] ?? after[2] ?? '').trim()) : null;
  if (from !== null) return { from, to: null, isRange: true };
  const before = UNTIL.exec(text);
  const to = before ? readDateText((before[1] ?? before[2] ?? '').trim()) : null;
  if (to !== null) return { from: null, to, isRange: true };
  return one === null ? null : { from: one, to: one, isRange: false };
}

/** Whether most samples of a column of dates say from when to when. */
export const areRanges = (samples: readonly string[]): boolean =>
  samples.filter((sample) => readPeriod(sample)?.isRange ?? false).length * 2 > samples.length;

const HEADERS =
  /\btime ?(?:line|frame)$|^(?:period|project period|implementation period|start end|dates?|laufzeit|projektlaufzeit|zeitraum|projektzeitraum|umsetzungszeitraum|durchf[uü]hrungszeitraum|p[eé]riode|p[eé]riodo|per[ií]odo|vigencia|prosjektperiode|projektperiod|сроки? реализации|период реализации|сроки?)$|建设年限|建设周期|建设期限|起止|项目周期|实施周期|建设时间|期程|实施年限|实施期限|사업기간|期間|期间/;

/** Whether a column says from when to when its rows last: by its name, and by samples of which most are such, and one a range. */
export function holdsPeriods(phrase: string, samples: readonly string[]): boolean {
  if (!HEADERS.test(phrase)) return false;
  const periods = samples.map(readPeriod);
  const read = periods.filter((period) => period !== null);
  return read.length * 2 >= samples.length && read.some(({ isRange }) => isRange);
}
