import type { ImportReport, Refresh, RowMatch } from '../contract.ts';
import type { MatchedRows, MatchRecord } from './matchRows.ts';

/** Most rows of each kind that a preview carries; counts are of all. */
const SHOWN = { doubtful: 1_000, sure: 500, new: 500 } as const;
const SHOWN_VANISHED = 2_000;
/** Share of the list, or of the portfolio, that must be known for the list to be the same portfolio. */
const SAME_PORTFOLIO = 0.2;

type Differences = RowMatch['differences'];

export interface MatchReport {
  /** Notes a row that comes in as new; `asIf` tells what would change in a record by it. */
  asNew(index: number, asIf: (id: string) => Differences): void;
  /** Notes a row that is a record of ours; `differ` tells what it changes in it. */
  asKnown(index: number, differ: () => Differences): void;
  refresh(): Refresh;
  /** The ids of the records to retire. */
  retired(): readonly string[];
  summary(): Pick<ImportReport, 'vanished' | 'doubtful'>;
}

/** Collects how a list lies on the records that are there: what is sure, doubtful, new, and what vanished. */
export function createMatchReport(
  ours: readonly MatchRecord[],
  matched: MatchedRows,
  context: {
    readonly lineOf: (index: number) => number;
    readonly nameOf: (index: number) => string;
    readonly retire: ReadonlySet<string>;
    readonly explain: boolean;
  },
): MatchReport {
  const shown: Record<'doubtful' | 'sure' | 'new', RowMatch[]> = { doubtful: [], sure: [], new: [] };

  const counts = { sure: 0, doubtful: 0, new: 0 };
  const present = new Set<string>();
  let rows = 0;
  for (const row of matched.rows) {
    if (row === null) continue;
    rows += 1;
    counts[row.sure] += 1;
    if (row.known) present.add(row.known.id);
    // What may only have been renamed has not vanished.
    else if (row.sure === 'doubtful' && row.candidates[0]) present.add(row.candidates[0].id);
  }
  const live = ours.filter(({ retired }) => !retired);
  const samePortfolio =
    present.size > 0 &&
    present.size >= SAME_PORTFOLIO * Math.min(Math.max(1, rows), Math.max(1, live.length));
  const vanished = samePortfolio ? live.filter(({ id }) => !present.has(id)) : [];

  const keep = (index: number, differences: RowMatch['differences']): void => {
    const row = matched.rows[index];
    if (!row) return;
    const list = shown[row.sure];
    if (list.length >= SHOWN[row.sure]) return;
    list.push({
      row: context.lineOf(index),
      name: context.nameOf(index),
      sure: row.sure,
      taken: row.known?.id ?? null,
      chosen: row.chosen,
      candidates: [...row.candidates],
      differences,
    });
  };

  return {
    asNew(index, asIf) {
      if (!context.explain || ours.length === 0) return;
      const best = matched.rows[index]?.candidates[0];
      keep(index, best ? asIf(best.id) : []);
    },
    asKnown(index, differ) {
      const row = matched.rows[index];
      if (!context.explain || !row || shown[row.sure].length >= SHOWN[row.sure]) return;
      const differences = differ();
      // What is sure and as it was needs no look, unless the person chose it.
      if (row.sure === 'sure' && !row.chosen && differences.length === 0) return;
      keep(index, differences);
    },
    refresh: () => ({
      counts: { ...counts, vanished: vanished.length },
      rows: [...shown.doubtful, ...shown.sure, ...shown.new],
      vanished: vanished.slice(0, SHOWN_VANISHED).map(({ id, name, owner }) => ({ id, name, owner })),
      compared: matched.compared,
    }),
    retired: () => vanished.flatMap(({ id }) => (context.retire.has(id) ? [id] : [])),
    summary() {
      if (ours.length === 0) return {};
      const doubtful = [...matched.rows.entries()].flatMap(([index, row]) =>
        row !== null && (row.sure === 'doubtful' || (row.chosen && row.candidates.length > 0))
          ? [
              {
                row: context.lineOf(index),
                name: context.nameOf(index),
                taken: row.known?.name ?? null,
                decided: row.chosen,
              },
            ]
          : [],
      );
      return {
        vanished: vanished.map(({ id, name }) => ({ id, name, retired: context.retire.has(id) })),
        ...(doubtful.length > 0 ? { doubtful } : {}),
      };
    },
  };
}
