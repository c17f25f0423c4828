import type { HistoryEntry, Snapshot } from '../contract/methods.ts';
import type { AppError } from '../contract/result.ts';
import { Failure } from '../contract/result.ts';
import type { Label } from '../domain/label.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import { playScenario } from '../scenarios/playScenario.ts';

/** What pages are drawn of: the plan, the plan with a scenario on top, or a snapshot. */
export type Looked =
  | { readonly kind: 'plan' }
  | { readonly kind: 'scenario'; readonly id: string }
  | { readonly kind: 'snapshot'; readonly id: string };

/** Whether a stored value says what is looked at. */
export function isLooked(value: unknown): value is Looked {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, id } = value as { readonly kind?: unknown; readonly id?: unknown };
  return kind === 'plan' || ((kind === 'scenario' || kind === 'snapshot') && typeof id === 'string');
}

/** Names what is looked at; the same for the same state. */
export const lookedKey = (looked: Looked): string =>
  looked.kind === 'plan' ? looked.kind : `${looked.kind}:${looked.id}`;

/** A step of a scenario that a state does without, because it does not fit the plan any more. */
export interface LeftOut {
  /** The name of the scenario that the step belongs to. */
  readonly scenario: string;
  readonly label: Label;
  readonly error: AppError;
}

/** A state of the portfolio with all its records, as a report shows it. */
export interface ReportState {
  readonly looked: Looked;
  /** The name of the scenario or the snapshot; empty for the plan. */
  readonly name: string;
  readonly records: PortfolioRecords;
  readonly leftOut: readonly LeftOut[];
}

/** The states that one report needs. */
export interface ReportStates {
  /** What tables are of, and every page that says nothing else. */
  readonly shown: ReportState;
  /** The plan without any scenario; what lies beside it, such as storyboards, is always taken from here. */
  readonly plan: PortfolioRecords;
  /** The states that pages of a storyboard were added with, by `lookedKey`. */
  readonly ofPages: Readonly<Record<string, ReportState>>;
  /** The frozen states that the portfolio keeps, oldest first. */
  readonly snapshots: readonly Snapshot[];
  /** The last steps of its history, newest first, those undone among them. */
  readonly steps: readonly HistoryEntry[];
}

/** The plan as it is. */
export const planState = (plan: PortfolioRecords): ReportState => ({
  looked: { kind: 'plan' },
  name: '',
  records: plan,
  leftOut: [],
});

/** The plan with a scenario on top. Throws `not_found` for one that is gone or in the plan already. */
export function scenarioState(plan: PortfolioRecords, id: string): ReportState {
  const scenario = Object.hasOwn(plan.scenario, id) ? plan.scenario[id] : undefined;
  if (!scenario || scenario.appliedAt !== null) {
    throw new Failure('not_found', `there is no scenario ${id} that is not in the plan already`, {
      params: { what: 'scenario', id },
    });
  }
  const { records, passedOver } = playScenario(plan, id);
  return {
    looked: { kind: 'scenario', id },
    name: scenario.name,
    records,
    leftOut: passedOver.map(({ step, error }) => ({
      scenario: plan.scenario[step.scenarioId]?.name ?? scenario.name,
      label: step.label,
      error,
    })),
  };
}

/** Every step that some state of a report does without, each once. */
export function allLeftOut({ shown, ofPages }: ReportStates): readonly LeftOut[] {
  const states = new Map([shown, ...Object.values(ofPages)].map((state) => [lookedKey(state.looked), state]));
  return [...states.values()].flatMap(({ leftOut }) => leftOut);
}
