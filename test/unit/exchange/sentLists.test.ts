/** Lists as they are sent round: reports of governments, exports of tools, pasted rows. Each found something once. */
import { describe, expect, test } from 'vitest';
import { importPath, importText, tempFile } from './helpers.ts';
import { expectList, type ListCase, lines } from './listCases.ts';

const cases: readonly ListCase[] = [
  {
    list: 'of a state, where an estimate becomes what was actual: the current one holds',
    text: lines(
      'Agency Name,Project Name,Initial Estimated Start Date,Current Estimated/Actual Start Date,Initial Estimated Finish Date,Current Estimated/Actual Finish Date,Initial Estimated Project Cost,Current Estimated/Actual Project Cost,Cost Expended to Date,Delivery Status',
      'HHSC,Accounts Receivable,09/01/2019,10/01/2019,08/31/2021,02/28/2024,"$5,100,000.00","$8,247,331.50","$7,000,000.00",In Progress',
      'TxDOT,MMS,01/02/2020,01/02/2020,12/31/2022,12/31/2022,"$20,500,000.00","$19,700,000.00","$19,700,000.00",Completed',
    ),
    fields: ['name', 'owner', 'stage', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['Accounts Receivable', 'HHSC', 'active', '2019-10-01', '2024-02-28', 8_247_331.5, 7_000_000],
      ['MMS', 'TxDOT', 'done', '2020-01-02', '2022-12-31', 19_700_000, 19_700_000],
    ],
  },
  {
    list: 'of a Chinese city, whose word for a total is set apart',
    text: lines(
      'XX市2024年度市级政务信息化建设项目计划表,,,,',
      '编制单位：XX市数据局,,,金额单位：万元,',
      '序号,项目编号,项目名称,项目单位,总投资',
      '1,ZWXX-001,“一网统办”平台,市数据局,1860.00',
      '2,ZWXX-002,智慧交通大脑,市交通运输局,3250.75',
      ',,合　计,,5110.75',
    ),
    currency: 'CNY',
    fields: ['externalId', 'name', 'owner', 'budget'],
    rows: [
      ['ZWXX-001', '“一网统办”平台', '市数据局', 18_600_000],
      ['ZWXX-002', '智慧交通大脑', '市交通运输局', 32_507_500],
    ],
    skipped: ['total'],
    stated: [51_107_500],
  },
  {
    list: 'of Chinese tenders, with a stroke where nobody won',
    text: lines(
      '项目编号\t项目名称\t采购人\t预算金额（元）\t中标供应商',
      'HNZC-101\t政务云扩容\t省政务局\t12,800,000.00\t中国电信',
      'HNZC-102\t电子证照运维\t省公安厅\t2,350,000.00\t/',
    ),
    currency: 'CNY',
    fields: ['externalId', 'name', 'owner', 'budget'],
    rows: [
      ['HNZC-101', '政务云扩容', '省政务局', 12_800_000],
      ['HNZC-102', '电子证照运维', '省公安厅', 2_350_000],
    ],
    partners: ['中国电信'],
  },
  {
    list: 'of investments that a chief information officer rates by a colour',
    text: lines(
      'Unique Investment Identifier,Agency Name,Investment Title,Evaluation Color,Lifecycle Cost ($M),Projected/Actual Project Start Date,Projected/Actual Project Completion Date',
      '009-000001234,HHS,Healthcare.gov,Green,"1,234.567",10/01/2012,09/30/2027',
      '024-000009012,DHS,TECS,Yellow,243.9,,',
    ),
    fields: ['externalId', 'name', 'owner', 'status', 'startDate', 'endDate', 'budget'],
    rows: [
      ['009-000001234', 'Healthcare.gov', 'HHS', 'Green', '2012-10-01', '2027-09-30', 1_234_567_000],
      ['024-000009012', 'TECS', 'DHS', 'Yellow', null, null, 243_900_000],
    ],
  },
  {
    list: 'of New Zealand, rated in this quarter and in the last one',
    text: lines(
      'Agency,Initiative name,Investment phase,Rating last quarter,Rating this quarter,Whole of life cost (NZ$ million)',
      'Inland Revenue,Transformation,Delivering,Amber,Green,"$1,871.0"',
      'Te Whatu Ora,Hira,Planning,Amber,Amber/Red,withheld',
    ),
    currency: 'NZD',
    fields: ['name', 'owner', 'stage', 'status', 'budget'],
    rows: [
      ['Transformation', 'Inland Revenue', 'active', 'Green', 1_871_000_000],
      ['Hira', 'Te Whatu Ora', 'planned', 'Amber/Red', null],
    ],
  },
  {
    list: 'of Ireland, of projects and programmes with short descriptions, and spending to the end of a year',
    text: lines(
      'Department,Project/Programme,Short Description,Total Capital Cost €m,Spend to end-2024 €m,Project Start,Current Stage',
      'Health,Electronic Health Record,National EHR,120,12.5,Q1 2024,Preliminary Business Case',
      'Revenue,Modernised Import,Customs system,50,31,2019,Implementation',
    ),
    currency: 'EUR',
    fields: ['name', 'owner', 'description', 'collaborationGroup', 'startDate', 'budget', 'spent'],
    rows: [
      ['Electronic Health Record', 'Health', 'National EHR', null, '2024-01-01', 120_000_000, 12_500_000],
      ['Modernised Import', 'Revenue', 'Customs system', null, '2019-01-01', 50_000_000, 31_000_000],
    ],
  },
  {
    list: 'of a veterans’ office: how sure a cost is, is no health',
    text: lines(
      'Project Name|Life Cycle Cost Estimate ($K)|Confidence Level|Baseline End Date|Current End Date',
      'Health Record|49,818,000|70%|09/30/2028|09/30/2031',
      'Financials|8,600,000|50%|N/A|09/30/2030',
    ),
    fields: ['name', 'status', 'endDate', 'budget'],
    rows: [
      ['Health Record', null, '2031-09-30', 49_818_000_000],
      ['Financials', null, '2030-09-30', 8_600_000_000],
    ],
  },
  {
    list: 'of the United Nations, whose projects close in two ways',
    text: lines(
      'Agency,Project No.,Project Title (EN),Implementing Partner,Budget USD,Expenditure USD (as of 31 Dec 2024),Project Start Date,Operational Closure Date,Status',
      'UNDP,00123456,Digital public infrastructure,"Ministry of Digital, PM Office","3,200,000","1,150,400.25",01-Mar-23,28-Feb-26,On-going',
      'UNDP,00098765,e-Parliament,Parliament Secretariat,"850,000","850,000",15-Jun-19,31-Dec-22,Financially Closed',
      ',,,,"4,050,000","2,000,400.25",,,',
    ),
    fields: ['externalId', 'name', 'stage', 'endDate', 'budget', 'spent'],
    rows: [
      ['00123456', 'Digital public infrastructure', 'active', '2026-02-28', 3_200_000, 1_150_400.25],
      ['00098765', 'e-Parliament', 'done', '2022-12-31', 850_000, 850_000],
    ],
    partners: ['Ministry of Digital, PM Office', 'Parliament Secretariat'],
    skipped: ['total'],
    stated: [4_050_000, 2_000_400.25],
  },
  {
    list: 'of features, which belong to initiatives of the same names again and again',
    text: lines(
      'Feature reference #,Feature name,Feature status,Feature due date,Initiative name,Initiative reference #,Epic name',
      'APP-1,Passwordless sign in,In development,03/28/2025,Trust,S-1,Identity',
      'APP-2,Audit log,Shipped,12/20/2024,Trust,S-1,Identity',
      'APP-3,Bulk export,Under consideration,,Growth,S-2,',
    ),
    fields: ['externalId', 'name', 'stage', 'endDate', 'collaborationGroup'],
    rows: [
      ['APP-1', 'Passwordless sign in', 'active', '2025-03-28', 'Identity'],
      ['APP-2', 'Audit log', 'done', '2024-12-20', 'Identity'],
      ['APP-3', 'Bulk export', null, null, null],
    ],
  },
  {
    list: 'of issues that name their epic by its title',
    text: lines(
      'Title,Issue ID,State,Assignee,Due Date,Epic ID,Epic Title',
      'Migrate registry,101,Open,Bob,2026-03-31,7,Platform',
      'Login page,102,Closed,,,7,Platform',
    ),
    fields: ['externalId', 'name', 'stage', 'endDate', 'collaborationGroup'],
    rows: [
      ['101', 'Migrate registry', 'active', '2026-03-31', 'Platform'],
      ['102', 'Login page', 'done', null, 'Platform'],
    ],
  },
  {
    list: 'of a development bank, in millions of dollars',
    text: lines(
      'Project Number,Project Title,Status,Approval Date,Closing Date,ADB Financing (US$ million),Cofinancing (US$ million),Executing Agency',
      '53222-001,Digital Revenue,Active,12 Nov 2020,30 Jun 2026,400.00,-,Department of Finance',
      '51141-002,e-Gov,Closed,5 Dec 2018,31 Dec 2023,40.00,3.50,IT Authority',
    ),
    fields: ['externalId', 'name', 'owner', 'stage', 'startDate', 'endDate', 'budget'],
    rows: [
      [
        '53222-001',
        'Digital Revenue',
        'Department of Finance',
        'active',
        '2020-11-12',
        '2026-06-30',
        400_000_000,
      ],
      ['51141-002', 'e-Gov', 'IT Authority', 'done', '2018-12-05', '2023-12-31', 40_000_000],
    ],
  },
  {
    list: 'of Hong Kong in Chinese: spending until a day',
    text: lines(
      '項目,決策局／部門,核准承擔額（千元）,截至2025年3月31日累計開支（千元）,預計完成日期,進度',
      '新一代政府雲端,數字政策辦公室,"1,103,000","812,345",2026年第三季,進行中',
      '綜合案件管理,司法機構,"682,430","398,200",2027年12月,進行中',
    ),
    currency: 'HKD',
    fields: ['name', 'owner', 'stage', 'endDate', 'budget', 'spent'],
    rows: [
      ['新一代政府雲端', '數字政策辦公室', 'active', '2026-09-30', 1_103_000_000, 812_345_000],
      ['綜合案件管理', '司法機構', 'active', '2027-12-31', 682_430_000, 398_200_000],
    ],
  },
  {
    list: 'of German grants: who applied, and how far it is',
    text: lines(
      'Projekttitel\tAntragsteller\tZuwendungssumme\tLaufzeit von\tLaufzeit bis\tStand',
      'KI Campus\tCharité\t1.234.567,89 €\t01.01.2022\t31.12.2025\tlaufend',
      'GAIA-X 4\tDLR e. V.\t999.000,00 €\t01.10.2021\t30.09.2024\tabgeschlossen',
    ),
    currency: 'EUR',
    fields: ['name', 'owner', 'stage', 'endDate', 'budget'],
    rows: [
      ['KI Campus', 'Charité', 'active', '2025-12-31', 1_234_567.89],
      ['GAIA-X 4', 'DLR e. V.', 'done', '2024-09-30', 999_000],
    ],
  },
];

