import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBytes } from '../../../electron/core/importing/decode.ts';
import { parseTable } from '../../../electron/core/importing/parseTable.ts';
import { Failure } from '../../../shared/contract/result.ts';
import { isIsoDate } from '../../../shared/domain/primitives.ts';
import { readDateText } from '../../../shared/exchange/values/dateText.ts';
import { readAmount } from '../../../shared/exchange/values/moneyText.ts';
import { resolveDate } from '../../../shared/exchange/values/resolveDate.ts';
import { fixture, importText } from './helpers.ts';

/** Imports, and says whether it worked; a Failure is an answer, anything else thrown is a bug. Schemas, preview = run and row counts are checked inside. */
async function survives(bytes: string | Uint8Array): Promise<boolean> {
  try {
    await importText(bytes);
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return false;
  }
}

const heads = ['australia-2026.csv', 'canada-2019.csv', 'uk-2021.csv', 'hhs_projects.csv'].map((name) =>
  readFileSync(fixture(name)).subarray(0, 12_000),
);

test('real lists with broken bytes never crash the importer, and what comes in is valid', {
  timeout: 120_000,
}, async () => {
  let imported = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...heads),
      fc.array(
        fc.record({ at: fc.nat(11_999), byte: fc.integer({ min: 0, max: 255 }), remove: fc.nat(40) }),
        { minLength: 1, maxLength: 25 },
      ),
      async (head, edits) => {
        let bytes = Buffer.from(head);
        for (const { at, byte, remove } of edits) {
          const place = at % bytes.length;
          if (remove > 20) bytes = Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + remove)]);
          else bytes[place] = byte;
        }
        imported += (await survives(bytes)) ? 1 : 0;
      },
    ),
    { numRuns: 120 },
  );
  // A property over files that are all refused would say nothing.
  expect(imported).toBeGreaterThan(30);
});

const cell = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'Total',
    '合计',
    'N/A',
    'TBC',
    '2012-30-09',
    '31.12.40',
    'Mar-21',
    '2023-24',
    '£1,234.5',
    '(5)',
    '5-10m',
    '12',
    '0',
    'Name',
    'Budget',
    '=1+1',
    '__proto__',
    'constructor',
    'Alpha; Beta',
    '"',
    'active',
    '已完成',
  ),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10)),
);
const headers = [
  'Id',
  'Name',
  'Start date',
  'End date',
  'Budget (£m)',
  'Capabilities',
  'Vendors',
  'Team',
  'Mode',
  'Status',
  'Programme',
  '预算',
  'x',
];

test('made-up tables of awkward cells: valid records, all rows accounted for, preview = run', {
  timeout: 120_000,
}, async () => {
  let imported = 0;
  await fc.assert(
    fc.asyncProperty(
      fc
        .uniqueArray(fc.constantFrom(...headers), { minLength: 1, maxLength: 9 })
        .map((some) => [...new Set([...some, 'Name'])]),
      fc.array(fc.array(cell, { maxLength: 11 }), { minLength: 1, maxLength: 14 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      async (header, rows, delimiter, newline) => {
        const quote = (text: string): string =>
          /[",;\t\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
        const text = [header, ...rows].map((row) => row.map(quote).join(delimiter)).join(newline);
        imported += (await survives(text)) ? 1 : 0;
      },
    ),
    { numRuns: 300 },
  );
  expect(imported).toBeGreaterThan(100);
});

test('decoding and splitting any bytes ends in text or in a Failure', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      try {
        const { text } = decodeBytes(bytes, 'x');
        const { table } = parseTable(text, 'x');
        expect(table.rows.length).toBe(table.lines.length);
        for (let index = 1; index < table.lines.length; index += 1)
          expect(table.lines[index]).toBeGreaterThan(table.lines[index - 1] ?? 0);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
      }
    }),
    { numRuns: 2000 },
  );
});

test('a text that is read as a date is a calendar day; a start never lies after the end of the same text', () => {
  const part = fc.constantFrom(
    '1',
    '01',
    '12',
    '13',
    '31',
    '2020',
    '2021-22',
    'Mar',
    'March',
    'FY',
    'Q4',
    '/',
    '-',
    '.',
    ' ',
    ',',
    '年',
    '月',
    '日',
    '99',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 7 }), fc.integer({ min: 1, max: 12 }), (parts, fiscal) => {
      const read = readDateText(parts.join(''));
      if (read === null) return;
      const [start, end] = (['start', 'end'] as const).map((side) =>
        resolveDate(read, { order: 'dayFirst', spans: true }, side, fiscal),
      );
      if (typeof start !== 'object' || typeof end !== 'object') return;
      expect(isIsoDate(start.date) && isIsoDate(end.date)).toBe(true);
      expect(start.date <= end.date).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

test('an amount written with groups, a currency and a scale is read as the number it stands for', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999_999 }),
      fc.constantFrom('', '£', '$', 'USD ', '€'),
      fc.constantFrom(['', null] as const, ['m', 1e6] as const, [' bn', 1e9] as const, ['k', 1e3] as const),
      (number, currency, [word, scale]) => {
        expect(readAmount(`${currency}${number.toLocaleString('en-US')}${word}`)).toMatchObject({
          value: number,
          scale,
        });
      },
    ),
  );
});
