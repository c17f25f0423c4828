import { describe, expect, test } from 'vitest';
import { readImport } from '../../../electron/core/importing/importFile.ts';
import { newCapability, newInitiative } from '../../../shared/domain/defaults.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { namedSubject } from '../../../shared/exchange/joining/listNames.ts';
import { listSubject } from '../../../shared/exchange/joining/listSubject.ts';
import { foldChanges } from '../../../shared/exchange/records/foldChanges.ts';
import { failureOf, importText, importTogether, recordsWith, tempFile } from './helpers.ts';
import { xlsxFile } from './xlsxFile.ts';

const csv = (...lines: readonly string[]): string => lines.join('\n');
const tableOf = (...rows: readonly (readonly string[])[]) => ({
  rows,
  lines: rows.map((_, index) => index + 1),
  replacedCharacters: 0,
  unquotedLines: [],
});
const subjectOf = (fileName: string, ...rows: readonly (readonly string[])[]) =>
  listSubject({ fileName, table: tableOf(...rows), encoding: 'utf-8', delimiter: ',' });

/** Which capabilities initiatives serve, in words. */
const served = ({ initiative, capability, contribution }: PortfolioRecords): string[] =>
  Object.values(contribution)
    .map((each) => `${initiative[each.initiativeId]?.name} ~ ${capability[each.capabilityId]?.name}`)
    .sort();
/** The capabilities and what stands above them. */
const tree = ({ capability }: PortfolioRecords): string[] =>
  Object.values(capability).map(({ name, parentId }) =>
    parentId === null ? name : `${name} < ${capability[parentId]?.name}`,
  );

const capabilities = csv(
  'Code,Capability,Parent,Importance,Current maturity,Target maturity',
  'F,Finance,,High,2,4',
  'F1,Billing,Finance,High,2,4',
  'F2,Collections,Finance,Low,1,3',
);
const initiatives = csv(
  'ID,Initiative,Budget,Capability',
  'P-1,Payroll,10,Billing; F2',
  'P-2,Ledger,20,Treasury',
  'P-3,Dunning,30,F1: Billing',
);

describe('what a list is beside others', () => {
  test.each([
    ['capabilities.csv', 'capabilities'],
    ['Business Capability Map 2026.xlsx', 'capabilities'],
    ['业务能力清单.csv', 'capabilities'],
    ['Geschäftsfähigkeiten.csv', 'capabilities'],
    ['Outcomes (v2)', 'outcomes'],
    ['OKRs', 'outcomes'],
    ['Customer segments', 'segments'],
    ['Vendors', 'partners'],
    ['fournisseurs.csv', 'partners'],
    ['合作伙伴', 'partners'],
    ['Outcome readings', null],
    ['Capabilities by initiative', null],
    ['Vendor contracts', null],
    ['Projects', null],
    ['Sheet1', null],
  ] as const)('%s says by its name: %s', (name, subject) => {
    expect(namedSubject(name)).toBe(subject);
  });

  test('its columns and its name say it together; what adds up or repeats others is none', () => {
    const rows = [
      ['Capability', 'Parent', 'Importance', 'Initiatives'],
      ['Billing', '', 'High', 'Payroll'],
      ['Audit', 'Billing', 'Low', 'Ledger'],
    ];
    expect(subjectOf('export.csv', ...rows)).toBeNull();
    expect(subjectOf('capabilities.csv', ...rows)).toBe('capabilities');
    expect(subjectOf('Sheet3', ['Row Labels', 'Count of ID'], ['Billing', '3'], ['Audit', '2'])).toBeNull();
    const readings = [
      ['Outcome', 'Date', 'Value', 'Target'],
      ['Faster close', '2026-01-31', '8', '5'],
      ['Faster close', '2026-02-28', '7', '5'],
      ['Faster close', '2026-03-31', '6', '5'],
    ];
    expect(subjectOf('Measurements', ...readings)).toBeNull();
    expect(subjectOf('list.csv', ['Name', 'Budget'], ['Alpha', '5'])).toBeNull();
  });

  test('one row whose name is an id is no list of capabilities', async () => {
    const { preview } = await importText('Sache,Betrag\n2025-011,5\n');
    expect(preview.plan.rows).toBeUndefined();
  });
});

