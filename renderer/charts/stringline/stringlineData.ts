import { bisectRight, max, min } from 'd3-array';
import type { HandoffLine, LineWait } from '../../../shared/analysis/handoffLine.ts';

/** Lines that stand out at once; more could not be told apart across a room. */
export const MOST_LIT = 12;

/** What the stringline draws. */
export interface StringlineData {
  /** At most `MOST_LIT`, from the record and, where that says nothing, from the model. */
  readonly lit: readonly HandoffLine[];
  /** The others, which stand behind as a count of how many wait where. */
  readonly rest: readonly HandoffLine[];
}

/** From the first day to the last of some lines; a team without an end is shown a year on at most, and past its releases. */
export function extentOf(
  lines: readonly HandoffLine[],
): { readonly from: number; readonly to: number } | null {
  const from = min(lines, ({ start }) => start);
  if (from === undefined) return null;
  const ends = lines.flatMap(({ end, start, releases }) =>
    end === null ? [Math.max(start + 365, ...releases.map(({ day }) => day + 60))] : [end],
  );
  return { from, to: Math.max(from + 1, max(ends) ?? from) };
}

/** The wait with the most days, and the line that it belongs to; null where nothing waits. */
export function longestWait(
  lines: readonly HandoffLine[],
): { readonly wait: LineWait; readonly line: HandoffLine } | null {
  let best: { wait: LineWait; line: HandoffLine } | null = null;
  for (const line of lines) {
    for (const wait of line.waits) if (!best || wait.days > best.wait.days) best = { wait, line };
  }
  return best;
}

/** Share of the projects' time in which the work waits; null where no line has an end. */
export function waitingShareOf(lines: readonly HandoffLine[]): number | null {
  const projects = lines.filter(({ waitingShare }) => waitingShare !== null);
  const days = projects.reduce((sum, { start, end }) => sum + end! - start, 0);
  return days > 0 ? projects.reduce((sum, { waitingDays }) => sum + waitingDays, 0) / days : null;
}

/** Lines with the most days of waiting first, then the longest; equal ones by id. */
export function byWaiting(lines: readonly HandoffLine[]): readonly HandoffLine[] {
  const length = ({ start, end }: HandoffLine): number => (end === null ? 0 : end - start);
  return [...lines].sort(
    (a, b) => b.waitingDays - a.waitingDays || length(b) - length(a) || (a.id < b.id ? -1 : 1),
  );
}

/** How many lines wait at a station in each of some spans (in order of time); a line counts once in a span. */
export function waitingBySpan(
  lines: readonly HandoffLine[],
  spans: readonly { readonly from: number; readonly to: number }[],
): ReadonlyMap<string, readonly number[]> {
  const counts = new Map<string, number[]>();
  // Which line was counted last in each span: one that waits twice there is still one that waits.
  const counted = new Map<string, Int32Array>();
  const ends = spans.map(({ to }) => to);
  lines.forEach(({ stays, waits }, line) => {
    for (const wait of waits) {
      const station = (stays[wait.before - 1] ?? stays[wait.before])?.station.key;
      if (station === undefined) continue;
      for (let at = bisectRight(ends, wait.from); at < spans.length && spans[at]!.from < wait.to; at += 1) {
        let list = counts.get(station);
        let last = counted.get(station);
        if (!list || !last) {
          list = spans.map(() => 0);
          last = new Int32Array(spans.length).fill(-1);
          counts.set(station, list);
          counted.set(station, last);
        }
        if (last[at] === line) continue;
        last[at] = line;
        list[at]! += 1;
      }
    }
  });
  return counts;
}
