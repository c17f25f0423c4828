import type { LineHandoff, LineStay } from '../../../shared/analysis/handoffLine.ts';
import type { Station } from '../../../shared/analysis/handoffStations.ts';
import type { ChartMark } from '../frame/chartMark.ts';
import type { Label, Rect } from '../frame/rects.ts';
import type { TickName } from '../timeline/axis.ts';
import type { TickLine } from '../timeline/tickLabels.ts';

/** Half the width of a handoff's mark with its letter (px). */
export const MARK = 8;

/** Days since 1970-01-01 from the left edge to the right. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** The words inside the drawing. */
export interface StringWords {
  readonly tick: (name: TickName) => string;
  readonly station: (station: Station) => string;
  /** A line under a station's name; empty for none. */
  readonly note: (station: Station) => string;
  /** What is done in a stay, above its bar; empty where the station says it already. */
  readonly step: (stay: LineStay) => string;
  /** Days waiting and knowledge kept, beside a mark. */
  readonly handoff: (handoff: LineHandoff) => string;
  /** Days waiting only, where there is less room. */
  readonly days: (handoff: LineHandoff) => string;
}

export interface StationRow {
  readonly station: Station;
  readonly top: number;
  readonly height: number;
  readonly labels: readonly Label[];
  readonly note: Label | null;
  /** How many other initiatives wait here, by quarter. */
  readonly rest: readonly {
    readonly id: string;
    readonly rect: Rect;
    readonly count: number;
    /** First day of the quarter, and of the next. */
    readonly from: number;
    readonly to: number;
  }[];
}

export interface StayBar {
  readonly id: string;
  readonly line: number;
  readonly rect: Rect;
  readonly assumed: boolean;
  /** True for a product team without an end. */
  readonly open: boolean;
}

export interface WaitBar {
  readonly id: string;
  readonly line: number;
  readonly rect: Rect;
  readonly assumed: boolean;
}

/** Work going from one station to another. */
export interface Drop {
  readonly line: number;
  readonly x: number;
  readonly fromY: number;
  readonly toY: number;
  readonly assumed: boolean;
}

export interface HandoffMark {
  readonly id: string;
  readonly line: number;
  readonly kind: LineHandoff['kind'];
  readonly x: number;
  readonly y: number;
  /** Half its width; small ones have no letter, as another mark stands there already. */
  readonly r: number;
  readonly assumed: boolean;
  readonly label: Label | null;
}

export interface LineStart {
  readonly line: number;
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly label: Label | null;
}

export interface StringlineLayout {
  readonly width: number;
  readonly height: number;
  readonly headBottom: number;
  readonly left: number;
  readonly major: readonly TickLine[];
  readonly minor: readonly TickLine[];
  readonly stations: readonly StationRow[];
  readonly stays: readonly StayBar[];
  /** From the end of a stay to the first wait that somebody explains: the line goes on, and nobody said why. */
  readonly idle: readonly {
    readonly line: number;
    readonly x: number;
    readonly to: number;
    readonly y: number;
  }[];
  /** What is done in the stays of one line, where there is room. */
  readonly steps: readonly Label[];
  readonly waits: readonly WaitBar[];
  readonly drops: readonly Drop[];
  readonly handoffs: readonly HandoffMark[];
  readonly releases: readonly {
    readonly id: string;
    readonly line: number;
    readonly x: number;
    readonly y: number;
    readonly out: boolean;
  }[];
  /** Numbers and names of the lines; empty for one line, which the title names. */
  readonly starts: readonly LineStart[];
  readonly marks: readonly ChartMark[];
  /** Most other initiatives that wait at one station in one quarter. */
  readonly mostRest: number;
  /** The days that are shown; null where there is nothing to show. */
  readonly window: TimeWindow | null;
  /** Where the shown days lie in the whole time; null while all of it is shown. */
  readonly focusBar: { readonly x: number; readonly width: number } | null;
}
