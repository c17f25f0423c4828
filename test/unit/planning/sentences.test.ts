import { expect, test } from 'vitest';
import { sentences } from '../../../shared/text/sentences.ts';

test('follow one another as each language writes them, without those that say nothing', () => {
  expect(sentences(['One runs.', '', 'Two wait.'])).toBe('One runs. Two wait.');
  expect(sentences(['3 项在进行。', '2 项在等待。', ''])).toBe('3 项在进行。2 项在等待。');
  expect(sentences(['规则', '第 1 条'])).toBe('规则 第 1 条');
  expect(sentences([])).toBe('');
});
