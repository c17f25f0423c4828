import type { PhaseKind, PortfolioRecords } from '../domain/records.ts';
import { DAYS_PER_CALENDAR_MONTH } from '../domain/time.ts';
import { ModelInputError } from '../model/evaluate.ts';
import { trace } from '../model/trace.ts';
import { handoffLedger, type ModelledHandoff } from './handoffLedger.ts';
import { initiativeInput, portfolioParameters, settingsOf } from './initiativeInput.ts';

/** A phase of the model where no phase is on record. */
export interface StandardStep {
  readonly kind: PhaseKind;
  /** Calendar days before the work and of it. */
  readonly waitDays: number;
  readonly waitRecorded: boolean;
  readonly workDays: number;
  /** Share of the knowledge that is left on the way into it; null where there was none. */
  readonly kept: number | null;
}

/** What the model says about the steps of a project. */
export interface ModelledSteps {
  /** By id of the phase record. */
  readonly byPhase: ReadonlyMap<string, ModelledHandoff>;
  /** The model's own phases where no phase is on record; else empty. */
  readonly standard: readonly StandardStep[];
}

export const noModelledSteps: ModelledSteps = { byPhase: new Map(), standard: [] };

/** What the model says about the way of a project; nothing where it lacks facts. */
export function modelledSteps(records: PortfolioRecords, id: string): ModelledSteps {
  const { input, phaseIds } = initiativeInput(records, id);
  if (!input?.phases) return noModelledSteps;
  if (phaseIds.some((ids) => ids.length > 0)) {
    const ledger = handoffLedger(records, id);
    const steps = [...ledger.rows.flatMap(({ modelled }) => modelled ?? []), ...ledger.unrecorded];
    return {
      byPhase: new Map(steps.flatMap((step) => step.phaseIds.map((phase) => [phase, step] as const))),
      standard: [],
    };
  }
  try {
    const { detail } = trace(input, portfolioParameters(settingsOf(records))).project;
    return {
      byPhase: new Map(),
      standard: detail.map((phase, k) => ({
        kind: phase.kind as PhaseKind,
        waitDays: phase.wait * DAYS_PER_CALENDAR_MONTH,
        waitRecorded: input.phases?.[k]?.wait_months != null,
        workDays: phase.months * DAYS_PER_CALENDAR_MONTH,
        kept: phase.k_before > 0 ? phase.k_start / phase.k_before : null,
      })),
    };
  } catch (error) {
    if (!(error instanceof ModelInputError)) throw error;
    return noModelledSteps;
  }
}
