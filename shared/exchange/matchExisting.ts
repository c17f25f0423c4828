import type { Initiative } from '../domain/records.ts';
import { matchKey } from './cellText.ts';

/** A row's claim to be known: its id in the list, and its name. */
export interface RowKey {
  readonly externalId: string | null;
  readonly name: string;
}

function group<T>(items: readonly T[], key: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const value = key(item);
    if (value === null) continue;
    const list = groups.get(value);
    if (list) list.push(item);
    else groups.set(value, [item]);
  }
  return groups;
}

/**
 * Which initiative each row is, if it is in the portfolio already: the one with the row's id; where there is no such
 * id, the one of the same name, unless it carries another id. When several share an id or a name, the list and the
 * portfolio must have equally many, which are then paired in their order: reading a file twice makes nothing twice.
 */
export function matchExisting(
  rows: readonly (RowKey | null)[],
  initiatives: readonly Initiative[],
): readonly (Initiative | null)[] {
  const result: (Initiative | null)[] = rows.map(() => null);
  if (initiatives.length === 0) return result;
  const taken = new Set<string>();
  const pair = (indices: readonly number[], candidates: readonly Initiative[]): void => {
    const free = candidates.filter((initiative) => !taken.has(initiative.id));
    if (free.length !== indices.length) return;
    for (const [n, index] of indices.entries()) {
      const initiative = free[n];
      if (!initiative) continue;
      result[index] = initiative;
      taken.add(initiative.id);
    }
  };
  const indices = rows.map((_, index) => index);
  const knownIds = group(initiatives, (initiative) => initiative.externalId);
  for (const [id, list] of group(indices, (index) => rows[index]?.externalId ?? null))
    pair(list, knownIds.get(id) ?? []);
  const knownNames = group(initiatives, (initiative) =>
    taken.has(initiative.id) ? null : matchKey(initiative.name),
  );
  const open = indices.filter((index) => rows[index] && result[index] === null);
  for (const [name, list] of group(open, (index) => matchKey(rows[index]?.name ?? ''))) {
    const candidates = knownNames.get(name) ?? [];
    const withId = list.some((index) => rows[index]?.externalId !== null);
    pair(list, withId ? candidates.filter((initiative) => initiative.externalId === null) : candidates);
  }
  return result;
}
