import type { InitOptions } from 'i18next';
import { languages } from '../shared/text/area.ts';
import { catalogue } from '../shared/text/catalogue.ts';

/** What i18next needs to speak both languages at once: every sentence is part of the page. */
export const bothLanguages = (): InitOptions => ({
  fallbackLng: 'en',
  supportedLngs: languages,
  ns: Object.keys(catalogue),
  defaultNS: 'common',
  keySeparator: false,
  resources: Object.fromEntries(
    languages.map((code) => [
      code,
      Object.fromEntries(Object.entries(catalogue).map(([name, sentences]) => [name, sentences[code]])),
    ]),
  ),
  interpolation: { escapeValue: false },
  initAsync: false,
});
