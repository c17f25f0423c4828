import type { SumCheck, SumReason } from './contract.ts';
import type { ImportField } from './importFields.ts';

interface Column {
  readonly field: ImportField;
  readonly header: string;
  cells: number;
  came: number;
  stated: number | null;
  readonly differences: Map<SumReason, { cells: number; amount: number | null }>;
}

/** Adds up what a list's columns of money hold and what of it comes in, so that both can be held against each other. */
export class SumTally {
  private readonly columns: readonly Column[];

  /** The columns of money in the order of their fields. */
  constructor(columns: readonly { readonly field: ImportField; readonly header: string }[]) {
    this.columns = columns.map((column) => ({
      ...column,
      cells: 0,
      came: 0,
      stated: null,
      differences: new Map(),
    }));
  }

  came(at: number, amount: number): void {
    const column = this.columns[at];
    if (!column) return;
    column.cells += 1;
    column.came += amount;
  }

  /** Notes a cell that does not come in; `amount` is null when none can be read in it. */
  differs(at: number, why: SumReason, amount: number | null): void {
    const column = this.columns[at];
    if (!column) return;
    const entry = column.differences.get(why) ?? { cells: 0, amount: null };
    entry.cells += 1;
    if (amount !== null) entry.amount = (entry.amount ?? 0) + amount;
    column.differences.set(why, entry);
  }

  /** What the row of totals says, column by column; the last such row counts. */
  state(amounts: readonly (number | null)[]): void {
    for (const [at, amount] of amounts.entries()) {
      const column = this.columns[at];
      if (column && amount !== null) column.stated = amount;
    }
  }

  checks(): SumCheck[] {
    return this.columns.map(({ field, header, cells, came, stated, differences }) => ({
      field,
      column: header,
      cells,
      came,
      stated,
      file: [...differences.values()].reduce((sum, { amount }) => sum + (amount ?? 0), came),
      differences: [...differences].map(([why, { cells, amount }]) => ({ why, cells, amount })),
    }));
  }
}
