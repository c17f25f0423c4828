import type { Change } from '../../shared/contract/changes.ts';
import { type AppError, Failure, type Result } from '../../shared/contract/result.ts';
import type { Label } from '../../shared/domain/label.ts';
import type { PortfolioRecords, ScenarioStep } from '../../shared/domain/records.ts';
import { withCheckedChanges } from '../../shared/scenarios/playScenario.ts';
import { isOfPlan, stepsByScenario } from '../../shared/scenarios/scenarioChanges.ts';
import type { Looking } from './portfolioStore.ts';

interface Step {
  readonly label: Label;
  readonly changes: readonly Change[];
}

/**
 * What a change is where not the plan but a scenario is looked at: one more step of that scenario, checked as the plan
 * would check it. What lies beside the plan is written as it is. Refused while a snapshot is looked at.
 */
export function intoScenario(
  { label, changes }: Step,
  place: {
    readonly looking: Looking;
    readonly records: PortfolioRecords;
    readonly plan: PortfolioRecords;
    readonly by: string;
    /** An instant. */
    readonly at: string;
  },
): Result<{ label: Label; changes: Change[] }> {
  const { looking, records, plan, by, at } = place;
  const ofPlan = changes.filter(({ table }) => isOfPlan(table));
  const others = changes.filter(({ table }) => !isOfPlan(table));
  if (looking.kind === 'plan' || ofPlan.length === 0)
    return { ok: true, value: { label, changes: [...changes] } };
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
  const scenario = plan.scenario[looking.id];
  const last = stepsByScenario(plan).get(looking.id)?.at(-1);
  const step: ScenarioStep = {
    id: crypto.randomUUID(),
    scenarioId: looking.id,
    position: last ? last.position + 1 : 0,
    label,
    by,
    at,
    changes: ofPlan as ScenarioStep['changes'],
  };
  const params = { ...label.params, scenarioName: (scenario?.name ?? '').slice(0, 500), stepKey: label.key };
  return {
    ok: true,
    value: {
      label: { key: 'scenario.step', params },
      changes: [{ op: 'put', table: 'scenarioStep', record: { ...step } }, ...others],
    },
  };
}