describe('capabilities and the initiatives that name them', () => {
  test.each([
    ['first', ['capabilities.csv', 'initiatives.csv']],
    ['last', ['initiatives.csv', 'capabilities.csv']],
  ] as const)('come in together, the capabilities chosen %s', async (_, names) => {
    const text = { 'capabilities.csv': capabilities, 'initiatives.csv': initiatives };
    const { preview, report, after } = await importTogether(names.map((name) => [name, text[name]] as const));
    expect(preview).toMatchObject({ fileName: 'initiatives.csv', expected: { created: 3 } });
    expect(report.tables).toMatchObject([
      { fileName: 'capabilities.csv', role: 'capabilities', taken: true, rows: 3, created: 3, refused: 0 },
    ]);
    expect(tree(after)).toEqual(['Finance', 'Billing < Finance', 'Collections < Finance', 'Treasury']);
    expect(served(after)).toEqual([
      'Dunning ~ Billing',
      'Ledger ~ Treasury',
      'Payroll ~ Billing',
      'Payroll ~ Collections',
    ]);
    // What no list holds is made, and said: it may be a slip.
    expect(report.notes).toContainEqual({ what: 'namedOnly', count: 1, examples: ['Treasury'] });
    expect(Object.values(after.capability).map(({ importance }) => importance)).toEqual([5, 5, 1, null]);
  });

  test('a second time nothing changes; next year only what differs does', async () => {
    const files = [
      ['capabilities.csv', capabilities],
      ['initiatives.csv', initiatives],
    ] as const;
    const { after } = await importTogether(files);
    const again = await importTogether(files, {}, after);
    expect(again.report).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    expect(again.report.tables).toMatchObject([{ created: 0, updated: 0, unchanged: 3 }]);
    expect([...Object.values(again.changes.add), ...Object.values(again.changes.update)].flat()).toEqual([]);
    const next = await importTogether(
      [
        ['capabilities.csv', capabilities.replace('Low,1,3', 'High,2,3')],
        ['initiatives.csv', initiatives.replace('Treasury', 'Collections')],
      ],
      {},
      after,
    );
    expect(next.report.tables).toMatchObject([{ created: 0, updated: 1, unchanged: 2 }]);
    expect(next.changes.update.capability).toMatchObject([{ name: 'Collections', importance: 5 }]);
    expect(next.report).toMatchObject({ updated: 1, unchanged: 2 });
    expect(served(next.after)).toContain('Ledger ~ Collections');
  });

  test('what both say of a new capability is one record', async () => {
    const { changes, after } = await importTogether([
      ['capabilities.csv', csv('Capability,Parent', 'Finance,', 'Billing,Finance', 'Audit,Finance')],
      [
        'initiatives.csv',
        csv('Initiative,Capability,Capability importance,Budget', 'Payroll,Billing,High,10', 'CRM,Audit,2,5'),
      ],
    ]);
    expect(changes.update.capability ?? []).toEqual([]);
    expect(Object.values(after.capability).map(({ name, importance }) => [name, importance])).toEqual([
      ['Finance', null],
      ['Billing', 5],
      ['Audit', 2],
    ]);
  });

  test('rows that do not come in are told with their file, row and column', async () => {
    const { report } = await importTogether([
      [
        'capabilities.csv',
        csv('Capability,Parent,Importance', 'Billing,,High', ' billing,,Low', 'Audit,Q-9,vital-ish', ',,Low'),
      ],
      ['initiatives.csv', initiatives],
    ]);
    const [table] = report.tables ?? [];
    expect(table).toMatchObject({ rows: 4, created: 2, refused: 2 });
    expect(table?.issues).toEqual([
      { row: 3, column: 'Capability', reason: 'same_place', value: '' },
      { row: 4, column: 'Importance', reason: 'not_on_scale', value: 'vital-ish' },
      { row: 4, column: 'Parent', reason: 'parent_unknown', value: 'Q-9' },
      { row: 5, column: 'Capability', reason: 'no_name', value: '' },
    ]);
  });

  test('a list can be left out, be taken for another, and have its columns said', async () => {
    const files = [
      ['capabilities.csv', capabilities],
      ['initiatives.csv', initiatives],
    ] as const;
    const choose = (more: object) => ({
      tables: [{ file: 0, role: 'capabilities' as const, join: null, ...more }],
    });
    const out = await importTogether(files, choose({ taken: false }));
    expect(out.report.tables).toMatchObject([{ taken: false, created: 0 }]);
    expect(tree(out.after)).toEqual(['Billing', 'F2', 'Treasury', 'Billing']);
    const other = await importTogether(files, choose({ role: 'outcomes' }));
    expect(Object.values(other.after.outcome).map(({ name }) => name)).toEqual([
      'Finance',
      'Billing',
      'Collections',
    ]);
    const said = await importTogether(files, choose({ columns: { name: 1, currentMaturity: 5 } }));
    expect(Object.values(said.after.capability)[1]).toMatchObject({
      name: 'Billing',
      code: null,
      parentId: null,
      currentMaturity: 4,
    });
    const nameless = await importTogether(files, choose({ columns: { importance: 3 } }));
    expect(nameless.report.tables).toMatchObject([{ taken: false }]);
  });

  test('two lists of capabilities beside each other, without one of initiatives', async () => {
    const before = await importText(capabilities);
    const records = { ...recordsWith(), capability: recordsOf(before.changes.add.capability ?? []) };
    const { report, after, preview } = await importTogether(
      [
        ['finance.csv', csv('Capability,Parent,Importance', 'Finance,,High', 'Billing,Finance,High')],
        ['rest.csv', csv('Capability,Parent,Importance', 'Collections,Finance,Low', 'Sales,,High')],
      ],
      {},
      records,
    );
    expect(report).toMatchObject({ of: 'capabilities', unchanged: 2, vanished: [] });
    expect(report.tables).toMatchObject([{ role: 'capabilities', created: 1, unchanged: 1 }]);
    expect(preview.refresh?.counts.vanished).toBe(0);
    expect(tree(after)).toEqual(['Finance', 'Billing < Finance', 'Collections < Finance', 'Sales']);
  });
});

