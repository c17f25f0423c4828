import { describe, expect, test } from 'vitest';
import { importText } from './helpers.ts';
import { expectList, type ListCase, lines } from './listCases.ts';

const cases: readonly ListCase[] = [
  {
    list: 'of a hospital: the rating of this month rather than the last, capital and its total',
    text: lines(
      'Regional Hospital Trust – Digital Programme Board,,,,,,,,',
      'Report date: 14 May 2025,,,,,,,,',
      ',,,,,,,,',
      'Ref,Scheme,Exec Lead,Clinical Lead,Go Live,RAG (last),RAG (this month),Capital £k,Revenue £k',
      'DPB-01,Electronic Patient Record (EPR) replacement,J. Okafor,Dr Patel,Mar-27,A,R,"18,450","2,100"',
      'DPB-02,Maternity system,J. Okafor,Dr Green,Q3 2025/26,G,G,640,85',
      'DPB-03,"Single sign-on, all sites",S. Wu,n/a,TBC,A,A,310,–',
      'DPB-07,Pathology LIMS,S. Wu,Dr Osei,30/11/2025,G,A,"1,275",140',
      ',,,,,,Total,"20,675","2,325"',
    ),
    currency: 'GBP',
    fields: ['externalId', 'name', 'owner', 'status', 'endDate', 'budget'],
    rows: [
      ['DPB-01', 'Electronic Patient Record (EPR) replacement', 'J. Okafor', 'R', '2027-03-31', 18_450_000],
      ['DPB-02', 'Maternity system', 'J. Okafor', 'G', null, 640_000],
      ['DPB-03', 'Single sign-on, all sites', 'S. Wu', 'A', null, 310_000],
      ['DPB-07', 'Pathology LIMS', 'S. Wu', 'A', '2025-11-30', 1_275_000],
    ],
    skipped: ['total'],
    stated: [20_675_000],
  },
  {
    list: 'of a university: what was spent is in the thousands that only the budget names, open periods',
    text: lines(
      'Universität Musterstadt;;;;;;',
      'Vorhabenliste Digitalisierung 2025–2028;;;;;;',
      'Lfd. Nr.;Vorhaben;Zuständig;Laufzeit;Bewilligte Mittel (TEUR);davon verausgabt;Ampel',
      '1;Campusmanagement HISinOne;RZ / Dez. III;01/2023 – 12/2026;3.450,0;1.812,5;gelb',
      '2;Forschungsinformationssystem;UB;Q2/2024 – Q4/2025;620,0;310,2;grün',
      '3;Identity Management neu;RZ;ab 07/2025;480,0;;grau',
      '4;Langzeitarchivierung;UB;bis 12/2025;195,5;120,0;rot',
      'Summe;;;;4.745,5;2.242,7;',
    ),
    currency: 'EUR',
    fields: ['externalId', 'name', 'owner', 'status', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      [
        null,
        'Campusmanagement HISinOne',
        'RZ / Dez. III',
        'gelb',
        '2023-01-01',
        '2026-12-31',
        3_450_000,
        1_812_500,
      ],
      [null, 'Forschungsinformationssystem', 'UB', 'grün', '2024-04-01', '2025-12-31', 620_000, 310_200],
      [null, 'Identity Management neu', 'RZ', 'grau', '2025-07-01', null, 480_000, null],
      [null, 'Langzeitarchivierung', 'UB', 'rot', null, '2025-12-31', 195_500, 120_000],
    ],
    skipped: ['total'],
    stated: [4_745_500, 2_242_700],
  },
  {
    list: 'of a bank, with tabs, whose benefits a year are no budget',
    text: lines(
      'Initiative ID\tInitiative\tTribe\tBudget FY25 (USD M)\tForecast FY25 (USD M)\tActual YTD (USD M)\tTarget Go-Live\tPhase\tRegulatory?\tBenefits p.a. (USD M)',
      'CHG-1042\tInstant payments rail\tPayments\t12.5\t13.1\t6.2\t2025-11-30\tBuild\tY\t4.0',
      'CHG-1077\tKYC remediation\tFinancial Crime\t8.0\t8.0\t3.9\t2026-03-31\tDesign\tY\t',
      'CHG-1101\tMobile onboarding 2.0\tRetail\t5.75\t5.2\t5.1\t2025-06-30\tPilot\tN\t7.5',
      'CHG-1133\tMainframe exit\tCore\t22.0\t26.4\t11.0\t2028-12-31\tExecution\tN\t9.2',
      'CHG-1150\tESG reporting\tFinance\t(tbd)\t\t0\ttbd\tIdea\tY\t',
    ),
    fields: ['externalId', 'name', 'stage', 'endDate', 'budget', 'spent'],
    rows: [
      ['CHG-1042', 'Instant payments rail', 'active', '2025-11-30', 12_500_000, 6_200_000],
      ['CHG-1077', 'KYC remediation', 'active', '2026-03-31', 8_000_000, 3_900_000],
      ['CHG-1101', 'Mobile onboarding 2.0', 'active', '2025-06-30', 5_750_000, 5_100_000],
      ['CHG-1133', 'Mainframe exit', 'active', '2028-12-31', 22_000_000, 11_000_000],
      ['CHG-1150', 'ESG reporting', 'idea', null, null, 0],
    ],
  },
  {
    list: 'of a French city: thousands of euros said in its title',
    text: lines(
      "Direction des systèmes d'information;;;;;;;",
      'Programmation pluriannuelle des investissements 2024-2027 (montants en k€);;;;;;;',
      "N° opération;Intitulé de l'opération;Direction métier;Chef de projet MOA;Début;Mise en service prévue;Enveloppe TTC;Mandaté au 31/12/2024;Avancement",
      "OP-231;Dématérialisation des autorisations d'urbanisme;Urbanisme;Mme Lefèvre;sept. 2023;juin 2025;480;395,5;en cours",
      'OP-244;Vidéoprotection – phase 3;Sécurité;M. Haddad;janvier 2024;déc. 2026;2 350;610;en cours',
      'OP-250;Refonte du portail citoyen;Relation usager;Mme Roux;03/2025;T2 2026;315;0;à lancer',
      'OP-198;GED transverse;Secrétariat général;M. Blanc;2021;2023;720;718,2;terminé',
      'Total;;;;;;3 865;1 723,7;',
    ),
    currency: 'EUR',
    fields: ['externalId', 'name', 'owner', 'stage', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      [
        'OP-231',
        "Dématérialisation des autorisations d'urbanisme",
        'Urbanisme',
        'active',
        '2023-09-01',
        '2025-06-30',
        480_000,
        395_500,
      ],
      [
        'OP-244',
        'Vidéoprotection – phase 3',
        'Sécurité',
        'active',
        '2024-01-01',
        '2026-12-31',
        2_350_000,
        610_000,
      ],
      [
        'OP-250',
        'Refonte du portail citoyen',
        'Relation usager',
        'planned',
        '2025-03-01',
        '2026-06-30',
        315_000,
        0,
      ],
      [
        'OP-198',
        'GED transverse',
        'Secrétariat général',
        'done',
        '2021-01-01',
        '2023-12-31',
        720_000,
        718_200,
      ],
    ],
    skipped: ['total'],
    stated: [3_865_000, 1_723_700],
  },
  {
    list: 'of a Spanish telecom: what is approved as investment rather than what running costs a year',
    text: lines(
      'Código;Iniciativa;Área responsable;Patrocinador;Fecha inicio;Fecha fin;CAPEX aprobado (M€);OPEX anual (M€);Estado;% Avance',
      'T-001;Despliegue 5G SA;Red;CTO;01/03/2024;31/12/2026;45,6;3,2;En ejecución;55%',
      'T-002;Nuevo CRM residencial;Comercial;CCO;15/09/2024;30/06/2026;12,35;1,1;En ejecución;20%',
      'T-003;Apagado 3G;Red;CTO;01/01/2025;31/12/2025;4;0;Aprobado;0%',
      'T-004;Fraude en tiempo real;Seguridad;CISO;;;2,1;0,4;En evaluación;',
      'T-005;Migración de datacenter;TI;CIO;01/02/2022;30/11/2024;9,8;0;Cerrado;100%',
    ),
    currency: 'EUR',
    fields: ['externalId', 'name', 'owner', 'stage', 'startDate', 'endDate', 'budget'],
    rows: [
      ['T-001', 'Despliegue 5G SA', 'Red', 'active', '2024-03-01', '2026-12-31', 45_600_000],
      ['T-002', 'Nuevo CRM residencial', 'Comercial', 'active', '2024-09-15', '2026-06-30', 12_350_000],
      ['T-003', 'Apagado 3G', 'Red', 'planned', '2025-01-01', '2025-12-31', 4_000_000],
      ['T-004', 'Fraude en tiempo real', 'Seguridad', 'candidate', null, null, 2_100_000],
      ['T-005', 'Migración de datacenter', 'TI', 'done', '2022-02-01', '2024-11-30', 9_800_000],
    ],
  },
  {
    list: 'of a Brazilian ministry: half years, months in short, mil for thousands',
    text: lines(
      'Plano Diretor de Tecnologia da Informação 2024-2027',
      'Inventário de Necessidades e Projetos',
      '',
      'Item;Projeto;Unidade Demandante;Objetivo Estratégico;Início Previsto;Término Previsto;Valor Estimado (R$ mil);Valor Empenhado (R$ mil);Situação',
      '1;Modernização do sistema de convênios;SECEX;OE-03;jan/2024;dez/2026;14.500,00;6.230,55;Em andamento',
      '2;Contratação de nuvem pública;CGTI;OE-01;2º semestre de 2024;2º semestre de 2025;8.750,00;0,00;Não iniciado',
      '3;Portal único de serviços;SGD;OE-02;mar/2023;fev/2025;3.120,40;3.120,40;Concluído',
      '4;Gestão de documentos (SEI);CGTI;OE-01;a definir;a definir;980,00;0,00;Suspenso',
      'Total;;;;;;27.350,40;9.350,95;',
    ),
    currency: 'BRL',
    fields: ['externalId', 'name', 'owner', 'stage', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      [
        null,
        'Modernização do sistema de convênios',
        'SECEX',
        'active',
        '2024-01-01',
        '2026-12-31',
        14_500_000,
        6_230_550,
      ],
      [null, 'Contratação de nuvem pública', 'CGTI', 'planned', '2024-07-01', '2025-12-31', 8_750_000, 0],
      [null, 'Portal único de serviços', 'SGD', 'done', '2023-03-01', '2025-02-28', 3_120_400, 3_120_400],
      [null, 'Gestão de documentos (SEI)', 'CGTI', 'paused', null, null, 980_000, 0],
    ],
    skipped: ['total'],
    stated: [27_350_400, 9_350_950],
  },
  {
    list: 'of a Japanese insurer: numbers of rows beside ids, millions of yen said above',
    text: lines(
      '2025年度 システム案件一覧（単位：百万円）,,,,,,,,',
      '項番,案件番号,案件名,主管部署,開発ベンダー,開始予定,リリース予定,承認予算,実績,ステータス',
      '1,S25-001,次期契約管理システム,契約管理部,富士通,2024年4月,2027年3月,"4,800","1,250",開発中',
      '2,S25-002,保険金支払AI査定,損害サービス部,NTTデータ,2025年7月,2026年9月,620,35,要件定義',
      '3,S25-003,代理店ポータル刷新,営業企画部,日立製作所,2024年10月,2025年9月,980,870,テスト中',
      '4,S25-004,基幹サーバ更改,情報システム部,富士通,2023年4月,2025年3月,"1,500","1,498",完了',
      '5,S25-005,データ分析基盤,デジタル推進部,未定,未定,未定,300,0,企画中',
      '合計,,,,,,,"8,200","3,653",',
    ),
    currency: 'JPY',
    fields: ['externalId', 'name', 'owner', 'stage', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      [
        'S25-001',
        '次期契約管理システム',
        '契約管理部',
        'active',
        '2024-04-01',
        '2027-03-31',
        4_800_000_000,
        1_250_000_000,
      ],
      [
        'S25-002',
        '保険金支払AI査定',
        '損害サービス部',
        'active',
        '2025-07-01',
        '2026-09-30',
        620_000_000,
        35_000_000,
      ],
      [
        'S25-003',
        '代理店ポータル刷新',
        '営業企画部',
        'active',
        '2024-10-01',
        '2025-09-30',
        980_000_000,
        870_000_000,
      ],
      [
        'S25-004',
        '基幹サーバ更改',
        '情報システム部',
        'done',
        '2023-04-01',
        '2025-03-31',
        1_500_000_000,
        1_498_000_000,
      ],
      ['S25-005', 'データ分析基盤', 'デジタル推進部', 'idea', null, null, 300_000_000, 0],
    ],
    partners: ['富士通', 'NTTデータ', '日立製作所'],
    skipped: ['total'],
    stated: [8_200_000_000, 3_653_000_000],
  },
  {
    list: 'of a Korean manufacturer: days with dots and spaces, millions of won',
    text: lines(
      '순번,과제명,주관부서,PM,착수일,완료예정일,총사업비(백만원),집행액(백만원),진행상태,협력사',
      '1,스마트팩토리 MES 고도화,생산기술팀,김민수,2024.03.02,2025.12.31,"3,500","1,820",진행중,LG CNS',
      '2,ERP S/4HANA 전환,경영정보팀,이서연,2024.07.01,2026.06.30,"12,000","2,400",진행중,삼성SDS',
      '3,설비예지보전,설비보전팀,박지훈,2025. 1. 6.,2025. 9. 30.,850,0,계획,미정',
      '4,품질데이터 레이크,품질보증팀,최유나,2023-02-01,2024-12-31,"1,200","1,198",완료,SK C&C',
      '합계,,,,,,"17,550","5,418",,',
    ),
    currency: 'KRW',
    fields: ['externalId', 'name', 'owner', 'stage', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      [
        null,
        '스마트팩토리 MES 고도화',
        '김민수',
        'active',
        '2024-03-02',
        '2025-12-31',
        3_500_000_000,
        1_820_000_000,
      ],
      [
        null,
        'ERP S/4HANA 전환',
        '이서연',
        'active',
        '2024-07-01',
        '2026-06-30',
        12_000_000_000,
        2_400_000_000,
      ],
      [null, '설비예지보전', '박지훈', 'planned', '2025-01-06', '2025-09-30', 850_000_000, 0],
      [null, '품질데이터 레이크', '최유나', 'done', '2023-02-01', '2024-12-31', 1_200_000_000, 1_198_000_000],
    ],
    partners: ['LG CNS', '삼성SDS', 'SK C&C'],
    skipped: ['total'],
    stated: [17_550_000_000, 5_418_000_000],
  },
  {
    list: 'of a Chinese bank: all of the budget rather than a year of it, periods and halves of years',
    text: lines(
      'XX银行2025年科技项目计划表,,,,,,,,',
      '填报部门：科技部　　　　　　单位：万元,,,,,,,,',
      '序号,项目名称,项目类别,需求部门,项目经理,计划起止时间,年度预算,总预算,当前状态,是否监管要求',
      '1,核心系统分布式改造,基础平台,运营管理部,张伟,2023.06-2026.12,"4,500","18,600",开发中,否',
      '2,手机银行8.0,渠道,零售金融部,李娜,2025.01-2025.10,"1,280","1,280",测试中,否',
      '3,反洗钱系统升级,风控,合规部,王强,2024.09-2025.06,620,950,上线试运行,是',
      '4,数据治理二期,数据,数据管理部,陈静,2025.03-2026.03,800,"1,500",需求分析,是',
      '5,信创终端替换,基础平台,科技部,待定,2025下半年,"2,000","6,000",未启动,是',
      '合计,,,,,,"9,200","28,330",,',
    ),
    currency: 'CNY',
    fields: ['externalId', 'name', 'owner', 'stage', 'startDate', 'endDate', 'budget'],
    rows: [
      [null, '核心系统分布式改造', '张伟', 'active', '2023-06-01', '2026-12-31', 186_000_000],
      [null, '手机银行8.0', '李娜', 'active', '2025-01-01', '2025-10-31', 12_800_000],
      [null, '反洗钱系统升级', '王强', 'active', '2024-09-01', '2025-06-30', 9_500_000],
      [null, '数据治理二期', '陈静', 'active', '2025-03-01', '2026-03-31', 15_000_000],
      [null, '信创终端替换', null, 'planned', '2025-07-01', '2025-12-31', 60_000_000],
    ],
    skipped: ['total'],
    stated: [283_300_000],
  },
  {
    list: 'of an American manufacturer: names of columns over several lines, letters for colours that are no texts',
    text: lines(
      '"Project',
      'Number","Project',
      'Name","Business',
      'Unit","Project',
      'Manager","Baseline',
      'Start","Baseline',
      'Finish","Current',
      'Finish","Approved',
      'AFE ($K)","Spend',
      'To Date ($K)","Forecast',
      'At Completion ($K)","% Comp","Sched","Cost","Scope"',
      '24-0113,PLC cyber hardening,Plant Ops,Ruiz,3-Jan-24,28-Jun-24,15-Aug-24,450,462,470,98%,R,Y,G',
      '24-0127,WMS rollout – Dallas,Logistics,Chen,1-Feb-24,30-Nov-24,30-Nov-24,1800,1210,1795,70%,G,G,G',
      '25-0004,MES phase II,Plant Ops,Ruiz,6-Jan-25,19-Dec-25,27-Mar-26,3200,640,3650,20%,Y,R,Y',
      '25-0011,Supplier portal,Procurement,,1-Apr-25,,,275,0,275,0%,G,G,G',
      ',,,,,,Totals:,"5,725","2,312","6,190",,,,',
    ),
    fields: ['externalId', 'name', 'owner', 'description', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['24-0113', 'PLC cyber hardening', 'Ruiz', '', '2024-01-03', '2024-08-15', 450_000, 462_000],
      ['24-0127', 'WMS rollout – Dallas', 'Chen', '', '2024-02-01', '2024-11-30', 1_800_000, 1_210_000],
      ['25-0004', 'MES phase II', 'Ruiz', '', '2025-01-06', '2026-03-27', 3_200_000, 640_000],
      ['25-0011', 'Supplier portal', null, '', '2025-04-01', null, 275_000, 0],
    ],
    skipped: ['total'],
    stated: [5_725_000, 2_312_000],
  },
  {
    list: 'of an American university: project numbers are no names, a last row that sums without a word',
    text: lines(
      '"Office of the CIO - FY26 Project Intake & Portfolio (as of 2/3/2026)"',
      '',
      'Rank,Project #,Project,Sponsor / Unit,PM,Status,Health,% Complete,Est. Start,Est. End,One-time Cost,Recurring Cost,Funding Source,Strategic Goal',
      '1,PRJ0010231,Workday Student - Wave 2,Registrar,"Lopez, M",Executing,Yellow,45,7/1/2024,6/30/2027,"$14,200,000","$1,100,000",Central,Student Success',
      '2,PRJ0010198,Campus Wi-Fi 7 refresh,Network Svcs,"Kim, D",Executing,Green,70,1/15/2025,8/15/2026,"$3,850,000",$0,Central,Infrastructure',
      '3,PRJ0010307,AI tutoring pilot,Provost,TBD,Initiating,Green,5,9/1/2025,5/31/2026,"$225,000","$40,000",Grant,Student Success',
      '4,PRJ0010150,Legacy ERP decommission,Finance,"Shah, R",On Hold,Red,60,3/1/2023,12/31/2025,"$980,000",-$350K,Dept,Efficiency',
      ',,,,,,,,,,"$19,255,000","$790,000",,',
    ),
    fields: ['externalId', 'name', 'owner', 'stage', 'status', 'endDate', 'budget'],
    rows: [
      ['PRJ0010231', 'Workday Student - Wave 2', 'Registrar', 'active', 'Yellow', '2027-06-30', 14_200_000],
      ['PRJ0010198', 'Campus Wi-Fi 7 refresh', 'Network Svcs', 'active', 'Green', '2026-08-15', 3_850_000],
      ['PRJ0010307', 'AI tutoring pilot', 'Provost', 'planned', 'Green', '2026-05-31', 225_000],
      ['PRJ0010150', 'Legacy ERP decommission', 'Finance', 'paused', 'Red', '2025-12-31', 980_000],
    ],
    skipped: ['total'],
    stated: [19_255_000],
  },
  {
    list: 'of an Italian insurer: 1.250 beside 640 is a thousand and more',
    text: lines(
      'Cod.;Nome iniziativa;Area;Referente;Data avvio;Data fine prevista;Budget approvato (K€);Consuntivo (K€);Stato;Fornitore',
      'IN01;Portale agenti;Vita;Bianchi;gen-24;dic-25;1.250;830;In corso;Accenture',
      'IN02;Motore antifrode;Danni;Rossi;mar-25;giu-26;640;55;In corso;SAS',
      'IN03;Dismissione mainframe;IT;Verdi;ott-22;lug-24;2.900;3.115;Completato;Kyndryl',
      'TOTALE;;;;;;4.790;4.000;;',
    ),
    currency: 'EUR',
    fields: ['externalId', 'name', 'owner', 'stage', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['IN01', 'Portale agenti', 'Bianchi', 'active', '2024-01-01', '2025-12-31', 1_250_000, 830_000],
      ['IN02', 'Motore antifrode', 'Rossi', 'active', '2025-03-01', '2026-06-30', 640_000, 55_000],
      ['IN03', 'Dismissione mainframe', 'Verdi', 'done', '2022-10-01', '2024-07-31', 2_900_000, 3_115_000],
    ],
    partners: ['Accenture', 'SAS', 'Kyndryl'],
    skipped: ['total'],
    stated: [4_790_000, 4_000_000],
  },
  {
    list: 'of a Japanese city: what a project costs in all rather than in this year',
    text: lines(
      'No,事業名,所管課,事業期間,令和7年度予算額（千円）,総事業費（千円）,進捗,委託先',
      '1,基幹業務システム標準化,情報政策課,令和4年度～令和7年度,"285,400","612,000",実施中,（株）RKKCS',
      '2,電子申請システム導入,デジタル推進課,令和6年4月～令和8年3月,"24,200","52,800",実施中,トラストバンク',
      '3,GIS更新,都市計画課,令和7年度,"38,500","38,500",未着手,未定',
      '合計,,,,"348,100","703,300",,',
    ),
    currency: 'JPY',
    fields: ['externalId', 'name', 'owner', 'stage', 'budget'],
    rows: [
      [null, '基幹業務システム標準化', '情報政策課', 'active', 612_000_000],
      [null, '電子申請システム導入', 'デジタル推進課', 'active', 52_800_000],
      [null, 'GIS更新', '都市計画課', 'planned', 38_500_000],
    ],
    partners: ['（株）RKKCS', 'トラストバンク'],
    skipped: ['total'],
    stated: [703_300_000],
  },
  {
    list: 'of French ministries: what is expected now rather than at first',
    text: lines(
      'Ministère\tProjet\tPhase\tDébut\tFin prévisionnelle initiale\tFin prévisionnelle actualisée\tCoût initial (M€)\tCoût actualisé (M€)\tDépenses à fin 2024 (M€)\tMétéo',
      'Justice\tPortalis\tDéploiement\t2013\t2019\t2027\t45,2\t104,6\t88,1\tOrageux',
      'Finances\tFoncier innovant\tTerminé\t2021\t2023\t2024\t24,3\t26,1\t26,1\tEnsoleillé',
      'Éducation\tOP@LE\tDéploiement\t2016\t2021\t2025\t75\t96,5\t82,4\tNuageux',
    ),
    currency: 'EUR',
    fields: ['name', 'owner', 'stage', 'status', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['Portalis', 'Justice', 'active', 'Orageux', '2013-01-01', '2027-12-31', 104_600_000, 88_100_000],
      [
        'Foncier innovant',
        'Finances',
        'done',
        'Ensoleillé',
        '2021-01-01',
        '2024-12-31',
        26_100_000,
        26_100_000,
      ],
      ['OP@LE', 'Éducation', 'active', 'Nuageux', '2016-01-01', '2025-12-31', 96_500_000, 82_400_000],
    ],
  },
  {
    list: 'of an intranet: choices with their numbers before them, ids with gaps',
    text: lines(
      'Title,ID,Created,Modified,Created By,Assigned To,Project Status,Start Date,Due Date,Estimated Budget,Priority,Item Type,Path',
      'Contract lifecycle mgmt,14,3/2/2024 9:14 AM,5/6/2025 4:02 PM,Dana Fox,Dana Fox;#Lee Wong,(2) In Progress,3/18/2024 12:00 AM,12/19/2025 12:00 AM,"$420,000.00",(1) High,Item,sites/pmo/Lists/Projects',
      'Visitor kiosks,27,8/9/2024 1:10 PM,1/13/2025 8:45 AM,Lee Wong,,(1) Not Started,,,"$58,500.00",(3) Low,Item,sites/pmo/Lists/Projects',
      'Zero trust phase 1,31,11/20/2024 10:00 AM,6/1/2025 2:30 PM,Dana Fox,Sam Hill,(5) Completed,1/6/2025 12:00 AM,5/30/2025 12:00 AM,"$310,000.00",(1) High,Item,sites/pmo/Lists/Projects',
    ),
    fields: ['externalId', 'name', 'stage', 'status', 'startDate', 'endDate', 'budget'],
    rows: [
      ['14', 'Contract lifecycle mgmt', 'active', null, '2024-03-18', '2025-12-19', 420_000],
      ['27', 'Visitor kiosks', 'planned', null, null, null, 58_500],
      ['31', 'Zero trust phase 1', 'done', null, '2025-01-06', '2025-05-30', 310_000],
    ],
  },
];

