import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { RANGE_FUTURES } from '../../../shared/report/receiptRows.ts';
import { withoutAmounts } from '../../../shared/storyboard/amountText.ts';
import { common } from '../../../shared/text/catalogues/common.ts';
import { exporting } from '../../../shared/text/catalogues/exporting.ts';
import { flow } from '../../../shared/text/catalogues/flow.ts';
import { parameters } from '../../../shared/text/catalogues/parameters.ts';
import { reports } from '../../../shared/text/catalogues/reports.ts';
import { figureNameIn } from '../../../shared/text/figureName.ts';
import { filled } from '../../../shared/text/filled.ts';
import { formatDate, formatNumber } from '../../../shared/text/format.ts';
import { bracketed, joinParts } from '../../../shared/text/join.ts';
import { inputNameIn, inputSourceIn, inputValueIn, partNameIn } from '../../../shared/text/receiptText.ts';
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
  const currency = settings?.currency ?? '';
  const { kind } = state.looked;
  const name = amounts === 'hidden' ? withoutAmounts(state.name) : state.name;
  // A workbook has no foot: what it is of stands here. What a scenario is called may name anybody.
  const of = kind === 'plan' || names === 'hidden' ? '' : filled(words[`dialog.${kind}`], { name });
  const note = words[shown < all ? 'receipts.cut' : 'receipts.all'];
  const number = (value: number): string => formatNumber(value, language);
  const date = formatDate(settings?.dataDate ?? at.slice(0, 10), language);
  const parts = (texts: readonly string[]): string => texts.filter((part) => part !== '').join(' · ');
  const units: Readonly<Record<string, string>> = {
    money: currency,
    money_per_month: filled(parameters[language]['unit.money_per_month'], { currency }),
    pd: words['receipts.unit.pd'],
    month: words['receipts.unit.month'],
    share: words['receipts.unit.share'],
  };
  return {
    receipts: {
      title: words['receipts.title'],
      note: parts([
        of,
        filled(note, { shown: number(shown), all: number(all) }),
        filled(words['receipts.ranges'], { draws: number(RANGE_FUTURES) }),
      ]),
      columns: [
        words['receipts.initiative'],
        words['receipts.figure'],
        words['receipts.mode'],
        words['receipts.today'],
        words['receipts.value'],
        words['receipts.low'],
        words['receipts.median'],
        words['receipts.high'],
        words['receipts.unit'],
        words['receipts.formula'],
        words['receipts.parts'],
        words['receipts.inputs'],
        words['receipts.disputed'],
        words['receipts.id'],
      ],
      mode: (mode) => common[language][`mode.${mode}`],
      figure: (id) => figureNameIn(id, language),
      unit: (unit) => units[unit] ?? unit,
      input: (input) => {
        const isParameter = input.evidence !== null;
        const strength = isParameter ? parameters[language][`strength.${input.evidence}`] : '';
        const said = [
          inputSourceIn(input, language),
          [strength, input.evidence_ids.join(', ')].filter((part) => part !== '').join(' '),
        ].filter((part) => part !== '');
        const value = inputValueIn(input, language, currency);
        return bracketed(
          `${inputNameIn(input.id, language)} = ${value}`,
          joinParts(said, language),
          language,
        );
      },
      inputName: ({ id }) => inputNameIn(id, language),
      part: (part) => `${partNameIn(part, language)} = ${formatNumber(part.value, language, 2)}`,
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
