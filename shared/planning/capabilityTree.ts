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
export function renumber(siblings: readonly Capability[], except?: ReadonlySet<string>): Change[] {
  return siblings.flatMap(({ id, position }, at) =>
    except?.has(id) || position === at ? [] : [patch('capability', id, { position: at })],
  );
}

/** Those of the ids that lie under none of the others, in the order of the tree. */
export function topmost(records: PortfolioRecords, ids: readonly string[]): readonly Capability[] {
  const chosen = new Set(ids);
  const found: Capability[] = [];
  const walk = (parentId: string | null): void => {
    for (const each of childrenOf(records, parentId)) {
      if (chosen.has(each.id)) found.push(each);
      else walk(each.id);
    }
  };
  if (chosen.size === 1) return [...chosen].flatMap((id) => capabilityOf(records, id) ?? []);
  walk(null);
  return found;
}

/**
 * Moves capabilities with all under them, in their order, to a place among the children of a parent (null: the top).
 * `at` counts without the moved ones and is brought into range. Refuses a place inside one of them.
 */
export function moveCapabilities(
  records: PortfolioRecords,
  ids: readonly string[],
  parentId: string | null,
  at: number,
): Planned {
  const moved = topmost(records, ids);
  if (moved.length === 0 || (parentId !== null && !capabilityOf(records, parentId))) return refuse('missing');
  if (moved.some(({ id }) => isWithin(records, parentId, id))) return refuse('ownDescendant');
  const going = new Set(moved.map(({ id }) => id));
  const siblings = childrenOf(records, parentId).filter(({ id }) => !going.has(id));
  const place = Math.max(0, Math.min(siblings.length, at));
  const ordered = [...siblings.slice(0, place), ...moved, ...siblings.slice(place)];
  const now = childrenOf(records, parentId);
  if (now.length === ordered.length && now.every(({ id }, index) => id === ordered[index]?.id))
    return refuse('alreadyThere');
  const changes = renumber(ordered, going);
  moved.forEach((each, index) => {
    const position = place + index;
    if (each.parentId !== parentId) changes.push(patch('capability', each.id, { parentId, position }));
    else if (each.position !== position) changes.push(patch('capability', each.id, { position }));
  });
  const left = new Set(moved.map((each) => each.parentId));
  left.delete(parentId);
  for (const each of left)
    changes.push(...renumber(childrenOf(records, each).filter(({ id }) => !going.has(id))));
  return { ok: true, changes };
}

/** The first or last of those chosen, and where it stands among its siblings without the others that are chosen. */
function endOf(records: PortfolioRecords, ids: readonly string[], end: 0 | -1) {
  const moved = topmost(records, ids);
  const one = moved.at(end);
  if (!one) return null;
  const going = new Set(moved.map(({ id }) => id));
  const siblings = childrenOf(records, one.parentId);
  const before = siblings.slice(0, siblings.indexOf(one)).filter(({ id }) => !going.has(id));
  return { one, before };
}

/** Moves them one place up (-1) or down (1) among the siblings of the first or last of them. */
export function reorderCapabilities(records: PortfolioRecords, ids: readonly string[], by: -1 | 1): Planned {
  const end = endOf(records, ids, by === -1 ? 0 : -1);
  if (!end) return refuse('missing');
  const at = end.before.length + by;
  return at < 0 ? refuse('alreadyThere') : moveCapabilities(records, ids, end.one.parentId, at);
}

/** Puts them under the sibling above the first of them, as that one's last children. */
export function indentCapabilities(records: PortfolioRecords, ids: readonly string[]): Planned {
  const end = endOf(records, ids, 0);
  if (!end) return refuse('missing');
  const above = end.before.at(-1);
  if (!above) return refuse('firstChild');
  return moveCapabilities(records, ids, above.id, childrenOf(records, above.id).length);
}

/** Puts them beside the parent of the first of them, right after it. */
export function outdentCapabilities(records: PortfolioRecords, ids: readonly string[]): Planned {
  const end = endOf(records, ids, 0);
  if (!end) return refuse('missing');
  const { parentId } = end.one;
  const parent = parentId === null ? undefined : capabilityOf(records, parentId);
  if (!parent) return refuse('topLevel');
  const going = new Set(ids);
  const beside = childrenOf(records, parent.parentId).filter(({ id }) => !going.has(id));
  return moveCapabilities(records, ids, parent.parentId, beside.indexOf(parent) + 1);
}

/** Takes capabilities with all under them out of maps, pickers and sums but keeps them, or brings them back. */
export function retireCapabilities(
  records: PortfolioRecords,
  ids: readonly string[],
  retired: boolean,
): Planned<{ readonly count: number }> {
  const meant = new Map(ids.flatMap((id) => subtreeOf(records, id)).map((each) => [each.id, each]));
  if (meant.size === 0) return refuse('missing');
  // One that comes back needs the ones above it, or it would hang under what is not shown.
  if (!retired)
    for (const id of ids)
      for (let at = capabilityOf(records, id); at; at = capabilityOf(records, at.parentId ?? ''))
        meant.set(at.id, at);
  const changed = [...meant.values()].filter((each) => each.retired !== retired);
  if (changed.length === 0) return refuse('alreadyThere');
  return {
    ok: true,
    changes: changed.map(({ id }) => patch('capability', id, { retired })),
    count: changed.length,
  };
}

/** Adds a capability at a place among the children of its parent; `at` is brought into range. */
export function addCapability(records: PortfolioRecords, capability: Capability, at: number): Planned {
  if (capability.parentId !== null && !capabilityOf(records, capability.parentId)) return refuse('missing');
  const siblings = childrenOf(records, capability.parentId);
  const place = Math.max(0, Math.min(siblings.length, at));
  const added = { ...capability, position: place };
  const ordered = [...siblings.slice(0, place), added, ...siblings.slice(place)];
  return { ok: true, changes: [...renumber(ordered, new Set([added.id])), put('capability', added)] };
}
