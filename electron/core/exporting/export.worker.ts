import { extname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { Failure } from '../../../shared/contract/result.ts';
import { allLeftOut } from '../../../shared/report/states.ts';
import type { Exported, FromExport, OnProgress, ThreadOrder } from './exportOrder.ts';
import { makeExport } from './makeExport.ts';
import { readStates } from './readStates.ts';

/** Beside this one, from the sources as from a build. */
const receiptsThread = join(import.meta.dirname, `receipts.worker${extname(import.meta.filename)}`);

/** The thread of one export: it blocks while it works, and ends with it; whoever started it ends it to cancel. */
const tell = (message: FromExport): void => parentPort?.postMessage(message);

/** A message costs as much as a small step of the work, and nobody can see more of them. */
const TOLD_EVERY_MS = 50;
let toldAt = 0;
const tellProgress: OnProgress = (stage, done, total) => {
  const now = performance.now();
  if (done !== total && now - toldAt < TOLD_EVERY_MS) return;
  toldAt = now;
  tell({ type: 'progress', stage, done, total });
};

async function run({ source, ...order }: ThreadOrder): Promise<Exported> {
  const states = order.states ?? readStates(source);
  const pagesLeftOut = await makeExport({ ...order, states, receiptsThread }, tellProgress);
  return { pagesLeftOut, leftOut: allLeftOut(states) };
}

run(workerData as ThreadOrder).then(
  (exported) => tell({ type: 'done', exported }),
  (error: unknown) => {
    // What nobody expected ends the thread, and whoever started it hears of it.
    if (!(error instanceof Failure)) throw error;
    tell({ type: 'failed', error: error.error });
  },
);
