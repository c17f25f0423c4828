import { expect, test } from 'vitest';
import { measuredWords } from '../../../renderer/features/guardrails/measuredWords.ts';
import type { RuleSpeech } from '../../../renderer/features/guardrails/ruleWords.ts';
import { recordsOf } from '../../helpers/records.ts';
import { sayOf } from '../../helpers/sayOf.ts';

test.each([
  ['en', 0.6, '1 day'],
  ['en', 1.4, '1 day'],
  ['en', 41.7, '42 days'],
  ['zh-CN', 1, '1 天'],
  ['zh-CN', 42, '42 天'],
] as const)('in %s %d days are said as they are counted', (language, measured, said) => {
  const speech: RuleSpeech = {
    say: sayOf('guardrails', language),
    language,
    currency: 'USD',
    records: recordsOf({}),
    hides: { amounts: false, names: false },
  };
  const verdict = { id: 'i', name: 'Portal', holds: false, measured };
  expect(measuredWords({ kind: 'builtIn', rule: 'firstRelease', amount: 90 }, verdict, speech)).toBe(said);
});
