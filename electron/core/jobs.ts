import type { EventPayload } from '../../shared/contract/methods.ts';
import { Failure } from '../../shared/contract/result.ts';

type Progress = EventPayload<'job.progress'>;

/** A long piece of work, as it sees itself. */
export interface Job {
  /** Tells the pages how far it is; at most every tenth of a second, except when the stage changes or ends. */
  report(stage: Progress['stage'], done: number, total: number | null): void;
  isCancelled(): boolean;
  /** Throws `cancelled` when the person turned away. */
  check(): void;
  /** Told at once when the person turns away; for work that cannot look up by itself. */
  onCancel(heard: () => void): void;
}

/** Long pieces of work by the ids that their callers made up. */
export interface Jobs {
  /** Makes a job known that is about to wait for its turn, so that it can be cancelled while it waits. */
  expect(id: string): void;
  run<T>(id: string, work: (job: Job) => Promise<T>): Promise<T>;
  /** Asks a job to stop; one that is not running any more is left alone. */
  cancel(id: string): void;
  /** Asks every job to stop. */
  cancelAll(): void;
  /** Forgets a job that was made known and will not run. */
  forget(id: string): void;
}

const reportEveryMs = 100;

/** Makes the list of running jobs; `emit` carries their progress. */
export function createJobs(emit: (progress: Progress) => void): Jobs {
  const known = new Map<string, { cancelled: boolean; heard: (() => void)[] }>();
  const cancel = (id: string): void => {
    const state = known.get(id);
    if (!state || state.cancelled) return;
    state.cancelled = true;
    for (const heard of state.heard) heard();
  };
  return {
    expect(id) {
      if (known.has(id)) {
        throw new Failure('invalid_input', `a job ${id} is under way already`, { place: { field: 'job' } });
      }
      known.set(id, { cancelled: false, heard: [] });
    },
    async run(id, work) {
      const state = known.get(id);
      if (!state) throw new Error(`the job ${id} was not expected`);
      let last: { stage: string; at: number } | null = null;
      const job: Job = {
        report(stage, done, total) {
          const at = performance.now();
          const soon = last !== null && last.stage === stage && at - last.at < reportEveryMs;
          if (soon && done !== total) return;
          last = { stage, at };
          emit({ job: id, stage, done, total });
        },
        isCancelled: () => state.cancelled,
        check() {
          if (state.cancelled) throw new Failure('cancelled', 'cancelled before anything was written');
        },
        onCancel(heard) {
          if (state.cancelled) heard();
          else state.heard.push(heard);
        },
      };
      try {
        job.check();
        return await work(job);
      } finally {
        known.delete(id);
      }
    },
    cancel,
    cancelAll() {
      for (const id of known.keys()) cancel(id);
    },
    forget: (id) => void known.delete(id),
  };
}
