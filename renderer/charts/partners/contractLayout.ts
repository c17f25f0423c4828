import type { PartnerTotal } from '../../../shared/analysis/partnerMoney.ts';
import { dayNumber } from '../../../shared/domain/time.ts';
import type { ChartMark } from '../frame/chartMark.ts';
import { ellipsis, type MeasureText } from '../frame/measureText.ts';
import { type Label, labelRect, overlaps } from '../frame/rects.ts';
import { axisOver, type TickName, xOf } from '../timeline/axis.ts';
import { type TickLine, tickLabels } from '../timeline/tickLabels.ts';
import { contractState, SOON_DAYS } from './partnersData.ts';

/** The words inside the drawing. */
export interface ContractWords {
  readonly tick: (name: TickName) => string;
  /** The day of an end. */
  readonly end: (day: number) => string;
  readonly money: (total: PartnerTotal) => string;
  readonly exit: (total: PartnerTotal) => string;
  readonly hangs: (total: PartnerTotal) => string;
  readonly unknownEnd: string;
  readonly now: string;
  readonly moneyTitle: string;
  readonly exitTitle: string;
  readonly hangsTitle: string;
}

export interface ContractLine {
  readonly total: PartnerTotal;
  readonly y: number;
  readonly state: 'ended' | 'soon' | 'later' | 'unknown';
  /** Where the contract ends; null where nobody knows. */
  readonly x: number | null;
  readonly name: Label;
  readonly end: Label;
  readonly money: Label;
  readonly exit: Label;
  /** Readiness to leave, 0..1. */
  readonly readiness: number | null;
  readonly hangs: Label;
}

export interface ContractLayout {
  readonly width: number;
  readonly height: number;
  readonly headBottom: number;
  readonly left: number;
  readonly plotRight: number;
  readonly nowX: number;
  readonly soonX: number;
  readonly nowLabel: Label;
  readonly major: readonly TickLine[];
  readonly minor: readonly TickLine[];
  readonly titles: readonly Label[];
  readonly exitX: number;
  readonly lines: readonly ContractLine[];
  readonly marks: readonly ChartMark[];
}

export const CONTRACT_ROW = 30;
const HEAD = 62;
const SIZE = 12.5;
const SMALL = 11;
const MONEY = 82;
const EXIT = 78;
const TEN_YEARS = 3653;
/** From a line to the baseline of words over it, px. */
const ABOVE_LINE = 6;

/** Those that end next first, then those that ended, then those of whom nobody knows: each by money. */
export function byContractEnd(partners: readonly PartnerTotal[], now: number): readonly PartnerTotal[] {
  const place = ({ partner }: PartnerTotal): number => {
    const end = partner.contractEnd === null ? null : dayNumber(partner.contractEnd);
    if (end === null) return Number.POSITIVE_INFINITY;
    return end >= now ? end : 1e9 + (now - end);
  };
  // Infinity less itself is no number, so equal places are asked for first.
  return [...partners].sort((a, b) => {
    const [x, y] = [place(a), place(b)];
    return x === y
      ? (b.money ?? 0) - (a.money ?? 0) || b.most - a.most || (a.partner.id < b.partner.id ? -1 : 1)
      : x - y;
  });
}

/** What the contracts are at least wide, px: names at both sides of the time. */
export const LEAST_CONTRACTS = 620;

