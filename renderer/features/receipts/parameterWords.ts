import type { ParameterUnit } from '../../../shared/model/parameterTable.ts';
import type { ReceiptInput } from '../../../shared/model/receiptTypes.ts';
import type { FigureWords } from '../../charts/frame/figureWords.ts';
import { sayIn } from '../../pictures/words.ts';

/** An input's value with its unit. */
export function inputValue(
  { value, unit }: Pick<ReceiptInput, 'value' | 'unit'>,
  figures: FigureWords,
  currency: string,
): string {
  const say = sayIn(figures.language, 'parameters');
  if (value === null) return sayIn(figures.language, 'receipts')('unknown');
  if (typeof value === 'boolean') return say(value ? 'flag.yes' : 'flag.no');
  if (typeof value === 'string') return value === 'gross' || value === 'net' ? say(`choice.${value}`) : value;
  if (typeof value !== 'number') return value.map((each) => figures.percent(each)).join(' · ');
  return parameterText(value, unit as ParameterUnit | 'money_per_pd', figures, currency);
}

/** A number in a parameter's unit: `40%`, `3 months`, `$700 a day`. */
export function parameterText(
  value: number,
  unit: ParameterUnit | 'money_per_pd',
  figures: FigureWords,
  currency: string,
): string {
  if (unit === 'share') return figures.percent(value, 1);
  const number =
    unit === 'money_per_month' || unit === 'money_per_pd'
      ? figures.number(value, 2)
      : figures.number(value, 3);
  const words = sayIn(figures.language, 'parameters')(`unit.${unit}`, { currency, count: value });
  return words === '' ? number : `${number} ${words}`;
}
