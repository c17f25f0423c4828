import { describe, test } from 'vitest';
import { expectList, type ListCase, lines } from './listCases.ts';

const cases: readonly ListCase[] = [
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
    list: 'of a state whose go-live moved, in thousands of reais: "mil" is a thousand there',
    text: lines(
      'Nº;Projeto Estratégico;Unidade Responsável;Início Previsto;Término Previsto;Orçamento (R$ mil);Situação Atual',
      '1;PJe 2.0;STI;jan/2023;dez/2025;12.500;Em andamento',
      '2;Nuvem soberana;SERPRO;mar/23;jun/26;80.250,5;Cancelado',
    ),
    currency: 'BRL',
    fields: ['name', 'owner', 'startDate', 'endDate', 'budget', 'stage'],
    rows: [
      ['PJe 2.0', 'STI', '2023-01-01', '2025-12-31', 12_500_000, 'active'],
      ['Nuvem soberana', 'SERPRO', '2023-03-01', '2026-06-30', 80_250_500, 'stopped'],
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
      [null, '大数据平台（二期）', '省大数据局', 186_000_000, 'active', '在建项目'],
      [null, '监管系统', '省市场监管局', 98_705_000, 'active', '在建项目'],
      [null, '政务云扩容', '省大数据局', 150_000_000, 'planned', '新开工项目'],
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
    list: 'whose time is one column',
    text: lines(
      '序号,项目名称,建设单位,建设周期,总投资(万元)',
      '1,智慧城管,城管委,2023年3月-2024年12月,"1,280.50"',
      '2,城市大脑,副中心,2022—2025,9600',
      '3,档案数字化,档案局,2024,150',
      '4,政务云,大数据局,2024.3至今,200',
      '5,应急平台,应急局,待定,300',
    ),
    currency: 'CNY',
    fields: ['name', 'startDate', 'endDate', 'budget'],
    rows: [
      ['智慧城管', '2023-03-01', '2024-12-31', 12_805_000],
      ['城市大脑', '2022-01-01', '2025-12-31', 96_000_000],
      ['档案数字化', '2024-01-01', '2024-12-31', 1_500_000],
      ['政务云', '2024-03-01', null, 2_000_000],
      ['应急平台', null, null, 3_000_000],
    ],
  },
  {
    list: 'of Taiwan, whose years count from 1911',
    text: lines(
      '計畫編號,計畫名稱,主辦機關,計畫期程,總經費(千元)',
      'A113-01,智慧政府,數位發展部,110年1月-114年12月,"5,230,000"',
      'A113-02,數位身分識別,內政部,112/01/01~115/12/31,"880,500"',
    ),
    currency: 'TWD',
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget'],
    rows: [
      ['A113-01', '智慧政府', '數位發展部', '2021-01-01', '2025-12-31', 5_230_000_000],
      ['A113-02', '數位身分識別', '內政部', '2023-01-01', '2026-12-31', 880_500_000],
    ],
  },
  {
    list: 'of Saudi projects, with Arabic digits and a sign that several currencies share',
    text: lines(
      'م,رقم المشروع,اسم المشروع,مدير المشروع,الميزانية المعتمدة (مليون ريال),المصروفات (مليون ريال),تاريخ البدء,تاريخ الانتهاء,الحالة,الشركة المنفذة',
      '١,P-101,بوابة الخدمات,أحمد علي,١٢٫٥,٣,1 يناير 2025,31 ديسمبر 2026,قيد التنفيذ,شركة ألف',
      '٢,P-102,السجل الموحد,سارة محمد,٨,٠,15/02/2025,30/11/2025,مخطط له,شركة باء',
      '٣,P-103,التحول السحابي,غير محدد,غير محدد,,أبريل 2025,2026,متوقف,',
      ',,الإجمالي,,20.5,3,,,,',
    ),
    currency: 'SAR',
    fields: ['externalId', 'name', 'owner', 'budget', 'spent', 'startDate', 'endDate', 'stage'],
    rows: [
      ['P-101', 'بوابة الخدمات', 'أحمد علي', 12_500_000, 3_000_000, '2025-01-01', '2026-12-31', 'active'],
      ['P-102', 'السجل الموحد', 'سارة محمد', 8_000_000, 0, '2025-02-15', '2025-11-30', 'planned'],
      ['P-103', 'التحول السحابي', null, null, null, '2025-04-01', '2026-12-31', 'paused'],
    ],
    partners: ['شركة ألف', 'شركة باء'],
    skipped: ['total'],
    stated: [20_500_000, 3_000_000],
  },
  {
    list: 'of Russian projects, with months in words',
    text: lines(
      '№ п/п;Наименование проекта;Ведомство;Дата начала;Дата окончания;Бюджет, млн руб.;Статус;Подрядчик',
      '1;Портал услуг;Минцифры;1 марта 2024 г.;31 декабря 2026 г.;1 250,5;В работе;Ростелеком',
      '2;Единый реестр;Минюст;январь 2025;II кв. 2026;нет данных;Планируется;нет данных',
    ),
    currency: 'RUB',
    fields: ['name', 'owner', 'startDate', 'endDate', 'budget', 'stage'],
    rows: [
      ['Портал услуг', 'Минцифры', '2024-03-01', '2026-12-31', 1_250_500_000, 'active'],
      ['Единый реестр', 'Минюст', '2025-01-01', '2026-06-30', null, 'planned'],
    ],
    partners: ['Ростелеком'],
  },
];

describe('a published list in another language', () => {
  test.each(cases)('$list', expectList);
});
