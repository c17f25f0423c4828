/** A stretch of time: days since 1970-01-01, `to` is the first day after it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The same days as stretches that neither touch nor overlap, in order of time; empty ones are left out. */
export function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    if (to <= from) continue;
    const last = result.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

/** What of the first lies in none of the second, joined and in order of time. */
export function without(stretches: readonly Stretch[], taken: readonly Stretch[]): readonly Stretch[] {
  const cuts = joined(taken);
  return joined(stretches).flatMap((stretch) => {
    const parts: Stretch[] = [];
    let from = stretch.from;
    for (const cut of cuts) {
      if (cut.to <= from) continue;
      if (cut.from >= stretch.to) break;
      if (cut.from > from) parts.push({ from, to: cut.from });
      from = cut.to;
    }
    if (from < stretch.to) parts.push({ from, to: stretch.to });
    return parts;
  });
}

/** Days that at least one of them covers. */
export const daysCovered = (stretches: readonly Stretch[]): number =>
  joined(stretches).reduce((sum, { from, to }) => sum + to - from, 0);
