import { newTeam } from '../../domain/defaults.ts';
import type { PortfolioRecords, Team, TeamMember } from '../../domain/records.ts';
import { cutText, matchKey } from '../table/cellText.ts';
import type { ProjectPlanDocument } from './msProject.ts';

const MAX_NAME = 500;

/** A name as it may be kept. */
export const cutName = (text: string): string => cutText(text, MAX_NAME).trim();

/** The teams of a plan. */
export interface People {
  readonly newTeams: readonly Team[];
  readonly newMembers: readonly TeamMember[];
  /** Teams by their id. */
  readonly teams: ReadonlyMap<string, Team>;
  /** The team of a resource. */
  readonly teamOf: ReadonlyMap<number, string>;
  /** The team when all resources are one. */
  readonly only: string | null;
  /** Persons that became a number. */
  readonly counted: number;
}

/** Resources as teams by their group, and people in them by role: a generic resource is a role, a person only counts. */
export function peopleOf(plan: ProjectPlanDocument, newId: () => string, records: PortfolioRecords): People {
  const existing = new Map(Object.values(records.team).map((team) => [matchKey(team.name), team]));
  const members = new Set(
    Object.values(records.teamMember).map((member) => `${member.teamId}\n${matchKey(member.name)}`),
  );
  const newTeams: Team[] = [];
  const teams = new Map<string, Team>();
  const teamOf = new Map<number, string>();
  const roles = new Map<string, { readonly team: Team; readonly name: string; people: number }>();
  let counted = 0;
  for (const resource of plan.resources) {
    const name = cutName(resource.group === '' ? plan.name : resource.group);
    let team = existing.get(matchKey(name));
    if (!team) {
      team = newTeam(newId(), name);
      existing.set(matchKey(name), team);
      newTeams.push(team);
    }
    teams.set(team.id, team);
    teamOf.set(resource.uid, team.id);
    const role = resource.generic ? cutName(resource.name) : name;
    const entry = roles.get(`${team.id}\n${matchKey(role)}`) ?? { team, name: role, people: 0 };
    entry.people += resource.units;
    roles.set(`${team.id}\n${matchKey(role)}`, entry);
    if (!resource.generic) counted += 1;
  }
  return {
    newTeams,
    newMembers: [...roles]
      .filter(([id]) => !members.has(id))
      .map(([, { team, name, people }]) => ({
        id: newId(),
        teamId: team.id,
        name,
        people: Math.min(people, 100_000),
      })),
    teams,
    teamOf,
    only: teams.size === 1 ? ([...teams.keys()][0] ?? null) : null,
    counted,
  };
}