const recordsOf = <T extends { readonly id: string }>(list: readonly T[]): Readonly<Record<string, T>> =>
  Object.fromEntries(list.map((each) => [each.id, each]));

describe('a workbook with a sheet for each list', () => {
  const sheets = [
    { name: 'Cover', rows: [['IT portfolio 2026'], ['Prepared by', 'PMO'], ['Date', '2026-01-01']] },
    {
      name: 'Capabilities',
      rows: [
        ['ID', 'L1', 'L2', 'L3', 'Owner', 'Importance', 'Current maturity', 'Target maturity', 'Description'],
        ['C-1', 'Finance', '', '', 'CFO office', 'High', 2, 4, 'Money'],
        ['C-2', 'Finance', 'Billing', '', 'CFO office', 'High', 2, 4, 'Bills'],
        ['C-3', 'Finance', 'Billing', 'Invoicing', 'CFO office', 'Low', 2, 4, 'Invoices'],
      ],
    },
    {
      name: 'Initiatives',
      rows: [
        ['ID', 'Initiative', 'Budget', 'Capabilities', 'Outcomes', 'Vendors', 'Segment'],
        ['P-1', 'Payroll', 10, 'C-2, C-3', 'O-1', 'V1', 'S1'],
        ['P-2', 'Ledger', 20, 'C-3', 'O-1, O-2', 'Acme', 'SMB'],
        ['P-3', 'CRM', 30, 'C-2', 'O-2', 'V1, V2', 'S1'],
      ],
    },
    {
      name: 'Outcomes',
      rows: [
        ['ID', 'Outcome', 'Metric', 'Baseline', 'Target', 'Due date', 'Segment'],
        ['O-1', 'Faster close', 'Days', 10, 5, '2026-12-31', 'S1'],
        ['O-2', 'More sales', 'Revenue', 10, 50, '2026-12-31', 'SMB'],
      ],
    },
    {
      name: 'Segments',
      rows: [
        ['ID', 'Segment', 'Type'],
        ['S1', 'Enterprise', 'external'],
        ['S2', 'SMB', 'external'],
      ],
    },
    {
      name: 'Vendors',
      rows: [
        ['ID', 'Vendor', 'Relationship', 'Contract end'],
        ['V1', 'Acme', 'supplier', '2027-01-01'],
        ['V2', 'Globex', 'Integrator', '2027-06-30'],
      ],
    },
    {
      name: 'Contracts',
      rows: [
        ['Initiative', 'Vendor', 'Contract', 'Amount'],
        ['P-1', 'V1', 'K-1', 5],
      ],
    },
    {
      name: 'Pivot',
      rows: [
        ['Row Labels', 'Count of ID'],
        ['Billing', 3],
        ['Grand Total', 3],
      ],
    },
    { name: 'Empty', rows: [] },
    { name: 'Capabilities 2025', rows: [['Capability'], ['Finance'], ['Fax']] },
    { name: 'Partners', state: 'hidden' as const, rows: [['Partner'], ['Nobody']] },
  ];

  test('comes in whole: what initiatives name by the ids of other sheets is found', async () => {
    const { preview, report, after } = await importTogether([['book.xlsx', xlsxFile(sheets)]]);
    expect(preview.plan).toMatchObject({ sheet: 'Initiatives' });
    expect(report).toMatchObject({ rows: 3, created: 3, sums: { budget: 6000 } });
    expect(
      report.tables?.map(({ fileName, role, taken, created }) => [fileName, role, taken, created]),
    ).toEqual([
      ['Capabilities', 'capabilities', true, 3],
      ['Outcomes', 'outcomes', true, 2],
      ['Segments', 'segments', true, 2],
      ['Vendors', 'partners', true, 2],
      ['Contracts', 'suppliers', undefined, 0],
      // Of two sheets of one sort the first comes in by itself; the other is offered.
      ['Capabilities 2025', 'capabilities', false, 0],
    ]);
    expect(tree(after)).toEqual(['Finance', 'Billing < Finance', 'Invoicing < Billing']);
    expect(served(after)).toEqual([
      'CRM ~ Billing',
      'Ledger ~ Invoicing',
      'Payroll ~ Billing',
      'Payroll ~ Invoicing',
    ]);
    const { outcome, segment, partner, initiative } = after;
    const linked = Object.values(after.outcomeLink).map(
      (link) => `${initiative[link.initiativeId]?.name} ~ ${outcome[link.outcomeId]?.name}`,
    );
    expect(linked.sort()).toEqual([
      'CRM ~ More sales',
      'Ledger ~ Faster close',
      'Ledger ~ More sales',
      'Payroll ~ Faster close',
    ]);
    expect(Object.values(outcome).map(({ segmentId }) => segment[segmentId ?? '']?.name)).toEqual([
      'Enterprise',
      'SMB',
    ]);
    expect(Object.values(segment).map(({ name }) => name)).toEqual(['Enterprise', 'SMB']);
    expect(Object.values(partner).map(({ name, relationship }) => [name, relationship])).toEqual([
      ['Acme', 'supplier'],
      ['Globex', 'integrator'],
    ]);
    const engaged = Object.values(after.engagement).map(
      (each) =>
        `${initiative[each.initiativeId]?.name} ~ ${partner[each.partnerId]?.name} ${each.externalId} ${each.amount}`,
    );
    expect(engaged.sort()).toEqual([
      'CRM ~ Acme null null',
      'CRM ~ Globex null null',
      'Ledger ~ Acme null null',
      'Payroll ~ Acme K-1 500',
    ]);
    expect(report.notes).toEqual([
      { what: 'otherSheets', count: 3, examples: ['Cover', 'Pivot', 'Empty'] },
      { what: 'hiddenSheets', count: 1, examples: ['Partners'] },
      { what: 'unitOpen', count: 1, examples: ['Budget'] },
    ]);
  });

  test('a second time nothing changes', async () => {
    const { after } = await importTogether([['book.xlsx', xlsxFile(sheets)]]);
    const again = await importTogether([['book.xlsx', xlsxFile(sheets)]], {}, after);
    expect([...Object.values(again.changes.add), ...Object.values(again.changes.update)].flat()).toEqual([]);
  });

  test('of which one sheet is chosen: vendors alone, or what the initiatives name with them', async () => {
    const book = [['book.xlsx', xlsxFile(sheets)]] as const;
    const vendors = await importTogether(book, { sheet: 'Vendors' });
    expect(vendors.report).toMatchObject({ of: 'partners', created: 2 });
    expect(vendors.report.tables?.filter(({ taken }) => taken)).toEqual([]);
    expect(Object.values(vendors.after.capability)).toEqual([]);
    const chosen = await importTogether(book, { sheet: 'Initiatives' });
    expect(chosen.report.tables?.filter(({ taken }) => taken)).toHaveLength(4);
  });

  test('beside a list of its own file', async () => {
    const model = sheets.filter(({ name }) => ['Capabilities', 'Outcomes'].includes(name));
    const { report, after } = await importTogether([
      ['initiatives.csv', csv('ID,Initiative,Budget,Capabilities,Outcomes', 'P-1,Payroll,10,C-3,O-2')],
      ['model.xlsx', xlsxFile(model)],
    ]);
    expect(report.tables?.map(({ fileName, role, created }) => [fileName, role, created])).toEqual([
      ['model.xlsx · Outcomes', 'outcomes', 2],
      ['model.xlsx · Capabilities', 'capabilities', 3],
    ]);
    expect(served(after)).toEqual(['Payroll ~ Invoicing']);
  });
});

