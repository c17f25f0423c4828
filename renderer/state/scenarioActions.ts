import i18next from 'i18next';
import type { Change } from '../../shared/contract/changes.ts';
import type { Label } from '../../shared/domain/label.ts';
import type { PortfolioRecords, Scenario, ScenarioStep } from '../../shared/domain/records.ts';
import { stepsByScenario } from '../../shared/scenarios/scenarioChanges.ts';
import { authorName } from './author.ts';
import { tell } from './noticeStore.ts';
import { usePortfolio } from './portfolioStore.ts';
import { scenarioFor } from './scenarioWrite.ts';
import { ask, change } from './service.ts';

const plan = (): PortfolioRecords | null => usePortfolio.getState().plan;
const now = (): string => new Date().toISOString();
const words = () => i18next.getFixedT(null, 'scenarios');

/** Makes a scenario, on top of another where one is named, and shows it; answers its id. */
export async function createScenario(parentId: string | null = null, name?: string): Promise<string | null> {
  const records = plan();
  if (!records) return null;
  const made = { ...scenarioFor(records, name ?? words()('name.new'), authorName(), now()), parentId };
  const done = await change('scenario.create', { name: made.name }, [
    { op: 'put', table: 'scenario', record: made },
  ]);
  if (!done) return null;
  usePortfolio.getState().lookAtScenario(made.id);
  return made.id;
}

/** Makes a scenario of the plan with its first steps at once, as one step of the history, and shows it; answers its id. */
export async function createScenarioWith(
  name: string,
  steps: readonly { readonly label: Label; readonly changes: ScenarioStep['changes'] }[],
): Promise<string | null> {
  const records = plan();
  if (!records) return null;
  const at = now();
  const by = authorName();
  const made = scenarioFor(records, name, by, at);
  const done = await change('scenario.create', { name: made.name }, [
    { op: 'put', table: 'scenario', record: made },
    ...steps.map((step, position): Change => {
      const record = { ...step, id: crypto.randomUUID(), scenarioId: made.id, position, by, at };
      return { op: 'put', table: 'scenarioStep', record };
    }),
  ]);
  if (!done) return null;
  usePortfolio.getState().lookAtScenario(made.id);
  return made.id;
}

/** Changes name, description, or what a scenario stands on. */
export function editScenario(
  scenario: Scenario,
  values: Partial<Pick<Scenario, 'name' | 'description' | 'parentId'>>,
): Promise<boolean> {
  return change('scenario.edit', { name: scenario.name }, [
    { op: 'patch', table: 'scenario', id: scenario.id, values },
  ]);
}

/** Makes a copy of a scenario with its own steps. */
export async function duplicateScenario(scenario: Scenario): Promise<string | null> {
  const records = plan();
  if (!records) return null;
  const copy: Scenario = {
    ...scenarioFor(records, words()('name.copy', { name: scenario.name }), authorName(), now()),
    description: scenario.description,
    parentId: scenario.parentId,
  };
  const steps = (stepsByScenario(records).get(scenario.id) ?? []).map(
    (step): Change => ({
      op: 'put',
      table: 'scenarioStep',
      record: { ...step, id: crypto.randomUUID(), scenarioId: copy.id },
    }),
  );
  const done = await change('scenario.create', { name: copy.name }, [
    { op: 'put', table: 'scenario', record: copy },
    ...steps,
  ]);
  return done ? copy.id : null;
}

/** Throws a scenario away with its steps; undo brings it back. */
export async function dropScenario(scenario: Scenario): Promise<boolean> {
  if (
    !(await change('scenario.delete', { name: scenario.name }, [
      { op: 'remove', table: 'scenario', id: scenario.id },
    ]))
  )
    return false;
  tell({ kind: 'done', key: 'notice.scenarioDropped', params: { name: scenario.name }, undoable: true });
  return true;
}

/** Takes one step out of a scenario. */
export function removeStep(scenario: Scenario, step: ScenarioStep): Promise<boolean> {
  return change('scenario.edit', { name: scenario.name }, [
    { op: 'remove', table: 'scenarioStep', id: step.id },
  ]);
}

/** Writes a scenario into the plan after a snapshot of it; `passOver` leaves out the steps that do not fit. */
export async function applyScenario(scenario: Scenario, passOver: boolean): Promise<boolean> {
  const snapshotName = words()('snapshot.before', { name: scenario.name }).slice(0, 500);
  const done = await ask('scenario.apply', { id: scenario.id, passOver, snapshotName });
  if (!done) return false;
  usePortfolio.getState().apply(done.changed);
  tell({ kind: 'done', key: 'notice.scenarioApplied', params: { name: scenario.name }, undoable: true });
  return true;
}
