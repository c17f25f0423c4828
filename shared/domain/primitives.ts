import { z } from 'zod';

/** A record's identifier: any non-empty text without control characters; new ones are UUIDs. */
export const idSchema = z
  .string()
  .min(1)
  .max(200)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
  .regex(/^[^\u0000-\u001f\u007f]+$/, 'control characters are not allowed in an id')
  // Records live in plain maps keyed by id; this one key would reach the prototype.
  .refine((id) => id !== '__proto__', { message: 'reserved id' });

const isLeap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** True for a real calendar day written YYYY-MM-DD (years 1900 to 2199), so 2012-30-09 and 2023-02-29 are not. */
export function isIsoDate(text: string): boolean {
  // Most texts that are asked about are no day, which their length tells.
  const match = text.length === 10 ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) : null;
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return false;
  const days = month === 2 && isLeap(year) ? 29 : MONTH_DAYS[month - 1];
  return days !== undefined && day <= days;
}

/** A calendar day, `YYYY-MM-DD`. */
export const isoDateSchema = z
  .string()
  .refine(isIsoDate, { message: 'not a calendar day written YYYY-MM-DD' });

/** An instant in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export const instantSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);

/** An amount in minor units (cents, fen) of the portfolio's currency; always a safe integer. */
const minorUnitsSchema = z.number().int().safe();
export const nonNegativeMoneySchema = minorUnitsSchema.min(0, 'money must not be negative');

/** A share between 0 and 1. */
export const shareSchema = z.number().min(0).max(1);
const finiteNonNegative = z.number().min(0);
export const monthsSchema = finiteNonNegative.max(1200);
export const peopleSchema = finiteNonNegative.max(100_000);
export const personDaysSchema = finiteNonNegative.max(100_000_000);
/** Projects running at the same time for the same people; 1 is dedicated. */
export const parallelSchema = z.number().min(1).max(50);
/** Calendar days of waiting. */
export const waitDaysSchema = finiteNonNegative.max(36_500);
/** A reading of a metric, in the metric's own unit. */
export const measureSchema = z.number().min(-1e15).max(1e15);
/** A calendar quarter, `YYYY-Qn` (years 1900 to 2199), whatever the fiscal year. */
export const quarterSchema = z.string().regex(/^(19|20|21)\d{2}-Q[1-4]$/, 'not a quarter written YYYY-Qn');
/** Importance and maturity steps. */
export const scaleSchema = z.number().int().min(1).max(5);

export const nameSchema = z.string().trim().min(1, 'a name is needed').max(500);
export const textSchema = z.string().max(100_000);

/** ISO 4217 code; the runtime's own currency data decides which exist. */
export const currencySchema = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .refine((code) => Intl.supportedValuesOf('currency').includes(code), { message: 'unknown currency' });
