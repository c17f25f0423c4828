import type { Language } from '../../shared/text/area.ts';

const common = ['USD', 'EUR', 'CNY', 'GBP', 'JPY', 'CHF', 'AUD', 'CAD', 'HKD', 'INR', 'SGD'];

/** Every currency with its name in the language: the widely used first, the rest by code. */
export function currencyChoices(
  language: Language,
): readonly { readonly id: string; readonly text: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  const rest = Intl.supportedValuesOf('currency').filter((code) => !common.includes(code));
  return [...common, ...rest].map((id) => ({ id, text: `${id} · ${names.of(id) ?? id}` }));
}
