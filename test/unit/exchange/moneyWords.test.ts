/** Every word for a scale or a currency beside an amount, against what it means in its language. */
import { describe, expect, test } from 'vitest';
import { readHeader } from '../../../shared/exchange/columns/fieldNames.ts';
import { readStatedMoney } from '../../../shared/exchange/columns/unitProse.ts';
import { readAmount } from '../../../shared/exchange/values/moneyText.ts';

const scales: readonly (readonly [number, string])[] = [
  [1e3, 'k thousand thousands th tsd milliers miles duizend migliaia 千 тыс ألف آلاف'],
  [1e4, '万'],
  [1e5, 'lakh lakhs lac lacs'],
  [1e6, 'm mn mm mio mil mill million millions mln milj 百万 млн مليون ملايين'],
  [1e6, 'millionen millones milhões miljoen milioni miljoenen miljoonia milionach миллионах'],
  [1e3, 'duizenden tausenden tusental milhares tysiącach тысячах'],
  [1e9, 'miljarden'],
  [1e7, 'crore crores cr 千万'],
  [1e8, '亿 億'],
  [1e9, 'b bn bio billion billions mrd mld mdr md mds 十亿 млрд مليار بليون'],
];
const codes =
  'AED ARS AUD BDT BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JOD JPY KES KRW KWD ' +
  'MAD MXN MYR NGN NOK NZD OMR PKR PLN QAR RUB SAR SEK SGD THB TRY TWD UAH USD UYU VND ZAR';
const words: Readonly<Record<string, string>> = {
  AUD: 'A$ AU$ 澳元',
  BDT: 'taka',
  BRL: 'R$ reais',
  CAD: 'C$ CA$ CDN$ 加元',
  CHF: 'SFr',
  CNY: 'CN¥ RMB yuan 元 圆 人民币',
  EUR: '€ euro euros 欧元',
  GBP: '£ 英镑',
  HKD: 'HK$ 港元 港币',
  ILS: '₪',
  INR: '₹',
  JPY: 'JP¥ 円 日元 yen',
  KRW: '₩ 원',
  KZT: 'тенге tenge',
  NGN: 'naira ₦',
  NZD: 'NZ$',
  PLN: 'zł',
  RUB: '₽ руб рублей',
  SGD: 'S$',
  THB: '฿',
  TRY: '₺',
  TWD: 'NT$',
  UAH: '₴ грн',
  USD: 'US$ 美元',
  VND: '₫',
};

describe('scales', () => {
  const cases = scales.flatMap(([scale, list]) => list.split(' ').map((word) => [word, scale] as const));
  test.each(cases)('%s is %d', (word, scale) => {
    expect(readAmount(`2.5 ${word}`)).toMatchObject({ value: 2.5, scale });
  });
});

describe('currencies', () => {
  test.each(codes.split(' '))('%s, in small letters too, before and after', (currency) => {
    for (const text of [`${currency} 25`, `25 ${currency}`, `25 ${currency.toLowerCase()}`])
      expect(readAmount(text), text).toMatchObject({ value: 25, currency });
  });

  const cases = Object.entries(words).flatMap(([currency, list]) =>
    list.split(' ').map((word) => [word, currency] as const),
  );
  test.each(cases)('%s is %s', (word, currency) => {
    expect(readAmount(`25 ${word}`)).toMatchObject({ value: 25, currency });
  });

  test.each([
    ['$25', '$'],
    ['25 kr', 'kr'],
    ['¥25', '¥'],
    ['￥25', '¥'],
    ['Rs. 25', 'rs'],
    ['25 pesos', 'peso'],
    ['25 FCFA', 'fcfa'],
  ])('%s does not say which', (text, currency) => {
    expect(readAmount(text)).toMatchObject({ value: 25, currency });
  });

  test.each(['Mark 2', 'Córdoba 2030', 'custo real 3'])('%s is no amount of money', (text) => {
    expect(readAmount(text)).toBe('not_an_amount');
  });
});

describe('the name of a column of money', () => {
  test.each([
    ['Total Cost (NPR in Crore)', 'crores', 'NPR'],
    ['Budget LKR Mn', 'millions', 'LKR'],
    ['Contract Sum (Kshs.)', null, 'KES'],
    ['Cost (KSh millions)', 'millions', 'KES'],
    ['Cost (Tk. in lakh)', 'lakhs', 'BDT'],
    ['Стоимость, млн тенге', 'millions', 'KZT'],
    ['Обща стойност (лв.)', null, 'BGN'],
    ['Вредност (хиљ. дин.)', 'thousands', 'RSD'],
    ['Cost (million yen)', 'millions', 'JPY'],
    ['Budget (10,000 yuan)', 'tenThousands', 'CNY'],
    ['Budget (RMB 10k)', 'tenThousands', 'CNY'],
    ['Monto (millones de pesos)', 'millions', 'peso'],
    ['Montant (milliers de FCFA)', 'thousands', 'fcfa'],
    ['Project mark', null, null],
    ['SCR Number', null, null],
  ])('%s', (name, unit, currency) => {
    expect(readHeader(name)).toMatchObject({ unit, currency });
  });
});

describe('a line beside the table', () => {
  test.each([
    ['(Taka in Lakh)', 'lakhs', 'BDT'],
    ['Rs. in Crores', 'crores', 'rs'],
    ['KES Millions', 'millions', 'KES'],
    ['IT projects (in KZT million)', 'millions', 'KZT'],
    ['Expressed in thousands of Naira', 'thousands', 'NGN'],
    ['Cifras en millones de pesos', 'millions', 'peso'],
    ['Project m', null, null],
    ['Million users programme', null, null],
  ])('%s', (line, unit, currency) => {
    expect(readStatedMoney(line)).toEqual({ unit, currency });
  });
});
