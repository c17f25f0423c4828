import { builtOnce } from '../builtOnce.ts';
import type { Change } from '../contract/changes.ts';
import type { PortfolioRecords, Scenario, ScenarioStep, TableName } from '../domain/records.ts';
import { tableNames } from '../domain/records.ts';

/** Tables about the plan, beside it: what is written there is never part of a scenario. */
const besidePlan: ReadonlySet<TableName> = new Set([
  'savedView',
  'scenario',
  'scenarioStep',
  'decision',
  'decisionOption',
  'actionItem',
  'parkingItem',
  'intention',
  'ranking',
  'guardrail',
  'waiver',
  'storyboard',
  'storyboardPage',
  'meeting',
  'importReport',
]);

/** True for the tables that a scenario can change. */
export const isOfPlan = (table: TableName): boolean => !besidePlan.has(table);

/** The scenario after those it stands on, first to play first; an unknown id gives an empty list. */
export function scenarioChain(records: PortfolioRecords, id: string): readonly Scenario[] {
  const chain: Scenario[] = [];
  let next: string | null = id;
  while (next !== null && Object.hasOwn(records.scenario, next)) {
    const scenario: Scenario | undefined = records.scenario[next];
    if (!scenario || chain.includes(scenario)) break;
    chain.unshift(scenario);
    next = scenario.parentId;
  }
  // What was applied is in the plan already.
  return chain.filter(({ appliedAt }) => appliedAt === null);
}

/** The changes that say of a scenario, and of those it stands on, that they are in the plan since that instant. */
export const appliedAt = (records: PortfolioRecords, id: string, at: string): readonly Change[] =>
  scenarioChain(records, id).map((each) => ({
    op: 'patch',
    table: 'scenario',
    id: each.id,
    values: { appliedAt: at },
  }));

/** The steps of a scenario and of those it stands on, in order of playing. */
export function scenarioSteps(records: PortfolioRecords, id: string): readonly ScenarioStep[] {
  const own = stepsByScenario(records);
  return scenarioChain(records, id).flatMap((scenario) => own.get(scenario.id) ?? []);
}

/** The steps of each scenario in their order; computed once for each state of the table. */
export const stepsByScenario = ({ scenarioStep }: PortfolioRecords) => byScenario(scenarioStep);
const byScenario = builtOnce(
  (table: PortfolioRecords['scenarioStep']): ReadonlyMap<string, readonly ScenarioStep[]> => {
    const groups = Map.groupBy(Object.values(table), ({ scenarioId }) => scenarioId);
    for (const group of groups.values()) group.sort((a, b) => a.position - b.position);
    return groups;
  },
);

/** A stored step's changes as those of the contract; null where one is of a table that scenarios cannot change. */
export function changesOf(step: ScenarioStep): readonly Change[] | null {
  const known = step.changes.every(
    ({ table }) => (tableNames as readonly string[]).includes(table) && isOfPlan(table as TableName),
  );
  return known ? (step.changes as readonly Change[]) : null;
}
