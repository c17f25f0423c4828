import { setImmediate as nextTurn } from 'node:timers/promises';
import { Failure } from '../../../shared/contract/result.ts';
import {
  type ImportOutcome,
  mapSlices,
  type TableMapping,
} from '../../../shared/exchange/records/mapTable.ts';

/** Longest time without giving the event loop a turn, in milliseconds. */
const TURN_MS = 12;

/**
 * Takes long work step by step, giving the event loop its turn between; each step says how many rows are done. Throws
 * `cancelled`.
 */
export async function takeTurns<T>(
  steps: Generator<number, T, void>,
  onProgress: (done: number) => void,
  isCancelled: () => boolean,
  fileName: string,
): Promise<T> {
  let turn = performance.now();
  let done = 0;
  for (;;) {
    const step = steps.next();
    if (!step.done) {
      done = step.value;
      if (performance.now() - turn < TURN_MS) continue;
    }
    onProgress(done);
    await nextTurn();
    if (isCancelled())
      throw new Failure('cancelled', `the import of ${fileName} was cancelled`, {
        place: { file: fileName },
      });
    if (step.done) return step.value;
    turn = performance.now();
  }
}

/** Maps every row of a list in turns. Throws `cancelled`. */
export const mapAll = (
  mapping: TableMapping,
  onProgress: (done: number) => void,
  isCancelled: () => boolean,
  fileName: string,
): Promise<ImportOutcome> => takeTurns(mapSteps(mapping), onProgress, isCancelled, fileName);

function* mapSteps(mapping: TableMapping): Generator<number, ImportOutcome, void> {
  yield* mapSlices(mapping);
  return mapping.finish();
}
