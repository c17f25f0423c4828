import type { Change } from '../contract/changes.ts';
import type { AnyRecord, Initiative, PortfolioRecords, TableName } from '../domain/records.ts';
import { referencesTo, referredId } from '../domain/references.ts';
import { type NewId, type Planned, patch, put, refuse, remove } from './planned.ts';

/** The initiative of that id, or undefined; safe for any text. */
export const initiativeOf = (records: PortfolioRecords, id: string): Initiative | undefined =>
  Object.hasOwn(records.initiative, id) ? records.initiative[id] : undefined;

/** Tables whose records are parts or links of one initiative, by their field `initiativeId`. */
export const initiativeTables = [
  'phase',
  'release',
  'scopeItem',
  'contribution',
  'engagement',
  'outcomeLink',
  'segmentLink',
  'allocation',
  'handoff',
  'tranche',
] as const satisfies readonly TableName[];
export type InitiativeTable = (typeof initiativeTables)[number];
/** A record that belongs to one initiative. */
export type InitiativePart = AnyRecord & { readonly initiativeId: string };

/** The records of one table that belong to any of the initiatives, in table order. */
export function partsOf(
  records: PortfolioRecords,
  table: InitiativeTable,
  ids: ReadonlySet<string>,
): readonly InitiativePart[] {
  return (Object.values(records[table]) as InitiativePart[]).filter(({ initiativeId }) =>
    ids.has(initiativeId),
  );
}

/** How many records of each kind; kinds with none are absent. */
export type PartCounts = { readonly [T in TableName]?: number };

/**
 * Copies initiatives with their phases, handoffs, releases, tranches, scope, links and what they depend on. The people
 * that teams gave them by quarter do not come along, since those people are not there twice; nor does the id of the
 * list the original came from. Answers the copies' ids in the order given.
 */
export function duplicateInitiatives(
  records: PortfolioRecords,
  ids: readonly string[],
  nameOfCopy: (name: string) => string,
  newId: NewId,
): Planned<{ readonly ids: readonly string[]; readonly parts: PartCounts }> {
  const originals = [...new Set(ids)].flatMap((id) => initiativeOf(records, id) ?? []);
  if (originals.length === 0) return refuse('missing');
  const copyOf = new Map(originals.map(({ id }) => [id, newId()]));
  const changes: Change[] = originals.map((original) =>
    put('initiative', {
      ...original,
      id: copyOf.get(original.id)!,
      name: nameOfCopy(original.name),
      externalId: null,
    }),
  );
  const wanted = new Set(copyOf.keys());
  const phaseCopies = new Map<string, string>();
  const parts: Partial<Record<TableName, number>> = {};
  for (const table of initiativeTables) {
    if (table === 'allocation') continue;
    for (const part of partsOf(records, table, wanted)) {
      const id = newId();
      if (table === 'phase') phaseCopies.set(part.id, id);
      const copy: Record<string, unknown> = { ...part, id, initiativeId: copyOf.get(part.initiativeId)! };
      if (Object.hasOwn(copy, 'externalId')) copy.externalId = null;
      // A handoff of the copy leads into the copy's own phase.
      if (table === 'handoff' && typeof copy.phaseId === 'string')
        copy.phaseId = phaseCopies.get(copy.phaseId) ?? null;
      changes.push(put(table, copy as unknown as AnyRecord));
      parts[table] = (parts[table] ?? 0) + 1;
    }
  }
  for (const { fromInitiativeId, toInitiativeId } of Object.values(records.dependency)) {
    const from = copyOf.get(fromInitiativeId);
    if (from === undefined) continue;
    // Two that are copied together depend on each other's copies.
    const to = copyOf.get(toInitiativeId) ?? toInitiativeId;
    changes.push(put('dependency', { id: newId(), fromInitiativeId: from, toInitiativeId: to }));
    parts.dependency = (parts.dependency ?? 0) + 1;
  }
  return { ok: true, changes, ids: [...copyOf.values()], parts };
}

/** Takes initiatives out of plans and sums but keeps them for the record, or brings them back. */
export function retireInitiatives(
  records: PortfolioRecords,
  ids: readonly string[],
  retired: boolean,
): Planned<{ readonly count: number }> {
  return flagInitiatives(records, ids, { retired });
}

/** Says of initiatives that customers don't care about them, or that they do after all. */
export function tagOverhead(
  records: PortfolioRecords,
  ids: readonly string[],
  overhead: boolean,
): Planned<{ readonly count: number }> {
  return flagInitiatives(records, ids, { overhead });
}

function flagInitiatives(
  records: PortfolioRecords,
  ids: readonly string[],
  values: { readonly retired: boolean } | { readonly overhead: boolean },
): Planned<{ readonly count: number }> {
  const known = ids.flatMap((id) => initiativeOf(records, id) ?? []);
  if (known.length === 0) return refuse('missing');
  const [[field, value]] = Object.entries(values) as [[keyof Initiative, boolean]];
  const changed = known.filter((each) => each[field] !== value);
  if (changed.length === 0) return refuse('alreadyThere');
  return {
    ok: true,
    changes: changed.map(({ id }) => patch('initiative', id, values)),
    count: changed.length,
  };
}

/** What goes along when initiatives are deleted. */
export interface InitiativeLoss {
  readonly initiatives: number;
  /** Records that belong to them and go too, dependencies included. */
  readonly parts: PartCounts;
  readonly count: number;
  /** Names of initiatives that stay and depended on one that goes, in table order. */
  readonly dependents: readonly string[];
  /** Overhead work that stays without them. */
  readonly detached: number;
}

/** Deletes initiatives with all their parts, and says what those are. */
export function deleteInitiatives(
  records: PortfolioRecords,
  ids: readonly string[],
): Planned<InitiativeLoss> {
  const gone = new Set(ids.filter((id) => initiativeOf(records, id)));
  if (gone.size === 0) return refuse('missing');
  const parts: Partial<Record<TableName, number>> = {};
  const lost = new Map<TableName, Set<string>>();
  let detached = 0;
  for (const [table, reference] of referencesTo('initiative')) {
    for (const record of Object.values<AnyRecord>(records[table])) {
      const target = referredId(record, reference);
      if (target === null || !gone.has(target)) continue;
      if (reference.whenRemoved === 'clear') {
        detached += 1;
        continue;
      }
      const known = lost.get(table) ?? new Set();
      lost.set(table, known.add(record.id));
    }
  }
  for (const [table, own] of lost) parts[table] = own.size;
  const dependents = new Set(
    Object.values(records.dependency)
      .filter((each) => gone.has(each.toInitiativeId) && !gone.has(each.fromInitiativeId))
      .map((each) => each.fromInitiativeId),
  );
  return {
    ok: true,
    changes: [...gone].map((id) => remove('initiative', id)),
    initiatives: gone.size,
    parts,
    count: Object.values(parts).reduce((sum, count) => sum + count, 0),
    dependents: [...dependents].map((id) => initiativeOf(records, id)?.name ?? id),
    detached,
  };
}
