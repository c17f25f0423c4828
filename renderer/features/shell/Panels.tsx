import { lazy, Suspense } from 'react';
import { type Panel, usePanel } from '../../state/panelStore.ts';
import { SaveViewDialog } from '../initiatives/SaveViewDialog.tsx';
import { useReceipt } from '../receipts/receiptStore.ts';
import { NamePortfolioDialog } from '../welcome/NamePortfolioDialog.tsx';
import { NewPortfolioDialog } from '../welcome/NewPortfolioDialog.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { Palette } from './Palette.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';

const ImportDialog = lazy(async () => ({
  default: (await import('../importing/ImportDialog.tsx')).ImportDialog,
}));
const PasteDialog = lazy(async () => ({
  default: (await import('../importing/PasteDialog.tsx')).PasteDialog,
}));
const PastImports = lazy(async () => ({
  default: (await import('../importing/PastImports.tsx')).PastImports,
}));
const ExportDialog = lazy(async () => ({
  default: (await import('../exporting/ExportDialog.tsx')).ExportDialog,
}));
const PackDialog = lazy(async () => ({
  default: (await import('../exporting/PackDialog.tsx')).PackDialog,
}));
const ConvertDialog = lazy(async () => ({
  default: (await import('../planning/ConvertDialog.tsx')).ConvertDialog,
}));
const MergeInitiativesDialog = lazy(async () => ({
  default: (await import('../planning/MergeInitiativesDialog.tsx')).MergeInitiativesDialog,
}));
const LedgerDialog = lazy(async () => ({
  default: (await import('../planning/LedgerDialog.tsx')).LedgerDialog,
}));
const SnapshotDialog = lazy(async () => ({
  default: (await import('../snapshots/SnapshotDialog.tsx')).SnapshotDialog,
}));
const BackupsDialog = lazy(async () => ({
  default: (await import('../backups/BackupsDialog.tsx')).BackupsDialog,
}));

const ReceiptDialog = lazy(async () => ({
  default: (await import('../receipts/ReceiptDialog.tsx')).ReceiptDialog,
}));

const close = usePanel.getState().close;

/** The dialog that is open, if one is, and the receipt of a figure, which any view may open over it. */
export function Panels() {
  const panel = usePanel((state) => state.panel);
  const receipt = useReceipt(({ trail }) => trail.length > 0);
  return (
    <Suspense fallback={null}>
      {panel && <Open panel={panel} />}
      {receipt && <ReceiptDialog />}
    </Suspense>
  );
}

function Open({ panel }: { readonly panel: Panel }) {
  switch (panel.kind) {
    case 'palette':
      return <Palette />;
    case 'keys':
      return <KeysDialog />;
    case 'settings':
      return <SettingsDialog />;
    case 'saveView':
      return <SaveViewDialog id={panel.id} />;
    case 'convert':
      return <ConvertDialog initiativeId={panel.initiativeId} onClose={close} />;
    case 'mergeInitiatives':
      return <MergeInitiativesDialog ids={panel.ids} onClose={close} />;
    case 'ledger':
      return <LedgerDialog initiativeId={panel.initiativeId} handoffId={panel.handoffId} onClose={close} />;
    case 'newPortfolio':
      return <NewPortfolioDialog />;
    case 'renamePortfolio':
      return <NamePortfolioDialog />;
    case 'import':
      return <ImportDialog key={panel.file.token} file={panel.file} others={panel.others ?? []} />;
    case 'paste':
      return <PasteDialog />;
    case 'pastImports':
      return <PastImports />;
    case 'export':
      return (
        <ExportDialog
          snapshotId={panel.snapshotId}
          format={panel.format ?? null}
          storyboardId={panel.storyboardId ?? null}
        />
      );
    case 'pack':
      return <PackDialog />;
    case 'newSnapshot':
      return <SnapshotDialog />;
    case 'backups':
      return <BackupsDialog />;
  }
}
