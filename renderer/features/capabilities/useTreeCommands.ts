import { useEffect } from 'react';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { onViewAction } from '../../commands/viewActions.ts';
import { useView } from '../../state/viewStore.ts';
import { duplicate } from './capabilityActions.ts';
import { startDraft } from './treeKeys.ts';

/** Lets the program's own keys (duplicate, new) mean the capability while the tree is shown. */
export function useTreeCommands(records: PortfolioRecords): void {
  useEffect(() => {
    const selected = (): string | null => {
      const { selection } = useView.getState();
      return selection?.kind === 'capability' ? selection.id : null;
    };
    const stops = [
      onViewAction('capabilities', 'duplicate', () => {
        const id = selected();
        if (id !== null) void duplicate(id, false);
      }),
      onViewAction('capabilities', 'new', () => startDraft(records, selected(), false)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [records]);
}
