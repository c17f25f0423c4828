/** Whether the rows of a kind are left out, among the others, or alone. */
export const rowChoices = ['hidden', 'shown', 'only'] as const;
export type RowChoice = (typeof rowChoices)[number];
export type RowKind = 'retired' | 'overhead';
