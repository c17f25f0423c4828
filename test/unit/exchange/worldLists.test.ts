/** Lists of more countries and programs, each of which once came in wrong without a word. */
import { describe, expect, test } from 'vitest';
import { importText } from './helpers.ts';
import { expectList, type ListCase, lines } from './listCases.ts';

const cases: readonly ListCase[] = [
  {
    list: 'of Bangladesh: taka in lakhs, said above',
    text: lines(
      'Annual Development Programme 2024-25: ICT Division,,,',
      '(Taka in Lakh),,,',
      'Sl. No.,Name of the Project,Executing Agency,Estimated Cost,Cumulative Expenditure up to June 2024',
      '1,Digital Government and Economy,BCC,254164.00,61500.25',
      '2,Hi-Tech Park,BHTPA,1846.00,1310.75',
      ',Total,,256010.00,62811.00',
    ),
    currency: 'BDT',
    fields: ['name', 'owner', 'budget', 'spent'],
    rows: [
      ['Digital Government and Economy', 'BCC', 25_416_400_000, 6_150_025_000],
      ['Hi-Tech Park', 'BHTPA', 184_600_000, 131_075_000],
    ],
    skipped: ['total'],
    stated: [25_601_000_000, 6_281_100_000],
  },
  {
    list: 'of Kazakhstan, in millions of tenge',
    text: lines(
      '№;Наименование проекта;Стоимость, млн тенге;Освоено, млн тенге',
      '1;Smart Data Ukimet;5 430,2;4 980,0',
      '2;Единая платформа;2 115,75;340,5',
    ),
    currency: 'KZT',
    fields: ['name', 'budget', 'spent'],
    rows: [
      ['Smart Data Ukimet', 5_430_200_000, 4_980_000_000],
      ['Единая платформа', 2_115_750_000, 340_500_000],
    ],
  },
  {
    list: 'whose budget is in euros, beside local ones in a currency for each row',
    text: lines(
      'Initiative,Country,Local budget,Currency,Budget EUR,Status',
      'Warehouse WMS,Poland,"4,300,000",PLN,"1,000,000",Running',
      'Fleet app,Germany,"250,000",EUR,"250,000",Running',
      'Shop,USA,"1,080,000",USD,"1,000,000",Planned',
    ),
    currency: 'EUR',
    fields: ['name', 'budget'],
    rows: [
      ['Warehouse WMS', 1_000_000],
      ['Fleet app', 250_000],
      ['Shop', 1_000_000],
    ],
  },
  {
    list: 'of Kenya: shillings by their short name, billions in a cell, a contract sum',
    text: lines(
      'S/No,Project Name,Contractor,Contract Sum (Kshs.),Amount Paid to Date (Kshs.),Status',
      '1,Digital Superhighway,Telkom Kenya,"4,500,000,000.00","1,250,000,000.00",On-going',
      '2,Konza Data Centre,Huawei,17.5B,"16,900,000,000.00",Complete',
      '3,e-Citizen upgrade,Webmasters,"987,500,250.50",Nil,Stalled',
    ),
    currency: 'KES',
    fields: ['name', 'stage', 'budget', 'spent'],
    rows: [
      ['Digital Superhighway', 'active', 4_500_000_000, 1_250_000_000],
      ['Konza Data Centre', 'done', 17_500_000_000, 16_900_000_000],
      ['e-Citizen upgrade', 'paused', 987_500_250.5, null],
    ],
    partners: ['Telkom Kenya', 'Huawei', 'Webmasters'],
  },
  {
    list: 'of Kuwait, whose dinar has a thousand parts and whose value is its budget',
    text: lines(
      'اسم المشروع,القيمة (د.ك),المصروف (د.ك),حالة المشروع',
      'ميكنة الخدمات,"1,250,500.750","310,200.125",جاري التنفيذ',
      'مركز البيانات,"845,000.000","845,000.000",منجز',
    ),
    currency: 'KWD',
    fields: ['name', 'stage', 'budget', 'spent'],
    rows: [
      ['ميكنة الخدمات', 'active', 1_250_500.75, 310_200.125],
      ['مركز البيانات', 'done', 845_000, 845_000],
    ],
  },
  {
    list: 'of Thailand, in millions of baht in one word',
    text: lines(
      'ชื่อโครงการ,วงเงินงบประมาณ (ล้านบาท),ผลการเบิกจ่าย (ล้านบาท)',
      'ระบบ Cloud กลางภาครัฐ,"1,250.50",980.25',
      'ศูนย์ข้อมูลสุขภาพ,320,0',
    ),
    currency: 'THB',
    fields: ['name', 'budget', 'spent'],
    rows: [
      ['ระบบ Cloud กลางภาครัฐ', 1_250_500_000, 980_250_000],
      ['ศูนย์ข้อมูลสุขภาพ', 320_000_000, 0],
    ],
  },
  {
    list: 'of Korea, with years in short behind their marks',
    text: lines(
      '(단위: 백만원),,,',
      '사업명,사업기간,총사업비,추진단계',
      '차세대 지방행정,\'23~\'27,"542,000",구축',
      '형사사법 차세대,\'21.3~\'25.12,"151,700",완료',
    ),
    currency: 'KRW',
    fields: ['name', 'stage', 'startDate', 'endDate', 'budget'],
    rows: [
      ['차세대 지방행정', 'active', '2023-01-01', '2027-12-31', 542_000_000_000],
      ['형사사법 차세대', 'done', '2021-03-01', '2025-12-31', 151_700_000_000],
    ],
  },
  {
    list: 'of Taiwan, where one sign of a year stands behind two, and a light is the status',
    text: lines(
      '計畫名稱,計畫期程,總經費(億元),燈號',
      '智慧國家,112-115年,52.3,綠燈',
      '雲端戶政,111年7月至114年6月,8.8,黃燈',
    ),
    currency: 'TWD',
    fields: ['name', 'status', 'startDate', 'endDate', 'budget'],
    rows: [
      ['智慧國家', '綠燈', '2023-01-01', '2026-12-31', 5_230_000_000],
      ['雲端戶政', '黃燈', '2022-07-01', '2025-06-30', 880_000_000],
    ],
  },
  {
    list: 'of a state, whose status is a phase and whose health is called so',
    text: lines(
      'Project Formal Title,Project Status,Overall Project Health,Baseline Budget,Expenditures to Date',
      'Cardinal HCM,Execution and Control,Green,"$130,750,000","$131,998,004"',
      'Mainframe Rehost,Project Closeout,Yellow,"$14,250,000","$13,999,000"',
      'CCH Replacement,Project Initiation,Green,"$28,100,000",',
    ),
    fields: ['name', 'stage', 'status', 'budget', 'spent'],
    rows: [
      ['Cardinal HCM', 'active', 'Green', 130_750_000, 131_998_004],
      ['Mainframe Rehost', 'done', 'Yellow', 14_250_000, 13_999_000],
      ['CCH Replacement', 'planned', 'Green', 28_100_000, null],
    ],
  },
  {
    list: 'of a hospital, whose forecast end holds rather than the planned one',
    text: lines(
      "Ref,Project,Overall,Total Budget (£'000),Planned end,Forecast end",
      'D1,EPR,A,"12,500",Mar-26,Sep-26',
      'D2,PACS,G,840,Dec-25,Dec-25',
    ),
    currency: 'GBP',
    fields: ['name', 'endDate', 'budget'],
    rows: [
      ['EPR', '2026-09-30', 12_500_000],
      ['PACS', '2025-12-31', 840_000],
    ],
  },
  {
    list: 'of the Swiss confederation: an end by its prognosis, millions said above',
    text: lines(
      'Beträge in Mio. CHF;;;',
      'Projektname;Ende geplant;Ende Prognose;Plankosten',
      'DaziT;31.12.2026;31.12.2026;393.0',
      'ZEMIS;31.12.2027;30.06.2029;54.9',
    ),
    currency: 'CHF',
    fields: ['name', 'endDate', 'budget'],
    rows: [
      ['DaziT', '2026-12-31', 393_000_000],
      ['ZEMIS', '2029-06-30', 54_900_000],
    ],
  },
  {
    list: 'of a bank of development, whose team leader is no team',
    text: lines(
      'Country;Project;Commitment (SDR million);Commitment (US$ million);Disbursed (US$ million);Task team leader',
      'Benin;Digital Rural;72.1;100.0;61.4;A. Diop',
      'Chad;Data Capacity;38.5;52.5;9.9;M. Sy',
    ),
    fields: ['name', 'owner', 'budget', 'spent'],
    rows: [
      ['Digital Rural', 'A. Diop', 100_000_000, 61_400_000],
      ['Data Capacity', 'M. Sy', 52_500_000, 9_900_000],
    ],
  },
  {
    list: 'of tasks in Chinese: due at a time, and completed at another',
    text: lines(
      '任务ID,标题,执行者,任务状态,开始时间,截止时间,完成时间',
      '65a1f0,统一认证平台,王芳,进行中,2025-01-06 09:00,2025-12-31 18:00,',
      '65a1f2,机房搬迁,赵敏,已完成,2024-03-01 09:00,2024-11-30 18:00,2024-12-02 10:00',
    ),
    fields: ['externalId', 'name', 'owner', 'stage', 'startDate', 'endDate'],
    rows: [
      ['65a1f0', '统一认证平台', '王芳', 'active', '2025-01-06', '2025-12-31'],
      ['65a1f2', '机房搬迁', '赵敏', 'done', '2024-03-01', '2024-11-30'],
    ],
  },
  {
    list: 'of Bulgaria: leva, days with their word, a total',
    text: lines(
      '№;Наименование на проекта;Бенефициент;Дата на стартиране;Дата на приключване;Обща стойност (лв.);Реално изплатени суми (лв.);Статус',
      '1;Електронно здравеопазване;Информационно обслужване АД;01.03.2021 г.;31.12.2023 г.;12 500 000,00;11 980 455,20;Приключен',
      '2;Регистър на населението;МРРБ;15.06.2023 г.;30.06.2026 г.;8 340 000,50;1 200 000,00;В изпълнение',
      'Общо;;;;;20 840 000,50;13 180 455,20;',
    ),
    currency: 'BGN',
    fields: ['name', 'owner', 'stage', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      [
        'Електронно здравеопазване',
        'Информационно обслужване АД',
        'done',
        '2021-03-01',
        '2023-12-31',
        12_500_000,
        11_980_455.2,
      ],
      ['Регистър на населението', 'МРРБ', 'active', '2023-06-15', '2026-06-30', 8_340_000.5, 1_200_000],
    ],
    skipped: ['total'],
    stated: [20_840_000.5, 13_180_455.2],
  },
  {
    list: 'of Serbia, in thousands of dinars in short',
    text: lines(
      'Р.бр.;Назив пројекта;Носилац;Почетак;Завршетак;Процењена вредност (хиљ. дин.);Статус',
      '1;еУправа портал;Канцеларија за ИТ;01.02.2024.;31.12.2026.;450.000;У току',
      '2;Државни дата центар;Канцеларија за ИТ;15.03.2020.;30.09.2023.;3.200.500;Завршен',
    ),
    currency: 'RSD',
    fields: ['name', 'owner', 'stage', 'startDate', 'endDate', 'budget'],
    rows: [
      ['еУправа портал', 'Канцеларија за ИТ', 'active', '2024-02-01', '2026-12-31', 450_000_000],
      ['Државни дата центар', 'Канцеларија за ИТ', 'done', '2020-03-15', '2023-09-30', 3_200_500_000],
    ],
  },
  {
    list: 'of Iceland, in millions of its own crowns',
    text: lines(
      'Verkefni;Ráðuneyti;Upphaf;Áætluð lok;Kostnaðaráætlun (m.kr.);Raunkostnaður (m.kr.);Staða',
      'Stafrænt Ísland;FJR;1.1.2020;31.12.2025;4.200;3.150;Í vinnslu',
      'Ný heilbrigðisgátt;HRN;1.9.2023;30.6.2026;850;210;Í vinnslu',
    ),
    currency: 'ISK',
    fields: ['name', 'owner', 'stage', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['Stafrænt Ísland', 'FJR', 'active', '2020-01-01', '2025-12-31', 4_200_000_000, 3_150_000_000],
      ['Ný heilbrigðisgátt', 'HRN', 'active', '2023-09-01', '2026-06-30', 850_000_000, 210_000_000],
    ],
  },
  {
    list: 'of Catalonia',
    text: lines(
      "Nom del projecte;Responsable;Data d'inici;Data de finalització;Pressupost (€);Executat (€);Estat",
      'Història clínica;M. Puig;01/03/2024;31/12/2026;12.450.000,00;3.100.250,75;En execució',
      'Portal tributari;J. Roca;15/09/2022;30/06/2024;2.300.000,00;2.287.100,00;Finalitzat',
    ),
    currency: 'EUR',
    fields: ['name', 'owner', 'stage', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['Història clínica', 'M. Puig', 'active', '2024-03-01', '2026-12-31', 12_450_000, 3_100_250.75],
      ['Portal tributari', 'J. Roca', 'done', '2022-09-15', '2024-06-30', 2_300_000, 2_287_100],
    ],
  },
  {
    list: 'of a Polish ministry, whose terms are days',
    text: lines(
      'Nazwa projektu;Całkowity koszt (mln zł);Wydatki poniesione (mln zł);Termin rozpoczęcia;Planowany termin zakończenia',
      'KSeF;351,2;188,0;2021-03-15;2026-02-01',
      'e-Doręczenia;119,45;88,3;2020-09-01;2025-12-31',
    ),
    currency: 'PLN',
    fields: ['name', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['KSeF', '2021-03-15', '2026-02-01', 351_200_000, 188_000_000],
      ['e-Doręczenia', '2020-09-01', '2025-12-31', 119_450_000, 88_300_000],
    ],
  },
  {
    list: 'of Turkey, whose column of an end says from when to when',
    text: lines(
      'Proje No;Proje Adı;Başlama-Bitiş Tarihi;Proje Tutarı (Bin TL);2024 Sonuna Kadar Harcama (Bin TL)',
      '2021H04;e-Devlet Altyapısı;2021-2026;1.250.000;640.500',
      '2023H04;Veri Merkezi;2023-2025;480.750;310.000',
    ),
    currency: 'TRY',
    fields: ['name', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['e-Devlet Altyapısı', '2021-01-01', '2026-12-31', 1_250_000_000, 640_500_000],
      ['Veri Merkezi', '2023-01-01', '2025-12-31', 480_750_000, 310_000_000],
    ],
  },
  {
    list: 'of themes, each with its total, and one of them all behind its name',
    text: lines(
      'Strategic theme: Customer,,',
      'Project,Lead,Cost $k',
      'Portal,Ann,450',
      'App,Bob,"1,200"',
      'Theme total,,"1,650"',
      ',,',
      'Strategic theme: Resilience,,',
      'Project,Lead,Cost $k',
      'DR site,Cy,900',
      'Theme total,,900',
      'Portfolio total,,"2,550"',
    ),
    fields: ['name', 'budget', 'collaborationGroup'],
    rows: [
      ['Portal', 450_000, 'Strategic theme: Customer'],
      ['App', 1_200_000, 'Strategic theme: Customer'],
      ['DR site', 900_000, 'Strategic theme: Resilience'],
    ],
    skipped: ['total', 'blank', 'group', 'header', 'total', 'total'],
    stated: [2_550_000],
  },
  {
    list: 'of what is run, grown and transformed: a total with a sign is the money',
    text: lines(
      'Investment,Owner,Run $,Grow $,Transform $,Total $',
      'ERP upgrade,Ann,"$0","$1,200,000","$800,000","$2,000,000"',
      'Data lake,Bob,"$150,000","$0","$950,000","$1,100,000"',
    ),
    fields: ['name', 'budget'],
    rows: [
      ['ERP upgrade', 2_000_000],
      ['Data lake', 1_100_000],
    ],
  },
  {
    list: 'of Dutch ministries, in millions in the plural: the present end and cost',
    text: lines(
      'Naam project;Ministerie;Datum start;Datum einde (initieel);Datum einde (actueel);Initiële meerjarige projectkosten (in miljoenen euro);Actuele meerjarige projectkosten (in miljoenen euro);Cumulatieve kosten t/m 31-12-2024 (in miljoenen euro);Projectstatus',
      'KEI;JenV;1-1-2013;31-12-2018;31-12-2026;67,4;215,9;190,2;Lopend',
      'Basisvoorziening;BZK;1-4-2020;1-4-2024;1-7-2025;12,0;14,25;13,9;Afgerond',
    ),
    currency: 'EUR',
    fields: ['name', 'owner', 'stage', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['KEI', 'JenV', 'active', '2013-01-01', '2026-12-31', 215_900_000, 190_200_000],
      ['Basisvoorziening', 'BZK', 'done', '2020-04-01', '2025-07-01', 14_250_000, 13_900_000],
    ],
  },
  {
    list: 'of a Chinese bank, whose projects are put into production',
    text: lines(
      '项目名称,计划投产日期,实际投产日期,项目预算(万),项目状态',
      '核心系统,2026/6/30,,"3,600",开发',
      '反欺诈,2025/3/31,2025/4/15,480,已投产',
    ),
    fields: ['name', 'stage', 'endDate', 'budget'],
    rows: [
      ['核心系统', 'active', '2026-06-30', 36_000_000],
      ['反欺诈', 'done', '2025-03-31', 4_800_000],
    ],
  },
];

describe('a list of the wider world', () => {
  test.each(cases)('$list', expectList);
});

test('amounts with cents that nothing calls money are told where no budget was taken', async () => {
  const { report } = await importText(
    lines('Projekta;Summa visa', 'Portāls;"12 500 000,00"', 'Reģistrs;"8 340 000,50"'),
  );
  expect(report.notes).toContainEqual({ what: 'moneyLeft', count: 1, examples: ['Summa visa'] });
});
