import { type Heat, heatOf, type MapNode } from '../../charts/capabilityMap/capabilityTree.ts';
import type { CapabilityMapLayout } from '../../charts/capabilityMap/layout.ts';

/** A map in which every box says what it is, and what it does without for that. */
export interface NamedMap {
  readonly layout: CapabilityMapLayout;
  /** `areas`: its boxes are those at the top of the tree, with all that is below them; `most`: those with most to say. */
  readonly cut: { readonly kind: 'areas' | 'most'; readonly shown: number } | null;
}

const isNamed = ({ sections }: CapabilityMapLayout): boolean =>
  sections.every(({ tiles }) => tiles.every(({ name }) => name.length > 0));

/**
 * The map of a branch for somebody who can neither open a box nor point at it: where not every capability finds room for
 * its name, the areas that they stand in; of areas that find none either, or of capabilities without any, those with most
 * of what the map is coloured by.
 */
export function namedMap(
  root: MapNode,
  heat: Heat,
  layOut: (root: MapNode) => CapabilityMapLayout,
): NamedMap {
  const whole = layOut(root);
  if (isNamed(whole)) return { layout: whole, cut: null };
  const areas = root.children.map((area): MapNode => ({ ...area, children: [] }));
  if (root.children.some(({ children }) => children.length > 0)) {
    const layout = layOut({ ...root, children: areas });
    if (isNamed(layout)) return { layout, cut: { kind: 'areas', shown: areas.length } };
  }
  const ranked = [...areas].sort((a, b) => (heatOf(b, heat) ?? -1) - (heatOf(a, heat) ?? -1));
  for (let shown = ranked.length - 1; shown > 1; shown -= 1) {
    const layout = layOut({ ...root, children: ranked.slice(0, shown) });
    if (isNamed(layout)) return { layout, cut: { kind: 'most', shown } };
  }
  return { layout: whole, cut: null };
}
