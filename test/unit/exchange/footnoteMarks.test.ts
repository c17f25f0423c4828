import { describe, expect, test } from 'vitest';
import { importText, repairs } from './helpers.ts';
import { lines } from './listCases.ts';

const read = async (...rows: readonly string[]) => {
  const list = await importText(lines(...rows));
  return {
    rows: list.initiatives.map(({ name, extra }) => [name, extra.footnote]),
    marks: repairs(list).footnoteMark ?? 0,
    skipped: list.report.skipped.map(({ row, reason }) => `${row} ${reason}`),
    shown: list.preview.prose,
  };
};

describe('a mark behind a name', () => {
  test('is taken off where a line below the table explains it, and what it says stays with the initiative', async () => {
    expect(
      await read(
        'Project,Owner,Budget',
        'Portal*,Ann,1000000',
        'App (1),Bob,2000000',
        'Net [a]†,Cy,3000000',
        'Data ²,Cy,3000000',
        'C#,Dee,1000000',
        'Plan (B),Eve,2000000',
        'Wave 2,Eve,2000000',
        '',
        '* Includes contingency.',
        '(1) Paused since March 2025',
        '² As of June',
        '[a] Joint with the treasury',
        '† Unaudited',
      ),
    ).toEqual({
      rows: [
        ['Portal', '* Includes contingency.'],
        ['App', '(1) Paused since March 2025'],
        ['Net', '[a] Joint with the treasury\n† Unaudited'],
        ['Data', '² As of June'],
        ['C#', undefined],
        ['Plan (B)', undefined],
        ['Wave 2', undefined],
      ],
      marks: 4,
      skipped: ['9 blank', '10 footnote', '11 footnote', '12 footnote', '13 footnote', '14 footnote'],
      shown: [
        '* Includes contingency.',
        '(1) Paused since March 2025',
        '² As of June',
        '[a] Joint with the treasury',
        '† Unaudited',
      ],
    });
  });

  test('is part of the name where nothing explains it', async () => {
    const found = await read(
      'Project,Owner,Budget',
      'Portal*,Ann,1000',
      'App (1),Bob,2000',
      '',
      'Source: ours',
    );
    expect(found.rows).toEqual([
      ['Portal*', undefined],
      ['App (1)', undefined],
    ]);
    expect(found.marks).toBe(0);
  });
});
