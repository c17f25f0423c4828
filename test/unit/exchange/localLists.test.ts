import { describe, expect, test } from 'vitest';
import { readHeader } from '../../../shared/exchange/columns/fieldNames.ts';
import { importText } from './helpers.ts';
import { expectList, type ListCase, lines } from './listCases.ts';

const lists: readonly ListCase[] = [
  {
    list: 'of a Turkish city, in liras',
    text: lines(
      'Proje No;Proje Adı;Sorumlu Birim;Başlangıç Tarihi;Bitiş Tarihi;Bütçe (TL);Harcanan (TL);Durum;Yüklenici',
      'BİM-25-01;E-Belediye Yenileme;Bilgi İşlem;01.02.2025;31.12.2025;12.500.000,00;3.200.000,50;Devam ediyor;Havelsan',
      'BİM-25-02;Akıllı Ulaşım;Ulaşım Dairesi;15.03.2025;30.06.2026;45.000.000,00;0,00;Planlandı;',
      'BİM-24-07;Arşiv;Yazı İşleri;10.01.2024;20.12.2024;3.750.000,00;3.749.999,99;Tamamlandı;Türksat',
      'Toplam;;;;;61.250.000,00;6.950.000,49;;',
    ),
    currency: 'TRY',
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget', 'spent', 'stage'],
    rows: [
      [
        'BİM-25-01',
        'E-Belediye Yenileme',
        'Bilgi İşlem',
        '2025-02-01',
        '2025-12-31',
        12_500_000,
        3_200_000.5,
        'active',
      ],
      ['BİM-25-02', 'Akıllı Ulaşım', 'Ulaşım Dairesi', '2025-03-15', '2026-06-30', 45_000_000, 0, 'planned'],
      ['BİM-24-07', 'Arşiv', 'Yazı İşleri', '2024-01-10', '2024-12-20', 3_750_000, 3_749_999.99, 'done'],
    ],
    partners: ['Havelsan', 'Türksat'],
    skipped: ['total'],
    stated: [61_250_000, 6_950_000.49],
  },
  {
    list: 'of an Indonesian ministry, in millions of rupiahs',
    text: lines(
      'No,Kode Kegiatan,Nama Proyek,Unit Kerja,Tanggal Mulai,Tanggal Selesai,Pagu Anggaran (Rp juta),Realisasi (Rp juta),Status,Penyedia',
      '1,PD-01,Sistem Kepegawaian,Biro SDM,5 Januari 2025,20 Desember 2025,"1.250,5","310,2",Sedang berjalan,PT Telkom',
      '2,PD-02,Portal Layanan,Biro Umum,3 Maret 2025,28 Februari 2026,"3.400,0",0,Belum dimulai,',
      '3,PD-03,Migrasi Pusat Data,Pusdatin,15 Agustus 2024,30 Mei 2025,"7.800,0","7.750,9",Selesai,PT Lintasarta',
      ',,Jumlah,,,,"12.450,5","8.061,1",,',
    ),
    currency: 'IDR',
    fields: ['externalId', 'name', 'startDate', 'endDate', 'budget', 'spent', 'stage'],
    rows: [
      ['PD-01', 'Sistem Kepegawaian', '2025-01-05', '2025-12-20', 1_250_500_000, 310_200_000, 'active'],
      ['PD-02', 'Portal Layanan', '2025-03-03', '2026-02-28', 3_400_000_000, 0, 'planned'],
      ['PD-03', 'Migrasi Pusat Data', '2024-08-15', '2025-05-30', 7_800_000_000, 7_750_900_000, 'done'],
    ],
    skipped: ['total'],
    stated: [12_450_500_000, 8_061_100_000],
  },
  {
    list: 'of a Thai agency, in years of its own count',
    text: lines(
      'ลำดับ,รหัสโครงการ,ชื่อโครงการ,หน่วยงาน,วันที่เริ่มต้น,วันที่สิ้นสุด,งบประมาณ (บาท),เบิกจ่ายแล้ว (บาท),สถานะ',
      '1,DGA-68-01,ระบบกลางบริการประชาชน,สำนักดิจิทัล,01/10/2567,30/09/2568,"45,000,000.00","12,300,000.00",กำลังดำเนินการ',
      '2,DGA-68-02,คลาวด์ภาครัฐ,กองคลัง,15/01/2568,31/12/2569,"120,000,000.00",0.00,ยังไม่เริ่ม',
      'รวมทั้งสิ้น,,,,,,"165,000,000.00","12,300,000.00",',
    ),
    currency: 'THB',
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget', 'spent', 'stage'],
    rows: [
      [
        'DGA-68-01',
        'ระบบกลางบริการประชาชน',
        'สำนักดิจิทัล',
        '2024-10-01',
        '2025-09-30',
        45_000_000,
        12_300_000,
        'active',
      ],
      ['DGA-68-02', 'คลาวด์ภาครัฐ', 'กองคลัง', '2025-01-15', '2026-12-31', 120_000_000, 0, 'planned'],
    ],
    skipped: ['total'],
    stated: [165_000_000, 12_300_000],
  },
  {
    list: 'of a German company, in calendar weeks',
    text: lines(
      'Vorhaben;Verantwortlich;Start;Ende;Budget in T€;Ist in T€;Ampel',
      'MES Rollout Werk 2;Huber;KW 03/2026;KW 40/2026;850;210;gelb',
      'Ablösung Navision;Kraus;KW 48/2025;KW 12/2027;2.400;380;grün',
      'Summe;;;;3.250;590;',
    ),
    currency: 'EUR',
    fields: ['name', 'startDate', 'endDate', 'budget', 'spent', 'status'],
    rows: [
      ['MES Rollout Werk 2', '2026-01-12', '2026-10-04', 850_000, 210_000, 'gelb'],
      ['Ablösung Navision', '2025-11-24', '2027-03-28', 2_400_000, 380_000, 'grün'],
    ],
    skipped: ['total'],
    stated: [3_250_000, 590_000],
  },
  {
    list: 'of Dutch ministries, whose name of a column writes thousands with a dot',
    text: lines(
      'Projectnaam;Ministerie;Startdatum;Oorspronkelijke einddatum;Actuele einddatum;Oorspronkelijke kosten (x € 1.000);Actuele kosten (x € 1.000);Gerealiseerde kosten t/m 31-12-2024 (x € 1.000);Status',
      'Vernieuwing BRP;BZK;1-1-2021;31-12-2023;30-6-2026;45.300;78.100;51.250;In uitvoering',
      'P-Direkt 2.0;BZK;1-9-2022;31-12-2025;31-12-2025;12.000;12.000;6.420;In uitvoering',
      'Toeslagen;Financiën;1-3-2020;31-12-2022;31-12-2026;22.500;96.400;60.300;In uitvoering',
    ),
    currency: 'EUR',
    fields: ['name', 'endDate', 'budget', 'spent'],
    rows: [
      ['Vernieuwing BRP', '2026-06-30', 78_100_000, 51_250_000],
      ['P-Direkt 2.0', '2025-12-31', 12_000_000, 6_420_000],
      ['Toeslagen', '2026-12-31', 96_400_000, 60_300_000],
    ],
  },
  {
    list: 'of a hospital, whose budget of the months so far is not that of the scheme',
    text: lines(
      'Digital Capital Programme 2025/26 - Month 6 report,,,,,,,,,',
      '£000s,,,,,,,,,',
      ',,,Plan,,,Year to date,,,',
      'Ref,Scheme,SRO,Original,Revised,Forecast outturn,Budget,Actual,Variance,RAG',
      'DC01,EPR optimisation,Chief Digital Officer,"2,400","2,650","2,650","1,300","1,120",180,A',
      'DC02,Network core refresh,Dir. of IT,900,900,"1,040",450,610,-160,R',
      'DC03,Cyber remediation,CISO,350,350,350,200,195,5,G',
      'Total,,,"3,650","3,900","4,040","1,950","1,925",25,',
    ),
    currency: 'GBP',
    fields: ['externalId', 'name', 'owner', 'budget', 'spent', 'status'],
    rows: [
      ['DC01', 'EPR optimisation', 'Chief Digital Officer', null, 1_120_000, 'A'],
      ['DC02', 'Network core refresh', 'Dir. of IT', null, 610_000, 'R'],
      ['DC03', 'Cyber remediation', 'CISO', null, 195_000, 'G'],
    ],
    skipped: ['total'],
    stated: [1_925_000],
  },
  {
    list: 'of an Indian company, whose lower names are parts of the upper ones',
    text: lines(
      'Sl. No.,Name of Work,Nodal Officer,Date of Award,Scheduled Completion,Anticipated Completion,Cost (Rs. in Cr.),,Expenditure (Rs. in Cr.),,Physical Progress (%)',
      ',,,,,,Sanctioned,Anticipated,2024-25,Cumulative,',
      '1,Core Banking Upgradation,R. K. Sharma,12-Apr-2023,Mar-25,Sep-25,145.50,162.75,38.20,121.05,82',
      '2,Unified HRMS,Anita Rao,05-Jan-2024,Dec-25,Dec-25,28.00,28.00,9.45,14.10,51',
    ),
    currency: 'INR',
    fields: ['name', 'owner', 'startDate', 'endDate', 'budget', 'spent'],
    rows: [
      ['Core Banking Upgradation', 'R. K. Sharma', '2023-04-12', '2025-09-30', 1_627_500_000, 1_210_500_000],
      ['Unified HRMS', 'Anita Rao', '2024-01-05', '2025-12-31', 280_000_000, 141_000_000],
    ],
  },
  {
    list: 'of ministries in Taiwan, approved at first and as revised',
    text: lines(
      '項次,計畫名稱,主辦機關,期程,,總經費(千元),,累計執行數(千元),辦理情形',
      ',,,起,迄,原核定,修正後,,',
      '1,數位政府服務升級,數位發展部,112/01,115/12,"1,200,000","1,350,000","640,500",執行中',
      '2,智慧醫療雲,衛福部,113/07,116/06,"860,000","860,000","120,000",執行中',
    ),
    currency: 'TWD',
    fields: ['name', 'owner', 'startDate', 'endDate', 'budget', 'spent', 'stage'],
    rows: [
      ['數位政府服務升級', '數位發展部', '2023-01-01', '2026-12-31', 1_350_000_000, 640_500_000, 'active'],
      ['智慧醫療雲', '衛福部', '2024-07-01', '2027-06-30', 860_000_000, 120_000_000, 'active'],
    ],
  },
  {
    list: 'of products, whose cost of a quarter is no budget',
    text: lines(
      'Product,Tribe,Product Owner,Team size (FTE),Cost per quarter (kEUR)',
      'Payments Hub,Money,Eva Stein,14,620',
      'Risk Engine,Risk,Tom Baker,9.5,410',
    ),
    fields: ['name', 'mode', 'owner', 'budget'],
    currency: 'EUR',
    rows: [
      ['Payments Hub', 'product', 'Eva Stein', null],
      ['Risk Engine', 'product', 'Tom Baker', null],
    ],
  },
  {
    list: 'of a program of SAP, with its words for a stage',
    text: lines(
      'Project Definition;Name;Person Responsible;System Status;Plan Costs;Crcy',
      'I-1001;Plant data historian;Moreau;REL;750000.00;EUR',
      'I-1002;Lab system;Petit;CRTD;310000.00;EUR',
      'I-0990;Badge readers;Petit;TECO;45000.00;EUR',
    ),
    currency: 'EUR',
    fields: ['externalId', 'name', 'stage'],
    rows: [
      ['I-1001', 'Plant data historian', 'active'],
      ['I-1002', 'Lab system', 'planned'],
      ['I-0990', 'Badge readers', 'done'],
    ],
  },
  {
    list: 'of a French hospital, with one name over all of its money',
    text: lines(
      'Portefeuille projets SI - DSI CHU - Comité du 12/05/2025;;;;;;;;;',
      ';;;Calendrier;;;Budget (k€ TTC);;;',
      'N°;Projet;Chef de projet;Début;Fin initiale;Fin révisée;Voté;Engagé;Reste à engager;Météo',
      '1;DPI cardiologie;Mme Leroy;sept-23;déc-24;juin-25;1 250;1 180;70;Nuageux',
      '2;PACS territorial;M. Durand;janv-24;déc-26;déc-26;3 400;1 020;2 380;Ensoleillé',
      ';TOTAL;;;;;4 650;2 200;2 450;',
    ),
    currency: 'EUR',
    fields: ['name', 'owner', 'startDate', 'endDate', 'budget', 'status'],
    rows: [
      ['DPI cardiologie', 'Mme Leroy', '2023-09-01', '2025-06-30', 1_250_000, 'Nuageux'],
      ['PACS territorial', 'M. Durand', '2024-01-01', '2026-12-31', 3_400_000, 'Ensoleillé'],
    ],
    skipped: ['total'],
    stated: [4_650_000],
  },
  {
    list: 'of a Polish region',
    text: lines(
      'Lp.;Nazwa zadania;Jednostka realizująca;Data rozpoczęcia;Data zakończenia;Wartość ogółem (tys. zł);Wydatkowano (tys. zł);Stan realizacji',
      '1;e-Zdrowie II;Departament Zdrowia;2023-04-01;2026-12-31;48 200,5;21 340,0;w trakcie realizacji',
      '2;Geoportal 3;Geodezja;2024-01-01;2025-06-30;7 950,0;7 950,0;zakończone',
      ';Razem;;;;56 150,5;29 290,0;',
    ),
    currency: 'PLN',
    fields: ['name', 'owner', 'budget', 'spent', 'stage'],
    rows: [
      ['e-Zdrowie II', 'Departament Zdrowia', 48_200_500, 21_340_000, 'active'],
      ['Geoportal 3', 'Geodezja', 7_950_000, 7_950_000, 'done'],
    ],
    skipped: ['total'],
    stated: [56_150_500, 29_290_000],
  },
  {
    list: 'of a Vietnamese ministry, in billions',
    text: lines(
      'STT,Mã dự án,Tên dự án,Đơn vị chủ trì,Ngày bắt đầu,Ngày kết thúc,Tổng mức đầu tư (tỷ đồng),Giải ngân (tỷ đồng),Tình trạng',
      '1,CNTT-01,Nền tảng dữ liệu,Cục CNTT,01/03/2024,31/12/2026,"125,5","40,2",Đang thực hiện',
      '2,CNTT-02,Một cửa điện tử,Văn phòng,15/06/2025,30/06/2027,"78,0",0,Chưa bắt đầu',
      ',,Tổng cộng,,,,"203,5","40,2",',
    ),
    currency: 'VND',
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget', 'spent', 'stage'],
    rows: [
      [
        'CNTT-01',
        'Nền tảng dữ liệu',
        'Cục CNTT',
        '2024-03-01',
        '2026-12-31',
        125_500_000_000,
        40_200_000_000,
        'active',
      ],
      ['CNTT-02', 'Một cửa điện tử', 'Văn phòng', '2025-06-15', '2027-06-30', 78_000_000_000, 0, 'planned'],
    ],
    skipped: ['total'],
    stated: [203_500_000_000, 40_200_000_000],
  },
  {
    list: 'of a utility, whose targets are days',
    text: lines(
      'Title,Program,Sponsor,Phase,Start,Target,Budget $',
      'Meter data hub,Grid,COO,Build,"Feb 3, \'25","Nov 28, \'25",1.1M',
      'Outage app,Grid,COO,Requested,"Sep 1, \'25",TBD,650K',
    ),
    fields: ['name', 'stage', 'startDate', 'endDate', 'budget'],
    rows: [
      ['Meter data hub', 'active', '2025-02-03', '2025-11-28', 1_100_000],
      ['Outage app', 'idea', '2025-09-01', null, 650_000],
    ],
  },
  {
    list: 'of Chilean ministries in a unit of account, which is no currency',
    text: lines(
      'Proyecto;Unidad responsable;Presupuesto 2025 (UF);Inicio;Término;Estado',
      'Ventanilla única;SEGPRES;12.500;mar-25;dic-25;En ejecución',
      'Interoperabilidad;MINSAL;8.300,5;ene-25;jun-26;En ejecución',
    ),
    fields: ['name', 'owner', 'startDate', 'endDate', 'budget', 'stage'],
    rows: [
      ['Ventanilla única', 'SEGPRES', '2025-03-01', '2025-12-31', null, 'active'],
      ['Interoperabilidad', 'MINSAL', '2025-01-01', '2026-06-30', null, 'active'],
    ],
  },
];

describe('a list in words and counts of its own', () => {
  test.each(lists)('$list', expectList);
});

test.each([
  ['⚙️ Status', 'status'],
  ['ชื่อโครงการ', 'ชื่อโครงการ'],
  ['Budget (₺ 000)', 'budget'],
])('the words of %s are %s', (header, phrase) => {
  expect(readHeader(header).phrase).toBe(phrase);
});

describe('short names of currencies that are words as well', () => {
  const currencyOf = async (header: string) =>
    (await importText(lines(`Projekt,TL,RP,${header}`, 'Alpha,Huber,Maier,100000', 'Beta,Kraus,Adam,50000')))
      .preview.plan.currency;

  test.each([
    ['Budget (TL)', 'TRY'],
    ['Budget (Rp)', 'IDR'],
    ['Budget (₹)', 'INR'],
    ['Budget', 'USD'],
  ])('%s is in %s, whoever TL and RP are', async (header, currency) => {
    expect(await currencyOf(header)).toBe(currency);
  });
});
