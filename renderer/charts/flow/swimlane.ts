import { ellipsis } from '../frame/measureText.ts';
import { type Label, labelRect, overlaps, type Rect } from '../frame/rects.ts';
import type { ProjectFlow } from './flowData.ts';
import type { FlowWords, Frame } from './flowFrame.ts';

export interface SwimlaneBar {
  readonly id: string;
  readonly row: number;
  /** The wait before the work; no width where nobody waits. */
  readonly wait: Rect;
  readonly work: Rect;
  readonly hit: Rect;
  /** True where work goes from one team to another. */
  readonly handoff: boolean;
}

export interface SwimlaneChange {
  readonly id: string;
  readonly wait: Rect;
  readonly relearn: Rect;
  readonly work: Rect;
  readonly hit: Rect;
}

/** Where work passes to the next phase: picked, it opens its row of the ledger. */
export interface SwimlanePass {
  readonly id: string;
  readonly row: number;
  readonly x: number;
  readonly y: number;
  /** Half its width (px). */
  readonly r: number;
  readonly letter: string;
  /** False where no row of the ledger records it. */
  readonly recorded: boolean;
  readonly hit: Rect;
}

export interface SwimlaneLayout {
  readonly rows: number;
  readonly height: number;
  readonly bars: readonly SwimlaneBar[];
  readonly passes: readonly SwimlanePass[];
  readonly changes: readonly SwimlaneChange[];
  /** From the release to the horizon: run by support. */
  readonly support: Rect | null;
  readonly labels: readonly (Label & { readonly tone: 'ink' | 'project' })[];
  /** Where a gate stopped the project. */
  readonly stop: { readonly x: number; readonly top: number; readonly bottom: number } | null;
}

/** Rows of phases at most: on the screen, and on a page without room for more. */
export const PHASE_ROWS = { usual: 9, least: 6 } as const;
/** A row of phases on the screen, and the least that leaves its bar apart from the next, px. */
export const PHASE_ROW = { usual: 20, least: 17 } as const;
const BAR = 14;
const SIZE = 12;
/** Px between words that stand beside each other: nearer they read as one. */
const APART = 6;
/** Words that are cut say nothing in less, px. */
const LEAST_CUT = 48;
const THIN = 1.5;
/** Small enough to stand in a row between two others. */
const PASS = 6.5;

