import { describe, expect, test } from 'vitest';
import { readDateText } from '../../../shared/exchange/dateText.ts';

const day = (year: number, month: number, dayOfMonth: number) => ({
  kind: 'day',
  year,
  month,
  day: dayOfMonth,
});

describe('a date as other languages write it', () => {
  test.each([
    ['6. Januar 2025', day(2025, 1, 6)],
    ['1er février 2025', day(2025, 2, 1)],
    ['3 de março de 2025', day(2025, 3, 3)],
    ['2025. 3. 3.', day(2025, 3, 3)],
    ['2025년 3월 3일', day(2025, 3, 3)],
    ['2025年3月3日（月）', day(2025, 3, 3)],
    ['周一 2025/3/3', day(2025, 3, 3)],
    ['Mo 13.01.25', { kind: 'numbers', year: 2025, first: 13, second: 1 }],
    ['mar. 06/01/25', { kind: 'numbers', year: 2025, first: 6, second: 1 }],
    ['março de 2025', { kind: 'month', year: 2025, month: 3 }],
    ['2025년 3월', { kind: 'month', year: 2025, month: 3 }],
    ['2025. 3.', { kind: 'month', year: 2025, month: 3 }],
    ['Mar 25', { kind: 'month', year: 2025, month: 3 }],
    ['3T2025', { kind: 'quarter', to: 2025, quarter: 3 }],
    ['3º trimestre de 2025', { kind: 'quarter', to: 2025, quarter: 3 }],
    ['2. Quartal 2025', { kind: 'quarter', to: 2025, quarter: 2 }],
    ['S2 2025', { kind: 'half', year: 2025, half: 2 }],
    ['1. Halbjahr 2025', { kind: 'half', year: 2025, half: 1 }],
    ['2º semestre de 2025', { kind: 'half', year: 2025, half: 2 }],
  ])('%s', (text, found) => {
    expect(readDateText(text)).toMatchObject(found);
  });

  test.each(['Ende 2025', 'mi-2025', 'fin 2025', 'So 2025', 'Fr. Müller 12', '3 T', 'S3 2025'])(
    '%s is none, or none that is sure',
    (text) => {
      expect(readDateText(text)).toBeNull();
    },
  );
});
