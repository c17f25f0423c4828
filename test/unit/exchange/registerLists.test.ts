import { describe, test } from 'vitest';
import { expectList, type ListCase, lines } from './listCases.ts';

const cases: readonly ListCase[] = [
  {
    list: 'of an Australian state, where some ends and costs were revised',
    text: lines(
      'Department/Agency,Project ID,Project Name,Project Description,Project Status,Project Stage,Original Start Date,Original Completion Date,Revised Completion Date,Original TEI,Revised TEI,Status (RAG),Status Comment,Spend to date',
      'Department of Health,1702,Clinical EMR,"Roll out EMR',
      'at 3 sites",In progress,Delivery,1/07/2018,30/06/2020,31/12/2022,"$124,000,000","$138,250,000",Amber,Vendor capacity,"$99,104,233"',
      'Court Services Victoria,1733,Case Mgmt System,CMS,Completed,Closure,15/02/2017,28/02/2021,,"$64,500,000",,Green,,"$63,912,000"',
      'Department of Transport,1810,RRV Works Mgr,,Initiated,Initiation,1/11/2024,TBC,,"$1,850,000",,,"Not yet baselined",$0',
      'Dept of Education,1811,Timetable - merged into 1702,,Merged,Initiation,1/11/2024,TBC,,"$2,100,000",,Red,,',
    ),
    fields: ['name', 'stage', 'endDate', 'budget', 'spent'],
    rows: [
      ['Clinical EMR', 'active', '2022-12-31', 138_250_000, 99_104_233],
      ['Case Mgmt System', 'done', '2021-02-28', 64_500_000, 63_912_000],
      ['RRV Works Mgr', 'planned', null, 1_850_000, 0],
      ['Timetable - merged into 1702', null, null, 2_100_000, null],
    ],
  },
  {
    list: 'of New Zealand: the later of two ratings, told apart by their months',
    text: lines(
      'Investment,Lead Agency,Sector,Phase,Whole of Life Cost ($m),Investment intention type,IQA risk,Delivery confidence (Nov 2024),Delivery confidence (Mar 2025),Start,Expected completion',
      'Cashflow Core,ACC,Social,Delivery,$150m - $200m,Digital,Medium,Amber/Green,Amber,2021 Q3,FY26/27',
      'Payroll HIP,Health NZ,Health,Business Case,>$100m,Digital,High,Red,Amber/Red,2019,TBC (post detailed BC)',
      'Border Sys,Customs,Justice,Closed,47.6,Data,Low,Green,-,Jul-18,Dec-23',
    ),
    fields: ['name', 'stage', 'status', 'startDate', 'budget'],
    rows: [
      ['Cashflow Core', 'active', 'Amber', '2021-07-01', null],
      ['Payroll HIP', 'candidate', 'Amber/Red', '2019-01-01', null],
      ['Border Sys', 'done', null, '2018-07-01', 47_600_000],
    ],
  },
  {
    list: 'of Ireland: called by what is a name rather than by a short description',
    text: lines(
      'Project/Scheme/Programme Name,Approving Authority,Sponsoring Agency,Short Description,"Expenditure Being Considered (> €0.5m)",Current Expenditure Amount in Reference Year,Capital Expenditure Amount in Reference Year (Grant),Capital Expenditure Amount in Reference Year (Non Grant),Project/Programme Anticipated Timeline,Projected Lifetime Expenditure,Explanatory Notes',
      'National Children’s Hospital ICT,HSE,CHI,EHR,Yes,€0,,"€12,400,000",2020 - 2027,"€97,000,000",',
      'Digital Postcodes,DECC,,Postcodes,Yes,"€1,100,000",,,2014-2025,"€ 38.2m",',
      'Revenue Storage,Revenue,Revenue,,Yes,"€450,000",,"€2,000,000",Q1 2025 – Q4 2026,"€2,450,000",c.f. 2',
    ),
    currency: 'EUR',
    fields: ['name', 'description', 'owner', 'startDate', 'endDate', 'budget'],
    rows: [
      ['National Children’s Hospital ICT', 'EHR', 'CHI', '2020-01-01', '2027-12-31', 97_000_000],
      ['Digital Postcodes', 'Postcodes', null, '2014-01-01', '2025-12-31', 38_200_000],
      ['Revenue Storage', '', 'Revenue', '2025-01-01', '2026-12-31', 2_450_000],
    ],
  },
  {
    list: 'of Denmark, whose crowns are no Norwegian ones: the present estimate and end',
    text: lines(
      'Myndighed;Projekt-ID;Projektnavn;Status;Fase;Trafiklys;Oprindeligt budget (mio. kr.);Aktuelt estimat (mio. kr.);Forbrug til dato (mio. kr.);Idriftsættelse;Afslutning (oprindelig);Afslutning (aktuel)',
      'Skatteforvaltningen;SKAT-04;Ejendomsvurdering (ICE);Igangværende;Gennemførelse;Rødt;1.204,3;2.610,0;1.988,42;1. kvt. 2024;31-12-2019;30-06-2026',
      'Rigspolitiet;POL-11;POLSAS afløser;Idéfase;Analyse;Gult;;;4,1;;;ultimo 2028',
      'Digst.;DIG-2;NemLog-in3;Afsluttet;Realisering;Grønt;280;312,5;310,9;sep. 2021;01-11-2019;01-03-2022',
    ),
    currency: 'DKK',
    fields: ['externalId', 'name', 'stage', 'status', 'endDate', 'budget', 'spent'],
    rows: [
      ['SKAT-04', 'Ejendomsvurdering (ICE)', 'active', 'Rødt', '2026-06-30', 2_610_000_000, 1_988_420_000],
      ['POL-11', 'POLSAS afløser', 'idea', 'Gult', '2028-12-31', null, 4_100_000],
      ['DIG-2', 'NemLog-in3', 'done', 'Grønt', '2022-03-01', 312_500_000, 310_900_000],
    ],
  },
  {
    list: 'of Norway, with phases, quarters and what is not settled',
    text: lines(
      'Prosjektnummer;Prosjektnavn;Virksomhet;Styringsramme P50 (mill. kr);Kostnadsramme P85 (mill. kr);Påløpt per 31.12.2024 (mill. kr);Prosjektfase;Status;Oppstart;Planlagt ferdigstillelse',
      '2019-04;Felles journal;Helseplattformen AS;2 850;3 700;2 410,5;Gjennomføring;Gul;mars 2019;4. kvartal 2026',
      '2021-11;Modernisering av folkeregisteret;Skatteetaten;450;520;449;Avsluttet;Grønn;jan. 2016;des. 2022',
      '2024-02;Nød- og beredskapskommunikasjon;DSB;ikke avklart;ikke avklart;12;Forprosjekt;;høst 2024;ikke fastsatt',
      'Sum;;;3 300;4 220;2 871,5;;;;',
    ),
    currency: 'NOK',
    skipped: ['total'],
    stated: [3_300_000_000, 2_871_500_000],
    fields: ['name', 'stage', 'status', 'startDate', 'endDate', 'spent'],
    rows: [
      ['Felles journal', 'active', 'Gul', '2019-03-01', '2026-12-31', 2_410_500_000],
      ['Modernisering av folkeregisteret', 'done', 'Grønn', '2016-01-01', '2022-12-31', 449_000_000],
      ['Nød- og beredskapskommunikasjon', 'candidate', null, '2024-09-01', null, 12_000_000],
    ],
  },
  {
    list: 'of the Netherlands: what it really cost is no budget, and a present end holds where there is one',
    text: lines(
      '"Ministerie","Organisatie","Projectnaam","Status","Startdatum","Oorspronkelijke einddatum","Actuele einddatum","Initieel geschatte meerjarige projectkosten (in mln €)","Actueel geschatte meerjarige projectkosten (in mln €)","Daadwerkelijke kosten t/m 31-12-2024 (in mln €)","Leverancier"',
      '"BZK","RvIG","Modernisering BRP","In uitvoering","01-03-2021","31-12-2025","31-12-2027","38,40","61,75","22,10","Ordina, Capgemini"',
      '"Fin","Belastingdienst","ETM omzetbelasting","Gestopt","01-01-2019","01-07-2023","","70,00","70,00","55,20",""',
      '"JenV","IND","Digitale asielketen","In uitvoering","Q2 2024","Q4 2026","Q4 2026","12","14,5","n.v.t.","CGI"',
    ),
    currency: 'EUR',
    fields: ['name', 'stage', 'endDate', 'budget', 'spent'],
    rows: [
      ['Modernisering BRP', 'active', '2027-12-31', 61_750_000, 22_100_000],
      ['ETM omzetbelasting', 'stopped', '2023-07-01', 70_000_000, 55_200_000],
      ['Digitale asielketen', 'active', '2026-12-31', 14_500_000, null],
    ],
  },
  {
    list: 'of Germany: all of what it costs rather than what one year grants',
    text: lines(
      'IT-Maßnahme;Ressort;Einzelplan;Kapitel/Titel;Gesamtausgaben (in T€);Bewilligt 2024 (in T€);Soll 2025 (in T€);Ist 31.12.2024 (in T€);Beginn;geplantes Ende;Ampelstatus;Bemerkungen',
      'IT-Konsolidierung Bund - Dienstekonsolidierung;BMI;06;0602/532 14;3.429.500;612.000;598.000;1.210.334;07/2015;12/2028;gelb;siehe Bericht',
      'P23 (Registermodernisierung);BMI;06;0602/532 22;750.000;55.000;120.300;68.100;I/2021;IV/2027;rot;',
      'E-Akte Bund;BMI;06;0602/532 09;220.000;31.200;12.000;198.500;2018;lfd.;grün;Betrieb',
      'Summe;;;;4.399.500;698.200;730.300;1.476.934;;;;',
    ),
    currency: 'EUR',
    skipped: ['total'],
    stated: [4_399_500_000, 1_476_934_000],
    fields: ['name', 'status', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      [
        'IT-Konsolidierung Bund - Dienstekonsolidierung',
        'gelb',
        '2015-07-01',
        '2028-12-31',
        3_429_500_000,
        1_210_334_000,
      ],
      ['P23 (Registermodernisierung)', 'rot', '2021-01-01', '2027-12-31', 750_000_000, 68_100_000],
      ['E-Akte Bund', 'grün', '2018-01-01', null, 220_000_000, 198_500_000],
    ],
  },
  {
    list: 'of Singapore, whose tenders are called by what is described rather than by how far they are',
    text: lines(
      'Tender No.,Agency,Tender Description,Award Date,Tender Detail Status,Supplier Name,Awarded Amount',
      'DEF000ETT25000012,Ministry of Defence,"PROVISION OF APPLICATION MAINTENANCE AND SUPPORT FOR HR SYSTEM FOR 3 YEARS",15/3/2025,Awarded to Suppliers,NCS PTE. LTD.,12450000',
      'GVT000ETT24000200,Government Technology Agency,DESIGN AND DEVELOPMENT OF LIFESG,2/12/2024,Awarded by Items,ACCENTURE PTE LTD,2300000.5',
      'GVT000ETT24000200,Government Technology Agency,DESIGN AND DEVELOPMENT OF LIFESG,2/12/2024,Awarded by Items,PALO IT SINGAPORE PTE. LTD.,1100000',
      'MOH000ETT24000201,Ministry of Health,PANDEMIC SYSTEM,2/1/2025,No Awarded Suppliers,Unknown,0',
    ),
    partners: ['NCS PTE. LTD.', 'ACCENTURE PTE LTD', 'PALO IT SINGAPORE PTE. LTD.'],
    fields: ['name', 'owner', 'budget'],
    rows: [
      [
        'PROVISION OF APPLICATION MAINTENANCE AND SUPPORT FOR HR SYSTEM FOR 3 YEARS',
        'Ministry of Defence',
        12_450_000,
      ],
      ['DESIGN AND DEVELOPMENT OF LIFESG', 'Government Technology Agency', 2_300_000.5],
      ['DESIGN AND DEVELOPMENT OF LIFESG', 'Government Technology Agency', 1_100_000],
      ['PANDEMIC SYSTEM', 'Ministry of Health', 0],
    ],
  },
  {
    list: 'of Taiwan, with from when and to when in two columns, and a year before a month',
    text: lines(
      '計畫名稱,主管機關,執行機關,計畫期程(起),計畫期程(迄),計畫總經費(億元),本年度預算數(千元),累計執行數(千元),執行率,燈號',
      '智慧國家基盤建設,數位發展部,數位產業署,110/01,114/12,52.3,"1,204,500","980,112",81.4%,綠燈',
      '戶役政資訊系統汰換,內政部,戶政司,113.07.01,116.12.31,8.805,"210,000","-",0%,黃燈',
    ),
    currency: 'TWD',
    fields: ['name', 'owner', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['智慧國家基盤建設', '數位發展部', '2021-01-01', '2025-12-31', 5_230_000_000, 980_112_000],
      ['戶役政資訊系統汰換', '內政部', '2024-07-01', '2027-12-31', 880_500_000, null],
    ],
  },
  {
    list: 'of Japan: what a system costs over its life rather than in a year',
    text: lines(
      '府省庁名,政府情報システムID,プロジェクト名,概要,ライフサイクルコスト（百万円）,令和6年度当初予算額（百万円）,令和5年度執行額（百万円）,サービス開始日,更改予定時期,フェーズ,契約相手方',
      '厚生労働省,A000012,ハローワークシステム,職業紹介,"312,450","45,120","43,998",令和2年1月6日,令和9年度末,運用・保守,富士通㈱　外3社',
      '法務省,A000345,登記情報システム,不動産登記,"－","12,300","12,100",平成23年2月,R8/3,設計・開発,日本電気株式会社',
      '総務省,A000777,次期システム（仮称）,,調整中,350,0,未定,令和10年1月頃,企画,',
    ),
    currency: 'JPY',
    fields: ['name', 'stage', 'startDate', 'budget'],
    rows: [
      ['ハローワークシステム', 'active', '2020-01-06', 312_450_000_000],
      ['登記情報システム', 'active', '2011-02-01', null],
      ['次期システム（仮称）', 'idea', null, null],
    ],
  },
  {
    list: 'of Korea, with months of short years',
    text: lines(
      "사업코드,세부사업명,소관부처,사업유형,총사업비(억원),'25년 예산(백만원),집행액(백만원),사업기간,수행사,진척상태",
      'M-2024-11,차세대 나이스 구축,교육부,ISP/구축,"2,824",12500,9800,\'20.9.~\'23.6.,쌍용정보통신 컨소시엄,완료',
      'M-2025-02,"범정부 AI 공통기반",행정안전부,신규,90,9000,-,2025.4월~2026.12월,미정,발주예정',
      'M-2023-07,우정사업 클라우드,과기정통부,계속,"2,064",34000,33100,2019~계속,SK㈜ C&C,구축중',
    ),
    currency: 'KRW',
    fields: ['externalId', 'name', 'stage', 'startDate', 'endDate', 'budget'],
    rows: [
      ['M-2024-11', '차세대 나이스 구축', 'done', '2020-09-01', '2023-06-30', 282_400_000_000],
      ['M-2025-02', '범정부 AI 공통기반', 'planned', '2025-04-01', '2026-12-31', 9_000_000_000],
      ['M-2023-07', '우정사업 클라우드', 'active', '2019-01-01', null, 206_400_000_000],
    ],
  },
  {
    list: 'of India: a revised day, ditto marks, and who owns rather than on which tier',
    text: lines(
      '"S.No","Name of Mission Mode Project","Line Ministry/Department","Owner Tier","Outlay (Rs. in Crore)","Funds Released (Rs. in Crore)","Utilised (Rs. in Crore)","Date of Approval","Scheduled Date of Completion","Revised Date of Completion","Present Status"',
      '"1","Passport Seva 2.0","Ministry of External Affairs","Central","1,010.50","450.00","448.20","05-01-2022","March 2025","Sept., 2026","Under Implementation"',
      '"2","eDistrict","MeitY","State","1,663.08","1,201.4","1,100","13/04/2011","31/03/2016","-do-","Post Implementation"',
      '"3","CCTNS 2.0","MHA","Integrated","Rs. 3,375 Cr","NIL","NIL","","FY 2027-28","","Conceptualized"',
      '"","Total","","","6,048.58","1,651.40","1,548.20","","","",""',
    ),
    currency: 'INR',
    skipped: ['total'],
    stated: [60_485_800_000, 15_482_000_000],
    fields: ['name', 'owner', 'stage', 'endDate', 'budget', 'spent'],
    rows: [
      [
        'Passport Seva 2.0',
        'Ministry of External Affairs',
        'active',
        '2026-09-30',
        10_105_000_000,
        4_482_000_000,
      ],
      ['eDistrict', 'MeitY', 'done', '2016-03-31', 16_630_800_000, 11_000_000_000],
      ['CCTNS 2.0', 'MHA', 'idea', '2028-12-31', 33_750_000_000, null],
    ],
  },
  {
    list: 'of Brazil: the total of the years, in words for things that are feminine',
    text: lines(
      'ID;Necessidade / Ação;Área demandante;Objetivo estratégico;Orçamento previsto 2024 (R$);Orçamento previsto 2025 (R$);Total previsto (R$);Empenhado (R$);Início previsto;Término previsto;Situação;GUT',
      'N01;Implantar SEI 5.0;DTI;OE3;R$ 250.000,00;R$ 1.250.000,00;R$ 1.500.000,00;R$ 248.300,55;03/2024;jun/25;Em andamento;125',
      'N02;Renovar licenças Microsoft 365;DTI;OE1;1.980.000,00;2.100.000,00;4.080.000,00;1.980.000,00;jan/24;dez/25;Concluída;100',
      'N03;Migrar p/ nuvem pública;CGTI;OE1;-;900.000,00;900.000,00;0,00;2º sem/2025;1º trim/2026;Não iniciada;80',
      ';TOTAL;;;R$ 2.230.000,00;R$ 4.250.000,00;R$ 6.480.000,00;R$ 2.228.300,55;;;;',
    ),
    currency: 'BRL',
    skipped: ['total'],
    stated: [6_480_000, 2_228_300.55],
    fields: ['name', 'stage', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['Implantar SEI 5.0', 'active', '2024-03-01', '2025-06-30', 1_500_000, 248_300.55],
      ['Renovar licenças Microsoft 365', 'done', '2024-01-01', '2025-12-31', 4_080_000, 1_980_000],
      ['Migrar p/ nuvem pública', 'planned', '2025-07-01', '2026-03-31', 900_000, 0],
    ],
  },
  {
    list: 'of South Africa, in thousands of rand with blanks between them',
    text: lines(
      "Project,Custodian,Budget (R'000),Expenditure to date (R'000),% Spent,Planned Start,Planned Finish,Progress Status,Service Provider,Comments",
      'eHome Affairs,DHA,"R 1 245 600","R 988 120",79%,01 Apr 2019,31 Mar 2026,Behind schedule,SITA (Pty) Ltd; EOH,"Complete - see note 3"',
      'IFMS 2,National Treasury,"4 300 000","2 010 345",47%,2014/15,2027/28,On hold,Oracle,',
      'Provincial VPN,SITA,TBC,0,,TBC,TBC,Not started,,"w/c 12 May"',
    ),
    currency: 'ZAR',
    fields: ['name', 'owner', 'stage', 'status', 'budget', 'spent'],
    rows: [
      ['eHome Affairs', 'DHA', null, 'Behind schedule', 1_245_600_000, 988_120_000],
      ['IFMS 2', 'National Treasury', 'paused', null, 4_300_000_000, 2_010_345_000],
      ['Provincial VPN', 'SITA', 'planned', null, null, 0],
    ],
  },
  {
    list: 'of European research, whose texts have marks behind backslashes',
    text: lines(
      '"id";"acronym";"status";"title";"startDate";"endDate";"totalCost";"ecMaxContribution";"legalBasis";"topics";"ecSignatureDate";"frameworkProgramme";"masterCall";"subCall";"fundingScheme";"nature";"objective";"contentUpdateDate";"rcn";"grantDoi"',
      '"101070028";"REWIRE";"SIGNED";"Reconfigurable wireless";"2022-10-01";"2026-09-30";"4999997,5";"4999997,5";"HORIZON.2.4";"HORIZON-CL4";"2022-06-09";"HORIZON";"H";"H";"RIA";"";"We will...";"2024-01-01 10:00:00";"240000";"10.3030/1"',
      '"101070029";"GREEN";"TERMINATED";"Green cloud";"2023-01-01";"2025-12-31";"3200000";"0";"HORIZON.2.4";"HORIZON-CL4";"2022-11-09";"HORIZON";"H";"H";"IA";"";"Second";"2024-01-01 10:00:00";"240001";"10.3030/2"',
      '"101070030";"BLUE";"CLOSED";"Blue \\"edge\\"";"2021-01-01";"2022-12-31";"";"1250000,25";"HORIZON.2.4";"HORIZON-CL4";"2020-11-09";"HORIZON";"H";"H";"CSA";"";"Third";"2024-01-01 10:00:00";"240002";"10.3030/3"',
    ),
    fields: ['externalId', 'name', 'stage', 'endDate', 'budget'],
    rows: [
      ['101070028', 'Reconfigurable wireless', 'active', '2026-09-30', 4_999_997.5],
      ['101070029', 'Green cloud', 'stopped', '2025-12-31', 3_200_000],
      ['101070030', 'Blue "edge"', 'done', '2022-12-31', null],
    ],
  },
];

describe('a register that a public body keeps of its projects', () => {
  test.each(cases)('$list', expectList);
});
