import type { ImportIssue, ImportReason, ImportReport, RepairKind, SkipReason } from './contract.ts';
import { repairKinds } from './contract.ts';

const EXAMPLES = 5;

/** Collects what happened to a list while it is read, and tells it as a report. */
export class Tally {
  private readonly counts = new Map<RepairKind, { count: number; examples: string[] }>();
  readonly skipped: { row: number; reason: SkipReason }[] = [];
  readonly refused: { row: number; column: string; reason: ImportReason }[] = [];
  readonly unreadable: ImportIssue[] = [];
  created = 0;
  updated = 0;
  unchanged = 0;
  budget = 0;
  private readonly keepsText: boolean;

  /** `keepsText` says whether records keep the words of a cell that cannot be read. */
  constructor(keepsText = true) {
    this.keepsText = keepsText;
  }

  /** Counts a repair; the first few examples are kept. */
  repair(what: RepairKind, example: string, times = 1): void {
    let entry = this.counts.get(what);
    if (!entry) {
      entry = { count: 0, examples: [] };
      this.counts.set(what, entry);
    }
    entry.count += times;
    if (entry.examples.length < EXAMPLES && example !== '' && !entry.examples.includes(example))
      entry.examples.push(example.slice(0, 120));
  }

  /** Notes a cell that could not be read; its text stays with the record where that can hold it, and with the report. */
  keep(row: number, column: string, reason: ImportReason, value: string): void {
    this.unreadable.push({ row, column, reason, value: value.slice(0, 500) });
    if (this.keepsText) this.repair('kept_as_text', `${column}, row ${row}: ${value}`);
  }

  report(fileName: string, rows: number, currency: string): ImportReport {
    return {
      fileName,
      rows,
      created: this.created,
      updated: this.updated,
      unchanged: this.unchanged,
      skipped: this.skipped,
      refused: this.refused,
      unreadable: this.unreadable,
      repaired: repairKinds.flatMap((what) => {
        const entry = this.counts.get(what);
        return entry ? [{ what, count: entry.count, examples: entry.examples }] : [];
      }),
      sums: { budget: this.budget, currency },
    };
  }
}
