import { dateFromSerial, getFormatDateInfo, getFormatInfo } from 'numfmt';

/** How a sheet shows the numbers of a cell, as far as it tells what they mean. */
export interface CellFormat {
  readonly kind: 'number' | 'percent' | 'money' | 'date' | 'dateTime' | 'month' | 'year' | 'time';
  /** What stands before the amount, such as `$` or `EUR `. */
  readonly before: string;
  /** A unit that stands after the number without dividing it, such as `m` or `万`; for months `月` when they are Chinese. */
  readonly after: string;
  /** Zeros that the number is filled up with at its front. */
  readonly digits: number;
  /** Present where the cell's text is struck through. */
  readonly struck?: true;
}

const PLAIN: CellFormat = { kind: 'number', before: '', after: '', digits: 0 };
/**
 * Formats that have a number instead of a code, with those of dates in East Asian versions of Excel. Those of money
 * show whatever currency the reader's own computer has, so they say none.
 */
const BUILT_IN: Readonly<Record<number, CellFormat['kind']>> = {
  9: 'percent',
  10: 'percent',
  ...Object.fromEntries([14, 15, 16].map((id) => [id, 'date'])),
  17: 'month',
  ...Object.fromEntries([18, 19, 20, 21, 45, 46, 47].map((id) => [id, 'time'])),
  22: 'dateTime',
  ...Object.fromEntries(Array.from({ length: 10 }, (_, n) => [27 + n, 'date'])),
  ...Object.fromEntries(Array.from({ length: 9 }, (_, n) => [50 + n, 'date'])),
};
/** The longest number format that a sheet may have. */
const LONGEST_CODE = 255;
/** Words of formats for a unit, and how amounts in text write it. */
const UNITS: Readonly<Record<string, string>> = {
  k: 'k',
  m: 'm',
  mn: 'm',
  mio: 'm',
  million: 'm',
  bn: 'bn',
  billion: 'bn',
  万: '万',
  亿: '亿',
};

/** Formats that Excel calls by a name, in pages and in XML, with their codes. */
const NAMED: Readonly<Record<string, string>> = {
  general: 'General',
  'general number': 'General',
  'general date': 'yyyy-mm-dd hh:mm',
  'long date': 'yyyy-mm-dd',
  'medium date': 'yyyy-mm-dd',
  'short date': 'yyyy-mm-dd',
  'long time': 'hh:mm:ss',
  'medium time': 'hh:mm',
  'short time': 'hh:mm',
  fixed: '0.00',
  standard: '#,##0.00',
  percent: '0.00%',
  scientific: '0.00E+00',
  // Money of the reader's own computer, which says no currency.
  currency: '#,##0.00',
  'euro currency': '[$€]#,##0.00',
  'yes/no': 'General',
  'true/false': 'General',
  'on/off': 'General',
};

/** The code of a number format that may be called by a name: `Short Date`. */
export const codeOfFormat = (format: string): string => NAMED[format.trim().toLowerCase()] ?? format;

/** What a number format says: its code (`#,##0.00 [$€-407]`), or its number where it has none. */
export function readCellFormat(code: string | undefined, id: number): CellFormat {
  if (code === undefined) {
    const kind = BUILT_IN[id];
    return kind === undefined ? PLAIN : { ...PLAIN, kind };
  }
  // No program writes longer ones; a hostile file does.
  if (code.length > LONGEST_CODE) return PLAIN;
  const { type, isDate, isPercent } = getFormatInfo(code);
  // The first section is the one for positive numbers.
  const section = (splitSections(code)[0] ?? code).trim();
  if (isDate) {
    if (type === 'time') return { ...PLAIN, kind: 'time' };
    const { day, month } = getFormatDateInfo(code);
    if (day) return { ...PLAIN, kind: type === 'datetime' ? 'dateTime' : 'date' };
    return { ...PLAIN, kind: month ? 'month' : 'year', after: code.includes('月') ? '月' : '' };
  }
  if (isPercent) return { ...PLAIN, kind: 'percent' };
  const before = currencyOf(section);
  const after = unitOf(section);
  if (before !== '') return { ...PLAIN, kind: 'money', before, after };
  const zeros = /^0{2,}$/.exec(section);
  return { ...PLAIN, after, digits: zeros ? section.length : 0 };
}

