import { describe, expect, it } from 'vitest';
import { foldCase, foldForComparison } from '../../../shared/coverage/caseFold.ts';
import { gramsOf } from '../../../shared/coverage/textGrams.ts';
import { compareCodePoints } from '../../../shared/text/compareCodePoints.ts';

describe('foldCase', () => {
  it.each([
    ['ASCII', 'ABC', 'abc'],
    ['sharp s', 'Straße', 'strasse'],
    ['capital sharp s', 'STRAẞE', 'strasse'],
    ['final sigma', 'ΣΊΣΥΦΟΣ ς', 'σίσυφοσ σ'],
    ['dotted capital I', 'İ', 'i\u0307'],
    ['dotless i stays', 'ı', 'ı'],
    ['ligature', 'ﬁ', 'fi'],
    ['iota below', 'ᾳ', 'αι'],
    ['combining iota', '\u0345', 'ι'],
    ['apostrophe n', 'ŉ', 'ʼn'],
    ['small Cherokee to capital', 'ꭰ', 'Ꭰ'],
    ['capital Cherokee stays', 'Ꭰ', 'Ꭰ'],
    ['Chinese stays', '客户', '客户'],
  ])('%s', (_, text, folded) => {
    expect(foldCase(text)).toBe(folded);
  });

  it('normalises before and after', () => {
    expect(foldForComparison('Ｋａｆｋａ ①')).toBe('kafka 1');
    expect(foldForComparison('ǰ')).toBe('ǰ');
  });
});

describe('gramsOf', () => {
  it.each([
    ['', []],
    [' ., !', []],
    ['a', ['_a_']],
    ['ab', ['_ab', 'ab_']],
    ['Abc', ['_ab', 'abc', 'bc_']],
    ['客', ['客']],
    ['客户群', ['客', '客户', '户', '户群', '群']],
    ['a客b', ['_a_', '客', '_b_']],
    ['ERP系统 v2', ['_er', 'erp', 'rp_', '系', '系统', '统', '_v2', 'v2_']],
    ['カナ', ['カ', 'カナ', 'ナ']],
    ['한국', ['한', '한국', '국']],
    ['ｶﾅ', ['カ', 'カナ', 'ナ']],
    ['𠀀𠀁', ['𠀀', '𠀀𠀁', '𠀁']],
    ['𐐀b', ['_𐐨b', '𐐨b_']],
    ['a_b', ['_a_', '_b_']],
    ['e\u0301t', ['_ét', 'ét_']],
    ['\ud800x', ['_x_']],
  ])('%j', (text, grams) => {
    expect(gramsOf(text)).toEqual(grams);
  });

  it('keeps repeats', () => {
    expect(gramsOf('客客')).toEqual(['客', '客客', '客']);
  });
});

describe('compareCodePoints', () => {
  it('orders like Python, characters past U+FFFF last', () => {
    expect(['\u{20000}', '\uff5e', 'a', '', 'ab'].sort(compareCodePoints)).toEqual([
      '',
      'a',
      'ab',
      '\uff5e',
      '\u{20000}',
    ]);
  });
});
