import { describe, test } from 'vitest';
import { expectList, type ListCase, lines } from './listCases.ts';

const fields = ['externalId', 'name', 'owner', 'stage', 'startDate', 'endDate', 'budget', 'spent'] as const;

const cases: readonly ListCase[] = [
  {
    list: 'of a service desk in German: called by the short description, not by the manager',
    text: lines(
      '"Nummer","Kurzbeschreibung","Status","Projektmanager","Geplantes Startdatum","Geplantes Enddatum","Geplante Kosten","Tatsächliche Kosten"',
      '"PRJ0010023","SAP S/4HANA Einführung","In Bearbeitung","Anna Schmidt","01.03.2024 08:00:00","31.12.2025 17:00:00","1.250.000,00 €","480.250,50 €"',
      '"PRJ0010024","Ablösung Fileserver","Geschlossen abgeschlossen","","15.01.2023 08:00:00","30.06.2023 17:00:00","80.000,00 €","91.400,00 €"',
    ),
    currency: 'EUR',
    fields,
    rows: [
      [
        'PRJ0010023',
        'SAP S/4HANA Einführung',
        'Anna Schmidt',
        'active',
        '2024-03-01',
        '2025-12-31',
        1_250_000,
        480_250.5,
      ],
      ['PRJ0010024', 'Ablösung Fileserver', null, 'done', '2023-01-15', '2023-06-30', 80_000, 91_400],
    ],
  },
  {
    list: 'of a service desk in French',
    text: lines(
      '"Numéro","Brève description","État","Chef de projet","Date de début planifiée","Date de fin planifiée","Coût planifié","Coût réel"',
      '"PRJ0010023","Refonte intranet","Travail en cours","Anne Petit","2024-03-01 08:00:00","2025-12-31 17:00:00","250 000,00 €","80 250,50 €"',
      '"PRJ0010024","Retrait serveur","Fermé terminé","","2023-01-15 08:00:00","2023-06-30 17:00:00","80 000,00 €","91 400,00 €"',
    ),
    currency: 'EUR',
    fields,
    rows: [
      [
        'PRJ0010023',
        'Refonte intranet',
        'Anne Petit',
        'active',
        '2024-03-01',
        '2025-12-31',
        250_000,
        80_250.5,
      ],
      ['PRJ0010024', 'Retrait serveur', null, 'done', '2023-01-15', '2023-06-30', 80_000, 91_400],
    ],
  },
  {
    list: 'of a service desk in Spanish',
    text: lines(
      '"Número";"Breve descripción";"Estado";"Gerente de proyecto";"Fecha de inicio planificada";"Fecha de finalización planificada";"Costo planificado";"Costo real"',
      '"PRJ0010023";"Renovación del portal";"Trabajo en curso";"Ana Ruiz";"01/03/2024 08:00";"31/12/2025 17:00";"250.000,00 €";"80.250,50 €"',
      '"PRJ0010024";"Baja de servidores";"Cerrado completo";"";"15/01/2023 08:00";"30/06/2023 17:00";"80.000,00 €";"91.400,00 €"',
    ),
    currency: 'EUR',
    fields,
    rows: [
      [
        'PRJ0010023',
        'Renovación del portal',
        'Ana Ruiz',
        'active',
        '2024-03-01',
        '2025-12-31',
        250_000,
        80_250.5,
      ],
      ['PRJ0010024', 'Baja de servidores', null, 'done', '2023-01-15', '2023-06-30', 80_000, 91_400],
    ],
  },
  {
    list: 'of a service desk in Japanese, whose ¥ are yen',
    text: lines(
      '"番号","簡単な説明","ステータス","プロジェクトマネージャー","計画開始日","計画終了日","計画コスト","実際のコスト"',
      '"PRJ0010023","基幹システム刷新","進行中","山田 太郎","2024-03-01 08:00:00","2025-12-31 17:00:00","¥125,000,000","¥48,025,000"',
      '"PRJ0010024","ファイルサーバー移行","クローズ済み - 完了","","2023-01-15 08:00:00","2023-06-30 17:00:00","¥8,000,000","¥9,140,000"',
    ),
    currency: 'JPY',
    fields,
    rows: [
      [
        'PRJ0010023',
        '基幹システム刷新',
        '山田 太郎',
        'active',
        '2024-03-01',
        '2025-12-31',
        125_000_000,
        48_025_000,
      ],
      ['PRJ0010024', 'ファイルサーバー移行', null, 'done', '2023-01-15', '2023-06-30', 8_000_000, 9_140_000],
    ],
  },
  {
    list: 'that has a short description beside its names, in German: it describes',
    text: lines(
      'Nr;Name des Vorhabens;Kurzbeschreibung;Gesamtkosten',
      'V1;Portal;Ein Portal für alle;1.000.000 €',
      'V2;Archiv;Akten ohne Papier;250.000 €',
    ),
    currency: 'EUR',
    fields: ['name', 'description', 'budget'],
    rows: [
      ['Portal', 'Ein Portal für alle', 1_000_000],
      ['Archiv', 'Akten ohne Papier', 250_000],
    ],
  },
  {
    list: 'of a portfolio with a status and what was said of it last',
    text: lines(
      'Name,Status,Status update,Owner,Start date,Due date,Budget',
      'Website replatform,On track,"Sprint 4 done, all good",Ann Lee,2024-03-04,2025-09-26,"$1,250,000"',
      'Loyalty app,At risk,Vendor late,Bob Ray,2025-01-07,2025-12-31,"$480,000"',
      'Old CRM exit,Complete,,Cy Fox,2023-01-01,2024-12-31,"$90,000"',
    ),
    fields: ['name', 'stage', 'status'],
    rows: [
      ['Website replatform', 'active', null],
      ['Loyalty app', null, 'At risk'],
      ['Old CRM exit', 'done', null],
    ],
  },
  {
    list: 'of a Chinese tracker: a column says in which currency its budgets are',
    text: lines(
      '项目编号,项目名称,所属项目集,项目状态,负责人,预算,预算单位,计划开始,计划完成',
      '11,统一门户二期,数字化,进行中,admin,120万,人民币,2024-03-01,2025-06-30',
      '12,财务共享,财务,已关闭,王五,80万,人民币,2023-01-01,2023-12-31',
    ),
    currency: 'CNY',
    fields: ['name', 'stage', 'budget'],
    rows: [
      ['统一门户二期', 'active', 1_200_000],
      ['财务共享', 'done', 800_000],
    ],
  },
  {
    list: 'of work items: a budget that an organisation added',
    text: lines(
      'ID,Work Item Type,Title,Assigned To,State,Start Date,Target Date,Custom.Budget',
      '101,Epic,Customer portal,Ann Lee <ann@contoso.com>,Active,1/6/2025 12:00:00 AM,9/30/2025 12:00:00 AM,1250000',
      '110,Epic,Data fabric,Cy Fox <cy@contoso.com>,Resolved,2/1/2024 12:00:00 AM,11/30/2024 12:00:00 AM,800000',
    ),
    fields: ['externalId', 'name', 'budget'],
    rows: [
      ['101', 'Customer portal', 1_250_000],
      ['110', 'Data fabric', 800_000],
    ],
  },
  {
    list: 'of issues: what stands above epics has the money, and is what was funded',
    text: lines(
      'Summary,Issue key,Issue id,Parent id,Issue Type,Status,Custom field (Budget)',
      'Customer portal,PF-12,10412,,Initiative,In Progress,1250000.0',
      'Data lake,PF-13,10413,,Initiative,Done,800000.0',
      'Ingest CRM,PF-14,10414,10413,Epic,To Do,',
      'Growth,PF-20,10420,,Initiative,In Progress,',
      'Loyalty,PF-21,10421,10420,Epic,To Do,90000',
    ),
    fields: ['externalId', 'name', 'budget', 'collaborationGroup'],
    rows: [
      ['PF-12', 'Customer portal', 1_250_000, null],
      ['PF-13', 'Data lake', 800_000, null],
      ['PF-21', 'Loyalty', 90_000, 'Growth'],
    ],
  },
  {
    list: 'of a business suite in German: its short words for a currency, a status and who answers',
    text: lines(
      'Projektdefinition\tBezeichnung\tVerantwortl.\tStarttermin\tEndtermin\tBudget\tIst-Kosten\tWähr.\tSystemstatus',
      'C.10001\tS/4HANA Transformation\tSchulz\t01.01.2023\t31.12.2025\t12.500.000,00\t7.812.345,67\tEUR\tFREI',
      'C.10002\tMES Rollout\tKrämer\t15.06.2024\t30.09.2026\t3.200.000,00\t410.000,00\tEUR\tEROF',
    ),
    currency: 'EUR',
    fields,
    rows: [
      [
        'C.10001',
        'S/4HANA Transformation',
        'Schulz',
        'active',
        '2023-01-01',
        '2025-12-31',
        12_500_000,
        7_812_345.67,
      ],
      ['C.10002', 'MES Rollout', 'Krämer', 'planned', '2024-06-15', '2026-09-30', 3_200_000, 410_000],
    ],
  },
  {
    list: 'of epics below initiatives: called by what is said once, not by what several share',
    text: lines(
      'Epic Name,Initiative,Epic Owner,Portfolio Kanban State,Total Estimated Cost',
      'Instant payments,Payments 2.0,Ann Lee,Implementing,$1.8M',
      'Open banking,Payments 2.0,Bob Ray,Analyzing,$900K',
      'Claims AI,Claims,Cy Fox,Done,$400K',
    ),
    fields: ['name', 'collaborationGroup', 'stage', 'budget'],
    rows: [
      ['Instant payments', 'Payments 2.0', 'active', 1_800_000],
      ['Open banking', 'Payments 2.0', 'candidate', 900_000],
      ['Claims AI', 'Claims', 'done', 400_000],
    ],
  },
  {
    list: 'of issues in German: called by their summaries, not by the project that they share',
    text: lines(
      'Zusammenfassung,Vorgangsschlüssel,Vorgangs-ID,Vorgangstyp,Status,Projektname,Fälligkeitsdatum,Benutzerdefiniertes Feld (Budget),Benutzerdefiniertes Feld (Start date)',
      'Kundenportal,PF-12,10412,Epic,In Arbeit,Portfolio,30/Sep/25,"1250000,0",01/Jan/24',
      'Data Lake,PF-13,10413,Epic,Fertig,Portfolio,30/Nov/24,"800000,0",15/Mar/24',
    ),
    fields: ['externalId', 'name', 'stage', 'startDate', 'endDate', 'budget'],
    rows: [
      ['PF-12', 'Kundenportal', 'active', '2024-01-01', '2025-09-30', 1_250_000],
      ['PF-13', 'Data Lake', 'done', '2024-03-15', '2024-11-30', 800_000],
    ],
  },
  {
    list: 'of issues in Spanish: what lies below an epic is no initiative',
    text: lines(
      'Resumen,Clave de incidencia,ID de la incidencia,Tipo de Incidencia,Estado,Principal,Fecha de vencimiento,Campo personalizado (Presupuesto)',
      'Portal,PF-12,10412,Épica,En curso,,30/09/2025,250000',
      'Registro,PF-15,10415,Historia,En curso,10412,,',
    ),
    fields: ['externalId', 'name', 'stage', 'endDate', 'budget'],
    rows: [['PF-12', 'Portal', 'active', '2025-09-30', 250_000]],
  },
  {
    list: 'of work packages in Japanese: called by 題名, not by their priority',
    text: lines(
      '#,プロジェクト,トラッカー,ステータス,優先度,題名,担当者,開始日,期日,予算(千円)',
      '101,DX推進,施策,進行中,通常,基幹刷新,山田 太郎,2024/04/01,2026/03/31,"125,000"',
      '102,DX推進,施策,完了,高め,電子契約,,2025/07/01,2025/12/31,"8,500"',
    ),
    currency: 'JPY',
    fields: ['name', 'owner', 'endDate', 'budget'],
    rows: [
      ['基幹刷新', '山田 太郎', '2026-03-31', 125_000_000],
      ['電子契約', null, '2025-12-31', 8_500_000],
    ],
  },
  {
    list: 'of a Chinese bank: how healthy each project is, and that it is developed and tested',
    text: lines(
      '项目编号,项目名称,业务部门,立项时间,计划上线时间,项目阶段,健康状况,立项金额(元)',
      'KJ-2024-001,新一代核心系统,科技部,2024/1/15,2026/6/30,开发测试,黄,"58,600,000.00"',
      'KJ-2024-017,手机银行8.0,零售部,2024/5/8,2025/3/31,已上线,绿,"9,800,000.00"',
    ),
    currency: 'CNY',
    fields: ['name', 'stage', 'status', 'budget'],
    rows: [
      ['新一代核心系统', 'active', '黄', 58_600_000],
      ['手机银行8.0', 'done', '绿', 9_800_000],
    ],
  },
  {
    list: 'of a roadmap: a gap below the headings, and a list of people below the projects',
    text: lines(
      'Projects in delivery,,,',
      ',,,',
      'Project,Lead,Go live,Budget £k',
      'Portal,Ann,2025-12-31,1250',
      'Lake,Bob,2026-12-31,480',
      'Total,,,1730',
      ',,,',
      'Projects in pipeline,,,',
      ',,,',
      'Project,Lead,Go live,Budget £k',
      'AI pilot,Cy,2026-09-30,300',
      ',,,',
      'Key contacts,,,',
      'Name,Email,,',
      'Ann Lee,ann@x.org,,',
    ),
    currency: 'GBP',
    fields: ['name', 'owner', 'collaborationGroup', 'budget'],
    rows: [
      ['Portal', 'Ann', 'Projects in delivery', 1_250_000],
      ['Lake', 'Bob', 'Projects in delivery', 480_000],
      ['AI pilot', 'Cy', 'Projects in pipeline', 300_000],
    ],
    skipped: ['total', 'blank', 'group', 'blank', 'header', 'blank'],
  },
  {
    list: 'of a service desk in Chinese: called by the short description, not by the manager',
    text: lines(
      '"编号","简短描述","状态","项目经理","计划开始日期","计划结束日期","计划成本","实际成本"',
      '"PRJ0010023","核心系统升级","正在处理","张伟","2024-03-01 08:00:00","2025-12-31 17:00:00","¥1,250,000.00","¥480,250.50"',
      '"PRJ0010024","机房搬迁","已关闭 - 完成","","2023-01-15 08:00:00","2023-06-30 17:00:00","¥80,000.00","¥91,400.00"',
    ),
    currency: 'CNY',
    fields,
    rows: [
      ['PRJ0010023', '核心系统升级', '张伟', 'active', '2024-03-01', '2025-12-31', 1_250_000, 480_250.5],
      ['PRJ0010024', '机房搬迁', null, 'done', '2023-01-15', '2023-06-30', 80_000, 91_400],
    ],
  },
  {
    list: 'of work packages in Russian: the project that they share is what they belong to',
    text: lines(
      '#;Проект;Трекер;Статус;Приоритет;Тема;Назначена;Дата начала;Срок завершения;Бюджет (тыс. руб.)',
      '101;Цифровизация;Задача;В работе;Нормальный;Новый портал;Иванов И.;01.04.2024;31.03.2026;1 250,5',
      '102;Цифровизация;Задача;Закрыта;Высокий;Перенос ЦОД;Петров П.;01.02.2023;31.12.2023;800',
    ),
    currency: 'RUB',
    fields: ['name', 'owner', 'stage', 'endDate', 'budget', 'collaborationGroup'],
    rows: [
      ['Новый портал', 'Иванов И.', 'active', '2026-03-31', 1_250_500, 'Цифровизация'],
      ['Перенос ЦОД', 'Петров П.', 'done', '2023-12-31', 800_000, 'Цифровизация'],
    ],
  },
  {
    list: 'of work packages in Chinese: called by 主题, not by the project that they share',
    text: lines(
      '#,项目,跟踪,状态,优先级,主题,指派给,开始日期,计划完成日期',
      '101,数字化,需求,进行中,普通,门户改版,张三,2024-04-01,2026-03-31',
      '102,数字化,需求,已完成,高,电子合同,,2025-07-01,2025-12-31',
    ),
    fields: ['name', 'owner', 'endDate', 'collaborationGroup'],
    rows: [
      ['门户改版', '张三', '2026-03-31', '数字化'],
      ['电子合同', null, '2025-12-31', '数字化'],
    ],
  },
  {
    list: 'whose totals say of which portfolio they are, beside the names',
    text: lines(
      'Portfolio,Project,Budget,Spent',
      'Digital,Portal,100000,50000',
      'Digital,Lake,200000,80000',
      'Total Digital,,300000,130000',
      'Security,SIEM,90000,n/a',
      'Total Security,,90000,n/a',
      'Overall,,390000,130000',
    ),
    fields: ['name', 'budget', 'spent'],
    rows: [
      ['Portal', 100_000, 50_000],
      ['Lake', 200_000, 80_000],
      ['SIEM', 90_000, null],
    ],
    skipped: ['total', 'total', 'total'],
    stated: [390_000, 130_000],
  },
  {
    list: 'of initiatives that are called Total something',
    text: lines(
      'Initiative,Owner,Budget,Start',
      'Total Rewards Platform,HR,450000,2024-01-01',
      'Total Quality,Ops,120000,2024-03-01',
      'Rewards Platform,HR,90000,2024-02-01',
    ),
    fields: ['name', 'budget'],
    rows: [
      ['Total Rewards Platform', 450_000],
      ['Total Quality', 120_000],
      ['Rewards Platform', 90_000],
    ],
  },
];

describe('lists that tools export in other languages and with fields of their own', () => {
  test.each(cases)('a list $list', expectList);
});
