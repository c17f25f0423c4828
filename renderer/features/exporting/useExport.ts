import { useCallback, useState } from 'react';
import type { EventPayload, MethodInput, MethodOutput } from '../../../shared/contract/methods.ts';
import type { AppError } from '../../../shared/contract/result.ts';
import { ask, call, transport } from '../../state/service.ts';

type What = Omit<MethodInput<'export.write'>, 'job'>;

export interface ExportRun {
  readonly job: string;
  readonly progress: EventPayload<'job.progress'> | null;
  readonly cancelling: boolean;
}

/** Has the service write an export, with its progress and the way out of it; `running` is null in between. */
export function useExport(): {
  readonly running: ExportRun | null;
  /** Why the last one made no file; null when it did, or when the person turned away. */
  readonly failed: AppError | null;
  readonly write: (what: What) => Promise<MethodOutput<'export.write'> | null>;
  readonly cancel: () => void;
} {
  const [running, setRunning] = useState<ExportRun | null>(null);
  const [failed, setFailed] = useState<AppError | null>(null);
  const write = useCallback(async (what: What) => {
    const job = crypto.randomUUID();
    setRunning({ job, progress: null, cancelling: false });
    setFailed(null);
    const stop = transport().on('job.progress', (progress) => {
      if (progress.job === job) setRunning((old) => old && { ...old, progress });
    });
    const answer = await call('export.write', { ...what, job });
    stop();
    setRunning(null);
    if (answer.ok) return answer.value;
    // Said in the dialog: a notice beside it would not be read out while the dialog is open.
    if (answer.error.code !== 'cancelled') setFailed(answer.error);
    return null;
  }, []);
  const cancel = useCallback(() => {
    setRunning((old) => {
      if (!old || old.cancelling) return old;
      void ask('job.cancel', { job: old.job });
      return { ...old, cancelling: true };
    });
  }, []);
  return { running, failed, write, cancel };
}