/** Contracts by their end on a time axis, with what hangs on each; places in px, pure. */
export function layoutContracts(
  partners: readonly PartnerTotal[],
  now: number,
  availableWidth: number,
  fiscalStartMonth: number,
  words: ContractWords,
  measure: MeasureText,
): ContractLayout {
  const width = Math.max(LEAST_CONTRACTS, Math.floor(availableWidth));
  const nameWidth = Math.max(120, Math.min(230, Math.round(width * 0.21)));
  const hangsWidth = Math.max(110, Math.min(300, Math.round(width * 0.22)));
  const left = nameWidth + 6;
  const hangsX = width - hangsWidth;
  const exitX = hangsX - EXIT;
  const moneyRight = exitX - 14;
  const plotRight = moneyRight - MONEY;
  const plotWidth = Math.max(120, plotRight - left);
  const label = (
    text: string,
    x: number,
    y: number,
    size: number,
    weight: number,
    anchor: Label['anchor'] = 'start',
  ): Label => ({ text, x, y, anchor, size, weight, width: measure(text, size, weight) });
  const ends = partners.flatMap(({ partner }) =>
    partner.contractEnd === null ? [] : [dayNumber(partner.contractEnd)],
  );
  const first = Math.max(now - TEN_YEARS, Math.min(now, ...ends));
  const last = Math.min(now + TEN_YEARS, Math.max(now + SOON_DAYS, ...ends));
  const pad = Math.max(30, (last - first) * 0.06);
  const axis = axisOver(first - pad, last + pad, plotWidth, last - first + 2 * pad);
  const x = (day: number): number => left + Math.max(3, Math.min(plotWidth - 3, xOf(axis, day)));
  const nowX = x(now);
  const nowText = label(words.now, nowX + 5, HEAD - 8, SMALL, 600);
  const nowLabel =
    nowText.x + nowText.width > plotRight ? { ...nowText, x: nowX - 5, anchor: 'end' as const } : nowText;
  const marks: ChartMark[] = [];
  const lines = byContractEnd(partners, now).map((total, k): ContractLine => {
    const { partner } = total;
    const y = HEAD + CONTRACT_ROW * (k + 0.5);
    const day = partner.contractEnd === null ? null : dayNumber(partner.contractEnd);
    const at = day === null ? null : x(day);
    marks.push({
      id: `contract:${partner.id}`,
      lane: k,
      rect: { x: 0, y: y - CONTRACT_ROW / 2, width, height: CONTRACT_ROW },
    });
    const said = at === null || day === null ? words.unknownEnd : words.end(day);
    const wide = measure(said, SMALL);
    const end =
      at === null
        ? label(ellipsis(said, plotRight - nowX - 26, measure, SMALL), nowX + 22, y + 4, SMALL, 400)
        : at + 10 + wide <= plotRight
          ? label(said, at + 10, y + 4, SMALL, 400)
          : // Over the line that leads to it, which would strike it through.
            label(said, at - 10, y - ABOVE_LINE, SMALL, 400, 'end');
    return {
      total,
      y,
      state: contractState(day, now),
      x: at,
      name: label(ellipsis(partner.name, nameWidth - 8, measure, SIZE), 2, y + 4, SIZE, 400),
      end,
      // Cut, an amount would be another one; the line before it gives way instead.
      money: label(words.money(total), moneyRight, y + 4, SMALL, 400, 'end'),
      exit: label(ellipsis(words.exit(total), EXIT - 34, measure, SMALL), exitX + 28, y + 4, SMALL, 400),
      readiness: partner.exitReadiness,
      hangs: label(
        ellipsis(words.hangs(total), hangsWidth - 10, measure, SMALL),
        hangsX + 6,
        y + 4,
        SMALL,
        400,
      ),
    };
  });
  const ticks = tickLabels(axis, left, plotWidth, fiscalStartMonth, words, measure, {
    size: SIZE,
    small: SMALL,
    majorY: 16,
    minorY: 34,
  });
  const head = (text: string, at: number, room: number, anchor: Label['anchor']): Label =>
    label(ellipsis(text, room, measure, SMALL, 600), at, HEAD - 8, SMALL, 600, anchor);
  const titles = [
    head(words.moneyTitle, moneyRight, MONEY - 6, 'end'),
    head(words.exitTitle, exitX, EXIT - 8, 'start'),
    head(words.hangsTitle, hangsX + 6, hangsWidth - 10, 'start'),
  ].filter((title) => !overlaps(labelRect(title), labelRect(nowLabel)));
  return {
    width,
    height: HEAD + CONTRACT_ROW * lines.length + 8,
    headBottom: HEAD,
    left,
    plotRight,
    nowX,
    soonX: x(now + SOON_DAYS),
    nowLabel,
    ...ticks,
    titles,
    exitX,
    lines,
    marks,
  };
}
