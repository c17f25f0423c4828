import { describe, expect, test } from 'vitest';
import { importText } from './helpers.ts';
import { expectList, type ListCase, lines } from './listCases.ts';

/** Lists as programs print them and people paste them, which nobody made for reading on. */
const cases: readonly ListCase[] = [
  {
    list: 'of a data frame: an index without a name, NaN, NaT and <NA>, large numbers in short',
    text: lines(
      'Unnamed: 0,project_id,project_name,sponsor,budget_usd,actual_usd,start_dt,end_dt,status',
      '0,00123,Customer 360,Retail,1250000.0,310500.55,2024-01-15 00:00:00,2025-12-31 00:00:00,In Progress',
      '1,00124,KYC refresh,,800000.0,NaN,2024-03-01 00:00:00,NaT,On Hold',
      '2,01000,Fraud ML,Risk,1.5e6,750000.0,2023-06-01 00:00:00,2024-11-30 00:00:00,Completed',
      '3,01001,Data mesh,None,<NA>,12000.0,NaT,NaT,Not Started',
    ),
    fields: ['externalId', 'name', 'owner', 'stage', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['00123', 'Customer 360', 'Retail', 'active', '2024-01-15', '2025-12-31', 1_250_000, 310_500.55],
      ['00124', 'KYC refresh', null, 'paused', '2024-03-01', null, 800_000, null],
      ['01000', 'Fraud ML', 'Risk', 'done', '2023-06-01', '2024-11-30', 1_500_000, 750_000],
      ['01001', 'Data mesh', null, 'planned', null, null, null, 12_000],
    ],
  },
  {
    list: 'of a database with short names, whose empty days are the first of 1900',
    text: lines(
      'PROJ_NO,PROJ_NAME,DEPT_CODE,PM_NAME,START_DT,END_DT,BUDG_AMT,EXP_TODATE',
      '0001,MUNICIPAL GIS,PLN,SANTOS J.,20240115,20251231,3500000.00,1200000.00',
      '0010,PAYROLL REWRITE,FIN,,19000101,19000101,0.00,0.00',
    ),
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['0001', 'MUNICIPAL GIS', 'SANTOS J.', '2024-01-15', '2025-12-31', 3_500_000, 1_200_000],
      ['0010', 'PAYROLL REWRITE', null, null, null, 0, 0],
    ],
  },
  {
    list: 'of answers to a form: questions for names, several answers in a cell, who answered and when',
    text: lines(
      'Timestamp,Email Address,What is the name of your project or initiative?,Which department is requesting this?,"Which business capabilities does it support? (select all that apply)",What is your estimated budget (USD)?,When do you need it by?,Current status',
      '10/3/2025 14:22:10,a@uni.edu,Lab booking,School of Medicine,"Scheduling, Asset management",45000,6/30/2026,Idea',
      '10/5/2025 09:13:00,p@uni.edu,Timetabling,Registry,"Scheduling, Teaching delivery",,12/15/2026,Approved',
    ),
    fields: ['name', 'owner', 'stage', 'startDate', 'endDate', 'budget'],
    rows: [
      ['Lab booking', 'School of Medicine', 'idea', null, '2026-06-30', 45_000],
      ['Timetabling', 'Registry', 'planned', null, '2026-12-15', null],
    ],
    capabilities: ['Scheduling', 'Asset management', 'Teaching delivery'],
  },
  {
    list: 'of a form whose own columns are called as an initiative’s are',
    text: lines(
      'ID,Start time,Completion time,Email,Name,Project name,Who is the sponsor of it?,Target date',
      '1,1/5/2026 9:00:00,1/5/2026 9:04:12,ann@x.org,Ann Lee,Portal,Bob Ray,2026-09-30',
      '2,1/6/2026 9:00:00,1/6/2026 9:02:02,cy@x.org,Cy Fox,Ledger,Di Orr,2026-12-31',
    ),
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate'],
    rows: [
      ['1', 'Portal', 'Bob Ray', null, '2026-09-30'],
      ['2', 'Ledger', 'Di Orr', null, '2026-12-31'],
    ],
  },
  {
    list: 'of a survey with names of columns in two rows',
    text: lines(
      'Respondent ID,Collector ID,Start Date,End Date,IP Address,Project name,Business owner,Total budget ($),Which teams?,,',
      ',,,,,Open-Ended Response,Open-Ended Response,Open-Ended Response,Data,Integration,Other (please specify)',
      '11847290112,401223,10/01/2025 08:00:12 AM,10/01/2025 08:09:44 AM,10.1.2.3,Tokens,N. Shah,850000,Data,,',
      '11847290455,401223,10/01/2025 09:12:01 AM,10/01/2025 09:20:31 AM,10.1.2.9,Branches,P. Kaur,2300000,,,Property',
    ),
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget'],
    rows: [
      [null, 'Tokens', 'N. Shah', null, null, 850_000],
      [null, 'Branches', 'P. Kaur', null, null, 2_300_000],
    ],
    skipped: ['blank'],
  },
  {
    list: 'in Markdown, with its line, links and marks',
    text: lines(
      '# Roadmap 2026',
      '',
      '| ID | Initiative | Owner | Status | Start | End | Budget |',
      '|:---|:-----------|-------|:------:|-------|-----|-------:|',
      '| R-1 | **Payments hub** | @maria | In progress | 2026-01 | 2026-12 | $1.2M |',
      '| R-2 | [Search](https://wiki/x/R-2) | @li | Planned | 2026-02 | 2026-06 | $400K |',
      '| R-4 | ~~Chatbot~~ | @ana | ⚪ Cancelled | 2025-10 | 2026-01 | $90K |',
    ),
    fields: ['externalId', 'name', 'owner', 'stage', 'startDate', 'endDate', 'budget'],
    rows: [
      ['R-1', 'Payments hub', '@maria', 'active', '2026-01-01', '2026-12-31', 1_200_000],
      ['R-2', 'Search', '@li', 'planned', '2026-02-01', '2026-06-30', 400_000],
      ['R-4', 'Chatbot', '@ana', 'stopped', '2025-10-01', '2026-01-31', 90_000],
    ],
    skipped: ['blank'],
  },
  {
    list: 'of a business suite, drawn with lines, with a currency for each row and signs behind amounts',
    text: lines(
      '08.10.2025            Dynamic List Display              1',
      '',
      '|Project Def.|Description         |Profit Ctr|Person Resp.|Start date|Finish date|   Plan cost|Crcy|     Actual|',
      '|------------|--------------------|----------|------------|----------|-----------|------------|----|-----------|',
      '|P-00100     |S/4HANA Conversion  |100010    |Weber       |01.01.2024|30.06.2026 |4.500.000,00|EUR |2.115.300,50|',
      '|P-00103     |Credit note clean-up|100030    |Maier       |01.02.2025|31.08.2025 |   80.000,00|EUR |   1.200,00-|',
      '|------------|--------------------|----------|------------|----------|-----------|------------|----|-----------|',
      '|*           |                    |          |            |          |           |4.580.000,00|EUR |2.114.100,50|',
    ),
    currency: 'EUR',
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['P-00100', 'S/4HANA Conversion', 'Weber', '2024-01-01', '2026-06-30', 4_500_000, 2_115_300.5],
      ['P-00103', 'Credit note clean-up', 'Maier', '2025-02-01', '2025-08-31', 80_000, null],
    ],
    skipped: ['blank', 'blank', 'total'],
    stated: [4_580_000, 2_114_100.5],
  },
  {
    list: 'of a pivot table in one column: sums of groups, and nothing said',
    text: lines(
      'Row Labels,Sum of Budget,Sum of Actual',
      'Corporate,3400000,1100000',
      'Finance ledger,2400000,900000',
      'HR suite,1000000,200000',
      'Retail,5250000,2200000',
      'POS refresh,4000000,2000000',
      'Loyalty app,1250000,200000',
      '(blank),,',
      'Grand Total,8650000,3300000',
    ),
    fields: ['name', 'budget', 'spent', 'collaborationGroup'],
    rows: [
      ['Finance ledger', 2_400_000, 900_000, 'Corporate'],
      ['HR suite', 1_000_000, 200_000, 'Corporate'],
      ['POS refresh', 4_000_000, 2_000_000, 'Retail'],
      ['Loyalty app', 1_250_000, 200_000, 'Retail'],
    ],
    skipped: ['group', 'group', 'blank', 'total'],
    stated: [8_650_000, 3_300_000],
  },
  {
    list: 'of a Chinese pivot table, whose names are short',
    text: lines(
      '行标签,求和项:预算（万元）,求和项:已支出（万元）',
      '信息中心,340,110',
      '财务系统,240,90',
      '人事系统,100,20',
      '零售部,525,220',
      '收银升级,400,200',
      '会员应用,125,20',
      '总计,865,330',
    ),
    currency: 'CNY',
    fields: ['name', 'budget', 'spent', 'collaborationGroup'],
    rows: [
      ['财务系统', 2_400_000, 900_000, '信息中心'],
      ['人事系统', 1_000_000, 200_000, '信息中心'],
      ['收银升级', 4_000_000, 2_000_000, '零售部'],
      ['会员应用', 1_250_000, 200_000, '零售部'],
    ],
    skipped: ['group', 'group', 'total'],
    stated: [8_650_000, 3_300_000],
  },
  {
    list: 'of a pivot table in columns: groups said once, each with its total',
    text: lines(
      'Programme,Owner,Project,Budget,Spent',
      'Core,Ann,Ledger,2400000,900000',
      ',,HR suite,1000000,200000',
      ',Ann Total,,3400000,1100000',
      ',Bob,POS refresh,4000000,2000000',
      ',Bob Total,,4000000,2000000',
      'Core Total,,,7400000,3100000',
      'Growth,Eve,Brand site,300000,100000',
      ',,Market entry,700000,0',
      ',Eve Total,,1000000,100000',
      'Growth Total,,,1000000,100000',
      'Grand Total,,,8400000,3200000',
    ),
    fields: ['name', 'collaborationGroup', 'owner', 'budget', 'spent'],
    rows: [
      ['Ledger', 'Core', 'Ann', 2_400_000, 900_000],
      ['HR suite', 'Core', 'Ann', 1_000_000, 200_000],
      ['POS refresh', 'Core', 'Bob', 4_000_000, 2_000_000],
      ['Brand site', 'Growth', 'Eve', 300_000, 100_000],
      ['Market entry', 'Growth', 'Eve', 700_000, 0],
    ],
    skipped: ['total', 'total', 'total', 'total', 'total', 'total'],
    stated: [8_400_000, 3_200_000],
  },
  {
    list: 'of Czech offices, in thousands of crowns',
    text: lines(
      'Název projektu;Odpovědný útvar;Rozpočet (tis. Kč);Zahájení;Ukončení;Stav',
      'Portál občana;Odbor eGovernment;45 600;1. 1. 2024;31. 12. 2026;v realizaci',
      'Registr vozidel;MD;128 000;1. 3. 2021;30. 6. 2024;ukončeno',
    ),
    currency: 'CZK',
    fields: ['name', 'stage', 'startDate', 'endDate', 'budget'],
    rows: [
      ['Portál občana', 'active', '2024-01-01', '2026-12-31', 45_600_000],
      ['Registr vozidel', 'done', '2021-03-01', '2024-06-30', 128_000_000],
    ],
  },
  {
    list: 'of Chilean offices: M$ are thousands of pesos, and a column shows what the dots of another are',
    text: lines(
      'Código BIP;Nombre de la iniciativa;Etapa;Costo total (M$);Gasto 2024 (M$);Fecha inicio;Fecha término',
      '40012345-0;Registro civil;Ejecución;1.245.678;345.100;01-03-2023;31-12-2025',
      '40023456-0;Salud digital Biobío;Diseño;876.500;12.340;01-07-2024;30-06-2026',
    ),
    currency: 'CLP',
    fields: ['externalId', 'name', 'stage', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['40012345-0', 'Registro civil', 'active', '2023-03-01', '2025-12-31', 1_245_678_000, 345_100_000],
      ['40023456-0', 'Salud digital Biobío', 'active', '2024-07-01', '2026-06-30', 876_500_000, 12_340_000],
    ],
  },
  {
    list: 'of a utility: months as six digits, an authorised amount and what was spent since inception',
    text: lines(
      'Initiative,Kickoff,Planned In Service,Auth $,ITD $',
      'SCADA modernization,202504,202612,4.2M,1.1M',
      'Field mobility,202401,202505,"1,975,000","2,010,334"',
    ),
    fields: ['name', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['SCADA modernization', '2025-04-01', '2026-12-31', 4_200_000, 1_100_000],
      ['Field mobility', '2024-01-01', '2025-05-31', 1_975_000, 2_010_334],
    ],
  },
  {
    list: 'of a French office: Début, Fin, État',
    text: lines(
      'Projet\tResponsable\tDébut\tFin\tBudget (k€ HT)\tÉtat',
      'Refonte SI RH\tM. Petit\t01/02/2025\t31/12/2026\t1 250,5\tEn cours',
      'GED\tMme Léa\t15/03/2024\t30/06/2025\t320\tTerminé',
    ),
    currency: 'EUR',
    fields: ['name', 'owner', 'stage', 'startDate', 'endDate', 'budget'],
    rows: [
      ['Refonte SI RH', 'M. Petit', 'active', '2025-02-01', '2026-12-31', 1_250_500],
      ['GED', 'Mme Léa', 'done', '2024-03-15', '2025-06-30', 320_000],
    ],
  },
  {
    list: 'of a Swiss canton: a dash in place of the cents, an office that is nobody',
    text: lines(
      'Projekt-Nr;Projektbezeichnung;Projektleiter;Start;Ende;Kredit CHF',
      '0007;eUmzug;Müller R.;Q1 2025;Q4 2026;1’250’000.–',
      "0103;Baugesuche;vakant;2025;2026;890'000.--",
    ),
    currency: 'CHF',
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget'],
    rows: [
      ['0007', 'eUmzug', 'Müller R.', '2025-01-01', '2026-12-31', 1_250_000],
      ['0103', 'Baugesuche', null, '2025-01-01', '2026-12-31', 890_000],
    ],
  },
  {
    list: 'of a Dutch city: what is budgeted and what is realised, in thousands',
    text: lines(
      'Project;Opdrachtgever;Startdatum;Geplande einddatum;Begroot (x € 1.000);Gerealiseerd (x € 1.000)',
      'Omgevingswet;Ruimte;1-1-2023;1-7-2024;2.450;2.610',
      'Zaaksysteem;Burgerzaken;15-3-2024;n.n.b.;875;410',
      'Totaal;;;;3.325;3.020',
    ),
    currency: 'EUR',
    fields: ['name', 'owner', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['Omgevingswet', 'Ruimte', '2023-01-01', '2024-07-01', 2_450_000, 2_610_000],
      ['Zaaksysteem', 'Burgerzaken', '2024-03-15', null, 875_000, 410_000],
    ],
    skipped: ['total'],
    stated: [3_325_000, 3_020_000],
  },
  {
    list: 'with a phase and a status: how it ended beats in which phase it did',
    text: lines(
      'Project,Stage,Status',
      'MES,Closure,Completed',
      'Portal,Execution,In Progress',
      'Ledger,Planning,On Hold',
      'Kiosk,Execution,Cancelled',
    ),
    fields: ['name', 'stage'],
    rows: [
      ['MES', 'done'],
      ['Portal', 'active'],
      ['Ledger', 'paused'],
      ['Kiosk', 'stopped'],
    ],
  },
  {
    list: 'of a report: a total that says when the first begins, filters below',
    text: lines(
      'Project Name,Sum of Approved Budget,Sum of Actuals,Earliest Start Date,Latest End Date,First Status',
      'Claims platform,"$4,200,000","$1,050,000",2024-03-01T00:00:00.000,2026-06-30T00:00:00.000,In Progress',
      'Broker portal,"$1,100,000","$220,000",2025-01-15T00:00:00.000,2025-12-31T00:00:00.000,On Hold',
      'Total,"$5,300,000","$1,270,000",2024-03-01T00:00:00.000,2026-06-30T00:00:00.000,',
      '',
      'Applied filters:',
      'Year is 2025',
      'Included (1) Corporate',
    ),
    fields: ['name', 'stage', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['Claims platform', 'active', '2024-03-01', '2026-06-30', 4_200_000, 1_050_000],
      ['Broker portal', 'paused', '2025-01-15', '2025-12-31', 1_100_000, 220_000],
    ],
    skipped: ['total', 'blank', 'footnote', 'footnote', 'footnote'],
    stated: [5_300_000, 1_270_000],
  },
  {
    list: 'of a warehouse: technical names and currencies below the names, a result below the rows',
    text: lines(
      'Projekt;Projektbezeichnung;Gesamtbudget;Istkosten;Startdatum',
      '0PROJECT;0PROJECT__0TXTLG;ZBUDGET;ZACT;0DATEFROM',
      ';;EUR;EUR;',
      'IT-0001;Netzwerk;1.250.000,00;310.500,00-;01.01.2025',
      'IT-0002;Rechenzentrum;2.400.000,00;1.100.000,00;01.03.2024',
      'Gesamtergebnis;;3.650.000,00;789.500,00;',
    ),
    currency: 'EUR',
    fields: ['name', 'startDate', 'budget', 'spent'],
    rows: [
      ['Netzwerk', '2025-01-01', 1_250_000, null],
      ['Rechenzentrum', '2024-03-01', 2_400_000, 1_100_000],
    ],
    skipped: ['blank', 'blank', 'total'],
    stated: [3_650_000, 789_500],
  },
  {
    list: 'copied from a web page, with its elements',
    text: lines(
      'Initiative\tOwner\tStatus\tDue\tBudget',
      'Mobile&nbsp;app <br>v2\t<a href="mailto:a@b.c">Ann</a>\t<span style="color:green">On track</span>\t31&nbsp;Mar&nbsp;2026\t$1,200,000',
      'Core &amp; ledger\tBob\tAt risk\t30 Jun 2026\t$800,000',
    ),
    fields: ['name', 'owner', 'status', 'endDate', 'budget'],
    rows: [
      ['Mobile app v2', 'Ann', 'On track', '2026-03-31', 1_200_000],
      ['Core & ledger', 'Bob', 'At risk', '2026-06-30', 800_000],
    ],
  },
  {
    list: 'of a telecom, in millions of dirhams in short',
    text: lines(
      'Initiative,PMO Lead,FY26 Budget (MAED),Q1-26,Q2-26,Actual (MAED),Launch',
      '5G SA Core,Salem,45.5,10,12.5,22.1,Sep-26',
      'eSIM Portal,Omar,3.2,1.2,1,0,Q1 26',
    ),
    currency: 'AED',
    fields: ['name', 'owner', 'endDate', 'budget', 'spent'],
    rows: [
      ['5G SA Core', 'Salem', '2026-09-30', 45_500_000, 22_100_000],
      ['eSIM Portal', 'Omar', '2026-03-31', 3_200_000, 0],
    ],
  },
  {
    list: 'of a hospital: years in short beside their total',
    text: lines(
      'Scheme,SRO,24/25 £k,25/26 £k,Total £k,Go-live',
      'EPR optimisation,Dr Patel,500,"1,250","1,750",Sept 2025',
      'PACS refresh,S. Wu,-,800,800,2026/27',
      'Total,,500,"2,050","2,550",',
    ),
    currency: 'GBP',
    fields: ['name', 'owner', 'endDate', 'budget'],
    rows: [
      ['EPR optimisation', 'Dr Patel', '2025-09-30', 1_750_000],
      ['PACS refresh', 'S. Wu', '2027-12-31', 800_000],
    ],
    skipped: ['total'],
    stated: [2_550_000],
  },
  {
    list: 'of a Spanish open data site: numbers of its rows beside ids, an award',
    text: lines(
      '_id,expediente,denominacion_proyecto,presupuesto_aprobado,fecha_inicio,fecha_fin,estado_proyecto',
      '1,EXP/2024/0012,Sede electrónica,"1.250.000,00 €",2024-02-01T00:00:00,2025-12-31T00:00:00,En ejecución',
      '2,EXP/2024/0055,Gestor,"780.000,00 €",2025-01-15T00:00:00,2026-06-30T00:00:00,Adjudicado',
    ),
    currency: 'EUR',
    fields: ['externalId', 'name', 'stage', 'startDate', 'endDate', 'budget'],
    rows: [
      ['EXP/2024/0012', 'Sede electrónica', 'active', '2024-02-01', '2025-12-31', 1_250_000],
      ['EXP/2024/0055', 'Gestor', 'active', '2025-01-15', '2026-06-30', 780_000],
    ],
  },
  {
    list: 'of Russian measures: from when to when, and words for what is done',
    text: lines(
      '№ п/п;Наименование мероприятия;Ответственный;Срок реализации;"Объем финансирования, тыс. руб.";Статус',
      '1;Единая биллинговая система;Минэнерго;01.03.2025 – 31.12.2025;340 200,0;запланировано',
      '2;Архив документов;Росархив;2023;56 000,0;завершено',
      'Итого;;;;396 200,0;',
    ),
    currency: 'RUB',
    fields: ['name', 'owner', 'stage', 'startDate', 'endDate', 'budget'],
    rows: [
      ['Единая биллинговая система', 'Минэнерго', 'planned', '2025-03-01', '2025-12-31', 340_200_000],
      ['Архив документов', 'Росархив', 'done', '2023-01-01', '2023-12-31', 56_000_000],
    ],
    skipped: ['total'],
    stated: [396_200_000],
  },
  {
    list: 'of Taiwan: how far a project has come, and 計 for its total elsewhere',
    text: lines(
      '計畫編號,計畫名稱,主辦機關,期程,總經費(千元),執行情形',
      '113-A01,智慧交通管理,交通局,113年1月至115年12月,"125,400",執行中',
      '113-A02,數位學習平臺,教育局,114年度,"38,000",規劃中',
      '計,,,,"163,400",',
    ),
    currency: 'TWD',
    fields: ['externalId', 'name', 'owner', 'stage', 'startDate', 'endDate', 'budget'],
    rows: [
      ['113-A01', '智慧交通管理', '交通局', 'active', '2024-01-01', '2026-12-31', 125_400_000],
      ['113-A02', '數位學習平臺', '教育局', 'planned', '2025-01-01', '2025-12-31', 38_000_000],
    ],
    skipped: ['total'],
    stated: [163_400_000],
  },
];

