import type { Language } from './area.ts';

/** Sentences one after the other; a full-width stop has its space in itself. Those that are empty are left out. */
export const joinSentences = (sentences: readonly string[]): string =>
  sentences
    .filter((sentence) => sentence !== '')
    .reduce(
      (text, next) => (text === '' ? next : `${text}${/[。！？；：]$/.test(text) ? '' : ' '}${next}`),
      '',
    );

/** Words or names of a list, as the language divides them. */
export const joinWords = (words: readonly string[], language: Language): string =>
  words.join(language === 'en' ? ', ' : '、');

/** Longer parts of a list, which may have commas of their own. */
export const joinParts = (parts: readonly string[], language: Language): string =>
  parts.join(language === 'en' ? '; ' : '；');

/** Titles and facts that are read out one after the other, with a pause between. */
export const joinSpoken = (texts: readonly string[], language: Language): string =>
  texts.join(language === 'en' ? '. ' : '。');

/** Clauses of one sentence, one after the other. */
export const joinClauses = (clauses: readonly string[], language: Language): string =>
  clauses.join(language === 'en' ? ', ' : '，');

/** A text after the word for what it is. */
export const labelled = (label: string, text: string, language: Language): string =>
  language === 'en' ? `${label}: ${text}` : `${label}：${text}`;

/** A text with what belongs to it in brackets. */
export const bracketed = (text: string, inside: string, language: Language): string =>
  language === 'en' ? `${text} (${inside})` : `${text}（${inside}）`;
