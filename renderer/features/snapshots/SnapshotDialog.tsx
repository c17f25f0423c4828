import { useTranslation } from 'react-i18next';
import { tell } from '../../state/noticeStore.ts';
import { usePanel } from '../../state/panelStore.ts';
import { ask } from '../../state/service.ts';
import { SnapshotForm } from './SnapshotForm.tsx';
import { snapshotsChanged } from './snapshotStore.ts';

const NOTHING = { name: '', note: '' } as const;

/** Asks for a name and freezes the portfolio under it. */
export function SnapshotDialog() {
  const { t } = useTranslation('snapshots');
  const close = usePanel((state) => state.close);
  return (
    <SnapshotForm
      title={t('new.title')}
      action={t('new.do')}
      words={NOTHING}
      onKeep={async (words) => {
        const made = await ask('snapshot.create', words);
        if (!made) return false;
        tell({ kind: 'done', key: 'notice.snapshot', params: { name: made.name } });
        snapshotsChanged();
        return true;
      }}
      onClose={close}
    />
  );
}
