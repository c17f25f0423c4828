import type { Language } from '../../../shared/text/area.ts';
import { formatNumber, formatPercent } from '../../../shared/text/format.ts';
import type { Say } from '../../i18n.ts';
import type { TickName } from './axis.ts';
import type { TimelineWords } from './layout.ts';

/** What the words of a timeline are made from, in one language. */
export interface TimelineSpeech {
  readonly say: Say<'timeline'>;
  readonly mode: (mode: 'project' | 'product') => string;
  readonly language: Language;
  readonly number: (value: number, digits?: number) => string;
  readonly percent: (share: number) => string;
  /** A day number as a date in full. */
  readonly date: (day: number) => string;
  readonly month: (month: number, year: number, long: boolean) => string;
  readonly dayOfMonth: (day: number) => string;
}

const DAY_MS = 86_400_000;

/** Binds sentences and formats; formats are made once, since a timeline says hundreds of dates. */
export function timelineSpeech(
  say: Say<'timeline'>,
  mode: TimelineSpeech['mode'],
  language: Language,
): TimelineSpeech {
  const locale = language === 'en' ? 'en-GB' : language;
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const dates = format({ dateStyle: 'medium' });
  const months = format({ month: 'short' });
  const monthYears = format({ month: 'long', year: 'numeric' });
  const days = format({ day: 'numeric' });
  return {
    say,
    mode,
    language,
    number: (value, digits = 0) => formatNumber(value, language, digits),
    percent: (share) => formatPercent(share, language),
    date: (day) => dates.format(day * DAY_MS),
    month: (month, year, long) => (long ? monthYears : months).format(Date.UTC(year, month, 1)),
    dayOfMonth: (day) => days.format(day * DAY_MS),
  };
}

/** The words inside the drawing. */
export function timelineWords(
  speech: TimelineSpeech,
  context: {
    readonly fiscal: boolean;
    readonly writable: boolean;
    readonly dataDate: number | null;
  },
): TimelineWords {
  const { say, number, percent } = speech;
  return {
    tick: (name) => tickWords(name, speech, context.fiscal),
    noDates: say(context.writable ? 'noDates' : 'noDatesReadOnly'),
    endUnknown: say('endUnknown'),
    startUnknown: say('startUnknown'),
    today: say('today'),
    dataDate:
      context.dataDate === null ? say('dataDate') : `${say('dataDate')} ${speech.date(context.dataDate)}`,
    tooEarly: (days) => say('tooEarly', { count: days }),
    dates: (start, end) => datesWords(start, end, speech),
    count: (count) => number(count),
    people: (people) => number(people, people < 100 ? 1 : 0),
    overload: (share) => say('load.overload', { percent: percent(share) }),
    loadUnknown: say('load.unknown'),
  };
}

/** From the first to the last day; `end` is the first day after. Whatever is unknown is left out. */
export function datesWords(start: number | null, end: number | null, speech: TimelineSpeech): string {
  const { say, date } = speech;
  if (start === null && end === null) return say('dates.none');
  if (start === null) return say('dates.until', { end: date(end! - 1) });
  if (end === null) return say('dates.from', { start: date(start) });
  return say('dates.both', { start: date(start), end: date(end - 1) });
}

/** A year is written as digits, never grouped; a fiscal one by its last two. */
function tickWords(name: TickName, { say, month, dayOfMonth }: TimelineSpeech, fiscal: boolean): string {
  switch (name.kind) {
    case 'year':
      return say('tick.year', { year: String(name.year) });
    case 'fiscalYear':
      return say('tick.fiscalYear', { year: String(name.year) });
    case 'quarter':
      return say(fiscal ? 'tick.quarterFiscal' : 'tick.quarter', {
        quarter: name.quarter,
        year: String(name.year),
      });
    case 'quarterShort':
      return say('tick.quarterShort', { quarter: name.quarter });
    case 'month':
      return month(name.month, name.year, true);
    case 'monthShort':
      return month(name.month, name.year, false);
    case 'day':
      return dayOfMonth(name.day);
  }
}
