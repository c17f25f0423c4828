import { type Headline, headlineOf } from '../../shared/analysis/headline.ts';
import type { ModelInitiative, ModelParameterOverrides } from '../../shared/model/types.ts';
import { futuresSteps } from './futures.ts';
import { coverageSteps, type Steps, sensitivitySteps, simulateSteps } from './jobs.ts';
import { Mirror, type TablePatch } from './mirror.ts';
import { packCoverage } from './packedCoverage.ts';

/** A computation that a view asks for. Coverage and futures read the mirrored portfolio, the others carry their whole input. */
export type Job =
  | {
      readonly kind: 'simulate';
      readonly input: ModelInitiative;
      readonly defaults: ModelParameterOverrides;
      readonly draws: number;
      readonly seed: number;
    }
  | {
      readonly kind: 'sensitivity';
      readonly input: ModelInitiative;
      readonly defaults: ModelParameterOverrides;
    }
  | { readonly kind: 'coverage' }
  | { readonly kind: 'futures'; readonly ids: readonly string[]; readonly draws: number };

export type ToEngine =
  | { readonly type: 'clear' }
  | { readonly type: 'records'; readonly patches: readonly TablePatch[]; readonly last: boolean }
  | { readonly type: 'prioritise'; readonly ids: readonly string[] }
  | { readonly type: 'run'; readonly id: number; readonly job: Job }
  | { readonly type: 'cancel'; readonly id: number };

export type FromEngine =
  | {
      readonly type: 'figures';
      readonly entries: readonly (readonly [id: string, Headline])[];
      readonly left: number;
    }
  | { readonly type: 'progress'; readonly id: number; readonly share: number }
  | { readonly type: 'done'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };

/** Longest time at a stretch before the engine looks for new messages, in ms. */
const SLICE = 25;

/**
 * The computing side of the page: keeps a mirror of the portfolio, works through jobs in the order they came and,
 * between them, through the table's figures, those on the screen first. The same code runs in a worker and, where
 * there is none, in the page; `pause` gives way to whoever else wants to run.
 */
export class Engine {
  readonly #post: (message: FromEngine) => void;
  readonly #pause: () => Promise<void>;
  readonly #mirror = new Mirror();
  readonly #jobs = new Map<number, Steps<unknown>>();
  #first: string[] = [];
  readonly #rest = new Set<string>();
  #complete = true;
  #running = false;

  constructor(post: (message: FromEngine) => void, pause: () => Promise<void>) {
    this.#post = post;
    this.#pause = pause;
  }

  receive(message: ToEngine): void {
    switch (message.type) {
      case 'clear':
        this.#mirror.clear();
        this.#rest.clear();
        this.#first = [];
        break;
      case 'records':
        this.#complete = message.last;
        this.#mirror.apply(message.patches);
        if (message.last) for (const id of this.#mirror.takeTouched()) this.#rest.add(id);
        break;
      case 'prioritise':
        this.#first = [...message.ids];
        break;
      case 'run':
        this.#jobs.set(message.id, this.#start(message.job));
        break;
      case 'cancel':
        this.#jobs.delete(message.id);
        return;
    }
    if (!this.#running) void this.#work();
  }

  *#start(job: Job): Steps<unknown> {
    switch (job.kind) {
      case 'simulate':
        return yield* simulateSteps(job.input, job.defaults, job.draws, job.seed);
      case 'sensitivity':
        return yield* sensitivitySteps(job.input, job.defaults);
      case 'coverage':
        return packCoverage(yield* coverageSteps(this.#mirror.records));
      case 'futures':
        return yield* futuresSteps(this.#mirror.records, job.ids, job.draws);
    }
  }

  async #work(): Promise<void> {
    this.#running = true;
    await this.#pause();
    // While a portfolio is still arriving, figures of half of it would be wrong.
    while (this.#complete && (this.#jobs.size > 0 || this.#rest.size > 0)) {
      const wanted = this.#first.filter((id) => this.#rest.has(id));
      if (wanted.length > 0) this.#computeFigures(wanted);
      else if (this.#jobs.size > 0) this.#stepJob();
      else this.#computeFigures(this.#rest);
      await this.#pause();
    }
    this.#running = false;
  }

  #computeFigures(ids: Iterable<string>): void {
    const until = performance.now() + SLICE;
    const entries: (readonly [string, Headline])[] = [];
    for (const id of ids) {
      this.#rest.delete(id);
      if (Object.hasOwn(this.#mirror.records.initiative, id)) {
        entries.push([id, headlineOf(this.#mirror.records, id)]);
      }
      if (performance.now() > until) break;
    }
    this.#post({ type: 'figures', entries, left: this.#rest.size });
  }

  #stepJob(): void {
    const [id, steps] = this.#jobs.entries().next().value!;
    const until = performance.now() + SLICE;
    try {
      for (;;) {
        const step = steps.next();
        if (step.done) {
          this.#jobs.delete(id);
          this.#post({ type: 'done', id, value: step.value });
          return;
        }
        if (performance.now() > until) {
          this.#post({ type: 'progress', id, share: step.value });
          return;
        }
      }
    } catch (error) {
      this.#jobs.delete(id);
      this.#post({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) });
    }
  }
}
