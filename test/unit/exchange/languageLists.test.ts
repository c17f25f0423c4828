import { describe, expect, test } from 'vitest';
import { readHeader } from '../../../shared/exchange/columns/fieldNames.ts';
import { readDateText } from '../../../shared/exchange/values/dateText.ts';
import { readAmount } from '../../../shared/exchange/values/moneyText.ts';
import { importText } from './helpers.ts';
import { expectList, type ListCase, lines } from './listCases.ts';

const lists: readonly ListCase[] = [
  {
    list: 'of Hungarian ministries: months in words behind the year, millions of forints',
    text: lines(
      'Projekt azonosító;Projekt megnevezése;Kedvezményezett;Kezdés;Befejezés;Teljes költségvetés (millió Ft);Kifizetett (millió Ft);Státusz',
      'DIMOP-1.1.1;Digitális állampolgárság;Belügyminisztérium;2023.03.01.;2026.12.31.;18 450,5;6 200,0;Folyamatban',
      'DIMOP-1.2.4;E-egészségügy;OKFŐ;2025. szeptember 1.;2027. augusztus 31.;9 300,0;0,0;Tervezett',
      'Összesen;;;;;27 750,5;6 200,0;',
    ),
    currency: 'HUF',
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget', 'spent', 'stage'],
    rows: [
      [
        'DIMOP-1.1.1',
        'Digitális állampolgárság',
        'Belügyminisztérium',
        '2023-03-01',
        '2026-12-31',
        18_450_500_000,
        6_200_000_000,
        'active',
      ],
      ['DIMOP-1.2.4', 'E-egészségügy', 'OKFŐ', '2025-09-01', '2027-08-31', 9_300_000_000, 0, 'planned'],
    ],
    skipped: ['total'],
    stated: [27_750_500_000, 6_200_000_000],
  },
  {
    list: 'of Romania, in lei, whose first column counts the rows',
    text: lines(
      'Nr. crt.;Cod SMIS;Titlu proiect;Beneficiar;Data începerii;Data finalizării;Valoare totală (lei);Plăți efectuate (lei);Stadiu implementare',
      '1;130087;Cloud guvernamental;ADR;01.02.2022;31.12.2026;1.887.450.000,00;410.250.300,75;în implementare',
      '2;118204;Hub de servicii;MAI;15 martie 2018;31 mai 2022;96.300.000,00;96.299.999,10;finalizat',
      'Total;;;;;;1.983.750.000,00;506.550.299,85;',
    ),
    currency: 'RON',
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget', 'spent', 'stage'],
    rows: [
      [
        '130087',
        'Cloud guvernamental',
        'ADR',
        '2022-02-01',
        '2026-12-31',
        1_887_450_000,
        410_250_300.75,
        'active',
      ],
      ['118204', 'Hub de servicii', 'MAI', '2018-03-15', '2022-05-31', 96_300_000, 96_299_999.1, 'done'],
    ],
    skipped: ['total'],
    stated: [1_983_750_000, 506_550_299.85],
  },
  {
    list: 'of Greek operations, in capitals without accents, in millions',
    text: lines(
      'ΚΩΔΙΚΟΣ MIS;ΤΙΤΛΟΣ ΕΡΓΟΥ;ΦΟΡΕΑΣ ΥΛΟΠΟΙΗΣΗΣ;ΠΡΟΫΠΟΛΟΓΙΣΜΟΣ (εκ. €);ΠΛΗΡΩΜΕΣ (εκ. €);ΗΜΕΡΟΜΗΝΙΑ ΕΝΑΡΞΗΣ;ΗΜΕΡΟΜΗΝΙΑ ΛΗΞΗΣ;ΚΑΤΑΣΤΑΣΗ;ΑΝΑΔΟΧΟΣ',
      '5150123;Ψηφιακοί ΟΤΑ;ΚτΠ;309,8;44,2;01/03/2022;31/12/2025;Σε εξέλιξη;Uni Systems',
      '5150987;Φάκελος υγείας;ΗΔΙΚΑ;92,4;0,0;15 Σεπτεμβρίου 2025;20 Μαΐου 2028;Υπό έγκριση;',
      'ΣΥΝΟΛΟ;;;402,2;44,2;;;;',
    ),
    currency: 'EUR',
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget', 'spent', 'stage'],
    rows: [
      ['5150123', 'Ψηφιακοί ΟΤΑ', 'ΚτΠ', '2022-03-01', '2025-12-31', 309_800_000, 44_200_000, 'active'],
      ['5150987', 'Φάκελος υγείας', 'ΗΔΙΚΑ', '2025-09-15', '2028-05-20', 92_400_000, 0, 'candidate'],
    ],
    partners: ['Uni Systems'],
    skipped: ['total'],
    stated: [402_200_000, 44_200_000],
  },
  {
    list: 'of Israel: thousands of shekels in short, a month together with its "in"',
    text: lines(
      'מס\' פרויקט,שם הפרויקט,מנהל הפרויקט,"תקציב מאושר (אלפי ש""ח)","ביצוע בפועל (אלפי ש""ח)",תאריך התחלה,תאריך סיום,סטטוס,ספק',
      '1042,מערך הדיגיטל,דנה כהן,"45,200","12,750",01/02/2024,31/12/2026,בביצוע,מטריקס',
      '1057,ענן נימבוס,יוסי לוי,"120,000",0,15 בספטמבר 2025,30 ביוני 2028,מתוכנן,',
      '"סה""כ",,,"165,200","12,750",,,,',
    ),
    currency: 'ILS',
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget', 'spent', 'stage'],
    rows: [
      ['1042', 'מערך הדיגיטל', 'דנה כהן', '2024-02-01', '2026-12-31', 45_200_000, 12_750_000, 'active'],
      ['1057', 'ענן נימבוס', 'יוסי לוי', '2025-09-15', '2028-06-30', 120_000_000, 0, 'planned'],
    ],
    partners: ['מטריקס'],
    skipped: ['total'],
    stated: [165_200_000, 12_750_000],
  },
  {
    list: 'of Ukraine: thousands of hryvnias, months in words',
    text: lines(
      '№ з/п;Назва проєкту;Відповідальний виконавець;Початок;Завершення;Загальна вартість (тис. грн);Використано (тис. грн);Стан виконання',
      '1;Портал «Дія»;Мінцифра;01.02.2022;31.12.2026;450 300,5;120 100,0;Виконується',
      '2;Медична система;МОЗ;15 березня 2023 р.;червень 2025;85 000,0;61 200,7;Завершено',
      'Разом;;;;;535 300,5;181 300,7;',
    ),
    currency: 'UAH',
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget', 'spent', 'stage'],
    rows: [
      [null, 'Портал «Дія»', 'Мінцифра', '2022-02-01', '2026-12-31', 450_300_500, 120_100_000, 'active'],
      [null, 'Медична система', 'МОЗ', '2023-03-15', '2025-06-30', 85_000_000, 61_200_700, 'done'],
    ],
    skipped: ['total'],
    stated: [535_300_500, 181_300_700],
  },
  {
    list: 'of Slovakia: called by names rather than by codes',
    text: lines(
      'Kód projektu;Názov projektu;Prijímateľ;Celkové oprávnené výdavky (EUR);Čerpanie (EUR);Začiatok realizácie;Koniec realizácie;Stav projektu',
      '311071AAB1;Centrálny register;MIRRI SR;12 450 300,50;9 870 112,00;1.1.2022;31.12.2025;V realizácii',
      '311071AAC2;Zdravotníctvo;NCZI;8 000 000,00;7 999 999,99;1. marec 2020;30. jún 2023;Ukončený',
    ),
    currency: 'EUR',
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget', 'spent', 'stage'],
    rows: [
      [
        '311071AAB1',
        'Centrálny register',
        'MIRRI SR',
        '2022-01-01',
        '2025-12-31',
        12_450_300.5,
        9_870_112,
        'active',
      ],
      ['311071AAC2', 'Zdravotníctvo', 'NCZI', '2020-03-01', '2023-06-30', 8_000_000, 7_999_999.99, 'done'],
    ],
  },
  {
    list: 'of Finland: what a project really cost is not what it is estimated at',
    text: lines(
      'Hankkeen nimi;Vastuuministeriö;Aloitusajankohta;Päättymisajankohta;Kokonaiskustannusarvio (milj. €);Toteutuneet kustannukset 31.12.2024 (milj. €);Hankkeen vaihe',
      'Väestötietojärjestelmä;VM;tammikuu 2022;joulukuu 2026;34,5;18,2;Toteutus',
      'Tunnistus.fi;OKM;syyskuu 2025;kesäkuu 2028;12,0;0,0;Suunnittelu',
    ),
    currency: 'EUR',
    fields: ['name', 'owner', 'startDate', 'endDate', 'budget', 'spent', 'stage'],
    rows: [
      ['Väestötietojärjestelmä', 'VM', '2022-01-01', '2026-12-31', 34_500_000, 18_200_000, 'active'],
      ['Tunnistus.fi', 'OKM', '2025-09-01', '2028-06-30', 12_000_000, 0, 'planned'],
    ],
  },
  {
    list: 'of a Danish city: thousands as t.kr.',
    text: lines(
      'Projekt;Ansvarlig;Opstart;Forventet afslutning;Anlægsbevilling (t.kr.);Forbrug pr. 31/3-2025 (t.kr.);Status;Lyskurv',
      'Ny skoleplatform;Børn og Unge;1. august 2024;30. juni 2026;12.500;4.310;Igangværende;Gul',
      'Velfærdsteknologi;Social;1. marts 2023;1. marts 2025;8.750;8.920;Afsluttet;Rød',
      'I alt;;;;21.250;13.230;;',
    ),
    currency: 'DKK',
    fields: ['name', 'owner', 'startDate', 'endDate', 'budget', 'spent', 'stage', 'status'],
    rows: [
      [
        'Ny skoleplatform',
        'Børn og Unge',
        '2024-08-01',
        '2026-06-30',
        12_500_000,
        4_310_000,
        'active',
        'Gul',
      ],
      ['Velfærdsteknologi', 'Social', '2023-03-01', '2025-03-01', 8_750_000, 8_920_000, 'done', 'Rød'],
    ],
    skipped: ['total'],
    stated: [21_250_000, 13_230_000],
  },
  {
    list: 'of Austria: Jänner and Feber, and a part that was spent in the unit of the whole',
    text: lines(
      'Nr.;Vorhaben;Ressort;Laufzeit von;Laufzeit bis;Gesamtkosten (in Mio. Euro);davon bis 2024 ausgegeben;Umsetzungsstand',
      '1;ID Austria Ausbau;BKA;Jänner 2022;Dezember 2025;24,8;17,35;in Umsetzung',
      '2;Registerverbund;BMF;1. Feber 2024;31.12.2026;9,5;k.A.;in Vorbereitung',
      ';Summe;;;;34,3;17,35;',
    ),
    currency: 'EUR',
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget', 'spent', 'stage'],
    rows: [
      [null, 'ID Austria Ausbau', 'BKA', '2022-01-01', '2025-12-31', 24_800_000, 17_350_000, 'active'],
      [null, 'Registerverbund', 'BMF', '2024-02-01', '2026-12-31', 9_500_000, null, 'planned'],
    ],
    skipped: ['total'],
    stated: [34_300_000, 17_350_000],
  },
  {
    list: 'of a Swiss canton in French: a credit is its budget',
    text: lines(
      "Désignation du projet;Service porteur;Crédit d'investissement (CHF);Dépensé au 31.12.2024 (CHF);Début;Fin prévue;État d'avancement;Mandataire",
      "Refonte du SI fiscal;DGF;12'450'000.–;3'100'250.50;01.03.2022;31.12.2026;En cours de réalisation;Elca",
      "Dossier patient;DGS;8'000'000.–;0.–;01.07.2025;à définir;À lancer;",
    ),
    currency: 'CHF',
    fields: ['name', 'owner', 'startDate', 'endDate', 'budget', 'spent', 'stage'],
    rows: [
      ['Refonte du SI fiscal', 'DGF', '2022-03-01', '2026-12-31', 12_450_000, 3_100_250.5, 'active'],
      ['Dossier patient', 'DGS', '2025-07-01', null, 8_000_000, 0, 'planned'],
    ],
    partners: ['Elca'],
  },
  {
    list: 'of Malaysia, in millions of ringgits',
    text: lines(
      'Bil.,Nama Projek,Agensi Pelaksana,Kos Projek (RM juta),Perbelanjaan Terkumpul (RM juta),Tarikh Mula,Tarikh Siap,Status,Kontraktor',
      '1,Sistem Hospital,KKM,145.5,60.2,1 Mac 2023,31 Disember 2026,Dalam pelaksanaan,HeiTech Padu',
      '2,MyGovUC 3.0,MAMPU,88.0,88.0,15 Ogos 2020,14 Ogos 2024,Siap,TM',
      'Jumlah,,,233.5,148.2,,,,',
    ),
    currency: 'MYR',
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget', 'spent', 'stage'],
    rows: [
      [null, 'Sistem Hospital', 'KKM', '2023-03-01', '2026-12-31', 145_500_000, 60_200_000, 'active'],
      [null, 'MyGovUC 3.0', 'MAMPU', '2020-08-15', '2024-08-14', 88_000_000, 88_000_000, 'done'],
    ],
    partners: ['HeiTech Padu', 'TM'],
    skipped: ['total'],
    stated: [233_500_000, 148_200_000],
  },
  {
    list: 'of Hong Kong, in both languages: its dollar is not that of Taiwan',
    text: lines(
      '項目名稱 Project Title,決策局／部門 B/D,核准承擔額（百萬元） Approved Commitment ($ million),截至31.3.2025開支（百萬元） Expenditure up to 31.3.2025 ($ million),開展日期 Commencement,預計完成日期 Target Completion,現況 Status',
      '「智方便」升級 iAM Smart,數字政策辦公室 DPO,308.5,120.3,04/2023,12/2026,進行中 In progress',
      '綜合稅務系統 Tax Portals,稅務局 IRD,742.0,738.6,2018年6月,2025年7月,已完成 Completed',
    ),
    currency: 'HKD',
    fields: ['name', 'owner', 'startDate', 'endDate', 'budget', 'spent', 'stage'],
    rows: [
      [
        '「智方便」升級 iAM Smart',
        '數字政策辦公室 DPO',
        '2023-04-01',
        '2026-12-31',
        308_500_000,
        120_300_000,
        'active',
      ],
      [
        '綜合稅務系統 Tax Portals',
        '稅務局 IRD',
        '2018-06-01',
        '2025-07-31',
        742_000_000,
        738_600_000,
        'done',
      ],
    ],
  },
  {
    list: 'of a Spanish region: called by what is bought rather than by who buys it',
    text: lines(
      'Expediente;Objeto;Órgano de contratación;Importe de licitación (sin IVA);Adjudicatario;Estado',
      '2024/SER/0012;Mantenimiento de la plataforma;Consejería de Hacienda;1.250.000,00 €;Indra Soluciones TI, S.L.U.;Adjudicado',
      '2024/SUM/0040;Puestos de trabajo;Agencia Digital;640.000,00 €;Inetum España, S.A.;En ejecución',
      '2025/SER/0003;Oficina de ciberseguridad;Agencia Digital;2.400.000,00 €;;En licitación',
    ),
    currency: 'EUR',
    fields: ['externalId', 'name', 'owner', 'budget', 'stage'],
    rows: [
      ['2024/SER/0012', 'Mantenimiento de la plataforma', 'Consejería de Hacienda', 1_250_000, 'active'],
      ['2024/SUM/0040', 'Puestos de trabajo', 'Agencia Digital', 640_000, 'active'],
      ['2025/SER/0003', 'Oficina de ciberseguridad', 'Agencia Digital', 2_400_000, 'active'],
    ],
    partners: ['Indra Soluciones TI, S.L.U.', 'Inetum España, S.A.'],
  },
  {
    list: 'of Czech offices: what is expected, what it really cost, and days of people',
    text: lines(
      'Poř. č.;Název projektu;Gestor;Předpokládané náklady (mil. Kč);Skutečné náklady k 31. 12. 2024 (mil. Kč);Zahájení;Ukončení;Stav;Pracnost (MD)',
      '1;Portál občana;DIA;185,5;92,3;leden 2023;prosinec 2025;v realizaci;4 500',
      '2;eTurista;MMR;62,0;0,0;1. října 2025;30. června 2027;připravuje se;1 200',
    ),
    currency: 'CZK',
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget', 'spent', 'stage'],
    rows: [
      [null, 'Portál občana', 'DIA', '2023-01-01', '2025-12-31', 185_500_000, 92_300_000, 'active'],
      [null, 'eTurista', 'MMR', '2025-10-01', '2027-06-30', 62_000_000, 0, 'planned'],
    ],
  },
  {
    list: 'of Peru, in soles',
    text: lines(
      'Código único;Nombre del proyecto;Costo actualizado (S/);Devengado acumulado (S/);Fecha de inicio;Fecha de fin;Situación',
      '2456789;Servicios digitales;12,450,300.50;4,120,000.00;01/03/2023;31/12/2026;En ejecución',
      '2478901;Interoperabilidad;3,200,000.00;0.00;15/09/2025;30/06/2027;No iniciado',
    ),
    currency: 'PEN',
    fields: ['externalId', 'name', 'startDate', 'endDate', 'budget', 'spent', 'stage'],
    rows: [
      ['2456789', 'Servicios digitales', '2023-03-01', '2026-12-31', 12_450_300.5, 4_120_000, 'active'],
      ['2478901', 'Interoperabilidad', '2025-09-15', '2027-06-30', 3_200_000, 0, 'planned'],
    ],
  },
  {
    list: 'of Brazil: hours are no money, and what was realised is not planned',
    text: lines(
      'Código;Projeto;Gerente;Início;Término;Orçamento aprovado (R$ mil);Realizado (R$ mil);Horas previstas;Horas realizadas;Situação',
      'P-01;Portal do Cidadão;Ana;01/02/2025;30/11/2025;1.250,5;402,3;3.200;1.100;Em andamento',
      'P-02;Data Lake;Rui;01/08/2025;31/07/2026;3.400,0;0,0;8.000;0;Não iniciado',
    ),
    currency: 'BRL',
    fields: ['externalId', 'name', 'owner', 'startDate', 'endDate', 'budget', 'spent', 'stage'],
    rows: [
      ['P-01', 'Portal do Cidadão', 'Ana', '2025-02-01', '2025-11-30', 1_250_500, 402_300, 'active'],
      ['P-02', 'Data Lake', 'Rui', '2025-08-01', '2026-07-31', 3_400_000, 0, 'planned'],
    ],
  },
  {
    list: 'of a French directorate: working days are no money',
    text: lines(
      'Projet;Chef de projet;Charge prévue (j/h);Consommé (j/h);RAF (j/h);Budget (k€);janv-25;févr-25;Avancement',
      'Refonte intranet;Dupont;120;45;75;84;15;20;En cours',
      'Migration Exchange;Martin;60;60;0;42;30;30;Terminé',
      'Total;;180;105;75;126;45;50;',
    ),
    currency: 'EUR',
    fields: ['name', 'owner', 'budget', 'spent', 'stage'],
    rows: [
      ['Refonte intranet', 'Dupont', 84_000, null, 'active'],
      ['Migration Exchange', 'Martin', 42_000, null, 'done'],
    ],
    skipped: ['total'],
    stated: [126_000],
  },
];

