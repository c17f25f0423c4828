import { rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { Failure } from '../../../shared/contract/result.ts';
import type { Job } from '../jobs.ts';
import type { Exported, FromExport, ThreadOrder } from './exportOrder.ts';

/**
 * Runs an order in a thread of its own, so that the service stays awake; answers when the file is whole, with the
 * pages and steps that it does without. Throws `cancelled` when the job is told to stop: the thread is then ended where it stands, and what it wrote is deleted.
 */
export async function runExport(order: ThreadOrder, thread: string, job: Job): Promise<Exported> {
  job.check();
  // Types are stripped where this runs from its sources; a build has none.
  const worker = new Worker(thread, { workerData: order });
  let whole = false;
  try {
    return await new Promise<Exported>((resolve, reject) => {
      job.onCancel(() => void worker.terminate());
      worker.on('message', (message: FromExport) => {
        switch (message.type) {
          case 'progress':
            job.report(message.stage, message.done, message.total);
            return;
          case 'done':
            whole = true;
            resolve(message.exported);
            return;
          case 'failed': {
            const { code, message: why, params, place } = message.error;
            reject(new Failure(code, why, { ...(params ? { params } : {}), ...(place ? { place } : {}) }));
          }
        }
      });
      worker.on('error', reject);
      worker.on('exit', (code) => {
        reject(
          job.isCancelled()
            ? new Failure('cancelled', 'cancelled before the file was whole')
            : new Error(`the thread of an export ended with ${code}`),
        );
      });
    });
  } finally {
    await worker.terminate();
    if (!whole) for (const path of [order.path, `${order.path}.part`]) rmSync(path, { force: true });
  }
}
