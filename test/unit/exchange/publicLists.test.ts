import { describe, expect, test } from 'vitest';
import type { Initiative } from '../../../shared/domain/records.ts';
import { type Imported, importText } from './helpers.ts';

/** Lists after those that governments and programs publish; every value that is expected stands in the list itself. */
interface Case {
  readonly list: string;
  readonly text: string;
  /** What of each initiative is looked at, and what it must be; money in whole units. */
  readonly fields: readonly (keyof Initiative)[];
  readonly rows: readonly (readonly unknown[])[];
  readonly currency?: string;
  readonly partners?: readonly string[];
  readonly skipped?: readonly string[];
  /** What the file's own totals say, column by column, in whole units. */
  readonly stated?: readonly (number | null)[];
}

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;
const money: ReadonlySet<keyof Initiative> = new Set(['budget', 'spent']);
const headerOf = ({ preview }: Imported, field: 'name' | 'budget' | 'endDate'): string | undefined =>
  preview.columns[preview.plan.columns[field] ?? -1]?.header;

const cases: readonly Case[] = [
  {
    list: 'of federal projects: days planned and not only reached, a total for each agency, sixteen columns that are neither',
    text: lines(
      'Unique Investment Identifier,Agency Code,Agency Name,Investment Title,Project ID,Project Name,Start Date,Completion Date (B1),Planned Project Completion Date (B2),Schedule Variance (in days),Cost Variance ($ M),Planned Cost ($ M),Projected/Actual Cost ($ M)',
      '005-000000042,005,Department of Agriculture,Loans,2101,Guaranteed Loans,2012-10-01,2014-09-30,2014-09-30,-76,-0.2,4.1,4.3',
      '005-000000042,005,Department of Agriculture,Loans,2102,Direct Loans,2013-11-15,,2015-06-30,0,0.1,1.5,1.4',
      'Total,,,,,,,,,,,5.6,5.7',
      '007-000000111,007,Department of Defense,Supply,3001,Supply I,2012-02-29,,2016-12-31,-365,-10.75,110,120.75',
      'Total,,,,,,,,,,,110,120.75',
    ),
    fields: ['externalId', 'name', 'owner', 'endDate', 'budget', 'collaborationGroup'],
    rows: [
      ['2101', 'Guaranteed Loans', 'Department of Agriculture', '2014-09-30', 4_100_000, 'Loans'],
      ['2102', 'Direct Loans', 'Department of Agriculture', '2015-06-30', 1_500_000, 'Loans'],
      ['3001', 'Supply I', 'Department of Defense', '2016-12-31', 110_000_000, 'Supply'],
    ],
    skipped: ['total', 'total'],
    stated: [115_600_000],
  },
  {
    list: 'of investments: called by their titles, not by their bureaus, rated in colours rather than in numbers',
    text: lines(
      'Agency Name,Bureau Name,Unique Investment Identifier (UII),Investment Title,CIO Rating,CIO Rating Color',
      'Agriculture,Farm Service Agency,005-000001493,MIDAS,3,Yellow',
      'Health,CMS,009-000004257,Healthcare.gov,4,Green',
      'Health,NIH,009-000001371,Business Intelligence,5,Green',
    ),
    fields: ['externalId', 'name', 'owner', 'status'],
    rows: [
      ['005-000001493', 'MIDAS', 'Agriculture', 'Yellow'],
      ['009-000004257', 'Healthcare.gov', 'Health', 'Green'],
      ['009-000001371', 'Business Intelligence', 'Health', 'Green'],
    ],
  },
  {
    list: 'of a state: what is approved now rather than what was at first, and what it has cost to date',
    text: lines(
      'IT Project Tracking,,,,,',
      'Data as of: 06/30/2023,,,,,',
      'Department,Project Name,Overall Health,Original Approved Finish Date,Current Approved Finish Date,Original Approved Cost,Current Approved Cost,Cost to Date',
      'Social Services,CARES,Yellow,6/30/2020,6/30/2026,"$392,738,443","$908,721,108","$412,224,560"',
      'Motor Vehicles,DXP,Green,4/9/2026,4/9/2027,"$773,400,000","$773,400,001","$88,000,123"',
    ),
    fields: ['name', 'status', 'endDate', 'budget', 'spent'],
    rows: [
      ['CARES', 'Yellow', '2026-06-30', 908_721_108, 412_224_560],
      ['DXP', 'Green', '2027-04-09', 773_400_001, 88_000_123],
    ],
  },
  {
    list: 'of a city: no change of a budget is the budget',
    text: lines(
      'PID,Project_Name,Managing_Agency,Current_Phase,Budget_Forecast,Latest_Budget_Changes,Total_Budget_Changes,Forecast_Completion',
      '1001,311 CRM,DoITT,Construction,"$ 25,830,114.00",0.00,11250000,06/2020',
      '1003,Radio,DoITT,Completed,"$ 134,000,000.00",0,0,02/2019',
    ),
    fields: ['name', 'stage', 'endDate', 'budget'],
    rows: [
      ['311 CRM', 'active', '2020-06-30', 25_830_114],
      ['Radio', 'done', '2019-02-28', 134_000_000],
    ],
  },
  {
    list: 'of health in words: "on track" beside "off track" is no stage',
    text: lines(
      'Agency,Project Title,Current Status,Total Planned Budget,Spent to Date',
      'DES,One,At Risk,"249,380,000","98,004,221"',
      'DSHS,ACES,On Track,"34,200,000","9,004,221"',
      'LNI,Modernization,Off Track,Not yet baselined,"57,921,000"',
    ),
    fields: ['name', 'stage', 'status', 'budget', 'spent'],
    rows: [
      ['One', null, 'At Risk', 249_380_000, 98_004_221],
      ['ACES', null, 'On Track', 34_200_000, 9_004_221],
      ['Modernization', null, 'Off Track', null, 57_921_000],
    ],
  },
  {
    list: 'of major projects side by side: all of their life rather than one year, and definitions inside the names of rows',
    text: lines(
      'Department,MOJ,MOJ,MOJ',
      'Project Name,Crime,Monitoring,Sourcing',
      '"MPA RAG rating (A Delivery Confidence Assessment of the project at a fixed point in time, using a five-point scale)",Amber,Amber/Red,Amber/Green',
      'Project - Start Date (Latest approved start date),01/04/2012,14/06/2011,01/10/2010',
      'Project - End Date (Latest approved end date),31/03/2016,30/06/2015,01/12/2016',
      '2013/2014 Budget (£million),31.50,9.79,48.80',
      '2013/2014 Variance (£million),-2.40,-0.29,-3.80',
      'Total budgeted whole life costs (£million) (including non-government costs),375.65,"1,106.00",Exempt under Section 43',
    ),
    currency: 'GBP',
    fields: ['name', 'status', 'startDate', 'endDate', 'budget'],
    rows: [
      ['Crime', 'Amber', '2012-04-01', '2016-03-31', 375_650_000],
      ['Monitoring', 'Amber/Red', '2011-06-14', '2015-06-30', 1_106_000_000],
      ['Sourcing', 'Amber/Green', '2010-10-01', '2016-12-01', null],
    ],
  },
  {
    list: 'of major projects ten years later: benefits are no budget',
    text: lines(
      'GMPP ID Number,Project Name,Department,IPA Delivery Confidence Assessment,SRO Delivery Confidence Assessment,Financial Year Baseline (£m) (including Non-Government Costs),TOTAL Baseline Whole Life Costs (£m) (including Non-Government Costs),Departmental Narrative on Budgeted Whole Life Costs,TOTAL Baseline Benefits (£m)',
      'HMRC_0010_1415-Q2,Tax,HMRC,Amber,Green,£84.93,"£1,322.50",up,£6500.00',
      'HO_0022_1213-Q1,Radio,HO,Red,Red,£512.40,"£11,255.10",up,Exempt under Section 43',
    ),
    currency: 'GBP',
    fields: ['externalId', 'name', 'status', 'budget'],
    rows: [
      ['HMRC_0010_1415-Q2', 'Tax', 'Amber', 1_322_500_000],
      ['HO_0022_1213-Q1', 'Radio', 'Red', 11_255_100_000],
    ],
  },
  {
    list: 'whose only certain costs are those to date: they are no budget',
    text: lines(
      'Organisation,Project,Estimated Whole Life Cost (£m),Total Cost to Date £m',
      'Security,Benefits,651,312.4',
      'Registers,Land,c. 43.2,38.9',
      'Disclosure,PASS,£77.8m - £82.1m,£73.3m',
    ),
    currency: 'GBP',
    fields: ['name', 'budget', 'spent'],
    rows: [
      ['Benefits', 651_000_000, 312_400_000],
      ['Land', 43_200_000, 38_900_000],
      ['PASS', null, 73_300_000],
    ],
  },
  {
    list: 'with names of columns in two languages',
    text: lines(
      'Department / Ministère,Project name / Nom du projet,Original project budget / Budget initial du projet,Current project budget / Budget actuel du projet,Current estimated date of completion / Date d’achèvement prévue actuelle',
      'Border Services,CARM,"$370,800,000 ","$526,193,000 ",2024-10',
      'Agriculture,AgriInvest,"$ 950,400.50","$ 950,400.50",31/03/2020',
    ),
    fields: ['name', 'owner', 'endDate', 'budget'],
    rows: [
      ['CARM', 'Border Services', '2024-10-31', 526_193_000],
      ['AgriInvest', 'Agriculture', '2020-03-31', 950_400.5],
    ],
  },
  {
    list: 'in Chinese and English in one cell',
    text: lines(
      '項目編號 Project No.,部門 Department,項目名稱 Project Title,核准預算 (百萬港元) Approved Estimate (HK$ million),累計開支 (百萬港元) Cumulative Expenditure (HK$ million),進度 Progress',
      'A059XV,效率促進辦公室 Efficiency Office,智方便 iAM Smart,112.0,98.3,已完成 Completed',
      'A088XV,衞生署 Department of Health,臨床資訊 CIMS,"1,163.9",—,籌備中 Under planning',
    ),
    currency: 'HKD',
    fields: ['externalId', 'name', 'stage', 'budget', 'spent'],
    rows: [
      ['A059XV', '智方便 iAM Smart', 'done', 112_000_000, 98_300_000],
      ['A088XV', '臨床資訊 CIMS', 'planned', 1_163_900_000, null],
    ],
  },
  {
    list: 'of an Australian state: what is spent up to a day',
    text: lines(
      'Cluster,Agency,Program/Project,Status (RAG),ETC ($m),Actual to 30 June 2022 ($m),Est Completion',
      'Health,eHealth,Patient Record,G,969.0,46.3,FY2028',
      'Total,,,,969,46.3,',
    ),
    fields: ['name', 'status', 'endDate', 'budget', 'spent'],
    rows: [['Patient Record', 'G', '2028-12-31', 969_000_000, 46_300_000]],
    skipped: ['total'],
    stated: [969_000_000, 46_300_000],
  },
  {
    list: 'of Dutch ICT: what it costs now rather than at first, in millions',
    text: lines(
      'projectnummer;naam;ministerie;status;initiële kosten (x € 1 mln);herijkte kosten (x € 1 mln);werkelijke kosten t/m 31-12-2023 (x € 1 mln);oorspronkelijke einddatum;actuele einddatum',
      'BZK-0012;DigiD;BZK;Uitvoering;12,4;18,75;9,3;31-12-2022;30-06-2025',
      'DEF-0033;GrIT;Defensie;Gestopt;406,0;2.100,5;350,0;31-12-2024;onbekend',
    ),
    currency: 'EUR',
    fields: ['externalId', 'name', 'stage', 'endDate', 'budget', 'spent'],
    rows: [
      ['BZK-0012', 'DigiD', 'active', '2025-06-30', 18_750_000, 9_300_000],
      ['DEF-0033', 'GrIT', 'stopped', null, 2_100_500_000, 350_000_000],
    ],
  },
  {
    list: 'of Danish projects, in crowns of Denmark',
    text: lines(
      'Ministerområde;Institution;Projekttitel;Fase;Trafiklys;Startdato;Forventet slutdato;Samlede projektudgifter (mio. kr.);Forbrug til dato (mio. kr.);Leverandør',
      'Skatteministeriet;Udviklingsstyrelsen;Vurdering;Gennemførelse;Rød;01-01-2014;31-12-2025;3.411,5;2.980,2;KMD',
      'Justitsministeriet;Rigspolitiet;POLSAS;Afsluttet;Gul;01-03-2010;31-12-2013;567,0;567,0;CSC',
    ),
    currency: 'DKK',
    fields: ['name', 'owner', 'stage', 'status', 'endDate', 'budget', 'spent', 'collaborationGroup'],
    rows: [
      [
        'Vurdering',
        'Udviklingsstyrelsen',
        'active',
        'Rød',
        '2025-12-31',
        3_411_500_000,
        2_980_200_000,
        'Skatteministeriet',
      ],
      ['POLSAS', 'Rigspolitiet', 'done', 'Gul', '2013-12-31', 567_000_000, 567_000_000, 'Justitsministeriet'],
    ],
    partners: ['KMD', 'CSC'],
  },
  {
    list: 'of Norwegian projects, in crowns of Norway',
    text: lines(
      'Prosjektnr.;Prosjektnavn;Virksomhet;Oppstart;Planlagt ferdig;Kostnadsramme (mill. kr);Påløpt (mill. kr);Status',
      'P102;Én journal;Direktoratet;01.06.2018;01.12.2028;11 300,0;1 234,5;Pågår',
    ),
    currency: 'NOK',
    fields: ['externalId', 'name', 'startDate', 'endDate', 'budget', 'spent', 'stage'],
    rows: [['P102', 'Én journal', '2018-06-01', '2028-12-01', 11_300_000_000, 1_234_500_000, 'active']],
  },
  {
    list: 'of Swedish projects, in thousands of crowns of Sweden',
    text: lines(
      'Projektnamn;Myndighet;Startdatum;Slutdatum;Total kostnad (tkr);Projektstatus',
      'Ny växel;Försäkringskassan;2021-01-01;2023-06-30;12 500;Pågående',
    ),
    currency: 'SEK',
    fields: ['name', 'owner', 'endDate', 'budget', 'stage'],
    rows: [['Ny växel', 'Försäkringskassan', '2023-06-30', 12_500_000, 'active']],
  },
  {
    list: 'of German services, in thousands of euros, with quarters in Roman numerals',
    text: lines(
      'OZG-ID;OZG-Leistung;Themenfeld;Status OZG-Umsetzung;Geplanter Go-Live;Mittelvolumen (in Tsd. EUR)',
      '10235;Wohngeld;Bauen & Wohnen;go-live erfolgt;Q2/2021;4.250',
      '10289;Elterngeld;Familie & Kind;In Umsetzung;III/2022;12.100,50',
    ),
    currency: 'EUR',
    fields: ['externalId', 'name', 'stage', 'endDate', 'budget', 'collaborationGroup'],
    rows: [
      ['10235', 'Wohngeld', 'done', '2021-06-30', 4_250_000, 'Bauen & Wohnen'],
      ['10289', 'Elterngeld', 'active', '2022-09-30', 12_100_500, 'Familie & Kind'],
    ],
  },
  {
    list: 'of Polish projects with a total',
    text: lines(
      'Lp.;Nazwa projektu;Beneficjent;Wartość projektu (zł);Data rozpoczęcia;Data zakończenia;Status',
      '1;e-Zdrowie;Centrum;712 640 000,00;2017-01-01;2023-12-31;zakończony',
      '2;mObywatel;COI;38 000 000,50;2022-03-01;2024-06-30;w realizacji',
      'Razem;;;750 640 000,50;;;',
    ),
    currency: 'PLN',
    fields: ['name', 'owner', 'startDate', 'endDate', 'budget', 'stage'],
    rows: [
      ['e-Zdrowie', 'Centrum', '2017-01-01', '2023-12-31', 712_640_000, 'done'],
      ['mObywatel', 'COI', '2022-03-01', '2024-06-30', 38_000_000.5, 'active'],
    ],
    skipped: ['total'],
    stated: [750_640_000.5],
  },
  {
    list: 'of Japanese systems: thousands of yen said once above, eras by their letters',
    text: lines(
      '政府情報システム一覧,,,,,',
      '(単位:千円),,,,,',
      '府省名,政府情報システムID,政府情報システム名,プロジェクト期間(開始),プロジェクト期間(終了),令和5年度予算額',
      'デジタル庁,DA-0001,ガバメントクラウド,2021年9月1日,2026年3月31日,"8,904,112"',
      '国税庁,NTA-0012,KSK2,R2.4.1,R8.9.30,"25,100,000"',
    ),
    currency: 'JPY',
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget'],
    rows: [
      ['DA-0001', 'ガバメントクラウド', 'デジタル庁', '2021-09-01', '2026-03-31', 8_904_112_000],
      ['NTA-0012', 'KSK2', '国税庁', '2020-04-01', '2026-09-30', 25_100_000_000],
    ],
  },
  {
    list: 'of Korean projects in millions of won',
    text: lines(
      '연번,사업명,주관기관,총사업비(백만원),추진상태',
      '1,지방재정 시스템,행정안전부,"129,000",완료',
      '2,허브 구축,위원회,"45,500",진행중',
      '합계,,,"174,500",',
    ),
    currency: 'KRW',
    fields: ['name', 'owner', 'budget', 'stage'],
    rows: [
      ['지방재정 시스템', '행정안전부', 129_000_000_000, 'done'],
      ['허브 구축', '위원회', 45_500_000_000, 'active'],
    ],
    skipped: ['total'],
    stated: [174_500_000_000],
  },
  {
    list: 'of a Chinese province: 万元 said once above, headings, sums of parts and of all',
    text: lines(
      '附件1,,,,',
      '2023年省级政务信息化项目清单,,,,',
      '单位：万元,,,,',
      '序号,项目名称,建设单位,总投资,项目进展',
      ',合计（3个）,,43470.5,',
      '一、在建项目,,,,',
      '1,大数据平台（二期）,省大数据局,18600,在建',
      '2,监管系统,省市场监管局,9870.5,试运行',
      ',小计,,28470.5,',
      '二、新开工项目,,,,',
      '3,政务云扩容,省大数据局,15000,未开工',
      ',小计,,15000,',
    ),
    currency: 'CNY',
    fields: ['externalId', 'name', 'owner', 'budget', 'stage', 'collaborationGroup'],
    rows: [
      ['1', '大数据平台（二期）', '省大数据局', 186_000_000, 'active', '在建项目'],
      ['2', '监管系统', '省市场监管局', 98_705_000, 'active', '在建项目'],
      ['3', '政务云扩容', '省大数据局', 150_000_000, 'planned', '新开工项目'],
    ],
    skipped: ['total', 'group', 'total', 'group', 'total'],
    stated: [434_705_000],
  },
  {
    list: 'of Chinese key projects: headings with what those below them add up to',
    text: lines(
      '序号,项目类别,项目名称,总投资（亿元）,责任单位',
      '一,数字政府（2个）,,5.3,',
      '1,数字政府,一网统管平台,3.2,市大数据局',
      '2,,城市大脑,2.1,市大数据局',
      '二,数字经济（1个）,,8,',
      '3,数字经济,智算中心,8,高新区',
    ),
    currency: 'CNY',
    fields: ['name', 'budget', 'collaborationGroup'],
    rows: [
      ['一网统管平台', 320_000_000, '数字政府'],
      ['城市大脑', 210_000_000, '数字政府'],
      ['智算中心', 800_000_000, '数字经济'],
    ],
    skipped: ['group', 'group'],
  },
  {
    list: 'of Indian missions: lakhs, a row that numbers the columns, headings with letters',
    text: lines(
      'Status of Mission Mode Projects as on 31.12.2018,,,,',
      'Sl. No.,Name of the MMP / Project,Line Ministry/ Department,Total Outlay (₹ in lakh),Expenditure Incurred (Rs. Lakhs)',
      '(1),(2),(3),(4),(5)',
      'A,Central MMPs,,,',
      '1,MCA21,Corporate Affairs,"34,500.00","30,110"',
      '2,Passport Seva,External Affairs,"1,01,500","97,111.25"',
      'B,State MMPs,,,',
      '3,e-District,MeitY,"1,66,300.35","1,02,004.10"',
      ',Grand Total,,"3,02,300.35","2,29,225.35"',
    ),
    currency: 'INR',
    fields: ['externalId', 'name', 'budget', 'spent', 'collaborationGroup'],
    rows: [
      ['1', 'MCA21', 3_450_000_000, 3_011_000_000, 'Central MMPs'],
      ['2', 'Passport Seva', 10_150_000_000, 9_711_125_000, 'Central MMPs'],
      ['3', 'e-District', 16_630_035_000, 10_200_410_000, 'State MMPs'],
    ],
    skipped: ['header', 'group', 'group', 'total'],
    stated: [30_230_035_000, 22_922_535_000],
  },
  {
    list: 'of a board: the names of its columns again above each group',
    text: lines(
      'IT Portfolio,,,,',
      ',,,,',
      'Running,,,,',
      'Name,Owner,Status,Budget,Item ID',
      'Portal relaunch,Ann Lee,Working on it,120000,4567001',
      'Data lake,Bob Ray,Stuck,800000,4567002',
      ',,,,',
      'Ideas,,,,',
      'Name,Owner,Status,Budget,Item ID',
      'AI assistant,,,,4567010',
      'Paperless office,Cy Fox,,30000,4567011',
    ),
    fields: ['externalId', 'name', 'stage', 'budget', 'collaborationGroup'],
    rows: [
      ['4567001', 'Portal relaunch', 'active', 120_000, 'Running'],
      ['4567002', 'Data lake', 'paused', 800_000, 'Running'],
      ['4567010', 'AI assistant', null, null, 'Ideas'],
      ['4567011', 'Paperless office', null, 30_000, 'Ideas'],
    ],
    skipped: ['blank', 'group', 'header'],
  },
  {
    list: 'of tasks, with the day of the week before each date',
    text: lines(
      'ID,Active,Task Mode,Name,Duration,Start,Finish,Outline Level,Cost',
      '2,Yes,Auto Scheduled,   Billing migration,180 days,Mon 1/8/24,Fri 9/13/24,2,"$750,000.00"',
      '3,Yes,Auto Scheduled,   CRM migration,140 days,Mon 9/16/24,Fri 3/28/25,2,"$500,000.00"',
    ),
    fields: ['name', 'startDate', 'endDate', 'budget'],
    rows: [
      ['Billing migration', '2024-01-08', '2024-09-13', 750_000],
      ['CRM migration', '2024-09-16', '2025-03-28', 500_000],
    ],
  },
  {
    list: 'of cost centres: their numbers are no costs',
    text: lines(
      'Cost Ctr;Description;Person Responsible;Valid From;Valid To;Actual 2024;Crcy',
      '0000410010;IT Workplace;MUELLER;01.02.2010;31.12.9999;1.198.334,12;EUR',
      '0000410020;IT Applications;SCHMIDT;01.03.2012;31.12.9999;3.511.020,77;EUR',
      '*;Total;;;;4.709.354,89;EUR',
    ),
    currency: 'EUR',
    fields: ['externalId', 'name', 'owner', 'startDate', 'budget', 'spent'],
    rows: [
      ['0000410010', 'IT Workplace', 'MUELLER', '2010-02-01', null, 1_198_334.12],
      ['0000410020', 'IT Applications', 'SCHMIDT', '2012-03-01', null, 3_511_020.77],
    ],
    skipped: ['total'],
    stated: [4_709_354.89],
  },
  {
    list: 'of product teams: called by the team',
    text: lines(
      'Team,Mission,Product Owner,Members (FTE),Release cadence',
      'Blue Whales,Make paying easy,Ida Keller,8.5,every 2 weeks',
      'Red Pandas,Lending in minutes,Ola Berg,7,monthly',
    ),
    fields: ['name', 'mode', 'owner', 'description', 'teamPeople'],
    rows: [
      ['Blue Whales', 'product', 'Ida Keller', 'Make paying easy', 8.5],
      ['Red Pandas', 'product', 'Ola Berg', 'Lending in minutes', 7],
    ],
  },
];

