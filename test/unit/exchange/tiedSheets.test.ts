import { describe, expect, test } from 'vitest';
import { importPath, importTogether, tempFile } from './helpers.ts';
import { type TestSheet, xlsxFile } from './xlsxFile.ts';

const book = (...sheets: readonly TestSheet[]) =>
  importPath(tempFile('book.xlsx', xlsxFile(sheets)), 'book.xlsx');
const status: TestSheet = {
  name: 'Overview',
  rows: [
    ['ID', 'Project', 'Owner', 'Status', 'RAG'],
    ['P-1', 'Payroll', 'Ann', 'In progress', 'G'],
    ['P-2', 'Ledger', 'Bob', 'On hold', 'A'],
    ['P-3', 'Dunning', 'Cy', 'Completed', 'G'],
    ['P-4', 'Portal', 'Di', 'Not started', 'G'],
  ],
};
const money: TestSheet = {
  name: 'Financials',
  rows: [
    ['Project ID', 'Project', 'Budget 2026 (k€)', 'Spent (k€)', 'Change reason'],
    ['P-1', 'Payroll', 1200, 300, 'capex'],
    ['P-2', 'Ledger', 450, 10, null],
    ['P-3', 'Dunning', 80, 81, null],
    ['Total', null, 1730, 391, null],
  ],
};

/** What of each initiative is looked at: name, owner, budget in whole units. */
const said = ({ changes }: Awaited<ReturnType<typeof book>>) =>
  (changes.add.initiative ?? []).map(({ name, owner, budget, spent }) => [
    name,
    owner,
    budget && budget / 100,
    spent && spent / 100,
  ]);
const notes = ({ report }: Awaited<ReturnType<typeof book>>) =>
  (report.notes ?? []).map(({ what, examples }) => [what, ...examples]);

