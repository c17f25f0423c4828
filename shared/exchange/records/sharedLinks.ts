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
  /** Ties an initiative to targets in the shares that a list gives; answers which of them are new to it, and which changed their share. */
  weigh(initiativeId: string, shares: ReadonlyMap<string, number>): Weighed;
  /** Forgets the links made so far. */
  forget(): void;
}

/** Targets that an initiative was not tied to before, and those whose share is another one now. */
export interface Weighed {
  readonly fresh: readonly string[];
  readonly changed: readonly string[];
}

const EQUAL = 1e-6;

/** The shares of names as those of what they name: names of one thing together, several things of one name equally. */
export function byTarget(
  shares: ReadonlyMap<string, number>,
  idsOf: (name: string) => readonly string[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [name, share] of shares) {
    const ids = idsOf(name);
    for (const id of ids) found.set(id, (found.get(id) ?? 0) + share / ids.length);
  }
  return found;
}

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
  const byInitiative = Map.groupBy(before, ({ initiativeId }) => initiativeId);
  return {
    add,
    update,
    forget() {
      add.length = 0;
      update.length = 0;
    },
    weigh(initiativeId, shares) {
      const old = byInitiative.get(initiativeId) ?? [];
      const others = old.filter((each) => !shares.has(targetOf(each)));
      const given = [...shares.values()].reduce((sum, each) => sum + each, 0);
      const kept = others.reduce((sum, { weight }) => sum + weight, 0);
      // What the list does not name keeps what is left, or all of it gives way in proportion where nothing is.
      const left = Math.max(0, 1 - given);
      const fit = left < EQUAL ? 1 / Math.max(1, given + kept) : 1;
      const scale = left < EQUAL ? fit : kept > left ? left / kept : 1;
      const known = new Map(old.map((each) => [targetOf(each), each]));
      const fresh: string[] = [];
      const changed: string[] = [];
      const put = (target: string, weight: number): void => {
        const before = known.get(target);
        if (before === undefined) {
          fresh.push(target);
          add.push(make(initiativeId, target, weight));
        } else if (Math.abs(before.weight - weight) > EQUAL) {
          if (shares.has(target)) changed.push(target);
          update.push({ ...before, weight });
        }
      };
      for (const [target, share] of shares) put(target, share * fit);
      for (const each of others) put(targetOf(each), each.weight * scale);
      return { fresh, changed };
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
