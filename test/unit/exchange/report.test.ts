import { describe, expect, test } from 'vitest';
import type { ImportReport, SumCheck } from '../../../shared/exchange/contract.ts';
import { KEPT_ROWS, keptReport, readKeptReport } from '../../../shared/exchange/writing/keptReport.ts';
import { reportTable } from '../../../shared/exchange/writing/reportTable.ts';
import { importing } from '../../../shared/text/catalogues/importing.ts';
import { fixture, importPath, importText, recordsWith } from './helpers.ts';

const checkOf = (list: { readonly report: ImportReport }, field: string): SumCheck => {
  const check = list.report.sumChecks?.find((each) => each.field === field);
  if (!check) throw new Error(`no sum of ${field}`);
  return check;
};

/** What the file adds up to is what came in and every difference that holds an amount. */
function expectToAddUp(list: { readonly report: ImportReport }): void {
  for (const check of list.report.sumChecks ?? [])
    expect(
      check.differences.reduce((sum, { amount }) => sum + (amount ?? 0), check.came),
      check.column,
    ).toBe(check.file);
}

describe('sums of the file against sums that came in', () => {
  test('every reason why they differ has its amount, and the file’s own total is beside them', async () => {
    const list = await importText(
      [
        'Name,Budget,Spent',
        'Alpha,100,10',
        'Beta,200,',
        ',50,5',
        'Alpha,100,10',
        'Gamma,(30),1',
        'Delta,€40,2',
        'Epsilon,lots,3',
        'Zeta,0,0',
        'Total,460,31',
      ].join('\n'),
      { zeroUnknown: [1], currency: 'USD' },
    );
    expectToAddUp(list);
    const budget = checkOf(list, 'budget');
    expect(budget).toMatchObject({
      cells: 2,
      came: 30_000,
      stated: 46_000,
      file: 30_000 + 5_000 + 10_000 - 3_000,
    });
    expect(Object.fromEntries(budget.differences.map(({ why, amount }) => [why, amount]))).toEqual({
      no_name: 5_000,
      duplicate: 10_000,
      negative_amount: -3_000,
      other_currency: null,
      not_an_amount: null,
      zero_unknown: 0,
    });
    expect(checkOf(list, 'spent')).toMatchObject({ came: 1_600, stated: 3_100, cells: 5 });
    expect(list.report.sums.budget).toBe(budget.came);
  });

  test.each([
    ['australia-2026.csv', 1_129_910_000_000],
    ['canada-2019.csv', 703_087_165_100],
    ['uk-2021.csv', 54_195_137_000_000],
    ['hhs_projects.csv', 170_240_700_000],
  ])('%s: what came in is what the file adds up to', async (name, sum) => {
    const list = await importPath(fixture(name), name, {}, recordsWith());
    expectToAddUp(list);
    expect(checkOf(list, 'budget')).toMatchObject({ came: sum, file: sum });
  });

  test('amounts that a portfolio of another currency cannot take are missing from its sum, and said so', async () => {
    const records = recordsWith({ dayRate: 1_000_00 });
    const list = await importText('Name,Budget (EUR m)\nA,2\nB,3\n', {}, records);
    expect(checkOf(list, 'budget')).toMatchObject({
      came: 0,
      differences: [{ why: 'other_currency', cells: 2, amount: null }],
    });
  });
});

