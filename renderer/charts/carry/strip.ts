import { max } from 'd3-array';
import { ellipsis, type MeasureText } from '../frame/measureText.ts';
import { type Label, labelRect, overlaps, type Rect } from '../frame/rects.ts';
import { axisOver, xOf } from '../timeline/axis.ts';
import { quartersBetween } from '../timeline/calendar.ts';
import { type TickLine, tickLabels } from '../timeline/tickLabels.ts';
import { type CarryData, type QuarterScatter, scattersByQuarter } from './carryData.ts';
import type { CarryWords } from './carryWords.ts';

export interface ScatterBar {
  readonly id: string;
  readonly quarter: QuarterScatter;
  readonly rect: Rect;
  /** How many capabilities are left alone. */
  readonly alone: { readonly x: number; readonly y: number; readonly text: string } | null;
  readonly chosen: boolean;
}

/** What handing over and learning again costs after one quarter, in person-days. */
export interface LossBar {
  /** That of the quarter's other bar. */
  readonly id: string;
  readonly rect: Rect;
  readonly label: Label | null;
}

/** What scatters by quarter, and below it on the same axis what that then costs. */
export interface StripLayout {
  readonly height: number;
  readonly top: number;
  readonly base: number;
  readonly bars: readonly ScatterBar[];
  /** Null where the model has no figures for what scatters. */
  readonly losses: { readonly base: number; readonly title: Label; readonly bars: readonly LossBar[] } | null;
  readonly major: readonly TickLine[];
  readonly minor: readonly TickLine[];
  readonly title: Label;
  readonly now: { readonly x: number; readonly label: Label } | null;
}

/** Room for the number of teams beside the names. */
export const COUNT = 46;

interface StripContext {
  readonly left: number;
  readonly right: number;
  readonly nameWidth: number;
  readonly fiscalStartMonth: number;
  readonly words: CarryWords;
  readonly measure: MeasureText;
  /** Height to fill, px; null for the usual one. */
  readonly room: number | null;
  readonly label: (
    text: string,
    x: number,
    y: number,
    size: number,
    weight: number,
    anchor?: Label['anchor'],
  ) => Label;
}

const TEN_YEARS = 3653;
/** Heights on the screen: of the strip, of the one below it (what handing over and learning again then costs), of its bars. */
const USUAL = { strip: 122, losses: 58, lossBar: 26 } as const;
/** Share of what a page has to spare that goes to the upper strip where there are both. */
const UPPER = 0.6;
const SIZE = 12.5;
const SMALL = 11;

/** What scatters by quarter, from half a year before the day of the data on; at most ten years. */
export function layoutStrip(
  { scatters, losses, now, day }: CarryData,
  { left, right, nameWidth, fiscalStartMonth, words, measure, room, label }: StripContext,
): StripLayout | null {
  const ahead = scatters.filter((each) => each.day >= now);
  // Where nothing is to come, what has gone shows instead.
  const first = ahead.length > 0 ? now : (scatters[0]?.day ?? null);
  const last = scatters.at(-1)?.day;
  if (first === null || last === undefined) return null;
  const quarters = quartersBetween(first, Math.min(last + 1, first + TEN_YEARS), fiscalStartMonth);
  const [from, to] = [quarters[0]!.from, Math.max(quarters.at(-1)!.to, quarters[0]!.from + 365)];
  const plotWidth = right - left;
  const axis = axisOver(from, to, plotWidth, to - from);
  const x = (at: number): number => left + xOf(axis, at);
  const counted = scattersByQuarter(scatters, quarters, losses);
  // Room is kept while figures are still coming, so that nothing jumps when they are there.
  const hasLosses = counted.some(({ loss }) => loss.projects.length > 0 || loss.pending > 0);
  const spare = Math.max(0, (room ?? 0) - USUAL.strip - (hasLosses ? USUAL.losses : 0));
  const lower = hasLosses ? (1 - UPPER) * spare : 0;
  const height = USUAL.strip + spare - lower;
  const base = height - 44;
  const top = 26;
  const most = max(counted, ({ money }) => money) ?? 0;
  const ticks = tickLabels(axis, left, plotWidth, fiscalStartMonth, words, measure, {
    size: SIZE,
    small: SMALL,
    majorY: base + 32,
    minorY: base + 15,
  });
  const nowX = x(now);
  const layoutLosses = (): StripLayout['losses'] => {
    if (!hasLosses) return null;
    const lossBase = height + USUAL.losses + lower - 14;
    const mostDays = max(counted, ({ loss }) => loss.days) ?? 0;
    const rects = counted.map(({ from, to, loss: { days } }): Rect => {
      const tall = days > 0 ? Math.max(2, ((USUAL.lossBar + lower) * days) / mostDays) : 0;
      const [x0, x1] = [x(from) + 1.5, x(to) - 1.5];
      return { x: x0, y: lossBase - tall, width: Math.max(1.5, x1 - x0), height: tall };
    });
    let textEnd = Number.NEGATIVE_INFINITY;
    return {
      base: lossBase,
      title: label(
        ellipsis(words.lossTitle, nameWidth + COUNT - 16, measure, SIZE, 600),
        2,
        lossBase - 2,
        SIZE,
        600,
      ),
      bars: counted.flatMap((quarter, k): LossBar[] => {
        const { days } = quarter.loss;
        if (!(days > 0)) return [];
        const rect = rects[k]!;
        const text = label(words.lossDays(days), rect.x + rect.width / 2, rect.y - 4, SMALL, 400, 'middle');
        const box = labelRect(text);
        // Numbers that would lie on each other, or on a higher bar beside theirs, give way; the card says them.
        const fits =
          box.x > textEnd + 6 &&
          box.x > left - COUNT &&
          box.x + box.width < right + 4 &&
          !rects.some((other) => overlaps(box, other));
        if (fits) textEnd = text.x + text.width / 2;
        return [{ id: `scatter:${k}`, rect, label: fits ? text : null }];
      }),
    };
  };
  let aloneEnd = Number.NEGATIVE_INFINITY;
  const nowText = label(words.now, nowX + 4, 12, SMALL, 600);
  const nowLabel = {
    ...nowText,
    x: nowText.x + nowText.width <= right ? nowText.x : nowX - 4 - nowText.width,
  };
  const lossStrip = layoutLosses();
  return {
    height: height + (lossStrip ? USUAL.losses + lower : 0),
    losses: lossStrip,
    top,
    base,
    bars: counted.flatMap((quarter, k): ScatterBar[] => {
      if (quarter.scatters.length === 0) return [];
      const tall = most > 0 ? Math.max(3, ((base - top - 22) * quarter.money) / most) : 3;
      const [x0, x1] = [x(quarter.from) + 1.5, x(quarter.to) - 1.5];
      const alone = quarter.leftAlone.length;
      const middle = (x0 + x1) / 2;
      // Numbers that would lie on each other give way; the card says them.
      const shown = alone > 0 && middle - aloneEnd >= 24;
      if (shown) aloneEnd = middle;
      return [
        {
          id: `scatter:${k}`,
          quarter,
          rect: { x: x0, y: base - tall, width: Math.max(1.5, x1 - x0), height: tall },
          alone: shown ? { x: middle, y: base - tall - 13, text: String(alone) } : null,
          chosen: day > now && day === quarter.to,
        },
      ];
    }),
    ...ticks,
    title: label(
      ellipsis(words.scatterTitle, nameWidth + COUNT - 16, measure, SIZE, 600),
      2,
      base - 2,
      SIZE,
      600,
    ),
    now: nowX >= left && nowX <= right - nowLabel.width - 8 ? { x: nowX, label: nowLabel } : null,
  };
}
