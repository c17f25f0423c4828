import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup, MethodOutput } from '../../../shared/contract/methods.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { usePanel } from '../../state/panelStore.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { ask } from '../../state/service.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSayError } from '../shell/sayError.ts';
import { BackupLine } from './BackupLine.tsx';
import { goBackTo } from './backupActions.ts';
import css from './backups.module.css';

type Listed = MethodOutput<'portfolio.backups'>;

/** The backups of the open portfolio: what is in each, and what can be done with it. */
export function BackupsDialog() {
  const { t } = useTranslation('backups');
  const sayError = useSayError();
  const language = usePreferences((state) => state.language);
  const close = usePanel((state) => state.close);
  const file = usePortfolio((state) => state.file);
  const [listed, setListed] = useState<Listed | null>(null);
  const [making, setMaking] = useState(false);
  const [said, setSaid] = useState<'made' | 'unchanged' | null>(null);
  const [asked, setAsked] = useState<Backup | null>(null);
  const ref = file?.ref;
  const read = useCallback(async (): Promise<void> => {
    if (ref === undefined) return;
    const list = await ask('portfolio.backups', { ref });
    if (list) setListed(list);
  }, [ref]);
  useEffect(() => void read(), [read]);
  if (!file) return null;
  const readOnly = file.readOnly !== null;
  const unlisted = listed?.problem?.code === 'backups_unreadable';
  const make = async (): Promise<void> => {
    // A button that is disabled while it works would let go of the keyboard, and Escape with it.
    if (making) return;
    setMaking(true);
    setSaid(null);
    const made = await ask('backup.make', {});
    setMaking(false);
    if (made) setSaid(made.made ? 'made' : 'unchanged');
    await read();
  };
  return (
    <>
      <Dialog title={t('title')} width="wide" onClose={close}>
        <p className={css.intro}>{t('intro')}</p>
        <div className={css.tools}>
          <Button look="primary" isDisabled={readOnly} onPress={() => void make()}>
            {making ? t('making') : t('make')}
          </Button>
          <span role="status">{said ? t(said) : ''}</span>
        </div>
        {listed?.problem && (
          <p className={css.problem} role="alert">
            {unlisted ? sayError(listed.problem) : t('problem', { reason: sayError(listed.problem) })}
          </p>
        )}
        {listed === null && <p role="status">{t('reading')}</p>}
        {listed?.backups.length === 0 && !unlisted && <p className={css.note}>{t('empty')}</p>}
        <ul className={css.list}>
          {listed?.backups.map((backup) => (
            <BackupLine
              key={backup.ref}
              backup={backup}
              shown={file.backup?.ref === backup.ref}
              readOnly={readOnly}
              onRestore={() => setAsked(backup)}
            />
          ))}
        </ul>
      </Dialog>
      {asked && (
        <ConfirmDialog
          title={t('restore.title', { at: formatInstant(asked.at, language) })}
          body={t('restore.body')}
          action={t('restore')}
          onConfirm={async () => {
            if (await goBackTo(asked)) close();
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
