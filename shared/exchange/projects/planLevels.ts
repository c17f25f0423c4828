/** What is known of a row of a plan whose levels are not written: whether it sums rows below it, and what its span and cost are. */
export interface PlanSpan {
  readonly summary: boolean;
  readonly start: string | null;
  readonly finish: string | null;
  readonly cost: number | null;
}

interface Open {
  readonly span: PlanSpan;
  /** What of its cost is not yet that of rows below it; null where it has none. */
  rest: number | null;
  rows: number;
}

/** Costs are rounded where they are shown. */
const ROUNDED = 0.001;

function holds({ span, rest, rows }: Open, row: PlanSpan): boolean {
  // A row that sums others has at least one below it.
  if (rows === 0) return true;
  if (row.start !== null && span.start !== null && row.start < span.start) return false;
  if (row.finish !== null && span.finish !== null && row.finish > span.finish) return false;
  if (rest === null || row.cost === 0) return true;
  const rounded = (span.cost ?? 0) * ROUNDED;
  return row.cost === null ? rest > rounded : row.cost <= rest + rounded;
}

/**
 * The level of each row, 1 for the uppermost, of a plan that only says which rows sum others: a row stands below the
 * nearest open summary that its dates and cost fit into.
 */
export function levelsOf(rows: readonly PlanSpan[]): readonly number[] {
  const open: Open[] = [];
  return rows.map((row) => {
    for (let last = open.at(-1); last && !holds(last, row); last = open.at(-1)) open.pop();
    const above = open.at(-1);
    if (above) {
      above.rows += 1;
      if (above.rest !== null) above.rest -= row.cost ?? 0;
    }
    const level = open.length + 1;
    if (row.summary) open.push({ span: row, rest: row.cost === 0 ? null : row.cost, rows: 0 });
    return level;
  });
}
