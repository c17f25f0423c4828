import { z } from 'zod';

/** A history label: the key of a sentence and its values, so that both languages can say it. */
export const labelSchema = z.strictObject({
  key: z.string().regex(/^[a-zA-Z][\w.]{0,80}$/),
  params: z.record(z.string().max(60), z.union([z.string().max(500), z.number()])),
});
export type Label = Readonly<z.infer<typeof labelSchema>>;
