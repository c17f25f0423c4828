import { describe, expect, test } from 'vitest';
import { importPath, importText, tempFile } from './helpers.ts';
import { expectList, type ListCase, lines } from './listCases.ts';
import { xlsxFile } from './xlsxFile.ts';

const cases: readonly ListCase[] = [
  {
    list: 'of a portfolio suite, with levels and three sorts of total cost',
    text: lines(
      '"Work ID","Level","Work Name","Lifecycle Stage","Schedule Start","Schedule Finish","Actual Start","Total Cost - Approved","Total Cost - EAC","Total Cost - Actual","Project Manager"',
      '"PGM-1","1","Digital Workplace","Execute","15-Jan-2025","31-Dec-2026","15-Jan-2025","3,500.0","3,720.0","1,900.0","Ann Lee"',
      '"PRJ-11","2","M365 Rollout","Execute","15-Jan-2025","31-Oct-2025","15-Jan-2025","2,000.0","2,120.0","1,700.0","Bob Ray"',
      '"PRJ-12","2","Meeting Rooms","Plan","01-Jul-2025","31-Dec-2026","","1,500.0","1,600.0","200.0","Cy Dee"',
    ),
    fields: ['externalId', 'name', 'stage', 'startDate', 'budget', 'spent', 'collaborationGroup'],
    rows: [
      ['PRJ-11', 'M365 Rollout', 'active', '2025-01-15', 2_000, 1_700, 'Digital Workplace'],
      ['PRJ-12', 'Meeting Rooms', 'planned', '2025-07-01', 1_500, 200, 'Digital Workplace'],
    ],
    skipped: ['group'],
  },
  {
    list: 'that follows what is earned: ETC is what is still to come',
    text: lines(
      'Project ID;Project Name;Status;Overall Status;Start;Finish;ACT;ETC;EAC;Currency;Manager;Program',
      'PR1001;Claims Core;Approved;Yellow;1/6/25 8:00 AM;12/18/26 5:00 PM;1.200.000,00;1.250.000,00;2.450.000,00;EUR;Müller, Jörg;Core Renewal',
      'PR1003;GDPR Deletion;On Hold;Red;3/3/25 8:00 AM;11/28/25 5:00 PM;95.500,50;84.499,50;180.000,00;EUR;Schmidt, Kai;',
    ),
    currency: 'EUR',
    fields: ['name', 'stage', 'status', 'endDate', 'budget', 'spent', 'collaborationGroup'],
    rows: [
      ['Claims Core', 'planned', 'Yellow', '2026-12-18', 2_450_000, 1_200_000, 'Core Renewal'],
      ['GDPR Deletion', 'paused', 'Red', '2025-11-28', 180_000, 95_500.5, null],
    ],
  },
  {
    list: 'of a board, whose groups end in sums without a name',
    text: lines(
      'IT Portfolio 2026,,,,,,',
      ',,,,,,',
      'Run & Keep,,,,,,',
      'Name,Owner,Status,Timeline - Start,Timeline - End,Budget,Files',
      'Firewall,"Ann Lee, Bob Ray",Working on it,2026-01-12,2026-04-30,120000,',
      'Backup,Cy Dee,Stuck,2026-02-01,2026-08-31,85000.5,',
      ',,,2026-01-12 to 2026-08-31,,205000.5,',
      ',,,,,,',
      'Change,,,,,,',
      'Name,Owner,Status,Timeline - Start,Timeline - End,Budget,Files',
      'CRM phase 2,Eve Foe,Done,2025-06-01,2026-01-31,640000,',
      ',,,2025-06-01 to 2026-01-31,,640000,',
    ),
    fields: ['name', 'stage', 'endDate', 'budget', 'collaborationGroup'],
    rows: [
      ['Firewall', 'active', '2026-04-30', 120_000, 'Run & Keep'],
      ['Backup', 'paused', '2026-08-31', 85_000.5, 'Run & Keep'],
      ['CRM phase 2', 'done', '2026-01-31', 640_000, 'Change'],
    ],
    skipped: ['total', 'blank', 'group', 'header', 'total'],
    stated: [845_000.5],
  },
  {
    list: 'of a map of applications and initiatives, with its own words for relations and life cycles',
    text: lines(
      'id,type,displayName,name,lifecycle:plan,lifecycle:active,lifecycle:endOfLife,relInitiativeToBusinessCapability,relInitiativeToProvider,budgetCapEx,projectStatus',
      '7f1c,Initiative,Digital / Portal 2.0,Portal 2.0,2025-01-01,2025-06-01,2027-06-30,Customer Service;Sales,Accenture,900000,green',
      '7f1d,Initiative,Cloud Exit,Cloud Exit,2026-01-01,,,IT Operations,,250000,yellow',
    ),
    fields: ['name', 'status', 'startDate', 'endDate', 'budget'],
    rows: [
      ['Portal 2.0', 'green', '2025-06-01', '2027-06-30', 900_000],
      ['Cloud Exit', 'yellow', null, null, 250_000],
    ],
    partners: ['Accenture'],
    capabilities: ['Customer Service', 'Sales', 'IT Operations'],
  },
  {
    list: 'of a Chinese city: headings that count, numbers of the rows, a note and a signature below',
    text: lines(
      'XX市2025年度政务信息化项目清单,,,,,',
      '单位：万元,,,,,',
      '序号,项目名称,建设单位,建设周期,总投资,备注',
      '一、续建项目（1个）,,,,1200.5,',
      '1,智慧政务一体化平台（二期）,市大数据局,2023年3月-2025年12月,1200.5,',
      '二、新建项目（2个）,,,,1580,',
      '2,城市生命线监测,市住建局,2025年上半年-2026年底,980,',
      '3,电子档案系统,市档案局,2025年内,600,待批复',
      '合计（3个）,,,,2780.5,',
      '注：资金来源为市级财政。,,,,,',
      '填报人：张三,,联系电话：0571-88888888,,,',
    ),
    currency: 'CNY',
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget', 'collaborationGroup'],
    rows: [
      [null, '智慧政务一体化平台（二期）', '市大数据局', '2023-03-01', '2025-12-31', 12_005_000, '续建项目'],
      [null, '城市生命线监测', '市住建局', '2025-01-01', '2026-12-31', 9_800_000, '新建项目'],
      [null, '电子档案系统', '市档案局', '2025-01-01', '2025-12-31', 6_000_000, '新建项目'],
    ],
    skipped: ['group', 'group', 'total', 'footnote', 'footnote'],
    stated: [27_805_000],
  },
  {
    list: 'of Mexican projects, with quarters and months as they are said there',
    text: lines(
      'No.,Dependencia o Entidad,Nombre del Proyecto,Fecha de inicio,Fecha de término,Monto autorizado (MDP),Monto ejercido (MDP),Estatus',
      '1,SAT,Nueva plataforma,15/ene/2025,dic-2026,"1,250.75",310.2,En ejecución',
      '2,IMSS,Expediente clínico,03/mar/2024,30/jun/2025,845.00,845.0,Concluido',
      '3,CFE,Medición inteligente,1er trimestre 2026,4to trimestre 2027,"2,300",-,Por iniciar',
      'TOTAL,,,,,"4,395.75","1,155.2",',
    ),
    currency: 'MXN',
    fields: ['name', 'stage', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['Nueva plataforma', 'active', '2025-01-15', '2026-12-31', 1_250_750_000, 310_200_000],
      ['Expediente clínico', 'done', '2024-03-03', '2025-06-30', 845_000_000, 845_000_000],
      ['Medición inteligente', 'planned', '2026-01-01', '2027-12-31', 2_300_000_000, null],
    ],
    skipped: ['total'],
    stated: [4_395_750_000, 1_155_200_000],
  },
  {
    list: 'of Indian projects: what is anticipated now rather than what was said first, in crores',
    text: lines(
      'Sl. No.,Name of the Project,Ministry,Original Date of Completion,Anticipated Date of Completion,Original Cost (Rs. Cr.),Anticipated Cost (Rs. Cr.),Cumulative Expenditure (Rs. Cr.)',
      '1,National Data Centre,MeitY,12/2022,03/2026,"1,234.50","1,560.00",980.25',
      '2,e-Courts Phase III,Law & Justice,03/2027,03/2027,"7,210.00","7,210.00",1450',
      'Grand Total,,,,,"8,444.50","8,770.00","2,430.25"',
    ),
    currency: 'INR',
    fields: ['name', 'owner', 'endDate', 'budget', 'spent'],
    rows: [
      ['National Data Centre', 'MeitY', '2026-03-31', 15_600_000_000, 9_802_500_000],
      ['e-Courts Phase III', 'Law & Justice', '2027-03-31', 72_100_000_000, 14_500_000_000],
    ],
    skipped: ['total'],
    stated: [87_700_000_000, 24_302_500_000],
  },
  {
    list: 'of a list kept on SharePoint, with the numbers of people behind their names',
    text: lines(
      'Title,Project Manager,Phase,Overall Health,Start Date,Baseline Finish,Finish Date,Budget,Actuals to Date,Key Risks',
      '"Payroll","Lee, Ann;#12;#Ray, Bob;#13",Execution,(2) At Risk,1/6/2025,9/30/2025,12/31/2025,"$640,000","$410,500",<div>Vendor capacity</div>',
      '"Badges","Dee, Cy;#14",Closing,(1) On Track,2/3/2025,6/30/2025,6/30/2025,"$95,000","$97,250",',
    ),
    fields: ['externalId', 'name', 'owner', 'stage', 'status', 'endDate', 'budget', 'spent'],
    rows: [
      [null, 'Payroll', 'Lee, Ann; Ray, Bob', 'active', '(2) At Risk', '2025-12-31', 640_000, 410_500],
      [null, 'Badges', 'Dee, Cy', 'active', '(1) On Track', '2025-06-30', 95_000, 97_250],
    ],
  },
  {
    list: 'of a Chinese company, set in below programmes, with days in half a dozen notations',
    text: lines(
      '项目编号;项目名称;所属项目群;负责人;开始;完成;预算（万元）;状态',
      'XM-001;数字工厂;;王强;2025/1/6;2026/12/31;1,200;进行中',
      'XM-002;　MES 系统;XM-001;李娜;2025年3月上旬;2026年6月下旬;700;进行中',
      'XM-003;　设备联网;XM-001;赵敏;2025Q2;2026年底;500;延期',
      'XM-004;OA 升级;行政;孙丽;25.3.1;25.12.31;约80;未开始',
    ),
    currency: 'CNY',
    fields: ['externalId', 'name', 'stage', 'startDate', 'endDate', 'budget', 'collaborationGroup'],
    rows: [
      ['XM-002', 'MES 系统', 'active', '2025-03-01', '2026-06-30', 7_000_000, '数字工厂'],
      ['XM-003', '设备联网', 'paused', '2025-04-01', '2026-12-31', 5_000_000, '数字工厂'],
      ['XM-004', 'OA 升级', 'planned', '2025-03-01', '2025-12-31', 800_000, '行政'],
    ],
    skipped: ['group'],
  },
  {
    list: 'of French projects, whose unit stands before the sign of the currency',
    text: lines(
      'Ministère porteur,Nom du projet,Coût prévisionnel,Date de début,Date de fin prévisionnelle,Phase du projet en cours',
      'Intérieur,SI Armes,"15,7 M€",janv-17,déc-22,Déploiement',
      'Justice,Portalis,"82,0 M€",03/2014,fin 2027,Réalisation',
      'Économie,Foncier innovant,33 M€,mi-2021,T4 2024,Terminé',
    ),
    currency: 'EUR',
    fields: ['name', 'owner', 'stage', 'startDate', 'endDate', 'budget'],
    rows: [
      ['SI Armes', 'Intérieur', 'active', '2017-01-01', '2022-12-31', 15_700_000],
      ['Portalis', 'Justice', 'active', '2014-03-01', '2027-12-31', 82_000_000],
      ['Foncier innovant', 'Économie', 'done', '2021-06-01', '2024-12-31', 33_000_000],
    ],
  },
  {
    list: 'of text with names in two rows, of which the upper one says the unit',
    text: lines(
      'Project,,Dates,,Cost (EUR k),,Status',
      'No.,Name,Start,End,Plan,Actual,',
      'P1,Portal,01.02.2025,31.12.2025,"1.200,5","300,25",aktiv',
      'P2,App,01.03.2025,30.06.2026,"800,0","0",geplant',
    ),
    currency: 'EUR',
    fields: ['externalId', 'name', 'stage', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['P1', 'Portal', 'active', '2025-02-01', '2025-12-31', 1_200_500, 300_250],
      ['P2', 'App', 'planned', '2025-03-01', '2026-06-30', 800_000, 0],
    ],
  },
  {
    list: 'of a base with coloured signs before its words',
    text: lines(
      'Project Name,Lead,Status,Team,Start,Due,Budget,Spend,% Spent,Last Modified',
      '"Customer 360",Maria G.,"🟢 On track",Data,2/3/2025,11/28/2025,"$1,200,000.00","$640,000.00",53%,2/1/2025 3:44pm',
      '"ERP Lite",Tom,"🔴 Blocked",Core,4/14/2025,6/30/2026,"$3,400,000.00","$120,000.00",4%,1/30/2025 9:01am',
      '"Zero Trust",,"⚪ Not started",Sec,,,"$0.00",,0%,"1/3/2025 11:00am"',
    ),
    fields: ['name', 'owner', 'stage', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['Customer 360', 'Maria G.', 'active', '2025-02-03', '2025-11-28', 1_200_000, 640_000],
      ['ERP Lite', 'Tom', 'paused', '2025-04-14', '2026-06-30', 3_400_000, 120_000],
      ['Zero Trust', null, 'planned', null, null, 0, null],
    ],
  },
];

