import type { WasteCategory } from '../../../shared/model/types.ts';

/** Person-days and money of one line; money in whole currency units, what is paid told apart from what is forgone. */
export interface Amount {
  readonly pd: number;
  readonly paid: number;
  readonly forgone: number;
}

/** P10 to P90. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** One line of the bill. */
export interface BillRow {
  readonly id: WasteCategory | 'total';
  /** In initiatives that are set to this mode. */
  readonly project: Amount;
  readonly product: Amount;
  /** Each initiative in the mode it is set to. */
  readonly today: Amount;
  /** All of them in one mode. */
  readonly allProject: Amount;
  readonly allProduct: Amount;
  /** Of today's figures; null until it is simulated. */
  readonly range: { readonly pd: Span; readonly money: Span } | null;
}

/** The bill of some initiatives: the seven wastes, their sum, and the two costs that are the price of a mode. */
export interface BillData {
  readonly wastes: readonly BillRow[];
  readonly total: BillRow;
  readonly prices: readonly BillRow[];
  /** Booked person-days: each in its own mode. */
  readonly bookedPd: number;
  /** Initiatives that are in the sums. */
  readonly counted: number;
  /** Initiatives that lack facts: their wastes are not known. */
  readonly notComputed: number;
  /** Initiatives that wait for their figures. */
  readonly pending: number;
  /** Initiatives in the sums that nobody entered a value for: what their delays cost is not known. */
  readonly valueUnknown: number;
  /** Initiatives in the sums without a record of how many of them people work on at once: task switching is not known. */
  readonly parallelUnknown: number;
  readonly horizonMonths: number;
}

export type Measure = 'pd' | 'money';

/** True when a line's zero only says that nobody recorded what it is made from. */
export const isUnknown = ({ id }: BillRow, { counted, parallelUnknown, valueUnknown }: BillData): boolean =>
  counted > 0 &&
  ((id === 'task_switching' && parallelUnknown === counted) || (id === 'delays' && valueUnknown === counted));

/** What a bar shows. */
export const measured = ({ pd, paid, forgone }: Amount, measure: Measure): number =>
  measure === 'pd' ? pd : paid + forgone;

/** The wastes, the largest first, each with its place in the order of the bill. */
export const rankedWastes = ({ wastes }: BillData, measure: Measure): readonly BillRow[] =>
  [...wastes].sort((a, b) => measured(b.today, measure) - measured(a.today, measure));
