import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../shared/text/format.ts';
import { copyPortfolio, openPortfolio, reopenPortfolio } from '../../state/portfolioActions.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { type UnsavedStep, useSaving } from '../../state/savingStore.ts';
import { saveAgain } from '../../state/service.ts';
import { Button } from '../../ui/Button.tsx';
import { useDescribeLabel } from '../history/describeLabel.ts';
import { useSayError } from '../shell/sayError.ts';
import { goBackToShown } from './backupActions.ts';
import { RecoveryNotice } from './RecoveryNotice.tsx';
import css from './TrustBanner.module.css';

/** What stands over the views when not all is as usual: why nothing can be written, what is not saved, what was recovered. */
export function TrustBanner() {
  const readOnly = usePortfolio((state) => state.file?.readOnly ?? null);
  const unsaved = useSaving((state) => state.unsaved.length > 0);
  return (
    <>
      <RecoveryNotice />
      {readOnly === 'backup' && <ShownBackup />}
      {(readOnly === 'other_window' || readOnly === 'file_read_only') && <ReadOnly why={readOnly} />}
      {unsaved && <NotSaved />}
    </>
  );
}

function ReadOnly({ why }: { readonly why: 'other_window' | 'file_read_only' }) {
  const { t } = useTranslation('backups');
  const [busy, setBusy] = useState(false);
  const [still, setStill] = useState(false);
  const retry = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setStill(false);
    await reopenPortfolio();
    setBusy(false);
    setStill(usePortfolio.getState().file?.readOnly === why);
  };
  return (
    <div className={css.banner} role="status">
      <p>
        {t(`banner.${why}`)}
        {still && <strong> {t(why === 'other_window' ? 'banner.stillOpen' : 'banner.stillReadOnly')}</strong>}
      </p>
      <Button onPress={() => void retry()}>{t('banner.retry')}</Button>
      <Button onPress={() => void copyPortfolio()}>{t('banner.copy')}</Button>
    </div>
  );
}

function ShownBackup() {
  const { t } = useTranslation('backups');
  const language = usePreferences((state) => state.language);
  const file = usePortfolio((state) => state.file);
  const [busy, setBusy] = useState(false);
  if (!file?.backup) return null;
  return (
    <div className={css.banner} role="status">
      <p>{t('banner.backup', { at: formatInstant(file.backup.at, language) })}</p>
      <Button
        isDisabled={busy}
        onPress={() => {
          setBusy(true);
          void goBackToShown();
        }}
      >
        {t('banner.restore')}
      </Button>
      <Button look="primary" onPress={() => void openPortfolio(file.ref)}>
        {t('banner.back')}
      </Button>
    </div>
  );
}

/** What the step would have written into fields, as it was typed. */
function typed({ changes }: UnsavedStep): readonly string[] {
  const [only] = changes;
  if (changes.length !== 1 || only?.op !== 'patch') return [];
  return Object.values(only.values).filter((value) => typeof value === 'string' && value !== '') as string[];
}

function NotSaved() {
  const { t } = useTranslation('backups');
  const sayError = useSayError();
  const describe = useDescribeLabel();
  const { unsaved, reason, forget } = useSaving();
  const [busy, setBusy] = useState(false);
  const [first] = unsaved;
  if (!reason || !first) return null;
  const lostFile = reason.code === 'file_gone' || reason.code === 'file_replaced';
  const again = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    await saveAgain();
    setBusy(false);
  };
  return (
    <div className={css.banner} data-kind="danger" role="alert">
      <p>
        {t('banner.notSaved', { count: unsaved.length, reason: sayError(reason) })}
        <br />
        {t('banner.first', { what: [describe(first.label), ...typed(first)].join(' · ') })}
      </p>
      <Button onPress={() => void again()}>{t('banner.saveAgain')}</Button>
      <Button onPress={() => void copyPortfolio()}>{t('banner.copy')}</Button>
      {lostFile && <Button onPress={() => void reopenPortfolio()}>{t('banner.reopen')}</Button>}
      <Button look="quiet" onPress={forget}>
        {t('banner.discard')}
      </Button>
    </div>
  );
}
