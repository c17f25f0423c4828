/** A line's time at a station. */
export interface LaneSpan {
  readonly station: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/**
 * A lane for each span inside its station, so that no two spans of one station share a lane at one time; a line keeps
 * its lane at a station where it can. Answers the lane of each span and how many lanes each station needs.
 */
export function packLanes(spans: readonly LaneSpan[]): {
  readonly lane: readonly number[];
  readonly count: ReadonlyMap<string, number>;
} {
  const lane = new Array<number>(spans.length).fill(0);
  const count = new Map<string, number>();
  const taken = new Map<string, { from: number; to: number; line: number; lane: number }[]>();
  const order = spans.map((_, k) => k).sort((a, b) => spans[a]!.from - spans[b]!.from || a - b);
  for (const k of order) {
    const span = spans[k]!;
    const others = taken.get(span.station) ?? [];
    const isFree = (wanted: number): boolean =>
      others.every((each) => each.lane !== wanted || each.to <= span.from || each.from >= span.to);
    const own = others.filter((each) => each.line === span.line).map((each) => each.lane);
    let chosen = own.find(isFree) ?? 0;
    while (!isFree(chosen)) chosen += 1;
    lane[k] = chosen;
    others.push({ from: span.from, to: span.to, line: span.line, lane: chosen });
    taken.set(span.station, others);
    count.set(span.station, Math.max(count.get(span.station) ?? 0, chosen + 1));
  }
  return { lane, count };
}
