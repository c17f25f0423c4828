import { Component, type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { Failure } from '../../../shared/contract/result.ts';
import { tell } from '../../state/noticeStore.ts';
import { type Panel, usePanel } from '../../state/panelStore.ts';
import { SaveViewDialog } from '../initiatives/SaveViewDialog.tsx';
import { closeReceipt, useReceipt } from '../receipts/receiptStore.ts';
import { NamePortfolioDialog } from '../welcome/NamePortfolioDialog.tsx';
import { NewPortfolioDialog } from '../welcome/NewPortfolioDialog.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { Palette } from './Palette.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';

/** A dialog whose code comes when it is first wanted; where it does not come, nothing that serves the page is there. */
const later = <P extends object>(load: () => Promise<ComponentType<P>>) =>
  lazy(async () => {
    try {
      return { default: await load() };
    } catch (cause) {
      throw new Failure('no_answer', String(cause));
    }
  });

const ImportDialog = later(async () => (await import('../importing/ImportDialog.tsx')).ImportDialog);
const PasteDialog = later(async () => (await import('../importing/PasteDialog.tsx')).PasteDialog);
const PastImports = later(async () => (await import('../importing/PastImports.tsx')).PastImports);
const ExportDialog = later(async () => (await import('../exporting/ExportDialog.tsx')).ExportDialog);
const PackDialog = later(async () => (await import('../exporting/PackDialog.tsx')).PackDialog);
const ConvertDialog = later(async () => (await import('../planning/ConvertDialog.tsx')).ConvertDialog);
const MergeInitiativesDialog = later(
  async () => (await import('../planning/MergeInitiativesDialog.tsx')).MergeInitiativesDialog,
);
const LedgerDialog = later(async () => (await import('../planning/LedgerDialog.tsx')).LedgerDialog);
const SnapshotDialog = later(async () => (await import('../snapshots/SnapshotDialog.tsx')).SnapshotDialog);
const BackupsDialog = later(async () => (await import('../backups/BackupsDialog.tsx')).BackupsDialog);

const ReceiptDialog = later(async () => (await import('../receipts/ReceiptDialog.tsx')).ReceiptDialog);

const close = usePanel.getState().close;

/** The dialog that is open, if one is, and the receipt of a figure, which any view may open over it. */
export function Panels() {
  const panel = usePanel((state) => state.panel);
  const receipt = useReceipt(({ trail }) => trail.length > 0);
  return (
    <Suspense fallback={null}>
      {panel && (
        <DialogBoundary key={panel.kind} onFault={close}>
          <Open panel={panel} />
        </DialogBoundary>
      )}
      {receipt && (
        <DialogBoundary onFault={closeReceipt}>
          <ReceiptDialog />
        </DialogBoundary>
      )}
    </Suspense>
  );
}

/** Closes a dialog that fails, and says why: it would take the page with it, and what waits there to be saved. */
class DialogBoundary extends Component<{ readonly onFault: () => void; readonly children: ReactNode }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(fault: unknown) {
    tell({
      kind: 'error',
      error: fault instanceof Failure ? fault.error : { code: 'internal', message: String(fault) },
    });
    this.props.onFault();
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
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
