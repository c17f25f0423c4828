import { parentPort, workerData } from 'node:worker_threads';
import { packedSheet } from './plainSheet.ts';
import { receiptSheets } from './receiptSheets.ts';
import type { FromReceipts, ReceiptsOrder } from './receiptsThread.ts';

const tell = (message: FromReceipts): void => parentPort?.postMessage(message);

/** The thread that makes the receipts of a workbook while another one writes its tables. It ends with them. */
async function run({ basis, words }: ReceiptsOrder): Promise<void> {
  const [receipts, inputs] = receiptSheets(basis, words, (share) => tell({ type: 'share', share }));
  // One after the other: the inputs are gathered while the receipts are made.
  tell({ type: 'done', sheets: [await packedSheet(receipts), await packedSheet(inputs)] });
}

// What goes wrong ends the thread, and whoever started it hears of it.
void run(workerData as ReceiptsOrder);
