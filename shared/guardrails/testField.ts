import type { FieldTest } from './rules.ts';

/** Whether a record passes a test; null where its field is not known and the test asks for its value. */
export function passes(record: Readonly<Record<string, unknown>>, test: FieldTest): boolean | null {
  const value = record[test.field];
  const known = value !== null && value !== undefined && value !== '';
  if (test.comparison === 'known') return known;
  if (test.comparison === 'unknown') return !known;
  if (!known || test.value === null) return null;
  const order = compare(value, test.value);
  if (order === null) return null;
  switch (test.comparison) {
    case 'atMost':
      return order <= 0;
    case 'atLeast':
      return order >= 0;
    case 'is':
      return order === 0;
    case 'isNot':
      return order !== 0;
  }
}

/** Negative, zero or positive; null where the two are of different kinds. ISO days compare as words. */
function compare(value: unknown, other: number | string): number | null {
  if (typeof value === 'number' && typeof other === 'number') return value - other;
  if (typeof value !== 'string' || typeof other !== 'string') return null;
  const [a, b] = [value.trim().toLowerCase(), other.trim().toLowerCase()];
  return a === b ? 0 : a < b ? -1 : 1;
}