describe('a list', () => {
  test.each(cases)('$list', async ({ text, currency, fields, rows, partners, skipped, stated }) => {
    const list = await importText(text);
    const per = currency === 'JPY' || currency === 'KRW' ? 1 : 100;
    expect(list.preview.plan.currency).toBe(currency ?? 'USD');
    expect(
      list.initiatives.map((each) =>
        fields.map((field) => {
          const value = each[field];
          return money.has(field) && typeof value === 'number' ? value / per : value;
        }),
      ),
    ).toEqual(rows);
    if (partners) expect((list.changes.add.partner ?? []).map(({ name }) => name)).toEqual(partners);
    expect(list.report.skipped.map(({ reason }) => reason)).toEqual(skipped ?? []);
    expect(list.report.refused).toEqual([]);
    if (stated)
      expect(
        (list.report.sumChecks ?? []).map((check) => (check.stated === null ? null : check.stated / per)),
      ).toEqual(stated);
  });

  test('with the money of a year beside all of it takes all of it, and the year where there is no more', async () => {
    const both = await importText(lines('Project,Budget 2024,Total budget', 'A,100,300', 'B,50,50'));
    expect(headerOf(both, 'budget')).toBe('Total budget');
    const one = await importText(lines('Project,Owner,Budget 2024', 'A,Ann,100', 'B,Bob,50'));
    expect(headerOf(one, 'budget')).toBe('Budget 2024');
  });
});

