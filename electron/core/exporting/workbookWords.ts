import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { withoutAmounts } from '../../../shared/storyboard/amountText.ts';
import { common } from '../../../shared/text/catalogues/common.ts';
import { exporting } from '../../../shared/text/catalogues/exporting.ts';
import { flow } from '../../../shared/text/catalogues/flow.ts';
import { reports } from '../../../shared/text/catalogues/reports.ts';
import { figureNameIn } from '../../../shared/text/figureName.ts';
import { filled } from '../../../shared/text/filled.ts';
import { formatDate, formatNumber } from '../../../shared/text/format.ts';
import type { ExportOrder } from './exportOrder.ts';
import type { ContentsWords, ReceiptWords } from './writeXlsx.ts';

/**
 * The words of a workbook's own sheets in the order's language. `records` are those that may be shown; `shown` of `all`
 * initiatives have receipts.
 */
export function workbookWords(
  { options: { language, names, amounts }, states: { shown: state }, at }: ExportOrder,
  records: PortfolioRecords,
  { shown, all }: { readonly shown: number; readonly all: number },
): { readonly receipts: ReceiptWords; readonly contents: ContentsWords } {
  const words = reports[language];
  const settings = records.portfolio.portfolio;
  const { kind } = state.looked;
  const name = amounts === 'hidden' ? withoutAmounts(state.name) : state.name;
  // A workbook has no foot: what it is of stands here. What a scenario is called may name anybody.
  const of = kind === 'plan' || names === 'hidden' ? '' : filled(words[`dialog.${kind}`], { name });
  const note = words[shown < all ? 'receipts.cut' : 'receipts.all'];
  const number = (value: number): string => formatNumber(value, language);
  const date = formatDate(settings?.dataDate ?? at.slice(0, 10), language);
  const parts = (texts: readonly string[]): string => texts.filter((part) => part !== '').join(' · ');
  const units: Readonly<Record<string, string>> = {
    money: settings?.currency ?? '',
    pd: words['receipts.unit.pd'],
    month: words['receipts.unit.month'],
    share: words['receipts.unit.share'],
  };
  return {
    receipts: {
      title: words['receipts.title'],
      note: parts([of, filled(note, { shown: number(shown), all: number(all) })]),
      columns: [
        words['receipts.initiative'],
        words['receipts.figure'],
        words['receipts.mode'],
        words['receipts.today'],
        words['receipts.value'],
        words['receipts.unit'],
        words['receipts.formula'],
        words['receipts.inputs'],
        words['receipts.disputed'],
        words['receipts.id'],
      ],
      mode: (mode) => common[language][`mode.${mode}`],
      figure: (id) => figureNameIn(id, language),
      unit: (unit) => units[unit] ?? unit,
      yesNo: (yes) => exporting[language][yes ? 'value.yes' : 'value.no'],
    },
    contents: {
      title: words['html.contents'],
      notes: [
        settings?.name ?? '',
        parts([
          of === '' && kind === 'plan' ? words['dialog.now'] : of,
          filled(flow[language][settings?.dataDate == null ? 'chart.livePlan' : 'chart.dataAsOf'], { date }),
          amounts === 'hidden' ? words['foot.hidden'] : '',
        ]),
      ],
      columns: [words['sheets.sheet'], words['sheets.rows']],
    },
  };
}