describe('sheets of one workbook that name the same initiatives', () => {
  test('come in together: money beside status, in the currency that the money is in', async () => {
    const found = await book(status, money);
    expect(found.preview.plan).toMatchObject({ sheet: 'Overview', currency: 'EUR' });
    expect(said(found)).toEqual([
      ['Payroll', 'Ann', 1_200_000, 300_000],
      ['Ledger', 'Bob', 450_000, 10_000],
      ['Dunning', 'Cy', 80_000, 81_000],
      ['Portal', 'Di', null, null],
    ]);
    expect(found.initiatives[0]?.extra).toEqual({ 'Change reason': 'capex' });
    expect(found.changes.update.portfolio).toMatchObject([{ currency: 'EUR' }]);
    expect(found.report.tables).toMatchObject([
      {
        fileName: 'Financials',
        role: 'initiatives',
        updated: 3,
        skipped: 1,
        refused: 0,
        unjoined: 0,
        sum: 173_000_000,
      },
    ]);
    expect(notes(found)).toEqual([]);
  });

  test('as two files do', async () => {
    const csv = ({ rows }: TestSheet) =>
      rows.map((row) => row.map((cell) => cell ?? '').join(',')).join('\n');
    const found = await importTogether([
      ['overview.csv', csv(status)],
      ['financials.csv', csv(money)],
    ]);
    expect(found.preview.plan.currency).toBe('EUR');
    expect(found.initiatives.map(({ budget }) => budget)).toEqual([120_000_000, 45_000_000, 8_000_000, null]);
  });

  test('whose list is the one with more of them, wherever it stands', async () => {
    const wide = {
      ...money,
      rows: money.rows
        .slice(0, 4)
        .map((row, at) => [
          ...row,
          at === 0 ? 'Phase' : 'Build',
          at === 0 ? 'Start' : '2026-01-01',
          at === 0 ? 'End' : '2026-12-31',
        ]),
    };
    const found = await book(wide, status);
    expect(found.preview.plan.sheet).toBe('Overview');
    expect(said(found).map(([name]) => name)).toEqual(['Payroll', 'Ledger', 'Dunning', 'Portal']);
  });

  test('with what they did, what was bought and what it brings; a register of risks is only named', async () => {
    const found = await book(
      status,
      {
        name: 'Milestones',
        rows: [
          ['Project ID', 'Milestone', 'Planned', 'Actual'],
          ['P-1', 'Pilot', '2025-12-01', '2025-12-05'],
          ['P-2', 'Cutover', '2026-06-01', null],
        ],
      },
      {
        name: 'Benefits',
        rows: [
          ['Project ID', 'Benefit', 'Metric', 'Baseline', 'Target'],
          ['P-1', 'Faster payroll', 'Days', 10, 5],
          ['P-2', 'Fewer errors', 'Errors', 100, 20],
          ['P-9', 'Audit', 'Findings', 9, 0],
        ],
      },
      {
        name: 'Risks',
        rows: [
          ['Risk ID', 'Project ID', 'Risk', 'Phase', 'Owner'],
          ['R1', 'P-1', 'Vendor late', 'Build', 'Ann'],
          ['R2', 'P-1', 'Scope', 'Build', 'Ann'],
        ],
      },
      { name: 'Lists', rows: [['Status'], ['In progress'], ['On hold']] },
    );
    expect(
      (found.changes.add.phase ?? []).map(({ name, endDate, actualEndDate }) => [
        name,
        endDate,
        actualEndDate,
      ]),
    ).toEqual([
      ['Pilot', '2025-12-01', '2025-12-05'],
      ['Cutover', '2026-06-01', null],
    ]);
    const nameOf = new Map(
      [...found.initiatives, ...(found.changes.add.outcome ?? [])].map(({ id, name }) => [id, name] as const),
    );
    expect(
      (found.changes.add.outcomeLink ?? []).map((link) => [
        nameOf.get(link.initiativeId),
        nameOf.get(link.outcomeId),
      ]),
    ).toEqual([
      ['Payroll', 'Faster payroll'],
      ['Ledger', 'Fewer errors'],
    ]);
    expect(found.report.tables?.find(({ fileName }) => fileName === 'Benefits')?.notes).toEqual([
      { what: 'tiesUnfound', count: 1, examples: ['P-9'] },
    ]);
    expect(notes(found)).toEqual([
      ['otherSheets', 'Lists'],
      ['sheetsBeside', 'Risks'],
    ]);
  });

  test.each([
    ['another state of it', { ...status, name: 'June', rows: status.rows.map((row) => [...row, 'x']) }],
    ['called old', { ...money, name: 'Financials old' }],
    [
      'a pivot table',
      {
        name: 'Pivot',
        rows: [
          ['Row Labels', 'Sum of Budget'],
          ['Payroll', 1200],
          ['Ledger', 450],
        ],
      },
    ],
    [
      'of other initiatives',
      {
        name: 'Other',
        rows: [
          ['Project', 'Budget'],
          ['Roads', 5],
          ['Parks', 6],
        ],
      },
    ],
  ] as const)('not a sheet that is %s', async (_, sheet) => {
    const found = await book(status, sheet as TestSheet);
    expect(said(found).map(([, , budget]) => budget)).toEqual([null, null, null, null]);
    expect(found.report.tables ?? []).toEqual([]);
    expect(notes(found)).toEqual([['otherSheets', sheet.name]]);
  });
});

test('amounts of a table beside a list in another currency are refused and told', async () => {
  const found = await importTogether([
    ['projects.csv', 'ID,Project,Budget (USD)\nP-1,Payroll,100\nP-2,Ledger,200'],
    ['suppliers.csv', 'Project ID,Supplier,Contract value (EUR)\nP-1,Acme,5000\nP-2,Globex,6000'],
  ]);
  expect(found.preview.plan.currency).toBe('USD');
  expect((found.changes.add.engagement ?? []).map(({ amount }) => amount)).toEqual([null, null]);
  expect(found.report.tables?.[0]?.issues).toMatchObject([
    { row: 2, reason: 'other_currency', value: '5000' },
    { row: 3, reason: 'other_currency', value: '6000' },
  ]);
});

