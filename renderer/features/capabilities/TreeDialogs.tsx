import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { capabilityOf } from '../../../shared/planning/capabilityTree.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { TemplateDialog } from './TemplateDialog.tsx';
import { useTree } from './treeStore.ts';

/** The dialog that lies over the tree, if one does. */
export function TreeDialogs({ records }: { readonly records: PortfolioRecords }) {
  const dialog = useTree((state) => state.dialog);
  if (!dialog) return null;
  const close = (): void => useTree.getState().set({ dialog: null });
  if (dialog.kind === 'template')
    return <TemplateDialog records={records} under={dialog.under} onClose={close} />;
  if (dialog.kind === 'linkInitiative')
    return <LinkDialog records={records} initiativeId={dialog.id} capabilityId={null} onClose={close} />;
  if (dialog.kind === 'delete') return <DeleteDialog records={records} ids={dialog.ids} onClose={close} />;
  if (dialog.kind === 'move') return <MoveDialog records={records} ids={dialog.ids} onClose={close} />;
  const capability = capabilityOf(records, dialog.id);
  if (!capability) return null;
  if (dialog.kind === 'merge')
    return <MergeDialog records={records} capability={capability} onClose={close} />;
  return <LinkDialog records={records} initiativeId={null} capabilityId={capability.id} onClose={close} />;
}
