import { describe, expect, test } from 'vitest';
import { importText } from './helpers.ts';
import { expectList, type ListCase, lines } from './listCases.ts';

const cases: readonly ListCase[] = [
  {
    list: 'of Texas: the row of totals says in a cell of its own how many projects it sums',
    text: lines(
      'Agency,Project Name,Project Status,Current Budget (in millions),Expenditures to Date (in millions)',
      'Health and Human Services Commission,TIERS Refresh,In Progress,$21.9,$12.4',
      'Department of Public Safety,Crime Records,Completed,$26.1,$26.1',
      'Total,2 Projects,,$48.0,$38.5',
    ),
    fields: ['name', 'owner', 'stage', 'budget', 'spent'],
    rows: [
      ['TIERS Refresh', 'Health and Human Services Commission', 'active', 21_900_000, 12_400_000],
      ['Crime Records', 'Department of Public Safety', 'done', 26_100_000, 26_100_000],
    ],
    skipped: ['total'],
    stated: [48_000_000, 38_500_000],
  },
  {
    list: 'of Washington: an end that is estimated now rather than the first one',
    text: lines(
      'Agency Name,Project Title,Original Start Date,Original Finish Date,Estimated Finish Date,Original Budget,Current Budget',
      'Office of Financial Management,One Washington ERP,7/1/2019,6/30/2023,6/30/2026,"$303,900,000.00","$465,000,000.00"',
      'Employment Security Department,WorkSource,10/1/2021,12/31/2024,12/31/2025,"$44,000,000.00","$44,000,000.00"',
    ),
    fields: ['name', 'startDate', 'endDate', 'budget'],
    rows: [
      ['One Washington ERP', '2019-07-01', '2026-06-30', 465_000_000],
      ['WorkSource', '2021-10-01', '2025-12-31', 44_000_000],
    ],
  },
  {
    list: 'of the Swiss confederation: an end as it is now rather than as it was planned, costs added up to a day',
    text: lines(
      'Departement;Projekt;Projektstatus;Start;Ende geplant;Ende aktuell;Gesamtkosten (Mio. CHF);Kosten kumuliert per 31.12.2023 (Mio. CHF)',
      'EFD;Programm SUPERB;laufend;01.2020;12.2023;12.2026;483,0;211,4',
      'EJPD;Fernmeldeüberwachung;laufend;03.2014;12.2021;06.2024;112,9;98,3',
    ),
    currency: 'CHF',
    fields: ['name', 'endDate', 'budget', 'spent'],
    rows: [
      ['Programm SUPERB', '2026-12-31', 483_000_000, 211_400_000],
      ['Fernmeldeüberwachung', '2024-06-30', 112_900_000, 98_300_000],
    ],
  },
  {
    list: 'of Canada: what may be spent is not what was spent',
    text: lines(
      'Department or agency,Project or program name,Estimated total cost (including taxes),Approved budget – expenditure authority,"Expenditures to date (as of March 31, 2022)"',
      'Employment and Social Development Canada,Benefits Delivery,"$2,205.5 million",$1.9 billion,"$582,313,000"',
      'Shared Services Canada,Workload Migration,"$1,500,000,000","$1,110,000,000","$602,000,000"',
      'Canada Border Services Agency,CARM,$526.4M,$526.4M,$371.7M',
    ),
    currency: 'CAD',
    fields: ['name', 'budget', 'spent'],
    rows: [
      ['Benefits Delivery', 2_205_500_000, 582_313_000],
      ['Workload Migration', 1_500_000_000, 602_000_000],
      ['CARM', 526_400_000, 371_700_000],
    ],
  },
  {
    list: 'of a state budget: units below the names, headings that totals name again, ends of years',
    text: lines(
      'Project Description,Location,Start,Complete,Estimated Total Cost,Est. Expend to 30-06-20,2020-21',
      ',,,,$000,$000,$000',
      'Major Works,,,,,,',
      'New Works,,,,,,',
      'Digital Driver Licence,Various,2020,2022,"12,400",0,"8,200"',
      'Cyber Security Uplift,Haymarket,2020,2023,"60,000",0,"21,000"',
      'Total New Works,,,,"72,400",0,"29,200"',
      'Works in Progress,,,,,,',
      'e-Planning,Parramatta,2017,2021,"34,150","25,300","8,850"',
      'GovConnect Separation,Various,2019,2022,n.a.,"1,200","4,300"',
      'Total Works in Progress,,,,n.a.,"26,500","13,150"',
      '"Total, Major Works",,,,,,"42,350"',
    ),
    fields: ['name', 'collaborationGroup', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['Digital Driver Licence', 'Major Works · New Works', '2020-01-01', '2022-12-31', 12_400_000, 0],
      ['Cyber Security Uplift', 'Major Works · New Works', '2020-01-01', '2023-12-31', 60_000_000, 0],
      ['e-Planning', 'Major Works · Works in Progress', '2017-01-01', '2021-12-31', 34_150_000, 25_300_000],
      [
        'GovConnect Separation',
        'Major Works · Works in Progress',
        '2019-01-01',
        '2022-12-31',
        null,
        1_200_000,
      ],
    ],
    skipped: ['blank', 'group', 'group', 'total', 'group', 'total', 'total'],
  },
  {
    list: 'of Queensland: amounts with a remark in brackets behind them',
    text: lines(
      'Department,Project,Current budget,Actual expenditure to date',
      'Transport and Main Roads,Smart Ticketing,$434.0M (incl. contingency),$298.7M',
      'Queensland Health,ieMR Tranche 4,$310.0M (see note 3),$201.9M (est.)',
      'Education,OneSchool,$12.5M (2023 prices),$1.2M',
    ),
    fields: ['name', 'budget', 'spent'],
    rows: [
      ['Smart Ticketing', 434_000_000, 298_700_000],
      ['ieMR Tranche 4', 310_000_000, 201_900_000],
      ['OneSchool', 12_500_000, 1_200_000],
    ],
  },
  {
    list: 'of the United Nations: all expense rather than that of one year',
    text: lines(
      'Project ID,Project Title,Start Year,End Year,Budget 2024 (US$),Expense 2024 (US$),Total Budget (US$),Total Expense (US$)',
      '00095552,e-Governance,2016,2025,"1,240,500.00","980,310.22","8,450,000.00","7,110,000.00"',
      '00110212,Digital Justice,2018,2022,0,0,"2,100,000.00","2,099,100.00"',
    ),
    fields: ['externalId', 'name', 'budget', 'spent'],
    rows: [
      ['00095552', 'e-Governance', 8_450_000, 7_110_000],
      ['00110212', 'Digital Justice', 2_100_000, 2_099_100],
    ],
  },
  {
    list: 'of awards: called by what was awarded, not by who receives it, nor by an industry’s code',
    text: lines(
      'award_id_piid,recipient_name,awarding_agency_name,award_description,total_obligated_amount,naics_code',
      'GS00Q14OADU123,BOOZ ALLEN HAMILTON INC,General Services Administration,LOGIN.GOV DEVELOPMENT,45120333.12,541512',
      '75FCMC19F0011,ACCENTURE FEDERAL SERVICES LLC,Department of Health,HEALTHCARE.GOV FFM,612445001.50,541519',
    ),
    fields: ['externalId', 'name', 'owner', 'budget'],
    rows: [
      ['GS00Q14OADU123', 'LOGIN.GOV DEVELOPMENT', 'General Services Administration', 45_120_333.12],
      ['75FCMC19F0011', 'HEALTHCARE.GOV FFM', 'Department of Health', 612_445_001.5],
    ],
  },
  {
    list: 'of New York City: names of columns in short, a delay that describes nothing',
    text: lines(
      'PROJECT_ID,MANAGING_AGCY_CD,MANAGING_AGCY,PROJECT_DESCR,ORIG_BUD_AMT,SPENT_TO_DATE,DELAY_DESCRIPTION',
      '858 DP-CYBER1,858,DOITT,CYBER COMMAND INFRASTRUCTURE,12500000,3100250,Scope change',
      '056 PO-NYPD-IT9,056,POLICE DEPARTMENT,NYPD DATA CENTER,45000000,800000,',
    ),
    fields: ['externalId', 'name', 'owner', 'description'],
    rows: [
      ['858 DP-CYBER1', 'CYBER COMMAND INFRASTRUCTURE', 'DOITT', ''],
      ['056 PO-NYPD-IT9', 'NYPD DATA CENTER', 'POLICE DEPARTMENT', ''],
    ],
  },
  {
    list: 'of federal investments: the chief of information who answers for them is no name of theirs',
    text: lines(
      'Agency,UPI Code,Investment Title,Planned Lifecycle Cost,Start Date,End Date,CIO Name',
      'Department of Labor,012-05-01-22-01-1010-00,OSHA Information System,$88.9 M,FY2006,FY2015,Tom Wiesner',
      'Department of Labor,012-25-02-00-01-1009-00,New Core Financials,$61.2 M,FY2003,FY2012,Tom Wiesner',
    ),
    fields: ['externalId', 'name', 'owner', 'budget'],
    rows: [
      ['012-05-01-22-01-1010-00', 'OSHA Information System', 'Department of Labor', 88_900_000],
      ['012-25-02-00-01-1009-00', 'New Core Financials', 'Department of Labor', 61_200_000],
    ],
  },
  {
    list: 'of an Australian state, whose database cuts its words short: an end that was revised where it was',
    text: lines(
      'PROJECT_NAME,PROJECT_CODE,ENTITY,START_DATE,ORIG_COMPLETION_DATE,REV_COMPLETION_DATE,INITIAL_TEI_AUD,REVISED_TEI_AUD',
      'Workforce Management,1302,Ambulance Victoria,20210701,20231231,20240930,4200000,5100000',
      'VASS Replacement,1377,Education,20230301,20250630,,8900000,',
    ),
    currency: 'AUD',
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget'],
    rows: [
      ['1302', 'Workforce Management', 'Ambulance Victoria', '2021-07-01', '2024-09-30', 5_100_000],
      ['1377', 'VASS Replacement', 'Education', '2023-03-01', '2025-06-30', 8_900_000],
    ],
  },
  {
    list: 'of German federal offices: what all of it needs, in thousands of euros',
    text: lines(
      'Lfd. Nr.;Vorhabenbezeichnung;Federführung;Beginn;geplanter Abschluss;Haushaltsmittel 2024 (T€);Gesamtbedarf (T€)',
      '1;E-Akte Bund;BMI;Q1/2020;IV/2026;12.500;85.000',
      '2;Registermodernisierung;BVA;01/2021;Ende 2028;33.000;220.500',
      ';Summe;;;;45.500;305.500',
    ),
    currency: 'EUR',
    fields: ['name', 'owner', 'endDate', 'budget'],
    rows: [
      ['E-Akte Bund', 'BMI', '2026-12-31', 85_000_000],
      ['Registermodernisierung', 'BVA', '2028-12-31', 220_500_000],
    ],
    skipped: ['total'],
    stated: [305_500_000],
  },
  {
    list: 'of French ministries: an amount without the wages, behind a sign',
    text: lines(
      'Ministère;Nom du projet;Début;Coût estimé',
      "Ministère de l'Intérieur;FAETON 2;2019;34 M€",
      'Services du Premier ministre;RIE 2;09/2021;14,35 M€ (hors RH)',
    ),
    currency: 'EUR',
    fields: ['name', 'budget'],
    rows: [
      ['FAETON 2', 34_000_000],
      ['RIE 2', 14_350_000],
    ],
  },
  {
    list: 'of Norway: when it is planned to end',
    text: lines(
      'Virksomhet;Prosjekt;Oppstart;Planlagt slutt;Kostnadsramme (P85) mill. kr;Påløpt per 31.12.2023 mill. kr',
      'Skatteetaten;Fremtidens innkreving;01.01.2022;31.12.2027;1 790;412,5',
      'NAV;Prosjekt 4;2023;2025;1 250;210',
    ),
    currency: 'NOK',
    fields: ['name', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['Fremtidens innkreving', '2022-01-01', '2027-12-31', 1_790_000_000, 412_500_000],
      ['Prosjekt 4', '2023-01-01', '2025-12-31', 1_250_000_000, 210_000_000],
    ],
  },
  {
    list: 'of Brazil: a budget that was executed is what was spent, and its light is a farol',
    text: lines(
      'ID;Projeto;Unidade Responsável;Orçamento Previsto (R$ mil);Orçamento Executado (R$ mil);Farol',
      'PJ-01;Novo e-Título;STI;1.250,50;480,00;Amarelo',
      'PJ-02;Migração PJe;STI;800,00;812,30;Verde',
    ),
    currency: 'BRL',
    fields: ['name', 'status', 'budget', 'spent'],
    rows: [
      ['Novo e-Título', 'Amarelo', 1_250_500, 480_000],
      ['Migração PJe', 'Verde', 800_000, 812_300],
    ],
  },
  {
    list: 'of Poland: days with the word for the year behind them',
    text: lines(
      'Nazwa projektu;Data rozpoczęcia;Data zakończenia;Wartość ogółem (PLN)',
      'e-Zdrowie P1;01.08.2008;31.12.2015;712 640 137,00',
      'mObywatel 2.0;1.03.2021 r.;30.06.2024 r.;54 mln zł',
    ),
    currency: 'PLN',
    fields: ['name', 'startDate', 'endDate', 'budget'],
    rows: [
      ['e-Zdrowie P1', '2008-08-01', '2015-12-31', 712_640_137],
      ['mObywatel 2.0', '2021-03-01', '2024-06-30', 54_000_000],
    ],
  },
];