describe('a list that nobody made for reading on', () => {
  test.each(cases)('$list', expectList);
});

const notesOf = async (...all: readonly string[]) => {
  const { report } = await importText(lines(...all));
  return (report.notes ?? []).map(({ what, examples }) => [what, ...examples]);
};

describe('CapEx and OpEx', () => {
  const budgets = async (...all: readonly string[]) => {
    const list = await importText(lines(...all));
    return [list.preview.plan.currency, ...list.initiatives.map(({ budget }) => budget && budget / 100)];
  };

  test('of one unit and time are added up, a dash being nothing and a word not known; the report says so', async () => {
    const list = [
      'Initiative,CapEx 2026 (€k),OpEx 2026 (€k)',
      'Core network,"1,200",300',
      'Billing,800,-',
      'Field app,,150',
      '5G slicing,4500,TBC',
    ];
    expect(await budgets(...list)).toEqual(['EUR', 1_500_000, 800_000, 150_000, null]);
    expect(await notesOf(...list)).toEqual([['partsAdded', 'CapEx 2026 (€k)', 'OpEx 2026 (€k)']]);
    expect(
      await budgets('项目名称,资本性支出（万元）,费用性支出（万元）', '核心改造,1200,300', '数据,80,20'),
    ).toEqual(['CNY', 15_000_000, 1_000_000]);
  });

  test.each([
    ['their total stands beside them', 'Project,Capex,Opex,Total cost', 'Alpha,100,20,120', 120],
    ['the second comes again every year', 'Project,Budget Capex,Opex per year', 'Alpha,100,20', 100],
    ['they are in other units', 'Project,Budget Capex (k$),Budget Opex ($)', 'Alpha,100,20', 100_000],
    ['they are of other years', 'Project,Budget Capex 2025,Budget Opex 2026', 'Alpha,100,20', 100],
  ])('are not where %s', async (_, header, row, expected) => {
    expect(await budgets(header, row, row.replace('Alpha', 'Beta'))).toEqual(['USD', expected, expected]);
  });
});

