import { describe, expect, test } from 'vitest';
import { importText } from './helpers.ts';
import { expectList, type ListCase, lines } from './listCases.ts';

const cases: readonly ListCase[] = [
  {
    list: 'with years beside their total, thousands of pounds said above',
    text: lines(
      'Change Portfolio – Group Technology,,,,,,,,,,',
      'As at 31 March 2025. £k unless stated,,,,,,,,,,',
      ',,,,,,,,,,',
      'Ref,Initiative,Exec Sponsor,RAG,FY24,FY25,FY26,Total,Benefits FY26,Start,End',
      'GT-01,Core banking decommission,J. Smith,Red,"1,200","2,400",800,"4,400","1,000",Q3 FY24,Q2 FY26',
      'GT-02,Payments ISO20022,A. Khan,Amber,450,300,-,750,-,Apr-24,w/c 12 May 2025',
      'GT-03,Branch Wi-Fi,,Green,-,120,TBC,120,,TBC,ongoing',
      ',Total,,,"1,650","2,820",800,"5,270","1,000",,',
    ),
    currency: 'GBP',
    skipped: ['total'],
    stated: [5_270_000],
    fields: ['externalId', 'name', 'startDate', 'endDate', 'budget'],
    rows: [
      ['GT-01', 'Core banking decommission', '2024-07-01', '2026-06-30', 4_400_000],
      ['GT-02', 'Payments ISO20022', '2024-04-01', '2025-05-12', 750_000],
      ['GT-03', 'Branch Wi-Fi', null, null, 120_000],
    ],
  },
  {
    list: 'of a hospital: weeks, tax behind an amount, a stage where a day should be',
    text: lines(
      'Trust Digital Programme - status @ w/c 03/11/25',
      ',,,,,,,',
      'Workstream,Project,SRO / PM,Overall RAG (prev),Overall RAG,Go-live,Capital £,Status',
      'Clinical,EPMA,Dr Patel / Sue,Green,Amber (slipping),w/c 12/01/26,"£450,000",Live in 3 of 9 wards',
      ',Order comms,Dr Patel / Sue,Amber,Amber,Complete - see note 3,"£120,000",Complete',
      'Infrastructure,Wi-Fi,IT,Green,Green,mid Feb 26,£85k + VAT,In progress',
      ',VDI,IT,n/a,Red,tbc,circa £1.2m,Paused pending funding',
      'Note 3: handed over to BAU 01/10/25',
    ),
    currency: 'GBP',
    skipped: ['footnote'],
    fields: ['name', 'stage', 'status', 'endDate', 'budget'],
    rows: [
      ['EPMA', null, 'Amber (slipping)', '2026-01-12', 450_000],
      ['Order comms', 'done', 'Amber', null, 120_000],
      ['Wi-Fi', 'active', 'Green', '2026-02-28', 85_000],
      ['VDI', null, 'Red', null, 1_200_000],
    ],
  },
  {
    list: 'with short years first in one column, proved by the other',
    text: lines(
      '项目,开始,结束,金额(万元)',
      '甲,2025/1/6,26.12.31,100',
      '乙,25.3.1,25.12.26,200',
      '丙,2024-05-01,27.6.30,300',
    ),
    currency: 'CNY',
    fields: ['name', 'startDate', 'endDate', 'budget'],
    rows: [
      ['甲', '2025-01-06', '2026-12-31', 1_000_000],
      ['乙', '2025-03-01', '2025-12-26', 2_000_000],
      ['丙', '2024-05-01', '2027-06-30', 3_000_000],
    ],
  },
  {
    list: 'of an insurer: thousands of euros in the cells',
    text: lines(
      'Projekt;Sparte;PL;Budget 2024;Ist 2024;Budget 2025;Ist 2025 (per 30.09.);Budget gesamt;Start;Ende;Ampel;Bemerkung',
      'Bestandsmigration Leben;Leben;Huber;1,2 Mio;1,35 Mio;2,0 Mio;1,1 Mio;4,5 Mio;01.07.2023;Q4/26;gelb;',
      'Schaden-App 2.0;Komposit;Maier;350 T€;340 T€;150 T€;90 T€;500 T€;15.1.24;30.6.25;grün;fertig lt. PL',
      'Beraterportal;Vertrieb;N.N.;-;-;k.A.;-;k.A.;offen;offen;;Idee',
    ),
    currency: 'EUR',
    fields: ['name', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['Bestandsmigration Leben', '2023-07-01', '2026-12-31', 4_500_000, 1_350_000],
      ['Schaden-App 2.0', '2024-01-15', '2025-06-30', 500_000, 340_000],
      ['Beraterportal', null, null, null, null],
    ],
  },
  {
    list: 'with ends of years and quarters in short',
    text: lines(
      'Program,Project,Target Date,Status Update,$$,Priority',
      'Digital,App,EOY 2025,Green - on plan,$1.2MM,1',
      'Digital,Web,EOQ1 FY26,Yellow: vendor late,"$350,000 (approx.)",2',
      'Core,DB,H2 2026,Not Started,,3',
      'Core,Net,TBD (pending),Done!,$50K-$75K,4',
    ),
    fields: ['name', 'stage', 'endDate', 'budget'],
    rows: [
      ['App', null, '2025-12-31', 1_200_000],
      ['Web', null, '2026-03-31', 350_000],
      ['DB', 'planned', '2026-12-31', null],
      ['Net', 'done', null, null],
    ],
  },
];

