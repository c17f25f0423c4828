import { describe, expect, it } from 'vitest';
import { bracketed, joinClauses, joinParts, joinSentences, joinWords } from '../../../shared/text/join.ts';

describe('joining texts', () => {
  it('puts a space after a sentence, but for one that ends with a full-width stop', () => {
    expect(joinSentences(['One.', '', 'Two.'])).toBe('One. Two.');
    expect(joinSentences(['一项。', '二项。'])).toBe('一项。二项。');
    expect(joinSentences(['规则', '第 1 条'])).toBe('规则 第 1 条');
    expect(joinSentences([])).toBe('');
  });

  it('divides lists and brackets as each language does', () => {
    expect([joinWords(['a', 'b'], 'en'), joinWords(['甲', '乙'], 'zh-CN')]).toEqual(['a, b', '甲、乙']);
    expect([joinParts(['a', 'b'], 'en'), joinParts(['甲', '乙'], 'zh-CN')]).toEqual(['a; b', '甲；乙']);
    expect([joinClauses(['a', 'b'], 'en'), joinClauses(['甲', '乙'], 'zh-CN')]).toEqual(['a, b', '甲，乙']);
    expect([bracketed('a', 'b', 'en'), bracketed('甲', '乙', 'zh-CN')]).toEqual(['a (b)', '甲（乙）']);
  });
});