describe('a workbook as it is kept for years', () => {
  const sheets = [
    {
      name: 'Projects 2026',
      rows: [
        ['ID', 'Project name', 'Budget', 'Business capability'],
        ['P1', 'Payroll', 10, 'Finance > Reporting'],
        ['P2', 'CRM', 5, 'Sales / Reporting'],
        ['P3', 'Ledger', 20, 'Research / Development'],
      ],
    },
    {
      name: 'Pivot1',
      rows: [
        ['Count of ID', ''],
        ['Business capability', 'Total'],
        ['Billing', 2],
        ['Grand Total', 3],
      ],
    },
    {
      name: 'Chart data',
      rows: [
        ['Capability', '2025', '2026'],
        ['Fax', 4, 5],
        ['Telex', 3, 3],
      ],
    },
    {
      name: 'Data',
      rows: [
        ['Capability', 'Parent capability', 'Current maturity', 'Importance', 'Owner'],
        ['Finance', '', 2, 5, 'CFO'],
        ['Sales', '', 1, 4, 'CSO'],
        ['Reporting', 'Finance', 1, 4, 'CFO'],
      ],
    },
    {
      name: 'KPIs',
      rows: [
        ['KPI', 'Owner', 'Baseline', 'Target'],
        ['Net promoters', 'CMO', '20', '40'],
        ['Churn', 'CMO', '5%', '3%'],
      ],
    },
    {
      name: 'Vendor list',
      rows: [
        ['Vendor name', 'Category', 'Contract expiry'],
        ['Acme', 'SI', '2027-01-01'],
        ['Globex', 'Cloud', '2026-10-01'],
      ],
    },
    {
      name: 'Lists',
      rows: [
        ['Status', 'Priority'],
        ['Green', 'High'],
        ['Amber', 'Low'],
      ],
    },
  ];

  test('takes of several sheets the one that says most, and none that only adds up', async () => {
    const { report, after } = await importTogether([['book.xlsx', xlsxFile(sheets)]]);
    expect(report.tables?.map(({ fileName, role, taken }) => [fileName, role, taken])).toEqual([
      ['Chart data', 'capabilities', false],
      ['Data', 'capabilities', true],
      ['KPIs', 'outcomes', true],
      ['Vendor list', 'partners', true],
    ]);
    expect(Object.values(after.outcome).map(({ name, baseline }) => [name, baseline])).toEqual([
      ['Net promoters', 20],
      ['Churn', 5],
    ]);
    // A path ends at the capability that it leads to; what is no path stays a name.
    expect(served(after)).toEqual([
      'CRM ~ Reporting',
      'Ledger ~ Research / Development',
      'Payroll ~ Reporting',
    ]);
  });

  test('codes that look like numbers name capabilities where another list has them', async () => {
    const numbered = [
      {
        name: 'Capability model',
        rows: [
          ['ID', 'Name', 'Parent', 'Importance', 'Current maturity', 'Target maturity'],
          ['1', 'Finance', '', 5, 2, 4],
          ['1.1', 'Billing', 'Finance', 5, 2, 4],
        ],
      },
      {
        name: 'Portfolio',
        rows: [
          ['Title', 'Lead', 'Capability', 'Cost'],
          ['Payroll', 'Ann', '1.1', 10],
          ['Ledger', 'Bob', '1', 20],
        ],
      },
    ];
    const { preview, after } = await importTogether([['book.xlsx', xlsxFile(numbered)]]);
    expect(preview.plan.sheet).toBe('Portfolio');
    expect(served(after)).toEqual(['Ledger ~ Finance', 'Payroll ~ Billing']);
  });
});

