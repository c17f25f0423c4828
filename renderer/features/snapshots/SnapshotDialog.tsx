import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tell } from '../../state/noticeStore.ts';
import { usePanel } from '../../state/panelStore.ts';
import { ask } from '../../state/service.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { snapshotsChanged } from './snapshotStore.ts';

/** Asks for a name and freezes the portfolio under it. */
export function SnapshotDialog() {
  const { t } = useTranslation(['snapshots', 'common']);
  const close = usePanel((state) => state.close);
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const take = async (): Promise<void> => {
    setBusy(true);
    const made = await ask('snapshot.create', { name: name.trim(), note: note.trim() });
    setBusy(false);
    if (!made) return;
    tell({ kind: 'done', key: 'notice.snapshot', params: { name: made.name } });
    snapshotsChanged();
    close();
  };
  return (
    <Dialog title={t('new.title')} onClose={close}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '' && !busy) void take();
        }}
      >
        <TextField label={t('new.name')} value={name} onChange={setName} autoFocus />
        <TextField label={t('new.note')} help={t('new.noteHelp')} value={note} onChange={setNote} multiline />
        <div className="formButtons">
          <Button onPress={close}>{t('action.cancel', { ns: 'common' })}</Button>
          <Button type="submit" look="primary" isDisabled={busy || name.trim() === ''}>
            {t('new.do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
