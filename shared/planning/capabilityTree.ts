import { portfolioIndex } from '../analysis/portfolioIndex.ts';
import type { Change } from '../contract/changes.ts';
import type { Capability, PortfolioRecords } from '../domain/records.ts';
import { type Planned, patch, put, refuse } from './planned.ts';

const none: readonly Capability[] = [];

/** The capabilities directly under a parent, or at the top for null, in their order. */
export function childrenOf(records: PortfolioRecords, parentId: string | null): readonly Capability[] {
  return portfolioIndex(records).capabilityChildren.get(parentId) ?? none;
}

/** The capability itself and everything under it, parents before children. */
export function subtreeOf(records: PortfolioRecords, id: string): readonly Capability[] {
  const root = capabilityOf(records, id);
  if (!root) return none;
  const found: Capability[] = [root];
  // The list grows while it is walked; a file whose tree has a cycle was refused when it was opened.
  for (let at = 0; at < found.length; at += 1) found.push(...childrenOf(records, found[at]!.id));
  return found;
}

/** The capability of that id, or undefined; safe for any text. */
export function capabilityOf(records: PortfolioRecords, id: string): Capability | undefined {
  return Object.hasOwn(records.capability, id) ? records.capability[id] : undefined;
}

/** True when `id` is the capability `ancestorId` or lies somewhere under it. */
export function isWithin(records: PortfolioRecords, id: string | null, ancestorId: string): boolean {
  let at: string | null = id;
  while (at !== null) {
    if (at === ancestorId) return true;
    at = capabilityOf(records, at)?.parentId ?? null;
  }
  return false;
}

/** Patches that number siblings 0, 1, 2 … in the given order; only those whose number differs. */
export function renumber(siblings: readonly Capability[], except?: string): Change[] {
  return siblings.flatMap(({ id, position }, at) =>
    id === except || position === at ? [] : [patch('capability', id, { position: at })],
  );
}

/**
 * Moves a capability with all under it to a place among the children of a parent (null: the top). `at` counts without
 * the moved one and is brought into range. Refuses a place inside itself.
 */
export function moveCapability(
  records: PortfolioRecords,
  id: string,
  parentId: string | null,
  at: number,
): Planned {
  const moved = capabilityOf(records, id);
  if (!moved || (parentId !== null && !capabilityOf(records, parentId))) return refuse('missing');
  if (isWithin(records, parentId, id)) return refuse('ownDescendant');
  const siblings = childrenOf(records, parentId).filter((each) => each.id !== id);
  const place = Math.max(0, Math.min(siblings.length, at));
  const ordered = [...siblings.slice(0, place), moved, ...siblings.slice(place)];
  const own = moved.parentId === parentId;
  if (own && childrenOf(records, parentId).every((each, index) => each.id === ordered[index]?.id))
    return refuse('alreadyThere');
  const changes = renumber(ordered, id);
  changes.push(patch('capability', id, own ? { position: place } : { parentId, position: place }));
  if (!own) changes.push(...renumber(childrenOf(records, moved.parentId).filter((each) => each.id !== id)));
  return { ok: true, changes };
}

/** Moves it one place up (-1) or down (1) among its siblings. */
export function reorderCapability(records: PortfolioRecords, id: string, by: -1 | 1): Planned {
  const moved = capabilityOf(records, id);
  if (!moved) return refuse('missing');
  const at = childrenOf(records, moved.parentId).findIndex((each) => each.id === id) + by;
  return at < 0 ? refuse('alreadyThere') : moveCapability(records, id, moved.parentId, at);
}

/** Puts it under the sibling above it, as that one's last child. */
export function indentCapability(records: PortfolioRecords, id: string): Planned {
  const moved = capabilityOf(records, id);
  if (!moved) return refuse('missing');
  const siblings = childrenOf(records, moved.parentId);
  const above = siblings[siblings.findIndex((each) => each.id === id) - 1];
  if (!above) return refuse('firstChild');
  return moveCapability(records, id, above.id, childrenOf(records, above.id).length);
}

/** Puts it beside its parent, right after it. */
export function outdentCapability(records: PortfolioRecords, id: string): Planned {
  const moved = capabilityOf(records, id);
  if (!moved) return refuse('missing');
  const parent = moved.parentId === null ? undefined : capabilityOf(records, moved.parentId);
  if (!parent) return refuse('topLevel');
  const at = childrenOf(records, parent.parentId).findIndex((each) => each.id === parent.id);
  return moveCapability(records, id, parent.parentId, at + 1);
}

/** Adds a capability at a place among the children of its parent; `at` is brought into range. */
export function addCapability(records: PortfolioRecords, capability: Capability, at: number): Planned {
  if (capability.parentId !== null && !capabilityOf(records, capability.parentId)) return refuse('missing');
  const siblings = childrenOf(records, capability.parentId);
  const place = Math.max(0, Math.min(siblings.length, at));
  const added = { ...capability, position: place };
  const ordered = [...siblings.slice(0, place), added, ...siblings.slice(place)];
  return { ok: true, changes: [...renumber(ordered, added.id), put('capability', added)] };
}
