import { builtOnce } from '../../shared/builtOnce.ts';
import type { PortfolioRecords, Release } from '../../shared/domain/records.ts';
import { inUse } from '../../shared/planning/inUse.ts';

const dayOf = ({ actualDate, plannedDate }: Release): string => actualDate ?? plannedDate ?? '9999';
const releases = builtOnce((table: PortfolioRecords['release']): ReadonlyMap<string, readonly Release[]> => {
  const groups = Map.groupBy(Object.values(table), ({ initiativeId }) => initiativeId);
  for (const group of groups.values())
    group.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
  return groups;
});

/** In order of the actual, else the planned date; undated ones last. */
export const releasesByInitiative = (records: PortfolioRecords) => releases(records.release);

export interface PortfolioCounts {
  readonly initiatives: number;
  readonly projects: number;
  readonly productTeams: number;
  readonly capabilities: number;
  readonly outcomes: number;
}

const counted = builtOnce((table: PortfolioRecords['initiative']) => {
  const initiatives = inUse(table);
  const productTeams = initiatives.filter(({ mode }) => mode === 'product').length;
  return { initiatives: initiatives.length, projects: initiatives.length - productTeams, productTeams };
});

/** How many of each there are and are not retired; counted once for each state of a table. */
export const portfolioCounts = (records: PortfolioRecords): PortfolioCounts => ({
  ...counted(records.initiative),
  capabilities: inUse(records.capability).length,
  outcomes: inUse(records.outcome).length,
});
