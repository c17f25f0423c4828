import type { Outcome, OutcomeReading, PortfolioRecords, Segment } from '../../../shared/domain/records.ts';
import { inUse } from '../../../shared/planning/inUse.ts';
import {
  isOverdue,
  linksByOutcome,
  type Progress,
  progressOf,
  readingsByOutcome,
} from '../../../shared/planning/outcomes.ts';
import { plain } from '../../ui/fuzzy.ts';

export interface OutcomeRow {
  readonly id: string;
  readonly record: Outcome;
  readonly readings: readonly OutcomeReading[];
  readonly progress: Progress;
  readonly overdue: boolean;
  /** How many initiatives serve it. */
  readonly initiatives: number;
}

const noReadings: readonly OutcomeReading[] = [];

/** Outcomes, retired ones included, with their progress and how many initiatives serve them; `today` is the day that the portfolio speaks of. */
export function outcomeRows(records: PortfolioRecords, today: string): readonly OutcomeRow[] {
  const readings = readingsByOutcome(records);
  const links = linksByOutcome(records);
  return Object.values(records.outcome).map((record) => {
    const own = readings.get(record.id) ?? noReadings;
    const progress = progressOf(record, own);
    return {
      id: record.id,
      record,
      readings: own,
      progress,
      overdue: isOverdue(record, progress, today),
      initiatives: new Set((links.get(record.id) ?? []).map(({ initiativeId }) => initiativeId)).size,
    };
  });
}

/** The row of an outcome that nobody has measured or served yet. */
export const newOutcomeRow = (record: Outcome): OutcomeRow => ({
  id: record.id,
  record,
  readings: noReadings,
  progress: progressOf(record, noReadings),
  overdue: false,
  initiatives: 0,
});

/** Rows whose name, metric, segment or owner contains the text. */
export function matchingRows(
  rows: readonly OutcomeRow[],
  search: string,
  { segment, team }: PortfolioRecords,
): readonly OutcomeRow[] {
  const wanted = plain(search.trim());
  if (wanted === '') return rows;
  return rows.filter(({ record }) =>
    [
      record.name,
      record.metric,
      record.description,
      segment[record.segmentId ?? '']?.name ?? '',
      team[record.ownerTeamId ?? '']?.name ?? '',
    ].some((text) => plain(text).includes(wanted)),
  );
}

export interface SegmentRow {
  readonly id: string;
  readonly record: Segment;
  readonly outcomes: number;
  readonly initiatives: number;
}

/** Segments with how many outcomes are for them and how many initiatives serve them. */
export function segmentRows(records: PortfolioRecords, retiredShown: boolean): readonly SegmentRow[] {
  return (retiredShown ? Object.values(records.segment) : inUse(records.segment)).map((record) => ({
    id: record.id,
    record,
    outcomes: inUse(records.outcome).filter(({ segmentId }) => segmentId === record.id).length,
    initiatives: Object.values(records.segmentLink).filter(({ segmentId }) => segmentId === record.id).length,
  }));
}