describe('amounts whose unit stands outside of their column', () => {
  const budgets = async (...all: readonly string[]) => {
    const list = await importText(lines(...all));
    return [list.preview.plan.currency, ...list.initiatives.map(({ budget }) => (budget ?? 0) / 100)];
  };
  test.each([
    ['All amounts in USD thousands', 'USD'],
    ['Dollars in thousands', 'USD'],
    ['IT projects 2025 ($ in thousands)', 'USD'],
    ['Alle Angaben in Tsd. EUR', 'EUR'],
    ['Montants en milliers d’euros', 'EUR'],
  ])('are read by "%s"', async (prose, currency) => {
    expect(await budgets(`${prose},,`, 'Project,Owner,Budget', 'A,Ann,1200', 'B,Bob,90')).toEqual([
      currency,
      1_200_000,
      90_000,
    ]);
  });

  test('are read by a note below the table', async () => {
    expect(
      await budgets('Project,Owner,Budget', 'A,Ann,1.2', 'B,Bob,90', '', 'Note: figures are in £m,,'),
    ).toEqual(['GBP', 1_200_000, 90_000_000]);
  });

  test('stay as they are where the column says its own unit or currency', async () => {
    expect(
      await budgets('All amounts in USD thousands,,', 'Project,Owner,Budget ($ M)', 'A,Ann,1.2', 'B,Bob,90'),
    ).toEqual(['USD', 1_200_000, 90_000_000]);
    expect(
      await budgets('Projects in thousands of schools,,', 'Project,Owner,Budget', 'A,Ann,120', 'B,Bob,90'),
    ).toEqual(['USD', 120, 90]);
  });
});

