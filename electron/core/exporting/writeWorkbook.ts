import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { typedTables } from '../../../shared/exchange/writing/typedTables.ts';
import { hasElementRows } from '../../../shared/report/elementRows.ts';
import { receiptsBasis } from '../../../shared/report/receiptRows.ts';
import type { Hidden } from '../../../shared/storyboard/mask.ts';
import { elementSheet } from './elementSheet.ts';
import type { ExportOrder, OnProgress } from './exportOrder.ts';
import { startReceipts } from './receiptsThread.ts';
import { contentsWords, workbookWords } from './workbookWords.ts';
import { tableSheet, writeXlsx } from './writeXlsx.ts';

/**
 * Writes an order's workbook: a sheet a table, then the receipts. `records` are those that may be shown. The receipts
 * of initiatives are made in a thread of their own while this one writes the rest; throws what it throws.
 */
export async function writeWorkbook(
  path: string,
  order: ExportOrder,
  records: PortfolioRecords,
  hidden: Hidden,
  onProgress: OnProgress,
): Promise<void> {
  const words = workbookWords(order);
  const { language, currency } = words;
  const basis = receiptsBasis(records, hidden.amounts);
  const has = { receipts: basis.initiatives.length > 0, needs: hasElementRows(records) };
  /** Which share of each is computed; of what there is none, all is. */
  const computed = { receipts: has.receipts ? 0 : 1, needs: has.needs ? 0 : 1 };
  const onShare = (of: keyof typeof computed) => (share: number) => {
    computed[of] = share;
    onProgress('computing', Math.floor(50 * (computed.receipts + computed.needs)), 100);
  };
  const needs = has.needs ? [elementSheet(records, words, onShare('needs'))] : [];
  const receipts = has.receipts
    ? startReceipts(order.receiptsThread, { basis, words }, onShare('receipts'))
    : null;
  try {
    const tables = typedTables(records, language, hidden).filter(
      ({ table, rowCount }) => rowCount > 0 || table === 'initiative',
    );
    await writeXlsx(
      path,
      {
        sheets: [...tables.map(tableSheet), ...(receipts?.sheets ?? []), ...needs],
        contents: contentsWords(order, records, words),
        about: {
          title: records.portfolio.portfolio?.name ?? '',
          language: language === 'en' ? 'en-US' : 'zh-CN',
          madeAt: order.at,
        },
        currency,
      },
      (done, of) => {
        // What is still computed says how far it is itself.
        if (computed.receipts + computed.needs === 2) onProgress('writing', done, of);
      },
    );
  } finally {
    await receipts?.end();
  }
}
