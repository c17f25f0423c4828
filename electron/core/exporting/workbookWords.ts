import { nameBehind } from '../../../shared/analysis/coverageElements.ts';
import { shownParts } from '../../../shared/analysis/shownParts.ts';
import { INTERNAL_VENDOR } from '../../../shared/coverage/types.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import type { DisputeReason } from '../../../shared/model/parameterTable.ts';
import { RANGE_FUTURES, type SheetReceipts } from '../../../shared/report/receiptRows.ts';
import { withoutAmounts } from '../../../shared/storyboard/amountText.ts';
import { common } from '../../../shared/text/catalogues/common.ts';
import { coverage } from '../../../shared/text/catalogues/coverage.ts';
import { exporting } from '../../../shared/text/catalogues/exporting.ts';
import { flow } from '../../../shared/text/catalogues/flow.ts';
import { parameters } from '../../../shared/text/catalogues/parameters.ts';
import { receipts } from '../../../shared/text/catalogues/receipts.ts';
import { reports } from '../../../shared/text/catalogues/reports.ts';
import { type ElementWords, elementFactIn, elementPartIn } from '../../../shared/text/elementReceiptText.ts';
import { figureNameIn } from '../../../shared/text/figureName.ts';
import { filled } from '../../../shared/text/filled.ts';
import {
  formatDate,
  formatMoney,
  formatNumber,
  formatShare,
  HIDDEN_AMOUNT,
  toMinor,
} from '../../../shared/text/format.ts';
import { bracketed } from '../../../shared/text/join.ts';
import { inputNameIn, inputSourceIn, inputValueIn, partNameIn } from '../../../shared/text/receiptText.ts';
import type { ExportOrder } from './exportOrder.ts';
import type { ReceiptWords } from './receiptSheets.ts';
import type { ContentsWords } from './writeXlsx.ts';

/** Parts of a figure of what is needed that a cell holds: one that thousands serve has more than a cell can. */
const MOST_PARTS = 60;

/**
 * The words of a workbook's own sheets in the order's language. `records` are those that may be shown; `shown` of `all`
 * initiatives have receipts.
 */
export function workbookWords(
  { options: { language, names, amounts }, states: { shown: state }, at }: ExportOrder,
  records: PortfolioRecords,
  { shown, all, hasElements }: Pick<SheetReceipts, 'shown' | 'all' | 'hasElements'>,
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
    index: words['receipts.unit.index'],
  };
  const minor = (amount: number): number => toMinor(Math.round(amount), currency);
  const said: ElementWords = {
    say: (key, values) => filled(receipts[language][key], values ?? {}),
    nameOf: (id) =>
      id === INTERNAL_VENDOR ? coverage[language]['evidence.internal'] : (nameBehind(records, id) ?? id),
    money: (amount) =>
      amounts === 'hidden' ? HIDDEN_AMOUNT : (formatMoney(minor(amount), currency, language) ?? ''),
    percent: (share, digits) => formatShare(share, language, digits),
    number: (value, digits) => formatNumber(value, language, digits) ?? '',
  };
  return {
    receipts: {
      title: words['receipts.title'],
      note: parts([
        of,
        filled(note, { shown: number(shown), all: number(all) }),
        filled(words['receipts.ranges'], { draws: number(RANGE_FUTURES) }),
        hasElements ? words['receipts.elements'] : '',
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
      input: (input) => `${inputNameIn(input.id, language)} = ${inputValueIn(input, language, currency)}`,
      inputName: ({ id }) => inputNameIn(id, language),
      part: (part) => `${partNameIn(part, language)} = ${formatNumber(part.value, language, 2)}`,
      element: ({ elementId, receipt }) => {
        const { parts, rest } = shownParts(receipt.parts, receipt.operation, MOST_PARTS);
        const more = rest && { count: number(rest.count), value: said.money(rest.value ?? 0) };
        return {
          of: elementId === null ? receipts[language]['element.portfolio'] : said.nameOf(elementId),
          figure: receipts[language][`element.${receipt.figure}`],
          unit: units[receipt.unit] ?? receipt.unit,
          parts: [
            ...parts.map((part) => {
              const { name, text, note } = elementPartIn(part, receipt.unit, said);
              return `${note === undefined ? name : bracketed(name, note, language)} = ${text}`;
            }),
            ...(more ? [filled(words['receipts.more'], more)] : []),
          ].join('; '),
          inputs: receipt.facts
            .map((fact) => elementFactIn(fact, said))
            .map(({ name, text, note }) =>
              note === undefined ? `${name} = ${text}` : bracketed(`${name} = ${text}`, note, language),
            )
            .join('; '),
        };
      },
      inputs: {
        title: words['inputs.title'],
        note: parts([of, words['inputs.note']]),
        columns: [
          words['receipts.initiative'],
          words['inputs.input'],
          words['receipts.value'],
          words['inputs.number'],
          words['inputs.lowest'],
          words['inputs.highest'],
          words['inputs.source'],
          words['inputs.evidence'],
          words['inputs.disputed'],
          words['inputs.id'],
        ],
        all: words['inputs.all'],
        value: (input) => inputValueIn(input, language, currency),
        source: (input) => inputSourceIn(input, language),
        evidence: ({ evidence, evidence_ids }) =>
          evidence === null
            ? ''
            : parts([parameters[language][`strength.${evidence}`], evidence_ids.join(', ')]),
        dispute: ({ disputed }) =>
          disputed === undefined ? '' : parameters[language][`dispute.${disputed as DisputeReason}`],
      },
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