describe('a list that is sent round', () => {
  test.each(cases)('$list', expectList);
});

test('a board with parts below its rows keeps the rows of all its groups, and says which parts were left', async () => {
  const { initiatives, report } = await importText(
    lines(
      'Portfolio board,,,,,',
      'Now,,,,,',
      'Name,Subitems,Person,Status,Timeline,Budget',
      'ERP,"Blueprint, Build",Ann Lee,Working on it,2025-01-06 - 2026-03-31,1200000',
      'Subitems,Name,Owner,Status,Date,Budget',
      ',Blueprint,Bob,Done,2025-03-01,200000',
      ',Build,Bob,Working on it,2025-12-01,1000000',
      'CRM,,Cy Dee,Stuck,2025-02-03 - 2025-11-28,300000',
      ',,,,,1500000',
      ',,,,,',
      'Later,,,,,',
      'Name,Subitems,Person,Status,Timeline,Budget',
      'Lake,,Ann Lee,,,500000',
      ',,,,,500000',
    ),
  );
  expect(
    initiatives.map((each) => [each.name, each.owner, each.endDate, each.budget, each.collaborationGroup]),
  ).toEqual([
    ['ERP', 'Ann Lee', '2026-03-31', 120_000_000, 'Now'],
    ['CRM', 'Cy Dee', '2025-11-28', 30_000_000, 'Now'],
    ['Lake', 'Ann Lee', null, 50_000_000, 'Later'],
  ]);
  expect(report.refused).toEqual([]);
  expect(report.notes).toContainEqual({ what: 'subitemsLeft', count: 2, examples: ['Blueprint', 'Build'] });
});

