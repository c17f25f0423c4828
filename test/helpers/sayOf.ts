import i18next from 'i18next';
import type { Say } from '../../renderer/i18n.ts';
import { type Language, languages } from '../../shared/text/area.ts';
import { type Area, catalogue } from '../../shared/text/catalogue.ts';

const instance = i18next.createInstance();
void instance.init({
  lng: 'en',
  ns: Object.keys(catalogue),
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

/** The real sentences of an area in one language, for tests of words without a page. */
export const sayOf = <A extends Area>(area: A, language: Language): Say<A> =>
  instance.getFixedT(language, area) as unknown as Say<A>;
