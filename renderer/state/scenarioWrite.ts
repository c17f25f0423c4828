import type { Change } from '../../shared/contract/changes.ts';
import { type AppError, Failure, type Result } from '../../shared/contract/result.ts';
import type { Label } from '../../shared/domain/label.ts';
import type { PortfolioRecords, Scenario, ScenarioStep } from '../../shared/domain/records.ts';
import { newScenario } from '../../shared/domain/roomDefaults.ts';
import { withCheckedChanges } from '../../shared/scenarios/playScenario.ts';
import { isOfPlan, stepsByScenario } from '../../shared/scenarios/scenarioChanges.ts';
import type { Looking } from './portfolioStore.ts';

interface Step {
  readonly label: Label;
  readonly changes: readonly Change[];
}

/** A change as it is written, and the scenario that it makes, to be looked at once it is written. */
interface Written extends Step {
  readonly opens: string | null;
}

export interface WritePlace {
  readonly looking: Looking;
  /** What is shown. */
  readonly records: PortfolioRecords;
  readonly plan: PortfolioRecords;
  readonly by: string;
  /** An instant. */
  readonly at: string;
  /** What a scenario is called that has to be made because a room looks on; null where the plan may be changed. */
  readonly roomScenario: string | null;
}

/**
 * What a change becomes where it may not go into the plan: one more step of the scenario that is looked at, or of a new
 * one while a room looks on, checked as the plan would check it. What lies beside the plan is written as it is.
 * Refused while a snapshot is looked at.
 */
export function intoScenario({ label, changes }: Step, place: WritePlace): Result<Written> {
  const { looking, records, plan, by, at, roomScenario } = place;
  const ofPlan = changes.filter(({ table }) => isOfPlan(table));
  const others = changes.filter(({ table }) => !isOfPlan(table));
  if (ofPlan.length === 0 || (looking.kind === 'plan' && roomScenario === null))
    return { ok: true, value: { label, changes, opens: null } };
  if (looking.kind === 'snapshot') {
    const error: AppError = {
      code: 'looking_at_snapshot',
      message: `the snapshot ${looking.snapshot.name} is only looked at`,
    };
    return { ok: false, error };
  }
  try {
    withCheckedChanges(records, ofPlan);
  } catch (error) {
    if (error instanceof Failure) return { ok: false, error: error.error };
    throw error;
  }
  const made = looking.kind === 'plan' ? scenarioFor(plan, roomScenario ?? '', by, at) : null;
  const scenario = looking.kind === 'plan' ? made : plan.scenario[looking.id];
  if (!scenario) {
    return { ok: false, error: { code: 'not_found', message: 'the scenario is not there any more' } };
  }
  const last = stepsByScenario(plan).get(scenario.id)?.at(-1);
  const step: ScenarioStep = {
    id: crypto.randomUUID(),
    scenarioId: scenario.id,
    position: last ? last.position + 1 : 0,
    label,
    by,
    at,
    changes: ofPlan as ScenarioStep['changes'],
  };
  const params = { ...label.params, scenarioName: scenario.name, stepKey: label.key };
  return {
    ok: true,
    value: {
      label: { key: 'scenario.step', params },
      changes: [
        ...(made ? [{ op: 'put' as const, table: 'scenario' as const, record: { ...made } }] : []),
        { op: 'put', table: 'scenarioStep', record: { ...step } },
        ...others,
      ],
      opens: made?.id ?? null,
    },
  };
}

/** A scenario after all others, under the wanted name or that name with the next number. */
export function scenarioFor(plan: PortfolioRecords, wanted: string, by: string, at: string): Scenario {
  const all = Object.values(plan.scenario);
  const names = new Set(all.map(({ name }) => name));
  let name = wanted;
  for (let number = 2; names.has(name); number += 1) name = `${wanted} ${number}`;
  const position = all.reduce((most, each) => Math.max(most, each.position + 1), 0);
  return newScenario(crypto.randomUUID(), name, position, by, at);
}
