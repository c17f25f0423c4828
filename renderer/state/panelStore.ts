import { create } from 'zustand';
import type { ExportFormat } from '../../shared/report/options.ts';
import type { ChosenFile } from '../transport/transport.ts';

/** What lies over the page; one thing at a time. */
export type Panel =
  | { readonly kind: 'palette' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'settings' }
  /** Names the table's present arrangement: a new view, or a saved one anew. */
  | { readonly kind: 'saveView'; readonly id: string | null }
  | { readonly kind: 'convert'; readonly initiativeId: string }
  | { readonly kind: 'mergeInitiatives'; readonly ids: readonly string[] }
  | { readonly kind: 'ledger'; readonly initiativeId: string; readonly handoffId?: string }
  | { readonly kind: 'newPortfolio' }
  | { readonly kind: 'renamePortfolio' }
  | { readonly kind: 'import'; readonly file: ChosenFile; readonly others?: readonly ChosenFile[] }
  | { readonly kind: 'paste' }
  | { readonly kind: 'pastImports' }
  /** `format` is the one that was asked for by name. */
  | {
      readonly kind: 'export';
      readonly snapshotId: string | null;
      readonly format?: ExportFormat;
      readonly storyboardId?: string;
    }
  | { readonly kind: 'pack' }
  | { readonly kind: 'newSnapshot' }
  | { readonly kind: 'backups' };

interface PanelState {
  readonly panel: Panel | null;
  readonly show: (panel: Panel) => void;
  readonly close: () => void;
}

/** The open dialog, if any. */
export const usePanel = create<PanelState>()((set) => ({
  panel: null,
  show: (panel) => set({ panel }),
  close: () => set({ panel: null }),
}));