describe('more columns than before', () => {
  test('overhead, archived, funded, team size, outcomes and segments come in, with separators of their own', async () => {
    const list = await importText(
      [
        'Name,Team,Team size,Funded,Overhead,Archived,Outcomes,Customer segments,Capabilities',
        'Alpha,Red,7.5,yes,no,no,Fewer calls | More sales,Retail;Brokers,Claims / Fraud',
        'Beta,Red,N/A,pending,是,x,more sales,brokers,Fraud',
        'Gamma,,many,no,maybe,,,,Claims',
      ].join('\n'),
      {
        translations: [{ field: 'funded', from: 'pending', to: 'no' }],
        separators: { '6': '|', '7': ';', '8': '/' },
      },
    );
    expect(
      list.initiatives.map(({ teamPeople, funded, overhead, retired }) => [
        teamPeople,
        funded,
        overhead,
        retired,
      ]),
    ).toEqual([
      [7.5, true, false, false],
      [null, false, true, true],
      [null, false, false, false],
    ]);
    expect(list.report.unreadable).toMatchObject([
      { column: 'Overhead', reason: 'not_yes_or_no', value: 'maybe' },
      { column: 'Team size', reason: 'not_a_number', value: 'many' },
    ]);
    const { add } = list.changes;
    expect(add.outcome?.map(({ name }) => name)).toEqual(['Fewer calls', 'More sales']);
    expect(add.segment?.map(({ name }) => name)).toEqual(['Retail', 'Brokers']);
    expect(add.capability?.map(({ name }) => name)).toEqual(['Claims', 'Fraud']);
    expect(add.outcomeLink?.map(({ weight }) => weight)).toEqual([0.5, 0.5, 1]);
    expect([add.segmentLink?.length, add.team?.length]).toEqual([3, 1]);
  });

  test('separators are found column by column', async () => {
    const list = await importText(
      'Name,Capabilities,Partners\nA,Claims | Fraud,"ACME; Zeta"\nB,Fraud,Zeta\nC,Claims,"Initech, Inc."\n',
    );
    expect(list.preview.plan).toMatchObject({ listSeparator: ';', separators: { '1': '|' } });
    expect(list.changes.add.capability?.map(({ name }) => name)).toEqual(['Claims', 'Fraud']);
    expect(list.changes.add.partner?.map(({ name }) => name)).toEqual(['ACME', 'Zeta', 'Initech, Inc.']);
  });

  test('words of theirs become ours, in either language; the values are counted and proposed', async () => {
    const text = 'Name,Stage,RAG\nA,Amber/red,Amber/red\nB,进行中,GREEN\nC,Amber/red,\nD,In flight,High\n';
    const plain = await importText(text);
    const column = plain.preview.columns[1];
    expect(column?.values?.[0]).toEqual({ text: 'Amber/red', count: 2, reads: null, proposed: null });
    expect(plain.preview.columns[2]?.values).toEqual(
      expect.arrayContaining([
        { text: 'Amber/red', count: 1, reads: 'Amber/red', proposed: 'Amber/Red' },
        { text: 'GREEN', count: 1, reads: 'GREEN', proposed: 'Green' },
      ]),
    );
    const list = await importText(text, {
      columns: { name: 0, stage: 1, status: 2 },
      translations: [
        { field: 'stage', from: 'Amber/red', to: 'paused' },
        { field: 'stage', from: 'In flight', to: '' },
        { field: 'status', from: 'Green', to: 'Green' },
      ],
    });
    expect(list.initiatives.map(({ stage, status }) => [stage, status])).toEqual([
      ['paused', 'Amber/red'],
      ['active', 'Green'],
      ['paused', null],
      [null, 'High'],
    ]);
    expect(list.report.repaired.find(({ what }) => what === 'translated')?.count).toBe(4);
  });

  test('lakh and crore', async () => {
    const list = await importText('Name,Budget (₹ crore),Spent (lakh)\nA,1.5,20\nB,2,30\n');
    expect(list.initiatives.map(({ budget, spent }) => [budget, spent])).toEqual([
      [15_000_000_00, 2_000_000_00],
      [20_000_000_00, 3_000_000_00],
    ]);
  });
});

describe('kept reports', () => {
  test('a long report is kept cut, with its lengths, and reads back', async () => {
    const rows = Array.from({ length: KEPT_ROWS + 500 }, (_, n) => `,${n}`);
    const list = await importText(['Name,Budget', 'Alpha,1', 'Beta,2', ...rows].join('\n'));
    expect(list.report.refused).toHaveLength(KEPT_ROWS + 500);
    const kept = readKeptReport(JSON.parse(JSON.stringify(keptReport(list.report, null))));
    expect(kept?.totals.refused).toBe(KEPT_ROWS + 500);
    expect(kept?.report.refused).toHaveLength(KEPT_ROWS);
    expect(readKeptReport({ version: 99 })).toBeNull();
  });

  test('as a table every line has words in both languages, and nothing that a spreadsheet would run', async () => {
    const list = await importText('Name,Start,Budget\nAlpha,=2+3,1\n,2020-01-01,5\nTotal,,6\n');
    for (const language of ['en', 'zh-CN'] as const) {
      const { header, rows } = reportTable(list.report, language);
      const cells = [...header, ...rows.flat()];
      expect(cells.filter((cell) => /^(?:report|sum|reason|skip|repair|refresh)\./.test(cell))).toEqual([]);
      expect(rows.every((row) => row.length === header.length)).toBe(true);
      expect(rows.flat()).toContain("'=2+3");
      expect(rows.map(([what]) => what)).toContain(importing[language]['sum.came']);
    }
  });
});
