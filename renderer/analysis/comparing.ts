import { comparePlansSteps, type PlanComparison } from '../../shared/comparison/comparePlans.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { Mirror, type TablePatch } from './mirror.ts';

export type ToComparer =
  /** Pieces of the state before; `last` ends them, and the state after starts as this one. */
  | { readonly type: 'before' | 'after'; readonly patches: readonly TablePatch[]; readonly last: boolean }
  | { readonly type: 'run'; readonly draws: number };

export type FromComparer =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'done'; readonly value: PlanComparison }
  | { readonly type: 'failed'; readonly message: string };

/** Longest time at a stretch before the comparer tells how far it is, in ms. */
const SLICE = 50;

/** The computing side of one comparison: takes the state before, then what differs after, then compares. */
export class Comparer {
  readonly #post: (message: FromComparer) => void;
  readonly #pause: () => Promise<void>;
  readonly #mirror = new Mirror();
  #before: PortfolioRecords | null = null;

  constructor(post: (message: FromComparer) => void, pause: () => Promise<void>) {
    this.#post = post;
    this.#pause = pause;
  }

  receive(message: ToComparer): void {
    if (message.type === 'run') {
      void this.#run(message.draws);
      return;
    }
    this.#mirror.apply(message.patches);
    // Applying patches makes new maps, so the state before stays as it is.
    if (message.type === 'before' && message.last) this.#before = this.#mirror.records;
  }

  async #run(draws: number): Promise<void> {
    try {
      if (!this.#before) throw new Error('the state before never came');
      const steps = comparePlansSteps(this.#before, this.#mirror.records, { draws });
      for (;;) {
        const until = performance.now() + SLICE;
        let step = steps.next();
        while (!step.done && performance.now() < until) step = steps.next();
        if (step.done) {
          this.#post({ type: 'done', value: step.value });
          return;
        }
        this.#post({ type: 'progress', share: step.value });
        await this.#pause();
      }
    } catch (error) {
      this.#post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  }
}
