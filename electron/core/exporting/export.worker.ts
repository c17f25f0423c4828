import { parentPort, workerData } from 'node:worker_threads';
import { Failure } from '../../../shared/contract/result.ts';
import type { ExportOrder, FromExport } from './exportOrder.ts';
import { makeExport } from './makeExport.ts';

/** The thread of one export: it blocks while it works, and ends with it; whoever started it ends it to cancel. */
const tell = (message: FromExport): void => parentPort?.postMessage(message);

makeExport(workerData as ExportOrder, (stage, done, total) =>
  tell({ type: 'progress', stage, done, total }),
).then(
  (leftOut) => tell({ type: 'done', leftOut }),
  (error: unknown) => {
    // What nobody expected ends the thread, and whoever started it hears of it.
    if (!(error instanceof Failure)) throw error;
    tell({ type: 'failed', error: error.error });
  },
);
