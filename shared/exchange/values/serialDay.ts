import { isoDay } from '../../domain/time.ts';

/** Days from the first day of a sheet's counting to 1970-01-01; its 29 February 1900 never was. */
const FROM_1900 = 25_569;
const FROM_1904 = 24_107;
/** Serials of 1950 to 2150: five digits elsewhere are rather amounts. */
const FIRST = 18_264;
const LAST = 91_312;

/** Whether a text is a number that a sheet would count as a day of 1950 to 2150, by either of its ways of counting. */
export const looksLikeSerial = (text: string): boolean =>
  /^\d{5}(?:\.\d+)?$/.test(text) && Number(text) >= FIRST - FROM_1900 + FROM_1904 && Number(text) <= LAST;

/** The ISO day of a sheet's serial number that stands there without a date format; null for any other text. */
export function serialDay(text: string, from1904: boolean): string | null {
  if (!looksLikeSerial(text)) return null;
  return isoDay(Math.floor(Number(text)) - (from1904 ? FROM_1904 : FROM_1900));
}