describe('rows that only head others', () => {
  const groups = async (...all: readonly string[]) =>
    (await importText(lines(...all))).initiatives.map(({ name, collaborationGroup }) => [
      name,
      collaborationGroup,
    ]);

  test('give their names to the rows below them, and the report says so', async () => {
    const list = await importText(
      lines(
        'Programme / Project,Owner,Cost ($k),Go-live',
        'Digital,,,',
        'Portal,Ann,100,Jun-25',
        'App,Bob,250,Sep-25',
        'Infrastructure,,,',
        'Network,Cy,75,Dec-25',
        'Storage,Di,60,TBC',
      ),
    );
    expect(list.initiatives.map(({ name, collaborationGroup }) => [name, collaborationGroup])).toEqual([
      ['Portal', 'Digital'],
      ['App', 'Digital'],
      ['Network', 'Infrastructure'],
      ['Storage', 'Infrastructure'],
    ]);
    expect(list.report.skipped).toEqual([
      { row: 2, reason: 'group' },
      { row: 5, reason: 'group' },
    ]);
    expect(list.report.notes).toContainEqual({
      what: 'headingsRead',
      count: 2,
      examples: ['Digital', 'Infrastructure'],
    });
  });

  test('are kept beside an initiative that names another group itself', async () => {
    const list = await importText(
      lines('No,Project,Programme,Owner', 'I. Now,,,', '1,Portal,Alpha,Ann', '2,App,,Bob'),
    );
    expect(
      list.initiatives.map(({ collaborationGroup, extra }) => [collaborationGroup, extra.group]),
    ).toEqual([
      ['Alpha', 'Now'],
      ['Now', undefined],
    ]);
  });

  test.each([
    ['most names stand alone', ['Chat bot,,', 'Printing,,', 'Invoices,Ann,50000', 'Mailroom,,', 'Rooms,,']],
    ['the first row says more', ['Portal,Ann,1', 'Digital,,', 'App,Bob,2', 'Net,Cy,3', 'Data,,', 'Lab,Di,4']],
    ['a name alone is the last', ['Digital,,', 'Portal,Ann,1', 'App,Bob,2', 'Data,,']],
    [
      'two names alone follow each other',
      ['Digital,,', 'Portal,Ann,1', 'Lab,Cy,3', 'Data,,', 'Net,,', 'App,Bob,2'],
    ],
    ['one name alone is all', ['Digital,,', 'Portal,Ann,1', 'App,Bob,2', 'Net,Cy,3']],
    [
      'other rows say hardly more',
      ['Digital,,', 'Portal,Ann,', 'App,Bob,2', 'Data,,', 'Net,Cy,3', 'Lab,Di,4'],
    ],
    ['every row is numbered so', ['A. Digital,,', 'B. Portal,Ann,1', 'C. App,Bob,2', 'D. Net,Cy,3']],
  ])('are none where %s', async (_, rows) => {
    expect(await groups('Project,Owner,Budget', ...rows)).toEqual(
      rows.map((row) => [row.slice(0, row.indexOf(',')), null]),
    );
  });
});

