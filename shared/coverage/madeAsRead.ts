/** A list that may be longer than memory: its entries are made each time it is read. Its JSON is that of an array. */
export class MadeAsRead<T> implements Iterable<T> {
  readonly #make: () => Iterable<T>;

  constructor(make: () => Iterable<T>) {
    this.#make = make;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#make()[Symbol.iterator]();
  }

  /** The whole list, for JSON.stringify. */
  toJSON(): readonly T[] {
    return [...this];
  }
}
