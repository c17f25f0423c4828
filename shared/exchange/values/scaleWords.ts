import { matchKey, tidyLine } from '../table/cellText.ts';

/** A step of a scale from 1 (low) to 5 (high). */
export type ScaleStep = 1 | 2 | 3 | 4 | 5;

/** Words with one meaning on every scale: importance, then steps of maturity, in both languages. */
const FIXED: readonly (readonly [ScaleStep, readonly string[]])[] = [
  [
    5,
    [
      ...[
        'critical',
        'very high',
        'highest',
        'essential',
        'vital',
        'mission critical',
        'must',
        'must have',
        'p1',
      ],
      ...['sehr hoch', 'kritisch', 'très élevé', 'très élevée', 'critique', 'muy alto', 'muy alta'],
      ...['非常高', '极高', '很高', '最高', '关键', '核心', '至关重要', '必须', '必须有', '非常重要'],
      ...[
        'optimised',
        'optimized',
        'optimising',
        'optimizing',
        'leading',
        'world class',
        '优化',
        '优化级',
        '持续优化',
        '卓越',
      ],
    ],
  ],
  [
    4,
    [
      ...['important', 'should', 'should have', 'above average', 'p2', '较高', '重要', '应该', '应该有'],
      ...[
        'measured',
        'quantitatively managed',
        'predictable',
        'advanced',
        '量化管理',
        '量化管理级',
        '可度量',
        '先进',
      ],
    ],
  ],
  [
    3,
    [
      ...['average', 'moderate', 'p3', '一般', '中等'],
      ...['defined', 'established', 'standardised', 'standardized', '已定义', '定义级', '标准化', '规范'],
    ],
  ],
  [
    2,
    [
      ...[
        'could',
        'could have',
        'below average',
        'nice to have',
        'minor',
        'p4',
        '较低',
        '可以',
        '可以有',
        '次要',
      ],
      ...[
        'managed',
        'repeatable',
        'developing',
        'basic',
        '可重复',
        '可重复级',
        '受管理',
        '已管理',
        '发展中',
        '基础',
      ],
    ],
  ],
  [
    1,
    [
      ...['sehr niedrig', 'sehr gering', 'très faible', 'muy bajo', 'muy baja'],
      ...['very low', 'lowest', 'negligible', "won't", 'wont', "won't have", 'not important', 'p5'],
      ...['非常低', '极低', '很低', '最低', '不重要', '不做', '暂不'],
      ...['initial', 'ad hoc', 'ad-hoc', 'chaotic', '初始', '初始级', '临时'],
    ],
  ],
];
const HIGH: ReadonlySet<string> = new Set([
  'high',
  'h',
  'hi',
  '高',
  ...['hoch', 'élevé', 'élevée', 'haut', 'haute', 'fort', 'forte', 'alto', 'alta'],
]);
const MIDDLE: ReadonlySet<string> = new Set([
  'medium',
  'med',
  'm',
  'mid',
  'middle',
  '中',
  ...['mittel', 'moyen', 'moyenne', 'medio', 'media'],
]);
const LOW: ReadonlySet<string> = new Set([
  'low',
  'l',
  'lo',
  '低',
  ...['niedrig', 'gering', 'tief', 'faible', 'bas', 'basse', 'bajo', 'baja'],
]);

const stepOf = new Map(FIXED.flatMap(([step, words]) => words.map((word) => [word, step] as const)));
/** Words beside which "high" and "low" are not the ends of their scale. */
const EXTREME: ReadonlySet<string> = new Set([
  ...['critical', 'very high', 'highest', 'essential', 'vital', 'mission critical'],
  ...['非常高', '极高', '很高', '最高', '关键', '核心', '至关重要'],
  ...['sehr hoch', 'kritisch', 'très élevé', 'très élevée', 'critique', 'muy alto', 'muy alta'],
  ...['sehr niedrig', 'sehr gering', 'très faible', 'muy bajo', 'muy baja'],
  ...['very low', 'lowest', 'negligible', '非常低', '极低', '很低', '最低'],
]);
const FILLED = /[★⭐●◆■✪]/gu;
const STARS = /^(?:[★⭐●◆■✪☆○◇□✩\s]|\ufe0f)+$/u;
/** 3, 3.0, 3/5, "3 of 5", "3 - Defined", "Level 3", L3, 3级, "3 stars". */
const NUMBER =
  /^(?:level|lvl|l|maturity|rating|step|级别|第)?\s*(\d{1,3}(?:\.\d+)?)\s*(?:(?:\/|of|out of|分之)\s*(\d{1,3}))?\s*(?:级|星|分|stars?|points?)?(?:\s*[-–—:：.)）(（]\s*\D.*)?$/i;

/** How one column writes its steps. */
export interface ScaleColumn {
  /** The highest number of the scale. */
  readonly top: number;
  /** True when "high" is not the highest word. */
  readonly wide: boolean;
}

const keyOf = (text: string): string =>
  matchKey(text)
    .replace(/[.!]$/, '')
    .replace(/\s*[-_]\s*/g, ' ');

/** Share of a column's different numbers that must lie above 5 for its scale to be a longer one: a slip makes no scale. */
const LONGER = 1 / 3;

/** What the cells of a column say about its scale: several numbers above 5 make it one to 10 or to 100, words its steps. */
export function scaleColumn(cells: Iterable<string>): ScaleColumn {
  const numbers = new Set<number>();
  let wide = false;
  for (const cell of cells) {
    const text = tidyLine(cell).text;
    const number = NUMBER.exec(text);
    if (number && number[2] === undefined) numbers.add(Number(number[1]));
    else if (EXTREME.has(keyOf(text))) wide = true;
  }
  const above = [...numbers].filter((each) => each > 5);
  const longer = above.length > 1 && above.length >= LONGER * numbers.size;
  return { top: !longer ? 5 : Math.max(...above) <= 10 ? 10 : 100, wide };
}

/**
 * The step that a cell means, whole: words such as High, Must and 很高 in both languages, stars, numbers from 1 to 5,
 * and those of a longer scale in proportion. Null for anything else, 0 and what lies beyond the scale included.
 */
export function readScale(text: string, column: ScaleColumn): ScaleStep | null {
  if (text === '') return null;
  if (STARS.test(text)) return whole(text.match(FILLED)?.length ?? 0);
  const number = NUMBER.exec(text);
  if (number) {
    const value = Number(number[1]);
    const top = number[2] === undefined ? column.top : Number(number[2]);
    if (top < 2 || value > top || value <= 0) return null;
    return top === 5 ? whole(Math.round(value)) : whole(Math.ceil((value / top) * 5 - 1e-9));
  }
  const key = keyOf(text);
  if (HIGH.has(key)) return column.wide ? 4 : 5;
  if (MIDDLE.has(key)) return 3;
  if (LOW.has(key)) return column.wide ? 2 : 1;
  return stepOf.get(key) ?? null;
}

function whole(step: number): ScaleStep | null {
  return step === 1 || step === 2 || step === 3 || step === 4 || step === 5 ? step : null;
}

/** Share of these texts that can be steps of a scale. */
export function scaleShare(texts: readonly string[]): number {
  const column = scaleColumn(texts);
  const read = texts.filter((text) => readScale(tidyLine(text).text, column) !== null).length;
  return texts.length === 0 ? 0 : read / texts.length;
}
