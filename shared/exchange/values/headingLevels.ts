import { cutText, matchKey } from '../table/cellText.ts';

/** A heading over rows, as far as it says on which level it stands. */
export interface LevelHeading {
  /** What it says, without its number. */
  readonly text: string;
  /** How it is written: its column, and the sort of its number. */
  readonly style: string;
  /** Whether it has a number of its own, so that headings of its style are of one level. */
  readonly numbered: boolean;
  /** Whether no row stands between the heading before and this one. */
  readonly direct: boolean;
}

export const BETWEEN = ' · ';
const LONGEST = 200;

/** The sort of a heading's number: 一、 and 二、 are of one sort, （一） and A. of others. */
export const numberSort = (number: string): string =>
  number
    .trim()
    .replace(/[一二三四五六七八九十]+/g, '一')
    .replace(/\d+/g, '1')
    .replace(/^([（(]?)[IVX]+(?![A-Za-z])/, '$1I')
    .replace(/^([（(]?)[A-HJ-UWYZ](?![A-Za-z])/, '$1A');

/** Words that say what a heading is, before or behind its own name. */
const SORT =
  /\b(?:programmes?|programs?|portfolios?|workstreams?|work streams?|streams?|pillars?|themes?|departments?|divisions?|directorates?|domains?|areas?|clusters?|tribes?|phases?|tranches?|programm|teilprogramm|bereich|handlungsfeld|domaine|axe|eje|programa|eixo)\b|项目群|板块|领域|工作流/i;

/** What sort of thing a heading says it heads, by its word for it, or by its first word; empty where it has only one word. */
function sortOf(text: string): string {
  const said = SORT.exec(text)?.[0];
  if (said !== undefined) return matchKey(said);
  const [first = '', second] = text.split(/\s+/);
  return second === undefined ? '' : matchKey(first);
}

const sameSort = (a: string, b: string): boolean => sortOf(a) !== '' && sortOf(a) === sortOf(b);

/** Whether headings that stand directly below each other are an upper and a lower one by their words alone. */
export const isNested = (upper: string, lower: string): boolean =>
  SORT.test(upper) && SORT.test(lower) && !sameSort(upper, lower);

/**
 * What headings say together with those above them, one text for each: `Programme A · Workstream 1`. Which stands above
 * which is told by their numbers and columns, by their words, and by which of them head others directly; one that can
 * be told by nothing stands alone.
 */
export function withUpper(headings: readonly LevelHeading[]): readonly string[] {
  let above: readonly LevelHeading[] = [];
  /** Whether a heading directly below is of a lower level. */
  const headsNext = (at: number): boolean => {
    const [each, next] = [headings[at], headings[at + 1]];
    if (!each || !next?.direct) return false;
    return each.style !== next.style || (!each.numbered && !sameSort(each.text, next.text));
  };
  return headings.map((each, at) => {
    above = [...aboveOf(each, at), each];
    return cutText(above.map(({ text }) => text).join(BETWEEN), LONGEST).trim();
  });

  function aboveOf(each: LevelHeading, at: number): readonly LevelHeading[] {
    const alike = above.flatMap((other, level) => (other.style === each.style ? [level] : []));
    const [first] = alike;
    if (first === undefined) return each.direct ? above : [];
    if (each.numbered) return above.slice(0, first);
    const sort = alike.find((level) => sameSort(above[level]?.text ?? '', each.text));
    if (sort !== undefined) return above.slice(0, sort);
    if (each.direct) return above;
    if (headsNext(at)) return above.slice(0, first);
    // Where every heading so far stood below an upper one, this one does too.
    return alike.length > 1 && headings[1]?.direct ? above.slice(0, alike.at(-1)) : above.slice(0, first);
  }
}
