import i18next from 'i18next';
import type { ReceiptPart, ReceiptUnit } from '../../../shared/model/receiptTypes.ts';
import type { Area } from '../../../shared/text/catalogue.ts';
import { figureNameIn } from '../../../shared/text/figureName.ts';
import { countAs } from '../../../shared/text/format.ts';
import { inputNameIn, partNameIn } from '../../../shared/text/receiptText.ts';
import type { FigureWords } from '../../charts/frame/figureWords.ts';
import { currentLanguage } from '../../i18n.ts';

/** A sentence whose key is only known while running; null when the catalogue has none. */
function sayKey(
  ns: Area,
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): string | null {
  return i18next.exists(key, { ns }) ? String(i18next.t(key as never, { ns, ...params } as never)) : null;
}

/** The name of a figure such as `project.waste.handoffs.pd`, in the language on the screen. */
export const figureName = (figure: string): string => figureNameIn(figure, currentLanguage());

/** A value in its unit. */
export function unitText(value: number, unit: ReceiptUnit, figures: FigureWords): string {
  const plain =
    unit === 'money' || unit === 'money_per_month' || unit === 'money_per_month2'
      ? figures.money(value)
      : unit === 'share'
        ? figures.percent(value, 1)
        : unit === 'pd'
          ? figures.number(value, 1)
          : figures.number(value, unit === 'count' ? 0 : 3);
  return sayKey('receipts', `unit.${unit}`, { count: countAs(plain), value: plain }) ?? plain;
}

/** An end of a range in its unit; a month that never comes counts as one after the horizon, and is said so. */
export const endText = (value: number, unit: ReceiptUnit, horizon: number, figures: FigureWords): string =>
  unit === 'month' && value > horizon
    ? (sayKey('receipts', 'noValue') ?? '')
    : unitText(value, unit, figures);

/** What a part is. */
export const partName = (part: ReceiptPart): string => partNameIn(part, currentLanguage());

/** The name of an input: a parameter, or a field of the plan such as `phases.0.rate`. */
export const inputName = (id: string): string => inputNameIn(id, currentLanguage());