describe('a list that somebody made', () => {
  test.each(cases)('$list', expectList);
});

test('years that nothing sums are added up, what is not known with them stays unknown, and the report says so', async () => {
  const { initiatives, report } = await importText(
    lines(
      'Project,Owner,Status,FY24/25 £k,FY25/26 £k,FY26/27 £k',
      'Alpha,Ann,Active,100,200.5,50',
      'Beta,Bob,Closed,80,,-',
      'Gamma,Cy,Active,,TBC,400',
      'Delta,Di,Active,,,',
      'Total,,,180,200.5,450',
    ),
  );
  expect(initiatives.map(({ name, budget }) => [name, budget])).toEqual([
    ['Alpha', 350_500_00],
    ['Beta', 80_000_00],
    ['Gamma', null],
    ['Delta', null],
  ]);
  expect(report.notes).toContainEqual({
    what: 'timesAdded',
    count: 3,
    examples: ['FY24/25 £k', 'FY25/26 £k', 'FY26/27 £k'],
  });
  expect(report.sumChecks?.map(({ came, stated }) => [came, stated])).toEqual([[430_500_00, 830_500_00]]);
});

test('columns of quarters are no money where nothing calls them so: they are left, and the report says so', async () => {
  const { initiatives, report } = await importText(
    lines('Project,Q1 2025,Q2 2025,Q3 2025', 'Alpha,2,2.5,3', 'Beta,1,0,0.5'),
  );
  expect(initiatives.map(({ budget }) => budget)).toEqual([null, null]);
  expect(report.notes).toContainEqual({
    what: 'timesLeft',
    count: 3,
    examples: ['Q1 2025', 'Q2 2025', 'Q3 2025'],
  });
});

test('years beside their quarters are not added up', async () => {
  const { initiatives, report } = await importText(
    lines('Project,2024 £k,2025 £k,Q1 2025 £k,Q2 2025 £k', 'Alpha,100,200,90,110', 'Beta,50,60,30,30'),
  );
  expect(initiatives.map(({ budget }) => budget)).toEqual([null, null]);
  expect(report.notes?.map(({ what }) => what)).toContain('timesLeft');
});

test.each([
  [
    'with their years',
    ['Project,Nov-25,Dec-25,Jan-26'],
    ['2025-11-01', '2025-12-31'],
    ['2025-12-01', '2026-01-31'],
  ],
  [
    'of the year above',
    ['Plan 2025,,,', 'Project,Jan,Feb,Mar'],
    ['2025-01-01', '2025-02-28'],
    ['2025-02-01', '2025-03-31'],
  ],
  [
    'in Chinese',
    ['2025年项目计划,,,', '项目名称,1月,2月,3月'],
    ['2025-01-01', '2025-02-28'],
    ['2025-02-01', '2025-03-31'],
  ],
  ['of no year', ['Project,Jan,Feb,Mar'], [null, null], [null, null]],
] as const)('months that are marked say from when to when: %s', async (_, above, first, second) => {
  const { initiatives, report } = await importText(lines(...above, 'Alpha,x,x,', 'Beta,,X,x'));
  expect(initiatives.map(({ startDate, endDate }) => [startDate, endDate])).toEqual([first, second]);
  expect(report.notes?.map(({ what }) => what)).toContain(first[0] === null ? 'timesLeft' : 'timesMarked');
});