describe('a table that says which initiative serves what', () => {
  const plain = csv('ID,Initiative,Budget', 'P-1,Payroll,10', 'P-2,Ledger,20');

  test('ties them in equal shares, beside the lists of both', async () => {
    const files = [
      ['initiatives.csv', plain],
      ['capabilities.csv', capabilities],
      [
        'mapping.csv',
        csv(
          'Initiative,Capability',
          'P-1,F1',
          'P-1,Collections',
          'P-2,Billing',
          'P-2,Treasury',
          'P-9,Billing',
          ',F1',
          'P-1,collections',
        ),
      ],
    ] as const;
    const { report, after } = await importTogether(files);
    expect(report.tables).toMatchObject([
      { role: 'capabilities', created: 3 },
      {
        role: 'links',
        join: 'Initiative',
        rows: 7,
        created: 4,
        skipped: 1,
        unjoined: 1,
        unjoinedIds: ['P-9'],
        refused: 1,
        issues: [{ row: 7, column: 'Initiative', reason: 'no_name' }],
      },
    ]);
    expect(served(after)).toEqual([
      'Ledger ~ Billing',
      'Ledger ~ Treasury',
      'Payroll ~ Billing',
      'Payroll ~ Collections',
    ]);
    expect(Object.values(after.contribution).every(({ weight }) => weight === 0.5)).toBe(true);
    expect(Object.values(after.phase)).toEqual([]);
    expect(report.notes).toContainEqual({ what: 'namedOnly', count: 1, examples: ['Treasury'] });
    const again = await importTogether(files, {}, after);
    expect([...Object.values(again.changes.add), ...Object.values(again.changes.update)].flat()).toEqual([]);
  });

  test('as a sheet, beside what the initiatives name themselves', async () => {
    const sheet = (name: string, text: string) => ({
      name,
      rows: text.split('\n').map((line) => line.split(',')),
    });
    const { report, after } = await importTogether([
      [
        'book.xlsx',
        xlsxFile([
          sheet(
            'Initiatives',
            csv('ID,Initiative,Budget,Capability', 'P-1,Payroll,10,Billing', 'P-2,Ledger,20,'),
          ),
          sheet('Capabilities', capabilities),
          sheet('Capability mapping', csv('Initiative,Capability', 'Payroll,Collections', 'Ledger,Finance')),
        ]),
      ],
    ]);
    expect(report.tables).toMatchObject([
      { role: 'capabilities', created: 3 },
      { role: 'links', created: 2 },
    ]);
    expect(
      Object.values(after.contribution).map(({ initiativeId, weight }) => [
        after.initiative[initiativeId]?.name,
        weight,
      ]),
    ).toEqual([
      ['Payroll', 0.5],
      ['Payroll', 0.5],
      ['Ledger', 1],
    ]);
  });

  test('activities that name a capability stay activities', async () => {
    const { report } = await importTogether([
      ['initiatives.csv', plain],
      ['activities.csv', csv('Project,Activity,Capability', 'P-1,Design,Billing', 'P-2,Build,Billing')],
    ]);
    expect(report.tables).toMatchObject([{ role: 'activities', created: 2 }]);
  });
});