describe('a list as a program or a public body writes it', () => {
  test.each(cases)('$list', expectList);
});

test('one part of the money is said where the list has others, and all of it is not', async () => {
  const notes = async (...headers: readonly string[]) =>
    (await importText(lines(`Name,${headers.join(',')}`, 'A,100000,900000', 'B,2000,250000'))).report.notes ??
    [];
  expect(await notes('Internal cost', 'External cost')).toEqual([
    { what: 'partOnly', count: 1, examples: ['Internal cost', 'External cost'] },
  ]);
  expect(await notes('Budget', 'CapEx')).toEqual([]);
});

test('a name for "not known" in brackets is no partner', async () => {
  const { changes } = await importText(
    lines('システム名,予算額（千円）,契約先', '基盤,1200,（未定）', '処方箋,3400,㈱データ'),
  );
  expect((changes.add.partner ?? []).map(({ name }) => name)).toEqual(['㈱データ']);
});

test('a description that is a web page becomes plain text', async () => {
  const { initiatives } = await importText(
    lines(
      'Initiative name,Initiative description,Initiative status',
      'EU,"<p>Launch in <b>5</b> countries &amp; localise</p><ul><li>DE</li><li>FR</li></ul>",Planned',
      'Speed,a < b and c > d,Planned',
    ),
  );
  expect(initiatives.map(({ description }) => description)).toEqual([
    'Launch in 5 countries & localise\nDE\nFR',
    'a < b and c > d',
  ]);
});

