import { builtOnce } from '../builtOnce.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import { dayNumber } from '../domain/time.ts';
import { type CarrierEnd, type Supply, suppliesOf } from './carriers.ts';

/** From this share of a capability's known money on, a team really carries it; less is a hand lent. */
const REAL_SHARE = 0.1;

/** What a team carries of a capability. */
export interface CarrierCell {
  /** Null for people of whom no team is recorded. */
  readonly teamId: string | null;
  /** Minor units that are known. */
  readonly money: number;
  /** Initiatives without a budget: the money is at least that. */
  readonly unknownMoney: number;
  readonly initiativeIds: readonly string[];
  /** False for a hand lent: under a tenth of the capability's known money. */
  readonly real: boolean;
  readonly end: CarrierEnd;
}

/** Who carries one capability on a day. */
export interface CarrierRow {
  readonly capabilityId: string;
  /** Those who carry it on that day, the most money first. */
  readonly cells: readonly CarrierCell[];
  readonly money: number;
  readonly unknownMoney: number;
  /** Known teams that really carry it, its owning team among them: how many could be lost before nobody knows. */
  readonly teams: number;
  /** Initiatives that serve it of which no team is recorded. */
  readonly unknownTeams: number;
  /** Its owning team, while that exists. */
  readonly ownerTeamId: string | null;
  /** The first day on which nobody carries it; null where somebody stays, or where that is not known. */
  readonly aloneFrom: number | null;
  /** When the next work on it begins; null where none is planned after that day. */
  readonly nextFrom: number | null;
}

/** What goes when a project or a team ends. */
export interface Scatter {
  readonly id: string;
  /** A project of which no team is recorded, or a team. */
  readonly kind: 'project' | 'team';
  /** Of the project or the team. */
  readonly ofId: string;
  /** The first day without them. */
  readonly day: number;
  readonly money: number;
  readonly unknownMoney: number;
  readonly capabilityIds: readonly string[];
  /** Capabilities that nobody carries from that day on. */
  readonly leftAlone: readonly string[];
  /** Projects that hand over and disband with it: each stands with those of its people who go last, and none of whom somebody stays. */
  readonly projectIds: readonly string[];
}

export interface Carriers {
  readonly supplies: readonly Supply[];
  /** In order of time. */
  readonly scatters: readonly Scatter[];
  /** Capabilities that anybody ever served. */
  readonly capabilityIds: readonly string[];
  /** First day on which nobody carries a capability, for those of which that is known. */
  readonly aloneFrom: ReadonlyMap<string, number>;
}

/** Who carries what through all of the time; made once for a state of the portfolio. */
export const carriersOf = builtOnce(build);

const ownerEnd = (records: PortfolioRecords, capabilityId: string): CarrierEnd | undefined => {
  const owner = records.capability[capabilityId]?.ownerTeamId;
  const team = owner == null ? undefined : records.team[owner];
  if (!team) return undefined;
  return team.disbandsOn === null ? 'open' : dayNumber(team.disbandsOn);
};

function build(records: PortfolioRecords): Carriers {
  const supplies = suppliesOf(records).filter(({ capabilityId }) => {
    const capability = records.capability[capabilityId];
    return capability !== undefined && !capability.retired;
  });
  const ends = new Map<string, CarrierEnd>();
  const later = (a: CarrierEnd | undefined, b: CarrierEnd): CarrierEnd => {
    if (a === undefined || a === b) return b;
    if (a === 'open' || b === 'open') return 'open';
    return a === null || b === null ? null : Math.max(a, b);
  };
  for (const { capabilityId, end } of supplies) ends.set(capabilityId, later(ends.get(capabilityId), end));
  for (const [capabilityId, end] of ends) {
    const owner = ownerEnd(records, capabilityId);
    if (owner !== undefined) ends.set(capabilityId, later(end, owner));
  }
  const aloneFrom = new Map<string, number>();
  for (const [capabilityId, end] of ends) if (typeof end === 'number') aloneFrom.set(capabilityId, end);

  const groups = new Map<string, { kind: Scatter['kind']; ofId: string; day: number; list: Supply[] }>();
  for (const supply of supplies) {
    if (typeof supply.end !== 'number') continue;
    const kind = supply.teamId === null ? 'project' : 'team';
    const ofId = supply.teamId ?? supply.initiativeId;
    const key = `${kind}:${ofId}`;
    const group = groups.get(key);
    if (group) group.list.push(supply);
    else groups.set(key, { kind, ofId, day: supply.end, list: [supply] });
  }
  const lastOf = lastToGo(records, supplies, groups);
  const scatters = [...groups].map(([id, { kind, ofId, day, list }]): Scatter => {
    const capabilityIds = [...new Set(list.map(({ capabilityId }) => capabilityId))];
    return {
      id,
      kind,
      ofId,
      day,
      ...moneyOf(list),
      capabilityIds,
      leftAlone: capabilityIds.filter((capability) => aloneFrom.get(capability) === day),
      projectIds: [...new Set(list.map(({ initiativeId }) => initiativeId))].filter(
        (initiative) => lastOf.get(initiative) === id,
      ),
    };
  });
  scatters.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
  return { supplies, scatters, capabilityIds: [...ends.keys()], aloneFrom };
}

