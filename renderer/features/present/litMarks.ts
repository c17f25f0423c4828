import type { ChartMark } from '../../charts/frame/chartMark.ts';

/** Lines that stand out to a room, at most; the rest is grey. */
export const MOST_LIT = 12;

/**
 * The marks that stand out, all marks of a dozen lines at most: of the lines that the picture names, the weightiest
 * first, else of those with the largest marks; always of the one that is pointed at. Null where everything may be lit,
 * because it is a dozen lines or the picture does it by itself.
 */
export function litMarks(
  marks: readonly ChartMark[],
  wanted: 'own' | readonly string[] | undefined,
  pointed: string | null,
): readonly ChartMark[] | null {
  const lanes = new Set(marks.map(({ lane }) => lane));
  if (wanted === 'own' || lanes.size <= MOST_LIT) return null;
  const order =
    wanted === undefined
      ? [...marks].sort((a, b) => areaOf(b) - areaOf(a) || (a.id < b.id ? -1 : 1))
      : wanted.flatMap((id) => marks.find((mark) => mark.id === id) ?? []);
  const first = marks.find((mark) => mark.id === pointed);
  const lit = new Set<number>();
  for (const { lane } of first ? [first, ...order] : order) {
    if (lit.size === MOST_LIT) break;
    lit.add(lane);
  }
  return marks.filter(({ lane }) => lit.has(lane));
}

const areaOf = ({ rect }: ChartMark): number => rect.width * rect.height;
