import type { Handoff, PortfolioRecords } from '../domain/records.ts';
import { DAYS_PER_CALENDAR_MONTH } from '../domain/time.ts';
import { ModelInputError } from '../model/evaluate.ts';
import { type TracePhase, trace } from '../model/trace.ts';
import { initiativeInput, portfolioParameters, settingsOf } from './initiativeInput.ts';
import { ledgerPlaces, passesWork } from './ledgerInput.ts';
import { planOrder } from './phasePlan.ts';
import { portfolioIndex } from './portfolioIndex.ts';

/** What the model says about the way into one of its phases, as a project. */
export interface ModelledHandoff {
  /** Place of the phase in the model's sequence, 0 for the first. */
  readonly phase: number;
  readonly phaseName: string;
  /** The phase records that it was made from; empty for phases by rule. */
  readonly phaseIds: readonly string[];
  /** Calendar days of waiting before the phase: from the record where `waitRecorded`, else from the queue. */
  readonly waitDays: number;
  readonly waitRecorded: boolean;
  /** K at the end of the phase before and at the start of this one, 0..1. */
  readonly knowledgeBefore: number;
  readonly knowledgeAfter: number;
  /** Share of it that is left after waiting and handing over; null when there was none. */
  readonly kept: number | null;
  /** Person-days that newcomers of the phase need to learn. */
  readonly relearningDays: number;
  /** Person-days of extra work because knowledge is missing. */
  readonly handoffDays: number;
}

/** A row of the ledger beside what the model makes of it. */
export interface LedgerRow {
  readonly handoff: Handoff;
  /** The phase that it leads into; null when the initiative has no phases. */
  readonly phaseId: string | null;
  /** False when the phase follows from the order of the rows. */
  readonly phaseNamed: boolean;
  /**
   * Several rows may lead into one phase (an approval, then a team): the model's figures stand at the last one that
   * passes the work, and null at the others, so that a column can be added up.
   */
  readonly modelled: ModelledHandoff | null;
}

export interface HandoffLedger {
  /** In order of position. */
  readonly rows: readonly LedgerRow[];
  /** Handoffs of the model that no row records; the way into the first phase is none. */
  readonly unrecorded: readonly ModelledHandoff[];
  /** False when facts are missing, or the initiative is a product team without phases: then nothing is modelled. */
  readonly computed: boolean;
}

/**
 * The handoff ledger of an initiative: recorded days and knowledge beside the modelled ones. Recorded waits and the
 * mean share kept are inputs of the model already; recorded relearning days are shown beside the modelled ones and
 * enter no sum, because the model's own relearning covers the same work.
 */
export function handoffLedger(records: PortfolioRecords, initiativeId: string): HandoffLedger {
  const index = portfolioIndex(records);
  const phases = planOrder(index.phases.get(initiativeId) ?? []);
  const { input, phaseIds } = initiativeInput(records, initiativeId);
  const hasPhases = input?.phases !== undefined;
  const byRule = hasPhases && phases.length === 0;
  const order = byRule ? phaseIds.map(() => null) : phases.map(({ id }) => id);
  const places = ledgerPlaces(index.handoffs.get(initiativeId) ?? [], order);
  const detail = hasPhases ? modelledPhases(records, initiativeId) : null;
  const modelled = (detail ?? []).map((phase, at) =>
    modelledHandoff(phase, at, phaseIds[at] ?? [], input?.phases?.[at]?.wait_months != null),
  );

  // A phase without time of its own has no place in the model: what leads into it leads on into the next.
  const modelPlace = (place: number): number => {
    if (byRule) return place;
    for (let at = place; at < order.length; at++) {
      const found = phaseIds.findIndex((ids) => ids.includes(order[at] ?? ''));
      if (found >= 0) return found;
    }
    return phaseIds.length - 1;
  };
  const into = places.map(({ phase }) => (phase === null || !detail ? null : modelPlace(phase)));
  const carriers = new Map<number, number>();
  into.forEach((at, row) => {
    if (at === null) return;
    const before = carriers.get(at);
    const carries = passesWork(places[row]!.handoff);
    if (before === undefined || carries || !passesWork(places[before]!.handoff)) carriers.set(at, row);
  });
  return {
    rows: places.map(({ handoff, phase, named }, row) => {
      const at = into[row] ?? null;
      return {
        handoff,
        phaseId: phase === null ? null : (order[phase] ?? null),
        phaseNamed: named,
        modelled: at !== null && carriers.get(at) === row ? (modelled[at] ?? null) : null,
      };
    }),
    unrecorded: modelled.filter(({ phase }) => phase > 0 && !carriers.has(phase)),
    computed: detail !== null,
  };
}

function modelledPhases(records: PortfolioRecords, id: string): readonly TracePhase[] | null {
  const { input } = initiativeInput(records, id);
  if (!input) return null;
  try {
    return trace(input, portfolioParameters(settingsOf(records))).project.detail;
  } catch (error) {
    if (!(error instanceof ModelInputError)) throw error;
    return null;
  }
}

const modelledHandoff = (
  phase: TracePhase,
  at: number,
  phaseIds: readonly string[],
  waitRecorded: boolean,
): ModelledHandoff => ({
  phase: at,
  phaseName: phase.name,
  phaseIds,
  waitDays: phase.wait * DAYS_PER_CALENDAR_MONTH,
  waitRecorded,
  knowledgeBefore: phase.k_before,
  knowledgeAfter: phase.k_start,
  kept: phase.k_before > 0 ? phase.k_start / phase.k_before : null,
  relearningDays: phase.relearn,
  handoffDays: phase.hand,
});
