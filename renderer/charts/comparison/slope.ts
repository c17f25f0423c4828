import { scaleLinear } from 'd3-scale';
import type { ChartMark } from '../frame/chartMark.ts';
import { ellipsis, type MeasureText } from '../frame/measureText.ts';
import { type Label, spreadApart } from '../frame/rects.ts';
import {
  type ComparedState,
  type ComparisonData,
  LEAST_CHANGE,
  type MovedInitiative,
  relativeChange,
  verdictOf,
} from './comparisonData.ts';
import { type MakeLabel, SIZE, SMALL } from './labels.ts';

/** The sentences and figures of what moved in one state. */
export interface SlopeWords {
  readonly slopeTitle: (state: ComparedState) => string;
  /** What an end of a line says, with as much of the name as finds room. */
  readonly slopeEnd: (initiative: MovedInitiative, side: 'before' | 'after', name: string) => string;
  readonly more: (count: number) => string;
}

export interface SlopeLine {
  readonly id: string;
  readonly kind: MovedInitiative['kind'];
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly verdict: 'better' | 'worse' | 'same';
  /** Null on the side where it is not. */
  readonly left: Label | null;
  readonly right: Label | null;
}

export interface SlopeLayout {
  readonly state: number;
  readonly title: Label;
  readonly top: number;
  readonly bottom: number;
  readonly lines: readonly SlopeLine[];
  readonly more: Label | null;
}

/** Initiatives in the slope picture; more cannot be told apart. */
export const SLOPE_LINES = 12;
const SLOPE_STEP = 18;
/** Room below it for how many more there are, px. */
const BELOW = 28;

/** Places what moved in one state below `top`, down to `least` (px) where there is room, with a mark for each; null where nothing did. */
export function placeSlope(
  { states }: ComparisonData,
  focus: number,
  top: number,
  least: number,
  width: number,
  words: SlopeWords,
  measure: MeasureText,
  label: MakeLabel,
  marks: ChartMark[],
): { readonly layout: SlopeLayout; readonly end: number } | null {
  const state = states[focus];
  if (!state) return null;
  const moved = slopesOf(state);
  if (moved.length === 0) return null;
  const title = label(words.slopeTitle(state), 0, top + 14, 'start', SIZE, 600);
  const plotTop = top + 38;
  const height = Math.max(90, moved.length * SLOPE_STEP + 10, least - plotTop - BELOW);
  const bottom = plotTop + height;
  const most = Math.max(...moved.flatMap(({ before, after }) => [before ?? 0, after ?? 0]));
  const y = scaleLinear([0, most > 0 ? most : 1], [bottom, plotTop]);
  const textRoom = Math.min(0.36 * width, 330);
  const textOf = (initiative: MovedInitiative, side: 'before' | 'after'): string => {
    const saying = (name: string): string => words.slopeEnd(initiative, side, name);
    const whole = saying(initiative.name);
    const over = measure(whole, SMALL) - (textRoom - 16);
    // The name gives way, never the amount.
    return over <= 0
      ? whole
      : saying(ellipsis(initiative.name, measure(initiative.name, SMALL) - over, measure, SMALL));
  };
  const rightRoom = Math.max(
    0,
    ...moved.filter(({ after }) => after !== null).map((each) => measure(textOf(each, 'after'), SMALL) + 16),
  );
  const [x1, x2] = [textRoom, width - rightRoom];
  const ends = (side: 'before' | 'after'): ReadonlyMap<string, number> => {
    const own = moved.filter((each) => each[side] !== null);
    const places = spreadApart(
      own.map((each) => y(each[side]!)),
      SLOPE_STEP - 2,
      plotTop,
      bottom,
    );
    return new Map(own.map(({ id }, k) => [id, places[k]!]));
  };
  const [lefts, rights] = [ends('before'), ends('after')];
  const end = (initiative: MovedInitiative, side: 'before' | 'after'): Label | null => {
    const at = (side === 'before' ? lefts : rights).get(initiative.id);
    if (at === undefined) return null;
    const text = textOf(initiative, side);
    return side === 'before'
      ? label(text, x1 - 10, at + 4, 'end', SMALL)
      : label(text, x2 + 10, at + 4, 'start', SMALL);
  };
  const lines = moved.map((initiative): SlopeLine => {
    const { id, kind, before, after } = initiative;
    const [from, to] = [before ?? after ?? 0, after ?? before ?? 0];
    marks.push({
      id: `initiative/${id}`,
      lane: marks.length,
      rect: {
        x: x1 - 4,
        y: Math.min(y(from), y(to)) - 4,
        width: x2 - x1 + 8,
        height: Math.abs(y(from) - y(to)) + 8,
      },
    });
    return {
      id,
      kind,
      x1,
      y1: y(from),
      x2,
      y2: y(to),
      verdict: slopeVerdict(initiative),
      left: end(initiative, 'before'),
      right: end(initiative, 'after'),
    };
  });
  const rest = movedInitiatives(state).length - moved.length;
  const more = rest > 0 ? label(words.more(rest), width / 2, bottom + 20, 'middle', SMALL) : null;
  return {
    layout: { state: focus, title, top: plotTop, bottom, lines, more },
    end: bottom + (more ? BELOW : 8),
  };
}

/** Whether an initiative came, went, or loses another amount than before; a difference that nobody can read is none. */
const moves = ({ before, after }: MovedInitiative): boolean =>
  before === null || after === null
    ? before !== after
    : Math.abs(relativeChange(before, after) ?? 0) >= LEAST_CHANGE;

/** The initiatives of which the waste costs more or less than before, or that are there on one side only; most moved first. */
export const movedInitiatives = ({ initiatives }: ComparedState): readonly MovedInitiative[] =>
  initiatives.filter(moves).sort((a, b) => movedBy(b) - movedBy(a) || (a.id < b.id ? -1 : 1));

/** Those of them that are drawn. */
export const slopesOf = (state: ComparedState): readonly MovedInitiative[] =>
  movedInitiatives(state).slice(0, SLOPE_LINES);

/** Whether its waste costs less or more than before; `same` where one side is not known, or not there. */
export const slopeVerdict = ({ before, after }: MovedInitiative): SlopeLine['verdict'] =>
  verdictOf('wasteMoney', before, after);

const movedBy = ({ before, after }: MovedInitiative): number => Math.abs((after ?? 0) - (before ?? 0));
