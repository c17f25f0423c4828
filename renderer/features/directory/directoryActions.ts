import i18next from 'i18next';
import { newPartner, newTeam } from '../../../shared/domain/defaults.ts';
import type { Partner, PortfolioRecords, Team, TeamMember } from '../../../shared/domain/records.ts';
import { deletePartners, duplicatePartner, mergePartners } from '../../../shared/planning/mergePartners.ts';
import { deleteTeams, duplicateTeam, mergeTeams } from '../../../shared/planning/mergeTeams.ts';
import { type Planned, patch, put, remove as removeRecord } from '../../../shared/planning/planned.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { canWrite, newId } from '../../state/initiativeActions.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { disband, retire as retireRecords } from '../../state/retireActions.ts';
import { change } from '../../state/service.ts';
import { planDay } from '../planning/today.ts';
import { type DirectoryTab, type SaidKey, useDirectory } from './directoryStore.ts';

/** Says what was done in the line that screen readers hear. */
export function say(key: SaidKey, params: Record<string, string | number>): void {
  useDirectory.getState().set({ said: { key, params } });
}

/** The table that a list shows. */
export const tableOf = (tab: DirectoryTab): 'team' | 'partner' => (tab === 'teams' ? 'team' : 'partner');

function open(): PortfolioRecords | null {
  return canWrite() ? usePortfolio.getState().records : null;
}

async function run(key: string, params: Record<string, string | number>, planned: Planned): Promise<boolean> {
  return planned.ok && change(key, params, planned.changes);
}

/** Adds a team or a partner of that name; answers its id, or that of the one that has the name already. */
export async function create(tab: DirectoryTab, typed: string): Promise<string | null> {
  const records = open();
  if (!records) return null;
  const name = typed.trim();
  const table = tableOf(tab);
  const wanted = name.toLowerCase();
  const known = Object.values<Team | Partner>(records[table]).find(
    (each) => each.name.trim().toLowerCase() === wanted,
  );
  if (known) {
    say('said.known', { name: known.name });
    return known.id;
  }
  const id = newId();
  const record = table === 'team' ? newTeam(id, name) : newPartner(id, name);
  if (!(await change(`${table}.create`, { name }, [{ op: 'put', table, record: { ...record } }])))
    return null;
  say('said.created', { name });
  return id;
}

/** Changes fields of a team. */
export function editTeam(team: Team, values: Partial<Team>): void {
  const changed = Object.entries(values).some(([key, value]) => team[key as keyof Team] !== value);
  if (!changed) return;
  void change('team.edit', { name: values.name ?? team.name }, [
    { op: 'patch', table: 'team', id: team.id, values },
  ]);
}

/** Adds a role with its people to a team. */
export const addRole = (team: Team, name: string, people: number): Promise<boolean> =>
  change('team.role', { name: team.name }, [
    put('teamMember', { id: newId(), teamId: team.id, name, people }),
  ]);

/** Changes a role of a team. */
export function editRole(team: Team, role: TeamMember, values: Partial<TeamMember>): void {
  void change('team.role', { name: team.name }, [patch('teamMember', role.id, values)]);
}

/** Removes a role from a team. */
export const removeRole = (team: Team, role: TeamMember): Promise<boolean> =>
  change('team.role', { name: team.name }, [removeRecord('teamMember', role.id)]);

/** Changes fields of a partner. */
export function editPartner(partner: Partner, values: Partial<Partner>): void {
  const changed = Object.entries(values).some(([key, value]) => partner[key as keyof Partner] !== value);
  if (!changed) return;
  void change('partner.change', { name: values.name ?? partner.name }, [
    { op: 'patch', table: 'partner', id: partner.id, values },
  ]);
}

/** Copies a team or a partner; what it works on stays with the original. */
export async function duplicate(tab: DirectoryTab, id: string): Promise<void> {
  const records = open();
  const table = tableOf(tab);
  const name = records?.[table][id]?.name;
  if (!records || name === undefined) return;
  const nameOfCopy = (of: string): string => i18next.t('copyOf', { ns: 'directory', name: of }).slice(0, 500);
  const copy = table === 'team' ? duplicateTeam : duplicatePartner;
  if (await run(`${table}.duplicate`, { name }, copy(records, id, nameOfCopy, newId)))
    say('said.duplicated', { name });
}

/** Merges others into the one that stays, in one step. */
export async function merge(tab: DirectoryTab, fromIds: readonly string[], intoId: string): Promise<void> {
  const records = open();
  const table = tableOf(tab);
  const name = records?.[table][intoId]?.name;
  if (!records || name === undefined) return;
  const planned = (table === 'team' ? mergeTeams : mergePartners)(records, fromIds, intoId);
  if (!(await run(`${table}.merge`, { count: fromIds.length + 1, name }, planned))) return;
  useDirectory.getState().set({ ticked: new Set() });
  say('said.merged', { name });
}

/** Deletes them; what goes along was shown before. */
export async function remove(tab: DirectoryTab, ids: readonly string[]): Promise<void> {
  const records = open();
  const table = tableOf(tab);
  const name = records?.[table][ids[0] ?? '']?.name;
  if (!records || name === undefined) return;
  const planned = (table === 'team' ? deleteTeams : deletePartners)(records, ids);
  if (!(await run(`${table}.delete`, { count: ids.length, name }, planned))) return;
  const ticked = new Set(useDirectory.getState().ticked);
  for (const id of ids) ticked.delete(id);
  useDirectory.getState().set({ ticked });
  say('said.deleted', { count: ids.length });
}

/** Deletes at once what nothing points at; asks first where something goes along or loses its team. */
export function askToRemove(tab: DirectoryTab, ids: readonly string[]): void {
  const records = open();
  if (!records || ids.length === 0) return;
  let hasMore = ids.length > 1;
  if (tab === 'teams') {
    const planned = deleteTeams(records, ids);
    hasMore ||= planned.ok && Object.keys({ ...planned.cleared, ...planned.removed }).length > 0;
  } else {
    const planned = deletePartners(records, ids);
    hasMore ||= planned.ok && planned.engagements > 0;
  }
  if (hasMore) useDirectory.getState().set({ dialog: { kind: 'delete', ids } });
  else void remove(tab, ids);
}

/** Keeps teams or partners for the record only, as of today, or brings them back. */
export async function retire(tab: DirectoryTab, ids: readonly string[], retired: boolean): Promise<void> {
  const records = open();
  if (!records) return;
  const day = planDay(records);
  const done = await (tab === 'teams'
    ? disband(ids, retired ? day : null)
    : retireRecords('partner', ids, retired));
  if (!done) return;
  useDirectory.getState().set({ ticked: new Set() });
  const name = records[tableOf(tab)][ids[0] ?? '']?.name ?? '';
  if (tab !== 'teams' || ids.length > 1) return;
  if (retired) say('said.retired', { name, date: formatDate(day, usePreferences.getState().language) });
  else say('said.kept', { name });
}
