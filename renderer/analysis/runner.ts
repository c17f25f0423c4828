import type { Headline } from '../../shared/analysis/headline.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { Engine, type FromEngine, type Job, type ToEngine } from './engine.ts';
import { giveWay } from './giveWay.ts';
import { patchesBetween, type TablePatch } from './mirror.ts';

/** One engine, wherever it runs. */
interface Line {
  readonly post: (message: ToEngine) => void;
}

/** A job that was asked for; `cancel` makes it end without an answer, `hurry` says that one is now waited for. */
export interface Running {
  readonly cancel: () => void;
  readonly hurry: () => void;
}

export interface JobListener<T> {
  readonly onDone: (value: T) => void;
  readonly onFailed: (message: string) => void;
  readonly onProgress?: (share: number) => void;
  /** What can be said before the job is done; only jobs with an early answer call it. */
  readonly onEarly?: (value: T) => void;
}

type Figures = Extract<FromEngine, { type: 'figures' }>;

function openLine(listen: (message: FromEngine) => void): Line {
  if (typeof Worker === 'undefined') {
    const engine = new Engine(listen, () => new Promise((resolve) => setTimeout(resolve, 0)));
    return { post: (message) => engine.receive(message) };
  }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = (event: MessageEvent<FromEngine>) => listen(event.data);
  return { post: (message) => worker.postMessage(message) };
}

/**
 * The page's two engines: one holds a mirror of the portfolio for the table's figures and the coverage, the other
 * computes single initiatives, so that a question about one never waits for ten thousand.
 */
class Runner {
  #lastId = 0;
  readonly #waiting = new Map<number, { readonly line: Line; readonly listener: JobListener<unknown> }>();
  readonly #figureListeners = new Set<(figures: Figures) => void>();
  readonly #headlines = new Map<string, Headline>();
  #portfolio: Line | null = null;
  #initiative: Line | null = null;
  #mirrored: PortfolioRecords | null = null;
  #file: string | null = null;
  #sending: Generator<TablePatch> | null = null;
  #queued: ToEngine[] = [];

  /**
   * Runs a job; the listener hears of it until it is done, has failed or was cancelled. One that runs `ahead` comes after
   * everything that somebody waits for.
   */
  run<T>(job: Job, listener: JobListener<T>, ahead = false): Running {
    this.#lastId += 1;
    const id = this.#lastId;
    const mirrored = job.kind === 'coverage' || job.kind === 'futures';
    const line = mirrored ? this.#portfolioLine() : this.#initiativeLine();
    this.#waiting.set(id, { line, listener: listener as JobListener<unknown> });
    this.#send(line, { type: 'run', id, job, ahead });
    return {
      cancel: () => {
        if (this.#waiting.delete(id)) this.#send(line, { type: 'cancel', id });
      },
      hurry: () => {
        if (this.#waiting.has(id)) this.#send(line, { type: 'hurry', id });
      },
    };
  }

  /** The table's figures so far, of the mirrored portfolio; filled in place. */
  get headlines(): ReadonlyMap<string, Headline> {
    return this.#headlines;
  }

  /** Hears of the table's figures as they are computed. */
  onFigures(listener: (figures: Figures) => void): () => void {
    this.#figureListeners.add(listener);
    return () => this.#figureListeners.delete(listener);
  }

  /** Wants the figures of these initiatives before all others. */
  prioritise(ids: readonly string[]): void {
    this.#send(this.#portfolioLine(), { type: 'prioritise', ids });
  }

  /**
   * Brings the mirror up to date, piece by piece so that the page stays free; null forgets it. `file` names the
   * portfolio: figures of another one are forgotten at once, those of the same one stay until there are newer ones.
   */
  mirror(records: PortfolioRecords | null, file: string | null): void {
    if (records === this.#mirrored) return;
    if (records === null || file !== this.#file) this.#headlines.clear();
    this.#file = file;
    const line = this.#portfolioLine();
    if (records === null || this.#mirrored === null) line.post({ type: 'clear' });
    // What an unfinished round has not sent yet is found again by the comparison from the start.
    const before = this.#sending === null ? this.#mirrored : null;
    this.#mirrored = records;
    this.#sending = null;
    if (records === null) return;
    if (before === null) line.post({ type: 'clear' });
    const patches = patchesBetween(before, records);
    this.#sending = patches;
    // Looking for what differs takes long, too, and comes after what was changed is on the screen.
    giveWay(() => this.#pump(patches), 'background');
  }

  #pump(patches: Generator<TablePatch>): void {
    if (patches !== this.#sending) return;
    const line = this.#portfolioLine();
    const next = patches.next();
    if (next.done) {
      this.#sending = null;
      line.post({ type: 'records', patches: [], last: true });
      for (const message of this.#queued.splice(0)) line.post(message);
      return;
    }
    line.post({ type: 'records', patches: [next.value], last: false });
    giveWay(() => this.#pump(patches), 'background');
  }

  /** What depends on the mirror waits until the mirror is complete. */
  #send(line: Line, message: ToEngine): void {
    if (line === this.#portfolio && this.#sending !== null) this.#queued.push(message);
    else line.post(message);
  }

  #portfolioLine(): Line {
    this.#portfolio ??= openLine((message) => this.#hear(message));
    return this.#portfolio;
  }

  #initiativeLine(): Line {
    this.#initiative ??= openLine((message) => this.#hear(message));
    return this.#initiative;
  }

  #hear(message: FromEngine): void {
    if (message.type === 'figures') {
      for (const [id, headline] of message.entries) this.#headlines.set(id, headline);
      for (const listener of this.#figureListeners) listener(message);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    if (message.type === 'progress') {
      waiting.listener.onProgress?.(message.share);
      return;
    }
    if (message.type === 'early') {
      waiting.listener.onEarly?.(message.value);
      return;
    }
    this.#waiting.delete(message.id);
    if (message.type === 'done') waiting.listener.onDone(message.value);
    else waiting.listener.onFailed(message.message);
  }
}

export const runner = new Runner();
