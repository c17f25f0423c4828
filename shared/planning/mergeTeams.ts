import type { Change } from '../contract/changes.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import { type NewId, type Planned, patch, put, refuse, remove } from './planned.ts';

/** What a team has: its ids by kind. */
export interface TeamWork {
  readonly initiatives: readonly string[];
  readonly phases: readonly string[];
  readonly capabilities: readonly string[];
}

const nothing: TeamWork = { initiatives: [], phases: [], capabilities: [] };
type Work = { -readonly [K in keyof TeamWork]: string[] };

/** What every team has; teams with nothing are absent. */
export function workByTeam(records: PortfolioRecords): ReadonlyMap<string, TeamWork> {
  const work = new Map<string, Work>();
  const add = (teamId: string | null, kind: keyof TeamWork, id: string): void => {
    if (teamId === null) return;
    let own = work.get(teamId);
    if (!own) {
      own = { initiatives: [], phases: [], capabilities: [] };
      work.set(teamId, own);
    }
    own[kind].push(id);
  };
  for (const { id, teamId } of Object.values(records.initiative)) add(teamId, 'initiatives', id);
  for (const { id, teamId } of Object.values(records.phase)) add(teamId, 'phases', id);
  for (const { id, ownerTeamId } of Object.values(records.capability)) add(ownerTeamId, 'capabilities', id);
  return work;
}

/** How many of each. */
export interface TeamCounts {
  readonly initiatives: number;
  readonly phases: number;
  readonly capabilities: number;
}

function workOf(records: PortfolioRecords, ids: readonly string[]): TeamWork {
  const all = workByTeam(records);
  const own = ids.map((id) => all.get(id) ?? nothing);
  return {
    initiatives: own.flatMap(({ initiatives }) => initiatives),
    phases: own.flatMap(({ phases }) => phases),
    capabilities: own.flatMap(({ capabilities }) => capabilities),
  };
}

const countsOf = (work: TeamWork): TeamCounts => ({
  initiatives: work.initiatives.length,
  phases: work.phases.length,
  capabilities: work.capabilities.length,
});

/** Merges teams into one of them, which stays with its name: initiatives, phases and owned capabilities point at it. */
export function mergeTeams(
  records: PortfolioRecords,
  fromIds: readonly string[],
  intoId: string,
): Planned<TeamCounts & { readonly mission: boolean }> {
  const into = Object.hasOwn(records.team, intoId) ? records.team[intoId] : undefined;
  const from = fromIds.flatMap((id) => (Object.hasOwn(records.team, id) ? records.team[id]! : []));
  if (!into || from.length !== fromIds.length) return refuse('missing');
  if (from.length === 0 || from.some(({ id }) => id === intoId)) return refuse('sameRecord');
  const work = workOf(records, fromIds);
  const missions = [into, ...from].map(({ mission }) => mission.trim()).filter(Boolean);
  const mission = [...new Set(missions)].join('\n');
  const learns = mission !== into.mission.trim();
  const changes: Change[] = [
    ...work.initiatives.map((id) => patch('initiative', id, { teamId: intoId })),
    ...work.phases.map((id) => patch('phase', id, { teamId: intoId })),
    ...work.capabilities.map((id) => patch('capability', id, { ownerTeamId: intoId })),
    ...(learns ? [patch('team', intoId, { mission })] : []),
    ...from.map(({ id }) => remove('team', id)),
  ];
  return { ok: true, changes, ...countsOf(work), mission: learns };
}

/** Deletes teams; what they had stays, and says of its team that it is not known. */
export function deleteTeams(records: PortfolioRecords, ids: readonly string[]): Planned<TeamCounts> {
  const known = ids.filter((id) => Object.hasOwn(records.team, id));
  if (known.length === 0) return refuse('missing');
  return {
    ok: true,
    changes: known.map((id) => remove('team', id)),
    ...countsOf(workOf(records, known)),
  };
}

/** Copies a team's name and mission; its work stays with the original. */
export function duplicateTeam(
  records: PortfolioRecords,
  id: string,
  nameOfCopy: (name: string) => string,
  newId: NewId,
): Planned<{ readonly id: string }> {
  const original = Object.hasOwn(records.team, id) ? records.team[id] : undefined;
  if (!original) return refuse('missing');
  const copy = { ...original, id: newId(), name: nameOfCopy(original.name) };
  return { ok: true, changes: [put('team', copy)], id: copy.id };
}
