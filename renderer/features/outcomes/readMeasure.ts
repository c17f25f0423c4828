import { type Parsed, parseNumber } from '../../ui/parse.ts';
import { needed } from '../../ui/readers.ts';

/** A reading or target in the metric's own unit, which may be below zero; empty is unknown. */
export function readMeasure(text: string): Parsed<number | null> {
  const clean = text.normalize('NFKC').trim();
  const isNegative = /^[-−]/.test(clean);
  const number = parseNumber(isNegative ? clean.slice(1) : clean);
  if (!number.ok || number.value === null || !isNegative) return number;
  return { ok: true, value: number.value === 0 ? 0 : -number.value };
}

/** As `readMeasure`, where a value is needed. */
export const readNeededMeasure = (text: string): Parsed<number> => needed(readMeasure(text));
