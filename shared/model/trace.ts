/** Intermediates of both modes (vectors *_trace): phases, periods, changes and knowledge. */
import type { Compiled } from './compile.ts';
import { evaluateProduct, evaluateProject, prepare } from './evaluate.ts';
import { PERIOD_FIELDS, PERIOD_WIDTH, PHASE_FIELDS, PHASE_WIDTH, type Run } from './run.ts';
import type { ModelInitiative, ModelParameterOverrides } from './types.ts';

export interface TraceChange {
  readonly arrive: number;
  readonly start: number;
  /** Money lost by waiting. */
  readonly delay_cost: number;
  /** Whether it starts before the horizon; only then are k and relearn_pd known. */
  readonly done: boolean;
  readonly k?: number;
  readonly relearn_pd?: number;
}

export type TracePhase = Readonly<Record<(typeof PHASE_FIELDS)[number], number>> & {
  readonly kind: string;
  readonly name: string;
};

export type TracePeriod = Readonly<Record<Exclude<(typeof PERIOD_FIELDS)[number], 'release'>, number>> & {
  readonly release: boolean;
};

export interface ModeTrace<Detail> {
  readonly changes: readonly TraceChange[];
  readonly detail: readonly Detail[];
  /** t0, t1, K at t0, A, B of dK/dt = A - B K. */
  readonly k_segments: readonly (readonly number[])[];
}

export interface TraceResult {
  readonly project: ModeTrace<TracePhase>;
  readonly product: ModeTrace<TracePeriod>;
}

function changesOf(run: Run): TraceChange[] {
  return Array.from({ length: run.changes }, (_, i): TraceChange => {
    const change = {
      arrive: run.changeArrive[i]!,
      delay_cost: run.changeDelay[i]!,
      done: i < run.changesDone,
      start: run.changeStart[i]!,
    };
    return change.done ? { ...change, k: run.changeK[i]!, relearn_pd: run.changeRelearn[i]! } : change;
  });
}

function segmentsOf(run: Run): number[][] {
  return Array.from({ length: run.segments }, (_, i) => Array.from(run.segment.subarray(i * 5, i * 5 + 5)));
}

function phasesOf(c: Compiled, run: Run): TracePhase[] {
  return Array.from({ length: run.details }, (_, i) => {
    const numbers = Object.fromEntries(
      PHASE_FIELDS.map((name, f) => [name, run.detail[i * PHASE_WIDTH + f]!]),
    );
    const phase = c.project.phases[i]!;
    return { ...numbers, kind: phase.kind, name: phase.name } as TracePhase;
  });
}

function periodsOf(run: Run): TracePeriod[] {
  return Array.from({ length: run.details }, (_, i) => {
    const numbers = Object.fromEntries(
      PERIOD_FIELDS.map((name, f) => [name, run.detail[i * PERIOD_WIDTH + f]!]),
    );
    return { ...numbers, release: numbers.release === 1 } as TracePeriod;
  });
}

/** Every intermediate of both modes (pd, months, money); throws ModelInputError when it can not be computed. */
export function trace(initiative: ModelInitiative, defaults?: ModelParameterOverrides): TraceResult {
  const w = prepare(initiative, defaults);
  const p = w.compiled.params;
  evaluateProject(w, p);
  evaluateProduct(w, p);
  return {
    product: {
      changes: changesOf(w.product),
      detail: periodsOf(w.product),
      k_segments: segmentsOf(w.product),
    },
    project: {
      changes: changesOf(w.project),
      detail: phasesOf(w.compiled, w.project),
      k_segments: segmentsOf(w.project),
    },
  };
}
