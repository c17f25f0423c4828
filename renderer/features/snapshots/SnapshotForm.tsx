import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';

/** What a person says of a snapshot. */
export interface SnapshotWords {
  readonly name: string;
  readonly note: string;
}

/** Asks for the name and the note of a snapshot; stays open where they could not be kept. */
export function SnapshotForm({
  title,
  action,
  words,
  onKeep,
  onClose,
}: {
  readonly title: string;
  readonly action: string;
  readonly words: SnapshotWords;
  /** Answers whether it was kept; what went wrong was then told. */
  readonly onKeep: (words: SnapshotWords) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['snapshots', 'common']);
  const [name, setName] = useState(words.name);
  const [note, setNote] = useState(words.note);
  const [busy, setBusy] = useState(false);
  const keep = async (): Promise<void> => {
    setBusy(true);
    const isKept = await onKeep({ name: name.trim(), note: note.trim() });
    setBusy(false);
    if (isKept) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '' && !busy) void keep();
        }}
      >
        <TextField label={t('new.name')} value={name} onChange={setName} autoFocus />
        <TextField label={t('new.note')} help={t('new.noteHelp')} value={note} onChange={setNote} multiline />
        <div className="formButtons">
          <Button onPress={onClose}>{t('action.cancel', { ns: 'common' })}</Button>
          <Button type="submit" look="primary" isDisabled={busy || name.trim() === ''}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
