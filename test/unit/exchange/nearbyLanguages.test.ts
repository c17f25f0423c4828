/** Lists in Lithuanian, Latvian, Estonian, Croatian and Persian, and what only they write. */
import { describe, expect, test } from 'vitest';
import { hijriDay } from '../../../shared/exchange/values/hijriDays.ts';
import { readAmount } from '../../../shared/exchange/values/moneyText.ts';
import { importText } from './helpers.ts';
import { expectList, type ListCase, lines } from './listCases.ts';

const fields = ['externalId', 'name', 'stage', 'owner', 'startDate', 'endDate', 'budget', 'spent'] as const;

const lists: readonly ListCase[] = [
  {
    list: 'of Lithuania: thousands of euros, days with their words',
    text: lines(
      'Projekto kodas;Projekto pavadinimas;Projekto vadovas;Biudžetas, tūkst. Eur;Panaudota, tūkst. Eur;Pradžios data;Pabaigos data;Būsena;Tiekėjas',
      'LT-001;E. sveikatos platforma;Jonas Kazlauskas;1 250,5;300,25;2024 m. kovo 1 d.;2026-12-31;Vykdomas;UAB Sistemos',
      'LT-002;Registrų modernizavimas;;980,0;0,0;2025-01-15;2027-06-30;Planuojamas;nėra',
      'Iš viso;;;2 230,5;300,25;;;;',
    ),
    currency: 'EUR',
    fields,
    rows: [
      [
        'LT-001',
        'E. sveikatos platforma',
        'active',
        'Jonas Kazlauskas',
        '2024-03-01',
        '2026-12-31',
        1_250_500,
        300_250,
      ],
      ['LT-002', 'Registrų modernizavimas', 'planned', null, '2025-01-15', '2027-06-30', 980_000, 0],
    ],
    partners: ['UAB Sistemos'],
    skipped: ['total'],
    stated: [2_230_500, 300_250],
  },
  {
    list: 'of Latvia: a full stop behind the year, and the year before the day',
    text: lines(
      'Projekta numurs;Projekta nosaukums;Projekta vadītājs;Kopējās izmaksas (EUR);Sākuma datums;Beigu datums;Projekta statuss;Izpildītājs',
      '2.2.1.1/17;E-veselība 2.0;Anna Bērziņa;4 500 000,00;01.03.2024.;31.12.2026.;Notiek;SIA Tieto',
      '2.2.1.1/18;Valsts portāls;Jānis Ozols;1 200 000,50;2025. gada 15. marts;2027. gada jūnijs;Plānots;',
      'Kopā;;;5 700 000,50;;;;',
    ),
    currency: 'EUR',
    fields,
    rows: [
      ['2.2.1.1/17', 'E-veselība 2.0', 'active', 'Anna Bērziņa', '2024-03-01', '2026-12-31', 4_500_000, null],
      [
        '2.2.1.1/18',
        'Valsts portāls',
        'planned',
        'Jānis Ozols',
        '2025-03-15',
        '2027-06-30',
        1_200_000.5,
        null,
      ],
    ],
    partners: ['SIA Tieto'],
    skipped: ['total'],
    stated: [5_700_000.5],
  },
  {
    list: 'of Estonia, in euros by their word',
    text: lines(
      'Projekti number;Projekti nimi;Vastutaja;Eelarve (eurot);Kulutatud;Alguskuupäev;Lõppkuupäev;Staatus',
      'TT-11;Bürokratt;RIA;3 400 000;1 200 000;01.01.2022;31.12.2025;Töös',
      'TT-12;X-tee 8;RIA;900 000;0;15. märts 2025;30. juuni 2027;Kavandatud',
      'Kokku;;;4 300 000;1 200 000;;;',
    ),
    currency: 'EUR',
    fields,
    rows: [
      ['TT-11', 'Bürokratt', 'active', 'RIA', '2022-01-01', '2025-12-31', 3_400_000, 1_200_000],
      ['TT-12', 'X-tee 8', 'planned', 'RIA', '2025-03-15', '2027-06-30', 900_000, 0],
    ],
    skipped: ['total'],
    stated: [4_300_000, 1_200_000],
  },
  {
    list: 'of Croatia, whose listopad is October',
    text: lines(
      'Šifra;Naziv projekta;Nositelj;Proračun (EUR);Utrošeno (EUR);Početak;Završetak;Status',
      'HR-1;e-Građani 2.0;Ministarstvo pravosuđa;1.250.000,00;300.000,50;1. listopada 2024.;31. ožujka 2026.;U provedbi',
      'HR-2;e-Račun;FINA;90.000,00;90.000,00;listopad 2021.;prosinac 2022.;Završeno',
      'Ukupno;;;1.340.000,00;390.000,50;;;',
    ),
    currency: 'EUR',
    fields,
    rows: [
      [
        'HR-1',
        'e-Građani 2.0',
        'active',
        'Ministarstvo pravosuđa',
        '2024-10-01',
        '2026-03-31',
        1_250_000,
        300_000.5,
      ],
      ['HR-2', 'e-Račun', 'done', 'FINA', '2021-10-01', '2022-12-31', 90_000, 90_000],
    ],
    skipped: ['total'],
    stated: [1_340_000, 390_000.5],
  },
  {
    list: 'of Iran: its own letters, currency and years',
    text: lines(
      'ردیف,کد پروژه,نام پروژه,مدیر پروژه,بودجه (میلیون ریال),هزینه شده (میلیون ریال),تاریخ شروع,تاریخ پایان,وضعیت,پیمانکار',
      '۱,IR-101,سامانه ملی سلامت,علی رضایی,۱۲۵۰۰,۳۰۰۰,۱۴۰۳/۰۱/۱۵,1405/12/29,در حال اجرا,شرکت الف',
      '۲,IR-102,درگاه خدمات,سارا محمدی,۸۰۰۰,۰,2025-02-15,2026-11-30,برنامه‌ریزی شده,نامشخص',
      ',,جمع کل,,۲۰۵۰۰,۳۰۰۰,,,,',
    ),
    currency: 'IRR',
    fields,
    rows: [
      [
        'IR-101',
        'سامانه ملی سلامت',
        'active',
        'علی رضایی',
        '2024-04-03',
        '2027-03-20',
        12_500_000_000,
        3_000_000_000,
      ],
      ['IR-102', 'درگاه خدمات', 'planned', 'سارا محمدی', '2025-02-15', '2026-11-30', 8_000_000_000, 0],
    ],
    partners: ['شرکت الف'],
    skipped: ['total'],
    stated: [20_500_000_000, 3_000_000_000],
  },
];

