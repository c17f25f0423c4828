import { useEffect } from 'react';
import { create } from 'zustand';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import { forgetWhenMasked } from '../state/hiding.ts';
import { usePortfolio } from '../state/portfolioStore.ts';
import { coverageGlanceSteps } from './coverageGlance.ts';
import { isSameToCoverage } from './coverageTables.ts';
import { giveWay } from './giveWay.ts';
import { workInPieces } from './inPieces.ts';
import type { PortfolioCoverage } from './jobs.ts';
import { type PackedCoverage, unpackCoverage } from './packedCoverage.ts';
import { type Running, runner } from './runner.ts';
import { whileUsed } from './whileUsed.ts';

/** Gaps and overlaps of the open portfolio; while a change is being worked through, the figures before it stay. */
export interface CoverageState {
  readonly status: 'pending' | 'ready' | 'updating' | 'failed';
  readonly value: PortfolioCoverage | null;
  readonly message: string | null;
}

/** What is known of a portfolio before there is a whole answer; null from then on. */
interface CoverageStore extends CoverageState {
  /** All but what texts say that are still being compared. */
  readonly early: PortfolioCoverage | null;
  /** What the budgets say, while somebody waits for anything else. */
  readonly glance: PortfolioCoverage | null;
}

const nothing: CoverageStore = { status: 'pending', value: null, early: null, glance: null, message: null };
const useCoverageStore = create<CoverageStore>()(() => nothing);

/** How far the answer that is on its way has come, 0..1 in hundredths; null while there is none. */
export const useCoverageShare = create<{ readonly share: number | null }>()(() => ({ share: null }));
const showShare = (share: number | null): void => {
  const shown = share === null ? null : Math.floor(100 * share) / 100;
  if (useCoverageShare.getState().share !== shown) useCoverageShare.setState({ share: shown });
};

/** Changes that come in a row (typing, a paste) are computed once; sooner where somebody looks at the answer. */
const QUIET_MS = { watched: 120, ahead: 8000 } as const;

let watchers = 0;
/** Those of them who show a glance. */
let glancing = 0;
const forgetAnswer = (): void => {
  answered = null;
  useCoverageStore.setState(nothing);
};
let forget = forgetAnswer;
// Findings carry the names that they were found by, and a later answer may still be on its way.
forgetWhenMasked(() => forget());
let answered: PortfolioRecords | null = null;
let hurry: () => void = () => undefined;

/** Keeps the coverage of the open portfolio up to date: at once for those who watch it, else when nothing else waits. */
function follow(): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting: PortfolioRecords | null = null;
  let running: Running | null = null;
  let followed: PortfolioRecords | null = null;
  const isGlanceWanted = (): boolean => {
    const { status, early, glance: known } = useCoverageStore.getState();
    return glancing > 0 && status === 'pending' && early === null && known === null;
  };
  /** What is being glanced at, so that nobody begins that twice. */
  let glanced: PortfolioRecords | null = null;
  const glance = (): void => {
    const records = followed;
    if (records === null || glanced === records || !isGlanceWanted()) return;
    glanced = records;
    workInPieces(
      coverageGlanceSteps(records),
      () => followed === records && isGlanceWanted(),
      (end) => {
        if (glanced === records) glanced = null;
        if (end !== 'left') useCoverageStore.setState({ glance: end.value });
      },
    );
  };
  const ask = (): void => {
    const records = waiting;
    waiting = null;
    timer = null;
    if (records === null) return;
    runner.mirror(records, usePortfolio.getState().file?.ref ?? null);
    running = runner.run<PackedCoverage>(
      { kind: 'coverage' },
      {
        onEarly: (early) => {
          if (useCoverageStore.getState().value === null)
            useCoverageStore.setState({ early: unpackCoverage(early), glance: null });
        },
        onProgress: showShare,
        onDone: (value) => {
          answered = records;
          running = null;
          showShare(null);
          useCoverageStore.setState({ ...nothing, status: 'ready', value: unpackCoverage(value) });
        },
        onFailed: (message) => {
          running = null;
          showShare(null);
          useCoverageStore.setState({ ...nothing, status: 'failed', message });
        },
      },
      watchers === 0,
    );
  };
  const look = (records: PortfolioRecords | null, fresh: boolean): void => {
    followed = records;
    // What was on its way is dropped below, whatever comes.
    showShare(null);
    if (records !== null && answered !== null && !fresh && isSameToCoverage(records, answered)) {
      answered = records;
      // What was asked for meanwhile is for a state that is gone again, such as one that was undone.
      if (timer) clearTimeout(timer);
      running?.cancel();
      [timer, waiting, running] = [null, null, null];
      useCoverageStore.setState(({ status, value }) =>
        status === 'updating' ? { status: 'ready', value } : {},
      );
      return;
    }
    if (timer) clearTimeout(timer);
    running?.cancel();
    [timer, waiting, running] = [null, records, null];
    if (records === null || fresh) {
      answered = null;
      useCoverageStore.setState(nothing);
    } else {
      useCoverageStore.setState(({ value }) =>
        value === null ? nothing : { ...nothing, status: 'updating', value },
      );
    }
    // The first figures are waited for; only changes may come in a row.
    if (records !== null)
      timer = setTimeout(ask, fresh ? 0 : watchers > 0 ? QUIET_MS.watched : QUIET_MS.ahead);
    giveWay(glance, 'user-visible');
  };
  hurry = () => {
    giveWay(glance, 'user-visible');
    if (timer) {
      clearTimeout(timer);
      ask();
    } else running?.hurry();
  };
  // The records that are there still hold the names: it begins again with those that come masked.
  forget = () => look(null, true);
  look(usePortfolio.getState().records, answered === null);
  const unsubscribe = usePortfolio.subscribe((state, before) => {
    if (state.records !== before.records) look(state.records, state.file?.ref !== before.file?.ref);
  });
  return () => {
    unsubscribe();
    if (timer) clearTimeout(timer);
    running?.cancel();
    showShare(null);
    followed = null;
    hurry = () => undefined;
    forget = forgetAnswer;
  };
}

/** Works the coverage out before anybody asks for it, as long as the answered function is not called. */
export const coverageAhead = whileUsed(follow);

function useWatching(shows: 'answers' | 'glance'): void {
  useEffect(() => {
    const glances = shows === 'glance' ? 1 : 0;
    watchers += 1;
    glancing += glances;
    const leave = coverageAhead();
    hurry();
    return () => {
      watchers -= 1;
      glancing -= glances;
      leave();
    };
  }, [shows]);
}

/** The whole coverage of the open portfolio. */
export function useCoverage(): CoverageState {
  useWatching('answers');
  return useCoverageStore();
}

/**
 * The coverage of the open portfolio as far as it has come: until its texts are compared, `value` may be one that knows
 * nothing of overlaps yet and says so.
 */
export function useCoverageInStages(): CoverageState {
  useWatching('answers');
  const { status, value, early, message } = useCoverageStore();
  return { status, value: value ?? early, message };
}

/** The same, and before there is anything else what the budgets alone say: such a value says that it is not `modelled`. */
export function useCoverageAtOnce(): CoverageState {
  useWatching('glance');
  const { status, value, early, glance, message } = useCoverageStore();
  return { status, value: value ?? early ?? glance, message };
}