describe('lists in other languages', () => {
  test('German: codes, parents, scales, commas in decimals and between names', async () => {
    const { preview, report, after } = await importTogether([
      [
        'Fähigkeiten.csv',
        csv(
          'Code;Fähigkeit;Übergeordnete Fähigkeit;Wichtigkeit;Reifegrad Ist;Reifegrad Soll',
          'F1;Finanzen;;hoch;2;4',
          'F2;Rechnungsstellung;Finanzen;mittel;1;3',
        ),
      ],
      [
        'Projekte.csv',
        csv(
          'Projekt-Nr;Projektname;Fähigkeiten;Budget (EUR);Beginn;Ende',
          'P1;Lohn;Rechnungsstellung;10.000,50;01.02.2026;31.12.2026',
          'P2;Portal;Finanzen, Rechnungsstellung;20.000,00;01.03.2026;31.12.2026',
        ),
      ],
    ]);
    expect(preview).toMatchObject({ fileName: 'Projekte.csv' });
    expect(report.sums).toEqual({ budget: 30_000_50, currency: 'EUR' });
    expect(Object.values(after.initiative)[0]).toMatchObject({
      externalId: 'P1',
      startDate: '2026-02-01',
      endDate: '2026-12-31',
    });
    expect(tree(after)).toEqual(['Finanzen', 'Rechnungsstellung < Finanzen']);
    expect(
      Object.values(after.capability).map((each) => [
        each.code,
        each.importance,
        each.currentMaturity,
        each.targetMaturity,
      ]),
    ).toEqual([
      ['F1', 5, 2, 4],
      ['F2', 3, 1, 3],
    ]);
    expect(served(after)).toEqual([
      'Lohn ~ Rechnungsstellung',
      'Portal ~ Finanzen',
      'Portal ~ Rechnungsstellung',
    ]);
  });

  test('French and Chinese', async () => {
    const french = await importTogether([
      [
        'Capacités.csv',
        csv(
          'Code,Capacité,Capacité parente,Importance,Maturité actuelle,Maturité cible',
          'F1,Finance,,élevée,2,4',
          'F2,Facturation,Finance,faible,1,3',
        ),
      ],
      [
        'Projets.csv',
        csv('N° projet,Nom du projet,Capacités,Budget (EUR)', 'P1,Paie,Facturation,"10 000,50"'),
      ],
    ]);
    expect(tree(french.after)).toEqual(['Finance', 'Facturation < Finance']);
    expect(served(french.after)).toEqual(['Paie ~ Facturation']);
    expect(french.report).toMatchObject({ unreadable: [], sums: { budget: 10_000_50 } });
    expect(french.report.tables).toMatchObject([{ issues: [] }]);
    const chinese = await importTogether([
      ['业务能力.csv', csv('编码,业务能力,上级能力,重要性', 'F1,财务,,高', 'F2,开票,财务,低')],
      [
        '项目清单.csv',
        csv('项目编号,项目名称,业务能力,预算（万元）', 'P1,薪酬,开票、财务,10', 'P2,总账,F2,20'),
      ],
      ['供应商.csv', csv('供应商,合作关系,合同到期日', '甲公司,供应商,2027-01-01')],
    ]);
    expect(tree(chinese.after)).toEqual(['财务', '开票 < 财务']);
    expect(served(chinese.after)).toEqual(['总账 ~ 开票', '薪酬 ~ 开票', '薪酬 ~ 财务']);
    expect(Object.values(chinese.after.partner)).toMatchObject([
      { name: '甲公司', relationship: 'supplier', contractEnd: '2027-01-01' },
    ]);
  });
});

