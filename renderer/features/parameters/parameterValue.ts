import { isPercent, type ParameterInfo } from '../../../shared/model/parameterTable.ts';
import { parseNumber } from '../../ui/parse.ts';

/** A parameter's value as the records keep it. */
export type ParameterValue = number | boolean | string | readonly number[];

/** Why typed text is no value of a parameter; a sentence of the `parameters` area. */
export type InvalidParameter =
  | 'invalid.number'
  | 'invalid.share'
  | 'invalid.negative'
  | 'invalid.positive'
  | 'invalid.least'
  | 'invalid.whole'
  | 'invalid.table';

export type ReadParameter =
  | {
      readonly ok: true;
      readonly value: ParameterValue /** Outside the plausible range, yet computable. */;
      readonly outside: boolean;
    }
  | { readonly ok: false; readonly reason: InvalidParameter };

/** Shares are typed as percentages; binary dust of the division is rounded away. */
const fromPercent = (percent: number): number => Number((percent / 100).toPrecision(12));

/** The text by which a value is typed: shares and rates as percentages, a table with spaces. */
export function typedText(info: ParameterInfo, value: ParameterValue): string {
  if (typeof value === 'number') {
    return String(isPercent(info.unit) ? Number((value * 100).toPrecision(12)) : value);
  }
  if (typeof value === 'object') return value.map((each) => Number((each * 100).toPrecision(12))).join(' ');
  return String(value);
}

/** Reads typed text as a value of the parameter and checks what the model can compute at all. */
export function readParameter(info: ParameterInfo, text: string): ReadParameter {
  if (info.kind === 'table') return readTable(text);
  const plain = text.normalize('NFKC').trim();
  const signed = plain.endsWith('%');
  const typed = parseNumber(signed ? plain.slice(0, -1) : plain);
  if (!typed.ok && typed.reason === 'invalid.negative') return { ok: false, reason: typed.reason };
  if (!typed.ok || typed.value === null) return { ok: false, reason: 'invalid.number' };
  // Whoever writes the sign means it, also where the unit has none.
  const value = signed || isPercent(info.unit) ? fromPercent(typed.value) : typed.value;
  switch (info.limit) {
    case 'share':
      if (value > 1) return { ok: false, reason: 'invalid.share' };
      break;
    case 'positive':
      if (value <= 0) return { ok: false, reason: 'invalid.positive' };
      break;
    case 'at_least_one':
      if (value < 1) return { ok: false, reason: 'invalid.least' };
      break;
    case 'whole_positive':
      if (!Number.isInteger(value) || value < 1) return { ok: false, reason: 'invalid.whole' };
      break;
    case 'not_negative':
    case 'any':
      break;
  }
  const outside = (info.min !== null && value < info.min) || (info.max !== null && value > info.max);
  return { ok: true, value, outside };
}

function readTable(text: string): ReadParameter {
  const shares = text
    .normalize('NFKC')
    .split(/[\s;·]+/)
    .map((each) => each.replace('%', ''))
    .filter((each) => each !== '')
    .map((each) => fromPercent(Number(each)));
  const good =
    shares.length > 0 && shares.length <= 20 && shares.every((share) => share >= 0 && share <= 0.9);
  return good ? { ok: true, value: shares, outside: false } : { ok: false, reason: 'invalid.table' };
}

/** True when two values are the same. */
export function sameValue(a: ParameterValue, b: ParameterValue): boolean {
  if (typeof a === 'object' && typeof b === 'object') {
    return a.length === b.length && a.every((each, k) => each === b[k]);
  }
  return a === b;
}
