import type { ImportPlan } from '../contract.ts';
import { ownIds } from './chooseTables.ts';
import { namesLinks, namesRole } from './listNames.ts';
import type { OtherTable } from './otherTable.ts';

/**
 * Whether a table says more of the initiatives themselves, once of each: its own rows are called as they are, and nothing
 * says that they are anything else.
 */
export function tellsMore(
  other: OtherTable,
  headers: readonly string[],
  plan: ImportPlan,
  join: number | null,
): boolean {
  const { name, externalId } = plan.columns;
  if (join === null || (join !== name && join !== externalId) || namesRole(other.fileName, headers))
    return false;
  return ownIds(other.table, { ...plan, columns: { name: join } }).size > 0;
}

/** True for a table that only says which initiative serves what: nothing of it happens at a time or costs anything. */
export function isLinks(
  fileName: string,
  headers: readonly string[],
  { columns }: ImportPlan,
  join: number | null,
): boolean {
  const serves = (['capabilities', 'outcomes', 'segments'] as const).some(
    (field) => columns[field] !== undefined && columns[field] !== join,
  );
  const happens = (['startDate', 'endDate', 'budget', 'spent'] as const).some(
    (field) => columns[field] !== undefined,
  );
  return join !== null && serves && !happens && (namesLinks(fileName) || !namesRole(fileName, headers));
}
