import { describe, expect, test } from 'vitest';
import { importText } from './helpers.ts';
import { expectList, type ListCase, lines } from './listCases.ts';

const cases: readonly ListCase[] = [
  {
    list: 'of an audit office, with marks of footnotes and its unit in the title',
    text: lines(
      'Table 3: Major programmes (a)',
      '£ millions unless stated',
      '',
      'Programme,Department,Whole-life cost (£m),Spend to date,End date,RAG',
      'Emergency Services,Home Office,"11,300 (b)","2,000*",2026-12,R',
      'New prisons,MoJ,£4.0bn–£4.3bn,1.2bn,Q4 2027,A',
      'Digital prisons,MoJ,120 [1],12.5*,June 2025 [2],A/G',
      'School rebuild,DfE,TBC,-,TBC,G',
      'Total,,"11,420",,,',
      '',
      '(a) Figures rounded.',
      '(b) Of which 20 in 2024.',
    ),
    currency: 'GBP',
    fields: ['name', 'budget', 'spent', 'endDate', 'status'],
    skipped: ['total', 'blank', 'footnote', 'footnote'],
    stated: [11_420_000_000, null],
    rows: [
      ['Emergency Services', 11_300_000_000, 2_000_000_000, '2026-12-31', 'R'],
      ['New prisons', null, 1_200_000_000, '2027-12-31', 'A'],
      ['Digital prisons', 120_000_000, 12_500_000, '2025-06-30', 'A/G'],
      ['School rebuild', null, null, null, 'G'],
    ],
  },
  {
    list: 'of a program for plans in sheets, whose steps are set in below their sum',
    text: lines(
      'Task Name,Duration,Start Date,End Date,Assigned To,Status,Budget',
      'Website,120d,01/02/24,06/17/24,,In Progress,"$90,000"',
      '  Design,30d,01/02/24,02/12/24,ann@x.com,Complete,"$30,000"',
      '  Build,90d,02/13/24,06/17/24,bob@x.com,In Progress,"$60,000"',
      'Data,60d,03/01/24,05/23/24,cy@x.com,Not Started,"$40,000"',
    ),
    fields: ['name', 'owner', 'startDate', 'endDate', 'budget', 'stage', 'collaborationGroup'],
    skipped: ['group'],
    rows: [
      ['Design', 'ann@x.com', '2024-01-02', '2024-02-12', 30_000, 'done', 'Website'],
      ['Build', 'bob@x.com', '2024-02-13', '2024-06-17', 60_000, 'active', 'Website'],
      ['Data', 'cy@x.com', '2024-03-01', '2024-05-23', 40_000, 'planned', null],
    ],
  },
  {
    list: 'of Mexico, in millions of pesos as three letters say',
    text: lines(
      'Clave,Nombre del proyecto,Dependencia,Monto autorizado (MDP),Fecha inicio,Fecha término',
      'MX-1,Expediente clínico,IMSS,"1,250.5",ene-2023,dic-2025',
      'MX-2,Ventanilla,SAT,850,mar-2022,jun-2024',
    ),
    currency: 'MXN',
    fields: ['externalId', 'name', 'owner', 'budget', 'startDate', 'endDate'],
    rows: [
      ['MX-1', 'Expediente clínico', 'IMSS', 1_250_500_000, '2023-01-01', '2025-12-31'],
      ['MX-2', 'Ventanilla', 'SAT', 850_000_000, '2022-03-01', '2024-06-30'],
    ],
  },
  {
    list: 'of Switzerland, with credits and an end of a year',
    text: lines(
      'Projekt-Nr.;Projektbezeichnung;Amt;Kredit (Mio. CHF);Beginn;Voraussichtliches Ende;Ampel',
      '1;GENOVA;BK;67.4;2016;2021;grün',
      '2;SUPERB23;BBL;320.0;2018;Ende 2027;rot',
    ),
    currency: 'CHF',
    fields: ['externalId', 'name', 'owner', 'budget', 'startDate', 'endDate', 'status'],
    rows: [
      ['1', 'GENOVA', 'BK', 67_400_000, '2016-01-01', '2021-12-31', 'grün'],
      ['2', 'SUPERB23', 'BBL', 320_000_000, '2018-01-01', '2027-12-31', 'rot'],
    ],
  },
  {
    list: 'of Austria, with thousands in four letters and a time from when to when',
    text: lines(
      'lfd.Nr.\tVorhaben\tRessort\tGesamtkosten (TEUR)\tZeitraum\tStatus',
      '1\tDigitales Amt\tBKA\t12.400,5\t2019–2024\tläuft',
      '2\tID Austria\tBMF\t45.000\t01/2021 – 12/2023\tabgeschlossen',
    ),
    currency: 'EUR',
    fields: ['externalId', 'name', 'budget', 'startDate', 'endDate', 'stage'],
    rows: [
      [null, 'Digitales Amt', 12_400_500, '2019-01-01', '2024-12-31', 'active'],
      [null, 'ID Austria', 45_000_000, '2021-01-01', '2023-12-31', 'done'],
    ],
  },
  {
    list: 'of a French directorate, with ends that are parts of years',
    text: lines(
      "N° d'opération;Intitulé de l'opération;Montant TTC (k€);Date prévisionnelle de début;Date prévisionnelle de fin;Titulaire",
      '2024-001;Refonte SI RH;1 250,00;janv. 2024;fin 2025;Sopra Steria, Capgemini',
      '2024-002;Dématérialisation;75,5;03/02/2024;mi-2025;Capgemini',
      '2024-003;Réseau;n.c.;2e trimestre 2024;30/09/2024;Sopra Steria',
    ),
    currency: 'EUR',
    fields: ['externalId', 'name', 'budget', 'startDate', 'endDate'],
    partners: ['Sopra Steria', 'Capgemini'],
    rows: [
      ['2024-001', 'Refonte SI RH', 1_250_000, '2024-01-01', '2025-12-31'],
      ['2024-002', 'Dématérialisation', 75_500, '2024-02-03', '2025-07-31'],
      ['2024-003', 'Réseau', null, '2024-04-01', '2024-09-30'],
    ],
  },
  {
    list: 'of Japan, with sums below zero and contractors',
    text: lines(
      '番号,府省名,システム名,令和5年度予算額（百万円）,整備開始年度,請負業者',
      '1,デジタル庁,ガバメントクラウド,"1,890.5",令和3年度,富士通株式会社、株式会社NTTデータ',
      '2,国税庁,国税総合管理システム,"△120",昭和63年度,富士通株式会社',
    ),
    currency: 'JPY',
    fields: ['name', 'owner', 'budget', 'startDate'],
    partners: ['富士通株式会社', '株式会社NTTデータ'],
    rows: [
      ['ガバメントクラウド', 'デジタル庁', 1_890_500_000, '2021-04-01'],
      ['国税総合管理システム', '国税庁', null, '1988-04-01'],
    ],
  },
  {
    list: 'of Korea, with an ordering agency and halves of years',
    text: lines(
      '연번,사업명,발주기관,사업기간,사업비(백만원),계약업체,추진현황',
      '1,차세대 지방세정보시스템,행정안전부,2020.01~2023.12,"166,800",삼성SDS,완료',
      '2,나라장터 차세대,조달청,2021년 상반기 ~ 2024년 하반기,"98,600",LG CNS,진행중',
      '합계,,,,"265,400",,',
    ),
    currency: 'KRW',
    fields: ['name', 'owner', 'budget', 'startDate', 'endDate', 'stage'],
    skipped: ['total'],
    stated: [265_400_000_000],
    rows: [
      ['차세대 지방세정보시스템', '행정안전부', 166_800_000_000, '2020-01-01', '2023-12-31', 'done'],
      ['나라장터 차세대', '조달청', 98_600_000_000, '2021-01-01', '2024-12-31', 'active'],
    ],
  },
  {
    list: 'of Russia, with row numbers and millions of roubles',
    text: lines(
      '№ п/п;Наименование проекта;Ответственный;"Бюджет, млн руб.";Срок начала;Срок окончания;Статус',
      '1;Госуслуги;Минцифры;1 234,5;01.01.2021;31.12.2024;В работе',
      '2;Реестр;ФНС;45,7;01.02.2023;30.06.2023;Завершен',
      'Итого;;;1 280,2;;;',
    ),
    currency: 'RUB',
    fields: ['externalId', 'name', 'owner', 'budget', 'startDate', 'endDate', 'stage'],
    skipped: ['total'],
    stated: [1_280_200_000],
    rows: [
      [null, 'Госуслуги', 'Минцифры', 1_234_500_000, '2021-01-01', '2024-12-31', 'active'],
      [null, 'Реестр', 'ФНС', 45_700_000, '2023-02-01', '2023-06-30', 'done'],
    ],
  },
  {
    list: 'of a development bank, with names run together and days with times',
    text: lines(
      'id,countryname,status,project_name,boardapprovaldate,closingdate,curr_total_commitment',
      'P178551,Viet Nam,Active,Digital Transformation,2023-03-31T00:00:00Z,2028-12-31T00:00:00Z,"150,000,000"',
      'P000001,Kenya,Dropped,e-Gov,,,"1,200,000.5"',
    ),
    fields: ['externalId', 'name', 'stage', 'startDate', 'endDate', 'budget'],
    rows: [
      ['P178551', 'Digital Transformation', 'active', '2023-03-31', '2028-12-31', 150_000_000],
      ['P000001', 'e-Gov', 'stopped', null, null, 1_200_000.5],
    ],
  },
  {
    list: 'with the ratings of two years, of which the later counts',
    text: lines(
      'Agency,Project,DCA 2024,DCA 2025,Total budget ($m),Start date,End date',
      'Home Affairs,Visa,Medium,Medium-High,$245.3m,Jul-19,Jun-26',
      'Services Australia,Aged care,NFP,Low,nfp,Jul-21,Ongoing',
    ),
    fields: ['name', 'status', 'budget', 'startDate', 'endDate'],
    rows: [
      ['Visa', 'Medium-High', 245_300_000, '2019-07-01', '2026-06-30'],
      ['Aged care', 'Low', null, '2021-07-01', null],
    ],
  },
  {
    list: 'with digits in full width and ends that are parts of years',
    text: lines(
      '编号,项目名称,预算（万元）,开始,结束',
      'A001,数据中台,１２００．５,２０２４年１月,２０２５年底',
      'A002,移动办公,850,2024.5,2026年上半年',
      'A003,区块链,1200,第三季度2025,待定',
    ),
    currency: 'CNY',
    fields: ['name', 'budget', 'startDate', 'endDate'],
    rows: [
      ['数据中台', 12_005_000, '2024-01-01', '2025-12-31'],
      ['移动办公', 8_500_000, '2024-05-01', '2026-06-30'],
      ['区块链', 12_000_000, '2025-07-01', null],
    ],
  },
];