describe('columns that say something once for a block of rows', () => {
  const owners = async (...all: readonly string[]) =>
    (await importText(lines(...all))).initiatives.map(({ collaborationGroup }) => collaborationGroup);

  test('are filled down where they stand first and repeat nothing, which the report says', async () => {
    const list = ['Programme,Project,Budget', 'Cloud,A,1', ',B,2', ',C,3', 'Data,D,4', ',E,5'];
    expect(await owners(...list)).toEqual(['Cloud', 'Cloud', 'Cloud', 'Data', 'Data']);
    expect(await notesOf(...list)).toContainEqual(['blocksFilled', 'Programme']);
  });

  test.each([
    ['a value comes again', ['Cloud,A,1', ',B,2', 'Data,C,3', ',D,4', 'Cloud,E,5', ',F,6']],
    ['the first row has none', [',A,1', ',B,2', 'Data,C,3', ',D,4', ',E,5', 'Cloud,F,6']],
  ])('are left as they stand where %s, which the report says', async (_, rows) => {
    const list = ['Programme,Project,Budget', ...rows];
    expect(await owners(...list)).toEqual(rows.map((row) => row.split(',')[0] || null));
    expect(await notesOf(...list)).toContainEqual(['blocksOpen', 'Programme']);
  });

  test('are left where few rows have a gap, or a value heads a row of its own', async () => {
    expect(await owners('Programme,Project', 'Cloud,A', 'Data,B', ',C', 'Apps,D')).toEqual([
      'Cloud',
      'Data',
      null,
      'Apps',
    ]);
    const headed = [
      'Programme,Project,Budget',
      'Cloud,,',
      ',Exit,1',
      ',Move,2',
      'Data,,',
      ',Lake,3',
      ',Mesh,4',
    ];
    expect(await owners(...headed)).toEqual(['Cloud', 'Cloud', 'Data', 'Data']);
  });
});

