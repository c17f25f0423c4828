import { isIsoDate } from '../../../shared/domain/primitives.ts';
import {
  type ImportField,
  scaleFields,
  type TranslatedField,
  translatedFields,
} from '../../../shared/exchange/importFields.ts';
import { formatDate, formatMoney, toMinor } from '../../../shared/text/format.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { useValueWords } from './useValueWords.ts';

const money: ReadonlySet<ImportField> = new Set(['budget', 'spent', 'valuePerMonth']);
const scales: ReadonlySet<ImportField> = new Set(scaleFields);
const dates: ReadonlySet<ImportField> = new Set(['startDate', 'endDate']);

/** Says a value of a preview as our table shows it: previews carry amounts as `1200 USD`, dates in ISO form, codes. */
export function useShownValue(): (field: ImportField, text: string) => string {
  const language = usePreferences((state) => state.language);
  const words = useValueWords();
  return (field, text) => {
    if (dates.has(field)) return isIsoDate(text) ? formatDate(text, language) : text;
    if (money.has(field)) {
      const [, amount, currency] = /^(\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(text) ?? [];
      return amount && currency ? formatMoney(toMinor(Number(amount), currency), currency, language) : text;
    }
    const translated = translatedFields.find((each): each is TranslatedField => each === field);
    if (translated && scales.has(translated)) return text;
    // A status stands in the table as it is.
    return translated && translated !== 'status' ? words(translated, text) : text;
  };
}
