/** A copy of an object with one of its values made when it is first read, and kept from then on. */
export function readLater<T extends object, K extends keyof T>(object: T, key: K, make: () => T[K]): T {
  let made: T[K] | null = null;
  return Object.defineProperty({ ...object }, key, {
    enumerable: true,
    get: () => {
      made ??= make();
      return made;
    },
  });
}
