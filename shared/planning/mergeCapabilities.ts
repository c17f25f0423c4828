import type { Change } from '../contract/changes.ts';
import type { Capability, Contribution, PortfolioRecords } from '../domain/records.ts';
import { capabilityOf, childrenOf, isWithin } from './capabilityTree.ts';
import { type CappedShare, contributionsOf, sumShares, tidyShare } from './contributions.ts';
import { type Planned, patch, refuse, remove } from './planned.ts';

export interface MergedCapability {
  /** Links to initiatives that now point at the one that stays. */
  readonly links: number;
  /** Initiatives that served both: their two shares became one. */
  readonly added: number;
  /** Shares that had to be cut so that their initiative gives no more than 100 %. */
  readonly capped: readonly CappedShare[];
  readonly children: number;
  /** Fields that were unknown and now hold what the other one knew. */
  readonly filled: readonly (keyof Capability)[];
  /** The needed money of both, when both were known; null otherwise. */
  readonly neededMoney: number | null;
}

const fillable = [
  'code',
  'importance',
  'currentMaturity',
  'targetMaturity',
  'neededMoney',
  'ownerTeamId',
] as const satisfies readonly (keyof Capability)[];

/**
 * Merges a capability into another, which stays: contributions point at it, shares of one initiative are added and
 * cut at its 100 %, children move under it, what it did not know it learns, needed money of both is added.
 */
export function mergeCapabilities(
  records: PortfolioRecords,
  fromId: string,
  intoId: string,
): Planned<MergedCapability> {
  const [from, into] = [capabilityOf(records, fromId), capabilityOf(records, intoId)];
  if (!from || !into) return refuse('missing');
  if (fromId === intoId) return refuse('sameRecord');

  const values: Record<string, unknown> = {};
  const filled: (keyof Capability)[] = [];
  for (const field of fillable) {
    if (into[field] !== null || from[field] === null) continue;
    values[field] = from[field];
    filled.push(field);
  }
  if (into.description === '' && from.description !== '') {
    values.description = from.description;
    filled.push('description');
  }
  const neededMoney =
    into.neededMoney !== null && from.neededMoney !== null ? into.neededMoney + from.neededMoney : null;
  if (neededMoney !== null) values.neededMoney = neededMoney;

  const placed = placeChildren(records, from, into);
  const links = moveLinks(records, fromId, intoId);
  const own = { ...values, ...placed.into };
  const changes = [
    ...links.changes,
    ...placed.changes,
    ...(Object.keys(own).length > 0 ? [patch('capability', intoId, own)] : []),
    remove('capability', fromId),
  ];
  return { ok: true, changes, ...links.told, children: placed.children, filled, neededMoney };
}

/** New parents and positions for the children of `from` and for everybody beside them. */
function placeChildren(
  records: PortfolioRecords,
  from: Capability,
  into: Capability,
): { readonly changes: readonly Change[]; readonly into: object; readonly children: number } {
  const places = new Map<string, { readonly parentId: string | null; readonly position: number }>();
  const place = (parentId: string | null, list: readonly Capability[]): void =>
    list.forEach(({ id }, position) => {
      places.set(id, { parentId, position });
    });
  const orphans = childrenOf(records, from.id).filter(({ id }) => id !== into.id);
  if (isWithin(records, into.id, from.id)) {
    // The one that stays lies under the one that goes: it takes that one's place.
    const beside = childrenOf(records, from.parentId).map((each) => (each.id === from.id ? into : each));
    place(from.parentId, beside);
    if (into.parentId !== null && into.parentId !== from.id)
      place(
        into.parentId,
        childrenOf(records, into.parentId).filter(({ id }) => id !== into.id),
      );
  } else {
    place(
      from.parentId,
      childrenOf(records, from.parentId).filter(({ id }) => id !== from.id),
    );
  }
  const kept = childrenOf(records, into.id).filter(({ id }) => id !== from.id);
  place(into.id, [...kept, ...orphans]);
  const changes: Change[] = [];
  let own: object = {};
  for (const [id, { parentId, position }] of places) {
    const before = records.capability[id]!;
    const values = {
      ...(before.parentId === parentId ? {} : { parentId }),
      ...(before.position === position ? {} : { position }),
    };
    if (id === into.id) own = values;
    else if (Object.keys(values).length > 0) changes.push(patch('capability', id, values));
  }
  return { changes, into: own, children: orphans.length };
}

function moveLinks(records: PortfolioRecords, fromId: string, intoId: string) {
  const changes: Change[] = [];
  const capped: CappedShare[] = [];
  let [links, added] = [0, 0];
  const touched = new Set(
    Object.values(records.contribution)
      .filter(({ capabilityId }) => capabilityId === fromId)
      .map(({ initiativeId }) => initiativeId),
  );
  for (const initiativeId of touched) {
    const all = contributionsOf(records, initiativeId);
    const both = all.filter(({ capabilityId }) => capabilityId === fromId || capabilityId === intoId);
    const others = all.filter((each) => !both.includes(each));
    const asked = sumShares(both.map(({ weight }) => weight));
    const free = tidyShare(1 - sumShares(others.map(({ weight }) => weight)));
    const given = Math.min(tidyShare(asked), free);
    if (given < asked) capped.push({ initiativeId, asked, given });
    const kept = both.find(({ capabilityId }) => capabilityId === intoId) ?? both[0]!;
    links += 1;
    if (both.some(({ capabilityId }) => capabilityId === intoId)) added += 1;
    // Surplus goes first, so that the initiative never gives more than 100 % on the way.
    for (const each of both) if (each !== kept) changes.push(remove('contribution', each.id));
    const values: Partial<Contribution> = {
      ...(kept.capabilityId === intoId ? {} : { capabilityId: intoId }),
      ...(kept.weight === given ? {} : { weight: given }),
    };
    if (Object.keys(values).length > 0) changes.push(patch('contribution', kept.id, values));
  }
  return { changes, told: { links, added, capped } };
}
