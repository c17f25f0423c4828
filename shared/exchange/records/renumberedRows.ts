import { matchKey } from '../table/cellText.ts';

const NUMBER = /^\d{1,7}$/;

/** A row of a list or a record of ours, by what it can be known. */
interface Known {
  readonly externalId: string | null;
  readonly name: string;
}

export interface RenumberedRows<T extends Known> {
  /** Rows whose number is not that of a record of their name: it says nothing of them. */
  readonly renumbered: ReadonlySet<number>;
  /** Those of them that bear the name of one other numbered record, with it. */
  readonly byName: ReadonlyMap<number, T>;
}

/**
 * The rows of a list whose ids are numbers that were counted anew: a row was put in above, and each one below has the
 * number that another record had, and its own name. Empty where no row has both the number of one record and the name of
 * another; ids that are more than numbers are never questioned so.
 */
export function renumberedRows<T extends Known>(
  rows: readonly (Known | null)[],
  ours: readonly T[],
  knownIds: ReadonlyMap<string, readonly T[]>,
): RenumberedRows<T> {
  const none: RenumberedRows<T> = { renumbered: new Set(), byName: new Map() };
  const renumbered = new Set<number>();
  /** Those of them whose number is that of another record. */
  const misnamed = new Set<number>();
  for (const [index, row] of rows.entries()) {
    const id = row?.externalId ?? '';
    if (row === null || !NUMBER.test(id)) continue;
    const known = knownIds.get(id) ?? [];
    const name = matchKey(row.name);
    if (known.some((record) => matchKey(record.name) === name)) continue;
    renumbered.add(index);
    if (known.length > 0) misnamed.add(index);
  }
  if (misnamed.size === 0) return none;
  const names = new Map<string, number>();
  for (const row of rows)
    if (row !== null) names.set(matchKey(row.name), (names.get(matchKey(row.name)) ?? 0) + 1);
  const oursByName = new Map<string, T | null>();
  for (const record of ours) {
    const name = matchKey(record.name);
    oursByName.set(name, oursByName.has(name) ? null : record);
  }
  const byName = new Map<number, T>();
  for (const index of renumbered) {
    const name = matchKey(rows[index]?.name ?? '');
    const record = oursByName.get(name);
    if (record && names.get(name) === 1 && NUMBER.test(record.externalId ?? '')) byName.set(index, record);
  }
  const isProved = [...byName.keys()].some((index) => misnamed.has(index));
  return isProved ? { renumbered, byName } : none;
}
