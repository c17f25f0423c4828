import type { MatrixCell, MatrixRow } from '../matrix/matrixData.ts';

/** What the boxes are coloured by. */
export type Heat = 'need' | 'supply' | 'gap' | 'overlap' | 'count';

/** A capability to put into the tree. */
export interface MapCapability {
  readonly id: string;
  /** The capability above it; null at the top. */
  readonly parent: string | null;
  readonly importance: number | null;
  /** Its own figures, without those below it. */
  readonly row: MatrixRow;
}

/** A capability with everything below it added up, in whole currency units. */
export interface MapNode {
  readonly id: string;
  readonly name: string;
  readonly importance: number | null;
  /** Its own figures; null for the root of all. */
  readonly own: MatrixRow | null;
  readonly children: readonly MapNode[];
  /** Null when no need below is known: unknown is never zero. */
  readonly need: number | null;
  readonly supply: number;
  readonly gap: number | null;
  /** Null while the texts that say so are still being compared. */
  readonly redundant: number | null;
  /** Initiatives that serve the branch; one that serves it twice counts once. */
  readonly initiatives: number;
  /** Initiatives that serve the capability itself. */
  readonly ownInitiatives: number;
  /** Capabilities below that are no headings, or the capability itself. */
  readonly capabilities: number;
  readonly unknownNeeds: number;
  readonly gaps: number;
  readonly overlaps: number;
}

/** Whether a capability says something of its own, and not only heads what is below it. */
export const speaks = (row: MatrixRow): boolean => row.supply > 0 || (row.need ?? 0) > 0 || row.flag !== null;

/** The tree under one root without an id, with the sums of its branches; capabilities come in the order given. */
export function capabilityTree(
  capabilities: readonly MapCapability[],
  cells: readonly MatrixCell[],
  rootName: string,
): MapNode {
  const byParent = Map.groupBy(capabilities, ({ parent }) => parent);
  const serving = Map.groupBy(cells, ({ row }) => row);
  const build = (capability: MapCapability | null): { readonly node: MapNode; readonly who: Set<string> } => {
    const below = (byParent.get(capability?.id ?? null) ?? []).map(build);
    const who = new Set(capability === null ? [] : serving.get(capability.id)?.map(({ column }) => column));
    const ownInitiatives = who.size;
    for (const each of below) for (const id of each.who) who.add(id);
    const row = capability?.row ?? null;
    // A heading without money or need of its own is no capability that could have a gap.
    const counts = row !== null && (below.length === 0 || speaks(row));
    const add = (of: (node: MapNode) => number, own: number): number =>
      below.reduce((sum, { node }) => sum + of(node), counts ? own : 0);
    const known = (of: (node: MapNode) => number | null, own: number | null): number | null =>
      below.reduce<number | null>(
        (sum, { node }) => {
          const value = of(node);
          return value === null ? sum : (sum ?? 0) + value;
        },
        counts ? own : null,
      );
    const node: MapNode = {
      id: capability?.id ?? '',
      name: row?.name ?? rootName,
      importance: capability?.importance ?? null,
      own: row,
      children: below.map((each) => each.node),
      need: known((each) => each.need, row?.need ?? null),
      supply: add((each) => each.supply, row?.supply ?? 0),
      gap: known((each) => each.gap, row?.gap ?? null),
      redundant: known((each) => each.redundant, row ? row.redundant : null),
      initiatives: who.size,
      ownInitiatives,
      capabilities: add((each) => each.capabilities, 1),
      unknownNeeds: add((each) => each.unknownNeeds, row?.need === null ? 1 : 0),
      gaps: add((each) => each.gaps, row?.flag === 'gap' ? 1 : 0),
      overlaps: add((each) => each.overlaps, row?.flag === 'overlap' ? 1 : 0),
    };
    return { node, who };
  };
  return build(null).node;
}

/** The branch of an id and the way to it from the root, the root first; only the root where the id is not in the tree. */
export function pathTo(root: MapNode, id: string | null): readonly MapNode[] {
  if (id === null) return [root];
  const find = (node: MapNode): readonly MapNode[] | null => {
    if (node.id === id) return [node];
    for (const child of node.children) {
      const rest = find(child);
      if (rest) return [node, ...rest];
    }
    return null;
  };
  return find(root) ?? [root];
}

/** The capability's own figures as a branch without anything below. */
export function itself(node: MapNode, name: string): MapNode {
  const row = node.own!;
  return {
    ...node,
    id: `${node.id}${ITSELF}`,
    name,
    children: [],
    need: row.need,
    supply: row.supply,
    gap: row.gap,
    redundant: row.redundant,
    initiatives: node.ownInitiatives,
    capabilities: 1,
    unknownNeeds: row.need === null ? 1 : 0,
    gaps: row.flag === 'gap' ? 1 : 0,
    overlaps: row.flag === 'overlap' ? 1 : 0,
  };
}

/** What follows the id of a box that stands for a capability itself, apart from those below it. */
export const ITSELF = ' itself';

/** The amount by which a box is coloured; null when it is not known. */
export function heatOf(node: MapNode, heat: Heat): number | null {
  switch (heat) {
    case 'need':
      return node.need;
    case 'supply':
      return node.supply;
    case 'gap':
      return node.gap;
    case 'overlap':
      return node.redundant;
    case 'count':
      return node.initiatives;
  }
}
