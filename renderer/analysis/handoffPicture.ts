import { useLayoutEffect, useMemo } from 'react';
import { create } from 'zustand';
import type { HandoffLine } from '../../shared/analysis/handoffLine.ts';
import {
  handoffLine,
  knownLines,
  recordedLineSteps,
  recordedLines,
} from '../../shared/analysis/handoffLines.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { byWaiting, MOST_LIT, type StringlineData } from '../charts/stringline/stringlineData.ts';
import { forgetWhenMasked } from '../state/hiding.ts';
import { remember } from '../state/viewMemory.ts';
import { workInPieces } from './inPieces.ts';

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
 * alone stands without the others. At most `most` are lit, in order of their start, as they are read. `lines` are those of
 * the whole portfolio from the record, asked for only where the others are drawn.
 */
export function handoffPicture(
  records: PortfolioRecords,
  ids: ReadonlySet<string>,
  alone: boolean,
  most = MOST_LIT,
  lines = (): readonly HandoffLine[] => recordedLines(records),
): HandoffPictureData {
  const lineOf = (id: string): HandoffLine | null => handoffLine(records, id, true);
  if (alone) {
    const lit = [...ids].flatMap((id) => lineOf(id) ?? []);
    return { lit, rest: [], undated: ids.size - lit.length };
  }
  const chosen = lines().filter(({ id }) => ids.has(id));
  const ranked = byWaiting(chosen);
  const lit = ranked
    .slice(0, most)
    .flatMap(({ id }) => lineOf(id) ?? [])
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  return { lit, rest: ranked.slice(most), undated: ids.size - chosen.length };
}

/** The lines from the record of what was last looked at; null until the first are there. */
const useLines = create<{ readonly lines: readonly HandoffLine[] | null }>()(() => ({ lines: null }));

forgetWhenMasked(() => useLines.setState({ lines: null }));

/**
 * The same for a view, made again only when the records or the choice change. Thousands of lines are made in pieces: until
 * the first are there it is null, and after a change the lines before it stand behind the others for that while.
 */
export function useHandoffPicture(
  records: PortfolioRecords,
  ids: ReadonlySet<string>,
  alone: boolean,
): HandoffPictureData | null {
  const last = useLines((state) => state.lines);
  const lines = knownLines(records) ?? (last?.some(({ id }) => ids.has(id)) ? last : null);
  // Before the first drawing: what fits into one piece is there at once.
  useLayoutEffect(() => {
    if (alone) return;
    let gone = false;
    workInPieces(
      recordedLineSteps(records),
      () => !gone,
      (end) => {
        if (end !== 'left') useLines.setState({ lines: end.value });
      },
    );
    return () => {
      gone = true;
    };
  }, [records, alone]);
  return useMemo(
    () => (alone || lines ? handoffPicture(records, ids, alone, MOST_LIT, () => lines ?? []) : null),
    [records, ids, alone, lines],
  );
}
