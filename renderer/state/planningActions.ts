import { usePanel } from './panelStore.ts';

/** Shows what a conversion carries over and asks, before anything is written. */
export const askToConvert = (initiativeId: string): void =>
  usePanel.getState().show({ kind: 'convert', initiativeId });

/** Shows what merging these initiatives would do. */
export const askToMerge = (ids: readonly string[]): void =>
  usePanel.getState().show({ kind: 'mergeInitiatives', ids });

/** Opens the handoff ledger of an initiative, with the keyboard in a row where one is named. */
export const openLedger = (initiativeId: string, handoffId?: string): void =>
  usePanel
    .getState()
    .show({ kind: 'ledger', initiativeId, ...(handoffId === undefined ? {} : { handoffId }) });