test('commas between names are known by the other list, and one within a name stays', async () => {
  const { after } = await importTogether([
    [
      'capabilities.csv',
      csv('Capability,Importance', '"Risk, audit and control",High', 'Billing,Low', 'Collections,Low'),
    ],
    [
      'initiatives.csv',
      csv(
        'ID,Initiative,Budget,Capability',
        'P-1,Payroll,10,"Billing, Collections"',
        'P-2,Ledger,20,"Risk, audit and control"',
      ),
    ],
  ]);
  expect(served(after)).toEqual([
    'Ledger ~ Risk, audit and control',
    'Payroll ~ Billing',
    'Payroll ~ Collections',
  ]);
});

test('a list of vendors with a row for each contract makes each vendor once, and its ids lead there', async () => {
  const { report, after } = await importTogether([
    [
      'vendors.csv',
      csv('ID,Vendor,Relationship', 'V1,Acme,supplier', 'V2,Globex,supplier', 'V3,acme,supplier'),
    ],
    ['initiatives.csv', csv('ID,Initiative,Budget,Vendor', 'P-1,Payroll,10,V3', 'P-2,Ledger,20,V2')],
  ]);
  expect(report.tables).toMatchObject([
    { role: 'partners', created: 2, refused: 1, issues: [{ row: 4, column: 'Vendor', reason: 'same_name' }] },
  ]);
  expect(Object.values(after.partner).map(({ name }) => name)).toEqual(['Acme', 'Globex']);
  expect(Object.values(after.engagement).map(({ partnerId }) => after.partner[partnerId]?.name)).toEqual([
    'Acme',
    'Globex',
  ]);
});