describe('lists that governments publish', () => {
  test.each(cases)('a list $list', expectList);

  test('an amount of each year, or two amounts, are none with a remark', async () => {
    const { report, initiatives } = await importText(
      lines(
        'Project,Current budget,Note',
        'Radio,$9.9M (per year),a',
        'Courts,$8.0M ($9.0M revised),b',
        'Police,$12.5M (12 months),c',
        'Smart Ticketing,$434.0M (incl. contingency),d',
        'ieMR,$310.0M,e',
        'OneSchool,$12.0M,f',
        'Courts online,$3.0M,g',
      ),
    );
    expect(initiatives.map(({ name, budget }) => [name, budget])).toEqual([
      ['Radio', null],
      ['Courts', null],
      ['Police', null],
      ['Smart Ticketing', 43_400_000_000],
      ['ieMR', 31_000_000_000],
      ['OneSchool', 1_200_000_000],
      ['Courts online', 300_000_000],
    ]);
    expect(report.unreadable.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'not_an_amount'],
      [3, 'not_an_amount'],
      [4, 'not_an_amount'],
    ]);
  });

  test('that no budget was taken is said where columns of years hold money without a sign', async () => {
    const { report, initiatives } = await importText(
      lines(
        'Dept,Project Name,FY 23-24 Requested,FY 23-24 Recommended,FY 24-25 Requested',
        'ADM,SF Permitting,"2,300,000","1,200,000","2,500,000"',
        'DT,Fiber to Public Housing,"950,000","500,000","950,000"',
      ),
    );
    expect(initiatives.map(({ budget }) => budget)).toEqual([null, null]);
    expect(report.notes).toContainEqual({
      what: 'moneyLeft',
      count: 3,
      examples: ['FY 23-24 Requested', 'FY 23-24 Recommended', 'FY 24-25 Requested'],
    });
  });
});
