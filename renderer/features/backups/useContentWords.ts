import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../shared/contract/methods.ts';
import { formatInstant, formatMoneyShort } from '../../../shared/text/format.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { useDescribeLabel } from '../history/describeLabel.ts';

type Content = NonNullable<Backup['content']>;

/** What is in a backup, in words: how much there is, and what happened last. */
export function useContentWords(): (content: Content) => { readonly much: string; readonly last: string } {
  const { t } = useTranslation('backups');
  const language = usePreferences((state) => state.language);
  const describe = useDescribeLabel();
  return (content) => {
    const { lastChange, budget, currency } = content;
    const much = [
      t('content.initiatives', { count: content.initiatives }),
      t('content.productTeams', { count: content.productTeams }),
      t('content.projects', { count: content.projects }),
      budget === null
        ? t('content.noBudget')
        : t('content.budget', { amount: formatMoneyShort(budget, currency, language) }),
    ].join(' · ');
    if (!lastChange) return { much, last: t('noChange') };
    const values = {
      what: describe(lastChange.label),
      at: formatInstant(lastChange.at, language),
      by: lastChange.by,
    };
    return { much, last: t(lastChange.by === '' ? 'lastChange' : 'lastChangeBy', values) };
  };
}
