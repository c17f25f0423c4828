import { useMemo } from 'react';
import { create } from 'zustand';
import type { HandoffLine } from '../../shared/analysis/handoffLine.ts';
import { handoffLine, recordedLines } from '../../shared/analysis/handoffLines.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { byWaiting, MOST_LIT, type StringlineData } from '../charts/stringline/stringlineData.ts';
import { remember } from '../state/viewMemory.ts';

/** Which initiatives the stringline lights: the one that is looked at, or at most a dozen. */
export const handoffChoices = ['one', 'waiting', 'filtered', 'ticked'] as const;
export type HandoffChoice = (typeof handoffChoices)[number];

/** The choice, remembered per portfolio. */
export const useHandoffChoice = create<{ readonly choice: HandoffChoice }>()(() => ({ choice: 'waiting' }));

remember('handoffs', {
  memory: () => useHandoffChoice.getState(),
  recall: (memory) => useHandoffChoice.setState({ choice: readHandoffChoice(memory) }),
  reset: () => useHandoffChoice.setState({ choice: 'waiting' }),
  subscribe: (heard) => useHandoffChoice.subscribe(heard),
});

/** The choice from what was written down; those that wait most where it is not understood. */
export function readHandoffChoice(memory: object): HandoffChoice {
  return handoffChoices.find((id) => id === (memory as { readonly choice?: unknown }).choice) ?? 'waiting';
}

export interface HandoffPictureData extends StringlineData {
  /** Initiatives of the choice that neither dates nor lengths place in time. */
  readonly undated: number;
}

/**
 * The lines to draw for some initiatives: those with the most waiting days lit, the rest behind them; one initiative
 * alone stands without the others. At most `most` are lit, in order of their start, as they are read.
 */
export function handoffPicture(
  records: PortfolioRecords,
  ids: ReadonlySet<string>,
  alone: boolean,
  most = MOST_LIT,
): HandoffPictureData {
  const lineOf = (id: string): HandoffLine | null => handoffLine(records, id, true);
  if (alone) {
    const lit = [...ids].flatMap((id) => lineOf(id) ?? []);
    return { lit, rest: [], undated: ids.size - lit.length };
  }
  const chosen = recordedLines(records).filter(({ id }) => ids.has(id));
  const ranked = byWaiting(chosen);
  const lit = ranked
    .slice(0, most)
    .flatMap(({ id }) => lineOf(id) ?? [])
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  return { lit, rest: ranked.slice(most), undated: ids.size - chosen.length };
}

/** The same for a view, made again only when the records or the choice change. */
export const useHandoffPicture = (
  records: PortfolioRecords,
  ids: ReadonlySet<string>,
  alone: boolean,
): HandoffPictureData => useMemo(() => handoffPicture(records, ids, alone), [records, ids, alone]);