test('a name that ends as a total does is an initiative unless it sums the rows above it', async () => {
  const names = async (...rows: readonly string[]) =>
    (await importText(lines('Project,Budget', ...rows))).initiatives.map(({ name }) => name);
  expect(await names('A,100', 'B,200', 'Retail Total,300', 'C,50', 'D,25', 'Core Total,75')).toEqual([
    'A',
    'B',
    'C',
    'D',
  ]);
  expect(await names('A,100', 'Cost of Risk Total,900', 'B,200')).toEqual(['A', 'Cost of Risk Total', 'B']);
});

test('one day among periods is a start, whose end is not known and told', async () => {
  const { initiatives, report } = await importText(
    lines('Project,Period', 'A,2025-01-01 - 2025-12-31', 'B,2025-06-15', 'C,2025-03-01 to 2026-02-28'),
  );
  expect(initiatives.map(({ startDate, endDate }) => [startDate, endDate])).toEqual([
    ['2025-01-01', '2025-12-31'],
    ['2025-06-15', null],
    ['2025-03-01', '2026-02-28'],
  ]);
  expect(report.unreadable).toEqual([{ row: 3, column: 'Period', reason: 'one_day', value: '2025-06-15' }]);
});

test('M$ are millions where nothing speaks of Chile, and MM$ are everywhere', async () => {
  const units = async (header: string, row: string) =>
    Object.values((await importText(lines(header, row, row.replace('A', 'B')))).preview.plan.units);
  expect(await units('Proyecto;Monto (M$);Inicio', 'A;1.250;2024')).toEqual(['millions']);
  expect(await units('Proyecto;Monto (MM$);Oficina', 'A;1.250;DIPRES')).toEqual(['millions']);
  expect(await units('Proyecto;Monto (M$);Oficina', 'A;1.250;DIPRES')).toEqual(['thousands']);
});

