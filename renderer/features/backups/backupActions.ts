import type { Backup } from '../../../shared/contract/methods.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { currentLanguage } from '../../i18n.ts';
import { tell } from '../../state/noticeStore.ts';
import { openPortfolio } from '../../state/portfolioActions.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { ask, saveFile } from '../../state/service.ts';

/** Puts the open portfolio back to a backup, as one step that undo takes back. */
export async function goBackTo(backup: Pick<Backup, 'ref' | 'at'>): Promise<boolean> {
  const changed = await ask('backup.restore', { backup: backup.ref });
  if (!changed) return false;
  usePortfolio.getState().apply(changed);
  const name = formatInstant(backup.at, currentLanguage());
  tell({ kind: 'done', key: 'notice.restored', params: { name }, undoable: true });
  return true;
}

/** Leaves the backup that is looked at, and puts its portfolio back to it. */
export async function goBackToShown(): Promise<void> {
  const { file } = usePortfolio.getState();
  if (!file?.backup || !(await openPortfolio(file.ref))) return;
  await goBackTo(file.backup);
}

/** Offers a clean copy of a backup for saving. */
export async function saveBackup(backup: string): Promise<void> {
  const copy = await ask('backup.copy', { backup });
  if (copy) await saveFile(copy.file, copy.suggestedName);
}
