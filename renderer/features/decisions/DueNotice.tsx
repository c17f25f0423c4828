import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dueReviews } from '../../../shared/decisions/figures.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import banner from '../backups/TrustBanner.module.css';
import { todayIso } from '../planning/today.ts';
import { useDecisionView } from './decisionStore.ts';

/** Says at the start that decisions are due for review, until it was looked at or put off. */
export function DueNotice() {
  const { t } = useTranslation('decisions');
  const file = usePortfolio((state) => state.file?.ref ?? null);
  const decisions = usePortfolio((state) => state.plan?.decision ?? null);
  const [putOff, setPutOff] = useState<string | null>(null);
  const due = useMemo(() => (decisions ? dueReviews(Object.values(decisions), todayIso()) : []), [decisions]);
  const [first] = due;
  if (!first || putOff === file) return null;
  return (
    <div className={banner.banner} role="status">
      <p>{t('due.notice', { count: due.length })}</p>
      <Button
        onPress={() => {
          useDecisionView.getState().set({ tab: 'decisions', filter: 'due', search: '', shown: first.id });
          useView.getState().lead('decisions');
          setPutOff(file);
        }}
      >
        {t('due.look')}
      </Button>
      <Button onPress={() => setPutOff(file)}>{t('due.close')}</Button>
    </div>
  );
}