/** For each project that wholly disbands the group of its people that goes last, so that none is counted twice. */
function lastToGo(
  records: PortfolioRecords,
  supplies: readonly Supply[],
  groups: ReadonlyMap<string, { readonly day: number; readonly list: readonly Supply[] }>,
): ReadonlyMap<string, string> {
  const kept = new Set(
    supplies.flatMap(({ end, initiativeId }) => (typeof end === 'number' ? [] : [initiativeId])),
  );
  const last = new Map<string, string>();
  for (const [id, { day, list }] of groups) {
    for (const { initiativeId } of list) {
      if (kept.has(initiativeId) || records.initiative[initiativeId]?.mode !== 'project') continue;
      const known = last.get(initiativeId);
      const before = known === undefined ? Number.NEGATIVE_INFINITY : groups.get(known)!.day;
      if (day > before || (day === before && id < known!)) last.set(initiativeId, id);
    }
  }
  return last;
}

/** Known money, and initiatives without a budget, each counted once. */
function moneyOf(list: readonly Supply[]): { readonly money: number; readonly unknownMoney: number } {
  let money = 0;
  const unknown = new Set<string>();
  for (const supply of list) {
    if (supply.money === null) unknown.add(supply.initiativeId);
    else money += supply.money;
  }
  return { money, unknownMoney: unknown.size };
}

/** True while somebody carries it: from the beginning of the work to the end; an unknown beginning is in the past. */
const isCarried = ({ from, end }: Supply, day: number): boolean =>
  (from === null || from <= day) && (end === null || end === 'open' || end > day);

/**
 * Who carries each capability on a day. Those that rest on one team come first, then those that nobody carries any
 * more, then those of which no team is known, then the others by number of teams, and last those whose work is still to
 * begin; within these, the most money first.
 */
export function carrierRows(records: PortfolioRecords, day: number): readonly CarrierRow[] {
  const { supplies, capabilityIds, aloneFrom } = carriersOf(records);
  const byCapability = new Map<string, Supply[]>(capabilityIds.map((id) => [id, []]));
  const next = new Map<string, number>();
  for (const supply of supplies) {
    const { capabilityId, from } = supply;
    if (isCarried(supply, day)) byCapability.get(capabilityId)!.push(supply);
    else if (from !== null && from > day) {
      next.set(capabilityId, Math.min(next.get(capabilityId) ?? from, from));
    }
  }
  const rows = [...byCapability].map(([capabilityId, list]): CarrierRow => {
    const total = moneyOf(list);
    const byTeam = Map.groupBy(list, ({ teamId }) => teamId);
    const cells = [...byTeam].map(([teamId, own]): CarrierCell => {
      const { money, unknownMoney } = moneyOf(own);
      return {
        teamId,
        money,
        unknownMoney,
        initiativeIds: [...new Set(own.map(({ initiativeId }) => initiativeId))],
        real: unknownMoney > 0 || total.money === 0 || money / total.money >= REAL_SHARE,
        end: own.every(({ end }) => end === own[0]!.end) ? own[0]!.end : null,
      };
    });
    cells.sort((a, b) => b.money - a.money || ((a.teamId ?? '') < (b.teamId ?? '') ? -1 : 1));
    const owner = ownerEnd(records, capabilityId);
    const owned = owner !== undefined && (owner === 'open' || owner === null || owner > day);
    const ownerTeamId = owned ? (records.capability[capabilityId]?.ownerTeamId ?? null) : null;
    const teams = new Set(cells.flatMap(({ teamId, real }) => (teamId !== null && real ? [teamId] : [])));
    if (ownerTeamId !== null) teams.add(ownerTeamId);
    return {
      capabilityId,
      cells,
      ...total,
      teams: teams.size,
      unknownTeams: byTeam.get(null)?.length ?? 0,
      ownerTeamId,
      aloneFrom: aloneFrom.get(capabilityId) ?? null,
      nextFrom: next.get(capabilityId) ?? null,
    };
  });
  return rows.sort(
    (a, b) =>
      group(a) - group(b) ||
      a.teams - b.teams ||
      b.money - a.money ||
      (a.capabilityId < b.capabilityId ? -1 : 1),
  );
}

function group({ teams, unknownTeams, nextFrom }: CarrierRow): number {
  if (teams === 0 && unknownTeams > 0) return 2;
  if (teams === 0) return nextFrom === null ? 1 : 4;
  return teams === 1 && unknownTeams === 0 ? 0 : 3;
}

/** Known teams that carry anything in these rows, the most money first. */
export function carrierTeams(rows: readonly CarrierRow[]): readonly string[] {
  const money = new Map<string, number>();
  for (const { cells, ownerTeamId } of rows) {
    for (const cell of cells) {
      if (cell.teamId !== null) money.set(cell.teamId, (money.get(cell.teamId) ?? 0) + cell.money);
    }
    if (ownerTeamId !== null && !money.has(ownerTeamId)) money.set(ownerTeamId, 0);
  }
  return [...money].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
}
