import { catalogue } from '../../shared/text/catalogue.ts';
import { filled } from '../../shared/text/filled.ts';

type Words = (typeof catalogue.hosts)['en'];

/** A sentence of the hosts in the language of the terminal's locale, its values filled in. */
export function say(key: keyof Words, values: Readonly<Record<string, string | number>> = {}): string {
  const chinese = systemLocale().startsWith('zh');
  const sentence: string = catalogue.hosts[chinese ? 'zh-CN' : 'en'][key];
  return filled(sentence, values);
}

/** The locale of the machine, as a language tag. */
export function systemLocale(): string {
  return new Intl.DateTimeFormat().resolvedOptions().locale;
}
