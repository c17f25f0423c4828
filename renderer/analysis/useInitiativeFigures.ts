import { useCallback, useEffect } from 'react';
import { create } from 'zustand';
import type { Headline } from '../../shared/analysis/headline.ts';
import { type PortfolioState, usePortfolio } from '../state/portfolioStore.ts';
import { runner } from './runner.ts';
import { whileUsed } from './whileUsed.ts';

/** The modelled figures of one table row, in the mode that the initiative is set to. */
export interface InitiativeFigures {
  readonly status: 'pending' | 'ready' | 'not_computable';
  /** Share of the booked days that goes into the seven wastes. */
  readonly wasteShare: number | null;
  readonly timeToFirstValueMonths: number | null;
}

/** The figures of an initiative, in both modes; undefined while they are still to be computed. */
export type HeadlineSource = (id: string) => Headline | undefined;

interface FigureState {
  /** Another function with every batch: the map that it reads is filled in place. */
  readonly headlineOf: HeadlineSource;
  /** Initiatives that still wait for their figures. */
  readonly left: number;
}

const newestHeadlines = (): HeadlineSource => (id) => runner.headlines.get(id);

const useFigures = create<FigureState>()(() => ({ headlineOf: newestHeadlines(), left: 0 }));

const pending: InitiativeFigures = { status: 'pending', wasteShare: null, timeToFirstValueMonths: null };
const notComputable: InitiativeFigures = {
  status: 'not_computable',
  wasteShare: null,
  timeToFirstValueMonths: null,
};

/** Time between two redraws of the table while figures pour in, in ms. */
const SHOW_EVERY = 150;

let wanted = new Set<string>();
let asking = false;

/** Collects what the table shows right now and asks for it before everything else. */
function want(id: string): void {
  wanted.add(id);
  if (asking) return;
  asking = true;
  setTimeout(() => {
    asking = false;
    runner.prioritise([...wanted]);
    wanted = new Set();
  }, 16);
}

function follow(): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const show = (left: number): void => {
    useFigures.setState({ headlineOf: newestHeadlines(), left });
  };
  const stopListening = runner.onFigures(({ left }) => {
    if (left === 0) {
      if (timer) clearTimeout(timer);
      timer = null;
      show(0);
    } else {
      timer ??= setTimeout(() => {
        timer = null;
        show(left);
      }, SHOW_EVERY);
    }
  });
  const take = ({ records, file }: PortfolioState): void => {
    runner.mirror(records, file?.ref ?? null);
    show(0);
  };
  take(usePortfolio.getState());
  const unsubscribe = usePortfolio.subscribe((state, before) => {
    if (state.records !== before.records) take(state);
  });
  return () => {
    stopListening();
    unsubscribe();
    if (timer) clearTimeout(timer);
  };
}

const followed = whileUsed(follow);

/** Keeps the figures coming while the caller is on the screen. */
function useFollowing(): void {
  useEffect(followed, []);
}

/**
 * The figures of all initiatives as far as they have come, in both modes. The answered function changes whenever new
 * figures are there, so results are remembered by it.
 */
export function useHeadlines(): HeadlineSource {
  useFollowing();
  return useFigures((state) => state.headlineOf);
}

/**
 * The table's modelled figures by initiative, computed in the background; asking for a row that waits moves it to the
 * front. The answered function changes whenever new figures are there.
 */
export function useInitiativeFigures(): (id: string) => InitiativeFigures {
  const headlineOf = useHeadlines();
  const initiatives = usePortfolio((state) => state.records?.initiative);
  return useCallback(
    (id) => {
      const headline = headlineOf(id);
      if (headline === undefined) {
        want(id);
        return pending;
      }
      const mode = initiatives?.[id]?.mode;
      if (headline === null || mode === undefined) return notComputable;
      const { wasteShare, timeToFirstValueMonths } = headline[mode];
      return { status: 'ready', wasteShare, timeToFirstValueMonths };
    },
    [headlineOf, initiatives],
  );
}

/** How many initiatives still wait for their figures. */
export const useFiguresLeft = (): number => useFigures((state) => state.left);