describe('a sheet with another table below the list', () => {
  const list = [
    'Project,Owner,Start,End,Cost (£k)',
    'Network refresh,Ann,Jan-26,Jun-26,450',
    'CRM replacement,Bob,Mar-26,Mar-27,"1,200"',
    'Total,,,,"1,650"',
    '',
  ];
  test.each([
    ['right below the gap', ['Product,Team,Since,Run cost (£k),Users', 'Mobile app,Swift,2021,300,12000']],
    [
      'below a title',
      ['Products', 'Product,Team,Since,Run cost (£k),Users', 'Mobile app,Swift,2021,300,12000'],
    ],
  ])('does not take its rows for rows of the list, and says so: %s', async (_, below) => {
    const { initiatives, report } = await importText(lines(...list, ...below));
    expect(initiatives.map(({ name, budget }) => [name, (budget ?? 0) / 100])).toEqual([
      ['Network refresh', 450_000],
      ['CRM replacement', 1_200_000],
    ]);
    expect(report.notes?.find(({ what }) => what === 'otherTable')).toEqual({
      what: 'otherTable',
      count: below.length,
      examples: [`${below.length === 3 ? 'Products: ' : ''}Product, Team, Since, Run cost (£k), Users`],
    });
    expect(report.unreadable).toEqual([]);
  });

  test('goes on behind a gap where no other columns are named', async () => {
    const { initiatives, report } = await importText(
      lines(
        ...list,
        'Data,Cy,Jan-26,Jun-26,20',
        '',
        'Project,Owner,Start,End,Cost (£k)',
        'Net,Di,Jan-26,Jun-26,30',
      ),
    );
    expect(initiatives.map(({ name }) => name)).toEqual([
      'Network refresh',
      'CRM replacement',
      'Data',
      'Net',
    ]);
    expect(report.notes?.some(({ what }) => what === 'otherTable')).toBe(false);
  });
});

