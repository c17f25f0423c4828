import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePanel } from '../../state/panelStore.ts';
import { importText } from '../../state/portfolioActions.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import css from './PasteDialog.module.css';
import { pastedRows } from './pastedText.ts';

/** Takes rows from the clipboard, from whatever program; its own paste asks for no permission. */
export function PasteDialog() {
  const { t } = useTranslation(['importSources', 'common']);
  const close = usePanel((state) => state.close);
  const [text, setText] = useState('');
  const look = (rows: string): void => void importText(rows, t('pasted'));
  return (
    <Dialog
      title={t('paste.title')}
      width="medium"
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('action.cancel', { ns: 'common' })}</Button>
          <Button look="primary" isDisabled={text.trim() === ''} onPress={() => look(text)}>
            {t('paste.go')}
          </Button>
        </>
      }
    >
      <p className={css.what}>{t('paste.what')}</p>
      <textarea
        className={css.rows}
        aria-label={t('paste.field')}
        value={text}
        autoFocus
        spellCheck={false}
        rows={12}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          const rows = pastedRows(event.clipboardData);
          // Into a text that is being written, pasting only adds.
          if (text !== '' || rows.trim() === '') return;
          event.preventDefault();
          setText(rows);
        }}
      />
    </Dialog>
  );
}