describe('how long initiatives last', () => {
  const ends = async (...all: readonly string[]) =>
    (await importText(lines(...all))).initiatives.map(({ endDate }) => endDate);

  test('makes an end of their start, in words or in the unit of the name, which the report says', async () => {
    const list = [
      'Projet;Date de début;Durée;Budget',
      'Portail;01/01/2025;18 mois;1',
      'Réseau;15/09/2024;1,5 ans;2',
      'Téléphonie;;24 mois;3',
      'Archives;31/01/2025;1 T;4',
      'GED;01/03/2025;3 mois;5',
    ];
    expect(await ends(...list)).toEqual(['2026-06-30', '2026-03-14', null, null, '2025-05-31']);
    expect(await notesOf(...list)).toContainEqual(['endsAdded', 'Date de début', 'Durée']);
    expect(
      await ends('项目名称,开始日期,工期（月）', '核心改造,2025-03-01,18', '数据治理,2025年6月,6'),
    ).toEqual(['2026-08-31', '2025-11-30']);
  });

  test.each([
    ['a start can be read in two ways', ['Alpha,03/04/2025,6 months', 'Beta,05/06/2025,3 months']],
    ['days may be those of work', ['Alpha,2025-01-01,90 days', 'Beta,2025-02-01,30 days']],
  ])('makes none where %s', async (_, rows) => {
    expect(await ends('Project,Start date,Duration', ...rows)).toEqual([null, null]);
  });
});

