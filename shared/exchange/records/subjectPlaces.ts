import type { Capability } from '../../domain/records.ts';
import type { ImportPlan, SkipReason } from '../contract.ts';
import {
  type Above,
  type CapabilityTree,
  knownPlaces,
  Places,
  readCapabilityTree,
  type TreeRow,
} from './capabilityTree.ts';
import type { MatchedRow } from './matchRows.ts';

/** Where the capabilities of a list stand, once it is known which of them are there already. */
export interface SubjectPlaces {
  readonly rows: readonly (TreeRow | null)[];
  /** The id of each row's record, known or new; hears first which rows are known. */
  settle(matched: readonly (MatchedRow | null)[]): readonly (string | null)[];
  /** The one above a row: an id, null at the root, undefined where the list says nothing of it. */
  parentOf(index: number): string | null | undefined;
  /** True when following the list here would put a capability below itself, so that it stays where it is. */
  staysPut(index: number): boolean;
  /** Capabilities that the list names as standing above others and describes nowhere, the upper ones first. */
  named(): readonly Pick<Capability, 'id' | 'name' | 'code' | 'parentId'>[];
  /** Where one of ours stands. */
  placeOf(id: string): number | null;
  /** Which of these new capabilities comes before which: the upper ones first. */
  inOrder(added: readonly Capability[]): readonly Capability[];
}

/** The tree of a list of capabilities, held against the one that is there. */
export function createSubjectPlaces(
  cells: readonly (readonly string[] | SkipReason)[],
  plan: ImportPlan,
  capabilities: Readonly<Record<string, Capability>>,
  newId: () => string,
): SubjectPlaces {
  const places = new Places();
  const ours = knownPlaces(capabilities, places);
  const tree: CapabilityTree = readCapabilityTree(
    cells.map((row) => (typeof row === 'string' ? null : row)),
    plan,
    capabilities,
    places,
  );
  let ids: readonly (string | null)[] = [];
  const namedIds = new Map<number, string>();
  const put = new Set<number>();

  const idOf = (above: Above): string | null => {
    if (above.kind === 'root') return null;
    if (above.kind === 'known') return above.id;
    if (above.kind === 'row') return ids[above.index] ?? null;
    return namedIds.get(above.place) ?? null;
  };
  const parentOf = (index: number): string | null | undefined => {
    const above = tree.rows[index]?.above ?? null;
    return above === null || put.has(index) ? undefined : idOf(above);
  };

  /** Rows whose known capability would come to stand below itself leave it where it is. */
  const keepWhatCircles = (matched: readonly (MatchedRow | null)[]): void => {
    const parents = new Map(Object.values(capabilities).map(({ id, parentId }) => [id, parentId]));
    for (const [place, id] of namedIds) {
      const { under } = tree.named.get(place) ?? { under: 0 };
      parents.set(id, namedIds.get(under) ?? ourAt(under));
    }
    for (const [index, id] of ids.entries()) {
      const parent = parentOf(index);
      if (id !== null && parent !== undefined) parents.set(id, parent);
    }
    const checked = new Set<string>();
    const circles = (id: string): boolean => {
      const seen = new Set([id]);
      for (let up = parents.get(id) ?? null; up !== null; up = parents.get(up) ?? null) {
        if (checked.has(up)) return false;
        if (up === id) return true;
        if (seen.has(up)) return false;
        seen.add(up);
      }
      return false;
    };
    for (const [index, id] of ids.entries()) {
      if (id === null) continue;
      if (parentOf(index) !== undefined && circles(id)) {
        put.add(index);
        const known = matched[index]?.known?.id;
        parents.set(id, (known === undefined ? null : capabilities[known]?.parentId) ?? null);
      }
      if (!circles(id)) checked.add(id);
    }
  };
  const placesOfOurs = new Map([...ours].map(([id, place]) => [place, id]));
  const ourAt = (place: number): string | null => placesOfOurs.get(place) ?? null;

  return {
    rows: tree.rows,
    settle(matched) {
      ids = tree.rows.map((row, index) => {
        const match = matched[index] ?? null;
        return row === null || match === null ? null : (match.known?.id ?? newId());
      });
      for (const place of tree.named.keys()) namedIds.set(place, newId());
      keepWhatCircles(matched);
      return ids;
    },
    parentOf,
    staysPut: (index) => put.has(index),
    named: () =>
      [...tree.named].map(([place, { name, code, under }]) => ({
        id: namedIds.get(place) ?? '',
        name,
        code,
        parentId: namedIds.get(under) ?? ourAt(under),
      })),
    placeOf: (id) => ours.get(id) ?? null,
    inOrder(added) {
      const byId = new Map(added.map((capability) => [capability.id, capability]));
      const ordered = new Set<Capability>();
      for (const capability of added) {
        const chain: Capability[] = [];
        let up: Capability | undefined = capability;
        while (up && !ordered.has(up)) {
          chain.push(up);
          up = byId.get(up.parentId ?? '');
        }
        for (const each of chain.reverse()) ordered.add(each);
      }
      return [...ordered];
    },
  };
}