test('a list with dates or a budget of its own has nothing made of its months', async () => {
  const { report } = await importText(
    lines('Project,Start,Jan-25,Feb-25,Budget', 'Alpha,2025-01-01,x,x,1000', 'Beta,2025-02-01,,x,2000'),
  );
  expect(report.notes ?? []).toEqual([]);
});

test('a table to the right of the list is left out, and said; an empty column inside a list is not', async () => {
  const beside = await importText(
    lines(
      'Projects 2025,,,,,Products 2025,,,',
      'Project,Owner,Budget,End,,Product,Owner,Run cost,Users',
      'ERP,Ann,100000,2025-12-31,,Mobile app,Swift,30000,12000',
      'CRM,Bob,200000,2026-06-30,,Portal,Web,45000,800',
      'DWH,Cy,50000,2025-06-30,,,,,',
    ),
  );
  expect(beside.initiatives.map(({ name, owner, extra }) => [name, owner, extra])).toEqual([
    ['ERP', 'Ann', {}],
    ['CRM', 'Bob', {}],
    ['DWH', 'Cy', {}],
  ]);
  expect(beside.report.notes).toContainEqual({
    what: 'otherTable',
    count: 3,
    examples: ['Products 2025: Product, Owner, Run cost, Users'],
  });
  const spaced = await importText(
    lines('Project,Owner,,Budget,End', 'ERP,Ann,,100000,2025-12-31', 'CRM,Bob,,200000,2026-06-30'),
  );
  expect(spaced.initiatives.map(({ budget, endDate }) => [budget, endDate])).toEqual([
    [100_000_00, '2025-12-31'],
    [200_000_00, '2026-06-30'],
  ]);
});

test('two bare numbers in a column of money are a range', async () => {
  const { initiatives, report } = await importText(
    lines('Project,Cost (£k)', 'Alpha,150-200', 'Beta,300', 'Gamma,50 - 75', 'Delta,1000'),
  );
  expect(initiatives.map(({ budget }) => budget)).toEqual([null, 300_000_00, null, 1_000_000_00]);
  expect(report.unreadable.map(({ reason, value }) => [reason, value])).toEqual([
    ['amount_range', '150-200'],
    ['amount_range', '50 - 75'],
  ]);
});

test.each([
  ['budget', 'Budget', 'Revised budget'],
  ['cost in millions', 'Original Cost ($M)', 'Current Cost ($M)'],
  ['cost in a unit that is easily lost', 'Original Cost (M)', 'Current Cost (M)'],
])(
  'what was revised holds where there is something, and what was agreed first elsewhere: %s',
  async (_, first, now) => {
    const { initiatives, report, preview } = await importText(
      lines(`Project,${first},${now}`, 'Alpha,10,12', 'Beta,20,', 'Gamma,30,n/a', 'Delta,40,TBC'),
    );
    const per = first.includes('M)') ? 1_000_000_00 : 100;
    const isMade = first !== 'Original Cost (M)';
    expect(initiatives.map(({ budget }) => (budget === null ? null : budget / per))).toEqual(
      isMade ? [12, 20, 30, null] : [10, 20, 30, 40],
    );
    expect(report.notes?.some(({ what }) => what === 'revisedTaken') ?? false).toBe(isMade);
    expect(preview.plan.columns.budget).toBe(isMade ? 3 : 1);
  },
);

test('a comma splits partners where one of them has a comma of its own', async () => {
  const { changes } = await importText(
    lines(
      'Project,Vendor',
      'Alpha,"Acme, Inc."',
      'Beta,Globex',
      'Gamma,"Globex,Acme, Inc."',
      'Delta,"Smith, Jones and Co"',
    ),
  );
  expect((changes.add.partner ?? []).map(({ name }) => name)).toEqual([
    'Acme, Inc.',
    'Globex',
    'Smith',
    'Jones and Co',
  ]);
  expect(changes.add.engagement).toHaveLength(6);
});
