import { Worker } from 'node:worker_threads';
import type { ReceiptsBasis } from '../../../shared/report/receiptRows.ts';
import type { PackedSheet } from './plainSheet.ts';
import { type ReceiptSheets, receiptSheets } from './receiptSheets.ts';
import type { WorkbookWords } from './workbookWords.ts';
import type { SheetElsewhere } from './writeXlsx.ts';

/** What the thread of a workbook's receipts is told. */
export interface ReceiptsOrder {
  readonly basis: ReceiptsBasis;
  readonly words: WorkbookWords;
}

/** What the thread tells. */
export type FromReceipts =
  | { readonly type: 'share'; readonly share: number }
  | { readonly type: 'done'; readonly sheets: ReceiptSheets<PackedSheet> };

/** Receipts that are being made in a thread of their own. */
export interface StartedReceipts {
  /** Their promises are rejected when the thread fails or is ended. */
  readonly sheets: readonly SheetElsewhere[];
  /** Ends the thread, whole or not. */
  readonly end: () => Promise<unknown>;
}

/** Starts the receipts of an order; `onShare` is told how much of them is computed, from 0 to 1. */
export function startReceipts(
  thread: string,
  order: ReceiptsOrder,
  onShare: (share: number) => void,
): StartedReceipts {
  const worker = new Worker(thread, { workerData: order });
  const all = new Promise<ReceiptSheets<PackedSheet>>((resolve, reject) => {
    worker.on('message', (message: FromReceipts) => {
      if (message.type === 'share') onShare(message.share);
      else resolve(message.sheets);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the thread of the receipts ended with ${code}`)));
  });
  // Only what they are called and their heads are asked for here: their rows are walked through there.
  const sheets = receiptSheets(order.basis, order.words, () => undefined).map(
    ({ name, notes, head }, at): SheetElsewhere => {
      const made = all.then((packed) => packed[at]!);
      // Nobody waits for it yet: whoever does later hears of what went wrong.
      made.catch(() => undefined);
      return { name, notes, head, made };
    },
  );
  return { sheets, end: () => worker.terminate() };
}
