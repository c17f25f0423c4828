import type { FigureWords } from '../../charts/frame/figureWords.ts';
import type { MatrixData } from '../../charts/matrix/matrixData.ts';
import type { Say } from '../../i18n.ts';

/** What the matrix finds, in a sentence from its own figures; an unknown need is never called "no gap". */
export function coverageFinding(
  data: MatrixData,
  redundant: number,
  { say, figures }: { readonly say: Say<'coverage'>; readonly figures: FigureWords },
): string {
  const gaps = data.rows.filter((row) => row.flag === 'gap').length;
  const known = data.rows.some((row) => row.need !== null);
  const money = figures.moneyShort(redundant);
  if (redundant > 0 && gaps > 0) return say('finding.both', { money, count: gaps });
  if (redundant > 0) return say(known ? 'finding.overlap' : 'finding.overlapOnly', { money });
  if (gaps > 0) return say('finding.gap', { count: gaps });
  return known ? say('finding.none', { count: data.rows.length }) : say('finding.noneUnknown');
}

/** The line under it: how many capabilities there are, and what is not known. */
export function coverageSubtitle(data: MatrixData, unknownMoney: number, say: Say<'coverage'>): string {
  const unknown = data.rows.filter((row) => row.need === null).length;
  return [
    say('subtitle.all', { count: data.rows.length }),
    ...(unknown > 0 ? [say('subtitle.unknown', { count: unknown })] : []),
    ...(unknownMoney > 0 ? [say('subtitle.money', { count: unknownMoney })] : []),
  ].join(' ');
}
