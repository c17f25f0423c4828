import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Mode, stages } from '../../../shared/domain/records.ts';
import type { Language } from '../../../shared/text/area.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';

/** Everything that lines of the table say, looked up once: a hook in each of some hundred cells would cost a frame. */
export interface GridWords {
  readonly language: Language;
  readonly currency: string;
  readonly mode: Readonly<Record<Mode, string>>;
  readonly stage: Readonly<Record<string, string>>;
  readonly unknown: string;
  readonly pending: string;
  readonly notComputable: string;
  readonly overhead: string;
  readonly retired: string;
  readonly tick: (name: string) => string;
}

/** The words of the table in the page's language; the same object until language or currency change. */
export function useGridWords(): GridWords {
  const { t } = useTranslation(['initiatives', 'common']);
  const language = usePreferences((state) => state.language);
  const currency = usePortfolio((state) => state.records?.portfolio.portfolio?.currency ?? 'USD');
  return useMemo(
    () => ({
      language,
      currency,
      mode: { project: t('mode.project', { ns: 'common' }), product: t('mode.product', { ns: 'common' }) },
      stage: Object.fromEntries(stages.map((stage) => [stage, t(`stage.${stage}`, { ns: 'common' })])),
      unknown: t('unknown', { ns: 'common' }),
      pending: t('pending'),
      notComputable: t('notComputable'),
      overhead: t('tag.overhead'),
      retired: t('tag.retired'),
      tick: (name) => t('tickRow', { name }),
    }),
    [t, language, currency],
  );
}
