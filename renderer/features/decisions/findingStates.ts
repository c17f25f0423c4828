import type { PortfolioRecords } from '../../../shared/domain/records.ts';

/** What people did about findings, by finding key; those of which nothing is on record are absent. */
export function findingStates(
  records: PortfolioRecords,
): ReadonlyMap<string, 'decided' | 'question' | 'intended'> {
  const states = new Map<string, 'decided' | 'question' | 'intended'>();
  for (const { findingKey } of Object.values(records.intention)) states.set(findingKey, 'intended');
  for (const { findingKey, state } of Object.values(records.decision)) {
    if (findingKey === '' || state === 'dropped') continue;
    states.set(findingKey, state === 'decided' ? 'decided' : 'question');
  }
  return states;
}
