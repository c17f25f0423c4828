import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaving } from '../../state/savingStore.ts';
import { useSayError } from '../shell/sayError.ts';
import css from './SavedState.module.css';

/** A change that is on the disk sooner than this never shows as on its way. */
const SHOWN_AFTER_MS = 250;

/** Says whether what is on the screen is on the disk: saved, on its way, not saved and why, or read only. */
export function SavedState({ readOnly }: { readonly readOnly: boolean }) {
  const { t } = useTranslation(['backups', 'shell']);
  const sayError = useSayError();
  const pending = useSaving((state) => state.pending > 0);
  const reason = useSaving((state) => state.reason);
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!pending) return;
    const timer = setTimeout(() => setLate(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [pending]);
  const state = reason ? 'notSaved' : readOnly ? 'readOnly' : pending && late ? 'saving' : 'saved';
  return (
    <span className={css.state} data-state={state} title={reason ? sayError(reason) : undefined}>
      <span className={css.dot} aria-hidden />
      {state === 'saved' || state === 'readOnly'
        ? t(`status.${state}`, { ns: 'shell' })
        : t(`status.${state}`)}
    </span>
  );
}
