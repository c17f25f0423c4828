import type {
  Contribution,
  Engagement,
  Phase,
  PortfolioRecords,
  Release,
} from '../../shared/domain/records.ts';
import { inUse } from '../../shared/planning/inUse.ts';

type ByInitiative<R> = ReadonlyMap<string, readonly R[]>;

/** Records of one table gathered by initiative, in table order; computed once for each state of the table. */
function gather<R extends { readonly initiativeId: string }>(
  sort?: (a: R, b: R) => number,
): (table: Readonly<Record<string, R>>) => ByInitiative<R> {
  const known = new WeakMap<object, ByInitiative<R>>();
  return (table) => {
    const ready = known.get(table);
    if (ready) return ready;
    const gathered = new Map<string, R[]>();
    for (const id in table) {
      const record = table[id];
      if (!record) continue;
      const list = gathered.get(record.initiativeId);
      if (list) list.push(record);
      else gathered.set(record.initiativeId, [record]);
    }
    if (sort) for (const list of gathered.values()) list.sort(sort);
    known.set(table, gathered);
    return gathered;
  };
}

const contributions = gather<Contribution>();
const engagements = gather<Engagement>();
const phases = gather<Phase>((a, b) => a.position - b.position);
const releases = gather<Release>((a, b) => {
  const [left, right] = [a.actualDate ?? a.plannedDate ?? '9999', b.actualDate ?? b.plannedDate ?? '9999'];
  return left < right ? -1 : left > right ? 1 : 0;
});

export const contributionsByInitiative = (records: PortfolioRecords) => contributions(records.contribution);
export const engagementsByInitiative = (records: PortfolioRecords) => engagements(records.engagement);
/** In order of position. */
export const phasesByInitiative = (records: PortfolioRecords) => phases(records.phase);
/** In order of the actual, else the planned date; undated ones last. */
export const releasesByInitiative = (records: PortfolioRecords) => releases(records.release);

export interface PortfolioCounts {
  readonly initiatives: number;
  readonly projects: number;
  readonly productTeams: number;
  readonly capabilities: number;
  readonly outcomes: number;
}

const counted = new WeakMap<object, { readonly projects: number; readonly productTeams: number }>();

/** How many of each there are and are not retired; counted once for each state of a table. */
export function portfolioCounts(records: PortfolioRecords): PortfolioCounts {
  const initiatives = inUse(records.initiative);
  let modes = counted.get(records.initiative);
  if (!modes) {
    const productTeams = initiatives.filter(({ mode }) => mode === 'product').length;
    modes = { projects: initiatives.length - productTeams, productTeams };
    counted.set(records.initiative, modes);
  }
  return {
    initiatives: initiatives.length,
    ...modes,
    capabilities: inUse(records.capability).length,
    outcomes: inUse(records.outcome).length,
  };
}