describe('a list as an organisation keeps it', () => {
  test.each(cases)('$list', expectList);
});

describe('amounts whose unit stands over another column', () => {
  const unitsOf = async (...all: readonly string[]) =>
    (await importText(lines(...all))).initiatives.map(({ budget, spent }) => [
      (budget ?? 0) / 100,
      (spent ?? 0) / 100,
    ]);

  test('are in that unit where they are of like size', async () => {
    expect(await unitsOf('Project,Budget (k$),Spent', 'A,120,35', 'B,900,870')).toEqual([
      [120_000, 35_000],
      [900_000, 870_000],
    ]);
  });

  test('are in whole units where they are a thousand times as large, or say so themselves', async () => {
    expect(await unitsOf('Project,Budget (k$),Spent', 'A,120,35000', 'B,900,870000')).toEqual([
      [120_000, 35_000],
      [900_000, 870_000],
    ]);
    expect(await unitsOf('Project,Budget (k$),Spent ($)', 'A,120,35', 'B,900,870')).toEqual([
      [120_000, 35],
      [900_000, 870],
    ]);
  });
});

describe('dots in amounts', () => {
  const budgets = async (...cells: readonly string[]) =>
    (
      await importText(lines('Project;Owner;Budget', ...cells.map((cell, at) => `P${at};Ann;${cell}`)))
    ).initiatives.map(({ budget }) => (budget ?? 0) / 100);

  test('stand between thousands where decimals would not be written so', async () => {
    expect(await budgets('1.250', '640', '2.915')).toEqual([1_250, 640, 2_915]);
  });

  test.each([
    ['a cell has fewer decimals', ['1.250', '640', '2.9'], [1.25, 640, 2.9]],
    ['a number of four digits has none', ['1.250', '6400', '2.915'], [1.25, 6_400, 2.915]],
    ['all have three', ['1.250', '2.915', '4.165'], [1.25, 2.915, 4.165]],
    ['only one number has one', ['1.250', '640', '17'], [1.25, 640, 17]],
  ])('are decimal where %s', async (_, cells, expected) => {
    expect(await budgets(...cells)).toEqual(expected.map((value) => Math.round(value * 100) / 100));
  });
});

test('a last row of amounts alone is a total only where it sums the rows above', async () => {
  const list = await importText(lines('Project,Owner,Budget', 'A,Ann,100', 'B,Bob,250', 'C,Cy,50', ',,380'));
  expect(list.report.skipped).toEqual([]);
  expect(list.report.refused).toEqual([{ row: 5, column: 'Project', reason: 'no_name' }]);
});
