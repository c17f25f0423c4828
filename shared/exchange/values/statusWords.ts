import { matchKey } from '../table/cellText.ts';
import { wordList } from './wordList.ts';

/** The five steps of delivery confidence, in the spelling that we propose for them. */
export const confidenceWords = ['Green', 'Amber/Green', 'Amber', 'Amber/Red', 'Red'] as const;
type Confidence = (typeof confidenceWords)[number];

const WORDS: Readonly<Record<Confidence, readonly string[]>> = {
  Green: wordList(
    'green|g|on track|healthy|good|high|grün|vert|verde|groen|grøn|grønn|grön|أخضر|зеленый|зелёный|绿|绿色|绿灯|正常|良好|高',
  ),
  'Amber/Green': wordList('amber/green|green/amber|ag|medium-high|medium high|黄绿|黄/绿|较高|中高'),
  Amber: wordList(
    'amber|a|yellow|at risk|medium|some risk|gelb|jaune|amarillo|amarelo|geel|giallo|gul|y|أصفر|желтый|жёлтый|黄|黄色|黄灯',
    '有风险|中',
  ),
  'Amber/Red': wordList('amber/red|red/amber|ar|medium-low|medium low|橙|橙色|黄红|黄/红|较低|中低'),
  Red: wordList(
    'red|r|off track|critical|in trouble|low|rot|rouge|rojo|vermelho|rood|rosso|rød|röd|أحمر|красный|红|红色|红灯|严重|低',
  ),
};

const key = (text: string): string => matchKey(text).replace(/\s*[-/\\|–]\s*|\s+/g, ' ');
const byWord = new Map(
  (Object.entries(WORDS) as [Confidence, readonly string[]][]).flatMap(([value, words]) =>
    words.map((word) => [key(word), value] as const),
  ),
);

/** The step of confidence that a word for a status means in either language, or null; never taken without being asked. */
export function proposeStatus(text: string): Confidence | null {
  return byWord.get(key(text)) ?? null;
}

const YES: ReadonlySet<string> = new Set([
  'yes',
  'y',
  'true',
  't',
  '1',
  'x',
  '✓',
  '✔',
  '是',
  '有',
  '对',
  '真',
  'ja',
  'oui',
  'sí',
  'si',
  'sim',
  'sì',
  'да',
  'نعم',
  'はい',
  '예',
]);
const NO: ReadonlySet<string> = new Set([
  'no',
  'n',
  'false',
  'f',
  '0',
  '✗',
  '✘',
  '否',
  '无',
  '没有',
  '不是',
  '假',
  'nein',
  'non',
  'não',
  'nao',
  'nee',
  'nej',
  'nei',
  'нет',
  'لا',
  'いいえ',
  '아니오',
]);

/** What a cell for yes or no says in either language, or null. */
export function readYesNo(text: string): boolean | null {
  const word = matchKey(text);
  return YES.has(word) ? true : NO.has(word) ? false : null;
}

/** What a word for a yes or no of its own column means: `funded`, `archived`, `待批`; or null. */
export function proposeYesNo(field: 'funded' | 'overhead' | 'retired', text: string): boolean | null {
  const word = matchKey(text);
  const said: Readonly<Record<typeof field, readonly [RegExp, RegExp]>> = {
    funded: [
      /^(?:funded|approved|secured|committed|full|已拨款|已批准|已落实)/,
      /^(?:unfunded|not |pending|awaiting|requested|none|未|待)/,
    ],
    overhead: [/^(?:overhead|internal|run|管理|内部)/, /^(?:customer|value|business|客户|业务)/],
    retired: [
      /^(?:retired|archived|closed|decommissioned|已归档|归档|已退役|停用|已停用)/,
      /^(?:active|live|open|current|在用|有效|进行)/,
    ],
  };
  const [yes, no] = said[field];
  return no.test(word) ? false : yes.test(word) ? true : null;
}
