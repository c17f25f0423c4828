import { settingsOf } from '../../../shared/analysis/initiativeInput.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { withoutAmounts } from '../../../shared/storyboard/amountText.ts';
import type { Language } from '../../../shared/text/area.ts';
import { flow } from '../../../shared/text/catalogues/flow.ts';
import { parameters } from '../../../shared/text/catalogues/parameters.ts';
import { reports } from '../../../shared/text/catalogues/reports.ts';
import { filled } from '../../../shared/text/filled.ts';
import { formatDate } from '../../../shared/text/format.ts';
import type { ExportOrder } from './exportOrder.ts';

/** What the sheets of a workbook are written with: plain data, so that another thread can be given it. */
export interface WorkbookWords {
  readonly language: Language;
  /** The portfolio's currency as a code. */
  readonly currency: string;
  readonly hideAmounts: boolean;
  /** The scenario or snapshot that it is of, in words; empty for the plan. */
  readonly of: string;
}

/** The words of the sheet that lists the others. */
export interface ContentsWords {
  readonly title: string;
  /** What the workbook is of, above the list. */
  readonly notes: readonly string[];
  /** Heads of its columns: sheet, rows. */
  readonly columns: readonly [string, string];
}

/** Texts that stand side by side in a line, without those that are empty. */
export const sideBySide = (texts: readonly string[]): string =>
  texts.filter((part) => part !== '').join(' · ');

/** What the sheets of an order's workbook are written with. */
export function workbookWords({
  options: { language, names, amounts },
  states: {
    shown: { looked, name, records },
  },
}: Pick<ExportOrder, 'options' | 'states'>): WorkbookWords {
  const hideAmounts = amounts === 'hidden';
  return {
    ...{ language, hideAmounts, currency: settingsOf(records).currency },
    // A workbook has no foot: what it is of stands in its sheets. What a scenario is called may name anybody.
    of:
      looked.kind === 'plan' || names === 'hidden'
        ? ''
        : filled(reports[language][`dialog.${looked.kind}`], {
            name: hideAmounts ? withoutAmounts(name) : name,
          }),
  };
}

/** The words of the list of an order's sheets; `records` are those that may be shown. */
export function contentsWords(
  { options: { language, amounts }, states: { shown }, at }: Pick<ExportOrder, 'options' | 'states' | 'at'>,
  records: PortfolioRecords,
  { of }: WorkbookWords,
): ContentsWords {
  const words = reports[language];
  const settings = records.portfolio.portfolio;
  const date = formatDate(settings?.dataDate ?? at.slice(0, 10), language);
  return {
    title: words['html.contents'],
    notes: [
      settings?.name ?? '',
      sideBySide([
        shown.looked.kind === 'plan' ? words['dialog.now'] : of,
        filled(flow[language][settings?.dataDate == null ? 'chart.livePlan' : 'chart.dataAsOf'], { date }),
        amounts === 'hidden' ? words['foot.hidden'] : '',
      ]),
    ],
    columns: [words['sheets.sheet'], words['sheets.rows']],
  };
}

/** The words of a unit of receipts, by its id. */
export function unitWords({ language, currency }: WorkbookWords): (unit: string) => string {
  const words = reports[language];
  const units: Readonly<Record<string, string>> = {
    money: currency,
    money_per_month: filled(parameters[language]['unit.money_per_month'], { currency }),
    pd: words['receipts.unit.pd'],
    month: words['receipts.unit.month'],
    share: words['receipts.unit.share'],
    index: words['receipts.unit.index'],
  };
  return (unit) => units[unit] ?? unit;
}