test('a workbook with two rows of names, of which some stand in the upper one alone, and a total below zero', async () => {
  const rows = [
    ['Programme', 'Project', null, 'Cost (£000)', null, 'RAG', 'Comments'],
    [null, 'Ref', 'Name', 'Budget', 'Variance', null, null],
    ['Digital', 'D-01', 'Portal', 1250, '(60)', 'A', 'Delayed'],
    [null, 'D-02', 'App', 640.5, 40.5, 'G', null],
    ['Core', 'C-01', 'Ledger', 4000, '(400)', 'R', null],
    ['Total', null, null, 5890.5, '(419.5)', null, null],
  ];
  const file = xlsxFile([{ name: 'Portfolio', rows, merges: ['A3:A4', 'B1:C1', 'D1:E1'] }]);
  const { initiatives, report } = await importPath(tempFile('list.xlsx', file), 'list.xlsx');
  expect(
    initiatives.map(({ externalId, name, status, budget, collaborationGroup }) => [
      externalId,
      name,
      status,
      (budget ?? 0) / 100,
      collaborationGroup,
    ]),
  ).toEqual([
    ['D-01', 'Portal', 'A', 1_250_000, 'Digital'],
    ['D-02', 'App', 'G', 640_500, 'Digital'],
    ['C-01', 'Ledger', 'R', 4_000_000, 'Core'],
  ]);
  expect(report.skipped).toEqual([{ row: 6, reason: 'total' }]);
  expect(report.sumChecks?.[0]).toMatchObject({ came: 5_890_500_00, stated: 5_890_500_00 });
});

