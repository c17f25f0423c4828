import { describe, expect, test } from 'vitest';
import { importText } from './helpers.ts';

/** Lists as other organisations and programs write them; every value that is expected stands in the list itself. */
interface Case {
  readonly list: string;
  readonly text: string;
  readonly currency: string;
  /** Id, name, owner, start, end, budget and spending in whole units, stage. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly partners?: readonly string[];
  readonly capabilities?: readonly string[];
  readonly skipped?: readonly string[];
}

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

const cases: readonly Case[] = [
  {
    list: 'French, with a title, a total and millions of euros in the header',
    text: lines(
      'Panorama des grands projets;;;;;;',
      ';;;;;;',
      'Ministère porteur;Nom du projet;Date de début;Durée (années);Phase du projet en cours;Coût estimé (M€);Prestataires',
      'Ministère de la Justice;PORTALIS;01/03/2014;8,5;Réalisation;58,9;Sopra Steria',
      'Ministère de l’Intérieur;LOG-MI;15/09/2017;4,0;Cadrage;23,4;',
      'Total;;;;;82,3;',
    ),
    currency: 'EUR',
    rows: [
      [null, 'PORTALIS', 'Ministère de la Justice', '2014-03-01', '2022-08-31', 58_900_000, null, 'active'],
      [null, 'LOG-MI', 'Ministère de l’Intérieur', '2017-09-15', '2021-09-14', 23_400_000, null, 'candidate'],
    ],
    partners: ['Sopra Steria'],
    skipped: ['total'],
  },
  {
    list: 'Swiss, with apostrophes between groups, an open end and nobody named',
    text: lines(
      'Projekt-Nr.;Projektname;Departement;Projektstart;Projektende;Gesamtkosten (CHF);Aufwand bisher (CHF);Projektleiter',
      "P-001;GENOVA;BK;01.01.2013;31.12.2020;67'400'000.00;51'200'000.00;Müller, Hans",
      "P-004;SUPERB;EFD;01.01.2019;offen;320'000'000;–;n.n.",
    ),
    currency: 'CHF',
    rows: [
      ['P-001', 'GENOVA', 'Müller, Hans', '2013-01-01', '2020-12-31', 67_400_000, 51_200_000, null],
      ['P-004', 'SUPERB', null, '2019-01-01', null, 320_000_000, null, null],
    ],
  },
  {
    list: 'German, thousands of euros, months, a sum and a note',
    text: lines(
      'Stand: 31.03.2024',
      '',
      'lfd. Nr.;Vorhaben;Federführendes Ressort;Beginn;Ende;Budget in T€;Ist-Kosten in T€;Umsetzungsstatus;Fachliche Fähigkeit;Dienstleister',
      '1;Digitaler Bauantrag;BMWSB;01.2021;12.2024;1.250,5;980,0;In Umsetzung;Antragsbearbeitung;Dataport',
      '2;Registermodernisierung;BMI;März 2020;2028;12.400,0;3.100,2;In Planung;Registerführung;msg | Capgemini',
      'Summe;;;;;13.650,5;4.080,2;;;',
      '* Angaben ohne Gewähr',
    ),
    currency: 'EUR',
    rows: [
      [null, 'Digitaler Bauantrag', 'BMWSB', '2021-01-01', '2024-12-31', 1_250_500, 980_000, 'active'],
      [null, 'Registermodernisierung', 'BMI', '2020-03-01', '2028-12-31', 12_400_000, 3_100_200, 'planned'],
    ],
    partners: ['Dataport', 'msg', 'Capgemini'],
    capabilities: ['Antragsbearbeitung', 'Registerführung'],
    skipped: ['total', 'footnote'],
  },
  {
    list: 'of a Chinese city, with a date in numerals',
    text: lines(
      '项目编号,项目名称,主管部门,立项时间,计划完成时间,总投资（万元）,已支付（万元）,进展情况,业务能力,承建单位',
      'XM-01,一网通办平台二期,大数据局,2023年3月,2024年12月,"3,200",1200,在建,身份认证、电子证照,华为；浪潮',
      'XM-02,数据中台,大数据局,二〇二四年十二月,2026年,5000,待定,拟建,数据治理,阿里云',
      '合计,,,,,"8,200",,,,',
    ),
    currency: 'CNY',
    rows: [
      ['XM-01', '一网通办平台二期', '大数据局', '2023-03-01', '2024-12-31', 32_000_000, 12_000_000, 'active'],
      ['XM-02', '数据中台', '大数据局', '2024-12-01', '2026-12-31', 50_000_000, null, 'planned'],
    ],
    partners: ['华为', '浪潮', '阿里云'],
    capabilities: ['身份认证', '电子证照', '数据治理'],
    skipped: ['total'],
  },
  {
    list: 'in traditional characters, whose dollar is no yuan',
    text: lines(
      '名稱,負責人,開始日期,結束日期,預算（萬元）,狀態,供應商',
      '數位轉型,王小明,2024/01/01,2025/06/30,"1,500",進行中,資策會',
    ),
    currency: 'TWD',
    rows: [[null, '數位轉型', '王小明', '2024-01-01', '2025-06-30', 15_000_000, null, 'active']],
    partners: ['資策會'],
  },
  {
    list: 'Japanese, with years of an era and millions of yen',
    text: lines(
      'システム名,概要,府省,開始日,終了日,予算（百万円）,執行額（百万円）,状況',
      '年金記録,記録管理,厚労省,令和3年4月1日,令和元年12月31日,"1,250",980,開発中',
      '電子申請,オンライン,総務省,平成31年4月1日,2024/3/31,3400,2100,運用中',
    ),
    currency: 'JPY',
    rows: [
      // An end before its start stays unknown, and its words are kept.
      [null, '年金記録', '厚労省', '2021-04-01', null, 1_250_000_000, 980_000_000, 'active'],
      [null, '電子申請', '総務省', '2019-04-01', '2024-03-31', 3_400_000_000, 2_100_000_000, 'active'],
    ],
  },
  {
    list: 'Brazilian',
    text: lines(
      'Código;Projeto;Órgão;Data de início;Data de término;Valor previsto (R$);Valor executado (R$);Situação',
      '1;Autenticação;MGI;01/02/2022;31/12/2024;R$ 12.345.678,90;R$ 4.000.000,00;Em andamento',
      '3;Nuvem;SERPRO;;;R$ 500,00;;Cancelado',
    ),
    currency: 'BRL',
    rows: [
      ['1', 'Autenticação', 'MGI', '2022-02-01', '2024-12-31', 12_345_678.9, 4_000_000, 'active'],
      ['3', 'Nuvem', 'SERPRO', null, null, 500, null, 'stopped'],
    ],
  },
  {
    list: 'Spanish, in thousands',
    text: lines(
      'Nombre del proyecto,Responsable,Fecha de inicio,Fecha de fin,Presupuesto (miles de €),Estado,Proveedor',
      'Sede electrónica,A. García,12/03/2023,30/11/2024,"1.250,00",En curso,Indra',
      'Expedientes,B. Pérez,1 de septiembre 2022,por definir,"830,25",Finalizado,',
    ),
    currency: 'EUR',
    rows: [
      [null, 'Sede electrónica', 'A. García', '2023-03-12', '2024-11-30', 1_250_000, null, 'active'],
      [null, 'Expedientes', 'B. Pérez', '2022-09-01', null, 830_250, null, 'done'],
    ],
    partners: ['Indra'],
  },
  {
    list: 'Dutch',
    text: lines(
      'Projectnaam;Ministerie;Startdatum;Einddatum;Oorspronkelijke kosten (miljoen euro);Fase;Leverancier',
      'Vernieuwing GVS;JenV;1-4-2016;31-12-2022;24,90;Realisatie;CGI',
      'Doorontwikkeling BRP;BZK;01-01-2018;onbekend;12,00;Afgerond;n.v.t.',
    ),
    currency: 'EUR',
    rows: [
      [null, 'Vernieuwing GVS', 'JenV', '2016-04-01', '2022-12-31', 24_900_000, null, 'active'],
      [null, 'Doorontwikkeling BRP', 'BZK', '2018-01-01', null, 12_000_000, null, 'done'],
    ],
    partners: ['CGI'],
  },
  {
    list: 'Indian, in crores of rupees',
    text: lines(
      'S.No.,Name of Project,Ministry / Department,Scheduled Completion,Sanctioned Cost (Rs. in crore),Expenditure (Rs. in crore),Status',
      '1,e-Courts Phase III,Law & Justice,31-03-2027,"7,210.00",768.25,Ongoing',
    ),
    currency: 'INR',
    rows: [
      [
        null,
        'e-Courts Phase III',
        'Law & Justice',
        null,
        '2027-03-31',
        72_100_000_000,
        7_682_500_000,
        'active',
      ],
    ],
  },
  {
    list: 'of a service desk, whose columns are named like fields of its tables',
    text: lines(
      '"number","short_description","state","project_manager.name","start_date","end_date","cost","portfolio.name"',
      '"PRJ0010021","Laptop refresh","Work in Progress","Abel Tuter","2024-01-08 08:00:00","2024-09-27 17:00:00","$98,250.50","Workplace"',
      '"PRJ0010023","Zero trust","Closed Complete","","2023-02-01 08:00:00","2023-12-15 17:00:00","$461,130.99","Security"',
    ),
    currency: 'USD',
    rows: [
      ['PRJ0010021', 'Laptop refresh', 'Abel Tuter', '2024-01-08', '2024-09-27', 98_250.5, null, 'active'],
      ['PRJ0010023', 'Zero trust', null, '2023-02-01', '2023-12-15', 461_130.99, null, 'done'],
    ],
  },
  {
    list: 'of quarters, half years and fiscal years',
    text: lines(
      'Initiative,Lead,From,To,Cost',
      'Payroll cloud,HR,Q1 2024,T4 2024,€1.2m',
      'Network,Infra,H1 2025,2025 H2,€2.5m',
      '数据湖,IT,2025年上半年,2025年下半年,€1m',
    ),
    currency: 'EUR',
    rows: [
      [null, 'Payroll cloud', 'HR', '2024-01-01', '2024-12-31', 1_200_000, null, null],
      [null, 'Network', 'Infra', '2025-01-01', '2025-12-31', 2_500_000, null, null],
      [null, '数据湖', 'IT', '2025-01-01', '2025-12-31', 1_000_000, null, null],
    ],
  },
  {
    list: 'with blanks between groups of digits',
    text: lines('Name|Start|End|Cost', 'A|2024-1-5|2024-12-1|1 234,50', 'B|2024-2-5|2024-11-1|12 000,00'),
    currency: 'USD',
    rows: [
      [null, 'A', null, '2024-01-05', '2024-12-01', 1234.5, null, null],
      [null, 'B', null, '2024-02-05', '2024-11-01', 12_000, null, null],
    ],
  },
  {
    list: 'whose name column could be a programme',
    text: lines('Programme / Project,Owner,Cost ($k),Go-live', 'Portal,Ann,100,Jun-25', 'App,Bob,250,TBC'),
    currency: 'USD',
    rows: [
      [null, 'Portal', 'Ann', null, '2025-06-30', 100_000, null, null],
      [null, 'App', 'Bob', null, null, 250_000, null, null],
    ],
  },
  {
    list: 'with groups of columns above its header, prose above those',
    text: lines(
      'IT Project Portfolio,,,,,,',
      'As of 31 March 2025,,,,,,',
      ',,,Schedule,,Financials,',
      'ID,Project,Sponsor,Start,End,Approved,Actual',
      'P1,ERP Renewal,CFO,2024-01-01,2025-12-31,5000000,2500000',
    ),
    currency: 'USD',
    rows: [['P1', 'ERP Renewal', 'CFO', '2024-01-01', '2025-12-31', 5_000_000, 2_500_000, null]],
  },
  {
    list: 'of applications, with vendors and capabilities',
    text: lines(
      'Application,Owner,Vendor,Business capability,Annual cost,Contract end',
      'SAP ECC,Finance IT,SAP,Finance,1200000,2027-12-31',
      'CRM suite,Sales IT,Salesforce,Sales,800000,2026-06-30',
    ),
    currency: 'USD',
    rows: [
      [null, 'SAP ECC', 'Finance IT', null, null, null, null, null],
      [null, 'CRM suite', 'Sales IT', null, null, null, null, null],
    ],
    partners: ['SAP', 'Salesforce'],
    capabilities: ['Finance', 'Sales'],
  },
];

const whole = (minor: number | null | undefined, currency: string): number | null =>
  minor === null || minor === undefined ? null : minor / (currency === 'JPY' ? 1 : 100);

describe('a list', () => {
  test.each(cases)('$list', async ({ text, currency, rows, partners, capabilities, skipped }) => {
    const list = await importText(text);
    expect(list.preview.plan.currency).toBe(currency);
    expect(
      list.initiatives.map((each) => [
        each.externalId,
        each.name,
        each.owner,
        each.startDate,
        each.endDate,
        whole(each.budget, currency),
        whole(each.spent, currency),
        each.stage,
      ]),
    ).toEqual(rows);
    expect((list.changes.add.partner ?? []).map(({ name }) => name)).toEqual(partners ?? []);
    expect((list.changes.add.capability ?? []).map(({ name }) => name)).toEqual(capabilities ?? []);
    expect(list.report.skipped.map(({ reason }) => reason)).toEqual(skipped ?? []);
  });

  test('of products is run by product teams', async () => {
    const list = await importText(
      lines(
        'Product,Product Owner,Team,Release cadence,Goal',
        'Mobile banking,Ida,Blue,2 weeks,More users',
        'Lending,Ola,Red,Monthly,Faster yes',
      ),
    );
    expect(list.initiatives.map(({ name, mode, owner }) => [name, mode, owner])).toEqual([
      ['Mobile banking', 'product', 'Ida'],
      ['Lending', 'product', 'Ola'],
    ]);
  });

  test('says by a column of types what is a project and what a product, and keeps other types as they are', async () => {
    const modes = async (...types: readonly string[]) =>
      (await importText(lines('Name,Type', ...types.map((type, at) => `N${at},${type}`)))).initiatives.map(
        ({ mode, extra }) => [mode, extra.Type ?? null],
      );
    expect(await modes('Project', 'Product')).toEqual([
      ['project', null],
      ['product', null],
    ]);
    expect(await modes('New', 'Replacement')).toEqual([
      ['project', 'New'],
      ['project', 'Replacement'],
    ]);
  });

  test('with a currency for each row: what is in another one is kept and said, never taken for ours', async () => {
    const list = await importText(
      lines('Project,Currency,Budget', 'Alpha,USD,100', 'Beta,EUR,200', 'Gamma,USD,300', 'Delta,,400'),
    );
    expect(list.initiatives.map(({ name, budget, extra }) => [name, budget, extra.Budget ?? null])).toEqual([
      ['Alpha', 10_000, null],
      ['Beta', null, '200'],
      ['Gamma', 30_000, null],
      ['Delta', 40_000, null],
    ]);
    expect(list.report.unreadable).toEqual([
      { row: 3, column: 'Budget', reason: 'other_currency', value: '200' },
    ]);
    expect(list.report.sumChecks).toMatchObject([{ file: 100_000, came: 80_000 }]);
  });
});
