/**
 * The first, middle or last month of a longer time; or a third of it, as "early" and "late" mean by convention, and 上旬,
 * 中旬 and 下旬 for the days of a month.
 */
export type DatePart = 'begin' | 'middle' | 'end' | 'firstThird' | 'middleThird' | 'lastThird';

/** Words before a time. What begins or ends says one month; what is early or late says a third of the time. */
const BEFORE: readonly (readonly [DatePart, RegExp])[] = [
  [
    'begin',
    /^(?:(?:the )?(?:beginning|start|begin) (?:of )?|anfang |beginn |début (?:de )?|debut (?:de )?|inicios? de |início de |comienzos? de |(?:a )?principios de |inizio |begin |primo |början av |starten av |начало )/i,
  ],
  [
    'middle',
    /^(?:mid[- ]|(?:the )?middle of |mitte |mi-|milieu |mediados de |meados de |metà |medio |midden |mitten av |midten av |середина )/i,
  ],
  [
    'end',
    /^(?:(?:the )?end (?:of )?|eoy |eo(?=q)|year[- ]end |ende |fin (?:de )?|final de |fim de |fine |eind |einde |ultimo |slutet av |slutten av |koniec |конец )/i,
  ],
  ['firstThird', /^(?:(?:in )?early(?: in)?[- ]|frühes? |früh im jahr |vroeg in |tidigt |tidlig i )/i],
  ['lastThird', /^(?:(?:in )?late(?: in)?[- ]|spätes? |(?:a )?finales de |finais de |laat in )/i],
];
const BEHIND: readonly (readonly [DatePart, RegExp])[] = [
  ['firstThird', /\s*(?:上旬|初旬|초순|상순)$/],
  ['middleThird', /\s*(?:中旬|중순)$/],
  ['lastThird', /\s*(?:下旬|하순)$/],
  ['begin', /\s*(?:(?<=年)年初|初|初め|초)$/],
  ['middle', /\s*(?:(?<=年)年中|中)$/],
  ['end', /\s*(?:(?<=年)年[底末]|末|底|末まで|말)$/],
];

/** Takes `Ende 2025`, `early 2026`, `end of Q2 2025`, `2025年底` apart; null where no such word stands there. */
export function partOfTime(text: string): { readonly part: DatePart; readonly rest: string } | null {
  if (!/[\d〇零一二三四五六七八九]/.test(text)) return null;
  for (const [part, words] of BEFORE) {
    const rest = text.replace(words, '');
    if (rest !== text) return { part, rest };
  }
  // 月中旬 and 年中 stand behind the sign of their month or year, which stays.
  for (const [part, words] of BEHIND) {
    const rest = text.replace(words, '');
    if (rest !== text && /[年月度期월년\d]$/.test(rest)) return { part, rest };
  }
  return null;
}

/**
 * A season of a year; a winter, or what lies in another hemisphere over the end of the year, needs both of its years.
 */
export interface Season {
  /** The month in which it begins in the northern half of the world. */
  readonly month: 3 | 6 | 9 | 12;
  readonly year: number;
  /** The year in which it ends, where the text names two. */
  readonly to: number | null;
}

const SEASONS: readonly (readonly [Season['month'], string])[] = [
  [3, 'spring|fr(?:ü|ue)hjahr|fr(?:ü|ue)hling|printemps|primavera|voorjaar|lente|vår|forår|春|春季|春天|봄'],
  [6, 'summer|sommer|été|verano|verão|estate|zomer|sommar|夏|夏季|夏天|여름'],
  [9, 'autumn|fall|herbst|automne|otoño|outono|autunno|herfst|najaar|höst|efterår|høst|秋|秋季|秋天|가을'],
  [12, 'winter|hiver|invierno|inverno|vinter|冬|冬季|冬天|겨울'],
];
const YEARS = '(\\d{4})(?:\\s*[/–-]\\s*(\\d{4}|\\d{2}))?';
const seasonPatterns = SEASONS.map(
  ([month, words]) =>
    [
      month,
      new RegExp(
        `^(?:(?:im|in|in the|en|au|à l’|à l'|de|no|na|i) )?(?:${words})(?: (?:of|de|del|do|da))? ?${YEARS}$`,
        'i',
      ),
      new RegExp(`^${YEARS}\\s?年?\\s?(?:${words})$`, 'i'),
    ] as const,
);

/** Reads `spring 2026`, `Winter 2025/26`, `2026年春季`; null for anything else. */
export function readSeason(text: string): Season | null {
  for (const [month, before, behind] of seasonPatterns) {
    const match = before.exec(text) ?? behind.exec(text);
    if (!match) continue;
    const year = Number(match[1]);
    if (match[2] === undefined) return { month, year, to: null };
    const to = match[2].length === 2 ? Math.floor(year / 100) * 100 + Number(match[2]) : Number(match[2]);
    return to === year + 1 ? { month, year, to } : null;
  }
  return null;
}

/** A calendar week as ISO 8601 counts it, from Monday on; the number is as it is written. */
export interface Week {
  readonly year: number;
  readonly week: number;
}

const WEEK = '(?:kw|cw|calendar week|kalenderwoche)\\.?';
const SHORT_YEAR = "\\s?[-/.,\\s]\\s?'?(\\d{4}|\\d{2})";
const WEEKS = new RegExp(
  `^${WEEK}\\s?(\\d{1,2})${SHORT_YEAR}$|^(\\d{1,2})\\.\\s?(?:kw|kalenderwoche)${SHORT_YEAR}$`,
  'i',
);
const WEEKS_LAST = new RegExp(
  `^(\\d{4})\\s?[-/.,]?\\s?(?:${WEEK}|w)\\s?(\\d{1,2})$|^(\\d{4})\\s*年\\s*第?\\s*(\\d{1,2})\\s*[周週]$`,
  'i',
);

/**
 * Reads `KW 12 2026`, `CW12/26`, `12. KW 2026`, `2026-W12`, `2026年第12周`; null for anything else, and for a bare "week",
 * which not everybody counts so.
 */
export function readWeek(text: string): Week | null {
  const behind = WEEKS.exec(text);
  if (behind) {
    const year = behind[2] ?? behind[4] ?? '';
    return { year: Number(year.length === 2 ? `20${year}` : year), week: Number(behind[1] ?? behind[3]) };
  }
  const before = WEEKS_LAST.exec(text);
  return before && { year: Number(before[1] ?? before[3]), week: Number(before[2] ?? before[4]) };
}