describe('a list of another organisation', () => {
  test.each(cases)('$list', expectList);

  test('of a city, whose numbered headings keep their names where they also sum', async () => {
    const { initiatives, report } = await importText(
      lines(
        '单位：万元,,,,,',
        '序号,项目名称,建设单位,总投资,2025年安排,建设年限',
        '一,新建项目（2个）,,3200,1500,',
        '1,城市运行平台,大数据局,2000,1000,2025—2026年',
        '2,一网通办（三期）,政务局,1200,500,2025年3月至2025年底',
        '二,续建项目（1个）,,800,300,',
        '1,智慧校园,教育局,800,300,2024-2025',
        ',合计,,4000,1800,',
      ),
    );
    expect(
      initiatives.map(({ name, budget, collaborationGroup, endDate }) => [
        name,
        budget,
        collaborationGroup,
        endDate,
      ]),
    ).toEqual([
      ['城市运行平台', 2_000_000_000, '新建项目', '2026-12-31'],
      ['一网通办（三期）', 1_200_000_000, '新建项目', '2025-12-31'],
      ['智慧校园', 800_000_000, '续建项目', '2025-12-31'],
    ]);
    expect(report.sumChecks?.map(({ stated, came }) => [stated, came])).toEqual([
      [4_000_000_000, 4_000_000_000],
    ]);
  });
});