describe('a list in a smaller language', () => {
  test.each(lists)('$list', expectList);
});

describe('listopad', () => {
  const startsOf = async (...rows: readonly string[]) =>
    (await importText(lines('Projekt,Start', ...rows))).initiatives.map(({ startDate }) => startDate);

  test('is October where another month of the column is Croatian', async () => {
    expect(await startsOf('A,listopad 2024', 'B,rujan 2025')).toEqual(['2024-10-01', '2025-09-01']);
  });

  test('is November beside Polish or Czech months, and where nothing speaks of Croatia', async () => {
    expect(await startsOf('A,1 listopada 2024', 'B,1 września 2025')).toEqual(['2024-11-01', '2025-09-01']);
    expect(await startsOf('A,listopad 2024', 'B,září 2025')).toEqual(['2024-11-01', '2025-09-01']);
    expect(await startsOf('A,listopad 2024')).toEqual(['2024-11-01']);
  });
});

describe('years that count from the Hijra', () => {
  test.each(['persian', 'islamic-umalqura'])('are read back as %s writes them, day by day', (calendar) => {
    const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
    for (let day = Date.UTC(2010, 0, 1); day < Date.UTC(2040, 0, 1); day += 11 * 86_400_000) {
      const said = Object.fromEntries(format.formatToParts(day).map(({ type, value }) => [type, value]));
      const text = `${Number.parseInt(said.year ?? '', 10)}/${said.month}/${said.day}`;
      expect(hijriDay(text), text).toBe(new Date(day).toISOString().slice(0, 10));
    }
  });

  test.each([
    ['1445/09/01', '2024-03-11'],
    ['15-06-1446', '2024-12-16'],
    ['1399/12/30', '2021-03-20'],
    // No leap year.
    ['1403/12/31', null],
    ['1447/13/01', null],
    ['1999/12/31', null],
    ['1403/1', null],
  ])('%s', (text, day) => expect(hijriDay(text)).toBe(day));
});

describe('currencies as they are written at home', () => {
  test.each([
    ['S/ 1,200', 1_200, 'PEN'],
    ['S/. 4,500,000.00', 4_500_000, 'PEN'],
    ['S/2,000', 2_000, 'PEN'],
    ['KSh 1,200', 1_200, 'KES'],
    ['Ksh. 1,200', 1_200, 'KES'],
    ['B/. 1,500', 1_500, 'PAB'],
    ['RD$ 1,000', 1_000, 'DOP'],
    ['₦2,500', 2_500, 'NGN'],
    ['₡5,000', 5_000, 'CRC'],
    ['PEN 1,200', 1_200, 'PEN'],
    ['1 200 000 XOF', 1_200_000, 'XOF'],
  ])('%s', (text, value, currency) => {
    expect(readAmount(text)).toMatchObject({ value, scale: null, currency });
  });

  test.each(['TOP 10', 'ABC 12', 'M1', 'K 500', 'pen 5', 'KSh 5 EUR'])('%s is no amount', (text) => {
    expect(readAmount(text)).toBe('not_an_amount');
  });

  test('a column of codes says in which currency each amount is', async () => {
    const { initiatives, preview, report } = await importText(
      lines('Project,Budget,Currency', 'A,1000,XOF', 'B,2000,XOF', 'C,300,GEL'),
    );
    expect(preview.plan.currency).toBe('XOF');
    expect(initiatives.map(({ budget }) => budget)).toEqual([1_000, 2_000, null]);
    expect(report.unreadable).toMatchObject([{ row: 4, reason: 'other_currency' }]);
  });
});

test('a budget that nobody can read is kept as text, which the report says', async () => {
  const found = await importText(lines('Project,Owner,Budget', 'A,Ann,Zz 1200', 'B,Bob,Zz 2300'));
  expect(found.preview.plan.columns.budget).toBeUndefined();
  expect(found.report.notes).toEqual([{ what: 'moneyLeft', count: 1, examples: ['Budget'] }]);
  const colours = await importText(lines('Project,Owner,Budget', 'A,Ann,Green', 'B,Bob,Red'));
  expect(colours.report.notes ?? []).toEqual([]);
});
