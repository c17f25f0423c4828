import { paidShare } from '../model/outputs.ts';
import { COLUMNS, HANDOFFS, RELEARNING, ROW_CHANGE, ROW_HANDOVER, type Run } from '../model/run.ts';

/** What a project books up to the horizon because its team disbands; person-days, and money in whole currency units. */
export interface DisbandingLoss {
  /** Handing the work over to support: the lump at the release (MODEL.md 2.5). */
  readonly handoverPd: number;
  readonly handoverMoney: number;
  /** What those who come after learn again with every change that follows. */
  readonly relearningPd: number;
  readonly relearningMoney: number;
  /** Share of the knowledge that is left right after the hand-over, 0..1. */
  readonly knowledge: number;
}

/** Reads the loss from the rows of a project's run; null where it hands nothing over by the horizon, such as when it is stopped. */
export function disbandingLossOf(run: Run, horizon: number): DisbandingLoss | null {
  const loss = { handoverPd: 0, handoverMoney: 0, relearningPd: 0, relearningMoney: 0 };
  let isHandedOver = false;
  for (let r = 0; r < run.rows; r++) {
    const kind = run.rowKind[r]!;
    if (kind !== ROW_HANDOVER && kind !== ROW_CHANGE) continue;
    const paid = paidShare(run, r, horizon);
    if (paid === 0) continue;
    const rate = run.rowRate[r]!;
    if (kind === ROW_HANDOVER) {
      isHandedOver = true;
      const days = paid * run.rowPd[r * COLUMNS + HANDOFFS]!;
      loss.handoverPd += days;
      loss.handoverMoney += days * rate;
    } else {
      const days = paid * run.rowPd[r * COLUMNS + RELEARNING]!;
      loss.relearningPd += days;
      loss.relearningMoney += days * rate;
    }
  }
  if (!isHandedOver) return null;
  // The last stretch of knowledge is that of support, and begins with what the hand-over left.
  return { ...loss, knowledge: run.segment[5 * (run.segments - 1) + 2]! };
}
