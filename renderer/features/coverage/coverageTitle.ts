import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { sentences } from '../../../shared/text/sentences.ts';
import { causesOf } from '../../analysis/coverageQuarters.ts';
import type { FigureWords } from '../../charts/frame/figureWords.ts';
import type { MatrixCell, MatrixData } from '../../charts/matrix/matrixData.ts';
import type { Say } from '../../i18n.ts';
import type { MatrixOrder } from '../../state/coverageStore.ts';
import type { ChosenQuarter } from './useQuarters.ts';

interface TitleWords {
  readonly say: Say<'coverage'>;
  readonly figures: FigureWords;
}

/**
 * What the matrix finds, in a sentence from its own figures; an unknown need is never called "no gap", and overlaps
 * that nobody has looked for yet (`redundant` null) are never called "none".
 */
export function coverageFinding(
  data: MatrixData,
  redundant: number | null,
  { say, figures }: TitleWords,
): string {
  const gaps = data.rows.filter((row) => row.flag === 'gap').length;
  const known = data.rows.some((row) => row.need !== null);
  if (redundant === null) {
    if (gaps > 0) return say('finding.gapEarly', { count: gaps });
    return known ? say('finding.noneEarly', { count: data.rows.length }) : say('finding.unknownEarly');
  }
  const money = figures.moneyShort(redundant);
  if (redundant > 0 && gaps > 0) return say('finding.both', { money, count: gaps });
  if (redundant > 0) return say(known ? 'finding.overlap' : 'finding.overlapOnly', { money });
  if (gaps > 0) return say('finding.gap', { count: gaps });
  return known ? say('finding.none', { count: data.rows.length }) : say('finding.noneUnknown');
}

/** What is seen before the analysis has answered: what is budgeted for the capabilities, and how many initiatives are missing. */
export function glanceFinding(data: MatrixData, missing: number, { say, figures }: TitleWords): string {
  const money = figures.moneyShort(data.rows.reduce((sum, { supply }) => sum + supply, 0));
  return say(missing > 0 ? 'glance.some' : 'glance.all', { money, count: missing });
}

/** The line under it: how many capabilities there are, in which order, and what is not known. */
export function coverageSubtitle(
  data: MatrixData,
  unknownMoney: number,
  say: Say<'coverage'>,
  order: MatrixOrder | 'map' = 'need',
): string {
  const unknown = data.rows.filter((row) => row.need === null).length;
  return sentences([
    say(order === 'need' ? 'subtitle.all' : `subtitle.${order}`, { count: data.rows.length }),
    ...(unknown > 0 ? [say('subtitle.unknown', { count: unknown })] : []),
    ...(unknownMoney > 0 ? [say('subtitle.money', { count: unknownMoney })] : []),
  ]);
}

/** Names longer than this are cut in a title. */
const LONGEST_NAME = 44;
const short = (name: string): string => {
  const letters = Array.from(name);
  return letters.length <= LONGEST_NAME
    ? name
    : `${letters
        .slice(0, LONGEST_NAME - 1)
        .join('')
        .trimEnd()}…`;
};

/** What a quarter brings: which gaps open in it, and who leaves so that they open. */
export function quarterFinding(
  { time, name }: Pick<ChosenQuarter, 'time' | 'name'>,
  at: number,
  records: PortfolioRecords,
  cells: readonly MatrixCell[],
  needKnown: boolean,
  { say }: TitleWords,
): string {
  const { gaps, opening } = time.quarters[at]!;
  const quarter = name(at);
  if (opening.length > 0) {
    const who = whoLeaves(causesOf(time, at, cells), records, say);
    return who === null
      ? say('quarter.opensPlain', { count: opening.length, quarter })
      : say('quarter.opens', { count: opening.length, quarter, who });
  }
  if (gaps > 0) return say(at === 0 ? 'quarter.first' : 'quarter.steady', { count: gaps, quarter });
  return say(needKnown ? 'quarter.clear' : 'quarter.unknown', { quarter });
}

function whoLeaves(
  { initiatives, partners }: ReturnType<typeof causesOf>,
  records: PortfolioRecords,
  say: Say<'coverage'>,
): string | null {
  const [initiative, partner] = [initiatives[0], partners[0]];
  const parts: string[] = [];
  if (initiative !== undefined) {
    const words = { name: short(records.initiative[initiative]?.name ?? initiative) };
    const count = initiatives.length - 1;
    parts.push(count === 0 ? say('who.disbands', words) : say('who.disband', { ...words, count }));
  }
  if (partner !== undefined) {
    const words = { name: short(records.partner[partner]?.name ?? partner) };
    const count = partners.length - 1;
    parts.push(count === 0 ? say('who.contract', words) : say('who.contracts', { ...words, count }));
  }
  const [first, second] = parts;
  if (first === undefined) return null;
  return second === undefined ? first : say('who.both', { first, second });
}

/** The line under it: money at work, what is left alone, what closes. */
export function quarterSubtitle(
  { time }: Pick<ChosenQuarter, 'time'>,
  at: number,
  { say, figures }: TitleWords,
): string {
  const { supply, redundant, alone, closing } = time.quarters[at]!;
  return sentences([
    redundant === null
      ? say('quarter.moneyEarly', { supply: figures.moneyShort(supply) })
      : say('quarter.money', {
          supply: figures.moneyShort(supply),
          redundant: figures.moneyShort(redundant),
        }),
    ...(alone > 0 ? [say('quarter.alone', { count: alone })] : []),
    ...(closing.length > 0 ? [say('quarter.closes', { count: closing.length })] : []),
  ]);
}
