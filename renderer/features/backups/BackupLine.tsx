import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup, MethodOutput } from '../../../shared/contract/methods.ts';
import { formatInstant, formatNumber } from '../../../shared/text/format.ts';
import { usePanel } from '../../state/panelStore.ts';
import { showBackup } from '../../state/portfolioActions.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { ask } from '../../state/service.ts';
import { Button } from '../../ui/Button.tsx';
import { saveBackup } from './backupActions.ts';
import css from './backups.module.css';
import { tableWord } from './tableWord.ts';
import { useContentWords } from './useContentWords.ts';

interface BackupLineProps {
  readonly backup: Backup;
  /** It is the one that is looked at now. */
  readonly shown: boolean;
  readonly readOnly: boolean;
  readonly onRestore: () => void;
}

/** One backup: when, why, how large, what is in it. A damaged one says so and offers nothing. */
export function BackupLine({ backup, shown, readOnly, onRestore }: BackupLineProps) {
  const { t } = useTranslation('backups');
  const language = usePreferences((state) => state.language);
  const words = useContentWords();
  const [tables, setTables] = useState<MethodOutput<'backup.compare'>['tables'] | null>(null);
  const at = formatInstant(backup.at, language);
  const content = backup.content ? words(backup.content) : null;
  const compare = async (): Promise<void> => {
    const compared = await ask('backup.compare', { backup: backup.ref });
    if (compared) setTables(compared.tables);
  };
  const megabytes = `${formatNumber(backup.bytes / 1_000_000, language, 2)} MB`;
  return (
    <li className={css.line} aria-label={t('more', { at })}>
      <div className={css.what}>
        <h3>
          {at}
          <span className={css.why}>{t(`why.${backup.why}`)}</span>
        </h3>
        {content ? (
          <>
            <p className={css.facts}>
              {content.much} · {megabytes}
            </p>
            <p className={css.facts}>{content.last}</p>
          </>
        ) : (
          <p className={css.damaged}>{t('damaged')}</p>
        )}
      </div>
      {content && (
        <>
          <Button onPress={() => void compare()}>{t('compare')}</Button>
          <Button
            isDisabled={shown}
            onPress={() => {
              usePanel.getState().close();
              void showBackup(backup.ref);
            }}
          >
            {t('look')}
          </Button>
          <Button onPress={() => void saveBackup(backup.ref)}>{t('copy')}</Button>
          <Button isDisabled={readOnly} onPress={onRestore}>
            {t('restore')}
          </Button>
        </>
      )}
      {tables && <Comparison tables={tables} />}
    </li>
  );
}

function Comparison({ tables }: { readonly tables: MethodOutput<'backup.compare'>['tables'] }) {
  const { t } = useTranslation('backups');
  const language = usePreferences((state) => state.language);
  return (
    <div className={css.compare} role="status">
      {tables.length === 0 ? (
        t('compare.same')
      ) : (
        <table>
          <caption>{t('compare.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('compare.what')}</th>
              <th scope="col">{t('compare.added')}</th>
              <th scope="col">{t('compare.updated')}</th>
              <th scope="col">{t('compare.removed')}</th>
            </tr>
          </thead>
          <tbody>
            {tables.map(({ table, added, updated, removed }) => (
              <tr key={table}>
                <th scope="row">{tableWord(table, language)}</th>
                <td>{formatNumber(added, language)}</td>
                <td>{formatNumber(updated, language)}</td>
                <td>{formatNumber(removed, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
