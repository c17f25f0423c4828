import { builtOnce } from '../builtOnce.ts';
import type { Change } from '../contract/changes.ts';
import type { AnyRecord, PortfolioRecords, TableName } from '../domain/records.ts';
import { type Reference, referencesTo, referredId } from '../domain/references.ts';
import { type NewId, type Planned, patch, put, refuse, remove } from './planned.ts';

/** How many records of each table are touched; tables without any are absent. */
export type TableCounts = { readonly [T in TableName]?: number };

const pointing: readonly (readonly [TableName, Reference])[] = referencesTo('team');

interface Pointer {
  readonly table: TableName;
  readonly id: string;
  readonly reference: Reference;
}

/** Everything that points at each team, whatever its table; computed once for each state of the portfolio. */
const pointers = builtOnce((records: PortfolioRecords): ReadonlyMap<string, readonly Pointer[]> => {
  const found = pointing.flatMap(([table, reference]) =>
    Object.values<AnyRecord>(records[table]).flatMap((record) => {
      const teamId = referredId(record, reference);
      return teamId === null ? [] : [{ teamId, table, id: record.id, reference }];
    }),
  );
  return Map.groupBy(found, ({ teamId }) => teamId);
});

function count(found: readonly Pointer[]): TableCounts {
  const ids = new Map<TableName, Set<string>>();
  for (const { table, id } of found) ids.set(table, (ids.get(table) ?? new Set()).add(id));
  return Object.fromEntries([...ids].map(([table, own]) => [table, own.size]));
}

/** How many records of each table a team has. */
export const teamCounts = (records: PortfolioRecords, id: string): TableCounts =>
  count(pointers(records).get(id) ?? []);

/**
 * Merges teams into one of them, which stays with its name: whatever points at the others (initiatives, phases, owned
 * capabilities, people, allocations, handoffs …) points at it, and its missions and charters are put together.
 */
export function mergeTeams(
  records: PortfolioRecords,
  fromIds: readonly string[],
  intoId: string,
): Planned<{ readonly moved: TableCounts; readonly mission: boolean }> {
  const into = Object.hasOwn(records.team, intoId) ? records.team[intoId] : undefined;
  const from = fromIds.flatMap((id) => (Object.hasOwn(records.team, id) ? records.team[id]! : []));
  if (!into || from.length !== fromIds.length) return refuse('missing');
  if (from.length === 0 || from.some(({ id }) => id === intoId)) return refuse('sameRecord');
  const found = fromIds.flatMap((id) => pointers(records).get(id) ?? []);
  // A record may point at two of the teams (a handoff between them): one patch for both fields.
  const patches = new Map<string, { readonly pointer: Pointer; readonly values: Record<string, string> }>();
  for (const pointer of found) {
    const key = `${pointer.table}/${pointer.id}`;
    const own = patches.get(key) ?? { pointer, values: {} };
    own.values[pointer.reference.field] = intoId;
    patches.set(key, own);
  }
  const all = [into, ...from];
  const together = (texts: readonly string[]): string =>
    [...new Set(texts.map((text) => text.trim()).filter(Boolean))].join('\n');
  const mission = together(all.map((team) => team.mission));
  const decidesAlone = together(all.map((team) => team.decidesAlone));
  const platforms = [...new Set(all.flatMap((team) => team.platforms))].slice(0, 100);
  const values = {
    ...(mission === into.mission.trim() ? {} : { mission }),
    ...(decidesAlone === into.decidesAlone.trim() ? {} : { decidesAlone }),
    ...(platforms.length === into.platforms.length ? {} : { platforms }),
  };
  const changes: Change[] = [
    ...[...patches.values()].map(({ pointer, values: fields }) => patch(pointer.table, pointer.id, fields)),
    ...(Object.keys(values).length > 0 ? [patch('team', intoId, values)] : []),
    ...from.map(({ id }) => remove('team', id)),
  ];
  return { ok: true, changes, moved: count(found), mission: 'mission' in values };
}

/** Deletes teams: what belongs to them goes along, what only names them stays and says that its team is not known. */
export function deleteTeams(
  records: PortfolioRecords,
  ids: readonly string[],
): Planned<{ readonly cleared: TableCounts; readonly removed: TableCounts }> {
  const known = ids.filter((id) => Object.hasOwn(records.team, id));
  if (known.length === 0) return refuse('missing');
  const found = known.flatMap((id) => pointers(records).get(id) ?? []);
  return {
    ok: true,
    changes: known.map((id) => remove('team', id)),
    cleared: count(found.filter(({ reference }) => reference.whenRemoved === 'clear')),
    removed: count(found.filter(({ reference }) => reference.whenRemoved === 'remove')),
  };
}

/** Copies what a team is; its work and its people stay with the original. */
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
