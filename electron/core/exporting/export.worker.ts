import { parentPort, workerData } from 'node:worker_threads';
import { Failure } from '../../../shared/contract/result.ts';
import { allLeftOut } from '../../../shared/report/states.ts';
import type { Exported, FromExport, ThreadOrder } from './exportOrder.ts';
import { makeExport } from './makeExport.ts';
import { readStates } from './readStates.ts';

/** The thread of one export: it blocks while it works, and ends with it; whoever started it ends it to cancel. */
const tell = (message: FromExport): void => parentPort?.postMessage(message);

async function run({ source, ...order }: ThreadOrder): Promise<Exported> {
  const states = readStates(source);
  const pagesLeftOut = await makeExport({ ...order, states }, (stage, done, total) =>
    tell({ type: 'progress', stage, done, total }),
  );
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
