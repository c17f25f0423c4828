import type { Change } from '../contract/changes.ts';
import type { PortfolioRecords } from '../domain/records.ts';
import { capabilityOf, childrenOf, renumber, subtreeOf, topmost } from './capabilityTree.ts';
import { contributionsOf } from './contributions.ts';
import { type Planned, refuse, remove } from './planned.ts';

/** What goes along when capabilities are deleted. */
export interface CapabilityLoss {
  /** All that are deleted, those below included. */
  readonly capabilities: number;
  /** Links to initiatives that go. */
  readonly links: number;
  /** Initiatives that then serve no capability at all. */
  readonly stranded: number;
}

/** Deletes capabilities with all under them; the siblings that stay close up. */
export function deleteCapabilities(
  records: PortfolioRecords,
  ids: readonly string[],
): Planned<CapabilityLoss> {
  const gone = new Set<string>();
  const roots = topmost(records, ids).map(({ id }) => id);
  for (const id of roots) for (const each of subtreeOf(records, id)) gone.add(each.id);
  if (gone.size === 0) return refuse('missing');
  const initiatives = new Set<string>();
  let links = 0;
  for (const { initiativeId, capabilityId } of Object.values(records.contribution)) {
    if (!gone.has(capabilityId)) continue;
    links += 1;
    initiatives.add(initiativeId);
  }
  const stranded = [...initiatives].filter((id) =>
    contributionsOf(records, id).every(({ capabilityId }) => gone.has(capabilityId)),
  ).length;
  const changes: Change[] = roots.map((id) => remove('capability', id));
  const parents = new Set(roots.map((id) => capabilityOf(records, id)?.parentId ?? null));
  for (const parentId of parents) {
    if (parentId !== null && gone.has(parentId)) continue;
    changes.push(...renumber(childrenOf(records, parentId).filter(({ id }) => !gone.has(id))));
  }
  return { ok: true, changes, capabilities: gone.size, links, stranded };
}
