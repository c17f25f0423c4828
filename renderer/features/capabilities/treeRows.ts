import type { Capability, PortfolioRecords } from '../../../shared/domain/records.ts';
import { childrenOf } from '../../../shared/planning/capabilityTree.ts';
import { plain } from '../../ui/fuzzy.ts';
import type { TreeFilter } from './treeStore.ts';

/** A capability as it stands in the shown tree. */
export interface TreeRow {
  readonly capability: Capability;
  /** 1 at the top. */
  readonly level: number;
  /** Null without children. */
  readonly expanded: boolean | null;
  readonly position: number;
  readonly siblings: number;
}

export interface ShownTree {
  readonly rows: readonly TreeRow[];
  /** How many fit the search and the filter; the rows above them are shown too. */
  readonly found: number;
}

/** The rows of the tree from top to bottom. A search or a filter opens what leads to what it found. */
export function treeRows(
  records: PortfolioRecords,
  collapsed: ReadonlySet<string>,
  search: string,
  fits: (capability: Capability) => boolean,
  filter: TreeFilter,
  retiredShown: boolean,
): ShownTree {
  const wanted = plain(search.trim());
  const isShown = ({ retired }: Capability): boolean => retiredShown || !retired;
  const isFiltered = wanted !== '' || filter !== 'all';
  const matching = isFiltered ? matches(records, wanted, (each) => isShown(each) && fits(each)) : null;
  const rows: TreeRow[] = [];
  const walk = (parentId: string | null, level: number): void => {
    const children = childrenOf(records, parentId).filter(isShown);
    children.forEach((capability, position) => {
      if (matching && !matching.shown.has(capability.id)) return;
      const below = childrenOf(records, capability.id).filter(isShown);
      const hasShown = matching ? below.some(({ id }) => matching.shown.has(id)) : below.length > 0;
      const expanded = hasShown ? matching !== null || !collapsed.has(capability.id) : null;
      rows.push({ capability, level, expanded, position: position + 1, siblings: children.length });
      if (expanded) walk(capability.id, level + 1);
    });
  };
  walk(null, 1);
  return { rows, found: matching?.found ?? Object.values(records.capability).filter(isShown).length };
}

function matches(records: PortfolioRecords, wanted: string, fits: (capability: Capability) => boolean) {
  const shown = new Set<string>();
  let found = 0;
  for (const capability of Object.values(records.capability)) {
    if (!fits(capability) || !holds(capability, wanted)) continue;
    found += 1;
    let at: Capability | undefined = capability;
    while (at && !shown.has(at.id)) {
      shown.add(at.id);
      at = at.parentId === null ? undefined : records.capability[at.parentId];
    }
  }
  return { shown, found };
}

const holds = ({ name, code, description }: Capability, wanted: string): boolean =>
  wanted === '' || [name, code ?? '', description].some((text) => plain(text).includes(wanted));
