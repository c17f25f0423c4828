import { scaleLinear } from 'd3-scale';
import { ellipsis, type MeasureText, wrapText } from '../frame/measureText.ts';
import type { Anchor, Label } from '../frame/rects.ts';

/** How far one outcome has come, with what is said of it. Shares are 0 at its baseline and 1 at its target. */
export interface OutcomeTrack {
  readonly id: string;
  readonly name: string;
  /** What is counted; empty where nobody said so. */
  readonly about: string;
  readonly baseline: string | null;
  readonly target: string | null;
  /** The latest reading; null where there is none. */
  readonly now: string | null;
  /** Null where it is not known, and then `missing` says what is missing. */
  readonly share: number | null;
  readonly missing: string;
  /** Shares of the readings before the latest, oldest first. */
  readonly earlier: readonly number[];
  /** By when, and whether that is over; empty for no date. */
  readonly due: string;
  readonly late: boolean;
}

export interface PlacedTrack {
  readonly id: string;
  /** Middle of the rail. */
  readonly y: number;
  readonly name: readonly Label[];
  readonly about: Label | null;
  readonly baseline: Label | null;
  readonly target: Label | null;
  readonly now: Label | null;
  readonly due: readonly Label[];
  readonly late: boolean;
  /** Where the latest reading stands; null where its share is not known. */
  readonly at: number | null;
  /** Where the latest reading lies beyond the rail: it stands at its end, as an arrow that way. */
  readonly beyond: 'left' | 'right' | null;
  readonly earlier: readonly number[];
}

export interface OutcomesLayout {
  readonly width: number;
  readonly height: number;
  readonly railLeft: number;
  readonly railRight: number;
  readonly baselineX: number;
  readonly targetX: number;
  readonly heads: readonly Label[];
  readonly tracks: readonly PlacedTrack[];
}

/** Height of a row, px. */
export const OUTCOME_ROW = 64;
const HEAD = 26;
const NAME = { share: 0.32, most: 380 };
const DUE = 176;
/** Room beside the rail for the words under its ends. */
const SIDE = 48;
const SIZE = 13;
const SMALL = 12;
/** So far before the baseline and beyond the target, in lengths of the way, something is drawn where it stands. */
const BEFORE = -0.5;
const AFTER = 1.5;

/** A rail for each outcome from its baseline to its target, all of one length, so that one sees who is how far; pure. */
export function layoutOutcomes(
  tracks: readonly OutcomeTrack[],
  availableWidth: number,
  words: { readonly baseline: string; readonly target: string },
  measure: MeasureText,
): OutcomesLayout {
  const width = Math.max(640, Math.floor(availableWidth));
  const nameRoom = Math.min(NAME.most, width * NAME.share);
  const railLeft = nameRoom + SIDE;
  const railRight = width - DUE - SIDE;
  const shares = tracks.flatMap(({ share, earlier }) => (share === null ? earlier : [...earlier, share]));
  const x = scaleLinear(
    [Math.max(BEFORE, Math.min(0, ...shares)), Math.min(AFTER, Math.max(1, ...shares))],
    [railLeft, railRight],
  ).clamp(true);
  const [baselineX, targetX] = [x(0), x(1)];
  const place = (text: string, at: number, y: number, anchor: Anchor, size: number, weight = 400): Label => ({
    ...{ text, x: at, y, anchor, size, weight },
    width: measure(text, size, weight),
  });
  /** A label whose middle is as near to `at` as the room from `left` to `right` lets it. */
  const within = (
    text: string,
    at: number,
    y: number,
    [left, right]: readonly [number, number],
    weight = 400,
  ): Label => {
    const short = ellipsis(text, right - left, measure, SMALL, weight);
    const half = measure(short, SMALL, weight) / 2;
    return place(short, Math.min(right - half, Math.max(left + half, at)), y, 'middle', SMALL, weight);
  };
  const middle = (baselineX + targetX) / 2;
  // The words under the two ends share what lies between them, so that they never meet.
  const [around, beside] = [
    [railLeft - SIDE + 8, middle - 6] as const,
    [middle + 6, railRight + SIDE - 8] as const,
  ];
  const placed = tracks.map((track, k): PlacedTrack => {
    const top = HEAD + k * OUTCOME_ROW;
    const y = top + 28;
    const { share } = track;
    const names = wrapText(track.name, nameRoom - 8, 2, measure, SIZE, 600);
    const dues = wrapText(track.due, DUE - 8, 2, measure, SMALL, track.late ? 600 : 400);
    const said = share === null ? [track.now, track.missing].filter(Boolean).join(' · ') : track.now;
    return {
      id: track.id,
      y,
      name: names.map((text, line) => place(text, 0, top + 18 + line * 16, 'start', SIZE, 600)),
      about:
        track.about === ''
          ? null
          : place(
              ellipsis(track.about, nameRoom - 8, measure, SMALL),
              0,
              top + 18 + names.length * 16,
              'start',
              SMALL,
            ),
      baseline: track.baseline === null ? null : within(track.baseline, baselineX, y + 20, around),
      target: track.target === null ? null : within(track.target, targetX, y + 20, beside),
      now:
        said === null || said === ''
          ? null
          : within(
              said,
              share === null ? middle : x(share),
              y - 12,
              [railLeft - SIDE + 8, railRight + SIDE - 8],
              600,
            ),
      due: dues.map((text, line) =>
        place(text, width - DUE + 8, y + 4 + line * 15, 'start', SMALL, track.late ? 600 : 400),
      ),
      late: track.late,
      at: share === null ? null : x(share),
      beyond: share === null ? null : share < BEFORE ? 'left' : share > AFTER ? 'right' : null,
      earlier: track.earlier.map((each) => x(each)),
    };
  });
  const height = HEAD + tracks.length * OUTCOME_ROW;
  return {
    width,
    height,
    railLeft,
    railRight,
    baselineX,
    targetX,
    heads: [
      within(words.baseline, baselineX, 14, around, 600),
      within(words.target, targetX, 14, beside, 600),
    ],
    tracks: placed,
  };
}
