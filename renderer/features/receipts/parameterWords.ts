import type { ParameterUnit } from '../../../shared/model/parameterTable.ts';
import type { ReceiptInput } from '../../../shared/model/receiptTypes.ts';
import { inputValueIn, parameterTextIn } from '../../../shared/text/receiptText.ts';
import type { FigureWords } from '../../charts/frame/figureWords.ts';

/** An input's value with its unit. */
export const inputValue = (
  input: Pick<ReceiptInput, 'value' | 'unit'>,
  figures: FigureWords,
  currency: string,
): string => inputValueIn(input, figures.language, currency);

/** A number in a parameter's unit: `40%`, `3 months`, `700 USD a day`. */
export const parameterText = (
  value: number,
  unit: ParameterUnit | 'money_per_pd',
  figures: FigureWords,
  currency: string,
): string => parameterTextIn(value, unit, figures.language, currency);
