import i18next from 'i18next';
import type { ReceiptPart, ReceiptUnit } from '../../../shared/model/receiptTypes.ts';
import { WASTE_CATEGORIES } from '../../../shared/model/types.ts';
import type { Area } from '../../../shared/text/catalogue.ts';
import { figureNameIn, readable } from '../../../shared/text/figureName.ts';
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
  return sayKey('receipts', `unit.${unit}`, { value: plain }) ?? plain;
}

/** What a part is. */
export function partName({ label, of }: ReceiptPart): string {
  const number = of.index === undefined ? 0 : of.index + 1;
  if (label === 'waiting_change') return sayKey('receipts', 'part.waitingChange', { number }) ?? label;
  switch (of.kind) {
    case 'phase': {
      const name = sayKey('receipts', 'part.phase', { number, name: of.id ?? '' }) ?? '';
      return label === 'wait' ? `${name}, ${sayKey('receipts', 'part.waitOf') ?? label}` : name;
    }
    case 'month':
      return sayKey('receipts', 'part.month', { number: of.index ?? 0 }) ?? label;
    case 'change':
    case 'period':
    case 'release':
      return sayKey('receipts', `part.${of.kind}`, { number }) ?? label;
    case 'handover':
    case 'run':
    case 'core':
      return sayKey('receipts', `part.${of.kind}`) ?? label;
    case 'category': {
      const isWaste = WASTE_CATEGORIES.some((category) => category === of.id);
      return sayKey(isWaste ? 'common' : 'receipts', `${isWaste ? 'waste' : 'category'}.${of.id}`) ?? label;
    }
    case 'mode':
      return sayKey('common', `mode.${of.id}`) ?? label;
    case 'term':
      return sayKey('receipts', `term.${of.id}`) ?? readable(of.id ?? label);
  }
}

/** The name of an input: a parameter, or a field of the plan such as `phases.0.rate`. */
export function inputName(id: string): string {
  const parameter = sayKey('parameters', `param.${id}`);
  if (parameter !== null) return parameter;
  const path = id.split('.');
  const field = sayKey('receipts', `field.${path.at(-1)}`) ?? readable(path.at(-1) ?? id);
  const number = Number(path[1]) + 1;
  if (path[0] === 'phases') return sayKey('receipts', 'field.ofPhase', { number, field }) ?? field;
  if (path[0] === 'product') return sayKey('receipts', 'field.ofTeam', { field }) ?? field;
  if (path[0] === 'actual_releases') return sayKey('receipts', 'field.ofRelease', { number, field }) ?? field;
  return field;
}
