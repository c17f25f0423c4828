/** A link that gives part of an initiative's effort to something. */
interface WeightedLink {
  readonly id: string;
  readonly initiativeId: string;
  readonly weight: number;
}

/** Links that a list makes or changes, for one kind of target. */
export interface SharedLinks<T extends WeightedLink> {
  readonly add: readonly T[];
  /** Links that were there, with their new shares. */
  readonly update: readonly T[];
  /** Ties an initiative to targets; answers the ids of those that it was not tied to before. */
  link(initiativeId: string, targets: readonly string[]): readonly string[];
  /** Forgets the links made so far. */
  forget(): void;
}

const EQUAL = 1e-6;

/**
 * Ties initiatives to targets in equal shares. What an initiative is tied to already stays; new targets join in equal
 * shares where the old ones have them, and are left out where somebody weighed the old ones by hand.
 */
export function createSharedLinks<T extends WeightedLink>(
  before: readonly T[],
  targetOf: (link: T) => string,
  make: (initiativeId: string, target: string, weight: number) => T,
): SharedLinks<T> {
  const add: T[] = [];
  const update: T[] = [];
  const byInitiative = new Map<string, T[]>();
  for (const each of before) {
    const list = byInitiative.get(each.initiativeId);
    if (list) list.push(each);
    else byInitiative.set(each.initiativeId, [each]);
  }
  return {
    add,
    update,
    forget() {
      add.length = 0;
      update.length = 0;
    },
    link(initiativeId, targets) {
      // Nearly every row of a long list is new, and asking by a new id costs more than making the link.
      const old = byInitiative.size === 0 ? undefined : byInitiative.get(initiativeId);
      if (old === undefined) {
        for (const target of targets) add.push(make(initiativeId, target, 1 / targets.length));
        return targets;
      }
      const known = new Set(old.map(targetOf));
      const fresh = targets.filter((target) => !known.has(target));
      if (fresh.length === 0) return fresh;
      if (old.some(({ weight }) => Math.abs(weight - 1 / old.length) > EQUAL)) return [];
      const weight = 1 / (old.length + fresh.length);
      for (const each of old) update.push({ ...each, weight });
      for (const target of fresh) add.push(make(initiativeId, target, weight));
      return fresh;
    },
  };
}
