import { z } from 'zod';
import { type TranslatedField, translatedFields } from './importFields.ts';

/** One word of theirs and ours for it; an empty `to` is "not known". */
export const translationSchema = z.strictObject({
  field: z.enum(translatedFields),
  from: z.string().min(1).max(500),
  to: z.string().max(500),
});
export type Translation = Readonly<z.infer<typeof translationSchema>>;

/** The words of one list. */
export const translationsSchema = z.array(translationSchema).max(5_000);

/** A word of theirs and what a person says it is; null takes it back to our own reading. */
export interface SaidWord {
  readonly field: TranslatedField;
  readonly from: string;
  readonly to: string | null;
}

/** The words of a list with those of them said anew. */
export function withWords(
  old: readonly Translation[] | undefined,
  words: readonly SaidWord[],
): readonly Translation[] {
  const changed = new Set(words.map(({ field, from }) => `${field}\n${from}`));
  return [
    ...(old ?? []).filter(({ field, from }) => !changed.has(`${field}\n${from}`)),
    ...words.flatMap(({ field, from, to }) => (to === null ? [] : [{ field, from, to }])),
  ];
}