describe('dates that no cell proves', () => {
  const read = async (...rows: readonly string[]) => {
    const list = await importText(lines('Project,Start,End,Budget', ...rows));
    return {
      starts: list.initiatives.map(({ startDate }) => startDate),
      said: (list.report.notes ?? []).some(({ what }) => what === 'dayOrderOpen'),
    };
  };

  test('are read so that no end lies before its start', async () => {
    // Read with the month first, the second one would end in January of the year in which it starts in May.
    expect(await read('A,03/04/2021,10/11/2023,$1', 'B,05/02/2022,01/05/2022,$2')).toEqual({
      starts: ['2021-04-03', '2022-02-05'],
      said: true,
    });
    expect(await read('A,03/04/2021,10/11/2023,$1', 'B,02/05/2022,05/01/2022,$2')).toEqual({
      starts: ['2021-03-04', '2022-02-05'],
      said: true,
    });
  });

  test('are read as the first of their months where they are so nearly always', async () => {
    const { starts } = await read('A,04/01/2021,,$1', 'B,10/01/2022,,$2', 'C,07/01/2023,,$3');
    expect(starts).toEqual(['2021-04-01', '2022-10-01', '2023-07-01']);
  });

  test('are day first with dots, and nothing need be said', async () => {
    expect(await read('A,03.04.2021,10.11.2023,1')).toEqual({ starts: ['2021-04-03'], said: false });
  });
});
