import { withoutAccents } from './otherLanguages.ts';

/**
 * Languages whose months and large numbers are read beside English, as the runtime's language data (CLDR) writes them.
 * Croatian is the first: its October is the November of Poles and Czechs, who come after it.
 */
const LANGUAGES =
  'hr de de-AT fr es pt it nl da nb sv fi is et lv lt pl cs sk sl sr sr-Latn hu ro bg mk el uk ru be tr az id ms vi th hi fa ur ar he ca gl eu af'.split(
    ' ',
  );
const MONTHS = Array.from({ length: 12 }, (_, month) => Date.UTC(2001, month, 15));
/** In so few Latin letters a month looks like the beginning of a code: LIS-12. */
const LIKE_CODE = /^\p{Script=Latin}{1,3}$/u;

let months: ReadonlyMap<string, number> | null = null;

/**
 * The number, 1 to 12, of a month by its whole name in small letters and without accents, alone or as it stands in a
 * date (март, марта); undefined for any other word.
 */
export function monthNamed(name: string): number | undefined {
  months ??= namesOfMonths();
  return months.get(name);
}

let croatian: ReadonlyMap<string, number> | null = null;

/** Whether a word names a month in Croatian, and no other month in another of the languages. */
export function isCroatianMonth(word: string): boolean {
  croatian ??= monthsOf('hr');
  const name = withoutAccents(word.toLowerCase());
  return croatian.has(name) && croatian.get(name) === monthNamed(name);
}

function namesOfMonths(): ReadonlyMap<string, number> {
  return new Map(LANGUAGES.flatMap((language) => [...monthsOf(language)]));
}

function monthsOf(language: string): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const beside of [{}, { day: 'numeric', year: 'numeric' }] as const) {
    const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
      month: 'long',
      timeZone: 'UTC',
      ...beside,
    });
    for (const [index, time] of MONTHS.entries()) {
      const said = format.formatToParts(time).find(({ type }) => type === 'month')?.value ?? '';
      const name = withoutAccents(said.toLowerCase());
      if (!LIKE_CODE.test(name)) names.set(name, index + 1);
      // Hebrew writes "in" together with the month: 15 בספטמבר.
      if (language === 'he') names.set(`ב${name}`, index + 1);
    }
  }
  return names;
}

/**
 * Words that mean something else elsewhere: a thousand is `bin` in Turkish, `min` in Azerbaijani and `mie` in Romanian, and
 * a Polish `bilion` is a thousand Malay ones.
 */
const OTHERWISE: ReadonlySet<string> = new Set(['mil', 'bin', 'min', 'mie', 'bilion']);
/** Amounts that a language writes with each of its words, in each of their forms; ten million for the crore. */
const AMOUNTS = [1, 2, 5, 1.5]
  .flatMap((amount) => [1e3, 1e6, 1e9].map((scale) => amount * scale))
  .concat(1e7);
const SHORTEST_SCALE = 3;

let scales: ReadonlyMap<string, number> | null = null;

/**
 * The factor of a word for a large number in small letters, whole or in short without its full stop (millió, тис, mio);
 * undefined for any other word, and for one that says more in one language than in another (mil).
 */
export function scaleNamed(word: string): number | undefined {
  scales ??= namesOfScales();
  return scales.get(word);
}

function namesOfScales(): ReadonlyMap<string, number> {
  const names = new Map<string, Set<number>>();
  const learn = (word: string, factor: number): void => {
    if (word.length < SHORTEST_SCALE || OTHERWISE.has(word) || /[\s\d]/.test(word)) return;
    names.set(word, (names.get(word) ?? new Set()).add(factor));
  };
  for (const language of LANGUAGES)
    for (const compactDisplay of ['long', 'short'] as const) {
      const format = new Intl.NumberFormat(`${language}-u-nu-latn`, {
        notation: 'compact',
        compactDisplay,
        useGrouping: false,
      });
      for (const amount of AMOUNTS) {
        const parts = format.formatToParts(amount);
        const said = (types: readonly string[]): string =>
          parts
            .flatMap(({ type, value }) => (types.includes(type) ? [type === 'decimal' ? '.' : value] : []))
            .join('');
        const word = said(['compact']).toLowerCase().replace(/\.$/, '');
        const factor = amount / Number(said(['integer', 'decimal', 'fraction']) || '1');
        learn(word, factor);
        learn(withoutAccents(word), factor);
      }
    }
  return new Map(
    [...names].flatMap(([word, factors]) => (factors.size === 1 ? [[word, [...factors][0] ?? 1]] : [])),
  );
}
