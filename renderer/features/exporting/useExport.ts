import { useCallback, useState } from 'react';
import type { EventPayload, MethodInput, MethodOutput } from '../../../shared/contract/methods.ts';
import { ask, transport } from '../../state/service.ts';

type What = Omit<MethodInput<'export.write'>, 'job'>;

export interface ExportRun {
  readonly job: string;
  readonly progress: EventPayload<'job.progress'> | null;
  readonly cancelling: boolean;
}

/** Has the service write an export, with its progress and the way out of it; `running` is null in between. */
export function useExport(): {
  readonly running: ExportRun | null;
  readonly write: (what: What) => Promise<MethodOutput<'export.write'> | null>;
  readonly cancel: () => void;
} {
  const [running, setRunning] = useState<ExportRun | null>(null);
  const write = useCallback(async (what: What) => {
    const job = crypto.randomUUID();
    setRunning({ job, progress: null, cancelling: false });
    const stop = transport().on('job.progress', (progress) => {
      if (progress.job === job) setRunning((old) => old && { ...old, progress });
    });
    const made = await ask('export.write', { ...what, job });
    stop();
    setRunning(null);
    return made;
  }, []);
  const cancel = useCallback(() => {
    setRunning((old) => {
      if (!old || old.cancelling) return old;
      void ask('job.cancel', { job: old.job });
      return { ...old, cancelling: true };
    });
  }, []);
  return { running, write, cancel };
}
