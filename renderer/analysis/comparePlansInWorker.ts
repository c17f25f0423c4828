import type { PlanComparison } from '../../shared/comparison/comparePlans.ts';
import type { Change } from '../../shared/contract/changes.ts';
import type { Answered, OptionEffects } from '../../shared/decisions/effects.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { Comparer, type FromComparer, type ToComparer } from './comparing.ts';
import { giveWay } from './giveWay.ts';
import { patchesBetween, type TablePatch } from './mirror.ts';
import type { JobListener, Running } from './runner.ts';

/**
 * Compares two states in a worker of its own, which ends with its answer: a comparison holds two whole plans, and is
 * asked for seldom. The states travel in pieces, so that the page stays free.
 */
export function comparePlansInWorker(
  before: PortfolioRecords,
  after: PortfolioRecords,
  draws: number,
  listener: JobListener<PlanComparison>,
): Pick<Running, 'cancel'> {
  return runAlone(piecesOf(before, after), { type: 'run', draws }, listener);
}

/** Works out what each of some options of a finding would change, in a worker of its own. */
export function optionEffectsInWorker(
  plan: PortfolioRecords,
  options: readonly (readonly Change[])[],
  answered: Answered | null,
  listener: JobListener<readonly OptionEffects[]>,
): Pick<Running, 'cancel'> {
  return runAlone(piecesOf(plan, plan), { type: 'effects', options, answered }, listener);
}

function runAlone<T>(
  pieces: Generator<ToComparer>,
  job: ToComparer,
  listener: JobListener<T>,
): Pick<Running, 'cancel'> {
  let ended = false;
  const hear = (message: FromComparer): void => {
    if (ended) return;
    if (message.type === 'progress') {
      listener.onProgress?.(message.share);
      return;
    }
    end();
    if (message.type === 'done') listener.onDone(message.value as T);
    else listener.onFailed(message.message);
  };
  const line = openLine(hear);
  const end = (): void => {
    ended = true;
    line.close();
  };
  const pump = (): void => {
    if (ended) return;
    const next = pieces.next();
    if (next.done) {
      line.post(job);
      return;
    }
    line.post(next.value);
    giveWay(pump, 'background');
  };
  pump();
  return { cancel: end };
}

function* piecesOf(before: PortfolioRecords, after: PortfolioRecords): Generator<ToComparer> {
  const sides: readonly (readonly ['before' | 'after', Generator<TablePatch>])[] = [
    ['before', patchesBetween(null, before)],
    ['after', patchesBetween(before, after)],
  ];
  for (const [type, patches] of sides) {
    for (const patch of patches) yield { type, patches: [patch], last: false };
    yield { type, patches: [], last: true };
  }
}

function openLine(hear: (message: FromComparer) => void): {
  readonly post: (message: ToComparer) => void;
  readonly close: () => void;
} {
  if (typeof Worker === 'undefined') {
    const comparer = new Comparer(hear, () => new Promise((resolve) => setTimeout(resolve, 0)));
    return { post: (message) => comparer.receive(message), close: () => undefined };
  }
  const worker = new Worker(new URL('./comparingWorker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = (event: MessageEvent<FromComparer>) => hear(event.data);
  return { post: (message) => worker.postMessage(message), close: () => worker.terminate() };
}
