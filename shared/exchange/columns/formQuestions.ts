import { currencyOfWord } from '../values/currencyWords.ts';

/** How a question begins; a name of a column ends without a question mark and is shorter. */
const QUESTION =
  /[?？]\s*(?:[（([].*)?$|^(?:what|which|when|who|how|where|please|briefly|describe|enter|provide|list|select|tell us|give|your)\b/i;
const WORDS = 3;

/** Which of our fields a question asks for, by words of ours for it; the first that fits. */
const ASKED: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:name|title|call)\b.*\b(?:project|initiative|programme|program|product|idea|request|proposal)\b|\b(?:project|initiative|programme|product|idea)(?:'s)? (?:name|title)\b|\bwhich (?:project|initiative)\b/i,
    'project name',
  ],
  [/\bwh(?:en|at date)\b.*\b(?:start|begin|kick ?off|commence)|\bstart date\b/i, 'start date'],
  [
    /\bwh(?:en|at date)\b.*\b(?:end|finish|complete|deliver|live|launch|need|due|deadline|ready)|\b(?:end|due|target|go-live|completion) date\b|\bdeadline\b/i,
    'end date',
  ],
  [/\b(?:spent|spend|paid)\b/i, 'spent'],
  [/\b(?:budget|cost|funding|how much money|investment)\b/i, 'budget'],
  [/\bwho\b.*\b(?:own|sponsor|lead|responsible|accountable|manage)/i, 'owner'],
  [
    /\bwho (?:is|are) the (?:supplier|vendor|partner)s?\b|\bwhich (?:supplier|vendor|partner)s?\b/i,
    'partners',
  ],
  [/\bcapabilit(?:y|ies)\b/i, 'capabilities'],
  [/\b(?:customer segment|customer group|target customer)s?\b/i, 'customer segments'],
  [/\boutcomes?\b/i, 'outcomes'],
  [/\bwhich (?:department|division|business unit|faculty|directorate|agency)\b/i, 'department'],
  [/\b(?:what|which|current)\b.*\b(?:stage|phase|status)\b/i, 'stage'],
  [/\bdescribe\b|\bwhat (?:problem|is the problem|is it about)\b|\bsummar(?:y|ise|ize)\b/i, 'description'],
];

/** A question over a column of answers in words that name columns; null for anything else, and for what nobody asks. */
export function askedFor(header: string): string | null {
  if (!QUESTION.test(header) || header.split(/\s+/).length <= WORDS) return null;
  const asked = ASKED.find(([pattern]) => pattern.test(header))?.[1];
  if (asked === undefined) return null;
  const currency = /\(([^()]{1,4})\)/.exec(header)?.[1] ?? '';
  return currencyOfWord(currency) === null ? asked : `${asked} (${currency})`;
}

/** Signs that a table holds the answers of a form, and which of its columns then tell of the answer, not of what is asked. */
const FORMS: readonly {
  readonly is: (phrases: readonly string[]) => boolean;
  readonly aside: ReadonlySet<string>;
}[] = [
  {
    is: (phrases) =>
      phrases.includes('respondent id') ||
      ['response id', 'recorded date'].every((each) => phrases.includes(each)),
    aside: new Set(
      'respondent id|collector id|response id|start date|end date|date created|date modified|recorded date|status|response type|progress|finished|ip address|email address|first name|last name|recipient last name|recipient first name|recipient email|duration in seconds|user language'.split(
        '|',
      ),
    ),
  },
  {
    is: (phrases) =>
      phrases[0] === 'id' &&
      ['start time', 'startzeit', 'heure de début', 'hora de inicio', '开始时间'].includes(
        phrases[1] ?? '',
      ) &&
      ['completion time', 'fertigstellungszeit', 'heure de fin', 'hora de finalización', '完成时间'].includes(
        phrases[2] ?? '',
      ),
    aside: new Set(
      'start time|completion time|last modified time|email|name|startzeit|fertigstellungszeit|e mail|heure de début|heure de fin|adresse de messagerie|nom|hora de inicio|hora de finalización|correo electrónico|nombre|开始时间|完成时间|上次修改时间|电子邮件|名称|姓名'.split(
        '|',
      ),
    ),
  },
  {
    is: (phrases) =>
      [
        'timestamp',
        'zeitstempel',
        'horodateur',
        'marca temporal',
        '时间戳记',
        '提交时间',
        '提交答卷时间',
      ].includes(phrases[0] ?? ''),
    aside: new Set(
      'timestamp|zeitstempel|horodateur|marca temporal|时间戳记|提交时间|提交答卷时间|email address|username|score'.split(
        '|',
      ),
    ),
  },
];

const NONE: ReadonlySet<number> = new Set();

/** The columns of a form's answers that say who answered and when, by the names of all columns; each name once. */
export function columnsOfAnswer(phrases: readonly string[]): ReadonlySet<number> {
  const form = FORMS.find(({ is }) => is(phrases));
  if (form === undefined) return NONE;
  return new Set([...form.aside].map((name) => phrases.indexOf(name)).filter((column) => column !== -1));
}
