import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { decodeBytes, readBytes } from '../../../electron/core/importing/decode.ts';
import { parseTable } from '../../../electron/core/importing/parseTable.ts';
import { cellAt, columnCells, TextRows } from '../../../shared/exchange/table/rows.ts';
import { fixture } from './helpers.ts';

/** Cells that need care: marks, delimiters and line ends inside, blanks around, other scripts. */
const cell = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '"',
    '""',
    'a "b" c',
    ',',
    '1,200',
    'two\nlines',
    '理赔上线',
    '𠮷',
    '\ufeff',
    '=A1',
  ),
  fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', ';', '\n', ' ', '中', '1'), maxLength: 12 }),
);
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 30 });
const piece = fc.integer({ min: 1, max: 200 });

const asParsed = (text: string, size: number) => {
  const { rows, lines, unquotedLines } = parseTable(text, 'list.csv', ',', size).table;
  return { rows: [...rows], lines, unquotedLines };
};

describe('rows that stay in the text of their file', () => {
  test('are what the parser reads in the whole text, wherever it is cut into pieces', () => {
    fc.assert(
      fc.property(table, piece, fc.boolean(), (cells, size, quotes) => {
        const text = Papa.unparse(cells, { newline: '\n', delimiter: ',', quotes });
        fc.pre(text.trim() !== '');
        // Lines that are a single cell each, with the delimiter in it, are a list that was never split.
        fc.pre(!cells.every(([cell = '', ...others]) => others.length === 0 && /[,;]/.test(cell)));
        const body = text.endsWith('\n') ? text.slice(0, -1) : text;
        const { data } = Papa.parse<string[]>(body, { delimiter: ',', newline: '\n' });
        const { rows } = asParsed(text, size);
        expect(rows).toEqual(data);
      }),
      { numRuns: 2000 },
    );
  });

  test('are the same for any piece where marks are out of place', () => {
    const loose = fc.string({ unit: fc.constantFrom('a', 'b', '"', '"', ',', '\n', ' '), maxLength: 120 });
    fc.assert(
      fc.property(loose, piece, (text, size) => {
        fc.pre(text.trim() !== '');
        expect(asParsed(text, size)).toEqual(asParsed(text, Number.POSITIVE_INFINITY));
      }),
      { numRuns: 5000 },
    );
  });

  test('are the same for any piece in every real list', async () => {
    const lists = readdirSync(fixture('.')).filter((name) => name.endsWith('.csv'));
    expect(lists.length).toBeGreaterThan(3);
    for (const name of lists) {
      const { text } = decodeBytes(await readBytes(fixture(name), name), name);
      const whole = parseTable(text, name, undefined, Number.POSITIVE_INFINITY).table;
      for (const size of [5_000, 64_000]) {
        const { rows, lines, unquotedLines } = parseTable(text, name, undefined, size).table;
        expect([...rows], name).toEqual([...whole.rows]);
        expect({ lines, unquotedLines }, name).toEqual({
          lines: whole.lines,
          unquotedLines: whole.unquotedLines,
        });
      }
    }
  });

  test('give a row, a stretch of rows, a cell and a column', () => {
    const { rows } = parseTable('a,"b ""c"" d",e\n1\n"x,y",,"",z\n', 'list.csv', ',', 64).table;
    expect(rows).toBeInstanceOf(TextRows);
    expect(rows.length).toBe(3);
    expect(rows.at(0)).toEqual(['a', 'b "c" d', 'e']);
    expect(rows.at(2)).toEqual(['x,y', '', '', 'z']);
    expect(rows.at(3)).toBeUndefined();
    expect(rows.slice(1)).toEqual([['1'], ['x,y', '', '', 'z']]);
    expect(rows.slice(0, 1)).toEqual([['a', 'b "c" d', 'e']]);
    expect([0, 1, 2].map((index) => cellAt(rows, index, 1))).toEqual(['b "c" d', '', '']);
    expect([cellAt(rows, 1, -1), cellAt(rows, 9, 0)]).toEqual(['', '']);
    expect([...columnCells(rows, 0, 1)]).toEqual(['1', 'x,y']);
  });

  test('have the same cells after a look at what their columns hold, which is every distinct text once', () => {
    fc.assert(
      fc.property(table, piece, fc.nat(5), fc.nat(4), (cells, size, from, column) => {
        const text = Papa.unparse(cells, { newline: '\n', delimiter: ',' });
        fc.pre(text.trim() !== '');
        const { rows } = parseTable(text, 'list.csv', ',', size).table;
        fc.pre(rows instanceof TextRows);
        const before = [...rows];
        const [found, again] = (rows as TextRows).distinct([column, column], from);
        const below = before.slice(from).flatMap((row) => row[column] ?? []);
        expect([...(found ?? [])]).toEqual([...new Set(below)].filter((cell) => cell !== ''));
        expect(again).toEqual(found);
        expect([...rows]).toEqual(before);
        expect([...columnCells(rows, column, 0)]).toEqual(before.map((row) => row[column] ?? ''));
      }),
      { numRuns: 1000 },
    );
  });

  test('have the same cells where a column holds more texts than are kept', () => {
    const total = 70_000;
    const rows = new TextRows(Array.from({ length: total }, (_, n) => `a${n},b\n`).join(''), ',');
    for (let n = 0; n < total; n += 1) rows.push([`a${n}`, 'b']);
    const [ids, others] = rows.distinct([0, 1], 0);
    expect([ids?.size, others?.size]).toEqual([total, 1]);
    for (const n of [0, 1, 65_534, 65_535, 65_536, total - 1]) expect(rows.at(n)).toEqual([`a${n}`, 'b']);
  });

  test('are given up where a quoted cell is followed by blanks, and read as before', () => {
    const { rows } = parseTable('a,b\n"x" ,y\n', 'list.csv', ',', 64).table;
    expect(rows).not.toBeInstanceOf(TextRows);
    expect([...rows]).toEqual([
      ['a', 'b'],
      ['x', 'y'],
    ]);
  });
});
