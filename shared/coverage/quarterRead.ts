import { isUnder } from './demand.ts';
import { type QuarterFrames, shareAtWork } from './quarters.ts';

/** One element in one quarter, in the portfolio's money. */
export interface ElementInQuarter {
  readonly supply: number;
  readonly need: number;
  /** max(0, need - supply) where there is demand. */
  readonly gap: number;
  readonly redundant: number;
  /** Initiatives at work. */
  readonly active: number;
  /** Demand with no money at work, or with less than half of the need (GAP_NONE and GAP_UNDER of MODEL.md 3.1). */
  readonly open: boolean;
}

/** Element `e` in quarter `q`, both by index. */
export const readQuarter = (frames: QuarterFrames, e: number, q: number): ElementInQuarter => {
  const at = e * frames.quarters.length + q;
  const [supply, need] = [frames.supply[at]!, frames.need[at]!];
  const wanted = frames.demand[e]! > 0;
  return {
    supply,
    need,
    gap: wanted ? Math.max(0, need - supply) : 0,
    redundant: frames.redundant[at]!,
    active: frames.active[at]!,
    open: wanted && (!(supply > 0) || isUnder(supply, need)),
  };
};

/** What a quarter changes in the set of gaps, all by element index. */
export interface QuarterGaps {
  readonly open: readonly number[];
  /** Gaps that the quarter before did not have; in the first quarter none, since nobody knows what was before. */
  readonly opening: readonly number[];
  /** Gaps of the quarter before that are closed. */
  readonly closing: readonly number[];
}

/** The gaps of each quarter among some elements; `isOpen` says what counts as one. */
export const gapsByQuarter = (
  count: number,
  elements: readonly number[],
  isOpen: (element: number, quarter: number) => boolean,
): readonly QuarterGaps[] => {
  let before: ReadonlySet<number> | null = null;
  return Array.from({ length: count }, (_, q): QuarterGaps => {
    const open: ReadonlySet<number> = new Set(elements.filter((e) => isOpen(e, q)));
    const known = before;
    before = open;
    return {
      open: [...open],
      opening: known === null ? [] : [...open].filter((e) => !known.has(e)),
      closing: known === null ? [] : [...known].filter((e) => !open.has(e)),
    };
  });
};

/** Who leaves: an initiative whose team ends, or the partner whose contract on it ends. */
export interface Leaver {
  readonly initiative: string;
  readonly vendor: string | null;
  /** Share of the initiative's money that was at work in the quarter before and is no more. */
  readonly lost: number;
}

/** Which of these initiatives have less at work in quarter `q` than in the one before, because somebody leaves. */
export const leaversBefore = (
  frames: QuarterFrames,
  q: number,
  initiatives: Iterable<string>,
): readonly Leaver[] => {
  const [before, now] = [frames.quarters[q - 1], frames.quarters[q]];
  if (!before || !now) return [];
  const found: Leaver[] = [];
  for (const initiative of initiatives) {
    for (const spell of frames.spells[initiative] ?? []) {
      if (!spell.ends || spell.to >= now.to_month) continue;
      const lost = shareAtWork([spell], before) - shareAtWork([spell], now);
      if (lost > 0) found.push({ initiative, vendor: spell.vendor, lost });
    }
  }
  return found;
};
