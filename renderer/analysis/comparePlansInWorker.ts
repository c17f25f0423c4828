import type { PlanComparison } from '../../shared/comparison/comparePlans.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { Comparer, type FromComparer, type ToComparer } from './comparing.ts';
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
): Running {
  let ended = false;
  const hear = (message: FromComparer): void => {
    if (ended) return;
    if (message.type === 'progress') {
      listener.onProgress?.(message.share);
      return;
    }
    end();
    if (message.type === 'done') listener.onDone(message.value);
    else listener.onFailed(message.message);
  };
  const line = openLine(hear);
  const end = (): void => {
    ended = true;
    line.close();
  };
  const pieces = piecesOf(before, after);
  const pump = (): void => {
    if (ended) return;
    const next = pieces.next();
    if (next.done) {
      line.post({ type: 'run', draws });
      return;
    }
    line.post(next.value);
    setTimeout(pump, 0);
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