test('what tables beside a list say in words: relationships, ends of contracts, hypotheses and lessons', async () => {
  const found = await importTogether([
    ['projects.csv', 'ID,Project\nP-1,Payroll\nP-2,Ledger'],
    [
      'suppliers.csv',
      'Project ID,Supplier,Type,Contract end\nP-1,Acme,Integrator,2026-12-31\nP-2,Acme,Strange,2028-01-31\nP-2,Globex,Supplier,soon',
    ],
    [
      'releases.csv',
      'Project ID,Release,Planned date,Hypothesis,Lessons learned\nP-1,MLP,2026-03-01,Fewer calls,Slips first\nP-1,R2,2026-06-01,,',
    ],
  ]);
  expect(
    Object.values(found.after.partner).map(({ name, relationship, contractEnd }) => [
      name,
      relationship,
      contractEnd,
    ]),
  ).toEqual([
    ['Acme', 'integrator', '2028-01-31'],
    ['Globex', 'supplier', null],
  ]);
  expect(found.report.tables?.[0]?.issues).toEqual([
    { row: 3, column: 'Type', reason: 'not_a_choice', value: 'Strange' },
    { row: 4, column: 'Contract end', reason: 'not_a_date', value: 'soon' },
  ]);
  expect(
    (found.changes.add.release ?? []).map(({ name, plannedDate, hypothesis, learned }) => [
      name,
      plannedDate,
      hypothesis,
      learned,
    ]),
  ).toEqual([
    ['MLP', '2026-03-01', 'Fewer calls', 'Slips first'],
    ['R2', '2026-06-01', '', ''],
  ]);
  expect((found.changes.add.engagement ?? []).map(({ externalId }) => externalId)).toEqual([
    null,
    null,
    null,
  ]);
});

test('what an import takes for "not known" is so in all of its tables, and names nothing', async () => {
  const found = await importTogether(
    [
      ['projects.csv', 'ID,Project,Supplier\nP-1,Payroll,keiner\nP-2,Ledger,Acme'],
      [
        'suppliers.csv',
        'Project ID,Supplier,Contract value,Contract end\nP-1,Globex,ganz offen,auf Zuruf\nP-2,Acme,200,2026-12-31',
      ],
      ['links.csv', 'Project ID,Capability\nP-1,keiner\nP-2,Payments'],
    ],
    { unknownWords: ['keiner', 'ganz offen', 'auf Zuruf'] },
  );
  expect(Object.values(found.after.partner).map(({ name }) => name)).toEqual(['Acme', 'Globex']);
  expect(Object.values(found.after.capability).map(({ name }) => name)).toEqual(['Payments']);
  const tables = found.report.tables ?? [];
  expect(tables.map(({ fileName, issues }) => [fileName, issues])).toEqual([
    ['suppliers.csv', []],
    ['links.csv', []],
  ]);
});

test('of sheets for several years the last is the list', async () => {
  const rows = (budget: number) => [
    ['Project', 'Owner', 'Budget', 'End'],
    ['Payroll', 'Ann', budget, '2026-12-31'],
    ['Ledger', 'Bob', budget, '2026-12-31'],
  ];
  const found = await book(
    { name: 'Plan 2025', rows: rows(1_000) },
    { name: 'Plan 2026', rows: rows(2_000).map((row) => row.slice(0, 3)) },
  );
  expect(found.preview.plan.sheet).toBe('Plan 2026');
  expect(notes(found)).toEqual([['otherSheets', 'Plan 2025']]);
});

describe('sheets with the same columns as the list', () => {
  const header = ['ID', 'Project', 'Lead', 'Budget (€)'];
  const department = (name: string, ...rows: TestSheet['rows']): TestSheet => ({
    name,
    rows: [header, ...rows],
  });

  test('are told, as their rows are initiatives that did not come in', async () => {
    const found = await book(
      department('Finance', ['F1', 'Ledger', 'Ann', 120_000], ['F2', 'Payables', 'Bob', 80_000]),
      department('HR', ['H1', 'Payroll', 'Cy', 300_000]),
      department('IT', ['I1', 'Network', 'Di', 1], ['I2', 'Backup', 'Ed', 2], ['I3', 'MFA', 'Flo', 3]),
      {
        name: 'Legend',
        rows: [
          ['Word', 'Meaning'],
          ['G', 'good'],
        ],
      },
    );
    expect(said(found).map(([name]) => name)).toEqual(['Network', 'Backup', 'MFA']);
    expect(notes(found)).toContainEqual(['sheetsAlike', 'Finance', 'HR']);
    expect(notes(found)).toContainEqual(['otherSheets', 'Legend']);
  });

  test('are not told of sheets with other columns', async () => {
    const found = await book(department('IT', ['I1', 'Network', 'Di', 1], ['I2', 'Backup', 'Ed', 2]), {
      name: 'Rates',
      rows: [
        ['Role', 'Rate', 'Since', 'Country'],
        ['Analyst', 900, '2025', 'DE'],
      ],
    });
    expect(notes(found).map(([what]) => what)).not.toContain('sheetsAlike');
  });
});
