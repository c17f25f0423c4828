import type { MadeFigure, Opens } from '../../renderer/features/receipts/receiptStore.ts';

/** What a figure of a view, or a part of one, is made of; fails for one that opens to nothing or to a figure of the model. */
export function madeOf(opens: Opens | null | undefined): MadeFigure {
  const opened = typeof opens === 'function' ? opens() : opens;
  if (opened?.kind !== 'made') throw new Error('it opens to nothing that the view made');
  return opened.made;
}