test('what is capitalised and what is expensed, under one name in Chinese, is said to be one part', async () => {
  const { report } = await importText(
    lines('项目名称,计划金额 资本性（万元）,计划金额 费用性（万元）', '主数据平台,320,45', '安全中心,280,60'),
  );
  expect(report.notes).toContainEqual({
    what: 'partOnly',
    count: 1,
    examples: ['计划金额 资本性（万元）', '计划金额 费用性（万元）'],
  });
});

describe('rows that are pasted without the names of their columns', () => {
  test('all come in, under names that are made and told', async () => {
    const { initiatives, report, preview } = await importText(
      lines(
        'P-001,Payroll renewal,Ann Lee,Active,2025-01-06,2026-03-31,1200000',
        'P-002,Ledger,Bob Ray,Planned,2025-06-02,2026-12-18,450000',
        'P-003,Portal,Cy Dee,Done,2023-01-09,2024-05-31,300000',
      ),
    );
    expect(
      initiatives.map((each) => [
        each.externalId,
        each.name,
        each.stage,
        each.startDate,
        each.endDate,
        each.budget,
      ]),
    ).toEqual([
      ['P-001', 'Payroll renewal', 'active', '2025-01-06', '2026-03-31', 120_000_000],
      ['P-002', 'Ledger', 'planned', '2025-06-02', '2026-12-18', 45_000_000],
      ['P-003', 'Portal', 'done', '2023-01-09', '2024-05-31', 30_000_000],
    ]);
    expect(initiatives[0]?.extra).toMatchObject({ 'Column 3': 'Ann Lee' });
    // What we called it ourselves makes nobody sure of it.
    for (const { matched, sure } of preview.columns.filter((column) => column.matched !== null))
      expect([matched, (sure ?? 1) < 0.7]).toEqual(['values', true]);
    expect(report.notes).toContainEqual({
      what: 'namesMade',
      count: 7,
      examples: ['ID', 'Column 2', 'Column 3', 'Status', 'Start date'],
    });
  });

  test('that are numbered have ids, and no budget that their numbers would be', async () => {
    const { initiatives } = await importText(
      lines('22071,Passport checks,2025-01-06,2026-03-31', '22085,Debt inquiry,2025-06-02,2026-12-18'),
    );
    expect(initiatives.map(({ externalId, budget }) => [externalId, budget])).toEqual([
      ['22071', null],
      ['22085', null],
    ]);
  });

  test('in Chinese have Chinese names; days that run backwards, and several amounts, are not named', async () => {
    const { initiatives, report } = await importText(
      lines(
        '一网统办,市数据局,2025-12-31,2024-01-01,1860,1200',
        '智慧交通,市交通局,2024-12-31,2023-06-01,3250,800',
      ),
    );
    expect(initiatives.map(({ name }) => name)).toEqual(['一网统办', '智慧交通']);
    expect(initiatives.map(({ endDate, budget }) => [endDate, budget])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect((report.notes ?? [])[0]).toMatchObject({
      what: 'namesMade',
      examples: expect.arrayContaining(['第 1 列']),
    });
  });

  test.each([
    ['years', 'Project,2024,2025', 'A,100,200', 'B,300,400'],
    ['quarters', 'Project,Q1 2025,Q2 2025', 'A,100,200', 'B,300,400'],
    ['unknown words', 'Kitu,Tarehe,Pesa', 'Malipo,2025-01-01,200', 'Mishahara,2025-02-01,400'],
  ])('are told from a list with names that are %s', async (_, ...rows) => {
    const { initiatives, report } = await importText(lines(...rows));
    expect(initiatives).toHaveLength(2);
    expect((report.notes ?? []).map(({ what }) => what)).not.toContain('namesMade');
  });
});

test('a table of Markdown may have marks and bars inside of its cells', async () => {
  const text = lines(
    '| ID | Initiative | Owner |',
    '|----|------------|-------|',
    '| I-1 | **Payments** [spec](https://x.y/z) | Ann |',
    '| I-2 | Data \\| Lake | Cy |',
  );
  const { initiatives, report } = await importPath(tempFile('list.md', text), 'list.md');
  expect(initiatives.map(({ externalId, name, owner }) => [externalId, name, owner])).toEqual([
    ['I-1', 'Payments spec', 'Ann'],
    ['I-2', 'Data | Lake', 'Cy'],
  ]);
  expect(report.repaired.map(({ what }) => what)).not.toContain('shiftedRow');
});

describe('rows for what is capitalised and what is expensed', () => {
  const header = 'Work ID,Work Name,Cost Type,Status,Manager,Approved Budget,Actual Cost';

  test('are one initiative, whose money adds up, and are told', async () => {
    const { initiatives, report } = await importText(
      lines(
        header,
        '100,CRM renewal,Capital,Active,Ann Lee,"$800,000.50","$200,000"',
        '100,CRM renewal,Expense,Active,Ann Lee,"$150,000","$50,000"',
        '101,Data hub,Capital,Planned,Bob Ray,"$400,000",',
        '101,Data hub,Expense,Planned,Bob Ray,,"$7"',
        '102,Portal,Capital,Completed,Cy Dee,"$300,000","$310,000"',
      ),
    );
    expect(
      initiatives.map(({ externalId, name, budget, spent }) => [externalId, name, budget, spent]),
    ).toEqual([
      ['100', 'CRM renewal', 95_000_050, 25_000_000],
      ['101', 'Data hub', 40_000_000, 700],
      ['102', 'Portal', 30_000_000, 31_000_000],
    ]);
    expect(initiatives[0]?.extra['Cost Type']).toBe('Capital; Expense');
    expect(report.notes).toContainEqual({
      what: 'costRowsAdded',
      count: 2,
      examples: ['CRM renewal', 'Data hub'],
    });
  });

  test.each([
    ['say something else as well', '100,CRM,Capital,Active,Ann,800,200', '100,CRM,Expense,Paused,Ann,150,50'],
    ['are of one sort', '100,CRM,Capital,Active,Ann,800,200', '100,CRM,Capital,Active,Ann,150,50'],
    ['are of other sorts', '100,CRM,Labour,Active,Ann,800,200', '100,CRM,Licences,Active,Ann,150,50'],
  ])('stay where they %s', async (_, ...rows) => {
    const { initiatives, report } = await importText(lines(header, ...rows));
    expect(initiatives).toHaveLength(2);
    expect((report.notes ?? []).map(({ what }) => what)).not.toContain('costRowsAdded');
  });
});

describe('a sheet whose levels were lost', () => {
  const sheet = (...rows: readonly string[]) => importText(lines('Primary,Owner,Budget', ...rows));

  test('counts a programme and its tasks once where all of it falls into sums', async () => {
    const { initiatives, report } = await sheet(
      'Digital Workplace,Ann,350000',
      'M365,Bob,200000',
      'Rooms,Cy,150000',
      'Data,Ann,900000',
      'Lake,Bob,600000',
      'Catalogue,Cy,300000',
    );
    expect(initiatives.map(({ name, collaborationGroup }) => [name, collaborationGroup])).toEqual([
      ['M365', 'Digital Workplace'],
      ['Rooms', 'Digital Workplace'],
      ['Lake', 'Data'],
      ['Catalogue', 'Data'],
    ]);
    expect(report.notes).toContainEqual({
      what: 'summariesLeft',
      count: 2,
      examples: ['Digital Workplace', 'Data'],
    });
  });

  test('counts every row where one of them stands in no sum, or there is one sum alone', async () => {
    const one = await sheet('Workplace,Ann,350000', 'M365,Bob,200000', 'Rooms,Cy,150000');
    expect(one.initiatives).toHaveLength(3);
    const rest = await sheet(
      'Workplace,Ann,350000',
      'M365,Bob,200000',
      'Rooms,Cy,150000',
      'Data,Ann,900000',
      'Lake,Bob,600000',
      'Catalogue,Cy,300000',
      'Other,Cy,70000',
    );
    expect(rest.initiatives).toHaveLength(7);
  });
});

test('work items of Azure DevOps keep the path of their area', async () => {
  const { initiatives } = await importText(
    lines(
      'ID,Work Item Type,Title,State,Area Path,Iteration Path',
      '1,Epic,Identity,Active,Contoso\\Platform,Contoso\\2025',
    ),
  );
  expect(initiatives[0]?.extra['Area path']).toBe('Contoso\\Platform');
});
