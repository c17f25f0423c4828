import { expect, test } from 'vitest';
import type { PressRelease } from '../../../shared/domain/records.ts';
import { newPressRelease } from '../../../shared/domain/roomDefaults.ts';
import {
  missingAtGate,
  missingParts,
  pressParts,
  pressReleases,
} from '../../../shared/planning/pressRelease.ts';

const release = (values: Partial<PressRelease> = {}): PressRelease => ({
  ...newPressRelease('r', 'i'),
  ...values,
});

test('nothing written lacks everything', () => {
  expect(missingAtGate(null)).toEqual(['benefit', 'measure', 'date']);
  expect(missingAtGate(release())).toEqual(['benefit', 'measure', 'date']);
  expect(missingParts(null)).toEqual([...pressParts]);
  expect(missingParts(release())).toEqual([...pressParts]);
});

test.each([
  [{ subtitle: 'Paid in a day' }, ['measure', 'date']],
  [{ subtitle: '  \n' }, ['benefit', 'measure', 'date']],
  [{ valueMeasured: 'Days until paid' }, ['benefit', 'date']],
  [{ date: '2027-01-01' }, ['benefit', 'measure']],
  [{ subtitle: 'a', valueMeasured: 'b', date: '2027-01-01' }, []],
])('the gate with %j lacks %j', (values, lacks) => {
  expect(missingAtGate(release(values))).toEqual(lacks);
});

test.each([
  [['a', 'b'], true],
  [['a', 'b', ' '], true],
  [['a', 'b', 'c'], false],
  [['a', 'b', 'c', 'd', 'e'], false],
  [['a', 'b', 'c', 'd', 'e', 'f'], true],
])('features %j count as missing: %s', (features, isMissing) => {
  expect(missingParts(release({ features })).includes('features')).toBe(isMissing);
});

test('a question without an answer is not answered', () => {
  const missing = (questions: PressRelease['questions']) =>
    missingParts(release({ questions })).includes('questions');
  expect(missing([{ question: 'Why?', answer: '' }])).toBe(true);
  expect(missing([{ question: 'Why?', answer: 'Because.' }])).toBe(false);
  expect(
    missing([
      { question: 'Why?', answer: 'Because.' },
      { question: '', answer: 'x' },
    ]),
  ).toBe(true);
});

test('of several for one initiative the first counts', () => {
  const found = pressReleases({
    a: release({ id: 'a', title: 'first' }),
    b: release({ id: 'b', title: 'second' }),
    c: release({ id: 'c', initiativeId: 'j' }),
  });
  expect([found.get('i')?.title, found.get('j')?.id, found.get('k')]).toEqual(['first', 'c', undefined]);
});
