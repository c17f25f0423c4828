import { setImmediate as nextTurn } from 'node:timers/promises';
import { Failure } from '../../../shared/contract/result.ts';
import type { ImportOutcome, TableMapping } from '../../../shared/exchange/mapTable.ts';

/** Rows mapped between two looks at the clock and at the wish to cancel. */
const SLICE = 500;
/** Longest time without giving the event loop a turn, in milliseconds. */
const TURN_MS = 12;

/** Maps every row of a list, giving the event loop its turn between slices. Throws `cancelled`. */
export async function mapAll(
  mapping: TableMapping,
  onProgress: (done: number) => void,
  isCancelled: () => boolean,
  fileName: string,
): Promise<ImportOutcome> {
  let turn = performance.now();
  for (let from = 0; from < mapping.rows; from += SLICE) {
    mapping.map(from, from + SLICE);
    if (performance.now() - turn < TURN_MS && from + SLICE < mapping.rows) continue;
    onProgress(Math.min(mapping.rows, from + SLICE));
    await nextTurn();
    if (isCancelled())
      throw new Failure('cancelled', `the import of ${fileName} was cancelled`, {
        place: { file: fileName },
      });
    turn = performance.now();
  }
  return mapping.finish();
}
