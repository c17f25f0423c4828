import { builtOnce } from '../../builtOnce.ts';
import { type ImportField, listFields, type RowSubject } from '../importFields.ts';
import { otherWords, withoutAccents } from '../values/otherLanguages.ts';
import { toSimplified } from '../values/traditional.ts';
import { notTheField } from './fieldDenials.ts';
import type { HeaderWords } from './fieldNames.ts';
import { fieldWords } from './fieldWords.ts';
import { subjectDenials, subjectWords } from './subjectWords.ts';
import { inEnglish } from './translatedHeaders.ts';

const OTHER_EXACT = 80;
const OTHER_WITHIN = 62;
const isHan = (word: string): boolean => /[\u4e00-\u9fff]/.test(word);
const isKanji = (word: string): boolean =>
  /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/.test(word) && word.length > 1;

const squeeze = (text: string): string => text.replace(/[\s_]+/g, ' ').trim();
const countWords = (text: string): number => squeeze(text).split(' ').length;

/** A word that names a field, as phrases are searched for it. */
interface FieldWord {
  readonly text: string;
  readonly padded: string;
  readonly isHan: boolean;
  readonly isKanji: boolean;
  /** From 0, its best word, to almost 1. */
  readonly rank: number;
}

const toFieldWords = (words: readonly string[]): readonly FieldWord[] =>
  words.map((text, rank) => ({
    text,
    padded: ` ${text} `,
    isHan: isHan(text),
    isKanji: isKanji(text),
    rank: rank / words.length,
  }));

type WordsOfFields = ReadonlyMap<string, readonly FieldWord[]>;

const wordsOfFields = (words: Readonly<Record<string, readonly string[]>>): WordsOfFields =>
  new Map(Object.entries(words).map(([field, list]) => [field, toFieldWords(list)]));

const ownWords = wordsOfFields(fieldWords);
const wordsOfSubjects = new Map(
  Object.entries(subjectWords).map(([subject, words]) => [subject, wordsOfFields(words)]),
);
/** As headers are, which come in simplified characters. */
const foldedWords = wordsOfFields(
  Object.fromEntries(
    Object.entries(otherWords).map(([field, words]) => [field, words.map(toSimplified)] as const),
  ),
);

/** A list of the words that a column may hold, beside the list. */
const ASIDE = /^(?:lookups?|legende?|drop ?downs?|pick ?lists?|validation|valid values|auswahlliste)\b/;

/** A phrase as it is searched for words. */
interface Phrase {
  readonly text: string;
  readonly padded: string;
  readonly isAside: boolean;
}

const toPhrase = (text: string): Phrase => ({
  text,
  padded: ` ${text} `,
  isAside: ASIDE.test(text),
});

/** The ways in which a phrase is read: as it stands, in English, and without accents. */
interface Readings {
  readonly said: Phrase;
  readonly english: Phrase;
  readonly bare: Phrase;
}

const toReadings = (text: string): Readings => ({
  said: toPhrase(text),
  english: toPhrase(inEnglish(text)),
  bare: toPhrase(withoutAccents(text)),
});

/** What a part of a header says less than all of it. */
const PART = 3;
/** Words that say which of several amounts or days of one kind a column holds, not of which kind they are. */
const VERSIONS =
  /\b(?:original|initial|current|revised|anticipated|latest|updated|approved|requested|est|total)\b|当前|现行|原定|原始|调整后/g;
const versioned: ReadonlySet<ImportField> = new Set(['startDate', 'endDate', 'budget']);

interface ReadHeader {
  readonly whole: Readings;
  readonly parts: readonly Readings[];
  /** The header and its parts without the words for versions, where they have some. */
  readonly plain: readonly Readings[];
}

/** Each of some sixty fields asks for the same header. */
const readingsOf = builtOnce(({ phrase, parts }: HeaderWords): ReadHeader => {
  const plain = [phrase, ...parts].flatMap((each) => {
    const text = squeeze(each.replace(VERSIONS, ' '));
    return text === each || text === '' ? [] : [toReadings(text)];
  });
  return { whole: toReadings(phrase), parts: parts.map(toReadings), plain };
});

/** How well a header names a field of such rows, 0 (not at all) to 100 (its best word, alone). */
export function headerScore(
  field: ImportField,
  header: HeaderWords,
  subject: RowSubject = 'initiatives',
): number {
  const { whole, parts, plain } = readingsOf(header);
  const others = versioned.has(field) ? [...parts, ...plain] : parts;
  const score = phraseScore(field, whole, subject);
  // Most headers name most fields not at all, which is told before it is asked whether they deny it.
  if ((score === 0 && others.length === 0) || denies(field, whole, subject)) return 0;
  return others.reduce((best, part) => {
    const partScore = phraseScore(field, part, subject) - PART;
    return partScore > best && !denies(field, part, subject) ? partScore : best;
  }, score);
}

/** What a list of initiatives names of other lists is called as those are; its own fields have words of their own. */
const readFor = (field: ImportField, { said, english }: Readings, subject: RowSubject): Phrase =>
  subject !== 'initiatives' || listFields.some((each) => each === field) ? english : said;

/** Whether a phrase says that the column is something else. */
function denies(field: ImportField, readings: Readings, subject: RowSubject): boolean {
  const { text, isAside } = readFor(field, readings, subject);
  if (text === '' || isAside) return false;
  const isOwn = subject !== 'initiatives' && subjectWords[subject][field] !== undefined;
  const denied = isOwn ? subjectDenials[subject]?.[field] : notTheField[field];
  return denied?.test(text) ?? false;
}

/** How well a phrase names a field, whatever else it says. */
function phraseScore(field: ImportField, readings: Readings, subject: RowSubject): number {
  const phrase = readFor(field, readings, subject);
  if (phrase.text === '' || phrase.isAside) return 0;
  const own = subject === 'initiatives' ? undefined : wordsOfSubjects.get(subject)?.get(field);
  let best = 0;
  for (const word of own ?? ownWords.get(field) ?? []) best = Math.max(best, wordScore(phrase, word));
  return subject === 'initiatives' ? Math.max(best, otherScore(field, readings.bare)) : best;
}

function wordScore(phrase: Phrase, word: FieldWord): number {
  if (word.text.length > phrase.text.length) return 0;
  const penalty = word.rank * 15;
  if (phrase.text === word.text) return 100 - penalty;
  if (word.isHan)
    return word.text.length >= 2 && phrase.text.includes(word.text)
      ? 75 - penalty - Math.min(15, phrase.text.length - word.text.length)
      : 0;
  if (!phrase.padded.includes(word.padded)) return 0;
  const size = countWords(word.text);
  return 70 + size * 6 - penalty - (countWords(phrase.text) - size) * 6;
}

/** A word of another language says less than one of ours: it may mean something else in a third. */
function otherScore(field: ImportField, phrase: Phrase): number {
  let best = 0;
  for (const word of foldedWords.get(field) ?? []) {
    if (word.text.length > phrase.text.length) continue;
    const within = word.isKanji ? phrase.text.includes(word.text) : phrase.padded.includes(word.padded);
    if (within)
      best = Math.max(best, (phrase.text === word.text ? OTHER_EXACT : OTHER_WITHIN) - word.rank * 5);
  }
  return best;
}
