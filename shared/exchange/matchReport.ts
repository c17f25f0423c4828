import type { Initiative } from '../domain/records.ts';
import type { ImportReport, ListField, Refresh, RowMatch } from './contract.ts';
import type { MatchedRows } from './matchRows.ts';
import { shownDifferences } from './showRow.ts';

/** Most rows of each kind that a preview carries; counts are of all. */
const SHOWN = { doubtful: 1_000, sure: 500, new: 500 } as const;
const SHOWN_VANISHED = 2_000;
/** Share of the list, or of the portfolio, that must be known for the list to be the same portfolio. */
const SAME_PORTFOLIO = 0.2;

/** What a row ties its initiative to that it was not tied to before. */
export interface NewLinks {
  readonly field: ListField;
  readonly names: readonly string[];
}

export interface MatchReport {
  /** Notes a row that comes in as new; `asIf` gives what another record would become by it. */
  asNew(index: number, asIf: (other: Initiative) => Initiative): void;
  asKnown(index: number, existing: Initiative, merged: Initiative, linked: readonly NewLinks[]): void;
  refresh(): Refresh;
  /** The initiatives to retire, changed so. */
  retired(): readonly Initiative[];
  summary(): Pick<ImportReport, 'vanished' | 'doubtful'>;
}

/** Collects how a list lies on the initiatives that are there: what is sure, doubtful, new, and what vanished. */
export function createMatchReport(
  initiatives: readonly Initiative[],
  matched: MatchedRows,
  context: {
    readonly lineOf: (index: number) => number;
    readonly nameOf: (index: number) => string;
    readonly retire: ReadonlySet<string>;
    readonly currency: string;
    readonly explain: boolean;
  },
): MatchReport {
  const byId = new Map(initiatives.map((initiative) => [initiative.id, initiative]));
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
  const live = initiatives.filter((initiative) => !initiative.retired);
  const samePortfolio =
    present.size > 0 &&
    present.size >= SAME_PORTFOLIO * Math.min(Math.max(1, rows), Math.max(1, live.length));
  const vanished = samePortfolio ? live.filter((initiative) => !present.has(initiative.id)) : [];

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
  const differ = (ours: Initiative, theirs: Initiative) => [
    ...shownDifferences(ours, theirs, context.currency),
  ];

  return {
    asNew(index, asIf) {
      if (!context.explain || initiatives.length === 0) return;
      const best = byId.get(matched.rows[index]?.candidates[0]?.id ?? '');
      keep(index, best ? differ(best, asIf(best)) : []);
    },
    asKnown(index, existing, merged, linked) {
      const row = matched.rows[index];
      if (!context.explain || !row || shown[row.sure].length >= SHOWN[row.sure]) return;
      const differences = [
        ...differ(existing, merged),
        ...linked.map(({ field, names }) => ({ field, ours: null, theirs: `+ ${names.join(' · ')}` })),
      ];
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
    retired: () =>
      vanished
        .filter(({ id }) => context.retire.has(id))
        .map((initiative) => ({ ...initiative, retired: true })),
    summary() {
      if (initiatives.length === 0) return {};
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