test.each([
  ['years before months, where the column writes such years out', '2026/12/31', '2025-12-31'],
  ['days before months, where they lie far from the years of the column', '2031/06/30', '2031-12-25'],
  ['days before months, where nothing is written out', '30.06.26', '2031-12-25'],
  ['days before months, where both lie as near', '2025-06-30,\nC,2032-01-01', '2031-12-25'],
])('25.12.31 has %s', async (_, other, day) => {
  const { initiatives } = await importText(lines('Project,End date', `A,${other}`, 'B,25.12.31'));
  expect(initiatives.find(({ name }) => name === 'B')?.endDate).toBe(day);
});

test('a column of ranges is the one of the budget, and each is said to be one', async () => {
  const { initiatives, report } = await importText(
    lines(
      'Project,Phase,Whole of life cost ($m)',
      'Crypto,Delivery,42.5–48.0',
      'Trade,Delivery,>100',
      'Payroll,On hold,Commercial: in confidence',
    ),
  );
  expect(initiatives.map(({ budget }) => budget)).toEqual([null, null, null]);
  expect(report.unreadable.map(({ row, reason, value }) => [row, reason, value])).toEqual([
    [2, 'amount_range', '42.5–48.0'],
    [3, 'amount_range', '>100'],
  ]);
});

test('lines of prose above a list are no names of its columns', async () => {
  const { preview } = await importText(
    lines(
      'Report: projects,,,Date: 1 May 2025,',
      'No.,Name,Owner,Start,Budget',
      'P1,Portal,Ann,2025-01-01,1000',
    ),
  );
  expect(preview.columns.map(({ header }) => header)).toEqual(['No.', 'Name', 'Owner', 'Start', 'Budget']);
});

test('a list of the words that a column may hold, beside the list, fills no field', async () => {
  const { initiatives } = await importText(
    lines(
      'ID,Initiative,Sponsor,,Lookup: Status,Meaning',
      'I-1,Data mesh,CDO,,G,On track',
      'I-2,ERP,CFO,,A,At risk',
    ),
  );
  expect(initiatives.map(({ name, status, stage }) => [name, status, stage])).toEqual([
    ['Data mesh', null, null],
    ['ERP', null, null],
  ]);
});

test('a total beside parts of the money is all of it', async () => {
  const { initiatives, report } = await importText(
    lines('Name,Capital,Revenue,Total', 'A,100000,20000,120000', 'B,200000,50000,250000'),
  );
  expect(initiatives.map(({ budget }) => budget)).toEqual([12_000_000, 25_000_000]);
  expect(report.notes ?? []).toEqual([]);
});
