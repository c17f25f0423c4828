import { describe, expect, test } from 'vitest';
import { importText } from './helpers.ts';
import { lines } from './listCases.ts';

const read = async (...rows: readonly string[]) => {
  const { initiatives, report } = await importText(lines(...rows));
  return {
    rows: initiatives.map(({ name, owner, budget }) => [name, owner, budget === null ? null : budget / 100]),
    quotes: report.notes?.find(({ what }) => what === 'curlyQuotes')?.count ?? 0,
  };
};

describe('typographic quotation marks around cells', () => {
  test.each([
    ['English', '“', '”'],
    ['German', '„', '“'],
    ['Swedish', '”', '”'],
  ])('%s ones quote where all cells have them', async (_, open, close) => {
    const quoted = (row: readonly string[]): string => row.map((cell) => `${open}${cell}${close}`).join(',');
    expect(
      await read(
        ...[
          ['Project', 'Owner', 'Budget'],
          ['Portal, "new"', 'Ann', '1,200,000'],
          ['App\nfor all', 'Bob', '300,000'],
        ].map(quoted),
      ),
    ).toEqual({
      rows: [
        ['Portal, "new"', 'Ann', 1_200_000],
        ['App for all', 'Bob', 300_000],
      ],
      quotes: 9,
    });
  });

  test('quote where some cells have them, and the sign between the columns inside', async () => {
    expect(
      await read('Project;Owner;Budget', '“Portal; new”;Ann;1200', 'The “App”, again;“Bob”;300', 'Net;Cy;10'),
    ).toEqual({
      rows: [
        ['Portal; new', 'Ann', 1_200],
        ['The “App”, again', 'Bob', 300],
        ['Net', 'Cy', 10],
      ],
      quotes: 2,
    });
  });

  test.each([
    ['a name that stands in them', ['Project,Owner,Budget', '“Once Only”,Ann,1200', '“互联网+”政务,Bob,300']],
    [
      'a list with plain ones beside them',
      ['Project,Owner,Budget', '“Once Only”,"Ann, B.",1200', '“互联网+”政务,Bob,300'],
    ],
  ])('are part of %s', async (_, rows) => {
    const found = await read(...rows);
    expect(found.rows.map(([name]) => name)).toEqual(['“Once Only”', '“互联网+”政务']);
    expect(found.quotes).toBe(0);
  });
});
