import { type Headline, headlineOf } from '../../shared/analysis/headline.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import type { ProvenanceMap } from '../../shared/model/receiptTypes.ts';
import type { ModelInitiative, ModelParameterOverrides } from '../../shared/model/types.ts';
import type { StagedSteps } from '../../shared/steps.ts';
import { futuresSteps } from './futures.ts';
import { coverageSteps, rangesSteps, sensitivitySteps, simulateSteps } from './jobs.ts';
import { Mirror, type TablePatch } from './mirror.ts';
import { type PackedCoverage, packCoverage } from './packedCoverage.ts';

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
      readonly kind: 'ranges';
      readonly input: ModelInitiative;
      readonly defaults: ModelParameterOverrides;
      readonly provenance: ProvenanceMap;
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
  /** `ahead`: nobody waits for it yet, so that it comes after everything else, and its answers are kept back. */
  | { readonly type: 'run'; readonly id: number; readonly job: Job; readonly ahead?: boolean }
  /** Somebody waits for a job that was started ahead. */
  | { readonly type: 'hurry'; readonly id: number }
  | { readonly type: 'cancel'; readonly id: number };

export type FromEngine =
  | {
      readonly type: 'figures';
      readonly entries: readonly (readonly [id: string, Headline])[];
      readonly left: number;
    }
  | { readonly type: 'progress'; readonly id: number; readonly share: number }
  /** What can be said before the job is done; the same shape as its value. */
  | { readonly type: 'early'; readonly id: number; readonly value: unknown }
  | { readonly type: 'done'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };

interface Work {
  readonly steps: StagedSteps<unknown>;
  ahead: boolean;
  /** The early answer of a job that nobody waits for yet. */
  kept: unknown;
}

/** Longest time at a stretch before the engine looks for new messages, in ms. */
const SLICE = 25;

/**
 * The computing side of the page: keeps a mirror of the portfolio, works through jobs in the order they came and,
 * between them, through the table's figures, those on the screen first; last come the jobs that were started ahead. The same code runs in a worker and, where
 * there is none, in the page; `pause` gives way to whoever else wants to run.
 */
export class Engine {
  readonly #post: (message: FromEngine) => void;
  readonly #pause: () => Promise<void>;
  readonly #mirror = new Mirror();
  readonly #jobs = new Map<number, Work>();
  /** Answers that nobody waits for yet: reading one of ten thousand initiatives would hold up whatever the page does. */
  readonly #finished = new Map<number, unknown>();
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
        this.#finished.clear();
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
        this.#jobs.set(message.id, {
          steps: this.#start(message.job),
          ahead: message.ahead ?? false,
          kept: undefined,
        });
        break;
      case 'hurry':
        this.#hurry(message.id);
        break;
      case 'cancel':
        this.#jobs.delete(message.id);
        this.#finished.delete(message.id);
        return;
    }
    if (!this.#running) void this.#work();
  }

  *#start(job: Job): StagedSteps<unknown> {
    switch (job.kind) {
      case 'simulate':
        return yield* simulateSteps(job.input, job.defaults, job.draws, job.seed);
      case 'ranges':
        return yield* rangesSteps(job.input, job.defaults, job.provenance, job.draws, job.seed);
      case 'sensitivity':
        return yield* sensitivitySteps(job.input, job.defaults);
      case 'coverage':
        return yield* packedSteps(this.#mirror.records);
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
      else {
        const next = this.#nextJob();
        if (next && (!next[1].ahead || this.#rest.size === 0)) this.#stepJob(...next);
        else this.#computeFigures(this.#rest);
      }
      await this.#pause();
    }
    this.#running = false;
  }

  /** The oldest job that somebody waits for, else the oldest one. */
  #nextJob(): readonly [id: number, work: Work] | undefined {
    for (const entry of this.#jobs) if (!entry[1].ahead) return entry;
    return this.#jobs.entries().next().value;
  }

  #hurry(id: number): void {
    if (this.#finished.has(id)) {
      this.#post({ type: 'done', id, value: this.#finished.get(id) });
      this.#finished.delete(id);
      return;
    }
    const work = this.#jobs.get(id);
    if (!work) return;
    work.ahead = false;
    if (work.kept !== undefined) this.#post({ type: 'early', id, value: work.kept });
    work.kept = undefined;
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

  #stepJob(id: number, work: Work): void {
    const { steps } = work;
    const until = performance.now() + SLICE;
    try {
      for (;;) {
        const step = steps.next();
        if (step.done) {
          this.#jobs.delete(id);
          if (work.ahead) this.#finished.set(id, step.value);
          else this.#post({ type: 'done', id, value: step.value });
          return;
        }
        if (typeof step.value === 'object') {
          if (work.ahead) work.kept = step.value.early;
          else this.#post({ type: 'early', id, value: step.value.early });
        } else if (performance.now() > until) {
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

function* packedSteps(records: PortfolioRecords): StagedSteps<PackedCoverage> {
  const steps = coverageSteps(records);
  for (;;) {
    const step = steps.next();
    if (step.done) return packCoverage(step.value);
    yield typeof step.value === 'object' ? { early: packCoverage(step.value.early) } : step.value;
  }
}
