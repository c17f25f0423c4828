import { streamFor } from '../../../shared/model/rng.ts';

/** Draws for one purpose: the same seed and purpose give the same draws, whatever else is drawn. */
export class Dice {
  readonly #stream: ReturnType<typeof streamFor>;
  constructor(seed: number, purpose: string) {
    this.#stream = streamFor(seed, purpose);
  }
  chance(share: number): boolean {
    return this.#stream.nextUniform() < share;
  }
  between(low: number, high: number): number {
    return low + (high - low) * this.#stream.nextUniform();
  }
  /** A whole number, both ends included. */
  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }
  pick<T>(list: ArrayLike<T>): T {
    return list[this.whole(0, list.length - 1)]!;
  }
}
