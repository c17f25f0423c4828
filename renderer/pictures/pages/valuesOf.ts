import { type SayValues, sayValues } from '../../features/inspector/sayValues.ts';
import type { PageContext } from '../context.ts';
import { MASK } from '../hide.ts';

/** How a page says the values of records: as the views do, without amounts where these are hidden. */
export function valuesOf({ options, settings }: PageContext): SayValues {
  const words = sayValues(options.language, settings.currency);
  return options.amounts === 'shown' ? words : { ...words, money: () => MASK, moneyShort: () => MASK };
}
