import { useEffect } from 'react';
import { create } from 'zustand';
import type { Snapshot } from '../../../shared/contract/methods.ts';
import { forgetWhenMasked } from '../../state/hiding.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { ask } from '../../state/service.ts';

interface SnapshotState {
  /** Null until they were read. */
  readonly snapshots: readonly Snapshot[] | null;
  /** Grows when the list has to be read again. */
  readonly version: number;
}

const useStore = create<SnapshotState>()(() => ({ snapshots: null, version: 0 }));

forgetWhenMasked(() => useStore.setState(({ version }) => ({ snapshots: null, version: version + 1 })));

/** Has the list of snapshots read again wherever it is shown. */
export function snapshotsChanged(): void {
  useStore.setState(({ version }) => ({ version: version + 1 }));
}

/** The snapshots of the open portfolio, newest first; null until they were read. */
export function useSnapshots(): readonly Snapshot[] | null {
  const { snapshots, version } = useStore();
  const ref = usePortfolio((state) => state.file?.ref);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to read again
  useEffect(() => {
    let gone = false;
    void ask('snapshot.list', {}).then((list) => {
      if (list && !gone)
        useStore.setState({
          snapshots: [...list.snapshots].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)),
        });
    });
    return () => {
      gone = true;
    };
  }, [version, ref]);
  return snapshots;
}