/** Phases as steps down and to the right, with the wait before each; more phases than rows share the rows evenly. */
export function layoutSwimlane(
  project: ProjectFlow,
  frame: Frame,
  top: number,
  words: FlowWords,
  rowHeight: number = PHASE_ROW.usual,
  mostRows: number = PHASE_ROWS.usual,
): SwimlaneLayout {
  const { phases, changes } = project;
  // What begins after the horizon is not drawn, and takes no row.
  const drawn = 1 + phases.findLastIndex(({ start, waitMonths }) => start - waitMonths < frame.horizon);
  const phaseRows = Math.min(drawn, mostRows);
  const clip = (month: number): number => frame.x(Math.max(0, Math.min(frame.horizon, month)));
  const span = (from: number, to: number, y: number, least: number): Rect => {
    const x0 = clip(from);
    const x1 = clip(to);
    const visible = from < frame.horizon && to > 0;
    return { x: x0, y, width: visible ? Math.max(x1 - x0, to > from ? least : 0) : 0, height: BAR };
  };
  const rowTop = (row: number): number => top + row * rowHeight + 3;

  const bars = phases.map((phase, k): SwimlaneBar => {
    const row = k < drawn ? Math.floor((k * phaseRows) / drawn) : Math.max(0, phaseRows - 1);
    const y = rowTop(row);
    const work = span(phase.start, phase.end, y, THIN);
    const wait = span(phase.start - phase.waitMonths, phase.start, y, 0);
    return {
      id: `phase:${k}`,
      row,
      wait,
      work,
      hit: { x: wait.x, y, width: Math.max(4, work.x + work.width - wait.x), height: BAR },
      handoff: k > 0 && phase.lost > 0,
    };
  });

  const passes = bars.flatMap((bar, k): SwimlanePass[] => {
    const before = bars[k - 1];
    if (!bar.handoff || !before || bar.work.width === 0 || bar.row === before.row) return [];
    const [x, y] = [before.work.x + before.work.width, bar.work.y + BAR / 2];
    return [
      {
        id: `pass:${k}`,
        row: bar.row,
        x,
        y,
        r: PASS,
        letter: words.handoffLetter,
        recorded: phases[k]!.recorded,
        hit: { x: x - PASS - 1, y: y - PASS - 2, width: 2 * PASS + 2, height: 2 * PASS + 4 },
      },
    ];
  });

  const released = project.releaseMonth;
  const supportRow = rowTop(phaseRows);
  const shown = changes.filter((change) => change.arrive < frame.horizon);
  const placedChanges = shown.map((change, k): SwimlaneChange => {
    const wait = span(change.arrive, change.start, supportRow, 0);
    const relearn = span(change.start, change.start + change.relearnMonths, supportRow, 0);
    const work = span(
      change.start + change.relearnMonths,
      change.start + change.relearnMonths + change.workMonths,
      supportRow,
      0,
    );
    const end = Math.max(wait.x + wait.width, relearn.x + relearn.width, work.x + work.width);
    return {
      id: `change:${k}`,
      wait,
      relearn,
      work,
      hit: { x: wait.x, y: supportRow, width: Math.max(4, end - wait.x), height: BAR },
    };
  });
  const hasSupport = released !== null && released < frame.horizon;
  const support = hasSupport
    ? {
        x: frame.x(released),
        y: supportRow + BAR / 2 - 1.5,
        width: frame.right - frame.x(released),
        height: 3,
      }
    : null;

  const labels: SwimlaneLayout['labels'][number][] = [];
  const taken: Rect[] = [...bars, ...placedChanges, ...passes].map(({ hit }) => hit);
  const place = (
    text: string,
    candidates: readonly [number, 'start' | 'end'][],
    y: number,
    tone: 'ink' | 'project',
  ): void => {
    const places = candidates.map(([x, anchor]) => {
      const room = anchor === 'start' ? frame.right - x : x - frame.left;
      return { x, anchor, room, short: ellipsis(text, room, frame.measure, SIZE) };
    });
    const whole = places.filter(({ short }) => short === text);
    // Cut, words stand where most of them fit.
    const cut = places
      .filter(({ room, short }) => short !== text && room >= LEAST_CUT)
      .sort((a, b) => b.room - a.room);
    for (const { x, anchor, short } of [...whole, ...cut]) {
      const label: Label = {
        text: short,
        x,
        y,
        anchor,
        size: SIZE,
        weight: 400,
        width: frame.measure(short, SIZE),
      };
      const box = labelRect(label);
      if (taken.some((other) => overlaps(other, box))) continue;
      taken.push({ ...box, x: box.x - APART, width: box.width + 2 * APART });
      labels.push({ ...label, tone });
      return;
    }
  };
  bars.forEach((bar, k) => {
    if (bar.work.width === 0) return;
    const baseline = bar.hit.y + BAR - 3;
    const end = bar.work.x + bar.work.width + 6;
    place(
      words.phaseName(phases[k]!),
      [
        [end, 'start'],
        [Math.min(bar.wait.x, passes.find(({ id }) => id === `pass:${k}`)?.hit.x ?? bar.wait.x) - 6, 'end'],
      ],
      baseline,
      'ink',
    );
  });
  let height = phaseRows * rowHeight + 4;
  if (support || placedChanges.length > 0) {
    height = (phaseRows + 1) * rowHeight + 4;
    const starts = [...(support ? [support.x] : []), ...placedChanges.map((change) => change.hit.x)];
    place(words.support, [[Math.min(...starts) - 6, 'end']], supportRow + BAR - 3, 'ink');
    const wordWidth = frame.measure(words.changeNeedsTeam, SIZE);
    const learning = placedChanges.filter((change) => change.relearn.width > 0);
    if (learning.length > 0) {
      place(
        words.changeNeedsTeam,
        learning.map((change) => [
          Math.max(frame.left, Math.min(change.hit.x, frame.right - wordWidth)),
          'start',
        ]),
        supportRow - 5,
        'project',
      );
    }
  }
  let stop: SwimlaneLayout['stop'] = null;
  if (project.stoppedAt !== null && project.stoppedAt <= frame.horizon) {
    stop = { x: frame.x(project.stoppedAt), top: top, bottom: top + height };
    place(
      words.stopped,
      [
        [stop.x + 6, 'start'],
        [stop.x - 6, 'end'],
      ],
      top + height - 6,
      'project',
    );
  }
  return { rows: phaseRows, height, bars, passes, changes: placedChanges, support, labels, stop };
}
