import { addCalendarMonths, dayNumber, isoDay } from '../../domain/time.ts';
import { profileColumns } from '../columns/columnProfile.ts';
import { detectSubject } from '../plan/detectSubject.ts';
import { isBlank, tidyLine } from '../table/cellText.ts';
import { columnCells } from '../table/rows.ts';
import type { Table } from '../table/table.ts';
import { dateEvidence } from '../values/dateEvidence.ts';
import { columnDates } from '../values/dateOrders.ts';
import { readDateText } from '../values/dateText.ts';
import { resolveDate } from '../values/resolveDate.ts';
import { firstRows, namedColumns, nameFor, withColumns, withNote } from './madeColumns.ts';

const DURATION =
  /\b(?:duration|durée|duree|duración|duracion|duração|duracao|dauer|projektdauer|laufzeit|looptijd|durata|plazo|prazo)\b|工期|周期|期限|历时|期間|기간/;
/** Units of time in months; days may be days of work or of the calendar, and are left. */
const UNITS: readonly (readonly [months: number, RegExp])[] = [
  [12, /^(?:y|yrs?|years?|ans?|années?|a[nñ]os?|jahre?n?|anni|anno|jaar|年|년)$/i],
  [3, /^(?:q|qtrs?|quarters?|trimestres?|quartale?|trimestri|季度?|분기)$/i],
  [
    1,
    /^(?:m|mo|mos|mths?|months?|mois|mes(?:es)?|m[eê]s|monate?n?|mesi|maand(?:en)?|个月|個月|か月|ヶ月|カ月|月|개월)$/i,
  ],
];
const WEEKS = /^(?:w|wks?|weeks?|semaines?|semanas?|wochen?|weken|settimane|周|週間?|주)$/i;
const CELL = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*(\D*)$/;
/** So many of the cells of the column must be such times, so that it holds nothing else. */
const MOST = 0.8;

/** A time that something lasts. */
interface Length {
  readonly months: number;
  readonly days: number;
}

/** Reads `18 months`, `6 Q`, `1,5 ans`, `3年`; a bare number in the unit that the header says. Null for anything else. */
export function readLength(text: string, headerUnit: string): Length | null {
  const [, digits = '', said = ''] = CELL.exec(text.normalize('NFKC')) ?? [];
  const unit = said.trim() === '' ? headerUnit : said.trim().replace(/\.$/, '');
  const count = Number(digits.replace(',', '.'));
  if (digits === '' || unit === '' || !(count > 0)) return null;
  if (WEEKS.test(unit)) return Number.isInteger(count) ? { months: 0, days: count * 7 } : null;
  const months = count * (UNITS.find(([, pattern]) => pattern.test(unit))?.[0] ?? 0);
  return months > 0 && Number.isInteger(months) ? { months, days: 0 } : null;
}

/** The last day of a time that begins on a day. */
const lastDay = (start: string, { months, days }: Length): string =>
  isoDay(dayNumber(months > 0 ? addCalendarMonths(start, months) : start) + days - 1);

/**
 * A list whose initiatives have a start and say in months, quarters, years or weeks how long they last, and that has no
 * end, with one, and a note of it. Only where every start is a day that can be read in one way. Any other table stays as
 * it is.
 */
export function addEnds(table: Table): Table {
  const named = namedColumns(table);
  if (named === null) return table;
  const { headerRow, width, names, headers } = named;
  const lasting = headers.findIndex(({ phrase }) => DURATION.test(phrase));
  if (lasting === -1) return table;
  const firstRow = headerRow + 1;
  const headerUnit = /[（([]\s*([^()（）[\]]+?)\s*[)）\]]/.exec(names[lasting] ?? '')?.[1] ?? '';
  const lengths = [...columnCells(table.rows, lasting, firstRow)].filter((cell) => !isBlank(cell));
  const read = lengths.filter((cell) => readLength(tidyLine(cell).text, headerUnit) !== null);
  if (read.length === 0 || read.length < lengths.length * MOST) return table;
  const profiles = profileColumns(firstRows(table, headerRow), width, firstRow);
  const { subject, matches } = detectSubject(headers, profiles);
  const start = matches.get('startDate')?.column;
  const isUsed = [...matches.values()].some(({ column }) => column === lasting);
  if (subject !== 'initiatives' || start === undefined || matches.has('endDate') || isUsed) return table;
  const texts = [...columnDates(table, start, firstRow).values()];
  const { order } = dateEvidence(texts);
  if (order === null && texts.some((text) => text?.kind === 'numbers')) return table;
  const cell = (row: readonly string[]): string => {
    const length = readLength(tidyLine(row[lasting] ?? '').text, headerUnit);
    const day = readDateText(tidyLine(row[start] ?? '').text);
    if (length === null || day === null) return '';
    const from = resolveDate(day, { order: order ?? 'yearFirst', spans: false }, 'start', 1);
    return typeof from === 'string' || day.kind === 'fiscalYear' ? '' : lastDay(from.date, length);
  };
  // The name of the start beside it would claim to be the start.
  const name = `${nameFor('endDate', names)} (${names[lasting] ?? ''})`;
  const noted = withNote(table, 'endsAdded', [names[start] ?? '', names[lasting] ?? '']);
  return withColumns(noted, headerRow, width, [{ name, cell }]);
}
