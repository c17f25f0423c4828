import type { Handoff, Phase } from '../domain/records.ts';
import { DAYS_PER_CALENDAR_MONTH } from '../domain/time.ts';

/** A row of the ledger and the phase that it leads into. */
export interface LedgerPlace {
  readonly handoff: Handoff;
  /** Place of the phase in the list; null when there are no phases. */
  readonly phase: number | null;
  /** False when the place follows from the order of the rows, as the row names no phase. */
  readonly named: boolean;
}

/** Whether work changes hands, and knowledge with it; approvals, legal and funding only make it wait. */
export const passesWork = ({ kind }: Handoff): boolean => kind === 'team' || kind === 'partner';

/**
 * Where each row of a ledger leads, with the phases and the rows in their order. A row that names a phase leads there.
 * Any other is placed by its position: the work starts in the first phase; a handoff to a team or a partner takes it
 * to the next phase, and an approval (legal, funding) stands before that next phase without taking it there. After the
 * last phase, rows stay with the last one.
 */
export function ledgerPlaces(
  handoffs: readonly Handoff[],
  phaseIds: readonly (string | null)[],
): readonly LedgerPlace[] {
  const last = phaseIds.length - 1;
  let at = 0;
  return handoffs.map((handoff) => {
    if (last < 0) return { handoff, phase: null, named: false };
    const own = handoff.phaseId === null ? -1 : phaseIds.indexOf(handoff.phaseId);
    const phase = own >= 0 ? own : Math.min(at + 1, last);
    if (passesWork(handoff)) at = phase;
    else if (own >= 0) at = Math.max(at, own - 1);
    return { handoff, phase, named: own >= 0 };
  });
}

/** Months of waiting before each phase by its place, where the ledger knows any; rows without days add nothing. */
export function ledgerWaits(places: readonly LedgerPlace[]): ReadonlyMap<number, number> {
  const days = new Map<number, number>();
  for (const { handoff, phase } of places) {
    if (phase === null || handoff.waitDays === null) continue;
    days.set(phase, (days.get(phase) ?? 0) + handoff.waitDays);
  }
  return new Map([...days].map(([phase, sum]) => [phase, sum / DAYS_PER_CALENDAR_MONTH]));
}

/**
 * The phases with the waits of the ledger: these replace what a phase itself or a gap between its dates says, because
 * the ledger is the closer record of the same wait. `phases` must be in the order of the plan.
 */
export function withLedgerWaits(
  phases: readonly Phase[],
  waits: ReadonlyMap<number, number>,
): readonly Phase[] {
  if (waits.size === 0) return phases;
  return phases.map((phase, index) => {
    const waitMonths = waits.get(index);
    return waitMonths === undefined ? phase : { ...phase, waitMonths };
  });
}

/**
 * Share of knowledge that the initiative's handoffs keep: the mean of the likely shares of its team and partner
 * handoffs; null when none is known. The model has one such share for an initiative (`handoff_retention`) and applies
 * it to those people only who did not come along (`carry_over` of each phase).
 */
export function recordedRetention(handoffs: readonly Handoff[]): number | null {
  const known = handoffs.flatMap((handoff) =>
    passesWork(handoff) && handoff.keptLikely !== null ? [handoff.keptLikely] : [],
  );
  return known.length === 0 ? null : known.reduce((sum, share) => sum + share, 0) / known.length;
}
