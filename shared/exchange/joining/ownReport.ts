import type { Portfolio } from '../../domain/records.ts';
import { subjectTables } from '../columns/subjectKinds.ts';
import type { ImportReport, Refresh, TableReport } from '../contract.ts';
import type { OtherSubject } from '../importFields.ts';
import type { ImportOutcome } from '../records/mapTable.ts';
import type { ImportChanges } from '../records/rowTarget.ts';
import type { FurtherTable, SourceNote } from '../sources.ts';
import { ownNotes } from './otherTable.ts';
import type { Tie } from './ownTies.ts';
import type { OwnList } from './splitTables.ts';

const EXAMPLES = 5;
/** What became of a list of its own, by the report of its import; null where it was left out. */
export function ownReport(list: OwnList, report: ImportReport | null): TableReport {
  const { source, subject, plan, names } = list;
  const below = source.table.rows.length - plan.headerRow - 1;
  const notes = ownNotes(source, report?.notes ?? []);
  const issues = [
    ...(report?.refused ?? []).map((each) => ({ ...each, value: '' })),
    ...(report?.unreadable ?? []),
  ];
  return {
    fileName: source.fileName,
    role: subject,
    join: null,
    taken: report !== null,
    rows: report?.rows ?? Math.max(0, below),
    created: report?.created ?? 0,
    updated: report?.updated ?? 0,
    unchanged: report?.unchanged ?? 0,
    skipped: report?.skipped.length ?? 0,
    refused: report?.refused.length ?? 0,
    unjoined: 0,
    unjoinedIds: [],
    sum: (report?.sumChecks ?? []).reduce((sum, { came }) => sum + came, 0),
    issues: issues.sort((a, b) => a.row - b.row),
    ...(report && report.repaired.length > 0 ? { repaired: report.repaired } : {}),
    ...(notes.length > 0 ? { notes: [...notes] } : {}),
    ...(report?.doubtful ? { doubtful: report.doubtful } : {}),
    file: source.file,
    headers: [...names.names],
    columns: plan.columns,
  };
}

/** The report of a list whose rows named initiatives in a column: it was not left out, and whom it did not find is said. */
export function withTie(report: TableReport, { column, unjoined }: Tie): TableReport {
  const notes = (report.notes ?? []).flatMap((note) => {
    if (note.what !== 'columnsLeft' || !note.examples.includes(column)) return [note];
    const examples = note.examples.filter((each) => each !== column);
    return note.count > 1 ? [{ ...note, count: note.count - 1, examples }] : [];
  });
  const names = [...new Set(unjoined)];
  const unfound = {
    what: 'tiesUnfound' as const,
    count: unjoined.length,
    examples: names.slice(0, EXAMPLES),
  };
  const said = unjoined.length === 0 ? notes : [...notes, unfound];
  const { notes: _, ...rest } = report;
  return said.length === 0 ? rest : { ...rest, notes: said };
}

/** How a list of its own was taken, to be said again. */
export const choiceOf = ({ source, subject, taken, choice }: OwnList): FurtherTable => ({
  ...choice,
  file: source.file,
  role: subject,
  join: null,
  taken,
});

/** A note of what initiatives name and their lists do not hold: it is made, and may be a slip of the pen. */
export function namedOnly({ add }: ImportChanges, subjects: readonly OtherSubject[]): readonly SourceNote[] {
  const names = [...new Set(subjects)].flatMap((subject) =>
    (add[subjectTables[subject]] ?? []).map(({ name }) => name),
  );
  return names.length === 0
    ? []
    : [{ what: 'namedOnly', count: names.length, examples: names.slice(0, EXAMPLES) }];
}

/** A function that leaves what other lists of the same sort hold out of what has vanished. */
export function goneFromAll(lists: readonly ImportOutcome[]) {
  const gone = lists.map(({ report }) => new Set((report.vanished ?? []).map(({ id }) => id)));
  const left = <T extends { readonly id: string }>(vanished: readonly T[]): T[] =>
    vanished.filter(({ id }) => gone.every((ids) => ids.has(id)));
  return {
    report: (report: ImportReport): ImportReport =>
      report.vanished ? { ...report, vanished: left(report.vanished) } : report,
    refresh(refresh: Refresh): Refresh {
      const vanished = left(refresh.vanished);
      const fewer = refresh.vanished.length - vanished.length;
      return {
        ...refresh,
        vanished,
        counts: { ...refresh.counts, vanished: refresh.counts.vanished - fewer },
      };
    },
  };
}

/** The changes with the portfolio's currency, where only lists and tables beside the main one brought amounts in another. */
export function inCurrency(
  changes: ImportChanges,
  portfolio: Portfolio,
  currency: string,
  lists: readonly ImportOutcome[],
  joined: readonly TableReport[],
): ImportChanges {
  const broughtMoney =
    lists.some(({ report }) => report.sumChecks?.some(({ cells }) => cells > 0)) ||
    joined.some(({ sum }) => sum > 0);
  if (currency === portfolio.currency || !broughtMoney || (changes.update.portfolio?.length ?? 0) > 0)
    return changes;
  return { ...changes, update: { ...changes.update, portfolio: [{ ...portfolio, currency }] } };
}
