import { z } from 'zod';

/** A page that was asked for and is in no file. */
export const leftOutPageSchema = z.strictObject({
  /** Its place among those that were asked for, from 1: of picked pages in the order of a report. */
  place: z.number().int().positive(),
  /** The view that it shows, as in the program; of a page that is in no storyboard, the page itself. */
  area: z.string(),
  /** What people wrote over it; null where they wrote nothing. */
  title: z.string().nullable(),
  /**
   * `noPage`: no page of a report stands for its view; `names`, `amounts`: it shows what people wrote, which must not be
   * said while these are hidden; `nothing`: it has nothing to show.
   */
  why: z.enum(['noPage', 'names', 'amounts', 'nothing']),
});
export type LeftOutPage = Readonly<z.infer<typeof leftOutPageSchema>>;

/** The pages of a storyboard, or of some picked pages, that a report does without, in their order. */
export const leftOutPagesSchema = z.strictObject({
  pages: z.array(leftOutPageSchema),
  /** True where none was left and the portfolio on a page stands in for them: a file without a page would be none. */
  standIn: z.boolean(),
});
export interface LeftOutPages {
  readonly pages: readonly LeftOutPage[];
  readonly standIn: boolean;
}

/** What a file that is not made of pages leaves out. */
export const nothingLeftOut: LeftOutPages = { pages: [], standIn: false };
