import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../shared/text/catalogue.ts';

const texts: readonly (readonly [string, string])[] = Object.entries(catalogue).flatMap(
  ([area, { 'zh-CN': texts }]) =>
    Object.entries(texts).map(([key, text]) => [`${area}.${key}`, text] as const),
);
/** The texts in which an expression is found, with their keys. */
const where = (expression: RegExp): readonly string[] =>
  texts.filter(([, text]) => expression.test(text)).map(([key, text]) => `${key}: ${text}`);

describe('the Chinese texts', () => {
  it.each([
    ['a customer segment', /客户群(?!体)/],
    ['the person who reads', /你/],
    ['an initiative is counted by 项', /个举措/],
    ['a future is counted by 种', /个(?:等可能的?)?未来/],
    ['a median', /中值/],
    ['an MLP', /MVP|最小可行/],
  ])('have one word for %s', (_what, other) => {
    expect(where(other)).toEqual([]);
  });

  it('call retiring by one word, which no option of a decision has otherwise', () => {
    const { decisions, exporting, initiatives } = catalogue;
    const words = [
      decisions['zh-CN']['kind.retire'],
      exporting['zh-CN']['value.option.retire'],
      initiatives['zh-CN']['ticked.retire'],
    ];
    expect(new Set(words)).toEqual(new Set(['退役']));
  });

  it('set Chinese marks between Chinese letters', () => {
    expect(
      where(/\p{Script=Han}[,:;!?]|[,:;!?]\p{Script=Han}|\p{Script=Han}\.{3}|\p{Script=Han}\(/u),
    ).toEqual([]);
  });
});
