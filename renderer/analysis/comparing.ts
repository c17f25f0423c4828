import { comparePlansSteps, type PlanComparison } from '../../shared/comparison/comparePlans.ts';
import type { Change } from '../../shared/contract/changes.ts';
import {
  type Answered,
  coverageFigureSteps,
  type OptionEffects,
  optionEffectsSteps,
} from '../../shared/decisions/effects.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { withChanges } from '../../shared/planning/withChanges.ts';
import { partOf, type Steps } from '../../shared/steps.ts';
import { Mirror, type TablePatch } from './mirror.ts';

export type ToComparer =
  /** Pieces of the state before; `last` ends them, and the state after starts as this one. */
  | { readonly type: 'before' | 'after'; readonly patches: readonly TablePatch[]; readonly last: boolean }
  | { readonly type: 'run'; readonly draws: number }
  /** What each of some changes of the state before would do, as options of the finding that they answer. */
  | {
      readonly type: 'effects';
      readonly options: readonly (readonly Change[])[];
      readonly answered: Answered | null;
    };

export type FromComparer =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'done'; readonly value: PlanComparison | readonly OptionEffects[] }
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
      void this.#run((before) => comparePlansSteps(before, this.#mirror.records, { draws: message.draws }));
      return;
    }
    if (message.type === 'effects') {
      void this.#run((before) => effectsOfAll(before, message.options, message.answered));
      return;
    }
    this.#mirror.apply(message.patches);
    // Applying patches makes new maps, so the state before stays as it is.
    if (message.type === 'before' && message.last) this.#before = this.#mirror.records;
  }

  async #run(
    start: (before: PortfolioRecords) => Steps<PlanComparison | readonly OptionEffects[]>,
  ): Promise<void> {
    try {
      if (!this.#before) throw new Error('the state before never came');
      const steps = start(this.#before);
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

function* effectsOfAll(
  before: PortfolioRecords,
  options: readonly (readonly Change[])[],
  answered: Answered | null,
): Steps<readonly OptionEffects[]> {
  const start = yield* partOf(coverageFigureSteps(before), 0, 0.2);
  const found: OptionEffects[] = [];
  for (const [at, changes] of options.entries()) {
    const steps = optionEffectsSteps(before, withChanges(before, changes), answered, start);
    const share = (count: number): number => 0.2 + (0.8 * count) / options.length;
    found.push(yield* partOf(steps, share(at), share(at + 1)));
  }
  return found;
}
