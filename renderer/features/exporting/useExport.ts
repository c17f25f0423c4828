import { useCallback, useRef, useState } from 'react';
import type { EventPayload, MethodInput, MethodOutput } from '../../../shared/contract/methods.ts';
import type { AppError, Result } from '../../../shared/contract/result.ts';
import { ask, call, choosePlace, saveAt, transport } from '../../state/service.ts';

type What = MethodInput<'export.name'>;

export interface ExportRun {
  readonly job: string;
  readonly progress: EventPayload<'job.progress'> | null;
  readonly cancelling: boolean;
}

/** Has the service write an export where the person says, with its progress and the way out of it. */
export function useExport(): {
  /** Null while none is under way. */
  readonly running: ExportRun | null;
  /** Why the last one made no file; null when it did, or when the person turned away. */
  readonly failed: AppError | null;
  /** True where the person stopped the last one after it had begun. */
  readonly stopped: boolean;
  /**
   * Asks where it shall be saved, does what has to be done `before`, writes it and saves it there. Null when any of
   * these failed or was refused: nothing is done before there is a place that can be written.
   */
  readonly write: (
    what: What,
    before?: () => Promise<boolean>,
  ) => Promise<MethodOutput<'export.write'> | null>;
  readonly cancel: () => void;
} {
  const [running, setRunning] = useState<ExportRun | null>(null);
  const [failed, setFailed] = useState<AppError | null>(null);
  const [stopped, setStopped] = useState(false);
  const cancelled = useRef(false);
  const write = useCallback(async (what: What, before?: () => Promise<boolean>) => {
    const job = crypto.randomUUID();
    cancelled.current = false;
    setRunning({ job, progress: null, cancelling: false });
    setFailed(null);
    setStopped(false);
    const stop = transport().on('job.progress', (progress) => {
      if (progress.job === job) setRunning((old) => old && { ...old, progress });
    });
    // Said in the dialog: a notice beside it would not be read out while the dialog is open.
    const orTold = <T>(answer: Result<T>): T | null => {
      if (answer.ok) return answer.value;
      if (answer.error.code !== 'cancelled') setFailed(answer.error);
      return null;
    };
    try {
      const named = orTold(await call('export.name', what));
      const place = named && orTold(await choosePlace(named.suggestedName));
      if (place === null || cancelled.current) return null;
      if ((before && !(await before())) || cancelled.current) return null;
      const made = orTold(await call('export.write', { ...what, job }));
      if (!made || cancelled.current) return null;
      return orTold(await saveAt(made.file, made.suggestedName, place)) ? made : null;
    } finally {
      stop();
      setStopped(cancelled.current);
      setRunning(null);
    }
  }, []);
  const cancel = useCallback(() => {
    cancelled.current = true;
    setRunning((old) => {
      if (!old || old.cancelling) return old;
      void ask('job.cancel', { job: old.job });
      return { ...old, cancelling: true };
    });
  }, []);
  return { running, failed, stopped, write, cancel };
}
