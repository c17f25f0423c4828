import type { SumCheck, SumReason } from '../contract.ts';
import type { ImportField } from '../importFields.ts';

/** What rounding may take from a sum of sums. */
const ROUNDED = 1e-6;

interface Column {
  readonly field: ImportField;
  readonly header: string;
  cells: number;
  came: number;
  /** What rows of totals say: of everything, and of parts of it. */
  readonly stated: { readonly all: number[]; readonly part: number[] };
  readonly differences: Map<SumReason, { cells: number; amount: number | null }>;
}

/** What a file says that a column adds up to: its grand total, or all its totals of parts together; null where it says nothing. */
function statedTotal({ all, part }: Column['stated']): number | null {
  const totals = all.length > 0 ? all : part;
  if (totals.length === 0) return null;
  const most = Math.max(...totals);
  const sum = totals.reduce((together, each) => together + each, 0);
  // One total that the others add up to is the grand one; totals of which none is so are each of a part.
  const isGrand =
    all.length === 1 || (all.length > 1 && Math.abs(sum - 2 * most) <= Math.abs(most) * ROUNDED);
  return isGrand ? most : sum;
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
      stated: { all: [], part: [] },
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

  /** What a row of totals says, column by column; `isPart` where it sums only some of the rows. */
  state(amounts: readonly (number | null)[], isPart: boolean): void {
    for (const [at, amount] of amounts.entries())
      if (amount !== null) this.columns[at]?.stated[isPart ? 'part' : 'all'].push(amount);
  }

  checks(): SumCheck[] {
    return this.columns.map(({ field, header, cells, came, stated, differences }) => ({
      field,
      column: header,
      cells,
      came,
      stated: statedTotal(stated),
      file: [...differences.values()].reduce((sum, { amount }) => sum + (amount ?? 0), came),
      differences: [...differences].map(([why, { cells, amount }]) => ({ why, cells, amount })),
    }));
  }
}