describe('a list as it is made elsewhere', () => {
  test.each(lists)('$list', expectList);
});

test('a list in a language whose words are not known is called by its names, and nothing else of it is guessed', async () => {
  const { initiatives, report } = await importText(
    lines(
      'Nr.;Kodi i projektit;Emri i projektit;Fillimi;Vlera (EUR)',
      '1;VDV2022AB;Reja shtetërore;2022-03-01;18 450,0',
      '2;VDV2023CD;Portali i të dhënave;2023-01-15;12 300,0',
    ),
  );
  expect(
    initiatives.map(({ externalId, name, startDate, budget }) => [externalId, name, startDate, budget]),
  ).toEqual([
    [null, 'Reja shtetërore', null, null],
    [null, 'Portali i të dhënave', null, null],
  ]);
  expect(initiatives[0]?.extra['Vlera (EUR)']).toBe('18 450,0');
  expect((report.notes ?? []).map(({ what }) => what)).toEqual(['moneyLeft', 'namedBy', 'rowNumbersLeft']);
});

describe('months in words', () => {
  const day = (year: number, month: number, dayOfMonth: number) => ({
    kind: 'day',
    year,
    month,
    day: dayOfMonth,
  });
  test.each([
    ['2025. szeptember 1.', day(2025, 9, 1)],
    ['2022 m. gruodžio 31 d.', day(2022, 12, 31)],
    ['1. Feber 2024', day(2024, 2, 1)],
    ['3. října 2025', day(2025, 10, 3)],
    ['15 березня 2023 року', day(2023, 3, 15)],
    ['20 Μαΐου 2023', day(2023, 5, 20)],
    ['15 בספטמבר 2025', day(2025, 9, 15)],
    ['1 Mac 2023', day(2023, 3, 1)],
    ['2025 March', { kind: 'month', year: 2025, month: 3 }],
    ['Jänner 2022', { kind: 'month', year: 2022, month: 1 }],
    ['listopad 2025', { kind: 'month', year: 2025, month: 11 }],
    ['marraskuu 2025', { kind: 'month', year: 2025, month: 11 }],
  ])('%s', (text, found) => {
    expect(readDateText(text)).toMatchObject(found);
  });

  test.each(['LIS-12', 'PRO-25', 'LED-07', 'BER-24'])('%s is a code, though a month begins so', (text) => {
    expect(readDateText(text)).toBeNull();
  });
});

