import { useCallback, useState } from 'react';
import type { EventPayload } from '../../../shared/contract/methods.ts';
import type { AppError } from '../../../shared/contract/result.ts';
import type { ImportPlan, ImportReport } from '../../../shared/exchange/contract.ts';
import { createForImport, discardNew } from '../../state/portfolioActions.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { ask, call, transport } from '../../state/service.ts';
import { snapshotsChanged } from '../snapshots/snapshotStore.ts';

export type RunState =
  | { readonly kind: 'waiting'; readonly error: AppError | null }
  | {
      readonly kind: 'running';
      readonly job: string;
      readonly progress: EventPayload<'job.progress'> | null;
      readonly cancelling: boolean;
    }
  | { readonly kind: 'done'; readonly report: ImportReport; readonly undoable: boolean };

/**
 * Runs an import with its progress, into a new portfolio where none is open; a cancelled or failed one leaves
 * everything as it was, that new portfolio included.
 */
export function useImportRun(
  token: string,
  others: readonly string[],
  fileName: string,
): {
  readonly state: RunState;
  readonly run: (plan: ImportPlan) => Promise<void>;
  readonly cancel: () => void;
} {
  const [state, setState] = useState<RunState>({ kind: 'waiting', error: null });
  const run = useCallback(
    async (plan: ImportPlan) => {
      const isNew = !usePortfolio.getState().records;
      if (isNew && !(await createForImport(fileName, plan.currency))) return;
      const job = crypto.randomUUID();
      setState({ kind: 'running', job, progress: null, cancelling: false });
      const stop = transport().on('job.progress', (progress) => {
        if (progress.job !== job) return;
        setState((old) => (old.kind === 'running' ? { ...old, progress } : old));
      });
      const result = await call('import.run', {
        file: token,
        plan,
        ...(others.length === 0 ? {} : { others: [...others] }),
        job,
      });
      stop();
      if (!result.ok) {
        if (isNew) await discardNew();
        const error = result.error.code === 'cancelled' ? null : result.error;
        return setState({ kind: 'waiting', error });
      }
      const { report, changed } = result.value;
      if (changed) {
        usePortfolio.getState().apply(changed);
        // One of what was there before came with it.
        snapshotsChanged();
      }
      setState({ kind: 'done', report, undoable: changed !== null });
    },
    [token, others, fileName],
  );
  const cancel = useCallback(() => {
    setState((old) => {
      if (old.kind !== 'running' || old.cancelling) return old;
      void ask('job.cancel', { job: old.job });
      return { ...old, cancelling: true };
    });
  }, []);
  return { state, run, cancel };
}
