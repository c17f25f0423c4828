/** The languages of the interface and of every export. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/**
 * The sentences of one area in both languages, side by side: a key that one language lacks does not compile.
 * Values follow i18next: `{{name}}` for a value, `key_one` / `key_other` for counts (English needs both, Chinese
 * repeats the sentence).
 */
export function area<const Keys extends Readonly<Record<string, string>>>(sentences: {
  readonly en: Keys;
  readonly zh: { readonly [K in keyof Keys]: string };
}): { readonly en: Keys; readonly 'zh-CN': { readonly [K in keyof Keys]: string } } {
  return { en: sentences.en, 'zh-CN': sentences.zh };
}
