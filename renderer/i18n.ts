import i18next, { type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../shared/text/area.ts';
import type { Area, catalogue } from '../shared/text/catalogue.ts';
import { bothLanguages } from './bothLanguages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    keySeparator: false;
    resources: { readonly [A in Area]: (typeof catalogue)[A]['en'] };
  }
}

/** A translator bound to one area. */
export type Say<A extends Area> = TFunction<A>;

/** Prepares both languages; answers at once because the catalogues are part of the page. */
export function startLanguage(language: Language): void {
  void i18next.use(initReactI18next).init({ ...bothLanguages(), lng: language });
  document.documentElement.lang = language;
}

/** Switches every sentence on the screen to the other language. */
export function speak(language: Language): void {
  void i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The language that the page speaks now. */
export function currentLanguage(): Language {
  return i18next.language === 'zh-CN' ? 'zh-CN' : 'en';
}

/** The language that fits a system locale such as `zh-Hans-CN`. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
