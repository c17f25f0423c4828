import { otherUnknowns } from './otherLanguages.ts';

/** Cells that say nothing but "not known"; compared in lower case without the full stop. */
const UNKNOWN_TOKENS: ReadonlySet<string> = new Set([
  '-',
  '--',
  '---',
  '–',
  '－',
  '—',
  '/',
  '//',
  '\\',
  '.',
  '..',
  '...',
  '?',
  '??',
  '#n/a',
  '#value!',
  '#ref!',
  '#name?',
  '#div/0!',
  '#num!',
  '#null!',
  '#n/d',
  '#nv',
  'n/a',
  'na',
  'n.a',
  'n.a.',
  'n / a',
  'nil',
  'null',
  'none',
  'nan',
  'nat',
  '<na>',
  '<null>',
  'unknown',
  'not known',
  'undefined',
  'blank',
  'tbc',
  'tba',
  'tbd',
  'tbn',
  'nfp',
  'nyd',
  'to be confirmed',
  'to be advised',
  'to be announced',
  'to be determined',
  'to be decided',
  'to be defined',
  'not applicable',
  'not available',
  'not reported',
  'not provided',
  'not set',
  'not stated',
  'not specified',
  'not disclosed',
  'not published',
  'not for publication',
  'data not provided',
  'no data',
  'no data provided',
  'not yet known',
  'not yet set',
  'not fixed',
  'not yet fixed',
  'vacant',
  'unassigned',
  'not assigned',
  'unspecified',
  'undisclosed',
  'withheld',
  'redacted',
  'pending',
  '00/00/0000',
  '0000-00-00',
  '1900-01-00',
  // The first day that a program knows, in place of none.
  '1900-01-01',
  '19000101',
  '01/01/1900',
  '1/1/1900',
  '01.01.1900',
  '1/0/1900',
  '1900-01-01 00:00:00',
  '01/01/1900 00:00:00',
  '00.00.0000',
  // An end that never comes.
  '31.12.9999',
  '12/31/9999',
  '31/12/9999',
  '9999-12-31',
  '无',
  '未知',
  '不详',
  '待定',
  '待确认',
  '未定',
  '調整中',
  '暂无',
  '不适用',
  '未提供',
  '未公布',
  '保密',
  '未披露',
  '未分配',
  '未指派',
  '待补充',
  ...otherUnknowns,
]);

/** Beginnings of sentences that explain why nothing is known; the sentence itself is worth keeping. */
const SENTENCE_STARTS = [
  'exempt\\b',
  'ongoing\\b',
  'on hold\\b',
  'awaiting\\b',
  'pending\\b',
  'approved\\s*:\\s*awaiting',
  'not (?:yet )?(?:available|applicable|reported|provided|known|published|disclosed|in a position)',
  'to be (?:determined|confirmed|advised|announced|decided|defined)',
  'data not',
  'no (?:data|date|end date)\\b',
  'continuous\\b',
  'indefinite\\b',
  'tb[acd]\\b',
  'the (?:gmpp )?project (?:is not in a position|did not provide|is still at the planning stage)',
  'withheld\\b',
  'redacted\\b',
  'commercial(?:ly)?[-: ]+(?:in[- ]confidence|sensitive)',
  'legal sensitivity',
  'lfd\\b',
  'laufend\\b',
  '待定',
  '待确认',
  '持续',
  '长期',
  '未确定',
  '尚未',
];
const UNKNOWN_SENTENCE = new RegExp(`^(?:${SENTENCE_STARTS.join('|')})`, 'i');
/** A word in brackets says no more than without them. */
const BRACKETED = /^[([（［【](.*)[)\]）］】]$/;
/** First characters of all of these: nearly every cell is told by its own. */
const FIRST_CHARACTERS: ReadonlySet<string> = new Set(
  [...UNKNOWN_TOKENS, ...SENTENCE_STARTS, '(', '[', '（', '［', '【'].flatMap((word) => [
    word.charAt(0),
    word.charAt(0).toUpperCase(),
  ]),
);

/** Dates that stand for none are as long as other dates: most ids and amounts are shorter. */
const SHORTEST_DATE = Math.min(
  ...[...UNKNOWN_TOKENS].filter((token) => /^\d/.test(token)).map((token) => token.length),
);

/** A sentence in a comment that says its neighbour's figure was not given. */
const NOT_GIVEN =
  /\b(?:did not provide data|data (?:was |were )?not provided|no costs? (?:yet )?reported|no data (?:was )?provided|not reported)\b|未提供数据/i;

/** `token` says only "not known", `sentence` says why and should be kept, null is neither. */
export function unknownWord(text: string): 'token' | 'sentence' | null {
  const first = text.charAt(0);
  if (!FIRST_CHARACTERS.has(first)) return null;
  // Dates that stand for none begin with a digit, and no sentence does.
  if (first >= '0' && first <= '9')
    return text.length >= SHORTEST_DATE && UNKNOWN_TOKENS.has(text.replace(/\.$/, '')) ? 'token' : null;
  if (text.length <= 24) {
    const key = text.toLowerCase().replace(/\.$/, '').replace(BRACKETED, '$1');
    if (UNKNOWN_TOKENS.has(key) || UNKNOWN_TOKENS.has(text.toLowerCase())) return 'token';
  }
  return UNKNOWN_SENTENCE.test(text) ? 'sentence' : null;
}

/** True when a comment says that a figure beside it was not given, so that a zero there means "not known". */
export function saysNotGiven(comment: string): boolean {
  return NOT_GIVEN.test(comment);
}
