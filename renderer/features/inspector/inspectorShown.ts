import { useSyncExternalStore } from 'react';
import type { Refusal } from '../../state/noticeStore.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { type DirectoryTab, useDirectory } from '../directory/directoryStore.ts';
import { type InspectorPlace, noInspector } from './inspectedViews.ts';

const narrow = typeof matchMedia === 'function' ? matchMedia('(max-width: 900px)') : null;
const isNarrowNow = (): boolean => narrow?.matches ?? false;

function onNarrow(heard: () => void): () => void {
  narrow?.addEventListener('change', heard);
  return () => narrow?.removeEventListener('change', heard);
}

/** Whether the window has no room for the inspector beside the view, followed as the window changes. */
export const useIsNarrow = (): boolean => useSyncExternalStore(onNarrow, isNarrowNow);

const listedIn = (tab: DirectoryTab): InspectorPlace['listed'] => (tab === 'teams' ? 'team' : 'partner');

/** Why the inspector cannot be shown now, or null where it can. */
export function inspectorRefusal(): Refusal | null {
  const { view, selection } = useView.getState();
  const { records } = usePortfolio.getState();
  const listed = listedIn(useDirectory.getState().tab);
  return noInspector({ view, selection, records, listed, isNarrow: isNarrowNow() });
}

/** Whether the inspector is shown: it is open, and has a place. */
export function useInspectorShown(): boolean {
  const isOpen = useView((state) => state.inspectorOpen);
  const view = useView((state) => state.view);
  const selection = useView((state) => state.selection);
  const listed = useDirectory((state) => listedIn(state.tab));
  const isNarrow = useIsNarrow();
  const hasPlace = usePortfolio(
    ({ records }) => noInspector({ view, selection, records, listed, isNarrow }) === null,
  );
  return isOpen && hasPlace;
}
