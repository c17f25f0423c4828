import { Failure } from '../../shared/contract/result.ts';
import type { PortfolioRecords, Scenario } from '../../shared/domain/records.ts';

/** The scenario of that id or name, or null. Throws `invalid_input` where several bear the name. */
export function scenarioNamed({ scenario }: PortfolioRecords, nameOrId: string): Scenario | null {
  const [found, another] = Object.values(scenario).filter(
    ({ id, name }) => id === nameOrId || name === nameOrId,
  );
  if (another)
    throw new Failure('invalid_input', `there is more than one scenario "${nameOrId}"; name it by its id`);
  return found ?? null;
}

/** The scenario of that id or name. Throws `not_found` naming those there are. */
export function findScenario(records: PortfolioRecords, nameOrId: string): Scenario {
  const found = scenarioNamed(records, nameOrId);
  if (found) return found;
  const open = Object.values(records.scenario).filter(({ appliedAt }) => appliedAt === null);
  const names = open.map(({ name }) => `"${name}"`).join(', ') || 'none';
  throw new Failure('not_found', `there is no scenario "${nameOrId}"; there are: ${names}`, {
    params: { what: 'scenario', id: nameOrId },
  });
}
