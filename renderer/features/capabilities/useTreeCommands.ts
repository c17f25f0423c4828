import { useEffect } from 'react';
import { onViewAction } from '../../commands/viewActions.ts';
import { useView } from '../../state/viewStore.ts';
import { duplicate } from './capabilityActions.ts';

/** Lets the program's own key for duplicating mean the capability while the tree is shown. */
export function useTreeCommands(): void {
  useEffect(
    () =>
      onViewAction('capabilities', 'duplicate', () => {
        const { selection } = useView.getState();
        if (selection?.kind === 'capability') void duplicate(selection.id, false);
      }),
    [],
  );
}
