import { expect, it } from 'vitest';
import { catalogue } from '../../../shared/text/catalogue.ts';

type Texts = Readonly<Record<string, string>>;

const english: readonly (readonly [string, Texts])[] = Object.entries(catalogue).map(([area, { en }]) => [
  area,
  en,
]);
const wordsOf = (text: string): readonly string[] => text.split(/[^\p{L}\p{N}-]+/u).filter(Boolean);
const isPlural = (many: string, one: string): boolean =>
  many === `${one}s` || many === `${one}es` || many === one.replace(/y$/, 'ies');

/** The texts for one and for several of whatever has both. */
const pairs = english.flatMap(([, texts]) =>
  Object.entries(texts).flatMap(([key, one]) => {
    const base = key.replace(/_one$/, '');
    const other = texts[`${base}_other`] ?? texts[base];
    return key === base || other === undefined ? [] : [{ one: wordsOf(one), other: wordsOf(other) }];
  }),
);
/** Words that stand only in one text of a pair, held against those that stand only in the other. */
const changed = (
  from: 'one' | 'other',
  to: 'one' | 'other',
  isChange: (word: string, other: string) => boolean,
): ReadonlySet<string> =>
  new Set(
    pairs.flatMap((pair) =>
      pair[from].filter(
        (word) => !pair[to].includes(word) && pair[to].some((other) => isChange(word, other)),
      ),
    ),
  );
// One gap, two gaps; one is missing where two are: what a verb has for one looks like a plural.
const plurals = changed('other', 'one', isPlural);
const verbs = changed('one', 'other', isPlural);
const isCounted = (word: string): boolean => {
  const noun = word.split('-').at(-1) ?? word;
  return plurals.has(noun) && !verbs.has(noun);
};
/** A number is followed by what it counts, until the next small word begins something else. */
const small = new Set(
  'a an and are as at by for from had has have how in into is it its may nobody no not of on once or out over per that the their this to was were which with within'.split(
    ' ',
  ),
);

/** What a text says of several after a number that may be one. */
function pluralAfterNumber(text: string): string | null {
  for (const [, after = ''] of text.matchAll(/\{\{[^}]*\}\}([^{.,;:()·“”…]*)/gu)) {
    const words = wordsOf(after);
    const end = words.findIndex((word) => small.has(word));
    const plural = (end < 0 ? words : words.slice(0, end)).find(isCounted);
    if (plural !== undefined) return plural;
  }
  return null;
}

it('knows what is counted from the texts that have both forms', () => {
  expect([...plurals]).toEqual(expect.arrayContaining(['initiatives', 'capabilities', 'months', 'days']));
  expect(verbs).toContain('stands');
  expect(pluralAfterNumber('in {{count, number}} initiatives')).toBe('initiatives');
  expect(pluralAfterNumber('{{days}} more person-days')).toBe('person-days');
  expect(pluralAfterNumber('{{count, number}} initiative, of {{all}}')).toBeNull();
});

it('has a singular for everything that is counted', () => {
  const wrong = english.flatMap(([area, texts]) =>
    Object.entries(texts).flatMap(([key, text]) => {
      // A text for several is the other form of one that is looked at itself.
      const isForSeveral = key.endsWith('_other') || Object.hasOwn(texts, `${key}_one`);
      const plural = isForSeveral ? null : pluralAfterNumber(text);
      return plural === null ? [] : [`${area} ${key}: “${plural}” in “${text}”`];
    }),
  );
  expect(wrong).toEqual([]);
});
