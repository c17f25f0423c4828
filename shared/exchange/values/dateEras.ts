import type { Table } from '../table/table.ts';

/** The year before the first of a Japanese era. */
const ERA_START: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };
const ERA = /^(令和|平成|昭和)\s*(\d{1,2}|元)\s*年/;
/** An era by its letter: R5.4.1 for 令和5年4月1日, R5年度; H1/25 is the first half of 2025. */
const ERA_LETTER = /^([RH])\s?(\d{1,2})(?:(?=年)|[./-](\d{1,2})(?:[./-](\d{1,2}))?$)/;
const HALF_OF_YEAR = /^H\s?[12]\s?[./-]\s?\d{2}$/;
/** A Korean day is written as a Chinese one is: 2025년 3월 3일. */
const KOREAN = /(?<=\d\s?)[년월일](?:도)?|(?<=년\s?)[상하]반기|(?<=\d)분기/g;
const KOREAN_SIGNS: Readonly<Record<string, string>> = {
  년: '年',
  년도: '年度',
  월: '月',
  일: '日',
  상반기: '上半年',
  하반기: '下半年',
  분기: '季度',
};
const NUMERALS = '〇一二三四五六七八九';

/** A year of Taiwan, counted from 1911: 民國112年3月, 112/03/01, 112/03. */
const ROC = /^(?:民[國国]\s?)?(1[0-4]\d)(?=\s?年|[./-]\d{1,2}[./-]\d{1,2}$|\/(?:0[1-9]|1[0-2])$)/;

/** 2025년 3월 3일 and 民國114年3月3日 as 2025年3月3日. */
export const inCommonYears = (text: string): string =>
  text
    .replace(KOREAN, (sign) => KOREAN_SIGNS[sign] ?? sign)
    .replace(ROC, (_, year: string) => String(Number(year) + 1911));

const eraInWords = (text: string): string => {
  if (HALF_OF_YEAR.test(text)) return text;
  const [all = '', letter, year, month, dayOfMonth] = ERA_LETTER.exec(text) ?? [];
  if (letter === undefined) return text;
  const era = `${letter === 'R' ? '令和' : '平成'}${year}`;
  return month === undefined
    ? `${era}${text.slice(all.length)}`
    : `${era}年${month}月${dayOfMonth === undefined ? '' : `${dayOfMonth}日`}`;
};

/** 二〇二四年十二月 as 2024年12月, 令和3年4月1日 and R3.4.1 as 2021年4月1日; `isEra` says that the year was one of an era. */
export function withDigits(raw: string): { readonly text: string; readonly isEra: boolean } {
  const text = eraInWords(raw);
  const era = ERA.exec(text);
  if (era) {
    const year = (ERA_START[era[1] ?? ''] ?? 0) + (era[2] === '元' ? 1 : Number(era[2]));
    return { text: `${year}年${text.slice(era[0].length)}`, isEra: true };
  }
  if (!/[〇零一二三四五六七八九]年/.test(text)) return { text, isEra: false };
  const digit = (sign: string): string => String(Math.max(0, NUMERALS.indexOf(sign)));
  return {
    text: text
      .replace(/^[〇零一二三四五六七八九]{4}(?=年)/, (year) => [...year].map(digit).join(''))
      .replace(
        /([一二三]?)十([一二三四五六七八九]?)/g,
        (_, tens: string, ones: string) => `${tens === '' ? 1 : digit(tens)}${ones === '' ? 0 : digit(ones)}`,
      )
      .replace(/[一二三四五六七八九]/g, digit),
    isEra: false,
  };
}

const JAPANESE = /[\u3041-\u30fa]|令和|平成|終了|予算|担当|案件|事業名/;
const ROWS_LOOKED = 30;

/** Whether a list is Japanese: by kana, years of an era, or words that only Japanese has, in its header or first rows. */
export function isJapaneseList({ rows }: Table, firstRow: number): boolean {
  return rows
    .slice(Math.max(0, firstRow - 1), firstRow + ROWS_LOOKED)
    .some((row) => row.some((cell) => JAPANESE.test(cell.length > 200 ? cell.slice(0, 200) : cell)));
}
