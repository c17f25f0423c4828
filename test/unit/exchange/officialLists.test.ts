import { describe, test } from 'vitest';
import { expectList, type ListCase, lines } from './listCases.ts';

const cases: readonly ListCase[] = [
  {
    list: 'of federal investments in a workbook: a title merged over some names hides none of them',
    text: lines(
      'IT Portfolio,IT Portfolio,IT Portfolio,Spending ($M),Spending ($M),',
      'UII,Investment Title,Bureau,PY 2023,CY 2024,Lifecycle Cost ($M)',
      '009-000001234,Electronic Health Record,IHS,12.5,40,980',
      '009-000004321,Grants.gov,OS,10,11,150.75',
    ),
    fields: ['externalId', 'name', 'owner', 'budget'],
    rows: [
      ['009-000001234', 'Electronic Health Record', 'IHS', 980_000_000],
      ['009-000004321', 'Grants.gov', 'OS', 150_750_000],
    ],
  },
  {
    list: 'of the Philippines, whose pesos are PhP and Php',
    text: lines(
      "PAP Code,Project/Activity Title,Agency,Start,End,Total Project Cost (PhP '000),Disbursements (PhP '000)",
      '310100100001000,National Broadband Plan,DICT,2021,2026,"5,200,000","2,000,500"',
      '310100100002000,Free Wi-Fi for All,DICT,2017,2026,"12,000,000","8,120,000"',
    ),
    currency: 'PHP',
    fields: ['externalId', 'name', 'budget', 'spent'],
    rows: [
      ['310100100001000', 'National Broadband Plan', 5_200_000_000, 2_000_500_000],
      ['310100100002000', 'Free Wi-Fi for All', 12_000_000_000, 8_120_000_000],
    ],
  },
  {
    list: 'of the Philippines, with the short word before each amount',
    text: lines(
      'Project,Agency,Total Cost',
      'National ID,PSA,"Php 5,000,000.00"',
      'eGov App,DICT,"PhP 1,200,000.00"',
    ),
    currency: 'PHP',
    fields: ['name', 'budget'],
    rows: [
      ['National ID', 5_000_000],
      ['eGov App', 1_200_000],
    ],
  },
  {
    list: 'of Indian cities: a status as on a day',
    text: lines(
      'Sr No,Project Title,Status as on 30-09-2022,Estimated Cost (₹ in Cr)',
      '1,Integrated Command Centre,Completed,₹ 62.04',
      '2,Intelligent Traffic,Ongoing (75%),₹ 35.5 Cr.',
    ),
    currency: 'INR',
    fields: ['name', 'stage', 'budget'],
    rows: [
      ['Integrated Command Centre', 'done', 620_400_000],
      ['Intelligent Traffic', 'active', 355_000_000],
    ],
  },
  {
    list: 'of Italian funds, with names of columns as their database has them',
    text: lines(
      'COD_LOCALE_PROGETTO;CUP;OC_TITOLO_PROGETTO;DATA_INIZIO_PREV_ESECUZIONE;DATA_FINE_PREV_ESECUZIONE;FINANZ_TOTALE_PUBBLICO;TOT_PAGAMENTI;OC_STATO_PROGETTO;OC_DENOM_BENEFICIARIO',
      "1AGID001;J51H17000010001;SPID;20170101;20221231;15000000,00;9812345,67;In corso;AGENZIA PER L'ITALIA DIGITALE",
      '1INPS04;F81B16000020001;Fascicolo Sanitario;20160601;20201231;8200000,5;8100000;Concluso;INPS',
    ),
    fields: ['externalId', 'name', 'owner', 'stage', 'budget', 'spent'],
    rows: [
      ['J51H17000010001', 'SPID', "AGENZIA PER L'ITALIA DIGITALE", 'active', 15_000_000, 9_812_345.67],
      ['F81B16000020001', 'Fascicolo Sanitario', 'INPS', 'done', 8_200_000.5, 8_100_000],
    ],
  },
  {
    list: 'of West Africa: when it starts, when it is finished and what was paid out',
    text: lines(
      "N°;Intitulé du projet;Structure responsable;Coût total (FCFA);Décaissement au 31/12/2023;Date de démarrage;Date d'achèvement",
      '1;Backbone national;ADIE;73 500 000 000;70 100 000 000;janv-18;déc-24',
      '2;Data center Diamniadio;SENUM SA;46 000 000 000;46 000 000 000;2019;juin-21',
      'TOTAL;;;119 500 000 000;116 100 000 000;;',
    ),
    currency: 'XOF',
    fields: ['name', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['Backbone national', '2018-01-01', '2024-12-31', 73_500_000_000, 70_100_000_000],
      ['Data center Diamniadio', '2019-01-01', '2021-06-30', 46_000_000_000, 46_000_000_000],
    ],
    skipped: ['total'],
    stated: [119_500_000_000, 116_100_000_000],
  },
  {
    list: 'whose ends stand under Delivery, as people say them',
    text: lines(
      'Initiative,Funding,Kick-off,Delivery',
      'Digital front door,$2.5M,Q3 2024,Mid-2026',
      'Identity,~ $750K,Late Jan 2025,EOY 2025',
      'Data,TBD,March 2025,Dec/26',
    ),
    fields: ['name', 'startDate', 'endDate', 'budget'],
    rows: [
      ['Digital front door', '2024-07-01', '2026-07-31', 2_500_000],
      ['Identity', '2025-01-21', '2025-12-31', 750_000],
      ['Data', '2025-03-01', '2026-12-31', null],
    ],
  },
  {
    list: 'of an audit office: an end as it is forecast now, though its header says no end',
    text: lines(
      'Department;Programme;Original cost estimate;Latest cost estimate;Original completion;Current forecast',
      'HMCTS;Reform;£1,200 million;£1,330 million;March 2020;March 2025',
      'MoD;Defence Recruiting System;£1.36 billion;£1.41 billion;April 2016;Nov. 2017',
    ),
    currency: 'GBP',
    fields: ['name', 'endDate', 'budget'],
    rows: [
      ['Reform', '2025-03-31', 1_330_000_000],
      ['Defence Recruiting System', '2017-11-30', 1_410_000_000],
    ],
  },
  {
    list: 'of an audit office of acquisitions, with what was spent through a fiscal year',
    text: lines(
      'Agency,Acquisition,Start date,Current Lifecycle cost estimate (millions of dollars),Total spent through FY 2023 (millions of dollars)',
      'Department of Veterans Affairs,Electronic Health Record,05/2018,"$49,800",$9420.3',
      'Internal Revenue Service,Customer Account Data Engine 2,10/2009,"$1,341.2",$1020',
      'a Cost in base-year 2018 dollars.,,,,',
      'b Agency did not report.,,,,',
    ),
    fields: ['name', 'owner', 'budget', 'spent'],
    rows: [
      ['Electronic Health Record', 'Department of Veterans Affairs', 49_800_000_000, 9_420_300_000],
      ['Customer Account Data Engine 2', 'Internal Revenue Service', 1_341_200_000, 1_020_000_000],
    ],
    skipped: ['footnote', 'footnote'],
  },
  {
    list: 'of a portal of open data that counts its rows as _id',
    text: lines(
      'Ministry,Project Name,Target Completion Date,_id',
      'Transportation,Licensing Control System,2026-03,1',
      'Treasury Board,Enterprise HR,2027-06,2',
    ),
    fields: ['externalId', 'name', 'endDate'],
    rows: [
      [null, 'Licensing Control System', '2026-03-31'],
      [null, 'Enterprise HR', '2027-06-30'],
    ],
  },
  {
    list: 'of Danish authorities: ends and costs as they were revised, where they were',
    text: lines(
      'Myndighed;Projektnavn;Startdato;Oprindelig slutdato;Revideret slutdato;Oprindelige udgifter (mio. kr.);Reviderede udgifter (mio. kr.)',
      'Skatteforvaltningen;Ejendomsvurdering;01-03-2014;31-12-2018;31-12-2025;189,0;3.012,4',
      'Digitaliseringsstyrelsen;Digital Post;15-01-2016;01-07-2020;;98,4;',
    ),
    currency: 'DKK',
    fields: ['name', 'endDate', 'budget'],
    rows: [
      ['Ejendomsvurdering', '2025-12-31', 3_012_400_000],
      ['Digital Post', '2020-07-01', 98_400_000],
    ],
  },
  {
    list: 'of Finland: when it begins and ends',
    text: lines(
      'Hankkeen nimi;Vastuuministeriö;Aloitus;Päättyminen;Kokonaiskustannukset (milj. €)',
      'Apotti;STM;1.1.2012;31.12.2025;812,5',
      'Koski-tietovaranto;OKM;2015;2018;12',
    ),
    currency: 'EUR',
    fields: ['name', 'startDate', 'endDate', 'budget'],
    rows: [
      ['Apotti', '2012-01-01', '2025-12-31', 812_500_000],
      ['Koski-tietovaranto', '2015-01-01', '2018-12-31', 12_000_000],
    ],
  },
  {
    list: 'of Sweden: years in which it begins and ends',
    text: lines(
      'Myndighet;Projekt;Fas;Startår;Slutår;Total budget (mnkr)',
      'Polisen;Digital arrestdiarie;Genomförande;2021;2025;142',
      'Skatteverket;Folkbokföring;Avslutat;2018;2023;410',
    ),
    currency: 'SEK',
    fields: ['name', 'stage', 'startDate', 'endDate', 'budget'],
    rows: [
      ['Digital arrestdiarie', 'active', '2021-01-01', '2025-12-31', 142_000_000],
      ['Folkbokföring', 'done', '2018-01-01', '2023-12-31', 410_000_000],
    ],
  },
  {
    list: 'of tenders: called by what is tendered, not by how long the contract lasts',
    text: lines(
      'Agency,Tender Description,Est. Value (S$),Est. Contract Period,Status',
      'GovTech,Bulk Tender for Apps,S$50M,36 months,Planned',
      'MOH,Next Gen EMR,S$120M,5 years,Planned',
      'LTA,ERP Maintenance,S$10.5 mil,24 mths,Planned',
    ),
    currency: 'SGD',
    fields: ['name', 'owner', 'budget'],
    rows: [
      ['Bulk Tender for Apps', 'GovTech', 50_000_000],
      ['Next Gen EMR', 'MOH', 120_000_000],
      ['ERP Maintenance', 'LTA', 10_500_000],
    ],
  },
  {
    list: 'of South Africa: the unit of all amounts in a row of its own below the names',
    text: lines(
      'Department,Project name,Project stage,Total project cost,Project start date,Project end date',
      'R thousand,,,,,',
      'Home Affairs,Biometric System,Implementation,1 100 000,2017-04-01,2026-03-31',
      'SARS,Customs Modernisation,Handed over,"850,000",2010/04/01,2022/03/31',
      ...Array.from(
        { length: 14 },
        (_, at) => `Office ${at},Project ${at},Planned,1 000,2020-01-01,2021-12-31`,
      ),
    ),
    currency: 'ZAR',
    fields: ['name', 'budget', 'collaborationGroup'],
    rows: [
      ['Biometric System', 1_100_000_000, null],
      ['Customs Modernisation', 850_000_000, null],
      ...Array.from({ length: 14 }, (_, at) => [`Project ${at}`, 1_000_000, null]),
    ],
  },
  {
    list: 'of Ireland and Hawaii: what was incurred, and a department in short',
    text: lines(
      'Dept.,Project,Approved Budget (€m),Incurred to end 2023 (€m)',
      'Revenue,Customs RoRo,14.2,13.9',
      'Justice,Immigration Modernisation,62.5,18.75',
    ),
    currency: 'EUR',
    fields: ['name', 'owner', 'budget', 'spent'],
    rows: [
      ['Customs RoRo', 'Revenue', 14_200_000, 13_900_000],
      ['Immigration Modernisation', 'Justice', 62_500_000, 18_750_000],
    ],
  },
];

describe('lists of offices, funds and audits', () => {
  test.each(cases)('a list $list', expectList);
});
