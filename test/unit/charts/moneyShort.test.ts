import { describe, expect, it } from 'vitest';
import { formatMoneyShort } from '../../../shared/text/format.ts';

describe('an amount, short', () => {
  it.each([
    [950_00, '$950', '$950'],
    [9_761_00, '$9.8K', '$9761'],
    [97_612_40, '$97.6K', '$9.8万'],
    [976_123_00, '$976.1K', '$97.6万'],
    [9_761_234_00, '$9.8M', '$976.1万'],
    [97_612_345_00, '$97.6M', '$9761万'],
    [99_996_000_00, '$100M', '$1亿'],
    [976_123_450_00, '$976.1M', '$9.8亿'],
    [9_761_234_500_00, '$9.8B', '$97.6亿'],
    [2_500_000_000_000_00, '$2.5T', '$2.5万亿'],
  ])('%i is %s and %s', (minor, en, zh) => {
    expect(formatMoneyShort(minor, 'USD', 'en')).toBe(en);
    expect(formatMoneyShort(minor, 'USD', 'zh-CN')).toBe(zh);
  });
});