test('a form that asks for a start keeps it apart from when it was filled in', async () => {
  const { initiatives } = await importText(
    lines(
      'Respondent ID,Start Date,End Date,Project name,Start Date',
      '118,10/01/2025 08:00,10/01/2025 08:09,Tokens,2026-02-01',
      '119,10/01/2025 09:12,10/01/2025 09:20,Branches,2026-03-01',
    ),
  );
  expect(initiatives.map(({ startDate, endDate }) => [startDate, endDate])).toEqual([
    ['2026-02-01', null],
    ['2026-03-01', null],
  ]);
});

test('ids that a sheet has shortened are none, which the report says', async () => {
  const list = ['Project ID,Project,Budget', '1.23E+05,Ledger,1.5E+06', '1.23E+05,Portal,2.00E+05'];
  const { initiatives } = await importText(lines(...list));
  expect(initiatives.map(({ externalId, name, budget }) => [externalId, name, budget])).toEqual([
    [null, 'Ledger', 150_000_000],
    [null, 'Portal', 20_000_000],
  ]);
  expect(await notesOf(...list)).toContainEqual(['idsRounded', 'Project ID']);
});

test('a list that is no form keeps the columns that a form would have for its answers', async () => {
  const { initiatives } = await importText(
    lines(
      'ID,Start time,End time,Name,Recorded date',
      '7,2025-01-01,2025-12-31,Ledger,2024-12-01',
      '9,2025-02-01,2025-11-30,Portal,2024-12-01',
    ),
  );
  expect(initiatives.map(({ name, startDate, endDate }) => [name, startDate, endDate])).toEqual([
    ['Ledger', '2025-01-01', '2025-12-31'],
    ['Portal', '2025-02-01', '2025-11-30'],
  ]);
});
