import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../shared/contract/methods.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { runCommand } from '../../commands/commandList.ts';
import { restoreBackup } from '../../state/portfolioActions.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { useSession } from '../../state/sessionStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSayError } from '../shell/sayError.ts';
import css from './backups.module.css';
import { useContentWords } from './useContentWords.ts';

const ENDING = /\.throughline$/;

/** Offers the backups of a portfolio whose file is damaged or gone; one click goes on with the newest good one. */
export function LostPortfolio() {
  const { t } = useTranslation(['backups', 'common']);
  const sayError = useSayError();
  const lost = useSession((state) => state.lost);
  const [busy, setBusy] = useState(false);
  if (!lost) return null;
  const leave = (): void => useSession.setState({ lost: null });
  const good = lost.backups.filter(({ content }) => content !== null);
  const bad = lost.backups.length - good.length;
  const { file, folder, why } = lost;
  const aside = `${file.replace(ENDING, '')} (damaged …).throughline`;
  const use = async (backup: Backup): Promise<void> => {
    setBusy(true);
    await restoreBackup(lost.ref, backup.ref);
    setBusy(false);
  };
  return (
    <Dialog
      title={t(`lost.${why}`, { file })}
      width="medium"
      onClose={leave}
      footer={
        <>
          <Button onPress={leave}>{t('lost.close')}</Button>
          <Button
            onPress={() => {
              leave();
              runCommand('portfolio.open');
            }}
          >
            {t('lost.open')}
          </Button>
        </>
      }
    >
      <p>{why === 'damaged' ? t('lost.damagedNote', { aside }) : t('lost.missingNote', { folder })}</p>
      {lost.unlisted && (
        <p className={css.problem} role="alert">
          {sayError(lost.unlisted)}
        </p>
      )}
      {good.length === 0 && !lost.unlisted && <p className={css.note}>{t('lost.none')}</p>}
      <ul className={css.list}>
        {good.map((backup, index) => (
          <OfferedBackup
            key={backup.ref}
            backup={backup}
            first={index === 0}
            busy={busy}
            onUse={() => void use(backup)}
          />
        ))}
      </ul>
      {bad > 0 && <p className={css.note}>{t('lost.bad', { count: bad })}</p>}
    </Dialog>
  );
}

interface OfferedProps {
  readonly backup: Backup;
  readonly first: boolean;
  readonly busy: boolean;
  readonly onUse: () => void;
}

function OfferedBackup({ backup, first, busy, onUse }: OfferedProps) {
  const { t } = useTranslation('backups');
  const language = usePreferences((state) => state.language);
  const words = useContentWords();
  if (!backup.content) return null;
  const at = formatInstant(backup.at, language);
  const { much, last } = words(backup.content);
  return (
    <li className={css.line}>
      <div className={css.what}>
        <h3>{at}</h3>
        <p className={css.facts}>{much}</p>
        <p className={css.facts}>{last}</p>
      </div>
      <Button
        look={first ? 'primary' : 'plain'}
        isDisabled={busy}
        aria-label={t('lost.useOf', { at })}
        onPress={onUse}
      >
        {t('lost.use')}
      </Button>
    </li>
  );
}
