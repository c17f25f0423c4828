import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../shared/text/format.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { useDescribeLabel } from '../history/describeLabel.ts';
import css from './TrustBanner.module.css';

/** Remembers, for as long as this page lives, which crash the person has read about. */
const seenKey = (ref: string, endedAt: string): string => `throughline.recovered.${ref}.${endedAt}`;

/** Tells once what was found after the program had ended unexpectedly. */
export function RecoveryNotice() {
  const { t } = useTranslation('backups');
  const language = usePreferences((state) => state.language);
  const describe = useDescribeLabel();
  const file = usePortfolio((state) => state.file);
  const [, read] = useState(0);
  const recovered = file?.recovered;
  if (!file || !recovered) return null;
  const key = seenKey(file.ref, recovered.endedAt);
  if (sessionStorage.getItem(key)) return null;
  const close = (): void => {
    sessionStorage.setItem(key, 'read');
    read((count) => count + 1);
  };
  const { lastChange, changesSinceBackup } = recovered;
  const at = (instant: string): string => formatInstant(instant, language);
  return (
    <section className={css.banner} data-kind="good" role="status">
      <ShieldCheck size={18} aria-hidden />
      <p>
        <strong>{t('recovered.title', { at: at(recovered.endedAt) })}</strong>
        {language === 'zh-CN' ? '。' : '. '}
        {lastChange
          ? t('recovered.all', { what: describe(lastChange.label), at: at(lastChange.at) })
          : t('recovered.nothing')}{' '}
        {changesSinceBackup === null
          ? t('recovered.noBackup')
          : changesSinceBackup === 0
            ? t('recovered.none')
            : t('recovered.since', { count: changesSinceBackup })}
      </p>
      <Button
        onPress={() => {
          close();
          useView.getState().lead('history');
        }}
      >
        {t('recovered.history')}
      </Button>
      <Button look="primary" onPress={close}>
        {t('recovered.close')}
      </Button>
    </section>
  );
}
