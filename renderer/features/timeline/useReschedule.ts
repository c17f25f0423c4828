import { useCallback, useRef, useState } from 'react';
import { portfolioIndex } from '../../../shared/analysis/portfolioIndex.ts';
import {
  type Gesture,
  type Refusal,
  type Rescheduled,
  reschedule,
} from '../../charts/timeline/reschedule.ts';
import { subjectOf } from '../../charts/timeline/timelineData.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { change } from '../../state/service.ts';

/** A gesture under way: what it would change, and how the initiative would lie. */
export interface Pending {
  readonly id: string;
  readonly gesture: Gesture;
  readonly result: Extract<Rescheduled, { ok: true }>;
}

export interface Rescheduling {
  readonly pending: Pending | null;
  /** Why the last gesture could not be; null when it could. */
  readonly refusal: Refusal | null;
  /** Shows what a gesture would do. A refused one leaves nothing under way, or what was before with `keep`. */
  readonly attempt: (id: string, gesture: Gesture, keep?: boolean) => Pending | null;
  /** Writes what is under way as one undoable step; answers false when nothing was, or the service refused. */
  readonly commit: () => Promise<boolean>;
  readonly cancel: () => void;
  readonly forgetRefusal: () => void;
}

/** Changes of dates that show before they are made. */
export function useReschedule(): Rescheduling {
  const [pending, setPending] = useState<Pending | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  // Handlers of one event after the other must see what the one before did, also before the page is drawn again.
  const now = useRef<Pending | null>(null);
  const show = useCallback((next: Pending | null): void => {
    now.current = next;
    setPending(next);
  }, []);
  const attempt = useCallback(
    (id: string, gesture: Gesture, keep = false): Pending | null => {
      const { records } = usePortfolio.getState();
      const initiative = records?.initiative[id];
      const result: Rescheduled =
        records && initiative
          ? reschedule(subjectOf(initiative, portfolioIndex(records)), gesture)
          : { ok: false, refusal: 'gone' };
      setRefusal(result.ok ? null : result.refusal);
      if (result.ok) show({ id, gesture, result });
      else if (!keep) show(null);
      return result.ok ? now.current : null;
    },
    [show],
  );
  const commit = useCallback(async (): Promise<boolean> => {
    const wanted = now.current;
    if (!wanted) return false;
    const { label, changes } = wanted.result;
    // The ghost stays until the records lie where it lies: nothing jumps back and forth.
    const done = await change(label.key, label.params, changes);
    if (now.current === wanted) show(null);
    return done;
  }, [show]);
  const cancel = useCallback((): void => {
    show(null);
    setRefusal(null);
  }, [show]);
  const forgetRefusal = useCallback((): void => setRefusal(null), []);
  return { pending, refusal, attempt, commit, cancel, forgetRefusal };
}
