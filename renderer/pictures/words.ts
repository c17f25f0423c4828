import { createInstance, type i18n } from 'i18next';
import type { Language } from '../../shared/text/area.ts';
import type { Area } from '../../shared/text/catalogue.ts';
import { bothLanguages } from '../bothLanguages.ts';
import type { Say } from '../i18n.ts';

let instance: i18n | null = null;

/** The sentences of an area in a language, whatever the page speaks: pictures are also made where there is no page. */
export function sayIn<A extends Area>(language: Language, area: A): Say<A> {
  instance ??= start();
  return instance.getFixedT(language, area) as unknown as Say<A>;
}

/** A sentence whose key is only known while running; null where the language has none. */
export function sayKeyIn(
  language: Language,
  area: Area,
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): string | null {
  instance ??= start();
  const options = { lng: language, ns: area, ...params };
  return instance.exists(key, options) ? String(instance.t(key as never, options as never)) : null;
}

function start(): i18n {
  const made = createInstance();
  void made.init({ ...bothLanguages(), lng: 'en' });
  return made;
}
