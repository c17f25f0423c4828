import type { ChartMark } from '../../charts/frame/chartMark.ts';

/** Marks that stand out to a room, at most; the rest is grey. */
export const MOST_LIT = 12;

/**
 * The marks that stand out: those that the picture names, the weightiest first, else the largest; always the one that
 * is pointed at. Null where all may be lit, because they are a dozen or the picture does it by itself.
 */
export function litMarks(
  marks: readonly ChartMark[],
  wanted: 'own' | readonly string[] | undefined,
  pointed: string | null,
): readonly ChartMark[] | null {
  if (wanted === 'own' || (wanted === undefined && marks.length <= MOST_LIT)) return null;
  const chosen =
    wanted === undefined
      ? [...marks].sort((a, b) => areaOf(b) - areaOf(a) || (a.id < b.id ? -1 : 1))
      : wanted.flatMap((id) => marks.find((mark) => mark.id === id) ?? []);
  const at = pointed === null ? undefined : marks.find((mark) => mark.id === pointed);
  const lit = at ? [at, ...chosen.filter((mark) => mark !== at)] : chosen;
  return lit.slice(0, MOST_LIT);
}

const areaOf = ({ rect }: ChartMark): number => rect.width * rect.height;