test('progress counts the rows of every list, and a wish to stop is heard in each', async () => {
  const many = (head: string, line: (at: number) => string): string =>
    csv(head, ...Array.from({ length: 20_000 }, (_, at) => line(at)));
  const path = tempFile(
    'capabilities.csv',
    many('Capability,Parent,Importance', (at) => `Capability ${at},,High`),
  );
  const other = {
    name: 'initiatives.csv',
    path: tempFile(
      'initiatives.csv',
      many('ID,Initiative,Budget,Capability', (at) => `P-${at},Payroll ${at},1,Capability ${at}`),
    ),
  };
  const run = (stopAt: number) => {
    const seen: (readonly [number, number | null])[] = [];
    const running = readImport({
      path,
      fileName: 'capabilities.csv',
      others: [other],
      plan: {},
      records: recordsWith(),
      onProgress: (stage, done, total) => {
        if (stage === 'mapping') seen.push([done, total]);
      },
      isCancelled: () => (seen.at(-1)?.[0] ?? 0) >= stopAt,
    });
    return { running, seen };
  };
  for (const [stopAt, file] of [
    [1, 'capabilities.csv'],
    [20_001, 'initiatives.csv'],
  ] as const) {
    const { running } = run(stopAt);
    expect(await failureOf(running)).toMatchObject({ code: 'cancelled', place: { file } });
  }
  const { running, seen } = run(Number.POSITIVE_INFINITY);
  const { changes } = await running;
  expect(changes.add.contribution).toHaveLength(20_000);
  expect(seen.at(-1)).toEqual([40_000, 40_000]);
  expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).sort((a, b) => a - b));
});

describe('money of several lists', () => {
  const list = (currency: string) =>
    csv(`Capability,Importance,Money needed (${currency})`, 'Billing,High,100', 'Audit,Low,50');
  const projects = (currency: string) =>
    csv(`Initiative,Budget (${currency}),Capability`, 'Payroll,10,Billing');

  test('comes in where it is in the currency of the list, and is refused by name where it is not', async () => {
    const same = await importTogether([
      ['capabilities.csv', list('EUR')],
      ['initiatives.csv', projects('EUR')],
    ]);
    expect(same.after.portfolio.portfolio?.currency).toBe('EUR');
    expect(same.report.tables).toMatchObject([{ sum: 15_000 }]);
    expect(same.report.sums).toEqual({ budget: 1000, currency: 'EUR' });
    const other = await importTogether([
      ['capabilities.csv', list('GBP')],
      ['initiatives.csv', projects('EUR')],
    ]);
    expect(other.report.tables?.[0]).toMatchObject({ sum: 0, created: 2 });
    expect(other.report.tables?.[0]?.issues?.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'other_currency'],
      [3, 'other_currency'],
    ]);
  });

  test('of a portfolio that holds some stays in its currency', async () => {
    const records = {
      ...recordsWith(),
      initiative: recordsOf([{ ...newInitiative('i', 'Old'), budget: 500 }]),
    };
    const { after, report } = await importTogether(
      [
        ['capabilities.csv', list('USD')],
        ['initiatives.csv', projects('EUR')],
      ],
      {},
      records,
    );
    expect(after.portfolio.portfolio?.currency).toBe('USD');
    expect(report.tables).toMatchObject([{ sum: 15_000 }]);
    expect(report.unreadable).toMatchObject([{ row: 2, reason: 'other_currency' }]);
  });
});

describe('two sets of changes as one', () => {
  test('a new record that is changed afterwards stays new, once and as it stood last', () => {
    const [a, b] = [newCapability('a', 'A', null), newCapability('b', 'B', null)];
    const first = { wellFormed: true, add: { capability: [a] }, update: { capability: [b] } };
    const then = {
      wellFormed: true,
      add: { capability: [newCapability('c', 'C', 'a')] },
      update: {
        capability: [
          { ...a, importance: 5 as const },
          { ...b, importance: 1 as const },
        ],
      },
    };
    const { add, update, wellFormed } = foldChanges(first, then);
    expect(wellFormed).toBe(true);
    expect(add.capability?.map(({ id, importance }) => [id, importance])).toEqual([
      ['a', 5],
      ['c', null],
    ]);
    expect(update.capability?.map(({ id, importance }) => [id, importance])).toEqual([['b', 1]]);
    expect(foldChanges(first, { ...then, wellFormed: false }).wellFormed).toBeUndefined();
  });
});
