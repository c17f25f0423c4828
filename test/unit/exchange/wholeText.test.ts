import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRecordIds } from '../../../electron/core/importing/recordIds.ts';
import { cutText, tidyLine } from '../../../shared/exchange/table/cellText.ts';
import { importText } from './helpers.ts';

describe('cutting text', () => {
  test('never leaves half a character, nor more or less than asked for', () => {
    expect(cutText('ab😀', 3)).toBe('ab');
    expect(cutText('ab😀', 4)).toBe('ab😀');
    expect(cutText('a😀b', 3)).toBe('a😀');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 12 }), (text, length) => {
        const cut = cutText(text, length);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.isWellFormed()).toBe(true);
        expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, length) - 1);
        expect(cut.length).toBeLessThanOrEqual(length);
      }),
    );
  });

  test('keeps what an import shortens or spreads over several keys whole', async () => {
    const long = `x${'😀'.repeat(70_000)}`;
    const { changes } = await importText(
      `Project name,Description,Remark\n${long.slice(0, 1201)},${long},${long}`,
    );
    const [initiative] = changes.add.initiative ?? [];
    if (!initiative) throw new Error('nothing was imported');
    const texts = [initiative.name, initiative.description, ...Object.values(initiative.extra)];
    for (const text of texts) expect(text.isWellFormed()).toBe(true);
    expect(initiative.name).toHaveLength(499);
    const remark = Object.entries(initiative.extra).filter(([key]) => key.startsWith('Remark'));
    expect(remark.map(([, text]) => text).join('')).toBe(long);
    expect(changes.wellFormed).toBe(true);
  });
});

test('a line is tidied the same whether or not its first look finds it tidy', () => {
  const odd = fc.constantFrom(
    ' ',
    'a',
    '中',
    '\t',
    '\u00a0',
    '\u0085',
    '\u1680',
    '\u2003',
    '\u2028',
    '\u3000',
    '\ufeff',
    '\u200b',
  );
  fc.assert(
    fc.property(fc.array(odd, { maxLength: 6 }), (parts) => {
      const raw = parts.join('');
      const untidy = /^\s|\s$|[\t\n\r\v\f\u00a0\u200b\u2007\u202f\u3000\ufeff]| {2}/.test(raw);
      expect(tidyLine(raw).whitespace).toBe(untidy);
      expect(tidyLine(raw).text).toBe(untidy ? raw.replace(/[\s\u200b\ufeff]+/g, ' ').trim() : raw);
    }),
    { numRuns: 2000 },
  );
});

describe('ids of an import', () => {
  test('are UUIDs of version 7, rise, and never repeat, also past one beginning and when the clock stands still', () => {
    const next = createRecordIds(() => 1_700_000_000_000);
    let before = '';
    for (let index = 0; index < 140_000; index += 1) {
      const id = next();
      if (id <= before) throw new Error(`${id} after ${before}`);
      before = id;
    }
    expect(before).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(createRecordIds(() => 1_700_000_000_000)()).not.toBe(createRecordIds(() => 1_700_000_000_000)());
  });
});
