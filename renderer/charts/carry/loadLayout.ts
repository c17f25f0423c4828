import { max } from 'd3-array';
import { type Load, overloadOf, type TeamLoad } from '../../../shared/analysis/teamLoad.ts';
import type { ChartMark } from '../frame/chartMark.ts';
import { LEAST_WIDTH } from '../frame/leastWidth.ts';
import { ellipsis, type MeasureText } from '../frame/measureText.ts';
import type { Label, Rect } from '../frame/rects.ts';
import { axisOver, type TickName } from '../timeline/axis.ts';
import { type TickLine, tickLabels } from '../timeline/tickLabels.ts';

/** What the picture of loads draws; quarters in order of time, without gaps, days since 1970-01-01. */
export interface LoadData {
  readonly teams: readonly (TeamLoad & { readonly name: string })[];
  readonly quarters: readonly { readonly from: number; readonly to: number }[];
  readonly now: number;
}

/** The words inside the drawing. */
export interface LoadGridWords {
  readonly tick: (name: TickName) => string;
  readonly people: (size: number | null) => string;
  /** What stands in a cell. */
  readonly load: (load: Load, size: number | null) => string;
}

export interface LoadGridCell {
  readonly id: string;
  readonly rect: Rect;
  readonly text: string;
  readonly state: 'over' | 'fits' | 'unknown' | 'idle';
  /** Share of the team's people that is asked for, 0..1; null where not known. */
  readonly used: number | null;
}

export interface LoadLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly headBottom: number;
  /** Whether a triangle fits beside the text of each cell with too much, whose plus sign says the same. */
  readonly arrows: boolean;
  readonly major: readonly TickLine[];
  readonly minor: readonly TickLine[];
  readonly nowX: number | null;
  readonly rows: readonly {
    readonly teamId: string;
    readonly y: number;
    readonly name: Label;
    readonly people: Label;
    readonly cells: readonly LoadGridCell[];
  }[];
  readonly marks: readonly ChartMark[];
}

export const LOAD_ROW = 34;
const HEAD = 44;
const SIZE = 12.5;
const SMALL = 11;
/** What a triangle and the space around it take of a cell's width, px. */
const BESIDE_TEXT = 20;

/** The most that a team is overloaded in any quarter; null where no quarter is known. */
export const worstOverload = ({ loads, size }: TeamLoad): number | null =>
  max(loads, (load) => overloadOf(load, size) ?? undefined) ?? null;

/** Teams by their worst overload, those of unknown size last, equal ones by what they are asked for. */
export function byOverload(teams: LoadData['teams']): LoadData['teams'] {
  const asked = (team: TeamLoad): number => max(team.loads, ({ people }) => people ?? 0) ?? 0;
  return [...teams].sort(
    (a, b) =>
      (worstOverload(b) ?? -1) - (worstOverload(a) ?? -1) ||
      asked(b) - asked(a) ||
      (a.teamId < b.teamId ? -1 : 1),
  );
}

/** Every place of the grid of loads in px; pure. */
export function layoutLoad(
  { teams, quarters, now }: LoadData,
  availableWidth: number,
  fiscalStartMonth: number,
  words: LoadGridWords,
  measure: MeasureText,
): LoadLayout {
  const width = Math.max(LEAST_WIDTH, Math.floor(availableWidth));
  const left = Math.max(150, Math.min(260, Math.round(width * 0.26)));
  const plotWidth = width - left - 4;
  const [from, to] = [quarters[0]?.from ?? 0, quarters.at(-1)?.to ?? 365];
  const axis = axisOver(from, to, plotWidth, to - from);
  const x = (day: number): number => left + (day - axis.from) * axis.pxPerDay;
  const marks: ChartMark[] = [];
  const rows = byOverload(teams).map((team, k) => {
    const y = HEAD + LOAD_ROW * (k + 0.5);
    const people = words.people(team.size);
    const name = ellipsis(team.name, left - 14, measure, SIZE);
    return {
      teamId: team.teamId,
      y,
      name: {
        text: name,
        x: 2,
        y: y - 2,
        anchor: 'start' as const,
        size: SIZE,
        weight: 400,
        width: measure(name, SIZE),
      },
      people: {
        text: people,
        x: 2,
        y: y + 12,
        anchor: 'start' as const,
        size: SMALL,
        weight: 400,
        width: measure(people, SMALL),
      },
      cells: team.loads.map((load, at): LoadGridCell => {
        const quarter = quarters[at]!;
        const over = overloadOf(load, team.size);
        const id = `load:${team.teamId}\n${at}`;
        const rect = {
          x: x(quarter.from) + 1.5,
          y: y - LOAD_ROW / 2 + 3,
          width: x(quarter.to) - x(quarter.from) - 3,
          height: LOAD_ROW - 6,
        };
        const idle = load.people === 0 && load.unknown === 0;
        if (!idle) marks.push({ id, lane: k, rect });
        const text = idle ? '' : words.load(load, team.size);
        return {
          id,
          rect,
          text: measure(text, SMALL, 600) + 4 <= rect.width ? text : '',
          state: idle ? 'idle' : over === null ? 'unknown' : over > 0 ? 'over' : 'fits',
          used: over === null || load.people === null || team.size === null ? null : load.people / team.size,
        };
      }),
    };
  });
  const nowX = x(now);
  const tooMuch = rows.flatMap(({ cells }) =>
    cells.filter(({ state, text }) => state === 'over' && text !== ''),
  );
  return {
    width,
    height: HEAD + LOAD_ROW * rows.length + 8,
    left,
    headBottom: HEAD,
    arrows: tooMuch.every(({ text, rect }) => measure(text, SMALL, 650) + BESIDE_TEXT <= rect.width),
    ...tickLabels(axis, left, plotWidth, fiscalStartMonth, words, measure, {
      size: SIZE,
      small: SMALL,
      majorY: 16,
      minorY: 34,
    }),
    nowX: nowX >= left && nowX <= left + plotWidth ? nowX : null,
    rows,
    marks,
  };
}
