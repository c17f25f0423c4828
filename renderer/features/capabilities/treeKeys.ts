import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { capabilityOf, childrenOf } from '../../../shared/planning/capabilityTree.ts';
import { shortcutParts } from '../../commands/shortcuts.ts';
import { askToRemove, move, retire, say } from './capabilityActions.ts';
import type { TreeRow } from './treeRows.ts';
import { useTree } from './treeStore.ts';

/** The line in which a new capability is typed within the tree. */
export const DRAFT = '#draft';

export interface TreeKeyPlace {
  readonly records: PortfolioRecords;
  /** The cursor's row; undefined on a line without a record. */
  readonly row: TreeRow | undefined;
  readonly column: number;
  readonly readOnly: boolean;
  /** Those that a key means: the ticked ones, else those of the marked cells, else the cursor's own. */
  readonly meant: readonly string[];
  /** Puts the cursor on a capability. */
  readonly go: (id: string) => void;
}

/** Opens a line for a new capability after this one, or as its last child. */
export function startDraft(records: PortfolioRecords, id: string | null, inside: boolean): void {
  const { set, toggle } = useTree.getState();
  const capability = id === null ? undefined : capabilityOf(records, id);
  if (!capability) {
    set({ draft: { parentId: null, at: childrenOf(records, null).length } });
    return;
  }
  if (inside) {
    toggle(capability.id, true);
    set({ draft: { parentId: capability.id, at: childrenOf(records, capability.id).length } });
    return;
  }
  const at = childrenOf(records, capability.parentId).findIndex((each) => each.id === capability.id);
  set({ draft: { parentId: capability.parentId, at: at + 1 } });
}

/** How several are said: by their name where it is one, else by their number. */
function sayThem(one: 'said.taken' | 'said.putBack', records: PortfolioRecords, ids: Iterable<string>): void {
  const key = shortcutParts('Mod+V').join(' ');
  const [first, ...more] = ids;
  if (first === undefined) return;
  if (more.length === 0) say(one, { name: capabilityOf(records, first)?.name ?? '', key });
  else say(one === 'said.taken' ? 'said.takenMany' : 'said.putBackMany', { count: more.length + 1, key });
}

/** Takes capabilities up, to be put elsewhere. */
export function takeUp(records: PortfolioRecords, ids: readonly string[]): void {
  useTree.getState().set({ taken: new Set(ids) });
  sayThem('said.taken', records, ids);
}

/** Puts what was taken up inside a capability. */
export function putInside(records: PortfolioRecords, parentId: string): void {
  const { taken, set } = useTree.getState();
  if (taken.size === 0) return;
  set({ taken: new Set() });
  void move([...taken], { to: 'place', parentId, at: childrenOf(records, parentId).length });
}

/** The keys of the tree, before those of every grid; true when it was one. */
export function treeKey(event: React.KeyboardEvent, place: TreeKeyPlace): boolean {
  const { records, row, column, readOnly } = place;
  if (!row) return false;
  const { id, parentId } = row.capability;
  const command = event.ctrlKey || event.metaKey;
  const { toggle, taken, set } = useTree.getState();
  const { meant } = place;
  if (!command && !event.altKey && column === 0) {
    if (event.key === 'ArrowRight' && !event.shiftKey && row.expanded === false) {
      toggle(id, true);
      return true;
    }
    if (event.key === 'ArrowLeft' && row.expanded === true && !event.shiftKey) {
      toggle(id, false);
      return true;
    }
    if (event.key === 'ArrowLeft' && !event.shiftKey) {
      if (parentId !== null) place.go(parentId);
      return true;
    }
  }
  if (event.key === 'Escape' && taken.size > 0) {
    set({ taken: new Set() });
    sayThem('said.putBack', records, taken);
    return true;
  }
  if (readOnly) return false;
  if (event.altKey && !command) {
    const to = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' } as const;
    const direction = to[event.key as keyof typeof to];
    if (!direction) return false;
    void move(meant, { to: direction });
    return true;
  }
  if (event.key === 'Insert' || (command && event.key === 'Enter')) {
    startDraft(records, id, event.shiftKey);
    return true;
  }
  if (event.key === 'Delete' && !command) {
    askToRemove(meant);
    return true;
  }
  if (command && event.shiftKey && event.key.toLowerCase() === 'e') {
    void retire(meant, !row.capability.retired);
    return true;
  }
  if (command && event.key.toLowerCase() === 'x') {
    takeUp(records, meant);
    return true;
  }
  if (command && event.key.toLowerCase() === 'v' && taken.size > 0) {
    putInside(records, id);
    return true;
  }
  return false;
}
