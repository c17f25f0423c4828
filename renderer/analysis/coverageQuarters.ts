import { LEAST_IMPORTANCE } from '../../shared/coverage/checks/orphan.ts';
import { gapsByQuarter, leaversBefore, readQuarter } from '../../shared/coverage/quarterRead.ts';
import type { QuarterFrames } from '../../shared/coverage/quarters.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { isoDay } from '../../shared/domain/time.ts';
import type { MatrixCell, MatrixRow } from '../charts/matrix/matrixData.ts';
import type { PortfolioCoverage } from './jobs.ts';
import { flagOf } from './matrixData.ts';
import { firstDayOf } from './quarterWindow.ts';

/** One quarter of the slider. */
export interface PlanQuarter {
  /** Its first day; names the quarter in what is remembered. */
  readonly id: string;
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Capabilities with too little at work for their need, or left alone. */
  readonly gaps: number;
  /** Capabilities whose gap opens in it, largest gap first. */
  readonly opening: readonly string[];
  readonly closing: readonly string[];
  /** Capabilities that matter and that nobody works on or owns any more. */
  readonly alone: number;
  readonly supply: number;
  /** Null while the texts that say so are still being compared. */
  readonly redundant: number | null;
}

/** The coverage over time as the pictures read it; everything is looked up, nothing analysed again. */
export interface CoverageQuarters {
  readonly frames: QuarterFrames;
  /** False while nothing is known of overlaps yet. */
  readonly compared: boolean;
  readonly quarters: readonly PlanQuarter[];
  /** Element index of a capability. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** By element index: the month from which nobody is left; infinite where somebody stays, owns it, or it matters little. */
  readonly aloneFrom: readonly number[];
}

/** Sums up the quarters over the capabilities; null when the coverage has none. */
export function coverageQuarters(
  records: PortfolioRecords,
  { analysis, origin, compared }: PortfolioCoverage,
  rows: readonly MatrixRow[],
): CoverageQuarters | null {
  const frames = analysis.over_time;
  if (!frames || frames.quarters.length === 0 || origin === null) return null;
  const indexOf = new Map(frames.ids.map((id, e) => [id, e]));
  const orphans = new Map(analysis.elements.map((each) => [each.id, each.orphan_from_month]));
  const aloneFrom = frames.ids.map((id) => {
    const matters = (records.capability[id]?.importance ?? 0) >= LEAST_IMPORTANCE;
    return (matters ? orphans.get(id) : null) ?? Number.POSITIVE_INFINITY;
  });
  const elements = rows.flatMap((row) => indexOf.get(row.id) ?? []);
  const needKnown = new Set(rows.flatMap((row) => (row.need === null ? [] : (indexOf.get(row.id) ?? []))));
  const isAlone = (e: number, q: number): boolean => aloneFrom[e]! <= frames.quarters[q]!.from_month;
  const gaps = gapsByQuarter(
    frames.quarters.length,
    elements,
    (e, q) => isAlone(e, q) || (needKnown.has(e) && readQuarter(frames, e, q).open),
  );
  const byGap = (q: number) => (a: number, b: number) =>
    readQuarter(frames, b, q).gap - readQuarter(frames, a, q).gap || a - b;
  const names = (list: readonly number[]): readonly string[] => list.map((e) => frames.ids[e]!);
  return {
    frames,
    compared,
    indexOf,
    aloneFrom,
    quarters: frames.quarters.map((quarter, q): PlanQuarter => {
      const { open, opening, closing } = gaps[q]!;
      const day = firstDayOf(origin, quarter);
      let supply = 0;
      let redundant = 0;
      for (const e of elements) {
        const state = readQuarter(frames, e, q);
        supply += state.supply;
        redundant += state.redundant;
      }
      return {
        id: isoDay(day),
        day,
        gaps: open.length,
        opening: names([...opening].sort(byGap(q))),
        closing: names(closing),
        alone: open.filter((e) => isAlone(e, q)).length,
        supply,
        redundant: compared ? redundant : null,
      };
    }),
  };
}

/** A row as it is in a quarter; its need stays unknown where nobody entered it. */
export function rowInQuarter(
  { frames, compared, indexOf, aloneFrom }: CoverageQuarters,
  row: MatrixRow,
  q: number,
): MatrixRow {
  const e = indexOf.get(row.id);
  if (e === undefined) return row;
  const { supply, need, gap, redundant, open } = readQuarter(frames, e, q);
  const known = row.need !== null;
  const alone = aloneFrom[e]! <= frames.quarters[q]!.from_month;
  return {
    ...row,
    supply,
    need: known ? need : null,
    gap: known ? gap : null,
    redundant: compared ? redundant : null,
    flag: flagOf(alone || (known && open), compared ? redundant : null, supply),
    alone,
  };
}

/** Who takes less than this share of what is lost is not named as a reason. */
const LEAST_PART = 0.05;

/** Who leaves so that gaps open in a quarter: initiatives that disband and partners whose contract ends, most money first. */
export function causesOf(
  { frames, quarters }: CoverageQuarters,
  q: number,
  cells: readonly MatrixCell[],
): { readonly initiatives: readonly string[]; readonly partners: readonly string[] } {
  const opening = new Set(quarters[q]!.opening);
  const money = new Map<string, number>();
  for (const cell of cells) {
    if (opening.has(cell.row)) money.set(cell.column, (money.get(cell.column) ?? 0) + cell.money);
  }
  const leavers = leaversBefore(frames, q, money.keys()).map((leaver) => ({
    ...leaver,
    part: leaver.lost * money.get(leaver.initiative)!,
  }));
  const all = leavers.reduce((sum, { part }) => sum + part, 0);
  const named = leavers
    .filter(({ part }) => part >= LEAST_PART * all)
    .sort((a, b) => b.part - a.part || (a.initiative < b.initiative ? -1 : 1));
  const unique = (list: readonly string[]): readonly string[] => [...new Set(list)];
  return {
    initiatives: unique(named.flatMap(({ initiative, vendor }) => (vendor === null ? [initiative] : []))),
    partners: unique(named.flatMap(({ vendor }) => (vendor === null ? [] : [vendor]))),
  };
}