test.each([
  ['18,5 millió', 1e6],
  ['18,5 milliárd', 1e9],
  ['18,5 ezer', 1e3],
  ['18,5 mii', 1e3],
  ['18,5 milioane', 1e6],
  ['18,5 tusinde', 1e3],
  ['18,5 tuhatta', 1e3],
  ['18,5 miljoonaa', 1e6],
  ['18,5 tūkst.', 1e3],
  ['18,5 тис.', 1e3],
  ['18,5 εκ.', 1e6],
  ['18,5 מיליון', 1e6],
  ['18,5 करोड़', 1e7],
  ['18,5 میلیون', 1e6],
])('%s', (text, scale) => {
  expect(readAmount(text, true)).toMatchObject({ value: 18.5, scale });
});

test.each(['5 bin', '5 mie', '5 bilion', '5 members'])('%s is no amount with a scale', (text) => {
  expect(readAmount(text)).toBe('not_an_amount');
});

describe('the unit and currency in the name of a column', () => {
  test.each([
    ['Budget (1000 €)', 'thousands', 'EUR'],
    ['Budget (1.000 EUR)', 'thousands', 'EUR'],
    ['Kosten (x € 1.000)', 'thousands', 'EUR'],
    ['Budsjett (1000 kr)', 'thousands', 'kr'],
    ['Budsjett (1 000 kr)', 'thousands', 'kr'],
    ['Budget (t.kr.)', 'thousands', 'kr'],
    ['Budget (kkr)', 'thousands', 'kr'],
    ['Budget (tusinde kr.)', 'thousands', 'kr'],
    ['Budget (mia. kr.)', 'billions', 'kr'],
    ['Kustannukset (1000 euroa)', 'thousands', 'EUR'],
    ['Budget (USDm)', 'millions', 'USD'],
    ['Budget EURk', 'thousands', 'EUR'],
    ['Költségvetés (eFt)', 'thousands', 'HUF'],
    ['Költségvetés (Mrd Ft)', 'billions', 'HUF'],
    ['Buget (mii lei)', 'thousands', 'RON'],
    ['Valor (US$ mi)', 'millions', 'USD'],
    ['Cost (RM)', null, 'MYR'],
    ['Relationship manager (RM)', null, null],
    ['經費 (NT$千元)', 'thousands', 'TWD'],
    ['Budget (KZT)', null, 'KZT'],
    ["Budget (PEN '000)", 'thousands', 'PEN'],
    ['Cost (PHP)', null, 'PHP'],
    ['Costo (S/)', null, 'PEN'],
    ['Costo (S/ millones)', 'millions', 'PEN'],
    ['Status (ALL)', null, null],
    ['Budget (MD EUR)', 'billions', 'EUR'],
    // Days of people.
    ['Plan (MD)', null, null],
  ])('%s', (name, unit, currency) => {
    expect(readHeader(name)).toMatchObject({ unit, currency });
  });
});