function splitSections(code: string): string[] {
  const sections: string[] = [''];
  for (const piece of code.match(/"[^"]*"|\[[^\]]*\]|\\.|;|[^"[\\;]+|./gs) ?? []) {
    if (piece === ';') sections.push('');
    else sections[sections.length - 1] += piece;
  }
  return sections;
}

function currencyOf(section: string): string {
  const tagged = /\[\$([^\]-]+)(?:-[0-9a-f]+)?\]/i.exec(section)?.[1]?.trim();
  const written = tagged ?? /[$€£¥₹₩₽₺฿]/.exec(section.replace(/\[[^\]]*\]/g, ''))?.[0];
  const word = written ?? /"\s*([A-Z]{3})\s*"/.exec(section)?.[1];
  if (word === undefined || word === '') return '';
  return /^[A-Z]{3}$/.test(word) ? `${word} ` : word;
}

function unitOf(section: string): string {
  // A comma at the end divides what is shown: then the number itself is whole, and the unit only for the eye.
  if (/[0#?],+(?![0#?])/.test(section)) return '';
  const word = /[0#?]\s*(?:"\s*([^"]+?)\s*"|\\?([kKmM万亿]))\s*$/.exec(section);
  return UNITS[(word?.[1] ?? word?.[2] ?? '').toLowerCase()] ?? '';
}

/** A number in plain digits, to the 15 that a sheet keeps. */
export function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const text = String(Number(value.toPrecision(15)));
  if (!text.includes('e')) return text;
  return Math.abs(value) >= 1
    ? BigInt(Math.round(value)).toString()
    : value.toFixed(20).replace(/0+$/, '').replace(/\.$/, '');
}

const two = (value: number): string => String(value).padStart(2, '0');
/** Serials of 1 January 1900 and of the last day of 9999. */
const LAST_SERIAL = 2_958_465;
/** Days from the first day of one date system to that of the other. */
const DAYS_1904 = 1462;

/** Whether a number can be a day as sheets count them. */
export const isSerial = (value: number, is1904: boolean): boolean =>
  value >= (is1904 ? 0 : 1) && value < LAST_SERIAL + 1 - (is1904 ? DAYS_1904 : 0);

/**
 * The day of a serial number, as `2026-01-31`, with ` 14:30` where it has a time. Systems of 1900 know a 29 February
 * 1900 that never was: it is told as 1 March. The number must be a serial.
 */
export function serialText(value: number, is1904: boolean): string {
  const serial = is1904 ? value + DAYS_1904 : value;
  const [year, month, day, hour, minute] = dateFromSerial(serial);
  const never = year === 1900 && month === 2 && day === 29;
  const date = never ? '1900-03-01' : `${year}-${two(month)}-${two(day)}`;
  return hour + minute > 0 ? `${date} ${two(hour)}:${two(minute)}` : date;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A month in words, since `2011-12` may as well be a fiscal year. */
function monthText(day: string, chinese: boolean): string {
  const month = Number(day.slice(5, 7));
  return chinese ? `${day.slice(0, 4)}年${month}月` : `${MONTHS[month - 1]} ${day.slice(0, 4)}`;
}

/** The text of a number as its sheet means it: with sign, percent and unit, but never rounded. */
export function numberText(value: number, format: CellFormat, is1904: boolean): string {
  switch (format.kind) {
    case 'date':
    case 'dateTime':
      return isSerial(value, is1904) ? serialText(value, is1904) : plainNumber(value);
    // A sheet that shows `October 2020` says a month: its first day is only how it is stored.
    case 'month':
      return isSerial(value, is1904)
        ? monthText(serialText(value, is1904), format.after === '月')
        : plainNumber(value);
    case 'year':
      return isSerial(value, is1904) ? serialText(value, is1904).slice(0, 4) : plainNumber(value);
    case 'time': {
      const minutes = Math.round(value * 24 * 60);
      return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
    }
    case 'percent':
      return `${plainNumber(value * 100)}%`;
    case 'money':
      return value < 0
        ? `-${format.before}${plainNumber(-value)}${format.after}`
        : `${format.before}${plainNumber(value)}${format.after}`;
    default: {
      const text = plainNumber(value);
      return format.digits > text.length ? text.padStart(format.digits, '0') : `${text}${format.after}`;
    }
  }
}
